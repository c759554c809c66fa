import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkCount,
  checkDay,
  checkFlag,
  checkInteger,
  checkMade,
  checkText,
  checkUnique,
  createIssue,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import type { ComparedGroup, GroupComparison, InsufficientGroup } from '../alerts/types.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { checkAtLeast, checkAtMost, checkInterval, checkPart } from './checkConversion.js'
import { checkRateOf, checkSampledRate, SIGNIFICANCE, successesOf } from './checkRates.js'

/** Where a transition ends that ends with a deal being won. */
export const WON = 'won'

const compared = listOf(
  membersOf({
    group: orNull(checkText),
    rate: checkPart,
    others: checkPart,
    interval: checkInterval,
    significant: checkFlag,
    sample: checkCount,
    othersSample: checkCount,
    pValue: checkPart,
    adjustedPValue: checkPart,
  }),
)

const checkShape: Check = membersOf({
  asOf: checkDay,
  by: checkText,
  transition: orNull(membersOf({ from: checkText, to: checkText })),
  minimumSample: (value, path, issues) => {
    checkInteger(value, path, issues, { minimum: 1 })
  },
  alerts: compared,
  compared,
  insufficient: listOf(
    membersOf({
      group: orNull(checkText),
      rate: orNull(checkPart),
      sample: checkCount,
      othersSample: checkCount,
      reason: oneOf(['group', 'others']),
    }),
  ),
  policies: listOf(membersOf({ kind: checkText, id: checkText })),
})

/** Reads the pipeline; adds an issue for all that is wrong with it or a comparison of groups, and where another pipeline made it, also one of the same version. */
export function checkComparison(value: unknown, document: unknown, issues: Issue[]): ReadPipeline | undefined {
  const pipeline = readPipeline(document, ['pipeline'], issues)
  const before = issues.length
  checkMade(value, 'comparison', checkShape, pipeline && [pipeline.policy], issues)
  if (issues.length > before) return pipeline
  const comparison = value as GroupComparison
  if (pipeline !== undefined) checkTransition(comparison, pipeline, issues)
  const groups = [...comparison.compared, ...comparison.insufficient]
  const pathOf = (index: number): Path =>
    index < comparison.compared.length ? ['comparison', 'compared', index] : ['comparison', 'insufficient', index - comparison.compared.length]
  checkUnique(
    groups.map(({ group }) => JSON.stringify(group)),
    (index) => [...pathOf(index), 'group'],
    issues,
  )
  const sample = groups.reduce((sum, group) => sum + group.sample, 0)
  groups.forEach((group, index) => checkAgrees(group.othersSample, sample - group.sample, [...pathOf(index), 'othersSample'], issues))
  comparison.insufficient.forEach((group, index) => checkInsufficient(group, comparison, ['comparison', 'insufficient', index], issues))
  const successes = groups.reduce((sum, group) => sum + successesOf(group), 0)
  comparison.compared.forEach((group, index) => checkCompared(group, comparison, successes, ['comparison', 'compared', index], issues))
  if (issues.length === before) checkAlerts(comparison, issues)
  return pipeline
}

/** A deal goes on from a stage to a later one, or is won. */
function checkTransition({ transition }: GroupComparison, { stages }: ReadPipeline, issues: Issue[]): void {
  if (transition === null) return
  const known = stages.map(({ id }) => id)
  checkAmong(transition.from, known, ['comparison', 'transition', 'from'], issues)
  const later = known.slice(known.includes(transition.from) ? known.indexOf(transition.from) + 1 : 0)
  checkAmong(transition.to, known.includes(WON) ? later : [...later, WON], ['comparison', 'transition', 'to'], issues)
}

function checkCompared(group: ComparedGroup, { minimumSample }: GroupComparison, successes: number, path: Path, issues: Issue[]): void {
  const { others, sample, othersSample, significant, pValue, adjustedPValue } = group
  checkAtLeast(sample, minimumSample, [...path, 'sample'], issues)
  checkAtLeast(othersSample, minimumSample, [...path, 'othersSample'], issues)
  checkSampledRate(group, path, issues)
  checkAgrees(others, (successes - successesOf(group)) / othersSample, [...path, 'others'], issues)
  checkAgrees(significant, pValue < SIGNIFICANCE, [...path, 'significant'], issues)
  checkAtLeast(adjustedPValue, pValue, [...path, 'adjustedPValue'], issues)
}

/** A group is told to be too small before the others are. */
function checkInsufficient(group: InsufficientGroup, { minimumSample }: GroupComparison, path: Path, issues: Issue[]): void {
  const { sample, othersSample, reason } = group
  checkRateOf(group, path, issues)
  checkAgrees(reason, sample < minimumSample ? 'group' : 'others', [...path, 'reason'], issues)
  if (reason === 'others') checkAtMost(othersSample, minimumSample - 1, [...path, 'othersSample'], issues)
}

/** Alerts are the compared groups that are below the others, the significant ones first. */
function checkAlerts({ alerts, compared: groups }: GroupComparison, issues: Issue[]): void {
  const path: Path = ['comparison', 'alerts']
  const byName = new Map(groups.map((group) => [group.group, group]))
  checkUnique(
    alerts.map(({ group }) => JSON.stringify(group)),
    (index) => [...path, index, 'group'],
    issues,
  )
  alerts.forEach((alert, index) => {
    const same = byName.get(alert.group)
    if (same === undefined) issues.push(createIssue('outdated-input', [...path, index, 'group'], { expected: 'null', actual: String(alert.group) }))
    else checkAgrees(alert, same, [...path, index], issues)
    checkAtMost(alert.rate, alert.others, [...path, index, 'rate'], issues)
    if (alert.significant && alerts[index - 1]?.significant === false) checkAgrees(alert.significant, false, [...path, index, 'significant'], issues)
  })
  const told = new Set(alerts.map(({ group }) => group))
  groups.forEach(({ group, rate, others }, index) => {
    if (rate < others && !told.has(group)) issues.push(createIssue('missing', [...path, index], {}))
  })
}
