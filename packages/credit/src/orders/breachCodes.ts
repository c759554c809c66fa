import type { BreachCode } from './policyTypes.js'

/** What an order may be held or refused for, in the order in which it is told. */
export const BREACH_CODES: readonly BreachCode[] = [
  'over-limit',
  'limit-expired',
  'overdue',
  'dunning-level',
  'guarantee-expired',
  'report-missing',
  'report-stale',
  'below-standard',
  'account-blocked',
]
