import type { Issue } from '@clientele/core'
import { checkChoice, throwIssues } from '@clientele/core/checks'
import { auditTotals } from '@clientele/scoring'
import type { Attempt } from '../types.js'
import { chapterAudit, chapterCard, customers, printedTotals } from './chapter.js'
import type { ScreeningFields } from './fields.js'

/** How near somebody who looks for the misprint is to it. */
export type Guess = 'none' | 'wrong-customer' | 'right-customer' | 'wrong-total' | 'right'

/** Judges a guess: the printed table, corrected as it says, is audited. */
export function judgeGuess({ misprint, correct }: Pick<ScreeningFields, 'misprint' | 'correct'>, attempt: Attempt): Guess | undefined {
  if (misprint === '') return 'none'
  const chosen = attempt(
    () => checkCustomer(misprint),
    () => 'misprint',
  )
  if (chosen === undefined) return undefined
  if (!chapterAudit.discrepancies.some(({ candidate }) => candidate === chosen)) return 'wrong-customer'
  if (correct === '') return 'right-customer'
  const corrected = printedTotals.map((row) => (row.id === chosen ? { ...row, printed: correct } : row))
  const audit = attempt(
    () => auditTotals(corrected, chapterCard),
    () => 'correct',
  )
  return audit && (audit.discrepancies.length === 0 ? 'right' : 'wrong-total')
}

/** A link may name anybody. */
function checkCustomer(customer: string): string {
  const issues: Issue[] = []
  checkChoice(customer, customers, [], issues)
  throwIssues(issues)
  return customer
}
