import type { Issue } from '@clientele/core'
import { checkInteger, createIssue } from '@clientele/core/checks'
import type { DunningScheme } from '@clientele/credit'
import type { InvoiceColumns } from '../config/types.js'
import type { ReceivablesSettings } from '../receivables/types.js'
import type { Cells } from '../rows/types.js'
import { readDate } from './readDate.js'
import type { LastLetter } from './types.js'

/** Reads the last dunning letter about an invoice, or returns undefined: where both cells are blank, or with an issue where one is wrong. */
export function readLetter(
  { level = '', levelSentOn = '' }: Cells<InvoiceColumns>,
  { columns, dates, dunning }: ReceivablesSettings,
  issues: Issue[],
): LastLetter | undefined {
  const [hasLevel, hasDay] = [level.trim() !== '', levelSentOn.trim() !== '']
  if (!hasLevel && !hasDay) return undefined
  if (!hasLevel) issues.push(createIssue('missing', [columns.level ?? ''], {}))
  if (!hasDay) issues.push(createIssue('missing', [columns.levelSentOn ?? ''], {}))
  const number = hasLevel ? readLevel(level, columns.level ?? '', dunning, issues) : undefined
  const sentOn = hasDay ? readDate(levelSentOn, dates, columns.levelSentOn ?? '', issues) : undefined
  return number === undefined || sentOn === undefined ? undefined : { level: number, sentOn }
}

/** A level above the scheme's highest would silently be the last one. */
function readLevel(text: string, column: string, dunning: DunningScheme | undefined, issues: Issue[]): number | undefined {
  const maximum = dunning?.levels.at(-1)?.level ?? Number.MAX_SAFE_INTEGER
  if (/^\d{1,9}$/.test(text)) return checkInteger(Number(text), [column], issues, { minimum: 1, maximum }) ? Number(text) : undefined
  issues.push(createIssue('not-an-integer', [column], { actual: JSON.stringify(text) }))
  return undefined
}
