import type { FastifyInstance } from 'fastify'

/**
 * Closes a server once what it was asked is answered; connections that are still open when the time is over are cut.
 *
 * @param milliseconds - How long it waits.
 */
export async function closeWithin(server: FastifyInstance, milliseconds: number): Promise<void> {
  const deadline = setTimeout(() => server.server.closeAllConnections(), milliseconds)
  try {
    await server.close()
  } finally {
    clearTimeout(deadline)
  }
}
