import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eightSteps } from '@clientele/complaints/templates'
import { describe, expect, it, onTestFinished } from 'vitest'
import { describeServer } from '../../testing/databases.js'
import { agent, auditOf, createTrial, dump, manager, type Trial, toClosed, toProposed } from '../../testing/trial.js'
import { storeTemplates } from '../workflows/storeDefinition.js'
import { openDatabase } from './openDatabase.js'
import type { Database } from './types.js'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** All that is answered, and all that is kept. */
async function answersOf(database: Database): Promise<unknown> {
  const { ask } = createTrial(database)
  const lines = ['GET /complaints', 'GET /complaints/C?actor=wang&role=manager', 'GET /complaints/C?lang=zh-CN', 'GET /workflow', 'GET /workflows']
  return [await dump(database), await Promise.all(lines.map(async (line) => (await ask(line)).body))]
}

/** Begins to append, and does not end it before `meanwhile` is over. */
function inTheMiddle(database: Database, meanwhile: () => void | Promise<void>): Promise<void> {
  return database.write(async (connection) => {
    await connection.query(`UPDATE complaints SET step = 'approved', sequence = 8 WHERE id = 'C'`)
    await connection.query(
      `INSERT INTO events SELECT complaint, 8, definition, version, json_build_object('half', true) FROM events WHERE complaint = 'C' AND sequence = 7`,
    )
    await meanwhile()
  })
}

/** Goes on from the proposal to the end. */
async function finish({ ask, database }: Trial): Promise<void> {
  for (const [type, by, fields] of toClosed) expect((await ask('POST /complaints/C/commands', { type, by, ...fields })).status).toBe(200)
  const { state, faults } = await auditOf(database, 'C', [eightSteps])
  expect([state.step, state.closed, faults]).toEqual(['closed', true, []])
}

describe('a data directory', () => {
  it('has the complaint where it stood after a restart, and after a crash in the middle of something', async () => {
    const folder = temporaryFolder()
    const [directory, image] = [join(folder, 'data'), join(folder, 'image')]
    const first = await openDatabase({ directory })
    await first.write(storeTemplates)
    await createTrial(first).bring('C', toProposed('800.00'))
    const before = await answersOf(first)
    await expect(openDatabase({ directory })).rejects.toThrow(/is in use by process/)
    await first.close()

    const second = await openDatabase({ directory })
    await second.write(storeTemplates)
    expect(await answersOf(second)).toEqual(before)
    // What a killed process leaves behind is what stands in its files at that moment.
    await expect(
      inTheMiddle(second, () => {
        cpSync(directory, image, { recursive: true })
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    await finish(createTrial(second))
    await second.close()

    const third = await openDatabase({ directory: image })
    expect(await answersOf(third)).toEqual(before)
    await finish(createTrial(third))
    await third.close()
  })
})

describeServer('a server', (server) => {
  it('has the complaint where it stood after a crash in the middle of something', async () => {
    const address = await server().createDatabase()
    // Two services that start at once make the tables once.
    const [first, idle] = await Promise.all([openDatabase({ address }), openDatabase({ address })])
    await idle.close()
    await first.write(storeTemplates)
    const trial = createTrial(first)
    await trial.bring('C', toProposed('800.00'))
    const before = await answersOf(first)
    await expect(inTheMiddle(first, () => server().crash())).rejects.toThrow()
    // The service itself goes on: its pool connects again.
    expect(await answersOf(first)).toEqual(before)
    expect((await trial.ask('POST /complaints/C/commands', { type: 'approveSolution', by: agent })).status).toBe(422)
    expect((await trial.ask('POST /complaints/C/commands', { type: 'sendBack', by: manager })).status).toBe(200)
    await first.close()
  })
})
