import { ageReceivables } from '@clientele/credit'
import { explainAgeing } from '@clientele/credit/explain'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { Connection } from '../database/types.js'
import { readOpenItems } from '../invoices/readOpenItems.js'
import { readPolicy } from '../policies/readPolicy.js'
import { answerReading } from '../server/answer.js'
import { locales, requestedLanguage } from '../server/languages.js'
import { readRequest } from '../server/readRequest.js'
import { refuseFuture } from '../server/refuseFuture.js'
import { dateShape } from '../server/shapes.js'
import type { Service } from '../server/types.js'

const SCHEME = 'ageing-to-90-days'

/** The day is today unless given; a day gone by is answered as it was. */
const ageingShape = z.strictObject({ asOf: dateShape.optional(), lang: z.string().optional() })

export function addReceivablesRoutes(server: FastifyInstance, service: Service): void {
  server.get('/ageing', (request, reply) => {
    const today = service.today()
    const { asOf = today } = readRequest(ageingShape, request.query)
    refuseFuture(['asOf'], asOf, today)
    const language = requestedLanguage(request)
    const work = async (connection: Connection) => {
      const scheme = await readPolicy(connection, 'ageing-scheme', SCHEME)
      const ageing = ageReceivables(await readOpenItems(connection, asOf), scheme, { asOf, detail: 'items' })
      return { ageing, explanation: explainAgeing(ageing, scheme, locales[language]).sentences }
    }
    return answerReading(service, reply, work, language)
  })
}
