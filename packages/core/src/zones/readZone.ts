import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'
import { type Offsets, rememberOffsets } from './rememberOffsets.js'
import { askName, askOffset } from './temporal.js'

/** A time zone that the host's time zone database has. */
export interface Zone extends Offsets {
  readonly id: string
}

/** Zones that were asked for, and what was found out of them: the same for everyone, and slow to ask again. */
const zones = new Map<string, Zone>()

/** Reads the name of a time zone, or adds an issue and returns undefined. */
export function readZone(value: unknown, path: Path, issues: Issue[]): Zone | undefined {
  const known = typeof value === 'string' ? zones.get(value) : undefined
  if (known !== undefined) return known
  const id = typeof value === 'string' ? zoneName(value) : undefined
  if (id !== undefined) return namedZone(id)
  issues.push(value === undefined ? createIssue('missing', path, {}) : createIssue('unknown-zone', path, { actual: describeValue(value) }))
  return undefined
}

/** A zone by its name as the database spells it: there are not many of them, but many ways to spell them. */
function namedZone(id: string): Zone {
  const zone = zones.get(id) ?? { id, ...rememberOffsets((seconds) => askOffset(id, seconds)) }
  zones.set(id, zone)
  return zone
}

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9._+-]*(\/[A-Za-z0-9._+-]+)*$/

/** A name as the host's time zone database spells it, undefined where it has none; an offset such as `+08:00` is none. */
function zoneName(name: string): string | undefined {
  if (!ZONE_NAME.test(name)) return undefined
  try {
    return askName(name)
  } catch {
    return undefined
  }
}
