import type { InvalidRows, Issue, RejectedRow } from '@clientele/core'
import { checkKeys, checkRecord, isRecord, ownValue, readOptions, throwIssues } from '@clientele/core/checks'
import { readDay } from '../invoices/readInvoice.js'
import { checkFits } from '../money/readAmountByCurrency.js'
import { readItems } from '../receivables/readItems.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import type { ItemDiagnosis } from '../receivables/types.js'
import type { PreparedScheme } from './prepared.js'
import { readScheme } from './prepareScheme.js'
import { type ReadLetter, readHistory } from './readHistory.js'

/** All that letters are planned from, checked and read. */
export interface ReadDunning {
  readonly scheme: PreparedScheme
  /** Days since 1970-01-01. */
  readonly asOf: number
  readonly history: readonly ReadLetter[]
  /** Those dated up to `asOf`, each with what settled it by then. */
  readonly items: readonly ReadItem[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly ItemDiagnosis[]
}

/** Checks and reads items with their history, a scheme and options, or throws what is wrong; only bad items may be collected instead. */
export function readDunning(dunning: unknown, scheme: unknown, options: unknown): ReadDunning {
  const issues: Issue[] = []
  const { items, history, ...others } = checkRecord(dunning, ['dunning'], issues) ? { ...dunning } : {}
  checkKeys(others, ['items', 'history'], [], issues)
  const readLetters = readHistory(history, issues)
  const read = readScheme(scheme, ['scheme'], issues)
  const { asOf, invalid } = readWhen(options, issues)
  throwIssues(issues)
  const readable = readItems(items, invalid, asOf as number)
  checkAmounts(read as PreparedScheme, readable.items)
  return { scheme: read as PreparedScheme, asOf: asOf as number, history: readLetters, ...readable }
}

function readWhen(options: unknown, issues: Issue[]): { readonly asOf: number | undefined; readonly invalid: InvalidRows } {
  const invalid = readOptions(options, ['asOf', 'invalid'], issues)
  const asOf = isRecord(options) ? readDay(ownValue(options, 'asOf'), ['options', 'asOf'], issues) : undefined
  return { asOf, invalid }
}

/** An amount that has no currency must fit each currency of the items. */
function checkAmounts({ levels, minimum }: PreparedScheme, items: readonly ReadItem[]): void {
  const issues: Issue[] = []
  const digits = items.reduce((fewest, item) => Math.min(fewest, item.digits), Number.POSITIVE_INFINITY)
  levels.forEach(({ fee }, index) => checkFits(fee, digits, ['scheme', 'levels', index, 'feeAmount'], issues))
  checkFits(minimum, digits, ['scheme', 'minimumAmount'], issues)
  throwIssues(issues)
}
