import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import type { MeasuredStage } from '../measure/readMeasured.js'
import type { MeasuredGroup } from '../measure/readMeasuredGroups.js'
import type { FunnelMeasure } from '../measure/types.js'
import { adjustByHolm } from '../numbers/adjustByHolm.js'
import { fisherExact } from '../numbers/fisherExact.js'
import { wilsonInterval } from '../numbers/wilson.js'
import { type ReadComparison, type ReadTransition, readComparison } from './readComparison.js'
import type { ComparedGroup, GroupComparison, GroupComparisonOptions, InsufficientGroup } from './types.js'

/** Below this a difference is called significant. */
const LEVEL = 0.05

/** How many deals are decided, and how many of them got on. */
interface Sample {
  readonly gotOn: number
  readonly decided: number
}

/** A group and all the others together. */
interface Contrast {
  readonly group: string | null
  readonly own: Sample
  readonly others: Sample
}

/**
 * Compares each group of a funnel with all the others together, and warns of those that are below them: a region's "quote → negotiation" that is lower than elsewhere.
 *
 * A group's rate is the share that got on of its decided deals: those that came to the stage `to` or were lost on the way to it from the stage `from`; open ones are not counted. The mean
 * of the others is that of their deals, so that a large region counts for more than a small one. Every group below it is an alert, however little it is below: `significant` tells, of each group
 * as if it were the only one looked at, whether chance is unlikely to explain that. Of twenty groups that are alike one is `significant` all the same: where many are looked at, `adjustedPValue`
 * is what to go by.
 *
 * @param measure - What {@link measureFunnel} gives with `by`.
 * @param options - `transition`: `from` a stage `to` a later one, or to `'won'`, which is being won where no later stage is called so; from the first change to being won unless given. `minimumSample`: how many decided deals a group, and the
 * others, must have to be compared; 1 or more.
 * @returns `alerts`, the groups below the others: the significant ones first, then by how far they are below, then by name. `compared`: all that could be compared; `insufficient`: those
 * that could not, and who has too few decided deals.
 * @throws {@link InputError} if anything is not as stated, with every issue; of the measure only what is used is checked.
 * @see Textbook S3 漏斗分析. E. B. Wilson, 1927 (`interval`); R. A. Fisher, 1935 (`pValue`); S. Holm, 1979 (`adjustedPValue`).
 * @example
 * import { compareGroups, measureFunnel, type Pipeline } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }, { id: 'negotiating' }], ...rules }
 * const deals = (region: string, count: number, to: string) =>
 *   Array.from({ length: count }, (_, index) => [
 *     { deal: `${region} ${to} ${index}`, at: '2024-03-01', to: 'quoted', attributes: { region } },
 *     { deal: `${region} ${to} ${index}`, at: '2024-03-08', to },
 *   ]).flat()
 * const log = [...deals('East', 3, 'negotiating'), ...deals('East', 12, 'lost'), ...deals('West', 18, 'negotiating'), ...deals('West', 9, 'lost')]
 * const measure = measureFunnel(log, pipeline, { asOf: '2024-03-31', by: 'region' })
 * const { alerts } = compareGroups(measure, { transition: { from: 'quoted', to: 'negotiating' }, minimumSample: 10 })
 * alerts.map(({ group, rate, others, significant, sample }) => [group, rate, others, significant, sample]) //=> [['East', 0.2, 0.6666666666666666, true, 15]]
 */
export function compareGroups(measure: FunnelMeasure, options: GroupComparisonOptions): GroupComparison {
  const issues: Issue[] = []
  const read = readComparison(measure, options, issues)
  throwIssues(issues)
  return compare(read as ReadComparison)
}

function compare({ measure, transition, minimumSample }: ReadComparison): GroupComparison {
  const contrasts = contrastGroups(measure.groups, transition)
  const isEnough = ({ own, others }: Contrast): boolean => Math.min(own.decided, others.decided) >= minimumSample
  const enough = contrasts.filter(isEnough)
  const compared = compareAll(enough)
  const below = enough.flatMap((contrast, index) => (gapOf(contrast).gt(0) ? [{ contrast, told: compared[index] as ComparedGroup }] : []))
  return {
    asOf: measure.asOf,
    by: measure.by,
    transition: transition === null ? null : { from: transition.from, to: transition.to },
    minimumSample,
    alerts: below.sort((one, other) => byUrgency(one.told, other.told) || byGap(one.contrast, other.contrast)).map(({ told }) => told),
    compared,
    insufficient: contrasts.filter((contrast) => !isEnough(contrast)).map((contrast) => insufficientOf(contrast, minimumSample)),
    policies: measure.policies,
  }
}

function contrastGroups(groups: readonly MeasuredGroup[], transition: ReadTransition | null): Contrast[] {
  const samples = groups.map((group) => sampleOf(group, transition))
  const gotOn = samples.reduce((sum, one) => sum + one.gotOn, 0)
  const decided = samples.reduce((sum, one) => sum + one.decided, 0)
  return groups.map(({ group }, index) => {
    const own = samples[index] as Sample
    return { group, own, others: { gotOn: gotOn - own.gotOn, decided: decided - own.decided } }
  })
}

function sampleOf({ won, lost, stages }: MeasuredGroup, transition: ReadTransition | null): Sample {
  if (transition === null) return { gotOn: won, decided: won + lost }
  const gotOn = (stages[transition.last] as MeasuredStage).advanced
  const onTheWay = stages.slice(transition.first, transition.last + 1)
  return { gotOn, decided: onTheWay.reduce((sum, stage) => sum + stage.lost, gotOn) }
}

function compareAll(contrasts: readonly Contrast[]): ComparedGroup[] {
  const pValues = contrasts.map(({ own, others }) => fisherExact(own.gotOn, own.decided, others.gotOn, others.decided))
  const adjusted = adjustByHolm(pValues)
  return contrasts.map(({ group, own, others }, index) => {
    const pValue = pValues[index] as number
    return {
      group,
      rate: own.gotOn / own.decided,
      others: others.gotOn / others.decided,
      interval: wilsonInterval(own.gotOn, own.decided) as readonly [number, number],
      significant: pValue < LEVEL,
      sample: own.decided,
      othersSample: others.decided,
      pValue,
      adjustedPValue: adjusted[index] as number,
    }
  })
}

function insufficientOf({ group, own, others }: Contrast, minimumSample: number): InsufficientGroup {
  const rate = own.decided === 0 ? null : own.gotOn / own.decided
  return { group, rate, sample: own.decided, othersSample: others.decided, reason: own.decided < minimumSample ? 'group' : 'others' }
}

/** By how much a group is below the others, times the decided deals of both: exact, unlike the difference of two rates. */
function gapOf({ own, others }: Contrast): Decimal {
  return new Decimal(others.gotOn).times(own.decided).minus(new Decimal(own.gotOn).times(others.decided))
}

function byUrgency(one: ComparedGroup, other: ComparedGroup): number {
  return Number(other.significant) - Number(one.significant)
}

/** The group that is further below the others first; null last of those that are as far. */
function byGap(one: Contrast, other: Contrast): number {
  const [gap, otherGap] = [
    gapOf(one).times(other.own.decided).times(other.others.decided),
    gapOf(other).times(one.own.decided).times(one.others.decided),
  ]
  if (!gap.eq(otherGap)) return gap.gt(otherGap) ? -1 : 1
  if (one.group === null || other.group === null) return one.group === null ? 1 : -1
  return one.group < other.group ? -1 : 1
}
