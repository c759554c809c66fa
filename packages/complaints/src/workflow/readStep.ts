import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkFlag, checkInteger, checkKeys, checkList, checkLocalizedText, checkRecord, createIssue } from '@clientele/core/checks'
import { checkName, readMove, type StatedMove } from './readMove.js'
import type { ClockState } from './types.js'

const KEYS = ['textbook', 'title', 'final', 'responsible', 'clocks', 'moves']
const CLOCK_STATES: readonly ClockState[] = ['run', 'pause', 'stop']
const TEXTBOOK_STEPS = 8
const MOST_MOVES = 1_000

/** Checks a step but for the names of people, or adds issues; what it returns holds only where there are none. */
export function readStep(value: unknown, steps: ReadonlySet<string>, path: Path, issues: Issue[]): readonly StatedMove[] {
  if (!checkRecord(value, path, issues)) return []
  const step = { ...value }
  checkKeys(step, KEYS, path, issues)
  if (step['textbook'] !== undefined) checkInteger(step['textbook'], [...path, 'textbook'], issues, { minimum: 1, maximum: TEXTBOOK_STEPS })
  if (step['title'] === undefined) issues.push(createIssue('missing', [...path, 'title'], {}))
  else checkLocalizedText(step['title'], [...path, 'title'], issues)
  if (step['final'] !== undefined) checkFlag(step['final'], [...path, 'final'], issues)
  if (step['responsible'] !== undefined) checkName(step['responsible'], [], [...path, 'responsible'], issues)
  if (step['clocks'] !== undefined) checkClocks(step['clocks'], [...path, 'clocks'], issues)
  return readMoves(step['moves'], steps, [...path, 'moves'], issues)
}

function checkClocks(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  for (const [clock, state] of Object.entries(value)) {
    checkName(clock, [], [...path, clock], issues)
    checkChoice(state, CLOCK_STATES, [...path, clock], issues)
  }
}

function readMoves(value: unknown, steps: ReadonlySet<string>, path: Path, issues: Issue[]): readonly StatedMove[] {
  if (!checkList(value, path, issues)) return []
  if (value.length > MOST_MOVES) {
    issues.push(createIssue('too-many-parts', path, { maximum: MOST_MOVES }))
    return []
  }
  return Array.from(value).flatMap((move, index) => readMove(move, steps, [...path, index], issues) ?? [])
}
