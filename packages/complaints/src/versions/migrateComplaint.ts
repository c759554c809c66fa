import type { Issue } from '@clientele/core'
import { checkKeys, checkMoment, checkRecord, createIssue, ownValue, throwIssues } from '@clientele/core/checks'
import { definitionOf, emitEvents } from '../commands/emitEvents.js'
import type { Decision, RefusalReason } from '../commands/types.js'
import { checkSaid } from '../history/checkSaid.js'
import { readActor } from '../history/readActor.js'
import { readSettledState } from '../history/readSettledState.js'
import type { Actor, ComplaintState } from '../history/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import { migrating } from '../workflow/wellKnown.js'
import type { DefinitionVersions, MigrationCase } from './types.js'
import { weighMigration } from './weighMigration.js'

/**
 * Brings a complaint under another version of its definition. What happened stays as it is, under the version it was written with; facts, record,
 * proposal and cycle go on.
 *
 * The complaint goes where `migrate` of the new version says, or stays in its step; so do the steps it would go back to. Whether it can be closed
 * from there {@link compareDefinitions} tells.
 *
 * @param subject - `state`: where the complaint stands, made with `from`; `at`: when, a moment with its offset; `by`: who.
 * @param versions - `from` and `to`: definitions with the same id and different versions, `to` the later or an earlier one.
 * @returns An event `ComplaintMigrated` for the host to append, whose `from` says which version and which step it comes from; or
 * `not-in-this-step` for the step, or every step to go back to, that the new version does not have.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @example
 * import { evolveComplaint, migrateComplaint, openComplaint, replayComplaint } from '@clientele/complaints'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const act = { at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'clerk' } }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'A long wait.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', ...act, ...told }, counterService)
 * const state = replayComplaint(opened.ok ? opened.events : [], counterService)
 * const to = { ...counterService, version: '2' }
 * const decision = migrateComplaint({ state, ...act }, { from: counterService, to })
 * const [event] = decision.ok ? decision.events : []
 * event && [event.type, event.step, event['from']] //=> ['ComplaintMigrated', 'heard', { id: 'counter-service', version: '1', step: 'heard' }]
 * event && evolveComplaint({ state, event }, to).definition //=> { id: 'counter-service', version: '2' }
 */
export function migrateComplaint(subject: MigrationCase, versions: DefinitionVersions): Decision {
  const issues: Issue[] = []
  const workflows = readVersions(versions, issues)
  const migration = readSubject(subject, workflows.from, issues)
  throwIssues(issues)
  return migrate(migration as ReadMigration, workflows as Versions)
}

interface Versions {
  readonly from: ReadWorkflow
  readonly to: ReadWorkflow
}

interface ReadMigration {
  readonly state: ComplaintState
  readonly at: string
  readonly by: Actor
}

function readVersions(versions: unknown, issues: Issue[]): Partial<Versions> {
  if (!checkRecord(versions, ['versions'], issues)) return {}
  checkKeys(versions, ['from', 'to'], [], issues)
  const from = readWorkflow(ownValue(versions, 'from'), ['from'], issues)
  const to = readWorkflow(ownValue(versions, 'to'), ['to'], issues)
  if (from === undefined) return {}
  if (to === undefined) return { from }
  const [earlier, later] = [from.policy, to.policy]
  if (checkSaid(later.id, [earlier.id], ['to', 'id'], issues) && earlier.version === later.version) {
    issues.push(createIssue('given-elsewhere', ['to', 'version'], { value: String(later.version), place: 'from.version' }))
  }
  return { from, to }
}

function readSubject(subject: unknown, from: ReadWorkflow | undefined, issues: Issue[]): ReadMigration | undefined {
  if (!checkRecord(subject, ['subject'], issues)) return undefined
  checkKeys(subject, ['state', 'at', 'by'], [], issues)
  const state = readSettledState(ownValue(subject, 'state'), from, ['state'], issues)
  const at = ownValue(subject, 'at')
  checkMoment(at, ['at'], issues)
  const by = readActor(ownValue(subject, 'by'), ['by'], issues)
  return state === undefined || by === undefined ? undefined : { state, at: at as string, by }
}

function migrate({ state, at, by }: ReadMigration, { from, to }: Versions): Decision {
  const { complaint, sequence, step, cycle } = state
  const policies = [from.policy, to.policy]
  const destination = weighMigration(state, to)
  const missing = destination.exists ? destination.lost : [step]
  const [first, ...more] = missing.map((one): RefusalReason => {
    return { code: 'not-in-this-step', params: { command: migrating.command, step: one, steps: [...to.steps.keys()] } }
  })
  if (first !== undefined) return { ok: false, reasons: [first, ...more], policies }
  const command = { type: migrating.command, at, by, fields: { from: { ...definitionOf(from.policy), step } } }
  const place = { complaint, sequence, from: step, to: destination.step, cycle, definition: definitionOf(to.policy) }
  return { ok: true, events: emitEvents([migrating.event], command, place), policies }
}
