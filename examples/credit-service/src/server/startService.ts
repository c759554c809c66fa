import type { CalendarDate } from '@clientele/core'
import type { FastifyInstance } from 'fastify'
import { type DatabaseOptions, openDatabase } from '../database/openDatabase.js'
import { storeTemplates } from '../policies/storePolicy.js'
import { createServer } from './createServer.js'
import { localToday } from './localToday.js'

export interface ServiceOptions extends DatabaseOptions {
  /** The host's own day unless given. */
  readonly today?: () => CalendarDate
  readonly logger?: boolean
}

/** Opens the database, and makes a server that closes it with itself. */
export async function startService({ today = localToday, logger = false, ...options }: ServiceOptions = {}): Promise<FastifyInstance> {
  const database = await openDatabase(options)
  await database.write(storeTemplates)
  const server = createServer({ database, today }, { logger })
  server.addHook('onClose', () => database.close())
  return server
}
