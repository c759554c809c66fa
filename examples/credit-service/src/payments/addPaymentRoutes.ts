import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { answerOnce, answerReading } from '../server/answer.js'
import { requestedLanguage } from '../server/languages.js'
import { readParameter } from '../server/readParameter.js'
import { readRequest } from '../server/readRequest.js'
import type { Service } from '../server/types.js'
import { describePayment } from './describePayment.js'
import { paymentShape, postPayment } from './postPayment.js'

export function addPaymentRoutes(server: FastifyInstance, service: Service): void {
  server.post('/payments', (request, reply) => {
    const { id = randomUUID(), ...rest } = readRequest(paymentShape, request.body)
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      const isNew = await postPayment(connection, { id, ...rest }, service.today())
      const location = encodeURI(`/payments/${id}`)
      return { status: isNew ? 201 : 200, location, language, body: await describePayment(connection, id, language) }
    })
  })

  server.get('/payments/:id', (request, reply) => {
    const id = readParameter(request, 'payment')
    const language = requestedLanguage(request)
    return answerReading(service, reply, (connection) => describePayment(connection, id, language), language)
  })
}
