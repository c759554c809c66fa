import {
  type Actor,
  type ComplaintCommand,
  type ComplaintEvent,
  type Decision,
  decideComplaint,
  migrateComplaint,
  openComplaint,
  type RecordComplaint,
  type WorkflowDefinition,
} from '@clientele/complaints'
import type { Connection } from '../database/types.js'
import type { Language } from '../server/languages.js'
import type { Body } from '../server/readRequest.js'
import { readDefinition } from '../workflows/readDefinition.js'
import { appendEvents } from './appendEvents.js'
import { paidBefore } from './paidBefore.js'
import { type Complaint, complaintOf, readComplaint } from './readComplaint.js'
import { refusalOf } from './refuse.js'
import { refuseOnOwnAccount } from './refuseOnOwnAccount.js'

/** When something is asked for, and in which language it is answered. */
export interface Moment {
  readonly at: string
  readonly language: Language
}

/** A complaint after what was asked for, and the decision that did it. */
export interface Done {
  readonly decision: Extract<Decision, { readonly ok: true }>
  readonly complaint: Complaint
}

/** Opens a complaint by the version of a workflow that is in force. */
export async function open(connection: Connection, workflow: string, body: Body, { at, language }: Moment): Promise<Done> {
  const definition = await readDefinition(connection, workflow)
  const decision = openComplaint({ type: 'recordComplaint', ...body, at } as RecordComplaint, definition)
  if (!decision.ok) throw refusalOf(decision, { definition, language, state: null })
  return append(connection, decision, [], [definition])
}

/** Carries out a command. */
export async function act(connection: Connection, id: string, body: Body, { at, language }: Moment): Promise<Done> {
  const complaint = await readComplaint(connection, id)
  const { events, state, definitions, definition } = complaint
  const paidToCustomer = await paidBefore(connection, complaint, body)
  const command = { ...body, at, paidToCustomer } as ComplaintCommand
  const decision = decideComplaint({ command, state }, definition)
  if (!decision.ok) throw refusalOf(decision, { definition, language, state })
  await refuseOnOwnAccount(connection, { command, state, language })
  return append(connection, decision, events, definitions)
}

/** What a migration is asked for with. */
export interface MigrationRequest {
  readonly by: unknown
  /** The one in force where it is null. */
  readonly version: string | null
}

/** Brings a complaint under another version of its workflow. */
export async function migrate(connection: Connection, id: string, { by, version }: MigrationRequest, { at, language }: Moment): Promise<Done> {
  const { events, state, definitions, definition: from } = await readComplaint(connection, id)
  const to = await readDefinition(connection, from.id, version)
  const decision = migrateComplaint({ state, at, by: by as Actor }, { from, to })
  if (!decision.ok) throw refusalOf(decision, { definition: to, language, state })
  return append(connection, decision, events, [...definitions.filter((one) => one.version !== to.version), to])
}

async function append(
  connection: Connection,
  decision: Done['decision'],
  earlier: readonly ComplaintEvent[],
  definitions: readonly WorkflowDefinition[],
): Promise<Done> {
  const complaint = complaintOf([...earlier, ...decision.events], definitions)
  await appendEvents(connection, complaint, decision.events)
  return { decision, complaint }
}
