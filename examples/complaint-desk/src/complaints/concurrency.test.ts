import { type ComplaintEvent, replayComplaint } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { assert, asyncProperty, integer } from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { describeOnBoth, describeServer, PATIENCE } from '../../testing/databases.js'
import {
  type Answered,
  agent,
  auditOf,
  createTrial,
  director,
  dump,
  eventsOf,
  manager,
  newComplaint,
  type Trial,
  toClosed,
  toProposed,
} from '../../testing/trial.js'
import { migrate } from '../database/migrate.js'
import { openServer } from '../database/openServer.js'
import type { Connection, Database } from '../database/types.js'
import { storeTemplates } from '../workflows/storeDefinition.js'

const opened: Database[] = []
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

const statusesOf = (answers: readonly Answered[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b)

const times = <Value>(count: number, make: (index: number) => Value): Value[] => Array.from({ length: count }, (_, index) => make(index))

/** The same start for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What may be done in some step; with any fields that it needs there. */
const deeds = [
  ...[...toProposed('10.00'), ...toClosed].map(([type, by, fields]) => ({ type, by, ...fields })),
  { type: 'changePriority', by: manager, priority: 'high' },
  { type: 'escalate', by: agent },
  { type: 'awaitCustomer', by: agent },
  { type: 'customerReplied', by: agent },
  { type: 'sendBack', by: director },
  { type: 'reopen', by: agent },
]

/** What a client was answered to a command that it marked. */
interface Shot {
  readonly mark: string
  readonly expected: number
  readonly answer: Answered
}

/** A client that looks, acts on what it saw, and where it was too late looks at the new state that it was answered. */
async function act(
  { ask }: Trial,
  complaint: string,
  { client, turns, seed }: { readonly client: number; readonly turns: number; readonly seed: number },
): Promise<Shot[]> {
  const pick = randomFrom(seed * 1_000 + client)
  const shots: Shot[] = []
  let seen = 2
  for (let turn = 0; turn < turns; turn++) {
    const deed = deeds[pick(deeds.length)]
    const mark = `${client}.${turn}`
    const answer = await ask(`POST /complaints/${complaint}/commands`, { ...deed, mark, expectedSequence: seen })
    shots.push({ mark, expected: seen, answer })
    seen = answer.body.state.sequence
  }
  return shots
}

/** Whatever is wrong with what the clients were answered, seen from what is stored. */
async function faultsOf({ ask, database }: Trial, complaint: string, shots: readonly Shot[]): Promise<string[]> {
  const { state, faults } = await auditOf(database, complaint, [eightSteps])
  const events = await eventsOf(database, complaint)
  const reported = (await ask(`GET /complaints/${complaint}`)).body
  const found = [...faults]
  if (JSON.stringify(reported.state) !== JSON.stringify(state)) found.push('another state is reported than the events come to')
  const marks = events.flatMap(({ mark }) => (mark === undefined ? [] : [String(mark)]))
  const accepted = shots.filter(({ answer }) => answer.status === 200).map(({ mark }) => mark)
  if (marks.sort().join() !== accepted.sort().join()) found.push(`stored are ${marks}, accepted were ${accepted}`)
  for (const { mark, expected, answer } of shots) found.push(...faultsOfAnswer(mark, expected, answer, events))
  return found
}

function faultsOfAnswer(mark: string, expected: number, { status, body }: Answered, events: readonly ComplaintEvent[]): string[] {
  const known = events.slice(0, body.state.sequence)
  const isTrue = JSON.stringify(body.state) === JSON.stringify(replayComplaint(known, eightSteps))
  const codes: string[] = status === 200 ? [] : body.reasons.map(({ code }: { readonly code: string }) => code)
  return [
    ...([200, 409, 422].includes(status) ? [] : [`${mark} was answered ${status}`]),
    ...(isTrue ? [] : [`${mark} was told a state that never was`]),
    ...(codes.includes('conflict') === (status === 409) ? [] : [`${mark} was answered ${status} for ${codes}`]),
    ...(status === 409 && body.state.sequence <= expected ? [`${mark} was told of a conflict, but nothing new`] : []),
    ...(status === 422 && body.state.sequence !== expected ? [`${mark} was refused for a state that it had not seen`] : []),
    ...(status === 200 && body.events[0].sequence !== expected + 1 ? [`${mark} came after others that it had not seen`] : []),
  ]
}

describeOnBoth('commands at the same time', (open) => {
  const start = async (): Promise<Trial> => {
    const database = await open()
    opened.push(database)
    return createTrial(database)
  }

  it('are carried out once where all saw the same; the others are told the new state', async () => {
    const trial = await start()
    await trial.bring('C', [])
    const answers = await Promise.all(
      times(20, (client) => trial.ask('POST /complaints/C/commands', { type: 'expressSympathy', by: agent, client, expectedSequence: 2 })),
    )
    expect(statusesOf(answers)).toEqual([200, ...Array(19).fill(409)])
    const [done] = answers.filter(({ status }) => status === 200)
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.reasons).toEqual([{ code: 'conflict', params: { expected: 2, actual: 3 } }])
      expect(body.state).toEqual(done?.body.state)
    }
    const [first, second, third, ...more] = await eventsOf(trial.database, 'C')
    expect([first?.type, second?.type, third?.['client'], more]).toEqual([
      'ComplaintRecorded',
      'ReceiptAcknowledged',
      done?.body.events[0].client,
      [],
    ])
  })

  it('of clients that look and try again: exactly what was accepted is in the history', async () => {
    const trial = await start()
    let number = 0
    const property = asyncProperty(integer({ min: 0, max: 1_000_000 }), async (seed) => {
      const complaint = `R${number++}`
      await trial.bring(complaint, [])
      const shots = (await Promise.all(times(6, (client) => act(trial, complaint, { client, turns: 15, seed })))).flat()
      expect(await faultsOf(trial, complaint, shots)).toEqual([])
      expect(shots.filter(({ answer }) => answer.status === 409).length).toBeGreaterThan(0)
      expect(shots.filter(({ answer }) => answer.status === 200).length).toBeGreaterThan(0)
    })
    await assert(property, { numRuns: 2 })
  })

  it('of clients that do not say what they saw: none is lost, and none done twice', async () => {
    const trial = await start()
    await trial.bring('C', [])
    const marks = times(30, String)
    const answers = await Promise.all(
      marks.map((mark) => trial.ask('POST /complaints/C/commands', { type: 'changePriority', by: manager, priority: 'high', mark })),
    )
    const accepted = marks.filter((_, index) => answers[index]?.status === 200)
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([])
    expect((await eventsOf(trial.database, 'C')).slice(2).map((event) => event['mark'])).toHaveLength(accepted.length)
    expect(new Set((await eventsOf(trial.database, 'C')).slice(2).map((event) => event['mark']))).toEqual(new Set(accepted))
    expect((await auditOf(trial.database, 'C', [eightSteps])).faults).toEqual([])
  })

  it('with the same Idempotency-Key are done once, and answered alike', async () => {
    const trial = await start()
    await trial.bring('C', [])
    const key = { 'idempotency-key': 'once' }
    const answers = await Promise.all(times(10, () => trial.ask('POST /complaints/C/commands', { type: 'expressSympathy', by: agent }, key)))
    expect(answers.map(({ status, body }) => [status, body])).toEqual(times(10, () => [200, answers[0]?.body]))
    expect(await eventsOf(trial.database, 'C')).toHaveLength(3)
  })

  it('open a complaint once', async () => {
    const trial = await start()
    const answers = await Promise.all(times(10, (client) => trial.ask('POST /complaints', { ...newComplaint('C'), client })))
    expect(statusesOf(answers)).toEqual([201, ...Array(9).fill(409)])
    const stored = await eventsOf(trial.database, 'C')
    expect(stored.map(({ type }) => type)).toEqual(['ComplaintRecorded', 'ReceiptAcknowledged'])
    expect(stored).toEqual(answers.find(({ status }) => status === 201)?.body.events)
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body).toMatchObject({ reasons: [{ code: 'conflict', params: { expected: 0, actual: 2 } }], state: { complaint: 'C', sequence: 2 } })
    }
  })

  it('never approve more for a customer together than the limit, and use it up', async () => {
    const trial = await start()
    const ids = times(8, (index) => `C-${index}`)
    for (const id of ids) await trial.bring(id, toProposed('1500.00'))
    const answers = await Promise.all(ids.map((id) => trial.ask(`POST /complaints/${id}/commands`, { type: 'approveSolution', by: manager })))
    expect(statusesOf(answers)).toEqual([...Array(3).fill(200), ...Array(5).fill(422)])
    const told = answers.flatMap(({ status, body }) => (status === 200 ? [body.events[0].paidToCustomer] : []))
    expect(told.sort()).toEqual(['0.00', '1500.00', '3000.00'])
    for (const { body } of answers.filter(({ status }) => status === 422)) {
      expect(body.reasons).toMatchObject([{ code: 'over-limit', params: { paidToCustomer: '4500.00', total: '6000.00', upTo: '5000.00' } }])
    }
  })
})

describeServer('what these tests rest on', (server) => {
  const openAt = async (address: string): Promise<Database> => {
    const database = await openServer(address, { patience: PATIENCE })
    opened.push(database)
    await migrate(database)
    await database.write(storeTemplates)
    return database
  }

  it('holds between two services on one database', async () => {
    const address = await server().createDatabase()
    const trials = [createTrial(await openAt(address)), createTrial(await openAt(address))] as const
    await trials[0].bring('C', [])
    const shots = (await Promise.all(times(8, (client) => act(trials[client % 2 === 0 ? 0 : 1], 'C', { client, turns: 10, seed: 9 })))).flat()
    expect(await faultsOf(trials[1], 'C', shots)).toEqual([])
  })

  it('is the primary key of the events: both have read, both write, and one is told of the other', async () => {
    const database = await openAt(await server().createDatabase())
    await createTrial(database).bring('C', [])
    const arrived = barrier(2)
    const trial = createTrial(
      altered(database, async (connection, sql, values) => {
        if (sql.startsWith('INSERT INTO complaints')) await arrived()
        return connection.query(sql, values)
      }),
    )
    const commands = [
      { type: 'expressSympathy', by: agent },
      { type: 'withdraw', by: manager },
    ]
    const answers = await Promise.all(commands.map((command) => trial.ask('POST /complaints/C/commands', command)))
    expect(statusesOf(answers)).toEqual([200, 409])
    const [done, late] = answers.sort((a, b) => a.status - b.status)
    expect(late?.body.reasons).toEqual([{ code: 'conflict', params: { expected: 2, actual: 3 } }])
    expect(late?.body.state).toEqual(done?.body.state)
    expect(await eventsOf(database, 'C')).toHaveLength(3)
    expect((await auditOf(database, 'C', [eightSteps])).faults).toEqual([])
  })

  it('is the lock of the customer: without it two approvals pass the limit together', async () => {
    const database = await openAt(await server().createDatabase())
    const sound = createTrial(database)
    for (const id of ['A', 'B']) await sound.bring(id, toProposed('3000.00'))
    const before = await dump(database)
    const approve = (trial: Trial) =>
      Promise.all(['A', 'B'].map((id) => trial.ask(`POST /complaints/${id}/commands`, { type: 'approveSolution', by: manager })))
    const arrived = barrier(2)
    const careless = createTrial(
      altered(database, async (connection, sql, values) => {
        if (sql.startsWith('INSERT INTO complaints')) await arrived()
        return sql.includes('pg_advisory_xact_lock') ? [] : connection.query(sql, values)
      }),
    )
    expect(statusesOf(await approve(careless))).toEqual([200, 200])
    expect((await dump(database))['events']).toHaveLength((before['events']?.length ?? 0) + 2)
  })

  it('is the lock of both complaints of a merger: two that are merged into each other do not both end', async () => {
    const database = await openAt(await server().createDatabase())
    for (const id of ['A', 'B']) await createTrial(database).bring(id, [])
    const arrived = barrier(2)
    const trial = createTrial(
      altered(database, async (connection, sql, values) => {
        if (sql.startsWith('SELECT id, closed FROM complaints')) await arrived()
        return connection.query(sql, values)
      }),
    )
    const merge = (id: string, into: string) => trial.ask(`POST /complaints/${id}/commands`, { type: 'mergeInto', by: agent, into })
    const answers = await Promise.all([merge('A', 'B'), merge('B', 'A')])
    expect(statusesOf(answers)).toEqual([200, 422])
    expect(answers.find(({ status }) => status === 422)?.body.reasons[0].code).toBe('not-open')
    const { steps } = (await trial.ask('GET /complaints')).body
    expect(steps.flatMap(({ complaints }: { readonly complaints: readonly unknown[] }) => complaints)).toHaveLength(1)
  })
})

/** A database whose statements pass through `send`. */
function altered(
  database: Database,
  send: (connection: Connection, sql: string, values: Parameters<Connection['query']>[1]) => Promise<readonly unknown[]>,
): Database {
  return {
    ...database,
    write: (work) =>
      database.write((connection) =>
        work({ query: async <Row>(sql: string, values?: Parameters<Connection['query']>[1]) => (await send(connection, sql, values)) as Row[] }),
      ),
  }
}

/** Lets nobody on before so many have come. */
function barrier(count: number): () => Promise<void> {
  const waiting: (() => void)[] = []
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      if (waiting.length >= count) for (const go of waiting) go()
    })
}
