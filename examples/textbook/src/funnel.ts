import { addCalendarDays, type CalendarDate } from '@clientele/core'
import { formatMessage, shownPercent, titlesOf } from '@clientele/core/explain'
import {
  advanceDeal,
  conversionCurve,
  type FunnelGroup,
  type FunnelMeasure,
  measureFunnel,
  type Pipeline,
  type StageChange,
  type StageMeasure,
} from '@clientele/funnel'
import { explainAdvance, type FunnelLocale } from '@clientele/funnel/explain'
import { opportunityPipeline, textbookFunnel } from '@clientele/funnel/templates'
import { indent, section } from './lines.js'
import { type Cell, layOutTable } from './table.js'
import type { FunnelTexts } from './texts/types.js'

/** How far so many deals came, and what became of them; no reason of those that are open or won. */
interface Kind {
  readonly number: number
  readonly furthest: number
  readonly outcome: 'won' | 'lost' | 'open'
  readonly reason?: string
  readonly region?: string
}

/** Twenty potential customers; the chapter gives the necks, and no figures. */
const customers: readonly Kind[] = [
  { number: 5, furthest: 0, outcome: 'lost', reason: 'time' },
  { number: 3, furthest: 0, outcome: 'open' },
  { number: 4, furthest: 1, outcome: 'lost', reason: 'price' },
  { number: 2, furthest: 1, outcome: 'open' },
  { number: 1, furthest: 2, outcome: 'lost', reason: 'competitors' },
  { number: 3, furthest: 2, outcome: 'open' },
  { number: 2, furthest: 3, outcome: 'open' },
]

/** Ten opportunities in either region: the third text's case is that South China converts less than East China. */
const opportunities: readonly Kind[] = [
  { number: 4, furthest: 3, outcome: 'won', region: 'East China' },
  { number: 1, furthest: 2, outcome: 'lost', reason: 'competitors', region: 'East China' },
  { number: 2, furthest: 1, outcome: 'lost', reason: 'price', region: 'East China' },
  { number: 1, furthest: 0, outcome: 'lost', reason: 'time', region: 'East China' },
  { number: 1, furthest: 1, outcome: 'open', region: 'East China' },
  { number: 1, furthest: 2, outcome: 'open', region: 'East China' },
  { number: 2, furthest: 3, outcome: 'won', region: 'South China' },
  { number: 3, furthest: 1, outcome: 'lost', reason: 'price', region: 'South China' },
  { number: 1, furthest: 1, outcome: 'lost', reason: 'brand-or-source', region: 'South China' },
  { number: 2, furthest: 0, outcome: 'lost', reason: 'time', region: 'South China' },
  { number: 1, furthest: 1, outcome: 'open', region: 'South China' },
  { number: 1, furthest: 2, outcome: 'open', region: 'South China' },
]

const FIRST_DAY: CalendarDate = '2024-01-08'
const LAST_DAY: CalendarDate = '2024-06-30'

/** Days from one deal's beginning to the next one's, and in each stage. */
const BETWEEN_DEALS = 3
const DAYS_IN_STAGES = [12, 20, 31, 9]

/** The log of deals that begin one after the other, and go on from stage to stage. */
function logOf(kinds: readonly Kind[], { stages }: Pipeline): StageChange[] {
  const deals = kinds.flatMap((kind) => Array.from({ length: kind.number }, () => kind))
  return deals.flatMap(({ furthest, outcome, reason, region }, index) => {
    const at = (step: number): CalendarDate =>
      addCalendarDays(
        FIRST_DAY,
        DAYS_IN_STAGES.slice(0, step).reduce((sum, days) => sum + days, index * BETWEEN_DEALS),
      )
    const deal = `D-${index + 1}`
    const passed: StageChange[] = stages.slice(0, furthest + 1).map(({ id }, step) => ({ deal, at: at(step), to: id }))
    const said = { ...(reason === undefined ? {} : { reason }), ...(region === undefined ? {} : { attributes: { region } }) }
    const last = { deal, at: at(furthest + 1), to: outcome, ...said }
    const [first, ...others] = passed as [StageChange, ...StageChange[]]
    return [{ ...first, ...(region === undefined ? {} : { attributes: { region } }) }, ...others, ...(outcome === 'open' ? [] : [last])]
  })
}

/** A deal on its way through the stages of an opportunity: what is asked of the rules, and what the change says. */
const movesOf = (texts: FunnelTexts): readonly (readonly [move: keyof FunnelTexts['moves'], change: Omit<StageChange, 'deal'>])[] => [
  ['confirm', { at: '2024-03-01', to: 'need-confirmed', evidence: ['requirement-document'] }],
  ['skip', { at: '2024-03-05', to: 'negotiating', evidence: ['draft-contract'] }],
  ['quoteBare', { at: '2024-03-08', to: 'quoted', amount: '120000', currency: 'CNY' }],
  ['quote', { at: '2024-03-08', to: 'quoted', amount: '120000', currency: 'CNY', evidence: ['quotation'] }],
  ['negotiate', { at: '2024-03-15', to: 'negotiating', evidence: ['draft-contract'] }],
  ['giveUp', { at: '2024-03-20', to: 'lost', reason: texts.weather }],
  ['signUnpaid', { at: '2024-03-25', to: 'signed-and-paid', evidence: ['signed-contract'] }],
  ['sign', { at: '2024-03-28', to: 'signed-and-paid', evidence: ['signed-contract', 'proof-of-payment'] }],
]

/** Eight deals: after how many days they were decided, or were still open. */
const eight = [
  [10, 'won'],
  [20, 'lost'],
  [20, 'open'],
  [30, 'won'],
  [40, 'lost'],
  [50, 'open'],
  [60, 'open'],
  [60, 'won'],
] as const

/** The chapter's funnel (S1, 漏斗理論) with the opportunity stages and the analysis of the third text, and its objections (S4): necks, evidence, conversion, losses, win rates. */
export function showFunnel(texts: FunnelTexts, locale: FunnelLocale): string[] {
  const necks = measureFunnel(logOf(customers, textbookFunnel), textbookFunnel, { asOf: LAST_DAY })
  const measured = measureFunnel(logOf(opportunities, opportunityPipeline), opportunityPipeline, { asOf: LAST_DAY, by: 'region' })
  return [
    `═══ ${texts.title} ═══`,
    ...section(texts.necks, [...stageTable(necks, textbookFunnel, texts, locale), '', ...narrowest(necks, textbookFunnel, texts, locale)]),
    ...section(texts.way, showWay(texts, locale)),
    ...section(texts.conversion, stageTable(measured, opportunityPipeline, texts, locale)),
    ...section(texts.regions, showRegions(measured, texts)),
    ...section(texts.losses, showLosses(measured, texts, locale)),
    ...section(texts.winRates, showWinRates(texts)),
  ]
}

function percent(share: number | null): string {
  return share === null ? '–' : `${shownPercent(share)}%`
}

function stageTable({ stages }: FunnelMeasure, pipeline: Pipeline, texts: FunnelTexts, locale: FunnelLocale): string[] {
  const title = titlesOf(pipeline.stages, locale)
  const heads = [texts.entered, texts.advanced, texts.lost, texts.open, texts.ofEntered, texts.ofDecided, texts.medianDays]
  const rows = stages.map(({ stage, entered, advanced, lost, open, conversion, medianDays }): Cell[] => [
    title(stage),
    ...[entered, advanced, lost, open].map((count) => ({ number: String(count) })),
    { number: percent(conversion.ofEntered) },
    { number: percent(conversion.ofClosed) },
    { number: medianDays === null ? '–' : String(medianDays) },
  ])
  return layOutTable([[texts.stage, ...heads.map((number) => ({ number }))], ...rows])
}

/** Which neck is the narrowest, by both ways of counting: they need not agree. */
function narrowest({ stages }: FunnelMeasure, pipeline: Pipeline, texts: FunnelTexts, locale: FunnelLocale): string[] {
  const title = titlesOf(pipeline.stages, locale)
  return (['ofEntered', 'ofClosed'] as const).map((way) => {
    const rate = ({ conversion }: StageMeasure): number => conversion[way] ?? 1
    // From the last stage nobody can get on but by being won.
    const [least] = stages.slice(0, -1).sort((one, other) => rate(one) - rate(other)) as [StageMeasure]
    return formatMessage(texts.narrowest[way], { stage: title(least.stage), percent: shownPercent(rate(least)) })
  })
}

/** A deal's way: what the rules let in is the history of what comes next. */
function showWay(texts: FunnelTexts, locale: FunnelLocale): string[] {
  const history: StageChange[] = []
  return movesOf(texts).flatMap(([move, said]) => {
    const change = { deal: 'D-1', ...said }
    const result = advanceDeal({ change, history }, opportunityPipeline)
    if (result.ok) history.push(change)
    return [texts.moves[move], ...indent(explainAdvance(result, opportunityPipeline, locale).sentences)]
  })
}

/** From quote to negotiation, region by region: what is below the mean is worth an alert. */
function showRegions({ groups = [], stages }: FunnelMeasure, texts: FunnelTexts): string[] {
  const rateOf = (all: readonly StageMeasure[]): number => all.find(({ stage }) => stage === 'quoted')?.conversion.ofEntered ?? 0
  const mean = rateOf(stages)
  const rows = groups.map((group: FunnelGroup): Cell[] => [
    texts.regionNames[group.group as keyof FunnelTexts['regionNames']],
    { number: String(group.entered) },
    { number: percent(group.conversion.ofEntered) },
    { number: percent(rateOf(group.stages)) },
    rateOf(group.stages) < mean ? texts.alert : '',
  ])
  const heads = [texts.entered, texts.wonOfAll, texts.quoteToNegotiation].map((number) => ({ number }))
  return [...layOutTable([[texts.region, ...heads, ''], ...rows]), '', formatMessage(texts.mean, { percent: shownPercent(mean) })]
}

/** Where deals were lost, and for which of the objections. */
function showLosses({ losses, lost }: FunnelMeasure, texts: FunnelTexts, locale: FunnelLocale): string[] {
  const stage = titlesOf(opportunityPipeline.stages, locale)
  const reason = titlesOf(
    opportunityPipeline.lossReasons.map((entry) => (typeof entry === 'string' ? { id: entry } : entry)),
    locale,
  )
  const rows = losses.map((loss): Cell[] => [
    stage(loss.stage as string),
    reason(loss.reason as string),
    { number: String(loss.count) },
    { number: percent(loss.count / lost.count) },
  ])
  return layOutTable([[texts.lostAt, texts.objection, { number: texts.deals }, { number: texts.share }], ...rows])
}

/** One set of deals, four win rates. */
function showWinRates(texts: FunnelTexts): string[] {
  const pipeline: Pipeline = { ...opportunityPipeline, id: 'one-stage', stages: [{ id: 'open' }] }
  const deals = eight.map(([days, outcome], index) => ({ deal: `D-${index + 1}`, entered: addCalendarDays(LAST_DAY, -days), outcome }))
  const log = deals.flatMap(({ deal, entered, outcome }): StageChange[] => [
    { deal, at: entered, to: 'open' },
    ...(outcome === 'open' ? [] : [{ deal, at: LAST_DAY, to: outcome }]),
  ])
  const { conversion } = measureFunnel(log, pipeline, { asOf: LAST_DAY })
  const watched = deals.map((deal) => (deal.outcome === 'open' ? deal : { ...deal, left: LAST_DAY }))
  const curve = conversionCurve(watched, { asOf: LAST_DAY, method: 'kaplan-meier' })
  const { ofEntered, ofClosed, eventual } = conversion
  const rates = { ofEntered, ofClosed, kaplanMeier: curve.won.at(-1) ?? null, eventual: eventual.rate }
  const shown = { unresolved: percent(eventual.unresolved), days: eventual.throughDays ?? '–' }
  return [
    texts.eightDeals,
    '',
    ...(['ofEntered', 'ofClosed', 'kaplanMeier', 'eventual'] as const).flatMap((way) => [
      `${percent(rates[way])}  ${texts.rates[way].name}`,
      ...indent([formatMessage(texts.rates[way].meaning, shown)]),
    ]),
    '',
    texts.whyTheyDiffer,
  ]
}
