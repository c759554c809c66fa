import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkDay,
  checkMade,
  checkSameList,
  checkShare,
  checkText,
  checkUnique,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { EffortAllocation, EffortReason, StageEffort } from '../effort/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkAtMost, checkPart, ROUNDING } from './checkConversion.js'
import { checkCurrencyOrNone, checkNear } from './checkSums.js'

const reasons: CodeChecks<EffortReason> = {
  'best-use': { stage: checkText, hours: checkShare, marginal: checkShare },
  'capacity-used': { stage: checkText, hours: checkShare },
  'less-per-hour': { stage: checkText, marginal: checkShare },
  'brings-nothing': { stage: checkText },
  'insufficient-history': { stage: checkText },
  'hours-left': { hours: checkShare },
}

const checkStage = membersOf({
  stage: checkText,
  hours: checkShare,
  deals: checkShare,
  winRate: orNull(checkPart),
  expectedValue: checkShare,
  marginal: orNull(checkShare),
  capacityHours: orNull(checkShare),
})

const checkShape: Check = membersOf({
  asOf: checkDay,
  hours: checkShare,
  stages: listOf(checkStage),
  expectedValue: checkShare,
  left: checkShare,
  nextHour: orNull(membersOf({ stage: checkText, value: checkShare })),
  currency: checkCurrencyOrNone,
  reasons: listOf(codedBy<EffortReason>(reasons)),
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Reads the pipeline; adds an issue for all that is wrong with it or divided hours, such as more of them than there are, and where another pipeline made the measure, also one of the same version. */
export function checkAllocation(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'allocation', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before) return pipeline
  const allocation = value as EffortAllocation
  checkStages(allocation, pipeline, issues)
  allocation.stages.forEach((stage, index) => checkStageAgrees(stage, ['allocation', 'stages', index], issues))
  checkSums(allocation, issues)
  return pipeline
}

/** Stages are those of the pipeline, in its order; others are not spoken of. */
function checkStages({ stages, nextHour, reasons: told }: EffortAllocation, pipeline: ReadPipeline | undefined, issues: Issue[]): void {
  const listed = stages.map(({ stage }) => stage)
  const path = ['allocation', 'stages']
  checkUnique(listed, (index) => [...path, index, 'stage'], issues)
  if (pipeline !== undefined) {
    const known = pipeline.stages.map(({ id }) => id)
    listed.forEach((stage, index) => checkAmong(stage, known, [...path, index, 'stage'], issues))
    const named = new Set(listed)
    if (listed.every((stage) => known.includes(stage))) {
      checkSameList(
        [...named],
        known.filter((stage) => named.has(stage)),
        path,
        issues,
      )
    }
  }
  if (nextHour !== null) checkAmong(nextHour.stage, listed, ['allocation', 'nextHour', 'stage'], issues)
  told.forEach(({ params }, index) => {
    if ('stage' in params) checkAmong(params.stage, listed, ['allocation', 'reasons', index, 'params', 'stage'], issues)
  })
}

/** What work brings is known where the win rate is, and only then. */
function checkStageAgrees({ hours, winRate, marginal, expectedValue, capacityHours }: StageEffort, path: Path, issues: Issue[]): void {
  if (winRate === null) checkAgrees({ hours, marginal, expectedValue }, { hours: 0, marginal: null, expectedValue: 0 }, path, issues)
  else checkShare(marginal, [...path, 'marginal'], issues)
  if (capacityHours !== null) checkAtMost(hours, capacityHours * (1 + ROUNDING), [...path, 'hours'], issues)
}

function checkSums({ hours, stages, left, expectedValue }: EffortAllocation, issues: Issue[]): void {
  const used = stages.reduce((sum, stage) => sum + stage.hours, 0)
  const sum = used + left
  if (Math.abs(sum - hours) > ROUNDING * Math.max(1, hours)) {
    issues.push(createIssue('sum-differs', ['allocation', 'stages'], { expected: String(hours), actual: String(sum) }))
  }
  const brought = stages.reduce((total, stage) => total + stage.expectedValue, 0)
  checkNear(expectedValue, brought, ['allocation', 'expectedValue'], issues)
}
