import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkMoment, checkRecord, checkText, createIssue, describeValue, ownValue } from '@clientele/core/checks'
import { type Fields, isBlank, readFields } from '../fields/readFields.js'
import { readActor } from '../history/readActor.js'
import type { Actor } from '../history/types.js'
import { eventKeys } from '../workflow/wellKnown.js'

const KEYS = new Set(['type', 'at', 'by', 'expectedSequence', 'complaint'])

/** A command, apart from what it tells. */
export interface ReadCommand {
  readonly type: string
  readonly at: string
  readonly by: Actor
  readonly expectedSequence: number | undefined
  readonly complaint: string | undefined
  readonly fields: Fields
}

/** Reads a command by itself, or adds issues and returns undefined. */
export function readCommand(value: unknown, path: Path, issues: Issue[]): ReadCommand | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const own = (key: string): unknown => ownValue(value, key)
  const at = own('at')
  checkText(own('type'), [...path, 'type'], issues)
  checkMoment(at, [...path, 'at'], issues)
  const by = readActor(own('by'), [...path, 'by'], issues)
  const expectedSequence = own('expectedSequence')
  if (expectedSequence !== undefined) checkInteger(expectedSequence, [...path, 'expectedSequence'], issues, { minimum: 0 })
  const complaint = own('complaint') ?? undefined
  if (complaint !== undefined && complaint !== '') checkText(complaint, [...path, 'complaint'], issues)
  const fields = readFields(value, KEYS, path, issues)
  for (const key of eventKeys) {
    if (Object.hasOwn(fields, key)) issues.push(createIssue('reserved-name', [...path, key], { actual: describeValue(key) }))
  }
  if (issues.length > before) return undefined
  const read = { type: own('type'), at, by, expectedSequence, complaint: complaint === '' ? undefined : complaint, fields }
  return read as ReadCommand
}

/** What a command says, by the names that it gives it. */
export function everythingIn({ fields, ...said }: ReadCommand): { readonly [name: string]: unknown } {
  return { ...fields, ...said }
}

/** Whether a command does not say something, or leaves it blank. */
export function lacks(command: ReadCommand, need: string): boolean {
  return isBlank(ownValue(everythingIn(command), need))
}
