import type { DecimalInput } from '@clientele/core'
import type { ReadPipeline } from '../pipeline/readPipeline.js'
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
export function factsOf({ changes }: DealHistory, { won, currency: usual }: Pick<ReadPipeline, 'won' | 'currency'>): DealFacts {
  let [value, currency, reason, expected]: [DecimalInput | null, string | null, string | null, number | null] = [null, usual, null, null]
  let attributes: Map<string, string> | undefined
  for (const { code, said } of changes) {
    if (said.amount !== undefined) value = said.amount
    if (said.currency !== undefined) currency = said.currency
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
  return { amount: value === null ? null : { value, currency }, reason, expected, attributes: attributes ?? NONE }
}
