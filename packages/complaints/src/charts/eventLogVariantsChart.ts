import type { Issue } from '@clientele/core'
import {
  EMPTY_SIZE,
  inOneLine,
  labelLines,
  rowHeight,
  rowsOf,
  titleLines,
  type VegaLiteSpecification,
  vegaLiteSchema,
  WIDE_PADDING,
} from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { EventLogAnalysis } from '../eventLog/types.js'
import { checkEventLogAnalysis } from '../explain/checkEventLogAnalysis.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'

/** So many variants at most are drawn. */
const DRAWN = 15

/** Pixels; characters of a line of a label. */
const WIDTH = 360
const LABEL_WIDTH = 52

/** Pixels right of the bars, for what is written at them. */
const PADDING = { ...WIDE_PADDING, right: 140 }

const COLOUR = '#4c78a8'

/** What a screen reader says of a bar. */
const SAID = "datum.variant + ': ' + datum.text"

/**
 * Draws the commonest ways that cases went, and which part of the cases went each.
 *
 * @param result - What {@link analyseEventLog} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the 15 commonest variants at most, with their activities in order of time. Labels of long ones are cut short.
 * @throws {@link InputError} if `result` is none, or its figures disagree, such as counts that do not add up.
 * @example
 * import { analyseEventLog } from '@clientele/complaints'
 * import { eventLogVariantsChart } from '@clientele/complaints/charts'
 *
 * const log = [
 *   { case: '1', activity: 'opened', at: '2026-01-05T09:00:00Z' },
 *   { case: '1', activity: 'resolved', at: '2026-01-05T10:00:00Z' },
 *   { case: '2', activity: 'opened', at: '2026-01-05T09:30:00Z' },
 *   { case: '2', activity: 'resolved', at: '2026-01-05T09:40:00Z' },
 * ]
 * const [bar] = eventLogVariantsChart(analyseEventLog(log, { asOf: '2026-01-31' })).data.values
 * bar.variant //=> 'opened → resolved'
 * bar.text //=> '2 (100%)'
 */
export function eventLogVariantsChart(result: EventLogAnalysis, locale: ComplaintsLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkEventLogAnalysis(result, issues)
  throwIssues(issues)
  const { variants: texts } = locale.charts
  const { asOf, cases, variants } = result
  const values = drawVariants(result, locale)
  const isEmpty = values.length === 0
  const percent = shownPercent(values.at(-1)?.cumulative ?? 0)
  const some = formatMessage(texts.some, { drawn: values.length, variants: variants.length, percent })
  const x = {
    field: 'share',
    type: 'quantitative',
    title: texts.share,
    axis: { format: '.0~%' },
    // Without cases there are no shares that the axis could span.
    ...(cases === 0 ? { scale: { domain: [0, 1] } } : {}),
  }
  return {
    $schema: vegaLiteSchema,
    title: titleLines(formatMessage(texts.title, { asOf }), [isEmpty ? texts.nothing : some]),
    data: { name: 'variants', values },
    padding: PADDING,
    width: WIDTH,
    height: isEmpty ? EMPTY_SIZE : { step: rowHeight(values.map(({ label }) => label)) },
    encoding: { y: { ...rowsOf('variants', values.length), title: texts.variant }, x, tooltip: tooltipOf(texts) },
    layer: [
      { mark: { type: 'bar', color: COLOUR, description: { expr: SAID } } },
      { mark: { type: 'text', align: 'left', dx: 4, aria: false }, encoding: { text: { field: 'text' } } },
    ],
  }
}

function drawVariants({ cases, variants }: EventLogAnalysis, locale: ComplaintsLocale) {
  const { arrow, label } = locale.charts.variants
  const all = Math.max(cases, 1)
  let through = 0
  return variants.slice(0, DRAWN).map(({ path, count }, place) => {
    through += count
    const share = count / all
    const variant = path.map(inOneLine).join(arrow)
    const text = formatMessage(label, { count, percent: shownPercent(share) })
    return { place, variant, count, share, cumulative: through / all, text, label: labelLines(variant, LABEL_WIDTH) }
  })
}

function tooltipOf({ variant, cases, share, cumulative }: ComplaintsLocale['charts']['variants']) {
  return [
    { field: 'variant', title: variant, type: 'nominal' },
    { field: 'count', title: cases, type: 'quantitative' },
    { field: 'share', title: share, type: 'quantitative', format: '.2~%' },
    { field: 'cumulative', title: cumulative, type: 'quantitative', format: '.2~%' },
  ]
}
