import { type Check, checkCount, checkQuantity, createIssue, describeValue, listOf, membersOf, reportType } from '@clientele/core/checks'

/** Checks a yearly rate: a finite number. */
const checkRate: Check = (value, path, issues) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) reportType(value, path, issues, 'number')
}

const step = membersOf({
  withinDays: checkCount,
  percent: checkQuantity,
  versusDays: checkCount,
  versusPercent: checkQuantity,
  annualRate: checkRate,
})

/** Checks what {@link costOfForgoingDiscount} returned. */
export const checkForgoingCost: Check = membersOf({
  daysInYear: among([365, 360]),
  compound: among([true, false]),
  steps: listOf(step),
  againstNet: listOf(step),
})

function among(allowed: readonly unknown[]): Check {
  return (value, path, issues) => {
    if (value === undefined) issues.push(createIssue('missing', path, {}))
    else if (!allowed.includes(value)) issues.push(createIssue('not-allowed', path, { allowed: allowed.map(String), actual: describeValue(value) }))
  }
}
