import { InputError, type Issue, type JsonValue } from '@clientele/core'
import { createIssue, describeValue, isRecord } from '@clientele/core/checks'
import { isPerson, type PersonId, people } from './people.js'

/** A command as it was given: what, by whom, when, and what it told. */
export type Entry = readonly [command: string, actor: PersonId, at: string, told?: Told]

/** Fields of a command, by name. */
export type Told = { readonly [field: string]: JsonValue }

/** A link may hold any text: what is longer than any lesson is not read. */
export const LONGEST = 20_000
export const MOST = 100

const EXAMPLE = '[["expressSympathy","li","2024-03-01 09:02"]]'

/** Writes commands as a link holds them; none is an empty text. */
export function writeLog(entries: readonly Entry[]): string {
  return entries.length === 0 ? '' : JSON.stringify(entries)
}

/** Reads what a link holds, or throws what is wrong with it. */
export function readLog(text: string): readonly Entry[] {
  if (text.trim() === '') return []
  const list = text.length > LONGEST ? undefined : parse(text)
  if (!Array.isArray(list)) return fail(unreadable(text))
  if (list.length > MOST) return fail(createIssue('too-many-parts', [], { maximum: MOST }))
  return list.map(readEntry)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readEntry(value: unknown): Entry {
  if (!Array.isArray(value) || value.length < 3 || value.length > 4) return fail(unreadable(value))
  const [command, actor, at, told = {}] = value as readonly unknown[]
  if (typeof command !== 'string' || typeof at !== 'string' || !isRecord(told)) return fail(unreadable(value))
  if (!isPerson(actor)) {
    return fail(createIssue('not-allowed', [], { allowed: people.map(({ id }) => describeValue(id)), actual: describeValue(actor) }))
  }
  return value.length === 3 ? [command, actor, at] : [command, actor, at, told as Told]
}

function unreadable(value: unknown): Issue {
  const actual = describeValue(typeof value === 'string' ? value : JSON.stringify(value))
  return createIssue('unreadable', [], { expected: EXAMPLE, actual })
}

function fail(issue: Issue): never {
  throw new InputError([issue])
}
