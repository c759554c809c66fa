import type { AgeingScheme, CreditTerms, OrderPolicy } from '@clientele/credit'

/** The documents that the service works by, by their kind. */
export interface PolicyKinds {
  readonly 'order-policy': OrderPolicy
  readonly 'credit-terms': CreditTerms
  readonly 'ageing-scheme': AgeingScheme
}

export type PolicyKind = keyof PolicyKinds

export type Policy = PolicyKinds[PolicyKind]
