import type { Actor } from '@clientele/complaints'
import type { Issue } from '@clientele/core'
import { checkText, ownValue, throwIssues } from '@clientele/core/checks'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Connection } from '../database/types.js'
import { answerOnce, answerReading } from '../server/answer.js'
import { requestedLanguage } from '../server/languages.js'
import { type Body, readBody, readQuery } from '../server/readRequest.js'
import type { Answer, Service } from '../server/types.js'
import { USUAL_WORKFLOW } from '../workflows/readDefinition.js'
import { Overtaken } from './appendEvents.js'
import { act, type Done, type MigrationRequest, type Moment, migrate, open } from './decide.js'
import { describeAvailable, describeComplaint, describeDone } from './describeComplaint.js'
import { listOpen } from './listOpen.js'
import { readComplaint } from './readComplaint.js'
import { readNewComplaint } from './readNewComplaint.js'
import { conflictOf } from './refuse.js'

/** What the desk itself puts into a command: the moment of its clock, and what it has added up. */
const OWN_FIELDS = ['at', 'paidToCustomer']

export function addComplaintRoutes(server: FastifyInstance, service: Service): void {
  server.post('/complaints', (request, reply) => {
    const workflow = readQuery(request, 'workflow') ?? USUAL_WORKFLOW
    const body = readNewComplaint(readBody(request, { reserved: OWN_FIELDS }))
    return answerDone(service, request, reply, (connection, moment) => open(connection, workflow, body, moment))
  })

  server.post('/complaints/:id/commands', (request, reply) => {
    const body = readCommand(request)
    return answerDone(service, request, reply, (connection, moment) => act(connection, idOf(request), body, moment))
  })

  server.post('/complaints/:id/migration', (request, reply) => {
    const asked = readMigration(request)
    return answerDone(service, request, reply, (connection, moment) => migrate(connection, idOf(request), asked, moment))
  })

  server.get('/complaints', (request, reply) => {
    const language = requestedLanguage(request)
    return answerReading(service, reply, (connection) => listOpen(connection, language), language)
  })

  server.get('/complaints/:id', (request, reply) => {
    const language = requestedLanguage(request)
    const actor = readActor(request)
    const work = async (connection: Connection): Promise<object> => {
      const complaint = await readComplaint(connection, idOf(request))
      const available = actor === undefined ? {} : describeAvailable(complaint, actor, { at: service.now(), language })
      return { ...describeComplaint(complaint, language), ...available }
    }
    return answerReading(service, reply, work, language)
  })
}

function idOf({ params }: FastifyRequest): string {
  return (params as { readonly id: string }).id
}

/** Appends to a complaint; whoever is overtaken is told where it stands now. */
async function answerDone(
  service: Service,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (connection: Connection, moment: Moment) => Promise<Done>,
): Promise<FastifyReply> {
  const language = requestedLanguage(request)
  const answer = async (connection: Connection): Promise<Answer> => {
    const done = await work(connection, { at: service.now(), language })
    const { complaint, sequence } = done.complaint.state
    const isNew = sequence === done.decision.events.length
    const body = describeDone(done, language)
    return isNew ? { status: 201, location: encodeURI(`/complaints/${complaint}`), language, body } : { status: 200, language, body }
  }
  try {
    return await answerOnce(service, request, reply, answer)
  } catch (error) {
    throw error instanceof Overtaken ? await service.database.read((connection) => conflictOf(connection, error, language)) : error
  }
}

/** Who asks what can be done next; undefined where nobody does. */
function readActor(request: FastifyRequest): Actor | undefined {
  const [id, role] = [readQuery(request, 'actor'), readQuery(request, 'role')]
  if (id === undefined && role === undefined) return undefined
  const issues: Issue[] = []
  checkText(id, ['actor'], issues)
  checkText(role, ['role'], issues)
  throwIssues(issues)
  return { id, role } as Actor
}

/** A version is a text or a number, as definitions have it. */
function readMigration(request: FastifyRequest): MigrationRequest {
  const { by, version } = readBody(request, { known: ['by', 'version'] })
  const issues: Issue[] = []
  if (version !== undefined && typeof version !== 'number') checkText(version, ['version'], issues)
  throwIssues(issues)
  return { by, version: version === undefined ? null : String(version) }
}

/** The customer of a complaint may be corrected, but not taken away. */
function readCommand(request: FastifyRequest): Body {
  const body = readBody(request, { reserved: OWN_FIELDS })
  const issues: Issue[] = []
  const customer = ownValue(body, 'customer')
  if (customer !== undefined) checkText(customer, ['customer'], issues)
  throwIssues(issues)
  return body
}
