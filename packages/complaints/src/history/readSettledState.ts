import type { Issue, Path } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readState } from './readState.js'
import type { ComplaintState } from './types.js'

/** Reads where a complaint stands, or adds issues and returns undefined; adds one also where it is in the middle of a command. */
export function readSettledState(value: unknown, workflow: ReadWorkflow | undefined, path: Path, issues: Issue[]): ComplaintState | undefined {
  const state = readState(value, workflow, path, issues)
  if (state !== undefined && state.following !== 0) {
    issues.push(createIssue('not-allowed', [...path, 'following'], { allowed: ['0'], actual: String(state.following) }))
  }
  return state
}
