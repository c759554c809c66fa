import { isInputError } from '@clientele/core'
import type { LifetimeGap, Told } from './types.js'

/** What a book lacks, by what a verb says of it. */
const GAPS: { readonly [code: string]: LifetimeGap } = {
  empty: 'nobody-bought',
  'nothing-to-fit': 'no-spend-to-fit',
  'no-purchases': 'nobody-to-try-on',
  'not-above': 'no-mean-spend',
  'too-many-periods': 'too-many-periods',
}

/** Asks a verb for what a book may hold too little for. */
export function attempt<Result>(verb: () => Result): Told<Result> {
  try {
    return { told: verb(), gap: null }
  } catch (error) {
    if (!isInputError(error)) throw error
    return { told: null, gap: GAPS[error.issues[0]?.code ?? ''] ?? 'beyond-numbers' }
  }
}
