import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkCount,
  checkDay,
  checkFigure,
  checkMade,
  checkSameList,
  checkShare,
  checkText,
  checkUnique,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import type { Bottleneck, BottleneckRanking, UnjudgedStage } from '../bottlenecks/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkAtLeast, checkAtMost, checkInterval, checkPart } from './checkConversion.js'
import { checkFallsOnly, checkSampledRate, checkWithin } from './checkRates.js'
import { checkCurrencyOrNone } from './checkSums.js'

const judged = { stage: checkText, rate: checkPart, benchmark: checkPart }

const checkShape: Check = membersOf({
  asOf: checkDay,
  bottlenecks: listOf(
    membersOf({
      ...judged,
      entered: checkCount,
      sample: checkCount,
      interval: checkInterval,
      pValue: checkPart,
      downstream: checkPart,
      lostDeals: checkShare,
      lostValue: listOf(membersOf({ currency: checkCurrencyOrNone, amount: checkFigure })),
    }),
  ),
  met: listOf(membersOf(judged)),
  insufficient: listOf(membersOf({ ...judged, rate: orNull(checkPart), reason: oneOf(['no-decided-deals', 'no-decided-deals-later']) })),
  won: checkCount,
  wonWithAmount: checkCount,
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Reads the pipeline; adds an issue for all that is wrong with it or the ranking of bottlenecks, and where another pipeline made it, also one of the same version. */
export function checkBottlenecks(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'ranking', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before) return pipeline
  const ranking = value as BottleneckRanking
  const { bottlenecks, met, insufficient } = ranking
  if (pipeline !== undefined) checkStages(ranking, pipeline, issues)
  checkFallsOnly(
    bottlenecks.map(({ lostDeals }) => lostDeals),
    (index) => ['ranking', 'bottlenecks', index, 'lostDeals'],
    issues,
  )
  bottlenecks.forEach((bottleneck, index) => checkBottleneck(bottleneck, ['ranking', 'bottlenecks', index], issues))
  met.forEach(({ rate, benchmark }, index) => checkAtLeast(rate, benchmark, ['ranking', 'met', index, 'rate'], issues))
  insufficient.forEach((stage, index) => checkUnjudged(stage, ['ranking', 'insufficient', index, 'rate'], issues))
  checkWorth(ranking, issues)
  return pipeline
}

/** Every stage is one of the pipeline's, and is judged once. */
function checkStages({ bottlenecks, met, insufficient }: BottleneckRanking, pipeline: ReadPipeline, issues: Issue[]): void {
  const known = pipeline.stages.map(({ id }) => id)
  const places = Object.entries({ bottlenecks, met, insufficient }).flatMap(([name, list]) =>
    list.map(({ stage }, index) => ({ stage, path: ['ranking', name, index, 'stage'] as Path })),
  )
  for (const { stage, path } of places) checkAmong(stage, known, path, issues)
  checkUnique(
    places.map(({ stage }) => stage),
    (index) => places[index]?.path ?? [],
    issues,
  )
}

/** A stage is below its benchmark by what is missing. */
function checkBottleneck(bottleneck: Bottleneck, path: Path, issues: Issue[]): void {
  const { rate, benchmark, entered, sample, downstream, lostDeals } = bottleneck
  checkAtMost(rate, benchmark, [...path, 'rate'], issues)
  checkAtMost(sample, entered, [...path, 'sample'], issues)
  checkSampledRate(bottleneck, path, issues)
  checkWithin(lostDeals, (benchmark - rate) * entered * downstream, entered, [...path, 'lostDeals'], issues)
}

/** A stage has a rate, which is below its benchmark, where deals of it are decided. */
function checkUnjudged({ reason, rate, benchmark }: UnjudgedStage, path: Path, issues: Issue[]): void {
  const start = issues.length
  checkAgrees(rate === null, reason === 'no-decided-deals', path, issues)
  if (rate !== null && issues.length === start) checkAtMost(rate, benchmark, path, issues)
}

/** Of won deals without any amount nobody knows what they are worth; all are worth something in the same currencies. */
function checkWorth({ bottlenecks, won, wonWithAmount }: BottleneckRanking, issues: Issue[]): void {
  checkAtMost(wonWithAmount, won, ['ranking', 'wonWithAmount'], issues)
  const namesOf = ({ lostValue }: Bottleneck): string[] => lostValue.map(({ currency }) => currency ?? '')
  bottlenecks.forEach((bottleneck, index) => {
    const path: Path = ['ranking', 'bottlenecks', index, 'lostValue']
    checkAgrees(bottleneck.lostValue.length > 0, wonWithAmount > 0, path, issues)
    checkUnique(namesOf(bottleneck), (place) => [...path, place, 'currency'], issues)
    checkSameList(namesOf(bottleneck), namesOf(bottlenecks[0] as Bottleneck), path, issues)
  })
}
