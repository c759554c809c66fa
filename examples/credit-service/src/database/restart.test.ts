import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { describe, expect, it, onTestFinished } from 'vitest'
import { describeEmbedded, describeServer } from '../../testing/databases.js'
import { runOn } from '../../testing/postgresServer.js'
import { createTrial, customerOf, dump, type Trial } from '../../testing/trial.js'
import { storeTemplates } from '../policies/storePolicy.js'
import { holdDirectory } from './holdDirectory.js'
import { openDatabase } from './openDatabase.js'
import type { Database } from './types.js'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-restart-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes a program of JavaScript that knows `holdDirectory`, the `directory` of its command line, and what it does with them. */
function holdingProgram(does: string): string {
  const program = join(temporaryFolder(), 'hold.mjs')
  const source = readFileSync(new URL('./holdDirectory.ts', import.meta.url), 'utf8')
  const { outputText } = transpileModule(source, { compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022 } })
  writeFileSync(program, `${outputText}\nconst directory = process.argv[2]\n${does}`)
  return program
}

/** Something of everything. */
async function trade({ ask }: Trial, customer: string): Promise<void> {
  await ask('POST /customers', customerOf(customer, '100.00', { guarantees: [{ amount: '7.50', validUntil: '2027-01-01' }] }))
  await ask('POST /orders', { id: `${customer}-1`, customer, amount: '60.00' }, { 'idempotency-key': `${customer}-1` })
  await ask('POST /orders', { id: `${customer}-2`, customer, amount: '50.00' })
  await ask(`POST /orders/${customer}-2/releases`, { by: 'Li', role: 'sales-manager' })
  await ask(`POST /orders/${customer}-1/delivery`)
  await ask(`POST /orders/${customer}-1/invoice`)
  await ask('POST /payments', { id: `P-${customer}`, customer, amount: '20.00' })
}

/** All that is answered, and all that is kept. */
async function stateOf(database: Database): Promise<unknown> {
  const { ask } = createTrial(database)
  const lines = [
    'GET /customers/A',
    'GET /customers/A/exposure',
    'GET /orders/A-1',
    'GET /orders/A-2/decisions',
    'GET /invoices/A-1',
    'GET /ageing',
    'GET /policies',
  ]
  return [await dump(database), await Promise.all(lines.map(async (line) => (await ask(line)).body))]
}

/** Begins something, and does not end it before `meanwhile` is over. */
function inTheMiddle(database: Database, meanwhile: () => void | Promise<void>): Promise<void> {
  return database.write(async (connection) => {
    await connection.query(
      `INSERT INTO orders (id, customer, amount, currency, placed_on, status) VALUES ('half', 'A', 1, 'CNY', '2026-07-01', 'accepted')`,
    )
    await meanwhile()
  })
}

describe('a data directory', () => {
  it('has everything after a restart, and after a crash in the middle of something', async () => {
    const folder = temporaryFolder()
    const [directory, image] = [join(folder, 'data'), join(folder, 'image')]
    const first = await openDatabase({ directory })
    await first.write(storeTemplates)
    await trade(createTrial(first), 'A')
    const before = await stateOf(first)
    await expect(openDatabase({ directory })).rejects.toThrow(/is in use by process/)
    await first.close()

    const second = await openDatabase({ directory })
    await second.write(storeTemplates)
    expect(await stateOf(second)).toEqual(before)
    // What a killed process leaves behind is what stands in its files at that moment.
    await inTheMiddle(second, () => cpSync(directory, image, { recursive: true }))
    await second.close()

    const third = await openDatabase({ directory: image })
    expect(await stateOf(third)).toEqual(before)
    const trial = createTrial(third)
    await trade(trial, 'B')
    expect((await trial.ask('GET /customers/B/exposure')).body.exposure.total).toBe('82.50')
    await third.close()
  })

  it('is held by one process at a time, and taken over from one that is gone', () => {
    const directory = join(temporaryFolder(), 'data')
    const release = holdDirectory(directory)
    expect(() => holdDirectory(directory)).toThrow(`is in use by process ${process.pid}`)
    release()
    // The second is this process's own number, as a container gives it to the next one; the others are of no process.
    for (const gone of ['999999999.1', `${process.pid}.1`, '0.1', '']) {
      for (const state of ['looking', 'holding']) writeFileSync(join(`${directory}.marks`, `${gone}.x.${state}`), '')
      holdDirectory(directory)()
    }
    expect(readdirSync(`${directory}.marks`)).toEqual([])
  })

  it('is held by one of many processes that start at once, also where all before them were killed', async () => {
    const program = holdingProgram(
      `try { holdDirectory(directory); console.log('holds') } catch (error) { console.log(error.message) }
      setInterval(() => {}, 1000)`,
    )
    const directory = join(temporaryFolder(), 'data')
    for (let round = 0; round < 2; round++) {
      const children = Array.from({ length: 5 }, () => spawn(process.execPath, [program, directory]))
      const said = await Promise.all(children.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])))
      const ended = children.map((child) => once(child, 'exit'))
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(ended)
      expect(said.filter((line) => line === 'holds\n')).toHaveLength(1)
      expect(said.filter((line) => line.includes('is in use by process'))).toHaveLength(4)
    }
  })

  it('is never held by two processes that take it in turn', async () => {
    // Whoever finds it in use tries again; a second one inside would find the file of the first.
    const program = holdingProgram(
      `for (let turn = 0; turn < 100; ) {
        let release
        try { release = holdDirectory(directory) } catch { continue }
        writeFileSync(directory, '', { flag: 'wx' })
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
        rmSync(directory)
        release()
        turn++
      }
      console.log('done')`,
    )
    const directory = join(temporaryFolder(), 'data')
    const children = Array.from({ length: 3 }, () => spawn(process.execPath, [program, directory], { stdio: ['ignore', 'pipe', 'inherit'] }))
    expect(await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]))).toEqual([0, 0, 0])
  })
})

describeEmbedded('a session', (open) => {
  it('reads dates as such, however it shows them', async () => {
    const database = await open()
    await database.write((connection) => connection.query(`SET datestyle TO 'SQL, DMY'`))
    onTestFinished(() => database.write((connection) => connection.query('RESET datestyle')).then())
    await expectDates(database)
  })
})

/** A trade on a day that no other order of day, month and year means. */
async function expectDates(database: Database): Promise<void> {
  const trial = createTrial(database)
  trial.today = '2026-07-03'
  await trade(trial, 'A')
  expect((await trial.ask('GET /customers/A')).body.customer).toMatchObject({ day: '2026-07-03', guarantees: [{ validUntil: '2027-01-01' }] })
  expect((await trial.ask('GET /invoices/A-1')).body.invoice).toMatchObject({ date: '2026-07-03', due: '2026-08-02' })
}

describeServer('a server', (server) => {
  it('reads dates as such, however the database shows them', async () => {
    const address = await server().createDatabase()
    const name = new URL(address).pathname.slice(1)
    await runOn(address, `ALTER DATABASE ${name} SET datestyle TO 'German'`)
    const database = await openDatabase({ address })
    onTestFinished(() => database.close())
    await database.write(storeTemplates)
    await expectDates(database)
  })

  it('has everything after a crash in the middle of something', async () => {
    const address = await server().createDatabase()
    // Two services that start at once make the tables once.
    const [first, idle] = await Promise.all([openDatabase({ address }), openDatabase({ address })])
    await idle.close()
    await first.write(storeTemplates)
    await trade(createTrial(first), 'A')
    const before = await stateOf(first)
    await expect(inTheMiddle(first, () => server().crash())).rejects.toThrow()
    // The service itself goes on: its pool connects again.
    expect(await stateOf(first)).toEqual(before)
    await first.close()
  })
})
