import type { FastifyInstance } from 'fastify'
import { answerReading } from './answer.js'
import type { Service } from './types.js'

export function addHealthRoute(server: FastifyInstance, service: Service): void {
  server.get('/health', (_request, reply) =>
    answerReading(service, reply, async (connection) => {
      await connection.query('SELECT 1')
      return { status: 'ok', database: service.database.name, today: service.today() }
    }),
  )
}
