import { titlesOf } from '@clientele/core/explain'
import { allocateEffort, type EffortCost, type MeasuredStage } from '@clientele/funnel'
import { explainEffort, type FunnelLocale } from '@clientele/funnel/explain'
import { textbookFunnel } from '@clientele/funnel/templates'
import { section } from './lines.js'
import { type Cell, layOutTable } from './table.js'
import type { EffortTexts } from './texts/types.js'

/** A stage of a salesperson's funnel: what became of those who came to it, and how long it takes to work one of them. */
interface WorkedStage {
  readonly stage: string
  readonly advanced: number
  readonly lost: number
  /** Those who can be worked this week. */
  readonly open: number
  readonly hoursPerDeal: number
}

/** The book of one salesperson; the chapter gives the necks, and no figures. */
const book: readonly WorkedStage[] = [
  { stage: 'potential', advanced: 105, lost: 105, open: 40, hoursPerDeal: 2 },
  { stage: 'prospect', advanced: 60, lost: 40, open: 5, hoursPerDeal: 2 },
  { stage: 'customer', advanced: 42, lost: 14, open: 4, hoursPerDeal: 4 },
  { stage: 'partner', advanced: 36, lost: 4, open: 2, hoursPerDeal: 5 },
]

/** What a partner brings in a year, in yuan. */
const WORTH = 20_000

/** Hours of a whole week, and of one with three days at a fair. */
const WEEK = 40
const SHORT_WEEK = 16

/** The chapter's funnel (S1, 漏斗理論) guides how a salesperson divides time and effort: a week's hours go to where they bring most. */
export function showEffort(texts: EffortTexts, locale: FunnelLocale): string[] {
  // What is won here is a partner.
  const inTheirWords = { ...locale, effort: { ...locale.effort, worked: texts.worked } }
  return [
    `═══ ${texts.title} ═══`,
    ...section(texts.book, [...bookTable(texts, locale), '', texts.worth]),
    ...section(texts.week, divide(WEEK, inTheirWords)),
    ...section(texts.shortWeek, divide(SHORT_WEEK, inTheirWords)),
    ...section(texts.lesson, texts.lessons),
  ]
}

function divide(hours: number, locale: FunnelLocale): readonly string[] {
  const { kind, id, version } = textbookFunnel
  const stages = book.map(({ stage, advanced, lost, open }): MeasuredStage => ({ stage, entered: advanced + lost + open, advanced, lost, open }))
  const costs = book.map(({ stage, hoursPerDeal, open }): EffortCost => ({ stage, hoursPerDeal, capacity: open }))
  const measure = { asOf: '2024-06-30', stages, policies: [{ kind, id, version }] }
  const allocation = allocateEffort(measure, { hours, costs, values: WORTH, currency: 'CNY' })
  return explainEffort(allocation, textbookFunnel, locale).sentences
}

function bookTable(texts: EffortTexts, locale: FunnelLocale): string[] {
  const title = titlesOf(textbookFunnel.stages, locale)
  const heads = [texts.entered, texts.advanced, texts.lost, texts.open, texts.hoursPerDeal].map((number) => ({ number }))
  const rows = book.map(({ stage, advanced, lost, open, hoursPerDeal }): Cell[] => [
    title(stage),
    ...[advanced + lost + open, advanced, lost, open, hoursPerDeal].map((count) => ({ number: String(count) })),
  ])
  return layOutTable([[texts.stage, ...heads], ...rows])
}
