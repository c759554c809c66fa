import type { Issue } from '@clientele/core'
import {
  drawn,
  EMPTY_SIZE,
  inOneLine,
  labelLines,
  labelsOf,
  type PicturePart,
  rowHeight,
  rowsOf,
  titleLines,
  type VegaLiteSpecification,
  vegaLiteSchema,
  WIDE_PADDING,
} from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownPercent, shownSmall, titleOf } from '@clientele/core/explain'
import type { Bottleneck, BottleneckRanking } from '../bottlenecks/types.js'
import { checkBottlenecks } from '../explain/checkBottlenecks.js'
import { shownPercentTo, tellApart } from '../explain/tellApart.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { CurrencyAmount } from '../money/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { COLOURS } from './colours.js'
import { amountsOf, amountTitle, SIDES } from './columns.js'
import { shownMoney } from './shownMoney.js'

type BottleneckWords = FunnelLocale['charts']['bottlenecks']
type Row = ReturnType<typeof rowOf>

/** Pixels; characters of a line of a label; pixels of what is written at bars, and right of it. */
const WIDTH = 380
const LABEL_WIDTH = 28
const TEXT_LIMIT = 500
const PADDING = { ...WIDE_PADDING, right: 90 }

/** What bars are of: what is lost in a currency, or, where no won deal states an amount, how many deals. */
interface Panel {
  readonly title: string
  readonly lost: readonly (CurrencyAmount | null)[]
}

/**
 * Draws what stages below their benchmarks cost: for each currency a bar for each stage, of what would be won besides if that stage alone came up to its benchmark. Where no won deal states
 * an amount, bars are of deals.
 *
 * @param ranking - What {@link rankBottlenecks} returned.
 * @param pipeline - The pipeline that the deals went through: what stages are called is taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: a picture for each currency, its stages in the order of the ranking. Labels tell the amount, rounded to the minor digits of its
 * currency, and the rate against the benchmark. Stages that are not below theirs are named below the title.
 * @throws {@link InputError} if `ranking` or `pipeline` is none, if figures of the ranking disagree, or another pipeline made it.
 * @example
 * import { measureFunnel, type Pipeline, rankBottlenecks } from '@clientele/funnel'
 * import { bottleneckChart } from '@clientele/funnel/charts'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }], ...rules }
 * const log = [
 *   { deal: 1, at: '2024-03-01', to: 'quoted', amount: 1000, currency: 'EUR' },
 *   { deal: 1, at: '2024-03-09', to: 'won' },
 *   { deal: 2, at: '2024-03-02', to: 'quoted' },
 *   { deal: 2, at: '2024-03-05', to: 'lost' },
 * ]
 * const ranking = rankBottlenecks(measureFunnel(log, pipeline, { asOf: '2024-03-31' }), { benchmarks: { quoted: 0.75 } })
 * bottleneckChart(ranking, pipeline).data.values.map(({ text }) => text) //=> ['500; 50% got on, benchmark 75%']
 */
export function bottleneckChart(ranking: BottleneckRanking, pipeline: Pipeline, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkBottlenecks(ranking, pipeline, issues)
  throwIssues(issues)
  const { bottlenecks: words } = locale.charts
  const { bottlenecks, asOf } = ranking
  const titles = labelsOf(pipeline.stages.map((stage) => ({ id: stage.id, title: inOneLine(titleOf(stage, locale)) })))
  const names = bottlenecks.map(({ stage }) => inOneLine(titles.get(stage) as string))
  const panels = panelsOf(bottlenecks, words)
  const rows = panels.flatMap(({ lost }, panel) =>
    bottlenecks.map((bottleneck, rank) =>
      rowOf(bottleneck, { panel, place: panel * bottlenecks.length + rank, name: names[rank] as string, lost: lost[rank] ?? null }, locale),
    ),
  )
  const title = titleLines(formatMessage(words.title, { pipeline: inOneLine(titleOf(pipeline, locale)), asOf }), notesOf(ranking, titles, locale))
  const frame = { $schema: vegaLiteSchema, title, data: { name: 'rows', values: rows } }
  if (panels.length === 0) return { ...frame, padding: WIDE_PADDING, width: EMPTY_SIZE, height: EMPTY_SIZE, mark: 'bar' }
  return {
    ...frame,
    padding: PADDING,
    vconcat: panels.map((panel, index) =>
      drawPanel(
        panel.title,
        rows.length,
        rows.filter((row) => row.panel === index),
        words,
      ),
    ),
  }
}

/** All stages have lost something in the same currencies. */
function panelsOf(bottlenecks: readonly Bottleneck[], words: BottleneckWords): Panel[] {
  const [first] = bottlenecks
  if (first === undefined) return []
  if (first.lostValue.length === 0) return [{ title: words.deals, lost: [] }]
  return first.lostValue.map(({ currency }) => ({
    title: amountTitle(currency, words),
    lost: bottlenecks.map(({ lostValue }) => lostValue.find((one) => one.currency === currency) as CurrencyAmount),
  }))
}

function notesOf(ranking: BottleneckRanking, titles: ReadonlyMap<string, string>, locale: FunnelLocale): string[] {
  const { bottlenecks, met, insufficient, won, wonWithAmount } = ranking
  const { bottlenecks: words } = locale.charts
  const told = (text: string, stages: readonly { readonly stage: string }[]): string[] => {
    const names = stages.map(({ stage }) => inOneLine(titles.get(stage) as string))
    return names.length === 0 ? [] : [formatMessage(text, { stages: listTexts(names, locale.core) })]
  }
  const [unpriced, unjudged] = [insufficient.filter(({ rate }) => rate !== null), insufficient.filter(({ rate }) => rate === null)]
  const missing = unpriced.map(({ stage, rate, benchmark }) =>
    formatMessage(words.unpricedStage, { stage: inOneLine(titles.get(stage) as string), ...shownGap(rate ?? 0, benchmark) }),
  )
  const amounts = wonWithAmount === 0 ? words.withoutAmounts : formatMessage(words.amounts, { stated: wonWithAmount, won })
  return [
    ...readingOf(ranking, words),
    ...(bottlenecks.length === 0 || wonWithAmount === won ? [] : [amounts]),
    ...told(words.met, met),
    ...(missing.length === 0 ? [] : [formatMessage(words.unpriced, { stages: listTexts(missing, locale.core) })]),
    ...told(words.unjudged, unjudged),
  ]
}

/** How to read bars, or why there are none. */
function readingOf({ bottlenecks, met, insufficient }: BottleneckRanking, words: BottleneckWords): string[] {
  if (bottlenecks.length > 0) return [words.reading]
  if (insufficient.some(({ rate }) => rate !== null)) return []
  return [met.length + insufficient.length === 0 ? words.withoutBenchmarks : words.nothing]
}

/** A rate and its benchmark in percent, which differ also where both look alike. */
function shownGap(rate: number, benchmark: number): { readonly rate: string; readonly benchmark: string } {
  const [is, should] = tellApart(rate, benchmark, shownPercentTo)
  return { rate: is, benchmark: should }
}

/** Where a row stands, and what bars of its panel are of. */
interface Place {
  readonly panel: number
  readonly place: number
  readonly name: string
  readonly lost: CurrencyAmount | null
}

function rowOf(bottleneck: Bottleneck, { panel, place, name, lost }: Place, { charts }: FunnelLocale) {
  const { bottlenecks: words, sales } = charts
  const { rate, benchmark, interval, sample, lostDeals } = bottleneck
  const shown = shownGap(rate, benchmark)
  const deals = shownSmall(lostDeals)
  const amount = lost === null ? null : shownMoney(lost.amount, lost.currency)
  const text = amount === null ? formatMessage(words.dealsLabel, { deals, ...shown }) : formatMessage(words.label, { amount, ...shown })
  const [low, high] = interval.map((end) => `${shownPercent(end)}%`) as [string, string]
  return {
    panel,
    place,
    stage: name,
    currency: lost?.currency ?? null,
    lost: lost === null ? drawn(String(lostDeals), SIDES) : drawn(lost.amount, SIDES),
    text,
    label: labelLines(name, LABEL_WIDTH),
    said: formatMessage(words.said, { stage: name, text }),
    facts: {
      amount: amount ?? sales.unknown,
      deals,
      rate: `${shown.rate}%`,
      benchmark: `${shown.benchmark}%`,
      interval: formatMessage(sales.range, { low, high }),
      sample: String(sample),
    },
  }
}

function drawPanel(title: string, count: number, rows: readonly Row[], words: BottleneckWords): PicturePart {
  const places = rows.map(({ place }) => place)
  const numbers = rows.map(({ lost }) => lost)
  const fact = (name: string, text: string): PicturePart => ({ field: `facts.${name}`, title: text, type: 'nominal' })
  const tooltip = [
    { field: 'stage', title: words.stage, type: 'nominal' },
    fact('amount', title),
    fact('deals', words.deals),
    fact('rate', words.rate),
    fact('interval', words.interval),
    fact('sample', words.sample),
    fact('benchmark', words.benchmark),
  ]
  return {
    transform: [{ filter: { field: 'place', range: [places[0] as number, places.at(-1) as number] } }],
    width: WIDTH,
    height: { step: rowHeight(rows.map(({ label }) => label)) },
    encoding: { y: { ...rowsOf('rows', count), scale: { domain: places }, title: words.stage } },
    layer: [
      {
        mark: { type: 'bar', color: COLOURS.lost, description: { expr: 'datum.said' } },
        encoding: { x: amountsOf('lost', title, numbers), tooltip },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4, limit: TEXT_LIMIT, aria: false },
        encoding: { x: { field: 'lost', type: 'quantitative' }, text: { field: 'text' } },
      },
    ],
  }
}
