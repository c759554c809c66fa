import type { Issue, Path } from '@clientele/core'
import { reportType } from '@clientele/core/checks'
import { type DatedEvent, readHistory } from '../history/readHistory.js'
import type { ReadWorkflows } from '../history/replayComplaint.js'

/** An event of a log. */
export type LogEvent = DatedEvent

/** What complaints are counted by. */
const COUNTED = ['cause', 'content', 'department'] as const

/** Reads the history of a complaint to analyse it, or adds issues and returns undefined. */
export function readLog(value: unknown, path: Path, workflows: ReadWorkflows | null, issues: Issue[]): readonly LogEvent[] | undefined {
  const before = issues.length
  const log = readHistory(value, { list: path, events: path }, workflows, issues)
  if (log === undefined) return undefined
  for (const [index, { fields }] of log.entries()) {
    for (const field of COUNTED) {
      const told = fields[field]
      if (told !== undefined && told !== null && typeof told !== 'string') reportType(told, [...path, index, field], issues, 'string')
    }
  }
  return issues.length === before ? log : undefined
}
