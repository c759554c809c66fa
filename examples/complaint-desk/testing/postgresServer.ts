import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import pg from 'pg'

/** Where Debian keeps the programs that are on no PATH. */
const DEBIAN = '/usr/lib/postgresql'

const POLL = 50

/** A real PostgreSQL of the tests' own, on a socket in a temporary folder: no port, no password, gone afterwards. */
export interface PostgresServer {
  /** Makes a database, and says where it is. */
  readonly createDatabase: () => Promise<string>
  /** Ends the server at once, as a power cut would, and starts it again. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Where `initdb` and `postgres` are; undefined where there is no PostgreSQL. */
export function findPostgres(): string | undefined {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...debian]
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
}

/** Makes a cluster and starts it. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-postgres-'))
  const user = ownerOf(folder)
  const data = join(folder, 'data')
  const made = spawnSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], user)
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  const start = async (): Promise<ChildProcess> => {
    const words = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=60', '-c', 'log_min_messages=panic']
    const server = spawn(join(programs, 'postgres'), words, { ...user, stdio: 'ignore' })
    await untilReady(addressOf('postgres'), server)
    return server
  }
  const addressOf = (database: string): string => `postgresql://postgres@localhost/${database}?host=${encodeURIComponent(folder)}`
  let server = await start()
  return {
    createDatabase: async () => {
      const name = `trial_${randomUUID().replaceAll('-', '')}`
      await runOn(addressOf('postgres'), `CREATE DATABASE ${name}`)
      return addressOf(name)
    },
    crash: async () => {
      await end(server, 'SIGQUIT')
      server = await start()
    },
    stop: async () => {
      await end(server, 'SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Sends one statement. */
async function runOn(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** PostgreSQL refuses to run as root. */
function ownerOf(folder: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const [, , uid, gid] = (users.find((line) => line.startsWith('postgres:')) ?? users.find((line) => line.startsWith('nobody:')) ?? '').split(':')
  const owner = { uid: Number(uid), gid: Number(gid) }
  chownSync(folder, owner.uid, owner.gid)
  return owner
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  while (true) {
    try {
      return await runOn(address, 'SELECT 1')
    } catch (error) {
      if (server.exitCode !== null) throw error
      await new Promise((resolve) => setTimeout(resolve, POLL))
    }
  }
}

function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    server.kill(signal)
  })
}
