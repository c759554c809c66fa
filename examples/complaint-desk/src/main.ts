import { readSettings, type Settings } from './readSettings.js'
import { closeWithin } from './server/closeWithin.js'
import { startService } from './server/startService.js'

/** Milliseconds: longer than a request waits for a lock. */
const PARTING = 15_000

const settings = readOrExit()
const server = await startService({ address: settings.address, directory: settings.directory, logger: true })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void closeWithin(server, PARTING))
try {
  await server.listen({ host: settings.host, port: settings.port })
} catch (error) {
  await server.close()
  throw error
}

function readOrExit(): Settings {
  try {
    return readSettings(process.argv.slice(2), process.env)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}
