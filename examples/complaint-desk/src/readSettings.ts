import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const OWN_DATA = fileURLToPath(new URL('../out/database', import.meta.url))

const LAST_PORT = 65_535

/** How the service is started. */
export interface Settings {
  /** Of a PostgreSQL server; undefined for the embedded one, */
  readonly address: string | undefined
  /** which keeps its data here. */
  readonly directory: string
  readonly host: string
  readonly port: number
}

/**
 * Reads the command line and the environment, the former first; what is empty counts as left out.
 *
 * @throws An error whose message is for whoever started the service.
 */
export function readSettings(words: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const text = { type: 'string' } as const
  // pnpm hands on the `--` that npm takes away.
  const { values } = parseArgs({ args: words.filter((word) => word !== '--'), options: { data: text, port: text, host: text } })
  const { DATABASE_URL, DATA_DIRECTORY, PORT, HOST, INIT_CWD } = environment
  const directory = values.data || DATA_DIRECTORY
  return {
    address: DATABASE_URL || undefined,
    // npm and pnpm run a script in the package's folder and say in INIT_CWD where they were called.
    directory: directory ? resolve(INIT_CWD || process.cwd(), directory) : OWN_DATA,
    host: values.host || HOST || '127.0.0.1',
    port: readPort(values.port || PORT || '3000'),
  }
}

function readPort(text: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= LAST_PORT) return Number(text)
  throw new Error(`The port must be a whole number between 0 and ${LAST_PORT}, not ${JSON.stringify(text)}.`)
}
