import fc from 'fast-check'
import type { FunnelMeasure, Pipeline, StageChange } from '../src/index.js'
import { pipeline } from './stageLogs.js'

/** How many deals of a group were lost, and stand open, at each of the stages `lead`, `quoted` and `negotiating`, and how many were won. */
export interface CountedGroup {
  readonly group: string | null
  readonly lost: readonly [number, number, number]
  readonly open: readonly [number, number, number]
  readonly won: number
  /** How many were lost without ever coming to a stage. */
  readonly nowhere?: number
}

export const stageIds: readonly string[] = pipeline.stages.map(({ id }) => id)
export const countedAsOf = '2024-03-31'

/** A log of so many deals: each comes straight to its furthest stage; each won one states what `worth` says of its place among the won ones of its group. */
export function logOfCounts(groups: readonly CountedGroup[], worth: (place: number) => Partial<StageChange> = () => ({})): StageChange[] {
  return groups.flatMap(({ group, lost, open, won, nowhere = 0 }, index) => {
    const attributes = { region: group }
    const deal = (kind: string, place: number): string => `${index} ${kind} ${place}`
    const times = (count: number, make: (place: number) => StageChange[]): StageChange[] =>
      Array.from({ length: count }, (_, place) => make(place)).flat()
    const come = (kind: string, place: number, stage: string): StageChange => ({ deal: deal(kind, place), at: '2024-03-01', to: stage, attributes })
    const end = (kind: string, place: number, to: string): StageChange => ({ deal: deal(kind, place), at: '2024-03-08', to })
    return [
      ...stageIds.flatMap((stage, at) =>
        times(lost[at] as number, (place) => [come(`lost ${stage}`, place, stage), end(`lost ${stage}`, place, 'lost')]),
      ),
      ...stageIds.flatMap((stage, at) => times(open[at] as number, (place) => [come(`open ${stage}`, place, stage)])),
      ...times(won, (place) => [come('won', place, 'lead'), { ...end('won', place, 'won'), ...worth(place) }]),
      ...times(nowhere, (place) => [{ ...end('nowhere', place, 'lost'), attributes }]),
    ]
  })
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0)

/** What the verbs over measures use of the one of such a log, however many deals there are. */
export function partOfMeasure(groups: readonly CountedGroup[]): FunnelMeasure {
  const all = [0, 1, 2].map((at) => ({
    lost: sum(groups.map(({ lost }) => lost[at] as number)),
    open: sum(groups.map(({ open }) => open[at] as number)),
  }))
  const won = sum(groups.map((group) => group.won))
  const part = {
    asOf: countedAsOf,
    by: 'region',
    stages: stagesOf(
      all.map(({ lost }) => lost),
      all.map(({ open }) => open),
      won,
    ),
    won: { count: won, amounts: [], withoutAmount: won },
    groups: groups.map(({ group, lost, open, won: gained, nowhere = 0 }) => ({
      group,
      entered: sum(lost) + sum(open) + gained + nowhere,
      won: { count: gained },
      lost: { count: sum(lost) + nowhere },
      stages: stagesOf(lost, open, gained),
    })),
    policies: [{ kind: pipeline.kind, id: pipeline.id, version: pipeline.version }],
  }
  return part as unknown as FunnelMeasure
}

function stagesOf(lost: readonly number[], open: readonly number[], won: number): object[] {
  return stageIds.map((stage, at) => {
    const advanced = won + sum(lost.slice(at + 1)) + sum(open.slice(at + 1))
    const [gone, left] = [lost[at] as number, open[at] as number]
    return { stage, entered: advanced + gone + left, advanced, lost: gone, open: left }
  })
}

const counts = (most: number): fc.Arbitrary<[number, number, number]> => fc.tuple(fc.nat(most), fc.nat(most), fc.nat(most))

/** Groups of few deals; some of none that is decided. */
export const countedGroups = (most = 12): fc.Arbitrary<CountedGroup[]> =>
  fc
    .uniqueArray(fc.constantFrom('North', 'South', 'East', 'West', '__proto__', null), { maxLength: 6 })
    .chain((names) =>
      fc.tuple(
        ...names.map((group) => fc.record({ group: fc.constant(group), lost: counts(most), open: counts(2), won: fc.nat(most), nowhere: fc.nat(2) })),
      ),
    )

/** The pipeline that the logs are of. */
export const countedPipeline: Pipeline = pipeline
