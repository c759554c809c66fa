import { formatMessage, shownPercent } from '@clientele/core/explain'
import { parseTerms, termsTimeline } from '@clientele/credit'
import { rankCandidates, type Scorecard } from '@clientele/scoring'
import {
  assignLevel,
  averageMonthlySales,
  benefitsFor,
  classifyByScore,
  classifyByShare,
  classifyByThreshold,
  concentration,
  rebateOnLosses,
  retier,
  type Sale,
  scoreRfm,
  shareOfTop,
  type ThresholdScheme,
  warnOfAttrition,
} from '@clientele/tiering'
import {
  explainAttrition,
  explainBenefits,
  explainLevel,
  explainRebate,
  explainRetiering,
  explainRfm,
  explainTiers,
  explainValueConcentration,
  type TieringLocale,
} from '@clientele/tiering/explain'
import {
  airlineLevels,
  casinoRebate,
  textbookAbc,
  textbookAttrition,
  textbookBenefits,
  textbookRetiering,
  textbookRfm,
  textbookShares,
} from '@clientele/tiering/templates'
import { indent, perCustomer, section } from './lines.js'
import { type Cell, layOutTable } from './table.js'
import type { TierTexts } from './texts/types.js'

/** Sales of three months; the chapter gives the way and the threshold, and no figures. B1 sells for exactly 500,000 a month, which is not above it. */
const sales: readonly Sale[] = (
  [
    ['A1', ['900000', '480000', '600000']],
    ['B1', ['500000', '600000', '400000']],
    ['B2', ['350000', '0', '400000']],
    ['C1', ['60000', '45000', '-15000']],
    ['C2', ['9000', '12000', '6000']],
  ] as const
).flatMap(([customer, amounts]) => amounts.map((amount, month) => ({ customer, date: `2024-0${month + 4}-15`, amount, currency: 'CNY' })))

/** A's profit is 70 % of all, B's 22 %, C's 8 %: within what the text expects. */
const profits = [360, 340, 90, 70, 60, 25, 20, 15, 12, 8].map((value, index) => ({ customer: `K${index + 1}`, value }))

/** The second text's criteria; weights and marks are examples. */
const criteria: Scorecard = {
  kind: 'scorecard',
  id: 'three-criteria',
  version: 1,
  scale: { min: 1, max: 5 },
  criteria: [
    { id: 'profit', weight: '0.5' },
    { id: 'growth', weight: '0.3' },
    { id: 'brand', weight: '0.2' },
  ],
}
const byScore: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'tiers-by-score',
  version: 1,
  type: 'threshold',
  boundary: 'at-or-above',
  tiers: [
    { id: 'A', from: '4' },
    { id: 'B', from: '2.5' },
    { id: 'C', from: null },
  ],
}
const rated = [
  { id: 'A1', ratings: { profit: 5, growth: 3, brand: 4 } },
  { id: 'B1', ratings: { profit: 3, growth: 4, brand: 2 } },
  { id: 'C1', ratings: { profit: 2, growth: 1, brand: 2 } },
]

/** Fifty customers of whom nine, 18 %, give 65 % of the revenue. */
const revenues = Array.from({ length: 50 }, (_, index) => (index < 8 ? 72 : index === 8 ? 74 : index === 9 ? 30 : 8))

/** A year's purchases. */
const purchases = (
  [
    ['A1', ['2024-06-28', '2024-06-12', '2024-05-20', '2024-04-02', '2024-02-14'], '6000'],
    ['B1', ['2023-09-04', '2023-08-21', '2023-08-02', '2023-07-15'], '90'],
    ['B2', ['2024-05-30', '2024-03-11', '2024-01-08'], '2500'],
    ['C1', ['2024-03-05', '2023-11-11'], '800'],
    ['C2', ['2023-12-24'], '1500'],
  ] as const
).flatMap(([customer, dates, amount]) => dates.map((date) => ({ customer, date, amount })))

const points = [
  { date: '2023-09-10', points: 9000 },
  { date: '2024-03-02', points: 12000 },
  { date: '2024-09-20', points: 10000, forecast: true },
]

const previous = [
  { customer: 'A1', tier: 'A', since: '2023-07-01' },
  { customer: 'B1', tier: 'B', since: '2023-07-01' },
  { customer: 'C1', tier: 'B', since: '2023-01-01', belowSince: '2023-09-30' },
]
const current = [
  { customer: 'A1', value: '470000' },
  { customer: 'B1', value: '560000' },
  { customer: 'C1', value: '30000' },
]

const calls = ['2023-10-09', '2023-11-20', '2023-12-05', '2024-01-16', '2024-02-27', '2024-05-14']
const activity = calls.map((date) => ({ customer: 'B2', date, type: 'call' }))
const contracts = [{ customer: 'B2', from: '2023-09-01', to: '2024-08-31' }]

/** The chapter's tiers (S1, 客戶等級管理) with those of the other texts: ABC, RFM, named levels, managing by tier, re-tiering, early warning. */
export function showTiers(texts: TierTexts, locale: TieringLocale): string[] {
  const averages = averageMonthlySales(sales, { months: 3, asOf: '2024-07-15' })
  const byThreshold = classifyByThreshold(averages, textbookAbc)
  const byShare = classifyByShare(profits, textbookShares)
  const scored = classifyByScore(rankCandidates(rated, criteria), byScore)
  const rfm = scoreRfm(purchases, textbookRfm, { asOf: '2024-06-30' })
  const level = assignLevel({ customer: 'F1', points, level: 'platinum', since: '2023-05-01' }, airlineLevels, { asOf: '2024-06-30' })
  const rebate = rebateOnLosses({ level: 'diamond', loss: '20000' }, casinoRebate)
  const retiering = retier({ previous, current }, textbookRetiering, { asOf: '2024-01-15' })
  const warnings = warnOfAttrition({ activity, contracts }, textbookAttrition, { asOf: '2024-06-30' })
  const inAll = explainTiers(byThreshold, textbookAbc, locale)
  return [
    texts.title,
    '',
    `■ ${texts.threshold}`,
    ...layOutTable([
      [texts.customer, { number: texts.total }, { number: texts.average }, texts.tier],
      ...averages.customers.map(({ customer, total, average }, index): Cell[] => [
        customer,
        { number: total },
        { number: average },
        byThreshold.customers[index]?.tier as string,
      ]),
    ]),
    '',
    ...indent(inAll.sentences),
    ...perCustomer(inAll.customers),
    ...section(texts.shares, explainTiers(byShare, textbookShares, locale).sentences),
    ...section(texts.score, explainTiers(scored, byScore, locale).sentences),
    ...section(texts.concentration, [
      formatMessage(texts.topShare, { percent: shownPercent(shareOfTop(revenues, { share: '0.18' }) ?? 0) }),
      ...explainValueConcentration(concentration(revenues), locale).sentences,
    ]),
    ...section(texts.rfm, explainRfm(rfm, textbookRfm, locale).sentences),
    ...perCustomer(explainRfm(rfm, textbookRfm, locale).customers.slice(0, 2)),
    ...section(texts.levels, explainLevel(level, airlineLevels, locale).sentences),
    ...section(texts.rebate, explainRebate(rebate, casinoRebate, locale).sentences),
    ...showBenefits(texts, locale),
    ...section(texts.again, explainRetiering(retiering, textbookRetiering, locale).sentences),
    ...perCustomer(explainRetiering(retiering, textbookRetiering, locale).customers),
    ...section(texts.warning, explainAttrition(warnings, textbookAttrition, locale).sentences),
    ...perCustomer(explainAttrition(warnings, textbookAttrition, locale).customers),
  ]
}

/** What each tier gets, and what its terms make of an invoice: the terms of one package are read by another. */
function showBenefits(texts: TierTexts, locale: TieringLocale): string[] {
  const tiers = textbookBenefits.tiers.flatMap(({ tier }) => {
    const benefits = benefitsFor({ tier }, textbookBenefits, { order: '150000' })
    const { windows } = termsTimeline({ id: 'INV-1', date: '2024-03-01', amount: '10000', currency: 'CNY' }, parseTerms(benefits.terms))
    const payable = windows.map(({ to, payable: amount }) => `${to} ${amount}`).join(locale.core.listSeparator)
    return [...explainBenefits(benefits, textbookBenefits, locale).sentences, formatMessage(texts.terms, { terms: benefits.terms, windows: payable })]
  })
  return section(texts.benefits, tiers)
}
