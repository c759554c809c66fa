import type { Issue } from '@clientele/core'
import { titleLines, type VegaLiteSpecification, vegaLiteSchema, WIDE_PADDING } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { ConversionCurve } from '../curves/types.js'
import { checkCurve } from '../explain/checkCurve.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { COLOURS } from './colours.js'
import { marginDays } from './marginDays.js'

type CurveWords = FunnelLocale['charts']['curve']

/** Pixels. */
const WIDTH = 460
const HEIGHT = 300

/** From the top to the bottom. */
const PARTS = ['lost', 'open', 'won'] as const
const LINE_COLOUR = '#08306b'

/** Pixels drawn and left out, of the line of the won ones and of the ends of their interval. */
const SOLID = [1, 0]
const DASHED = [5, 3]

/** Where the pointer shows what a day is like: seen by nobody. */
const HINT = { strokeWidth: 6, opacity: 0 }

/** What the shares are by the end of a day, up to the next one that is listed. */
interface DrawnDay {
  readonly day: number
  readonly won: number
  readonly open: number
  readonly lost: number
  readonly low: number
  readonly high: number
}

/**
 * Draws which share of deals is won, lost and open so many days after entering, one above the other, and the ends of the interval of 95 % of the won ones as dashed lines.
 *
 * @param curve - What {@link conversionCurve} returned, or one of the curves of {@link stageCurves}.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside. It ends with the deal that was watched for the longest time; where deals were decided on that very
 * day, or right before it, a little later, so that this can be seen.
 * @throws {@link InputError} if `curve` is none, or its figures disagree, such as shares that do not make a whole.
 * @example
 * import { conversionCurve } from '@clientele/funnel'
 * import { conversionCurveChart } from '@clientele/funnel/charts'
 *
 * const deals = [
 *   { deal: 1, entered: '2026-01-01', left: '2026-01-11', outcome: 'won' },
 *   { deal: 2, entered: '2026-01-01', left: '2026-01-21', outcome: 'lost' },
 * ] as const
 * const { data } = conversionCurveChart(conversionCurve(deals, { asOf: '2026-01-31' }))
 * data.values.map(({ day, won, lost }) => [day, won, lost]) //=> [[0, 0, 0], [10, 0.5, 0], [20, 0.5, 0.5]]
 */
export function conversionCurveChart(curve: ConversionCurve, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkCurve(curve, ['curve'], issues)
  throwIssues(issues)
  const { curve: words } = locale.charts
  const days = daysOf(curve)
  const values = days.map((day) => ({ ...day, text: sayDay(day, words) }))
  const through = curve.throughDays ?? 0
  const end = Math.max(through, (curve.times.at(-1) ?? 0) + marginDays(through))
  const drawn = drawnTo(end, days)
  return {
    $schema: vegaLiteSchema,
    title: titleLines(formatMessage(words.title, { asOf: curve.asOf }), notesOf(curve, words)),
    data: { name: 'days', values },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: HEIGHT,
    encoding: {
      x: {
        field: 'day',
        type: 'quantitative',
        title: words.days,
        scale: { domain: [0, end], nice: false },
        axis: { format: ',d', tickMinStep: 1 },
      },
    },
    layer: [drawAreas(drawn, words), drawLines(drawn, words), drawHints(words)],
  }
}

function notesOf({ deals, throughDays, median, method }: ConversionCurve, words: CurveWords): string[] {
  if (deals === 0) return [words.nothing]
  const isCompeting = method === 'aalen-johansen'
  const [half, lessThanHalf] = isCompeting ? [words.half, words.lessThanHalf] : [words.halfUnlessLost, words.lessThanHalfUnlessLost]
  return [
    formatMessage(words.watched, { deals, days: throughDays as number }),
    median === null ? lessThanHalf : formatMessage(half, { days: median }),
    ...(isCompeting ? [] : [words.kaplanMeier]),
  ]
}

/** All are open at the beginning; what holds at the last time does so until nobody is watched any more. */
function daysOf({ times, won, lost, open, intervals, throughDays }: ConversionCurve): DrawnDay[] {
  const days = times.map((day, index): DrawnDay => {
    const share = won[index] as number
    // Without an interval its ends lie on the line.
    const [low, high] = intervals[index] ?? [share, share]
    return { day, won: share, open: open[index] as number, lost: lost[index] as number, low, high }
  })
  if (throughDays === null) return days
  const begun = days[0]?.day === 0 ? days : [{ day: 0, won: 0, open: 1, lost: 0, low: 0, high: 0 }, ...days]
  return drawnTo(throughDays, begun)
}

/** The same days, the last of them up to such a day. */
function drawnTo(end: number, days: readonly DrawnDay[]): DrawnDay[] {
  const last = days.at(-1)
  return last === undefined || last.day >= end ? [...days] : [...days, { ...last, day: end }]
}

function sayDay({ day, won, open, lost }: DrawnDay, words: CurveWords): string {
  return formatMessage(words.said, { day, won: shownPercent(won), open: shownPercent(open), lost: shownPercent(lost) })
}

function drawAreas(days: readonly DrawnDay[], words: CurveWords) {
  const values = days.flatMap(({ day, won, open, lost }) => [
    { day, part: words.parts.won, from: 0, to: won },
    { day, part: words.parts.open, from: won, to: won + open },
    { day, part: words.parts.lost, from: won + open, to: won + open + lost },
  ])
  return {
    data: { name: 'parts', values },
    mark: { type: 'area', interpolate: 'step-after', opacity: 1, aria: false },
    encoding: {
      y: { field: 'from', type: 'quantitative', title: words.share, scale: { domain: [0, 1] }, axis: { format: '.0%' } },
      y2: { field: 'to' },
      color: {
        field: 'part',
        type: 'nominal',
        title: null,
        scale: { domain: PARTS.map((part) => words.parts[part]), range: PARTS.map((part) => (part === 'won' ? COLOURS.advanced : COLOURS[part])) },
        legend: { labelLimit: 0, symbolType: 'square' },
      },
    },
  }
}

/** The line of the won ones, and the ends of their interval: a band would change the colours below it, and so be in none of those that the legend tells. */
function drawLines(days: readonly DrawnDay[], { parts, interval }: CurveWords) {
  const values = days.flatMap(({ day, won, low, high }) => [
    { day, line: 'won', of: parts.won, share: won },
    { day, line: 'low', of: interval, share: low },
    { day, line: 'high', of: interval, share: high },
  ])
  return {
    data: { name: 'lines', values },
    mark: { type: 'line', interpolate: 'step-after', color: LINE_COLOUR, strokeWidth: 1.5, aria: false },
    encoding: {
      y: { field: 'share', type: 'quantitative' },
      detail: { field: 'line', type: 'nominal' },
      strokeDash: {
        field: 'of',
        type: 'nominal',
        title: null,
        scale: { domain: [parts.won, interval], range: [SOLID, DASHED] },
        // The won ones are told by the colour below their line.
        legend: { values: [interval], symbolType: 'stroke', symbolStrokeColor: LINE_COLOUR, symbolSize: 300, labelLimit: 0 },
      },
    },
  }
}

function drawHints({ days, parts, interval }: CurveWords) {
  const share = (field: string, title: string) => ({ field, title, type: 'quantitative', format: '.2~%' })
  return {
    mark: { type: 'rule', ...HINT, description: { expr: 'datum.text' } },
    encoding: {
      tooltip: [
        { field: 'day', title: days, type: 'quantitative' },
        share('won', parts.won),
        share('low', `${interval} (≥)`),
        share('high', `${interval} (≤)`),
        share('open', parts.open),
        share('lost', parts.lost),
      ],
    },
  }
}
