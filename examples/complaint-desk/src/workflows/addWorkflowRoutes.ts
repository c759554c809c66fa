import { checkWorkflow, toBpmn, toMermaid, type WorkflowDefinition } from '@clientele/complaints'
import { throwIssues } from '@clientele/core/checks'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerOnce, answerReading } from '../server/answer.js'
import { requestedLanguage } from '../server/languages.js'
import { nameLanguage } from '../server/nameLanguage.js'
import { readBody, readQuery } from '../server/readRequest.js'
import type { Service } from '../server/types.js'
import { compareWithOpen } from './compareWithOpen.js'
import { readDefinition, USUAL_WORKFLOW } from './readDefinition.js'
import { storeDefinition } from './storeDefinition.js'

const diagrams = [
  { path: '/workflow.mmd', type: 'text/vnd.mermaid; charset=utf-8', draw: toMermaid },
  { path: '/workflow.bpmn', type: 'application/xml; charset=utf-8', draw: toBpmn },
] as const

export function addWorkflowRoutes(server: FastifyInstance, service: Service): void {
  server.get('/health', (_request, reply) =>
    answerReading(service, reply, async (connection) => {
      await connection.query('SELECT 1')
      return { status: 'ok', database: service.database.name, now: service.now() }
    }),
  )

  server.get('/workflows', (_request, reply) =>
    answerReading(service, reply, async (connection) => ({
      workflows: await connection.query(`SELECT id, document->'version' AS version FROM definitions ORDER BY id, number`),
    })),
  )

  server.get('/workflow', (request, reply) => answerReading(service, reply, (connection) => readDefinition(connection, ...namedIn(request))))

  for (const { path, type, draw } of diagrams) {
    server.get(path, async (request, reply): Promise<FastifyReply> => {
      const language = requestedLanguage(request)
      const definition = await service.database.read((connection) => readDefinition(connection, ...namedIn(request)))
      nameLanguage(reply, language)
      return reply.type(type).send(draw(definition, { language }))
    })
  }

  server.post('/workflows', (request, reply) => {
    const document = readDocument(request)
    return answerOnce(service, request, reply, async (connection) => {
      const isNew = await storeDefinition(connection, document)
      const { id, version } = document
      const location = `/workflow?${new URLSearchParams({ id, version: String(version) })}`
      return { status: isNew ? 201 : 200, location, body: { id, version } }
    })
  })

  server.post('/workflows/comparison', (request, reply) => {
    const document = readDocument(request)
    const language = requestedLanguage(request)
    return answerReading(service, reply, (connection) => compareWithOpen(connection, document, language), language)
  })
}

/** The workflow that an address names: the version in force of the usual one unless given. */
function namedIn(request: FastifyRequest): [id: string, version: string | null] {
  return [readQuery(request, 'id') ?? USUAL_WORKFLOW, readQuery(request, 'version') ?? null]
}

function readDocument(request: FastifyRequest): WorkflowDefinition {
  const body = readBody(request)
  throwIssues(checkWorkflow(body))
  return body as unknown as WorkflowDefinition
}
