import type { AgeUnit } from './types.js'

/** How many days each unit of age has. */
export const UNIT_DAYS: { readonly [Unit in AgeUnit]: number } = { day: 1, week: 7 }

export const AGE_UNITS: readonly AgeUnit[] = ['day', 'week']
