import { InputError, isInputError } from '@clientele/core'
import { type CreditTerms, parseTerms } from '@clientele/credit'

/** A notation of more parts than this is no example any more. */
const MOST_PARTS = 12

/** So many faults of one notation are enough to read. */
const MOST_FAULTS = 5

/** Reads a notation as the package does; of a great many faults the first few are told. */
export function readTerms(notation: string): CreditTerms {
  const terms = parseFew(notation)
  if (terms.discounts.length < MOST_PARTS) return terms
  const message = `must not have more than ${MOST_PARTS} parts`
  throw new InputError([{ code: 'too-many-parts', path: ['text'], message, params: { maximum: MOST_PARTS } }])
}

function parseFew(notation: string): CreditTerms {
  try {
    return parseTerms(notation)
  } catch (error) {
    throw isInputError(error) ? new InputError(error.issues.slice(0, MOST_FAULTS)) : error
  }
}

/** The terms that are typed, unless they are at fault. */
export function termsOrNone(notation: string): CreditTerms | undefined {
  try {
    return readTerms(notation)
  } catch (error) {
    if (isInputError(error)) return undefined
    throw error
  }
}
