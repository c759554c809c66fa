import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import type { OutcomeCounts, OutcomeOdds, StageCounts } from './types.js'

const OUTCOMES = ['won', 'lost'] as const

/** Adds an issue for each count that contradicts the others: no records have such counts. */
export function checkCountsAgree({ won, lost, fields, stage }: OutcomeOdds, issues: Issue[]): void {
  const whole = { won, lost }
  fields.forEach(({ values }, index) => checkParts(values, whole, ['fields', index, 'values'], issues))
  if (stage !== undefined) checkStages(stage.stages, whole, issues)
}

/** A record has at most one value, so the values of a field share what there is; the first count that is too great is told. */
function checkParts(parts: readonly OutcomeCounts[], whole: OutcomeCounts, path: Path, issues: Issue[]): void {
  for (const outcome of OUTCOMES) {
    let left = whole[outcome]
    for (const [index, part] of parts.entries()) {
      if (!checkAtMost(part[outcome], left, [...path, index, outcome], issues)) break
      left -= part[outcome]
    }
  }
}

/** Every record reaches the first stage, and none a later one that did not reach those before it. */
function checkStages(stages: readonly StageCounts[], whole: OutcomeCounts, issues: Issue[]): void {
  stages.forEach((stage, index) => {
    const before = stages[index - 1]
    for (const outcome of OUTCOMES) {
      const path = ['stage', 'stages', index, outcome]
      const [count, expected] = [stage[outcome], whole[outcome]]
      if (before !== undefined) checkAtMost(count, before[outcome], path, issues)
      else if (count !== expected) issues.push(createIssue('outdated-input', path, { expected: String(expected), actual: String(count) }))
    }
  })
}

function checkAtMost(count: number, maximum: number, path: Path, issues: Issue[]): boolean {
  if (count <= maximum) return true
  issues.push(createIssue('too-large', path, { maximum: String(maximum), actual: String(count) }))
  return false
}
