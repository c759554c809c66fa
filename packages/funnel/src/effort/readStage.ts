import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkText } from '@clientele/core/checks'

/** Reads one of the stages of a measure, any where they are not known, or adds an issue and returns undefined. */
export function readStage(value: unknown, stages: readonly string[] | undefined, path: Path, issues: Issue[]): string | undefined {
  const isStage = stages === undefined ? checkText(value, path, issues) : checkChoice(value, stages, path, issues)
  return isStage ? (value as string) : undefined
}
