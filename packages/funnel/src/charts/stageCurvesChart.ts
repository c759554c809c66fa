import type { Issue } from '@clientele/core'
import { inOneLine, labelsOf, titleLines, type VegaLiteSpecification, vegaLiteSchema, WIDE_PADDING } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, titleOf } from '@clientele/core/explain'
import type { ConversionCurve, StageCurvesResult } from '../curves/types.js'
import { checkStageCurvesOfPipeline } from '../explain/checkCurve.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { marginDays } from './marginDays.js'

type StageCurvesWords = FunnelLocale['charts']['stageCurves']

/** Pixels. */
const WIDTH = 460
const HEIGHT = 300

/** So many stages at most have a colour that the legend tells; pixels after which a title in it is cut short. */
const LEGEND_LIMIT = 30
const LABEL_LIMIT = 260

/** The nearer to being won, the darker; the palest ones are hard to see on white. */
const SCHEME = { name: 'viridis', extent: [0.9, 0] }

/** What a screen reader says of the end of a line. */
const SAID = "datum.stage + ': ' + format(datum.won, '.1~%')"

/** A stage that deals came to. */
interface DrawnStage {
  readonly name: string
  readonly curve: ConversionCurve
}

/**
 * Draws for each stage which share of the deals that came to it is won so many days later.
 *
 * @param curves - What {@link stageCurves} returned.
 * @param pipeline - The pipeline that the deals went through: what stages are called is taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: `data` is that of the ends of the lines, in the order of the stages. Stages without deals have no line, and are
 * named below the title.
 * @throws {@link InputError} if `curves` or `pipeline` is none, if figures of the curves disagree, or another pipeline made them.
 * @example
 * import { stageCurves } from '@clientele/funnel'
 * import { stageCurvesChart } from '@clientele/funnel/charts'
 *
 * const rules = { lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }], won: 'won', lost: 'lost', ...rules } as const
 * const log = [
 *   { deal: 1, at: '2026-01-05', to: 'quoted' },
 *   { deal: 1, at: '2026-01-20', to: 'won' },
 * ]
 * const { data } = stageCurvesChart(stageCurves(log, pipeline, { asOf: '2026-01-31' }), pipeline)
 * data.values.map(({ stage, day, won }) => [stage, day, won]) //=> [['quoted', 15, 1]]
 */
export function stageCurvesChart(curves: StageCurvesResult, pipeline: Pipeline, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkStageCurvesOfPipeline(curves, pipeline, issues)
  throwIssues(issues)
  const { stageCurves: words } = locale.charts
  const named = nameStages(curves, pipeline, locale)
  const stages = named.filter(({ curve }) => curve.deals > 0)
  const without = named.filter(({ curve }) => curve.deals === 0).map(({ name }) => name)
  const notes = [
    stages.length === 0 ? words.nothing : words.reading,
    ...(stages.some(({ curve }) => curve.method === 'kaplan-meier') ? [words.kaplanMeier] : []),
    ...(stages.length === 0 || without.length === 0 ? [] : [formatMessage(words.withoutDeals, { stages: listTexts(without, locale.core) })]),
  ]
  const most = stages.reduce((greatest, { curve }) => Math.max(greatest, curve.throughDays as number), 0)
  return {
    $schema: vegaLiteSchema,
    title: titleLines(formatMessage(words.title, { pipeline: inOneLine(titleOf(pipeline, locale)), asOf: curves.asOf }), notes),
    data: { name: 'stages', values: stages.map(endOf) },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: HEIGHT,
    encoding: {
      x: {
        field: 'day',
        type: 'quantitative',
        title: words.days,
        scale: { domain: [0, most + marginDays(most)], nice: false },
        axis: { format: ',d', tickMinStep: 1 },
      },
      y: { field: 'won', type: 'quantitative', title: words.share, scale: { domain: [0, 1] }, axis: { format: '.0%' } },
      color: {
        field: 'place',
        type: 'ordinal',
        title: words.stage,
        scale: { domain: stages.map((_, place) => place), scheme: SCHEME },
        // The names themselves are no part of the scale: some mean something else to what draws it.
        legend:
          stages.length === 0 || stages.length > LEGEND_LIMIT ? null : { labelExpr: "data('stages')[datum.value].stage", labelLimit: LABEL_LIMIT },
      },
    },
    layer: [
      { data: { name: 'curves', values: stages.flatMap(pointsOf) }, mark: { type: 'line', interpolate: 'step-after', aria: false } },
      { mark: { type: 'point', filled: true, size: 40, opacity: 1, description: { expr: SAID } }, encoding: { tooltip: tooltipOf(words) } },
    ],
  }
}

/** In the order of the pipeline. */
function nameStages({ curves }: StageCurvesResult, pipeline: Pipeline, locale: FunnelLocale): DrawnStage[] {
  const names = labelsOf(pipeline.stages.map((stage) => ({ id: stage.id, title: inOneLine(titleOf(stage, locale)) })))
  return pipeline.stages.flatMap(({ id }) =>
    Object.hasOwn(curves, id) ? [{ name: inOneLine(names.get(id) as string), curve: curves[id] as ConversionCurve }] : [],
  )
}

function endOf({ name, curve }: DrawnStage, place: number) {
  return { place, stage: name, day: curve.throughDays, won: curve.won.at(-1) ?? 0, deals: curve.deals }
}

/** None are won at the beginning; what holds at the last time does so until nobody is watched any more. */
function pointsOf({ curve }: DrawnStage, place: number) {
  const { times, won, throughDays } = curve
  const points = times.map((day, index) => ({ place, day, won: won[index] as number }))
  const begun = times[0] === 0 ? points : [{ place, day: 0, won: 0 }, ...points]
  return [...begun, { place, day: throughDays as number, won: won.at(-1) ?? 0 }]
}

function tooltipOf({ stage, deals, share, through }: StageCurvesWords) {
  return [
    { field: 'stage', title: stage, type: 'nominal' },
    { field: 'deals', title: deals, type: 'quantitative' },
    { field: 'day', title: through, type: 'quantitative' },
    { field: 'won', title: share, type: 'quantitative', format: '.2~%' },
  ]
}
