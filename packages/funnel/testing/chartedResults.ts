import type { ConversionCurve } from '../src/curves/types.js'
import type { Conversion, FunnelCohort, FunnelMeasure, OutcomeMeasure, StageMeasure } from '../src/measure/types.js'
import { wilsonInterval } from '../src/numbers/wilson.js'
import type { Pipeline } from '../src/pipeline/types.js'
import type { StepFunnel } from '../src/steps/types.js'

/** Names that mean something to what draws them, or are hard to draw. */
export const hostileNames: readonly string[] = [
  'constructor',
  'toString',
  'hasOwnProperty',
  '"); alert(1); ("',
  "a'b\\c",
  '<script>x</script>',
  'line\nbreak',
  'a.b[0].c',
  '[x]',
  '销售漏斗中名称特别长的一个阶段销售漏斗中名称特别长的一个阶段',
  'x'.repeat(300),
  '{signal: 1}',
  '\u2028',
  'null',
  '12',
  '\\',
  'datum.label',
  '\ud800',
]

/** A pipeline of stages with such ids, and titles where they are given. */
export function pipelineOf(ids: readonly string[], titles: { readonly [id: string]: Pipeline['title'] } = {}): Pipeline {
  return {
    kind: 'pipeline',
    id: 'sales',
    version: '1',
    title: { en: 'Sales', 'zh-CN': '销售' },
    stages: ids.map((id) => (Object.hasOwn(titles, id) ? { id, title: titles[id] } : { id })),
    won: 'won',
    lost: 'lost',
    lossReasons: [],
    skips: 'allow',
    regressions: 'allow',
  }
}

/** The conversion of such counts, with an estimate that open deals get on like the others. */
function conversionOf(entered: number, advanced: number, lost: number): Conversion {
  const closed = advanced + lost
  return {
    ofEntered: entered === 0 ? null : advanced / entered,
    ofClosed: closed === 0 ? null : advanced / closed,
    eventual:
      entered === 0
        ? { rate: null, unresolved: null, throughDays: null }
        : { rate: closed === 0 ? 0 : (advanced / entered + advanced / closed) / 2, unresolved: 0, throughDays: 90 },
    interval: wilsonInterval(advanced, closed),
  }
}

function outcomeOf(count: number): OutcomeMeasure {
  const days = count === 0 ? null : 30
  return { count, amounts: [], withoutAmount: count, meanDays: days, medianDays: days }
}

/** How many were lost and are open at a stage. */
export type Left = readonly [lost: number, open: number]

/** A measure of a pipeline in which so many were lost and are open at each stage, so many were won, and so many lost without a stage. */
export function measureOf(pipeline: Pipeline, left: readonly Left[], won: number, nowhere = 0): FunnelMeasure {
  const [lost, open] = left.reduce<Left>(([losses, rest], [ended, still]) => [losses + ended, rest + still], [nowhere, 0])
  const entered = won + lost + open
  let before = entered - nowhere
  const stages = pipeline.stages.map(({ id }, index): StageMeasure => {
    const [ended, still] = left[index] as Left
    const came = before
    before -= ended + still
    const days = came === 0 ? null : 12.5
    return {
      stage: id,
      entered: came,
      skipped: 0,
      advanced: before,
      lost: ended,
      open: still,
      standing: still,
      conversion: conversionOf(came, before, ended),
      medianDays: days,
      medianDaysAdvanced: days,
      medianDaysLost: days,
    }
  })
  const losses = left.flatMap(([count], index) => (count === 0 ? [] : [{ stage: stages[index]?.stage as string, reason: null, count, amounts: [] }]))
  return {
    asOf: '2026-03-31',
    zone: 'UTC',
    entered,
    stages,
    conversion: conversionOf(entered, won, lost),
    won: outcomeOf(won),
    lost: outcomeOf(lost),
    open: outcomeOf(open),
    losses: nowhere === 0 ? losses : [...losses, { stage: null, reason: null, count: nowhere, amounts: [] }],
    diagnoses: [],
    rejected: [],
    policies: [{ kind: 'pipeline', id: pipeline.id, version: pipeline.version }],
  }
}

/** A cohort of so many deals. */
export function cohortOf([from, to]: readonly [from: string, to: string], [won, lost, open]: readonly [number, number, number]): FunnelCohort {
  const entered = won + lost + open
  return { from, to, mature: open === 0, entered, won, lost, open, conversion: conversionOf(entered, won, lost) }
}

/** A measure with such cohorts. */
export function cohortsOf(cohorts: readonly FunnelCohort[]): FunnelMeasure {
  const sum = (part: 'won' | 'lost' | 'open'): number => cohorts.reduce((all, cohort) => all + cohort[part], 0)
  return { ...measureOf(pipelineOf(['quoted']), [[sum('lost'), sum('open')]], sum('won')), cohorts }
}

/** Counts of steps. */
export function stepsOf(steps: readonly string[], counts: readonly number[], more: Partial<StepFunnel> = {}): StepFunnel {
  const first = counts[0] as number
  return {
    steps,
    mode: 'ordered',
    counts,
    conversion: counts.map((count) => (first === 0 ? null : count / first)),
    timeToConvert: steps.slice(1).map((to, index) => {
      const seconds = counts[index + 1] === 0 ? null : 90
      return { from: steps[index] as string, to, mean: seconds, median: seconds }
    }),
    diagnoses: [],
    rejected: [],
    ...more,
  }
}

/** A curve of days on which such shares of 100 deals were won and lost, all of them watched to the end. */
export function curveOf(changes: readonly (readonly [day: number, won: number, lost: number])[], throughDays: number): ConversionCurve {
  let [won, lost] = [0, 0]
  const rows = changes.map(([day, gained, given]) => {
    const atRisk = 100 - won - lost
    won += gained
    lost += given
    const share = won / 100
    const standardError = Math.sqrt((share * (1 - share)) / 100)
    const spread = standardError === 0 ? 0 : (1.96 * standardError) / ((share - 1) * Math.log1p(-share))
    const low = -Math.expm1(Math.exp(-spread) * Math.log1p(-share))
    const high = -Math.expm1(Math.exp(spread) * Math.log1p(-share))
    const interval = standardError === 0 ? null : ([low, high] as const)
    return { day, atRisk, won: share, lost: lost / 100, open: (100 - won - lost) / 100, standardError, interval }
  })
  return {
    asOf: '2026-03-31',
    method: 'aalen-johansen',
    deals: 100,
    times: rows.map(({ day }) => day),
    atRisk: rows.map(({ atRisk }) => atRisk),
    won: rows.map((row) => row.won),
    lost: rows.map((row) => row.lost),
    open: rows.map(({ open }) => open),
    standardErrors: rows.map(({ standardError }) => standardError),
    intervals: rows.map(({ interval }) => interval),
    median: rows.find((row) => row.won >= 0.5)?.day ?? null,
    throughDays,
    diagnoses: [],
    rejected: [],
  }
}

/** A curve of no deals. */
export const noCurve: ConversionCurve = { ...curveOf([], 0), deals: 0, throughDays: null }
