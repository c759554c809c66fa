import { ageingSchemeSchema, creditTermsSchema, orderPolicySchema } from '@clientele/credit/schemas'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { answerOnce, answerReading } from '../server/answer.js'
import { nothingHere } from '../server/Problem.js'
import { readRequest } from '../server/readRequest.js'
import { idShape, versionShape } from '../server/shapes.js'
import type { Service } from '../server/types.js'
import { readPolicyVersion } from './readPolicy.js'
import { storePolicy } from './storePolicy.js'
import type { Policy, PolicyKind } from './types.js'

const schemas: { readonly [Kind in PolicyKind]: z.ZodType<Policy> } = {
  'order-policy': orderPolicySchema,
  'credit-terms': creditTermsSchema,
  'ageing-scheme': ageingSchemeSchema,
}

const kindShape = z.enum(['order-policy', 'credit-terms', 'ageing-scheme'])

/** Which document it is; the rest is for the kind's own schema. */
const headShape = z.looseObject({ kind: kindShape, id: idShape, version: versionShape })

const keyShape = z.object({ kind: kindShape, id: idShape, version: idShape })

export function addPolicyRoutes(server: FastifyInstance, service: Service): void {
  server.post('/policies', (request, reply) => {
    const { kind } = readRequest(headShape, request.body)
    const document = readRequest(schemas[kind], request.body)
    return answerOnce(service, request, reply, async (connection) => {
      const isNew = await storePolicy(connection, document)
      const { id, version } = document
      return { status: isNew ? 201 : 200, location: encodeURI(`/policies/${kind}/${id}/${version}`), body: { kind, id, version } }
    })
  })

  server.get('/policies', (_request, reply) =>
    answerReading(service, reply, async (connection) => ({
      policies: await connection.query(`SELECT kind, id, document->'version' AS version FROM policies ORDER BY kind, id, moment`),
    })),
  )

  server.get('/policies/:kind/:id/:version', (request, reply) => {
    const { success, data: key } = keyShape.safeParse(request.params)
    if (!success) throw nothingHere()
    const { kind, id, version } = key
    return answerReading(service, reply, (connection) => readPolicyVersion(connection, kind, id, version))
  })
}
