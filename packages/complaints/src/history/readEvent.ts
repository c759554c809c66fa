import type { Issue, Path } from '@clientele/core'
import { type Check, checkInteger, checkMoment, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { type Fields, readFields } from '../fields/readFields.js'
import { isText } from './isText.js'
import { readActor } from './readActor.js'
import { readDefinitionReference } from './readDefinitionReference.js'
import type { Actor, DefinitionReference } from './types.js'

const KEYS = new Set(['type', 'at', 'by', 'complaint', 'sequence', 'definition', 'step', 'cycle', 'command', 'following'])

/** An event, apart from what its command told. */
export interface ReadEvent {
  readonly type: string
  readonly at: string
  readonly by: Actor
  readonly complaint: string
  readonly sequence: number
  readonly definition: DefinitionReference
  readonly step: string
  readonly cycle: number | undefined
  readonly command: string | undefined
  readonly following: number | undefined
  readonly fields: Fields
}

const checkAt: Check = (value, path, issues) => {
  checkMoment(value, path, issues)
}

/** Reads an event by itself, or adds issues and returns undefined; its moment is checked by what is given, so that who reads it need not check it again. */
export function readEvent(value: unknown, path: Path, issues: Issue[], check: Check = checkAt): ReadEvent | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const at = ownValue(value, 'at')
  check(at, [...path, 'at'], issues)
  const event = {
    type: readText(value, 'type', path, issues),
    at: at as string,
    by: readActor(ownValue(value, 'by'), [...path, 'by'], issues) as Actor,
    complaint: readText(value, 'complaint', path, issues),
    sequence: readCount(value, 'sequence', 1, path, issues),
    definition: readDefinitionReference(ownValue(value, 'definition'), [...path, 'definition'], issues) as DefinitionReference,
    step: readText(value, 'step', path, issues),
    cycle: isGiven(value, 'cycle') ? readCount(value, 'cycle', 1, path, issues) : undefined,
    command: isGiven(value, 'command') ? readText(value, 'command', path, issues) : undefined,
    following: isGiven(value, 'following') ? readCount(value, 'following', 0, path, issues) : undefined,
    fields: readFields(value, KEYS, path, issues),
  }
  return issues.length === before ? event : undefined
}

type Stated = { readonly [key: string]: unknown }

function isGiven(value: Stated, key: string): boolean {
  return ownValue(value, key) !== undefined
}

function readText(value: Stated, key: string, path: Path, issues: Issue[]): string {
  const text = ownValue(value, key)
  if (!isText(text)) checkText(text, [...path, key], issues)
  return text as string
}

function readCount(value: Stated, key: string, minimum: number, path: Path, issues: Issue[]): number {
  const count = ownValue(value, key)
  if (!(Number.isSafeInteger(count) && (count as number) >= minimum)) checkInteger(count, [...path, key], issues, { minimum })
  // As a result -0 would not be what JSON makes of it.
  return (count === 0 ? 0 : count) as number
}
