import type { FastifyInstance } from 'fastify'
import { answerOnce, answerReading } from '../server/answer.js'
import { requestedLanguage } from '../server/languages.js'
import { readParameter } from '../server/readParameter.js'
import { readRequest } from '../server/readRequest.js'
import type { Service } from '../server/types.js'
import { describeInvoice } from './describeInvoice.js'
import { invoiceShape, issueInvoice } from './issueInvoice.js'

export function addInvoiceRoutes(server: FastifyInstance, service: Service): void {
  server.post('/orders/:id/invoice', (request, reply) => {
    const order = readParameter(request, 'order')
    const invoice = readRequest(invoiceShape, request.body ?? {})
    const language = requestedLanguage(request)
    return answerOnce(service, request, reply, async (connection) => {
      const today = service.today()
      const { id, isNew } = await issueInvoice(connection, order, invoice, today)
      const body = await describeInvoice(connection, id, today, language)
      return { status: isNew ? 201 : 200, location: encodeURI(`/invoices/${id}`), language, body }
    })
  })

  server.get('/invoices/:id', (request, reply) => {
    const id = readParameter(request, 'invoice')
    const language = requestedLanguage(request)
    return answerReading(service, reply, (connection) => describeInvoice(connection, id, service.today(), language), language)
  })
}
