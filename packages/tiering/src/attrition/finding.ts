import type { SignalFound } from './types.js'

/** What was found of a signal, without what it says of itself; undefined where there is none, and `too-short` where it could not be looked for. */
export type Finding = Omit<SignalFound, 'id' | 'code' | 'level' | 'types'> | 'too-short' | undefined
