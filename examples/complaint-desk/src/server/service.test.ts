import { compareDefinitions, type WorkflowDefinition } from '@clientele/complaints'
import { counterService, eightSteps } from '@clientele/complaints/templates'
import { expect, it } from 'vitest'
import { describeEmbedded } from '../../testing/databases.js'
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
import type { Connection, Database, SqlValue } from '../database/types.js'
import { localNow } from './localNow.js'

/** Issues as code and path. */
const issuesOf = ({ body }: Answered): unknown[] =>
  body.issues?.map(({ code, path }: { readonly code: string; readonly path: readonly unknown[] }) => [code, path])

const codesOf = ({ body }: Answered): unknown[] => body.reasons?.map(({ code }: { readonly code: string }) => code)

/** A second version without the step in which causes are analysed. */
function withoutAnalysis(migrations: WorkflowDefinition['migrate'] = undefined): WorkflowDefinition {
  const { analysed, ...steps } = eightSteps.steps
  const toProposal = analysed?.moves.filter(({ on }) => on === 'proposeSolution').map((move) => ({ ...move, needs: ['remedy'] })) ?? []
  const rest = Object.fromEntries(
    Object.entries(steps).map(([id, step]) => [id, { ...step, moves: step.moves.filter(({ to }) => to !== 'analysed') }]),
  )
  const assigned = { ...rest['assigned'], moves: [...(rest['assigned']?.moves ?? []), ...toProposal] } as WorkflowDefinition['steps'][string]
  return { ...eightSteps, version: '2', steps: { ...rest, assigned }, ...(migrations === undefined ? {} : { migrate: migrations }) }
}

describeEmbedded('the desk', (open) => {
  const start = async (): Promise<Trial> => createTrial(await open())

  it('tells that it is well, and when', async () => {
    const { ask } = await start()
    expect((await ask('GET /health')).body).toEqual({ status: 'ok', database: 'PGlite in memory', now: '2026-07-01T09:00:00+08:00' })
    expect(Math.abs(Date.parse(localNow()) - Date.now())).toBeLessThan(5_000)
    expect(localNow()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/)
  })

  it('opens a complaint, with the moment of its own clock', async () => {
    const { ask, database } = await start()
    const { status, headers, body } = await ask('POST /complaints', newComplaint('C-1'))
    expect([status, headers['location'], headers['content-language']]).toEqual([201, '/complaints/C-1', 'en'])
    expect(body.state).toMatchObject({ complaint: 'C-1', step: 'recorded', sequence: 2, openedAt: '2026-07-01T09:00:00+08:00', closed: false })
    expect(body.events).toEqual(await eventsOf(database, 'C-1'))
    expect(body.explanation).not.toEqual([])
    expect((await auditOf(database, 'C-1', [eightSteps])).faults).toEqual([])
  })

  it('takes a complaint through the eight steps, and explains its history in both languages', async () => {
    const trial = await start()
    await trial.bring('C-1', [...toProposed('800.00'), ...toClosed])
    const { body, headers } = await trial.ask('GET /complaints/C-1')
    expect(body.state).toMatchObject({ step: 'closed', closed: true, sequence: 13 })
    expect(body.events).toHaveLength(13)
    expect(body.events.map(({ sequence }: { readonly sequence: number }) => sequence)).toEqual(
      body.events.map((_: unknown, index: number) => index + 1),
    )
    expect([headers['content-language'], headers['vary']]).toEqual(['en', 'Accept-Language'])
    const chinese = await trial.ask('GET /complaints/C-1', undefined, { 'accept-language': 'zh;q=0.9, en;q=0.1' })
    expect(chinese.headers['content-language']).toBe('zh-CN')
    for (const part of ['state', 'history']) {
      expect(body.explanation[part].join('')).not.toMatch(/[一-鿿]/)
      expect(chinese.body.explanation[part].join('')).toMatch(/[一-鿿]/)
    }
    expect((await trial.ask('GET /complaints/C-1?lang=fr')).status).toBe(400)
  })

  it('says what someone can do next, and why not the rest', async () => {
    const trial = await start()
    await trial.bring('C', toProposed('800.00'))
    const { body } = await trial.ask('GET /complaints/C?actor=li&role=agent&lang=zh-CN')
    const approve = body.available.commands.find(({ type }: { readonly type: string }) => type === 'approveSolution')
    expect([approve.allowed, approve.reasons.map(({ code }: { readonly code: string }) => code)]).toEqual([false, ['role', 'same-person']])
    expect(body.available.explanation.join('')).toMatch(/[一-鿿]/)
    expect((await trial.ask('GET /complaints/C')).body.available).toBeUndefined()
    expect(issuesOf(await trial.ask('GET /complaints/C?actor=li'))).toEqual([['missing', ['role']]])
    expect(issuesOf(await trial.ask('GET /complaints/C?role=agent'))).toEqual([['missing', ['actor']]])
    expect(issuesOf(await trial.ask('GET /complaints/C?role=a&role=b'))).toEqual([['wrong-type', ['role']]])
  })

  it('refuses what the workflow refuses, with every reason in words, and changes nothing', async () => {
    const trial = await start()
    await trial.bring('C', toProposed('9000.00'))
    const before = await dump(trial.database)
    const own = await trial.ask('POST /complaints/C/commands?lang=zh-CN', { type: 'approveSolution', by: { id: 'li', role: 'manager' } })
    expect([own.status, own.headers['content-type'], own.body.type]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
      'urn:clientele:problem:refused',
    ])
    expect(codesOf(own)).toEqual(['same-person', 'over-limit'])
    expect(own.body.explanation.join('')).toMatch(/[一-鿿]/)
    expect(own.body.state).toEqual((await trial.ask('GET /complaints/C')).body.state)
    expect(codesOf(await trial.ask('POST /complaints/C/commands', { type: 'notifyCustomer', by: agent }))).toEqual(['not-in-this-step'])
    expect(codesOf(await trial.ask('POST /complaints/C/commands', { type: 'dance', by: agent }))).toEqual(['unknown-command'])
    const lacking = await trial.ask('POST /complaints', { ...newComplaint('D'), description: '' })
    expect([lacking.status, codesOf(lacking), lacking.body.state]).toEqual([422, ['evidence'], null])
    expect(codesOf(await trial.ask('POST /complaints', { ...newComplaint('D'), type: 'withdraw' }))).toEqual(['unknown-command'])
    expect(await dump(trial.database)).toEqual(before)
  })

  it('tells who comes too late of the new state', async () => {
    const trial = await start()
    await trial.bring('C', [['expressSympathy', agent]])
    const late = await trial.ask('POST /complaints/C/commands', { type: 'judgeComplaint', by: agent, verdict: 'upheld', expectedSequence: 2 })
    expect([late.status, codesOf(late), late.body.state.sequence]).toEqual([409, ['conflict', 'evidence'], 3])
    expect(late.body.reasons[0]).toEqual({ code: 'conflict', params: { expected: 2, actual: 3 } })
    const twice = await trial.ask('POST /complaints', newComplaint('C'))
    expect([twice.status, twice.body.reasons, twice.body.state]).toEqual([
      409,
      [{ code: 'conflict', params: { expected: 0, actual: 3 } }],
      late.body.state,
    ])
  })

  it('adds up what the customer was paid: of all complaints, in the same currency', async () => {
    const trial = await start()
    const approve = (id: string, by: object = manager) => trial.ask(`POST /complaints/${id}/commands`, { type: 'approveSolution', by })
    const paidIn = ({ body }: Answered) => [body.events[0].amount, body.events[0].paidToCustomer]
    const inYen = [...toProposed().slice(0, -1), ['proposeSolution', agent, { remedy: 'refund', amount: '700', currency: 'JPY' }]] as const
    await trial.bring('A', toProposed('3000.00'))
    await trial.bring('B', toProposed('1999.5'))
    await trial.bring('C', toProposed('0.51'))
    await trial.bring('Y', inYen)
    await trial.bring('N', toProposed())
    await trial.bring('Z', toProposed('4999.00'), { customer: 'Zhang' })
    expect(paidIn(await approve('A', director))).toEqual(['3000.00', '0.00'])
    expect(paidIn(await approve('Y', director))).toEqual(['700', '0'])
    expect(paidIn(await approve('N'))).toEqual([undefined, undefined])
    expect(paidIn(await approve('B'))).toEqual(['1999.50', '3000.00'])
    expect(paidIn(await approve('Z'))).toEqual(['4999.00', '0.00'])
    const over = await approve('C')
    expect(over.body.reasons).toMatchObject([{ code: 'over-limit', params: { amount: '0.51', paidToCustomer: '4999.50', total: '5000.01' } }])
    // Of another cycle, the sum counts both.
    for (const [type, by, fields] of [
      ...toClosed.slice(1, -1),
      ['recordCustomerResponse', agent, { response: 'disputed' }],
      ['reopen', agent],
    ] as const) {
      expect([type, (await trial.ask('POST /complaints/A/commands', { type, by, ...fields })).status]).toEqual([type, 200])
    }
    for (const [type, by, fields] of toProposed('100.00')) await trial.ask('POST /complaints/A/commands', { type, by, ...fields })
    expect(paidIn(await approve('A', director))).toEqual(['100.00', '4999.50'])
    // A complaint may turn out to be another customer's until an amount is approved.
    expect((await trial.ask('POST /complaints/C/commands', { type: 'correctRecord', by: agent, customer: 'Zhang' })).status).toBe(200)
    expect(paidIn(await approve('C'))).toEqual(['0.51', '4999.00'])
    await trial.bring('L', toProposed('1.00'), { customer: 'Zhang' })
    await trial.bring('F', toProposed('1.00'), { customer: 'Feng' })
    const late = { type: 'approveSolution', by: manager }
    for (const [line, command] of [
      ['POST /complaints/L/commands', late],
      // Also where the approval itself says whose complaint it is.
      ['POST /complaints/F/commands', { ...late, customer: 'Zhang' }],
    ] as const) {
      expect((await trial.ask(line, command)).body.reasons).toMatchObject([{ code: 'over-limit', params: { paidToCustomer: '4999.51' } }])
    }
  })

  it('lets nobody pass a limit by naming another customer once an amount is approved, and again afterwards', async () => {
    const trial = await start()
    const act = (id: string, type: string, fields: object = {}) => trial.ask(`POST /complaints/${id}/commands`, { type, by: manager, ...fields })
    for (const id of ['A', 'B']) await trial.bring(id, toProposed('4999.00'))
    await trial.bring('N', toProposed())
    for (const id of ['A', 'N']) expect((await act(id, 'approveSolution')).status).toBe(200)
    const away = await act('A', 'correctRecord', { customer: 'Zhang' })
    expect([away.status, away.body.type, away.body.reasons]).toEqual([
      422,
      'urn:clientele:problem:refused',
      [{ code: 'amount-approved', params: { complaint: 'A' } }],
    ])
    expect([away.body.state, away.body.explanation]).toEqual([
      (await trial.ask('GET /complaints/A')).body.state,
      ['An amount has been approved for the customer of complaint A, who is therefore not changed any more.'],
    ])
    // Whoever has not seen the approval is told of that first.
    const late = await act('A', 'correctRecord', { customer: 'Zhang', expectedSequence: 7 })
    expect([late.status, codesOf(late), late.body.state.sequence]).toEqual([409, ['conflict'], 8])
    expect(codesOf(await act('B', 'approveSolution'))).toEqual(['over-limit'])
    expect((await act('B', 'approveSolution', { customer: 'Zhang' })).status).toBe(200)
    expect(codesOf(await act('B', 'correctRecord', { customer: 'Wang' }))).toEqual(['amount-approved'])
    // The same customer again, another field, or no amount: nothing stands against it.
    for (const [id, fields] of [
      ['A', { customer: 'Wang' }],
      ['A', { description: 'It drips.' }],
      ['N', { customer: 'Zhang' }],
    ] as const) {
      expect((await act(id, 'correctRecord', fields)).status).toBe(200)
    }
  })

  it('merges a complaint into none but an open one', async () => {
    const trial = await start()
    const merge = (id: string, into: string) => trial.ask(`POST /complaints/${id}/commands?lang=zh-CN`, { type: 'mergeInto', by: agent, into })
    for (const id of ['A', 'B', 'C']) await trial.bring(id, [])
    const nowhere = await merge('A', 'D')
    expect([nowhere.status, nowhere.body.reasons]).toEqual([422, [{ code: 'not-open', params: { complaint: 'D' } }]])
    expect(nowhere.body.explanation).toEqual(['没有可供并入的未终结投诉 D。'])
    expect((await merge('A', 'B')).body.state.step).toBe('merged')
    // Which would be lost with it.
    expect(codesOf(await merge('B', 'A'))).toEqual(['not-open'])
    expect((await merge('B', 'C')).body.state.step).toBe('merged')
  })

  it('knows what an approval is in a definition of other names', async () => {
    const trial = await start()
    const clerk = { id: 'mei', role: 'clerk' }
    const limits = [{ role: 'clerk', upTo: { amount: '200', currency: 'CNY' }, cumulative: true }]
    expect((await trial.ask('POST /workflows', { ...counterService, version: 2, limits })).status).toBe(201)
    for (const id of ['A', 'B']) {
      expect((await trial.ask('POST /complaints?workflow=counter-service', { ...newComplaint(id), by: clerk })).body.state.definition.version).toBe(2)
    }
    const settle = (id: string, currency = 'CNY') =>
      trial.ask(`POST /complaints/${id}/commands`, { type: 'settleOnTheSpot', by: clerk, remedy: 'voucher', amount: '150', currency })
    expect((await settle('A')).body.events).toMatchObject([{ type: 'SolutionApproved', paidToCustomer: '0.00' }])
    expect(codesOf(await settle('B'))).toEqual(['over-limit'])
    // What is proposed and approved at once counts in its own currency, whatever was proposed before.
    const heard = counterService.steps['heard'] as WorkflowDefinition['steps'][string]
    const [onTheSpot] = heard.moves
    const moves = [
      { ...onTheSpot, emits: ['SolutionProposed', 'SolutionApproved'] },
      { on: 'proposeSolution', to: '.', needs: ['remedy'], emits: ['SolutionProposed'] },
    ] as WorkflowDefinition['steps'][string]['moves']
    const atOnce = { ...counterService, version: 3, limits, steps: { ...counterService.steps, heard: { ...heard, moves } } }
    expect((await trial.ask('POST /workflows', atOnce)).status).toBe(201)
    await trial.ask('POST /complaints?workflow=counter-service', { ...newComplaint('D'), by: clerk })
    const proposal = { type: 'proposeSolution', by: clerk, remedy: 'voucher', amount: '150', currency: 'JPY' }
    expect((await trial.ask('POST /complaints/D/commands', proposal)).status).toBe(200)
    expect((await settle('D')).body.reasons).toMatchObject([{ code: 'over-limit', params: { currency: 'CNY', paidToCustomer: '150.00' } }])
  })

  it('lists open complaints by step, those that wait longest first', async () => {
    const trial = await start()
    await trial.bring('late', [['expressSympathy', agent]])
    // Three hours before 9:00 in Shanghai.
    trial.now = '2026-07-01T10:00:00+12:00'
    await trial.bring('early', [])
    await trial.bring('proposed', toProposed().slice(0, -1))
    await trial.bring('closed', [...toProposed(), ...toClosed])
    const openedAt = trial.now
    trial.now = '2026-07-02T10:00:00+12:00'
    await trial.ask('POST /complaints/proposed/commands', { type: 'proposeSolution', by: agent, remedy: 'repair' })
    const { steps } = (await trial.ask('GET /complaints?lang=zh-CN')).body
    expect(steps.map(({ step, title, responsible }: { [key: string]: unknown }) => [step, title, responsible])).toEqual([
      ['recorded', '已记录', 'agent'],
      ['proposed', '已提出处理方案', 'manager'],
    ])
    expect(steps[0].complaints.map(({ complaint }: { readonly complaint: string }) => complaint)).toEqual(['early', 'late'])
    expect(steps[1].complaints).toEqual([{ complaint: 'proposed', customer: 'Wang', sequence: 7, cycle: 1, openedAt, enteredAt: trial.now }])
  })

  it('shows the workflow in force, as data and as diagrams', async () => {
    const { ask } = await start()
    expect((await ask('GET /workflow')).body).toEqual(eightSteps)
    // Also in the order of its steps, which a database might lose.
    expect(JSON.stringify((await ask('GET /workflow')).body)).toBe(JSON.stringify(eightSteps))
    expect((await ask('GET /workflow?id=counter-service&version=1')).body).toEqual(counterService)
    const mermaid = await ask('GET /workflow.mmd?lang=zh-CN')
    expect([mermaid.headers['content-type'], mermaid.headers['content-language']]).toEqual(['text/vnd.mermaid; charset=utf-8', 'zh-CN'])
    expect(mermaid.body).toMatch(/^stateDiagram-v2[\s\S]*已记录/m)
    const bpmn = await ask('GET /workflow.bpmn?id=counter-service')
    expect(bpmn.headers['content-type']).toBe('application/xml; charset=utf-8')
    expect(bpmn.body).toMatch(/^<\?xml[\s\S]*definitions/)
    expect((await ask('GET /workflow?version=9')).status).toBe(404)
    expect((await ask('GET /workflow.mmd?id=none')).status).toBe(404)
  })

  it('stores versions once, says whom one would strand, and brings the others under it', async () => {
    const trial = await start()
    const { ask, database } = trial
    await trial.bring('A', toProposed().slice(0, 4))
    await trial.bring('B', [])
    await trial.bring('W', [['withdraw', agent]])
    const before = await dump(database)
    const dryRun = await ask('POST /workflows/comparison', withoutAnalysis())
    expect(dryRun.body.comparisons).toMatchObject([
      {
        before: { id: 'eight-steps', version: '1' },
        stuck: [{ complaint: 'A', step: 'analysed', reasons: [{ code: 'step-missing' }] }],
        migrations: [{ complaint: 'B', from: 'recorded', to: 'recorded' }],
      },
    ])
    const states = await Promise.all(['A', 'B'].map(async (id) => (await ask(`GET /complaints/${id}`)).body.state))
    expect(dryRun.body.comparisons[0]).toMatchObject(compareDefinitions({ before: eightSteps, after: withoutAnalysis(), open: states }))
    expect(await dump(database)).toEqual(before)

    expect((await ask('POST /workflows', withoutAnalysis())).headers['location']).toBe('/workflow?id=eight-steps&version=2')
    expect((await ask('POST /workflows', withoutAnalysis())).status).toBe(200)
    expect((await ask('POST /workflows', withoutAnalysis({ 1: { analysed: 'assigned' } }))).status).toBe(409)
    const stranded = await ask('POST /complaints/A/migration', { by: manager })
    expect([stranded.status, codesOf(stranded)]).toEqual([422, ['not-in-this-step']])
    const third = { ...withoutAnalysis({ 1: { analysed: 'assigned' } }), version: 3 }
    expect((await ask('POST /workflows', third)).status).toBe(201)
    expect((await ask('POST /complaints/B/migration', { by: manager, version: '2' })).body.state).toMatchObject({
      step: 'recorded',
      definition: { version: '2' },
    })
    const moved = await ask('POST /complaints/A/migration', { by: manager })
    expect([moved.status, moved.body.events[0].type]).toEqual([200, 'ComplaintMigrated'])
    expect(moved.body.state).toMatchObject({ step: 'assigned', definition: { id: 'eight-steps', version: 3 } })
    expect((await ask('POST /complaints/A/commands', { type: 'proposeSolution', by: agent, remedy: 'refund' })).body.state.step).toBe('proposed')
    expect((await auditOf(database, 'A', [eightSteps, withoutAnalysis(), third])).faults).toEqual([])
    expect((await ask('GET /complaints/A')).body.explanation.history).not.toEqual([])
    // Versions that open complaints are handled by, and the one in force.
    const { comparisons } = (await ask('POST /workflows/comparison', { ...third, version: 4 })).body
    expect(comparisons.map(({ before: { version } }: { before: { version: unknown } }) => version)).toEqual(['2', 3])
    expect((await ask('GET /workflows')).body.workflows).toEqual([
      { id: 'counter-service', version: '1' },
      { id: 'eight-steps', version: '1' },
      { id: 'eight-steps', version: '2' },
      { id: 'eight-steps', version: 3 },
    ])
    expect((await ask('POST /complaints', newComplaint('D'))).body.state.definition.version).toBe(3)
    expect((await ask('POST /complaints/A/migration', { by: manager, version: '9' })).status).toBe(404)
    expect(issuesOf(await ask('POST /complaints/A/migration', { by: manager }))).toEqual([['given-elsewhere', ['version']]])
    for (const version of [null, ['2'], {}]) {
      expect(issuesOf(await ask('POST /complaints/A/migration', { by: manager, version }))).toEqual([['wrong-type', ['version']]])
    }
  })

  it('answers bad input with every issue', async () => {
    const trial = await start()
    await trial.bring('C', [])
    const before = await dump(trial.database)
    const issues = async (line: string, body: unknown) => {
      const answered = await trial.ask(line, body)
      return [answered.status, issuesOf(answered)]
    }
    const commands = 'POST /complaints/C/commands'
    expect(await issues(commands, [])).toEqual([400, [['wrong-type', []]]])
    expect(await issues(commands, {})).toEqual([
      400,
      [
        ['missing', ['type']],
        ['missing', ['by']],
      ],
    ])
    expect(await issues(commands, { type: 'withdraw', by: agent, at: '2020-01-01T00:00Z', paidToCustomer: '0' })).toEqual([
      400,
      [
        ['reserved-name', ['at']],
        ['reserved-name', ['paidToCustomer']],
      ],
    ])
    expect(await issues(commands, { type: 'withdraw', by: agent, amount: 'much', step: 'closed', expectedSequence: -1 })).toEqual([
      400,
      expect.arrayContaining([
        ['not-a-decimal', ['amount']],
        ['reserved-name', ['step']],
        ['too-small', ['expectedSequence']],
      ]),
    ])
    expect(await issues(commands, { type: 'withdraw', by: agent, complaint: 'D' })).toEqual([400, [['not-allowed', ['complaint']]]])
    expect(await issues(commands, { type: 'correctRecord', by: agent, customer: null })).toEqual([400, [['wrong-type', ['customer']]]])
    expect(await issues('POST /complaints', { by: agent, complaint: 'a/b' })).toEqual([
      400,
      [
        ['unreadable', ['complaint']],
        ['missing', ['customer']],
      ],
    ])
    expect(await issues('POST /complaints', { ...newComplaint('D'), content: 'noise' })).toEqual([400, [['not-allowed', ['content']]]])
    expect(await issues('POST /complaints/C/migration', { by: { id: 'x' }, version: '1', at: 'now' })).toEqual([400, [['unknown-key', ['at']]]])
    expect(await issues('POST /workflows', { ...eightSteps, version: '2', initial: 'nowhere' })).toEqual([400, [['not-allowed', ['initial']]]])
    const chinese = await trial.ask(`${commands}?lang=zh-CN`, {})
    expect(chinese.body.issues[0].message).toMatch(/[一-鿿]/)
    // What no database keeps, in a place where it would be asked for, and in one where it would not.
    for (const odd of ['\u0000', '\ud800']) {
      expect((await trial.ask(commands, { type: 'expressSympathy', by: agent, note: odd })).status).toBe(400)
      expect((await trial.ask('POST /complaints', { ...newComplaint('D'), customer: `a${odd}` })).status).toBe(400)
      expect((await trial.ask('POST /workflows', { ...eightSteps, version: `2${odd}` })).status).toBe(400)
      expect((await trial.ask('POST /workflows', { ...eightSteps, version: '2', title: odd })).status).toBe(400)
    }
    expect((await trial.ask('POST /complaints', { ...newComplaint('D'), customer: Array.from({ length: 9_000 }, Math.random).join() })).status).toBe(
      400,
    )
    expect(await dump(trial.database)).toEqual(before)
  })

  it('refuses what is no JSON, of another type, or too long', async () => {
    const { server } = await start()
    const send = async (payload: string, type = 'application/json') =>
      (await server.inject({ method: 'POST', url: '/complaints', payload, headers: { 'content-type': type } })).statusCode
    expect([await send('{'), await send('{"__proto__":{}}'), await send('a=b', 'text/plain'), await send(`"${'x'.repeat(300_000)}"`)]).toEqual([
      400, 400, 415, 413,
    ])
  })

  it('knows what it does not know', async () => {
    const { ask } = await start()
    const command = { type: 'withdraw', by: agent }
    const unknown: readonly (readonly [string, object?])[] = [
      ['GET /nothing'],
      ['GET /complaints/B'],
      ['GET /complaints/__proto__'],
      [`GET /complaints/${'A'.repeat(500)}`],
      ['POST /complaints/B/commands', command],
      ['POST /complaints/B/migration', { by: agent }],
      ['POST /complaints?workflow=none', newComplaint('B')],
    ]
    for (const [line, body] of unknown) expect([line, (await ask(line, body)).status]).toEqual([line, 404])
    const longest = '诉'.repeat(64)
    expect((await ask('POST /complaints', newComplaint(longest))).headers['location']).toBe(`/complaints/${encodeURIComponent(longest)}`)
    expect((await ask(`GET /complaints/${encodeURIComponent(longest)}`)).status).toBe(200)
  })

  it('does once what is sent twice', async () => {
    const trial = await start()
    const { ask, database } = trial
    const key = { 'idempotency-key': 'a' }
    const first = await ask('POST /complaints', newComplaint('C'), key)
    const done = await dump(database)
    const again = await ask('POST /complaints', newComplaint('C'), key)
    expect([again.status, again.body, again.headers['location']]).toEqual([201, first.body, first.headers['location']])
    const other = await ask('POST /complaints', newComplaint('D'), key)
    expect([other.status, other.body.type]).toEqual([422, 'urn:clientele:problem:key-reused'])
    expect((await ask('POST /complaints', newComplaint('D'), { 'idempotency-key': 'x y' })).status).toBe(400)
    expect(await dump(database)).toEqual(done)
    // What was refused was not done, and may be done later.
    const judge = { type: 'judgeComplaint', by: agent, verdict: 'upheld', grounds: 'It leaks.' }
    expect((await ask('POST /complaints/C/commands', judge, { 'idempotency-key': 'b' })).status).toBe(422)
    await ask('POST /complaints/C/commands', { type: 'expressSympathy', by: agent })
    expect((await ask('POST /complaints/C/commands', judge, { 'idempotency-key': 'b' })).status).toBe(200)
    expect((await ask('POST /complaints/C/commands', judge, { 'idempotency-key': 'b' })).body.state.sequence).toBe(4)
  })

  it('makes its tables once, and leaves alone those of a later version', async () => {
    const { database } = await start()
    await migrate(database)
    await database.write((connection) => connection.query('INSERT INTO migrations (number) VALUES (99)'))
    await expect(migrate(database)).rejects.toThrow('the database is of migration 99')
  })

  it('keeps what happened as it was, whoever asks the database; and says where it was damaged all the same', async () => {
    const trial = await start()
    await trial.bring('C', [])
    for (const change of ['DELETE FROM events', 'UPDATE events SET sequence = 9', `DELETE FROM definitions WHERE id = 'eight-steps'`]) {
      await expect(trial.database.write((connection) => connection.query(change))).rejects.toThrow('is never changed')
    }
    await trial.database.write((connection) =>
      connection.query(`INSERT INTO events SELECT complaint, 4, definition, version, event FROM events LIMIT 1`),
    )
    const { status, body } = await trial.ask('GET /complaints/C')
    expect([status, body.type, body.issues]).toEqual([500, 'urn:clientele:problem:internal-error', undefined])
  })

  it('does all of a request or nothing, wherever it breaks', async () => {
    const { database } = await start()
    const requests: readonly (readonly [string, object])[] = [
      ['POST /complaints', newComplaint('C')],
      ...[...toProposed('10.00'), ...toClosed].map(([type, by, fields]) => ['POST /complaints/C/commands', { type, by, ...fields }] as const),
      ['POST /complaints/C/commands', { type: 'reopen', by: agent }],
      ['POST /workflows', withoutAnalysis()],
      ['POST /complaints/C/migration', { by: manager }],
    ]
    let broken = 0
    for (const [number, [line, body]] of requests.entries()) {
      const before = await dump(database)
      for (let after = 0; ; after++) {
        const { status } = await createTrial(breaking(database, after)).ask(line, body, { 'idempotency-key': String(number) })
        if (status < 300) break
        expect([line, after, status]).toEqual([line, after, 500])
        expect(await dump(database)).toEqual(before)
        broken++
      }
    }
    expect(broken).toBeGreaterThan(60)
    expect((await auditOf(database, 'C', [eightSteps, withoutAnalysis()])).faults).toEqual([])
  })
})

/** A database that fails once so many statements were sent. */
function breaking(database: Database, after: number): Database {
  let sent = 0
  const failing = (connection: Connection): Connection => ({
    query: async <Row>(sql: string, values?: readonly SqlValue[]) => {
      const rows = await connection.query<Row>(sql, values)
      if (sent++ >= after) throw new Error('broken on purpose')
      return rows
    },
  })
  return { ...database, write: (work) => database.write((connection) => work(failing(connection))) }
}
