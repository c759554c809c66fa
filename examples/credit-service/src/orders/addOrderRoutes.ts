import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { answerOnce, answerReading } from '../server/answer.js'
import { requestedLanguage } from '../server/languages.js'
import { readParameter } from '../server/readParameter.js'
import { readRequest } from '../server/readRequest.js'
import { noBody } from '../server/shapes.js'
import type { Service } from '../server/types.js'
import { deliverOrder } from './deliverOrder.js'
import { describeDecisions, describeOrder } from './describeOrder.js'
import { orderShape, releaseShape } from './orderShapes.js'
import { placeOrder } from './placeOrder.js'
import { decideAgain } from './releaseOrder.js'

export function addOrderRoutes(server: FastifyInstance, service: Service): void {
  server.post('/orders', (request, reply) => {
    const { id = randomUUID(), ...rest } = readRequest(orderShape, request.body)
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      const isNew = await placeOrder(connection, { id, ...rest }, service.today())
      const location = encodeURI(`/orders/${id}`)
      return { status: isNew ? 201 : 200, location, language, body: await describeOrder(connection, id, language) }
    })
  })

  server.get('/orders/:id', (request, reply) => {
    const id = readParameter(request, 'order')
    const language = requestedLanguage(request)
    return answerReading(service, reply, (connection) => describeOrder(connection, id, language), language)
  })

  server.get('/orders/:id/decisions', (request, reply) => {
    const id = readParameter(request, 'order')
    const language = requestedLanguage(request)
    return answerReading(service, reply, (connection) => describeDecisions(connection, id, language), language)
  })

  server.post('/orders/:id/decisions', (request, reply) => {
    const id = readParameter(request, 'order')
    readRequest(noBody, request.body ?? {})
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      await decideAgain(connection, id, { today: service.today(), language })
      return { status: 201, language, body: await describeOrder(connection, id, language) }
    })
  })

  server.post('/orders/:id/releases', (request, reply) => {
    const id = readParameter(request, 'order')
    const release = readRequest(releaseShape, request.body)
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      const isKept = await decideAgain(connection, id, { release, today: service.today(), language })
      return { status: isKept ? 201 : 200, language, body: await describeOrder(connection, id, language) }
    })
  })

  server.post('/orders/:id/delivery', (request, reply) => {
    const id = readParameter(request, 'order')
    readRequest(noBody, request.body ?? {})
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      await deliverOrder(connection, id, service.today())
      return { status: 200, language, body: await describeOrder(connection, id, language) }
    })
  })
}
