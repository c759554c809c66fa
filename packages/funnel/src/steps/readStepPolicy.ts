import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkList, checkUnique, createIssue, readId } from '@clientele/core/checks'
import { readWindow } from './readWindow.js'
import type { StepPolicy } from './types.js'

/** Which steps are counted, and how, read. */
export interface ReadStepPolicy {
  /** The steps as texts. */
  readonly steps: readonly string[]
  /** In nanoseconds; null: without limit. */
  readonly window: bigint | null
  /** The same as stated. */
  readonly statedWindow: string | null
  readonly mode: NonNullable<StepPolicy['mode']>
}

/** All keys of what says which steps are counted. */
export const POLICY_KEYS: readonly string[] = ['steps', 'window', 'mode']

/** Stands for events that are none of the steps, of which there are fewer. */
export const OTHER_STEP = 255

const MOST_STEPS = 250
const MODES = ['ordered', 'strict', 'unordered'] as const

/** Reads which steps are counted and how, of own properties whose keys are checked elsewhere; or adds issues and returns undefined. */
export function readStepPolicy(policy: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): ReadStepPolicy | undefined {
  const before = issues.length
  const { steps, window, mode = 'ordered' } = policy
  const ids = readSteps(steps, [...path, 'steps'], issues)
  const size = window === undefined ? null : readWindow(window, [...path, 'window'], issues)
  const isMode = checkChoice(mode, MODES, [...path, 'mode'], issues)
  if (size === undefined || !isMode || issues.length > before) return undefined
  return { steps: ids as string[], window: size, statedWindow: (window as string | undefined) ?? null, mode }
}

function readSteps(value: unknown, path: Path, issues: Issue[]): (string | undefined)[] | undefined {
  if (!checkList(value, path, issues, { filled: true })) return undefined
  if (value.length > MOST_STEPS) {
    issues.push(createIssue('too-many-parts', path, { maximum: MOST_STEPS }))
    return undefined
  }
  const ids = Array.from(value, (step, index) => readId(step, () => [...path, index], issues))
  checkUnique(ids, (index) => [...path, index], issues)
  return ids
}
