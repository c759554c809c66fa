import {
  advanceDeal,
  conversionCurve,
  countSteps,
  type FunnelMeasure,
  measureFunnel,
  type Pipeline,
  type StageChange,
  type StepEvent,
  winProbability,
} from '../src/index.js'
import { opportunityPipeline } from '../src/templates.js'
import { smallPipeline } from './pipelines.js'
import { AS_OF, eightDeals, watched } from './watchedDeals.js'

/** The changes of a deal, all of one region, amount and currency. */
function dealOf(
  deal: string,
  { region = null, ...worth }: { readonly region?: string | null; readonly amount?: string; readonly currency?: string },
  ...changes: readonly (readonly [at: string, to: string, reason?: string])[]
): StageChange[] {
  return changes.map(([at, to, reason]) => ({ deal, at, to, reason, attributes: { region }, ...worth }))
}

const euros = { amount: '50', currency: 'EUR' }

/** Deals of the template for opportunities, of three months and regions, with almost everything that may happen to deals. */
const opportunityLog: readonly StageChange[] = [
  ...dealOf(
    'A',
    { region: 'East', amount: '100', currency: 'CNY' },
    ['2024-01-05', 'need-confirmed'],
    ['2024-01-10', 'quoted'],
    ['2024-01-30', 'negotiating'],
    ['2024-02-05', 'signed-and-paid'],
    ['2024-02-06', 'won'],
  ),
  ...dealOf(
    'B',
    { region: 'East', amount: '200', currency: 'CNY' },
    ['2024-01-08', 'need-confirmed'],
    ['2024-01-20', 'quoted'],
    ['2024-02-20', 'lost', 'price'],
  ),
  ...dealOf('C', { region: 'West', ...euros }, ['2024-01-08', 'quoted'], ['2024-02-20', 'lost', 'price']),
  ...dealOf('D', { region: 'West', ...euros }, ['2024-02-08', 'need-confirmed'], ['2024-02-10', 'negotiating'], ['2024-03-01', 'need-confirmed']),
  ...dealOf('E', euros, ['2024-02-08', 'need-confirmed'], ['2024-02-20', 'lost', 'weather']),
  ...dealOf('F', { region: 'North', amount: '70' }, ['2024-03-08', 'need-confirmed'], ['2024-05-20', 'lost']),
  ...dealOf('G', { region: 'East' }, ['2024-03-08', 'won'], ['2024-03-20', 'quoted']),
]

export const opportunityMeasure: FunnelMeasure = measureFunnel(opportunityLog, opportunityPipeline, {
  asOf: '2024-03-31',
  by: 'region',
  cohorts: { by: 'month' },
})

/** A pipeline with every rule that may refuse, an outcome by another name, and a title of an effect. */
export const strictPipeline: Pipeline = {
  kind: 'pipeline',
  id: 'strict',
  version: 2,
  title: { en: 'Strict sales', 'zh-CN': '严格销售' },
  stages: [
    { id: 'first', title: { en: 'First talk', 'zh-CN': '初次洽谈' }, band: 'top', winPercent: '12.5' },
    {
      id: 'offer',
      title: { en: 'Offer', 'zh-CN': '报价' },
      band: 'middle',
      evidence: ['offer', { id: 'terms', title: { en: 'terms', 'zh-CN': '条款' } }],
    },
    {
      id: 'deal',
      band: 'bottom',
      onEnter: [
        { effect: 'invoice', title: { en: 'send the invoice', 'zh-CN': '开具发票' } },
        { effect: 'call', title: 7 },
      ],
    },
  ],
  won: 'signed',
  lost: 'gone',
  lossReasons: [{ id: 'price', title: { en: 'Price', 'zh-CN': '价格' } }, 'time'],
  skips: 'refuse',
  regressions: 'refuse',
  reopenings: 'refuse',
  lossReason: 'required',
  currency: 'CNY',
}

/** The same, more or less, where nothing is refused. */
export const easyPipeline: Pipeline = { ...smallPipeline, title: 'Easy', lossReasons: [] }

/** What becomes of a change after others, a day apart. */
export function advanceTo(pipeline: Pipeline, to: string, before: readonly string[], others: Partial<StageChange> = {}) {
  const history = before.map((place, index) => ({ deal: 1, at: `2024-03-0${index + 1}`, to: place }))
  return advanceDeal({ change: { deal: 1, at: '2024-03-20', to, ...others }, history }, pipeline)
}

/** Who took which step at which hour. */
export function eventsOf(...events: readonly (readonly [actor: string, hour: number, step: string])[]): StepEvent[] {
  return events.map(([actor, hour, step]) => ({ actor, at: `2024-03-01T0${hour}:00:00Z`, step }))
}

/** Known answer 4, and one more who only began. */
export const visits: readonly StepEvent[] = eventsOf(
  ['a', 0, 'visit'],
  ['a', 1, 'enquiry'],
  ['a', 3, 'order'],
  ['b', 0, 'visit'],
  ['b', 2, 'enquiry'],
  ['c', 0, 'visit'],
  ['c', 2, 'enquiry'],
  ['c', 3, 'order'],
  ['d', 2, 'visit'],
  ['e', 2, 'visit'],
  ['e', 5, 'call'],
)

export const steps = ['visit', 'enquiry', 'order'] as const
export const visitCounts = countSteps(visits, { steps, window: 'PT22H', asOf: '2024-03-01', cohorts: { by: 'day' } })
export const anyOrderCounts = countSteps(visits, { steps, mode: 'unordered', asOf: '2024-03-01' })

export const curve = conversionCurve(eightDeals, { asOf: AS_OF })
export const kaplanMeier = conversionCurve(eightDeals, { asOf: AS_OF, method: 'kaplan-meier' })
export const openCurve = conversionCurve([watched('a', 5, 'open')], { asOf: AS_OF })
export const probability = winProbability({ stage: 'quoted', ageDays: 15 }, { quoted: curve })
