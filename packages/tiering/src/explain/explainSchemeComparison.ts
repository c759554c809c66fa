import type { DecimalString, Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import type { SchemeComparison, SchemeComparisonOptions } from '../comparison/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { TierDiagnosis, TierScheme, TierSummary } from '../tiers/types.js'
import { checkComparisonOfSchemes } from './checkSchemeComparison.js'
import { explainTierDiagnosis } from './explainTierDiagnosis.js'
import { shownAmount } from './shownAmount.js'
import { tiersOf } from './tiersOf.js'

/** So many of those who move are named. */
const NAMED = 5

/** What is to be known of the customers, whatever the scheme. */
const OF_CUSTOMERS: readonly TierDiagnosis['code'][] = [
  'rows-rejected',
  'source-rows-rejected',
  'month-not-over',
  'no-customers',
  'one-customer',
  'all-equal',
  'total-not-positive',
  'values-below-zero',
]

/** What the sentences share. */
interface Telling {
  readonly comparison: SchemeComparison
  readonly titles: { readonly before: Title; readonly after: Title }
  readonly inUnit: (amount: DecimalString) => string
  readonly locale: TieringLocale
}

/**
 * Says in sentences what another tier scheme would change.
 *
 * @param comparison - What {@link compareSchemes} returned.
 * @param schemes - The two schemes that were compared; their titles are taken from them.
 * @param locale - The language; English unless given.
 * @returns How many customers move, where both schemes have the same tiers also up and down; between which tiers; the five of greatest value; each tier
 * before and after; and what is to be known of the tiers.
 * @throws {@link InputError} if the schemes are none, or not those that were compared, or the other way round.
 * @example
 * import { compareSchemes } from '@clientele/tiering'
 * import { explainSchemeComparison } from '@clientele/tiering/explain'
 * import { textbookAbc } from '@clientele/tiering/templates'
 *
 * const [top, ...others] = textbookAbc.tiers
 * const schemes = { before: textbookAbc, after: { ...textbookAbc, version: '2', tiers: [{ ...top, from: '450000' }, ...others] } }
 * const customers = [{ customer: 'Li', value: 600000 }, { customer: 'Wu', value: 465000 }]
 * const { sentences } = explainSchemeComparison(compareSchemes(customers, schemes), schemes)
 * sentences[1] //=> 'To a higher tier: 1; to a lower one: 0.'
 * sentences[2] //=> 'From tier "B: in between" to tier "A: few and large": customers: 1, value: 465000.00 CNY.'
 */
export function explainSchemeComparison(
  comparison: SchemeComparison,
  schemes: Pick<SchemeComparisonOptions, 'before' | 'after'>,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkComparisonOfSchemes(comparison, schemes, issues)
  throwIssues(issues)
  const [before, after] = [{ ...schemes.before }, { ...schemes.after }]
  const titles = { before: titlesOf(tiersOf(before), locale), after: titlesOf(tiersOf(after), locale) }
  const found = { ...comparison }
  const telling: Telling = { comparison: found, titles, inUnit: (amount) => shownAmount(amount, found, locale), locale }
  const count = found.before.reduce((sum, tier) => sum + tier.count, 0)
  return {
    sentences: [
      ...(count === 0 ? [] : [explainMoves(count, before, after, telling)]),
      ...(found.moved.length === 0 ? [] : [...explainDirections(telling), ...explainCells(telling), explainGreatest(telling)]),
      ...(count === 0 ? [] : explainTierChanges(telling)),
      ...explainDiagnoses(telling),
    ],
  }
}

function explainMoves(count: number, before: TierScheme, after: TierScheme, { comparison, locale }: Telling): string {
  const { moved, nobodyMoved, version } = locale.schemeComparison
  const titles = [titleOf(before, locale), titleOf(after, locale)] as const
  const named = (scheme: TierScheme, title: string): string =>
    titles[0] === titles[1] ? formatMessage(version, { scheme: title, version: scheme.version }) : title
  const facts = { before: named(before, titles[0]), after: named(after, titles[1]), moved: comparison.moved.length, count }
  return formatMessage(comparison.moved.length === 0 ? nobodyMoved : moved, facts)
}

/** How many move up and down, where both schemes have the same tiers. */
function explainDirections({ comparison, locale }: Telling): string[] {
  const places = new Map(comparison.before.map(({ tier }, index) => [tier, index]))
  const isSame = comparison.before.length === comparison.after.length && comparison.after.every(({ tier }, index) => places.get(tier) === index)
  if (!isSame) return []
  const up = comparison.moved.filter(({ from, to }) => (places.get(to) as number) < (places.get(from) as number)).length
  return [formatMessage(locale.schemeComparison.directions, { up, down: comparison.moved.length - up })]
}

function explainCells({ comparison, titles, inUnit, locale }: Telling): string[] {
  const moving = comparison.matrix.filter(({ from, to, count }) => from !== to && count > 0)
  return moving.map(({ from, to, count, value }) =>
    formatMessage(locale.schemeComparison.cell, { from: titles.before(from), to: titles.after(to), count, value: inUnit(value) }),
  )
}

function explainGreatest({ comparison, titles, inUnit, locale }: Telling): string {
  const { greatest, customer: template } = locale.schemeComparison
  const named = comparison.moved
    .slice(0, NAMED)
    .map(({ customer, value, from, to }) =>
      formatMessage(template, { customer, value: inUnit(value), from: titles.before(from), to: titles.after(to) }),
    )
  return formatMessage(greatest, { customers: listTexts(named, locale.core) })
}

/** Each tier before and after; one that only one scheme has, on its own. */
function explainTierChanges({ comparison, titles, inUnit, locale }: Telling): string[] {
  const { tier: both, onlyBefore, onlyAfter } = locale.schemeComparison
  const [before, after] = [byTier(comparison.before), byTier(comparison.after)]
  const alone = (template: string, title: Title, { tier, count, value }: TierSummary): string =>
    formatMessage(template, { tier: title(tier), count, value: inUnit(value) })
  return [
    ...comparison.before.filter(({ tier }) => !after.has(tier)).map((one) => alone(onlyBefore, titles.before, one)),
    ...comparison.after.map((one) => {
      const earlier = before.get(one.tier)
      if (earlier === undefined) return alone(onlyAfter, titles.after, one)
      const values = { valueBefore: inUnit(earlier.value), valueAfter: inUnit(one.value) }
      return formatMessage(both, { tier: titles.after(one.tier), before: earlier.count, after: one.count, ...values })
    }),
  ]
}

function byTier(tiers: readonly TierSummary[]): ReadonlyMap<string, TierSummary> {
  return new Map(tiers.map((one) => [one.tier, one]))
}

/** What is to be known of the customers once, and of the tiers of each scheme. */
function explainDiagnoses({ comparison, titles, locale }: Telling): string[] {
  const { ofBefore, ofAfter } = locale.schemeComparison
  const sentences = comparison.diagnoses.map(({ scheme, diagnosis }) => {
    const text = explainTierDiagnosis(diagnosis, titles[scheme], comparison, locale)
    return OF_CUSTOMERS.includes(diagnosis.code) ? text : formatMessage(scheme === 'before' ? ofBefore : ofAfter, { diagnosis: text })
  })
  return [...new Set(sentences)]
}
