import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkCount,
  checkCurrency,
  checkFigure,
  checkShare,
  checkText,
  checkUnique,
  filled,
  listOf,
  membersOf,
  orNull,
} from '@clientele/core/checks'
import type { FunnelFigures, LossMeasure, OutcomeMeasure, StageMeasure } from '../measure/types.js'
import { checkAtMost, checkConversion, checkConversionOf } from './checkConversion.js'

const currency: Check = (value, path, issues) => {
  checkCurrency(value, path, issues)
}

const days = orNull(checkShare)
const amounts = listOf(membersOf({ currency: orNull(currency), amount: checkFigure }))
const outcome = membersOf({ count: checkCount, amounts, withoutAmount: checkCount, meanDays: days, medianDays: days })

/** What figures are made of. */
export const figureMembers: { readonly [member in keyof FunnelFigures]: Check } = {
  entered: checkCount,
  stages: filled(
    membersOf({
      stage: checkText,
      entered: checkCount,
      skipped: checkCount,
      advanced: checkCount,
      lost: checkCount,
      open: checkCount,
      standing: checkCount,
      conversion: checkConversion,
      medianDays: days,
      medianDaysAdvanced: days,
      medianDaysLost: days,
    }),
  ),
  conversion: checkConversion,
  won: outcome,
  lost: outcome,
  open: outcome,
  losses: listOf(membersOf({ stage: orNull(checkText), reason: orNull(checkText), count: checkCount, amounts })),
}

/** Adds an issue where figures that are each right by themselves disagree. */
export function checkFiguresAgree(figures: FunnelFigures, path: Path, issues: Issue[]): void {
  const { entered, stages, conversion, won, lost, open, losses } = figures
  checkAgrees(entered, won.count + lost.count + open.count, [...path, 'entered'], issues)
  checkConversionOf(conversion, { entered, advanced: won.count, lost: lost.count }, [...path, 'conversion'], issues)
  checkOutcome(won, [...path, 'won'], issues)
  checkOutcome(lost, [...path, 'lost'], issues)
  checkOutcome(open, [...path, 'open'], issues)
  checkUnique(
    stages.map(({ stage }) => stage),
    (index) => [...path, 'stages', index, 'stage'],
    issues,
  )
  checkStages(figures, [...path, 'stages'], issues)
  checkLosses(losses, stages, lost.count, [...path, 'losses'], issues)
}

/** Nobody comes to a stage that did not come to those before it; who was lost without a stage came to none. */
function checkStages({ entered, stages, won, open, losses }: FunnelFigures, path: Path, issues: Issue[]): void {
  const nowhere = losses.reduce((sum, { stage, count }) => (stage === null ? sum + count : sum), 0)
  stages.forEach((stage, index) => {
    const place = [...path, index]
    const before = stages[index - 1]?.advanced ?? entered - nowhere
    const advanced = index === stages.length - 1 ? won.count : stage.advanced
    checkAgrees(stage, { entered: before, advanced }, place, issues)
    checkAgrees(stage.entered, stage.advanced + stage.lost + stage.open, [...place, 'entered'], issues)
    checkAtMost(stage.skipped, stage.entered, [...place, 'skipped'], issues)
    checkConversionOf(stage.conversion, stage, [...place, 'conversion'], issues)
  })
  const standing = stages.reduce((sum, stage) => sum + stage.standing, 0)
  checkAgrees(standing, open.count, path, issues)
}

function checkOutcome({ count, amounts: worth, withoutAmount, meanDays, medianDays }: OutcomeMeasure, path: Path, issues: Issue[]): void {
  checkAtMost(withoutAmount, count, [...path, 'withoutAmount'], issues)
  checkCurrencies(worth, [...path, 'amounts'], issues)
  const check: Check = count === 0 ? (value, place, found) => checkAgrees(value, null, place, found) : checkShare
  check(meanDays, [...path, 'meanDays'], issues)
  check(medianDays, [...path, 'medianDays'], issues)
}

function checkLosses(losses: readonly LossMeasure[], stages: readonly StageMeasure[], lost: number, path: Path, issues: Issue[]): void {
  const known = stages.map(({ stage }) => stage)
  const byStage = new Map<string, number>()
  let sum = 0
  losses.forEach(({ stage, count, amounts: worth }, index) => {
    sum += count
    if (stage !== null) {
      checkAmong(stage, known, [...path, index, 'stage'], issues)
      byStage.set(stage, (byStage.get(stage) ?? 0) + count)
    }
    checkCurrencies(worth, [...path, index, 'amounts'], issues)
  })
  checkUnique(
    losses.map(({ stage, reason }) => JSON.stringify([stage, reason])),
    (index) => [...path, index],
    issues,
  )
  if (sum !== lost) checkAgrees(sum, lost, path, issues)
  else for (const { stage, lost: ended } of stages) checkAgrees(byStage.get(stage) ?? 0, ended, path, issues)
}

function checkCurrencies(worth: LossMeasure['amounts'], path: Path, issues: Issue[]): void {
  checkUnique(
    worth.map((one) => one.currency ?? ''),
    (index) => [...path, index, 'currency'],
    issues,
  )
}
