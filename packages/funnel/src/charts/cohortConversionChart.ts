import type { Issue } from '@clientele/core'
import { EMPTY_SIZE, labelLines, placesOf, titleLines, type VegaLiteSpecification, vegaLiteSchema, WIDE_PADDING } from '@clientele/core/charts'
import { createIssue, throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { checkMeasure } from '../explain/checkMeasure.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { FunnelCohort, FunnelMeasure } from '../measure/types.js'
import { enteredNotes } from './enteredNotes.js'
import { periodName } from './periodName.js'

type CohortWords = FunnelLocale['charts']['cohorts']

/** So many cohorts at most are drawn; up to so many labels are written across. */
const DRAWN = 40
const ACROSS = 10

/** Pixels of a cohort whose label is written across, and of one whose label is written upwards. */
const WIDE_COHORT = 92
const COHORT = 44
const HEIGHT = 300

/** Characters of a line of a label. */
const LABEL_WIDTH = 14

/** Side by side, with their colours (Brewer's Dark2). */
const RATES = ['ofEntered', 'ofClosed', 'eventual'] as const
const RATE_COLOURS = ['#1b9e77', '#d95f02', '#7570b3']
const INTERVAL_COLOUR = '#4d4d4d'

/** Opacity of bars of mature cohorts and of others, and what their outlines are like: pixels drawn, and left out. */
const FULL = 1
const HOLLOW = 0.12
const SOLID = [1, 0]
const DASHED = [4, 3]

/** What a screen reader says of a bar. */
const SAID = "datum.cohort + ' (' + datum.maturity + '); ' + datum.rate + ': ' + format(datum.share, '.1~%')"

/**
 * Draws what share of the deals of each cohort is won, told in three ways side by side: of all that entered, of the decided ones, with their interval of 95 %, and in the
 * end. Bars of cohorts that are not mature are hollow.
 *
 * @param measure - What {@link measureFunnel} returned with `cohorts`.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the 40 latest cohorts at most.
 * @throws {@link InputError} if `measure` is none, or none with `cohorts`, or its figures disagree.
 * @example
 * import { measureFunnel } from '@clientele/funnel'
 * import { cohortConversionChart } from '@clientele/funnel/charts'
 *
 * const rules = { lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }], won: 'won', lost: 'lost', ...rules } as const
 * const log = [
 *   { deal: 1, at: '2026-01-05', to: 'quoted' },
 *   { deal: 1, at: '2026-01-20', to: 'won' },
 *   { deal: 2, at: '2026-02-07', to: 'quoted' },
 * ]
 * const measure = measureFunnel(log, pipeline, { asOf: '2026-03-31', cohorts: { by: 'month' } })
 * cohortConversionChart(measure).data.values.map(({ cohort, mature }) => [cohort, mature]) //=> [['2026-01', true], ['2026-02', false]]
 */
export function cohortConversionChart(measure: FunnelMeasure, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkMeasure(measure, issues)
  if (issues.length === 0 && measure.cohorts === undefined) issues.push(createIssue('missing', ['measure', 'cohorts'], {}))
  throwIssues(issues)
  const { cohorts: words } = locale.charts
  const all = measure.cohorts as readonly FunnelCohort[]
  const cohorts = all.slice(-DRAWN)
  const isAcross = cohorts.length <= ACROSS
  const isEmpty = cohorts.length === 0
  const notes = [
    ...enteredNotes(measure, locale),
    ...(isEmpty ? [words.nothing] : []),
    ...(cohorts.some(({ mature }) => !mature) ? [words.immatureNote] : []),
    ...(cohorts.length < all.length ? [formatMessage(words.latest, { drawn: cohorts.length, cohorts: all.length })] : []),
  ]
  const axis = isAcross ? { labelAngle: 0 } : { labelAngle: -90 }
  return {
    $schema: vegaLiteSchema,
    title: titleLines(formatMessage(words.title, { asOf: measure.asOf }), notes),
    data: { name: 'cohorts', values: cohorts.map((cohort, place) => drawCohort(cohort, place, isAcross, words)) },
    padding: WIDE_PADDING,
    width: isEmpty ? EMPTY_SIZE : { step: isAcross ? WIDE_COHORT : COHORT, for: 'position' },
    height: HEIGHT,
    encoding: { x: { ...placesOf('cohorts', cohorts.length, axis), title: words.cohort } },
    layer: [drawRates(cohorts, words), drawIntervals(words)],
  }
}

function drawCohort({ from, to, mature, entered, won, lost, open, conversion }: FunnelCohort, place: number, isAcross: boolean, words: CohortWords) {
  const cohort = periodName(from, to, words.range)
  const lines = [...labelLines(cohort, LABEL_WIDTH), formatMessage(words.size, { count: entered }), ...(mature ? [] : [words.immature])]
  const label = isAcross ? lines : formatMessage(words.label, { cohort, count: entered })
  const [low, high] = conversion.interval ?? [null, null]
  return { place, cohort, from, to, mature, entered, won, lost, open, low, high, label }
}

/** A bar for each share that is known. */
function drawRates(cohorts: readonly FunnelCohort[], words: CohortWords) {
  const values = cohorts.flatMap(({ from, to, mature, entered, conversion }, place) => {
    const { ofEntered, ofClosed, eventual } = conversion
    const shares = [ofEntered, ofClosed, eventual.rate]
    return RATES.flatMap((rate, rank) => {
      const [share, maturity] = [shares[rank] as number | null, mature ? words.mature : words.immature]
      return share === null ? [] : [{ place, cohort: periodName(from, to, words.range), rate: words.rates[rate], rank, share, maturity, entered }]
    })
  })
  const isMature = cohorts.every(({ mature }) => mature)
  return {
    data: { name: 'rates', values },
    mark: { type: 'bar', strokeWidth: 1.5, description: { expr: SAID } },
    encoding: {
      xOffset: offsetOf({ field: 'rank' }),
      y: { field: 'share', type: 'quantitative', title: words.share, scale: { domain: [0, 1] }, axis: { format: '.0%' } },
      color: colourOf(words),
      stroke: colourOf(words),
      fillOpacity: { condition: { test: { field: 'maturity', equal: words.immature }, value: HOLLOW }, value: FULL },
      strokeDash: {
        field: 'maturity',
        type: 'nominal',
        title: words.maturity,
        scale: { domain: [words.mature, words.immature], range: [SOLID, DASHED] },
        // Mature ones need no word.
        legend: isMature
          ? null
          : { values: [words.immature], symbolFillColor: 'transparent', symbolStrokeColor: INTERVAL_COLOUR, labelLimit: 0, titleLimit: 0 },
      },
      tooltip: [
        { field: 'cohort', title: words.cohort, type: 'nominal' },
        { field: 'entered', title: words.entered, type: 'quantitative' },
        { field: 'rate', title: words.rate, type: 'nominal' },
        { field: 'share', title: words.share, type: 'quantitative', format: '.2~%' },
        { field: 'maturity', title: words.maturity, type: 'nominal' },
      ],
    },
  }
}

/** How far apart the ends of the interval of the decided ones are, over their bar. */
function drawIntervals(words: CohortWords) {
  return {
    mark: { type: 'rule', strokeWidth: 1.5, aria: false },
    encoding: {
      xOffset: offsetOf({ datum: RATES.indexOf('ofClosed') }),
      y: { field: 'low', type: 'quantitative' },
      y2: { field: 'high' },
      // The scale and the legend are those of the bars.
      color: { datum: words.interval, type: 'nominal', title: words.rate },
    },
  }
}

function offsetOf(of: { readonly field: string } | { readonly datum: number }) {
  return { ...of, type: 'nominal', scale: { domain: RATES.map((_, rank) => rank) } }
}

function colourOf({ rate, rates, interval }: CohortWords) {
  const domain = [...RATES.map((one) => rates[one]), interval]
  return {
    field: 'rate',
    type: 'nominal',
    title: rate,
    scale: { domain, range: [...RATE_COLOURS, INTERVAL_COLOUR] },
    legend: { labelLimit: 0, titleLimit: 0 },
  }
}
