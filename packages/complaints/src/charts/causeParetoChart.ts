import type { Issue } from '@clientele/core'
import {
  EMPTY_SIZE,
  inOneLine,
  labelLines,
  labelsOf,
  placesOf,
  titleLines,
  type VegaLiteSpecification,
  vegaLiteSchema,
  WIDE_PADDING,
} from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titlesOf } from '@clientele/core/explain'
import type { CauseBar, ComplaintAnalysis } from '../analysis/types.js'
import { checkAnalysis } from '../explain/checkAnalysis.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { readTaxonomy } from '../taxonomy/readTaxonomy.js'
import type { ComplaintTaxonomy } from '../taxonomy/types.js'

/** So many causes at most have a bar of their own; up to so many bars labels are written across. */
const DRAWN = 20
const ACROSS = 8

/** Pixels of a bar whose label is written across, and of one whose label is written upwards. */
const WIDE_BAR = 112
const BAR = 36
const HEIGHT = 300

/** Characters of a line of a label, and pixels after which one that is written upwards is cut short. */
const LABEL_WIDTH = 16
const LABEL_LIMIT = 220

const COLOUR = '#4c78a8'
const UNKNOWN_COLOUR = '#bab0ac'
const LINE_COLOUR = '#d94801'

/** What a screen reader says of a bar. */
const SAID = "datum.cause + ': ' + datum.count"

/** A bar before it has a place: the causes it stands for are named in all. */
interface Bar {
  readonly name: string
  readonly count: number
  readonly isKnown: boolean
}

/**
 * Draws how many complaints each cause has brought, the commonest first, and as a line which part of all complaints the causes up to there make. Complaints
 * of which the cause is not known stand at the end.
 *
 * @param analysis - What {@link analyseComplaints} returned.
 * @param taxonomy - What complaints are sorted by: what causes are called is taken from it. Without it, and where it does not list a cause, that is called by its id.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside. Causes after the 20 commonest have one bar together. Both axes end at all complaints, so that the line
 * begins at the top of the first bar.
 * @throws {@link InputError} if `analysis` or `taxonomy` is none, or figures of the analysis disagree, such as counts that do not add up.
 * @example
 * import { analyseComplaints, openComplaint } from '@clientele/complaints'
 * import { causeParetoChart } from '@clientele/complaints/charts'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { at: '2024-03-01T09:00:00Z', by: { id: 'li', role: 'agent' } }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', ...call, ...told }, eightSteps)
 * const analysis = analyseComplaints([decision.ok ? decision.events : []], { asOf: '2024-03-31', definition: eightSteps })
 * const { cause, count } = causeParetoChart(analysis).data.values[0]
 * cause //=> 'Cause unknown'
 * count //=> 1
 */
export function causeParetoChart(analysis: ComplaintAnalysis, taxonomy?: ComplaintTaxonomy, locale: ComplaintsLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  if (taxonomy !== undefined) readTaxonomy(taxonomy, ['taxonomy'], issues)
  checkAnalysis(analysis, 'analysis', [], issues)
  throwIssues(issues)
  const { causes: texts } = locale.charts
  const { asOf, complaints, byCause } = analysis
  const values = placeBars(barsOf(byCause, taxonomy, locale), complaints)
  const isEmpty = values.length === 0
  const isAcross = values.length <= ACROSS
  const x = {
    ...placesOf('causes', values.length, isAcross ? { labelAngle: 0 } : { labelAngle: -90, labelLimit: LABEL_LIMIT }),
    title: texts.cause,
  }
  return {
    $schema: vegaLiteSchema,
    title: titleLines(formatMessage(texts.title, { asOf }), isEmpty ? [texts.nothing] : []),
    data: { name: 'causes', values: values.map((bar) => ({ ...bar, label: isAcross ? labelLines(bar.cause, LABEL_WIDTH) : bar.cause })) },
    padding: WIDE_PADDING,
    width: isEmpty ? EMPTY_SIZE : { step: isAcross ? WIDE_BAR : BAR },
    height: HEIGHT,
    encoding: { x, tooltip: tooltipOf(texts) },
    layer: [
      {
        mark: { type: 'bar', description: { expr: SAID } },
        encoding: {
          y: {
            field: 'count',
            type: 'quantitative',
            title: texts.complaints,
            scale: { domain: [0, Math.max(complaints, 1)], nice: false },
            axis: { format: ',d', tickMinStep: 1 },
          },
          color: { condition: { test: { field: 'isKnown', equal: true }, value: COLOUR }, value: UNKNOWN_COLOUR },
        },
      },
      {
        mark: { type: 'line', color: LINE_COLOUR, point: { color: LINE_COLOUR } },
        encoding: {
          y: {
            field: 'cumulative',
            type: 'quantitative',
            title: texts.cumulative,
            scale: { domain: [0, 1], nice: false },
            axis: { format: '.0%', grid: false, orient: 'right' },
          },
        },
      },
    ],
    resolve: { scale: { y: 'independent' } },
  }
}

/** The bars of the commonest causes, of all others together, and of those that are not known. */
function barsOf(byCause: readonly CauseBar[], taxonomy: ComplaintTaxonomy | undefined, locale: ComplaintsLocale): Bar[] {
  const { unknown, others } = locale.charts.causes
  const title = titlesOf({ causes: [], ...taxonomy }.causes, locale)
  const known = byCause.flatMap(({ cause, count }) => (cause === null ? [] : [{ id: cause, title: inOneLine(title(cause)), count }]))
  const labels = labelsOf(known)
  const bars = known.map(({ id, count }): Bar => ({ name: labels.get(id) as string, count, isKnown: true }))
  const rest = bars.slice(DRAWN)
  const together = { name: formatMessage(others, { count: rest.length }), count: rest.reduce((sum, { count }) => sum + count, 0), isKnown: true }
  const without = byCause.filter(({ cause }) => cause === null).map(({ count }): Bar => ({ name: unknown, count, isKnown: false }))
  return [...bars.slice(0, DRAWN), ...(rest.length === 0 ? [] : [together]), ...without]
}

/** Gives bars their places, and the shares of all complaints, out of counts. */
function placeBars(bars: readonly Bar[], complaints: number) {
  const all = Math.max(complaints, 1)
  let through = 0
  return bars.map(({ name, count, isKnown }, place) => {
    through += count
    return { place, cause: name, count, share: count / all, cumulative: through / all, isKnown }
  })
}

function tooltipOf({ cause, complaints, share, cumulative }: ComplaintsLocale['charts']['causes']) {
  return [
    { field: 'cause', title: cause, type: 'nominal' },
    { field: 'count', title: complaints, type: 'quantitative' },
    { field: 'share', title: share, type: 'quantitative', format: '.2~%' },
    { field: 'cumulative', title: cumulative, type: 'quantitative', format: '.2~%' },
  ]
}
