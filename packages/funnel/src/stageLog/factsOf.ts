import type { DecimalInput } from '@clientele/core'
import type { DealHistory } from './readStageLog.js'

/** What the changes of a deal say of it in the end; null where they say nothing. */
export interface DealFacts {
  readonly amount: { readonly value: DecimalInput; readonly currency: string | null } | null
  /** Why it was closed, of a deal that is. */
  readonly reason: string | null
  /** The day on which it is expected to be won. */
  readonly expected: number | null
  readonly attributes: ReadonlyMap<string, string>
}

const NONE: ReadonlyMap<string, string> = new Map()

/** What is said last of each thing holds; of a reason only what the outcome was given with, once or again. */
export function factsOf({ changes }: DealHistory, won: number): DealFacts {
  let [amount, reason, expected]: [DealFacts['amount'], string | null, number | null] = [null, null, null]
  let attributes: Map<string, string> | undefined
  for (const { code, said } of changes) {
    if (said.amount !== undefined) amount = { value: said.amount, currency: said.currency ?? null }
    if (said.expected !== undefined) expected = said.expected
    if (code < won) reason = null
    else if (said.reason !== undefined) reason = said.reason
    if (said.attributes === undefined) continue
    attributes ??= new Map()
    for (const [attribute, value] of said.attributes) {
      if (value === null) attributes.delete(attribute)
      else attributes.set(attribute, value)
    }
  }
  return { amount, reason, expected, attributes: attributes ?? NONE }
}
