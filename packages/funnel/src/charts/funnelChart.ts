import type { Issue } from '@clientele/core'
import { inOneLine, labelsOf, type VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownPercent, titleOf } from '@clientele/core/explain'
import { checkMeasureOfPipeline } from '../explain/checkMeasure.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import type { FunnelMeasure, StageMeasure } from '../measure/types.js'
import type { Pipeline } from '../pipeline/types.js'
import { COLOURS } from './colours.js'
import { enteredNotes } from './enteredNotes.js'
import { drawFunnel, type FunnelRow } from './funnelBars.js'

type FunnelWords = FunnelLocale['charts']['funnel']

const PARTS = ['advanced', 'open', 'lost', 'won'] as const

/**
 * Draws how far deals came: a bar for each stage, of the deals that came to it, in three parts: those that got on, that are open and that were lost; and one for those
 * that were won.
 *
 * @param measure - What {@link measureFunnel} returned.
 * @param pipeline - The pipeline that the deals went through: what stages are called is taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside. Percentages at the bars are of all that came to the stage; hints also tell those of the decided ones, and how
 * many get on in the end.
 * @throws {@link InputError} if `measure` or `pipeline` is none, if figures of the measure disagree, or another pipeline made it.
 * @example
 * import { measureFunnel } from '@clientele/funnel'
 * import { funnelChart } from '@clientele/funnel/charts'
 *
 * const rules = { lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const stages = [{ id: 'quoted', title: 'Quoted' }]
 * const pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages, won: 'won', lost: 'lost', ...rules } as const
 * const log = [
 *   { deal: 1, at: '2026-01-05', to: 'quoted' },
 *   { deal: 1, at: '2026-01-20', to: 'won' },
 *   { deal: 2, at: '2026-01-07', to: 'quoted' },
 * ]
 * const [quoted] = funnelChart(measureFunnel(log, pipeline, { asOf: '2026-01-31' }), pipeline).data.values
 * quoted.text //=> '2; 50% got on'
 */
export function funnelChart(measure: FunnelMeasure, pipeline: Pipeline, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkMeasureOfPipeline(measure, pipeline, issues)
  throwIssues(issues)
  const { funnel: words } = locale.charts
  const { asOf, entered, losses } = measure
  const nowhere = losses.reduce((sum, { stage, count }) => (stage === null ? sum + count : sum), 0)
  return drawFunnel(rowsOf(measure, pipeline, locale), {
    title: formatMessage(words.title, { pipeline: inOneLine(titleOf(pipeline, locale)), asOf }),
    notes: [
      ...enteredNotes(measure, locale),
      entered === 0 ? words.nothing : words.reading,
      ...(nowhere === 0 ? [] : [formatMessage(words.withoutStage, { count: nowhere })]),
    ],
    row: words.stage,
    count: words.deals,
    part: { names: PARTS.map((part) => words.parts[part]), colours: PARTS.map((part) => COLOURS[part]), share: words.share },
    facts: [words.rates.ofEntered, words.rates.ofClosed, words.rates.eventual, words.skipped, words.median],
  })
}

function rowsOf({ stages, entered, won }: FunnelMeasure, pipeline: Pipeline, locale: FunnelLocale): FunnelRow[] {
  const { funnel: words } = locale.charts
  const titled = pipeline.stages.map((stage) => ({ id: stage.id, title: inOneLine(titleOf(stage, locale)) }))
  // A stage may be called like the won ones.
  const names = labelsOf([...titled, { id: pipeline.won, title: words.won }])
  const rows = stages.map((stage) => rowOf(stage, names.get(stage.stage) as string, words))
  const { count } = won
  const text = entered === 0 ? words.nobody : formatMessage(words.wonLabel, { count, percent: shownPercent(count / entered) })
  return [...rows, { name: names.get(pipeline.won) as string, count, text, counts: [0, 0, 0, count], facts: [] }]
}

function rowOf({ entered, advanced, open, lost, skipped, conversion, medianDays }: StageMeasure, name: string, words: FunnelWords): FunnelRow {
  const percentOf = (share: number | null): string => (share === null ? words.unknown : `${shownPercent(share)}%`)
  const { ofEntered, ofClosed, eventual } = conversion
  return {
    name,
    count: entered,
    text: ofEntered === null ? words.nobody : formatMessage(words.label, { count: entered, percent: shownPercent(ofEntered) }),
    counts: [advanced, open, lost, 0],
    facts: [
      percentOf(ofEntered),
      percentOf(ofClosed),
      percentOf(eventual.rate),
      String(skipped),
      medianDays === null ? words.unknown : String(medianDays),
    ],
  }
}
