import type { FastifyInstance } from 'fastify'
import type { Connection } from '../database/types.js'
import { answerOnce, answerReading } from '../server/answer.js'
import { requestedLanguage } from '../server/languages.js'
import { readParameter } from '../server/readParameter.js'
import { readRequest } from '../server/readRequest.js'
import type { Service } from '../server/types.js'
import { createCustomer } from './createCustomer.js'
import { customerShape, limitShape } from './customerShapes.js'
import { describeCustomer, describeExposure } from './describeCustomer.js'
import { lockCustomer, readCustomer } from './lockCustomer.js'
import { setLimit } from './setLimit.js'

export function addCustomerRoutes(server: FastifyInstance, service: Service): void {
  server.post('/customers', (request, reply) => {
    const customer = readRequest(customerShape, request.body)
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      const today = service.today()
      await createCustomer(connection, customer, today)
      const stored = await readCustomer(connection, customer.id, today)
      // Whoever cannot be assessed is not stored.
      const assessed = await describeExposure(connection, stored, language)
      const location = encodeURI(`/customers/${customer.id}`)
      return { status: 201, location, language, body: { customer: await describeCustomer(connection, stored), ...assessed } }
    })
  })

  server.get('/customers/:id', (request, reply) => {
    const id = readParameter(request, 'customer')
    return answerReading(service, reply, async (connection) => ({
      customer: await describeCustomer(connection, await readCustomer(connection, id, service.today())),
    }))
  })

  server.get('/customers/:id/exposure', (request, reply) => {
    const id = readParameter(request, 'customer')
    const language = requestedLanguage(request)
    const work = async (connection: Connection) => describeExposure(connection, await readCustomer(connection, id, service.today()), language)
    return answerReading(service, reply, work, language)
  })

  server.put('/customers/:id/limit', (request, reply) => {
    const id = readParameter(request, 'customer')
    const limit = readRequest(limitShape, request.body)
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      const customer = await lockCustomer(connection, id, service.today())
      await setLimit(connection, customer, limit)
      return { status: 200, language, body: await describeExposure(connection, customer, language) }
    })
  })
}
