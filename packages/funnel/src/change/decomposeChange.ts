import type { Issue, LocalizedText } from '@clientele/core'
import { checkChoice, checkCurrency, checkKeys, checkLocalizedText, checkRecord, copyData, ownValue, throwIssues } from '@clientele/core/checks'
import { rateChange } from './groupChanges.js'
import { type ReadSalesChange, readSalesChange } from './readSalesPeriod.js'
import type { ChangeDecomposition, ChangeOptions, ChangePart, CountedSales, SalesPeriod } from './types.js'
import { valueChange } from './valueChange.js'

/**
 * Divides what changed between two periods, or between a plan and what came of it, among its causes: how many deals there were, of which groups, how many of them were won, what they
 * were worth, and how quick they were.
 *
 * Each cause gets the mean of what it adds over all orders in which the causes could have come one after another (Shapley's value): so none is favoured, nothing is left over, and what
 * did not change gets 0.
 *
 * @param change - `before` and `after`, both of one form. Either of factors: `deals`, `winRate` (0 to 1), `averageValue` and, if it is to count, `cycleDays` (1 unless given). Or of
 * `groups`, each with how many `entered` and how many of them `converted`: alone, where their rate is what changes, or with `averageValue` (and `cycleDays`).
 * @param options - `subject`: whose sales they are, for explanations. `currency`: the one that `averageValue` is in. `counted`: what is counted, `leads` unless given, or
 * `deals`, such as those that were decided in a period.
 * @returns `before`, `after`: deals × rate × value / days, or the rate, as the nearest numbers. `difference` and the parts: numbers that add up to the last bit in every order, whole
 * multiples of one power of two; the difference is rounded to it, the parts by largest remainder. With groups the effect of the rate is parted in `mix`, that they have other shares, and
 * `rate`, that each has another rate, and `groups` tells what each one did to the rate; where nobody entered at all on one side, its mix and rates count as those of the other (of `groups` alone that is an
 * error: there is no rate).
 * @throws {@link InputError} if anything is not as stated, with every issue: also if `deals` or `winRate` beside groups are not those of the groups.
 * @see L. S. Shapley, "A Value for n-Person Games", 1953. E. M. Kitagawa, "Components of a Difference Between Two Rates", 1955.
 * @example
 * import { decomposeChange } from '@clientele/funnel'
 *
 * const before = { deals: 100, winRate: '0.20', averageValue: 1000 }
 * const after = { deals: 120, winRate: '0.15', averageValue: 1100 }
 * const { difference, parts } = decomposeChange({ before, after })
 * difference //=> -200
 * parts.map(({ factor, amount }) => [factor, Math.round(amount)]) //=> [['volume', 3667], ['rate', -5783], ['value', 1917]]
 * parts.reduce((sum, { amount }) => sum + amount, 0) //=> -200
 */
export function decomposeChange(
  change: { readonly before: SalesPeriod; readonly after: SalesPeriod },
  options: ChangeOptions = {},
): ChangeDecomposition {
  const issues: Issue[] = []
  const told = readChangeOptions(options, issues)
  const read = readSalesChange(change, issues)
  throwIssues(issues)
  return { ...decompose(read as ReadSalesChange), ...copyData(told) }
}

type Told = Pick<ChangeDecomposition, 'subject' | 'currency' | 'counted'>

const COUNTED: readonly CountedSales[] = ['leads', 'deals']

function readChangeOptions(options: unknown, issues: Issue[]): Told {
  if (!checkRecord(options, ['options'], issues)) return { currency: null, counted: 'leads' }
  checkKeys(options, ['subject', 'currency', 'counted'], ['options'], issues)
  const [subject, currency, counted] = [ownValue(options, 'subject'), ownValue(options, 'currency'), ownValue(options, 'counted')]
  if (subject !== undefined) checkLocalizedText(subject, ['options', 'subject'], issues)
  if (currency !== undefined) checkCurrency(currency, ['options', 'currency'], issues)
  if (counted !== undefined) checkChoice(counted, COUNTED, ['options', 'counted'], issues)
  return {
    ...(subject === undefined ? {} : { subject: subject as LocalizedText }),
    currency: (currency as string | undefined) ?? null,
    counted: (counted as CountedSales | undefined) ?? 'leads',
  }
}

function decompose({ before, after }: ReadSalesChange): Omit<ChangeDecomposition, keyof Told> {
  if (before.factors.averageValue !== undefined) return valueChange(before, after)
  const { difference, mix, rate, groups, rateBefore, rateAfter } = rateChange(before.groups ?? [], after.groups ?? [])
  const unknown = { before: null, after: null, change: null }
  const parts: readonly ChangePart[] = [
    { factor: 'mix', amount: mix, ...unknown },
    { factor: 'rate', amount: rate, ...unknown },
  ]
  return { of: 'rate', before: rateBefore as number, after: rateAfter as number, difference, parts, groups }
}
