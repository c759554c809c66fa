import type { DecimalString, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, isNil, listTexts, sizeOf } from '@clientele/core/explain'
import type { PolicyAdvantage, PolicyComparison, PolicyDifference, PolicyOutcome } from '../comparison/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { fractionOfText, powerOfTenText, subtract } from '../numbers/fraction.js'
import { checkPolicyComparison } from './checkPolicyComparison.js'
import { shownChange, shownFigure, shownFigureOfDays } from './shownFigure.js'

const COSTS = ['opportunity', 'badDebt', 'discount', 'collection'] as const
const FIGURES = ['sales', 'contribution', 'investment', ...COSTS] as const

/**
 * Says in sentences which credit policy is best, what each changes against the one in force, and which cost or gain decides.
 *
 * @param comparison - What {@link compareCreditPolicies} returned. Policies are called by their ids.
 * @param locale - The language; English unless given.
 * @returns Which policy is best, whether all lose, and which component decides for the best against the next best; for each what its receivables tie up,
 * how much of that is the margin of sales that are given up, and how its profit comes about; what each changes against the one in force; and of more than
 * two, in what else the best and the next best each do better. Figures are rounded to two decimal places, or two digits where that would be 0, and said
 * to be.
 * @throws {@link InputError} if `comparison` is none, or its figures contradict each other.
 * @example
 * import { compareCreditPolicies } from '@clientele/credit'
 * import { explainPolicyComparison } from '@clientele/credit/explain'
 *
 * const current = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 10, collectionCost: 5 }
 * const longer = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 90, badDebt: 15, collectionCost: 8 }
 * const options = { costOfCapitalPercent: 10, daysInYear: 360, existingReceivablesAt: 'variable-cost' } as const
 * const { sentences } = explainPolicyComparison(compareCreditPolicies([current, longer], options))
 * sentences[0] //=> 'The policy "n/90" is best: it leaves a profit of 400.5 a year, 25.5 more than "n/60", the next best.'
 * sentences[1] //=> 'What decides for "n/90" against "n/60" is the contribution, which is 40 greater.'
 * sentences[5] //=> '"n/90": a contribution of 440 less opportunity cost 16.5, bad-debt cost 15, collection cost 8 leaves a profit of 400.5.'
 */
export function explainPolicyComparison(comparison: PolicyComparison, locale: CreditLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkPolicyComparison(comparison, issues)
  throwIssues(issues)
  const { policies, differences } = comparison
  return {
    sentences: [
      explainBest(comparison, locale),
      ...(policies.length > 1 && profitIn(comparison, comparison.best).startsWith('-') ? [locale.policyComparison.allLose] : []),
      ...explainDecision(comparison, locale),
      ...policies.flatMap((policy) => explainOutcome(policy, locale)),
      ...differences.map((difference) => explainDifference(difference, locale)),
      ...explainAdvantages(comparison, locale),
    ],
  }
}

/** The profit of a policy, by its id. */
function profitIn({ policies }: PolicyComparison, id: string): DecimalString {
  return (policies.find((policy) => policy.id === id) as PolicyOutcome).profit
}

function explainBest(comparison: PolicyComparison, locale: CreditLocale): string {
  const { policyComparison: texts } = locale
  const { current, best, runnerUp, decidedBy } = comparison
  const profitOf = (id: string): DecimalString => profitIn(comparison, id)
  const profit = shownFigure(profitOf(best), locale)
  if (runnerUp === null) return formatMessage(texts.only, { best, profit })
  if (decidedBy === null) return formatMessage(texts.alike, { policies: nameBest(comparison, locale), profit })
  const lead = shownFigure(powerOfTenText(subtract(fractionOfText(profitOf(best)), fractionOfText(profitOf(runnerUp)))), locale)
  return formatMessage(best === current ? texts.bestInForce : texts.best, { best, runnerUp, profit, lead })
}

/** All policies that no other one beats, in the order that they were given in. */
function nameBest(comparison: PolicyComparison, { policyComparison, core }: CreditLocale): string {
  const greatest = profitIn(comparison, comparison.best)
  const alike = comparison.policies.filter(({ profit }) => profit === greatest)
  return listTexts(
    alike.map(({ id }) => formatMessage(policyComparison.named, { policy: id })),
    core,
  )
}

/** What a policy's receivables tie up, and how its profit comes about. */
function explainOutcome(outcome: PolicyOutcome, locale: CreditLocale): string[] {
  const { policyComparison: texts, core } = locale
  const shownOf = (figure: (typeof FIGURES)[number] | 'receivables' | 'retained' | 'profit'): string => shownFigure(outcome[figure], locale)
  const costs = COSTS.filter((cost) => !isNil(outcome[cost])).map((cost) =>
    formatMessage(texts.amount, { figure: texts.figures[cost], amount: shownOf(cost) }),
  )
  return [
    formatMessage(texts.receivables, {
      policy: outcome.id,
      sales: shownOf('sales'),
      days: shownFigureOfDays(outcome.averageCollectionPeriod, locale),
      receivables: shownOf('receivables'),
      investment: shownOf('investment'),
    }),
    ...(isNil(outcome.retained) ? [] : [formatMessage(texts.retained, { policy: outcome.id, retained: shownOf('retained') })]),
    formatMessage(costs.length === 0 ? texts.profitWithoutCosts : texts.profit, {
      policy: outcome.id,
      contribution: shownOf('contribution'),
      costs: listTexts(costs, core),
      profit: shownOf('profit'),
    }),
  ]
}

function explainDifference(difference: PolicyDifference, locale: CreditLocale): string {
  const { policyComparison: texts, core } = locale
  const changed = FIGURES.filter((figure) => !isNil(difference[figure])).map((figure) =>
    formatMessage(texts.amount, { figure: texts.figures[figure], amount: shownChange(difference[figure], locale) }),
  )
  return formatMessage(changed.length === 0 ? texts.noDifference : texts.difference, {
    policy: difference.id,
    against: difference.against,
    profit: shownChange(difference.profit, locale),
    figures: listTexts(changed, core),
  })
}

/** Which component decides for the best against the next best. */
function explainDecision({ best, runnerUp, advantages, decidedBy }: PolicyComparison, locale: CreditLocale): string[] {
  const decisive = advantages.find(({ component }) => component === decidedBy)
  if (runnerUp === null || decisive === undefined) return []
  const template = locale.policyComparison.decidedBy[decisive.component]
  return [formatMessage(template, { best, runnerUp, amount: shownFigure(decisive.amount, locale) })]
}

/** In which components the best and the next best each do better, where that is more than the one that decides. */
function explainAdvantages({ policies, best, runnerUp, advantages, decidedBy }: PolicyComparison, locale: CreditLocale): string[] {
  // Of two policies the difference says it.
  if (runnerUp === null || policies.length === 2) return []
  const { policyComparison: texts, core } = locale
  const say = (policy: string, against: string, some: readonly PolicyAdvantage[]): string[] => {
    if (some.every(({ component }) => component === decidedBy)) return []
    const figures = some.map(({ component, amount }) =>
      formatMessage(texts.advantage, { figure: texts.figures[component], amount: shownFigure(sizeOf(amount), locale) }),
    )
    return [formatMessage(texts.advantages, { policy, against, figures: listTexts(figures, core) })]
  }
  const isAgainst = ({ amount }: PolicyAdvantage): boolean => amount.startsWith('-')
  return [
    ...say(
      best,
      runnerUp,
      advantages.filter((one) => !isNil(one.amount) && !isAgainst(one)),
    ),
    ...say(runnerUp, best, advantages.filter(isAgainst)),
  ]
}
