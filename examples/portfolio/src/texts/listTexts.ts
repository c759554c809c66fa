import { formatMessage } from '@clientele/core/explain'
import type { Texts } from './types.js'

const LISTED = 10

/** Joins the members of a list; of a long one, the first ten and how many more there are. */
export function listTexts(members: readonly (string | number)[], { listSeparator, more }: Texts): string {
  const rest = members.length > LISTED ? [formatMessage(more, { number: members.length - LISTED })] : []
  return [...members.slice(0, LISTED), ...rest].join(listSeparator)
}
