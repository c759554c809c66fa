import type { FastifyInstance } from 'fastify'
import { type DatabaseOptions, openDatabase } from '../database/openDatabase.js'
import { storeTemplates } from '../workflows/storeDefinition.js'
import { createServer } from './createServer.js'
import { localNow } from './localNow.js'

export interface ServiceOptions extends DatabaseOptions {
  /** The host's own clock unless given. */
  readonly now?: () => string
  readonly logger?: boolean
}

/** Opens the database, and makes a server that closes it with itself. */
export async function startService({ now = localNow, logger = false, ...options }: ServiceOptions = {}): Promise<FastifyInstance> {
  const database = await openDatabase(options)
  await database.write(storeTemplates)
  const server = createServer({ database, now }, { logger })
  server.addHook('onClose', () => database.close())
  return server
}
