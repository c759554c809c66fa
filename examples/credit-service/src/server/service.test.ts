import { twoTenNetThirty } from '@clientele/credit/templates'
import { expect, it } from 'vitest'
import { describeEmbedded } from '../../testing/databases.js'
import { type Answered, createTrial, customerOf, dump, type Trial } from '../../testing/trial.js'
import { migrate } from '../database/migrate.js'
import type { Connection, Database, SqlValue } from '../database/types.js'

/** Issues as code and path. */
const issuesOf = ({ body }: Answered): unknown[] =>
  body.issues?.map(({ code, path }: { readonly code: string; readonly path: readonly unknown[] }) => [code, path])

const ACME = customerOf('ACME', '100000.00', { terms: 'two-ten-net-thirty', grade: 'A', deposits: [{ amount: '10000' }] })

describeEmbedded('the service', (open) => {
  const start = async (...customers: object[]): Promise<Trial> => {
    const trial = createTrial(await open())
    for (const customer of customers) expect((await trial.ask('POST /customers', customer)).status).toBe(201)
    return trial
  }

  it('tells that it is well, and on which day', async () => {
    const { ask } = await start()
    expect((await ask('GET /health')).body).toEqual({ status: 'ok', database: 'PGlite in memory', today: '2026-07-01' })
  })

  it('keeps customers, with money as strings', async () => {
    const { ask } = await start()
    const guarantees = [{ amount: '500', currency: 'JPY', validUntil: '2026-12-31', joint: true }]
    const report = { depth: 'standard', date: '2026-05-01' }
    const made = await ask('POST /customers', { ...ACME, name: '阿克梅', guarantees: [], report, dunningLevel: 1 })
    expect([made.status, made.headers['location']]).toEqual([201, '/customers/ACME'])
    expect((await ask('GET /customers/ACME')).body.customer).toEqual({
      id: 'ACME',
      name: '阿克梅',
      currency: 'CNY',
      limit: { amount: '100000.00' },
      deposits: [{ amount: '10000.00' }],
      guarantees: [],
      grade: 'A',
      report,
      dunningLevel: 1,
      blocked: false,
      orderPolicy: 'usual-order-policy',
      terms: 'two-ten-net-thirty',
      day: '2026-07-01',
    })
    const abroad = await ask('POST /customers', { ...customerOf('X', null), guarantees })
    expect([abroad.status, issuesOf(abroad)]).toEqual([422, [['no-exchange-rate', ['policy', 'exposure', 'convert', 'rates', 'JPY']]]])
    expect((await ask('GET /customers/X')).status).toBe(404)
  })

  it('approves, holds, releases, delivers, invoices, settles and ages', async () => {
    const trial = await start(ACME)
    const { ask } = trial
    const first = await ask('POST /orders', { id: 'O-1', customer: 'ACME', amount: '80000' })
    expect([first.status, first.headers['location']]).toEqual([201, '/orders/O-1'])
    expect(first.body.order).toEqual({ id: 'O-1', customer: 'ACME', amount: '80000.00', currency: 'CNY', placedOn: '2026-07-01', status: 'accepted' })
    expect(first.body.decision).toMatchObject({ decision: 'approve', exposure: '-10000.00', available: '110000.00' })
    const second = await ask('POST /orders', { id: 'O-2', customer: 'ACME', amount: '40000.00' })
    expect([second.status, second.body.order.status, second.body.decision.breaches[0].params.excess]).toEqual([201, 'held', '10000.00'])
    const released = await ask('POST /orders/O-2/releases', { by: 'Wang Wei', role: 'credit-manager' })
    expect([released.status, released.body.order.status]).toEqual([201, 'accepted'])
    expect(released.body.decision.release).toMatchObject({ by: 'Wang Wei', role: 'credit-manager', until: '2026-07-15' })
    expect((await ask('POST /orders/O-1/delivery')).body.order).toMatchObject({ status: 'delivered', deliveredOn: '2026-07-01' })
    const partsOf = async () => (await ask('GET /customers/ACME/exposure')).body.exposure.parts.map(({ amount }: { amount: string }) => amount)
    expect(await partsOf()).toEqual(['0.00', '80000.00', '40000.00', '-10000.00', '0.00'])
    trial.today = '2026-07-03'
    const invoiced = await ask('POST /orders/O-1/invoice', { id: 'INV-1' })
    expect([invoiced.status, invoiced.headers['location'], invoiced.body.invoice]).toEqual([
      201,
      '/invoices/INV-1',
      {
        id: 'INV-1',
        order: 'O-1',
        customer: 'ACME',
        date: '2026-07-03',
        due: '2026-08-02',
        amount: '80000.00',
        currency: 'CNY',
        terms: 'two-ten-net-thirty',
      },
    ])
    expect(await partsOf()).toEqual(['80000.00', '0.00', '40000.00', '-10000.00', '0.00'])
    trial.today = '2026-07-13'
    const paid = await ask('POST /payments', { id: 'P-1', customer: 'ACME', amount: '79000.00' })
    expect([paid.status, paid.body.allocation.applications[0], paid.body.allocation.unapplied]).toMatchObject([
      201,
      { invoice: 'INV-1', amount: '78400.00', discount: '1600.00', status: 'paid' },
      '600.00',
    ])
    expect(await partsOf()).toEqual(['-600.00', '0.00', '40000.00', '-10000.00', '0.00'])
    expect((await ask('GET /invoices/INV-1')).body.settlement).toMatchObject({ status: 'paid', open: '0.00', discountTaken: '1600.00' })
    expect((await ask('GET /payments/P-1')).body).toEqual(paid.body)
    const ageOf = async (asOf: string) => (await ask(`GET /ageing?asOf=${asOf}`)).body.ageing.items.map(({ id, open: left }: never) => [id, left])
    expect(await ageOf('2026-07-02')).toEqual([])
    expect(await ageOf('2026-07-12')).toEqual([['INV-1', '80000.00']])
    expect(await ageOf('2026-07-13')).toEqual([['payment/P-1', '-600.00']])
  })

  it('settles the oldest invoice first, and holds what is overdue', async () => {
    const trial = await start(customerOf('A', '1000.00'))
    const { ask } = trial
    for (const [id, day, amount] of [
      ['1', '2026-07-01', '300'],
      ['2', '2026-07-05', '200'],
    ] as const) {
      trial.today = day
      await ask('POST /orders', { id, customer: 'A', amount })
      await ask(`POST /orders/${id}/delivery`)
      await ask(`POST /orders/${id}/invoice`)
    }
    trial.today = '2026-09-10'
    expect((await ask('POST /orders', { id: '3', customer: 'A', amount: '1' })).body.decision.breaches).toMatchObject([
      { code: 'overdue', params: { amount: '500.00', daysOverdue: 41, items: ['1', '2'] }, releasableBy: ['credit-manager'] },
    ])
    const { body } = await ask('POST /payments', { customer: 'A', amount: '450.00', date: '2026-09-01' })
    expect(body.allocation.applications.map(({ invoice, amount }: never) => [invoice, amount])).toEqual([
      ['1', '300.00'],
      ['2', '150.00'],
    ])
    expect((await ask('POST /orders/3/decisions')).body.order.status).toBe('held')
    await ask('POST /payments', { customer: 'A', amount: '50.00' })
    expect((await ask('POST /orders/3/decisions')).body.order.status).toBe('accepted')
    expect((await ask('GET /orders/3/decisions')).body.decisions.map(({ decision }: never) => (decision as { decision: string }).decision)).toEqual([
      'hold',
      'hold',
      'approve',
    ])
  })

  it('refuses for good whom the policy refuses', async () => {
    const { ask } = await start(customerOf('A', null, { grade: 'D' }), customerOf('B', null, { blocked: true }))
    for (const customer of ['A', 'B']) expect((await ask('POST /orders', { id: customer, customer, amount: '1' })).body.order.status).toBe('refused')
    const { status, body } = await ask('POST /orders/A/releases', { by: 'Wang', role: 'managing-director' })
    expect([status, body.type]).toEqual([409, 'urn:clientele:problem:conflict'])
  })

  it('tells a role that is too low why, and keeps nothing of it', async () => {
    const { ask, database } = await start(customerOf('A', '100.00'))
    await ask('POST /orders', { id: 'O', customer: 'A', amount: '120.00' })
    const before = await dump(database)
    const { status, headers, body } = await ask('POST /orders/O/releases?lang=zh-CN', { by: 'Li', role: 'sales-manager' })
    expect([status, headers['content-type'], body.type]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
      'urn:clientele:problem:release-refused',
    ])
    expect(body.reasons).toMatchObject([{ code: 'excess-too-great', params: { releasableBy: ['credit-manager', 'managing-director'] } }])
    expect(body.explanation.join('')).toMatch(/[一-鿿]/)
    const clerk = await ask('POST /orders/O/releases', { by: 'Li', role: 'clerk' })
    expect(clerk.body.reasons).toMatchObject([{ code: 'role-too-low' }])
    const late = await ask('POST /orders/O/releases', { by: 'Li', role: 'credit-manager', until: '2026-07-16' })
    expect(late.body.reasons).toMatchObject([{ code: 'valid-too-long', params: { latest: '2026-07-15' } }])
    const small = await ask('POST /orders/O/releases', { by: 'Li', role: 'credit-manager', amount: '119.99' })
    expect(small.body.reasons).toMatchObject([{ code: 'order-grown' }])
    expect(await dump(database)).toEqual(before)
  })

  it('keeps a release that lets part pass, until the rest is released too', async () => {
    const { ask } = await start(customerOf('A', '100.00', { limit: { amount: '100.00', validUntil: '2026-06-30' } }))
    expect((await ask('POST /orders', { id: 'O', customer: 'A', amount: '105.00' })).body.decision.breaches).toHaveLength(2)
    expect((await ask('POST /orders/O/releases', { by: 'Li', role: 'sales-manager' })).body.order.status).toBe('held')
    expect((await ask('POST /orders/O/releases', { by: 'Wang', role: 'credit-manager' })).body.order.status).toBe('accepted')
  })

  it('answers in the language asked for', async () => {
    const { ask } = await start(ACME)
    await ask('POST /orders', { id: 'O', customer: 'ACME', amount: '120000.00' })
    const said = async (line: string, header?: string) =>
      (await ask(line, undefined, header === undefined ? {} : { 'accept-language': header })).body.explanation.join(' ')
    const english = await said('GET /orders/O')
    expect(english).not.toMatch(/[一-鿿]/)
    const chinese = await said('GET /orders/O?lang=zh-CN')
    expect(chinese).toMatch(/[一-鿿]/)
    expect(await said('GET /orders/O', 'zh-CN,zh;q=0.9,en;q=0.8')).toBe(chinese)
    expect(await said('GET /orders/O', 'fr, en;q=0.5, zh;q=0.4')).toBe(english)
    expect(await said('GET /orders/O?lang=en', 'zh')).toBe(english)
    expect(await said('GET /orders/O', 'en;q=0')).toBe(chinese)
    expect(await said('GET /orders/O', 'en;q=0, *')).toBe(chinese)
    expect(await said('GET /orders/O', 'en;q=0, zh;q=0')).toBe(english)
    expect(await said('GET /orders/O', 'zh-TW;q=0.1, *;q=0.5')).toBe(english)
    const headersOf = ({ headers }: Answered) => [headers['content-language'], headers['vary']]
    expect(headersOf(await ask('GET /orders/O', undefined, { 'accept-language': 'zh' }))).toEqual(['zh-CN', 'Accept-Language'])
    expect(headersOf(await ask('GET /orders/none?lang=zh-CN'))).toEqual(['zh-CN', 'Accept-Language'])
    expect(headersOf(await ask('GET /customers/ACME'))).toEqual([undefined, undefined])
    const unknown = await ask('GET /orders/O?lang=fr')
    expect(unknown.body.issues[0].message).toBe('must be one of "en", "zh-CN", not "fr"')
    expect([unknown.status, issuesOf(unknown)]).toEqual([400, [['not-allowed', ['lang']]]])
  })

  it('refuses what is not as it must be, with every issue', async () => {
    const { ask, database } = await start(ACME)
    const before = await dump(database)
    const bad = await ask('POST /orders', { id: '../x', customer: '__proto__', amount: 5, currency: 'XYZ', colour: 'red' })
    expect([bad.status, bad.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
    expect(issuesOf(bad)).toEqual([
      ['not-an-id', ['id']],
      ['not-an-id', ['customer']],
      ['wrong-type', ['amount']],
      ['unknown-currency', ['currency']],
      ['unknown-key', ['colour']],
    ])
    for (const amount of ['-1', '1e3', ' 1 ', '0x3', 'abc', '', '１', '1.23456', '1234567890123456', null, {}, true]) {
      expect((await ask('POST /orders', { customer: 'ACME', amount })).status, JSON.stringify(amount)).toBe(400)
    }
    for (const name of ['a\u0000b', '\ud800', '', 'x'.repeat(201), 7])
      expect((await ask('POST /customers', { ...ACME, id: 'N', name })).status).toBe(400)
    for (const body of [undefined, [], null, { customer: 'ACME' }]) expect((await ask('POST /orders', body)).status).toBe(400)
    expect((await ask('POST /orders/O/delivery', { now: true })).status).toBe(400)
    const digits = await ask('POST /orders', { customer: 'ACME', amount: '1.234' }, { 'accept-language': 'zh' })
    expect([digits.status, issuesOf(digits)]).toEqual([422, [['too-many-decimal-places', ['order', 'amount']]]])
    expect(digits.body.issues[0].message).toMatch(/[一-鿿]/)
    expect(issuesOf(await ask('PUT /customers/ACME/limit', { amount: '0.001' }))).toEqual([
      ['too-many-decimal-places', ['account', 'limit', 'amount']],
    ])
    expect(issuesOf(await ask('POST /payments', { customer: 'ACME', amount: '0' }))).toEqual([['not-above', ['payment', 'amount']]])
    const tomorrow = [await ask('POST /payments', { customer: 'ACME', amount: '1', date: '2026-07-02' }), await ask('GET /ageing?asOf=2026-07-02')]
    expect(tomorrow.map((answer) => [answer.status, issuesOf(answer)])).toEqual([
      [422, [['too-large', ['date']]]],
      [422, [['too-large', ['asOf']]]],
    ])
    expect((await ask('GET /ageing?asOf=2026-02-30')).status).toBe(400)
    expect((await ask('GET /ageing?as=2026-02-03')).status).toBe(400)
    expect(await dump(database)).toEqual(before)
  })

  it('tells everything that is wrong in the language asked for', async () => {
    const { ask } = await start(ACME)
    await ask('POST /orders', { id: 'O', customer: 'ACME', amount: '1' })
    await ask('POST /orders', { id: 'H', customer: 'ACME', amount: '120000' })
    const requests: readonly (readonly [string, unknown?])[] = [
      [
        'POST /customers',
        { id: '-', name: '\n', colour: 1, limit: { amount: '1e3' }, dunningLevel: 0.5, deposits: {}, blocked: 'yes', report: { depth: 7 } },
      ],
      ['POST /customers', { ...ACME, dunningLevel: 101, deposits: Array(101).fill({ amount: '1', validFrom: '2026-02-30' }) }],
      ['POST /customers', { ...ACME, dunningLevel: -1, orderPolicy: '', terms: 1 }],
      ['POST /orders', []],
      ['POST /orders/O/delivery', { now: true }],
      ['POST /orders/O/decisions'],
      ['POST /orders/O/invoice'],
      ['POST /orders/H/delivery'],
      ['POST /orders/H/releases', { by: 'Li', role: 'clerk' }],
      ['POST /orders', { id: 'O', customer: 'ACME', amount: '2' }],
      ['POST /customers', ACME],
      ['POST /payments', { customer: 'ACME', amount: '0.001' }],
      ['POST /payments', { customer: 'ACME', amount: '1', date: '2027-01-01' }],
      ['POST /policies', { kind: 'order-policy', id: 'x', version: 0 }],
      ['POST /policies', { kind: 'none', id: 'x', version: 0.5 }],
      ['POST /policies', { ...twoTenNetThirty, netDays: 7 }],
      ['GET /nothing'],
      ['GET /customers/%'],
      ['GET /invoices/none'],
      ['GET /ageing?asOf=2026-02-30&as=1'],
    ]
    const sentencesOf = ({ body }: Answered): string[] => [body.title, body.detail, ...(body.issues ?? []).map(({ message }: never) => message)]
    const codes = new Set<string>()
    for (const [line, body] of requests) {
      const english = await ask(line, body)
      const chinese = await ask(line, body, { 'accept-language': 'zh' })
      for (const { code } of english.body.issues ?? []) codes.add(code)
      expect([line, english.status >= 400, issuesOf(english)]).toEqual([line, true, issuesOf(chinese)])
      expect(english.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      for (const sentence of sentencesOf(english)) expect([line, sentence]).toEqual([line, expect.not.stringMatching(/[一-鿿]/)])
      for (const sentence of sentencesOf(chinese)) expect([line, sentence]).toEqual([line, expect.stringMatching(/[一-鿿]/)])
    }
    expect([...codes].sort()).toEqual([
      'empty',
      'missing',
      'not-a-calendar-date',
      'not-a-plain-text',
      'not-allowed',
      'not-an-id',
      'not-an-integer',
      'not-money',
      'not-wanted',
      'too-large',
      'too-many-decimal-places',
      'too-many-parts',
      'too-small',
      'unknown-key',
      'wrong-type',
    ])
  })

  it('does not let a payment, or anything else, make an account such as cannot be decided on', async () => {
    const { ask, database } = await start(customerOf('A', '100.00'))
    const before = await dump(database)
    for (const [line, body] of [
      ['POST /payments', { customer: 'A', amount: '5.00', currency: 'EUR' }],
      ['POST /orders', { customer: 'A', amount: '5.00', currency: 'EUR' }],
    ] as const) {
      const answer = await ask(line, body)
      expect([answer.status, issuesOf(answer)]).toEqual([422, [['no-exchange-rate', ['policy', 'exposure', 'convert', 'rates', 'EUR']]]])
    }
    expect(await dump(database)).toEqual(before)
    expect((await ask('POST /orders', { customer: 'A', amount: '5.00' })).body.order.status).toBe('accepted')
  })

  it('sets money on account against the next invoice, with its discount', async () => {
    const trial = await start(ACME)
    const { ask } = trial
    for (const [id, amount] of [
      ['P-1', '600.00'],
      ['P-2', '500.00'],
    ]) {
      await ask('POST /payments', { id, customer: 'ACME', amount })
    }
    await ask('POST /orders', { id: 'O', customer: 'ACME', amount: '1000.00' })
    await ask('POST /orders/O/delivery')
    trial.today = '2026-07-05'
    const { invoice, settlement } = (await ask('POST /orders/O/invoice')).body
    // 2 % off within 10 days: 980.00 is enough.
    expect([invoice.date, settlement.status, settlement.paid, settlement.discountTaken]).toEqual(['2026-07-05', 'paid', '980.00', '20.00'])
    const onAccount = async (id: string) => (await ask(`GET /payments/${id}`)).body.payment.onAccount
    expect([await onAccount('P-1'), await onAccount('P-2')]).toEqual(['0.00', '120.00'])
    const ageOf = async (asOf: string) => (await ask(`GET /ageing?asOf=${asOf}`)).body.ageing.items.map(({ id, open: left }: never) => [id, left])
    expect(await ageOf('2026-07-04')).toEqual([
      ['payment/P-1', '-600.00'],
      ['payment/P-2', '-500.00'],
    ])
    expect(await ageOf('2026-07-05')).toEqual([['payment/P-2', '-120.00']])
    expect((await ask('GET /customers/ACME/exposure')).body.exposure.parts[0].amount).toBe('-120.00')
    // Both of the next two take some of it: nothing is overdue beside money that was paid.
    for (const [id, paid, open] of [
      ['N-1', '98.00', '0.00'],
      ['N-2', '22.00', '78.00'],
    ]) {
      await ask('POST /orders', { id, customer: 'ACME', amount: '100.00' })
      await ask(`POST /orders/${id}/delivery`)
      expect((await ask(`POST /orders/${id}/invoice`)).body.settlement).toMatchObject({ paid, open })
    }
    expect(await onAccount('P-2')).toBe('0.00')
  })

  it('counts a payment for an invoice from the day on which both are there', async () => {
    const trial = await start(customerOf('A', '1000.00'))
    const { ask } = trial
    await ask('POST /orders', { id: 'O', customer: 'A', amount: '300.00' })
    await ask('POST /orders/O/delivery')
    trial.today = '2026-07-05'
    await ask('POST /orders/O/invoice')
    trial.today = '2026-07-09'
    await ask('POST /payments', { id: 'P', customer: 'A', amount: '300.00', date: '2026-07-03' })
    const ageOf = async (asOf: string) => (await ask(`GET /ageing?asOf=${asOf}`)).body.ageing.items.map(({ id, open: left }: never) => [id, left])
    expect([await ageOf('2026-07-02'), await ageOf('2026-07-03'), await ageOf('2026-07-05')]).toEqual([[], [['payment/P', '-300.00']], []])
  })

  it('accepts an order that nothing holds any more, and keeps no release', async () => {
    const { ask, database } = await start(customerOf('A', '100.00'))
    await ask('POST /orders', { id: 'O', customer: 'A', amount: '120.00' })
    await ask('PUT /customers/A/limit', { amount: '200.00' })
    const { status, body } = await ask('POST /orders/O/releases', { by: 'Li', role: 'clerk' })
    expect([status, body.order.status, body.decision.breaches, body.decision.refusedReleases]).toEqual([200, 'accepted', [], []])
    expect((await dump(database))['releases']).toEqual([])
    expect((await ask('GET /orders/O/decisions')).body.decisions).toHaveLength(2)
  })

  it('goes by one version of the policy from the lock to the end, though another is stored meanwhile', async () => {
    const { ask, database } = await start(customerOf('A', '100.00'))
    const read: string[] = []
    const trial = createTrial({
      ...database,
      write: (work) =>
        database.write((connection) =>
          work({
            query: (sql, values) => {
              if (/FROM policies|FOR UPDATE/.test(sql)) read.push(sql.includes('FOR UPDATE') ? 'lock' : String(values?.[0]))
              return connection.query(sql, values)
            },
          }),
        ),
    })
    await ask('POST /orders', { id: 'O', customer: 'A', amount: '120.00' })
    const refused = await trial.ask('POST /orders/O/releases', { by: 'Li', role: 'sales-manager' })
    expect([refused.body.type, read]).toEqual(['urn:clientele:problem:release-refused', ['lock', 'order-policy']])
  })

  it('refuses what is no JSON, of another type, or too long', async () => {
    const { server } = await start()
    const send = async (payload: string, type = 'application/json') =>
      (await server.inject({ method: 'POST', url: '/orders', payload, headers: { 'content-type': type } })).statusCode
    expect([await send('{'), await send('{"__proto__":{}}'), await send('a=b', 'text/plain'), await send(`"${'x'.repeat(300_000)}"`)]).toEqual([
      400, 400, 415, 413,
    ])
  })

  it('knows what it does not know', async () => {
    const { ask } = await start(ACME)
    const unknown = [
      'GET /nothing',
      'GET /customers/B',
      'GET /customers/__proto__',
      'GET /customers/%00',
      'GET /customers/B/exposure',
      'GET /orders/B',
      'GET /orders/B/decisions',
      'POST /orders/B/decisions',
      'POST /orders/B/delivery',
      'POST /orders/B/invoice',
      'GET /invoices/B',
      'GET /payments/B',
      'GET /policies/order-policy/usual-order-policy/9',
      'GET /policies/order-policy/usual-order-policy/%20',
      'GET /policies/order-policy/-/1',
      'GET /policies/nothing/usual-order-policy/1',
      `GET /customers/${'A'.repeat(65)}`,
      `GET /customers/${'A'.repeat(500)}`,
    ]
    for (const line of unknown) expect([line, (await ask(line)).status]).toEqual([line, 404])
    expect((await ask('PUT /customers/B/limit', { amount: null })).status).toBe(404)
    expect((await ask('POST /orders', { customer: 'B', amount: '1' })).status).toBe(404)
    expect((await ask('POST /payments', { customer: 'B', amount: '1' })).status).toBe(404)
    expect((await ask('POST /customers', { ...ACME, id: 'C', terms: 'none' })).status).toBe(404)
  })

  it('refuses what does not fit what was done', async () => {
    const { ask } = await start(ACME, customerOf('B', '100.00'))
    await ask('POST /orders', { id: 'O', customer: 'ACME', amount: '100' })
    await ask('POST /orders', { id: 'H', customer: 'B', amount: '101' })
    await ask('POST /payments', { id: 'P', customer: 'ACME', amount: '5' })
    const conflicts: readonly (readonly [string, object?])[] = [
      ['POST /customers', ACME],
      ['POST /orders', { id: 'O', customer: 'ACME', amount: '101' }],
      ['POST /orders', { id: 'O', customer: 'B', amount: '100' }],
      ['POST /orders/O/releases', { by: 'Li', role: 'credit-manager' }],
      ['POST /orders/O/decisions'],
      ['POST /orders/O/invoice'],
      ['POST /orders/H/delivery'],
      ['POST /payments', { id: 'P', customer: 'ACME', amount: '6' }],
      ['POST /payments', { id: 'P', customer: 'B', amount: '5' }],
    ]
    for (const [line, body] of conflicts) expect([line, (await ask(line, body)).status]).toEqual([line, 409])
    await ask('POST /orders/O/delivery')
    await ask('POST /orders/O/invoice', { id: 'I' })
    for (const other of [{ id: 'J' }, { terms: 'net-thirty' }, { id: 'I', terms: 'none' }])
      expect((await ask('POST /orders/O/invoice', other)).status).toBe(409)
    expect((await ask('POST /orders/O/invoice', { id: 'I', terms: 'two-ten-net-thirty' })).status).toBe(200)
    expect((await ask('POST /orders/O/invoice')).body.invoice.id).toBe('I')
  })

  it('does once what is sent twice', async () => {
    const { ask, database } = await start(ACME)
    const key = { 'idempotency-key': 'a' }
    const order = { customer: 'ACME', amount: '100' }
    const first = await ask('POST /orders', order, key)
    const done = await dump(database)
    const again = await ask('POST /orders', order, key)
    expect([again.status, again.body, again.headers['location']]).toEqual([201, first.body, first.headers['location']])
    const other = await ask('POST /orders', { ...order, amount: '101' }, key)
    expect([other.status, other.body.type]).toEqual([422, 'urn:clientele:problem:key-reused'])
    expect((await ask('POST /orders', order, { 'idempotency-key': 'x y' })).status).toBe(400)
    expect(await dump(database)).toEqual(done)
    const failed = { 'idempotency-key': 'b' }
    expect((await ask('POST /orders', { id: 'O', customer: 'LATE', amount: '1' }, failed)).status).toBe(404)
    await ask('POST /customers', customerOf('LATE', '1'))
    expect((await ask('POST /orders', { id: 'O', customer: 'LATE', amount: '1.00' }, failed)).status).toBe(201)
  })

  it('decides by the version in force, and explains by the one that decided', async () => {
    const { ask } = await start(ACME)
    const usual = (await ask('GET /policies/order-policy/usual-order-policy/1')).body
    await ask('POST /orders', { id: 'O-1', customer: 'ACME', amount: '120000.00' })
    const before = await ask('GET /orders/O-1')
    const harder = { ...usual, version: '2', breaches: { 'over-limit': 'refuse' }, release: [] }
    expect((await ask('POST /policies', harder)).status).toBe(201)
    expect((await ask('POST /policies', harder)).status).toBe(200)
    expect((await ask('POST /policies', { ...harder, release: usual.release })).status).toBe(409)
    expect((await ask('POST /orders', { id: 'O-2', customer: 'ACME', amount: '120000.00' })).body).toMatchObject({
      order: { status: 'refused' },
      decision: { policies: [{ kind: 'order-policy', id: 'usual-order-policy', version: '2' }] },
    })
    expect((await ask('GET /orders/O-1')).body).toEqual(before.body)
    for (const version of [0, -1, 1.5, '', ' ', 1e300]) expect((await ask('POST /policies', { ...usual, version })).status).toBe(400)
    expect((await ask('POST /policies', { ...usual, version: 7 })).headers['location']).toBe('/policies/order-policy/usual-order-policy/7')
    expect((await ask('GET /policies/order-policy/usual-order-policy/7')).body.version).toBe(7)
    const wrong = await ask('POST /policies', { ...usual, version: '3', breaches: { 'over-limit': 'perhaps' } })
    expect([wrong.status, issuesOf(wrong)]).toEqual([400, [['not-allowed', ['breaches', 'over-limit']]]])
    expect((await ask('GET /policies')).body.policies).toContainEqual({ kind: 'order-policy', id: 'usual-order-policy', version: '2' })
  })

  it('does not go back in time with a clock', async () => {
    const trial = await start(customerOf('A', '100.00'))
    trial.today = '2026-07-10'
    await trial.ask('POST /orders', { id: '1', customer: 'A', amount: '100.00' })
    await trial.ask('POST /orders/1/delivery')
    await trial.ask('POST /orders/1/invoice')
    trial.today = '2026-07-09'
    expect((await trial.ask('POST /orders', { id: '2', customer: 'A', amount: '0.01' })).body).toMatchObject({
      order: { status: 'held', placedOn: '2026-07-10' },
      decision: { asOf: '2026-07-10' },
    })
  })

  it('makes its tables once, and leaves alone those of a later version', async () => {
    const { database } = await start()
    await migrate(database)
    await database.write((connection) => connection.query('INSERT INTO migrations (number) VALUES (99)'))
    await expect(migrate(database)).rejects.toThrow('the database is of migration 99')
  })

  it('keeps what was decided as it was, whoever asks the database', async () => {
    const { ask, database } = await start(customerOf('A', '100.00'))
    await ask('POST /orders', { id: 'O', customer: 'A', amount: '105.00' })
    await ask('POST /orders/O/releases', { by: 'Li', role: 'sales-manager' })
    await ask('POST /orders/O/delivery')
    await ask('POST /orders/O/invoice')
    await ask('POST /payments', { customer: 'A', amount: '20.00' })
    for (const table of ['policies', 'limits', 'releases', 'decisions', 'payments', 'applications']) {
      for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET ${table === 'applications' ? 'amount' : 'moment'} = NULL`]) {
        await expect(database.write((connection) => connection.query(change))).rejects.toThrow(`what stands in ${table} is never changed`)
      }
    }
  })

  it('does all of a request or nothing, wherever it breaks', async () => {
    const sound = await start(customerOf('A', '100.00', { deposits: [{ amount: '1' }] }))
    const { database } = sound
    const requests: readonly (readonly [string, object?])[] = [
      ['POST /customers', customerOf('B', '5', { deposits: [{ amount: '1' }] })],
      ['PUT /customers/A/limit', { amount: '90.00' }],
      ['POST /orders', { id: 'O', customer: 'A', amount: '95.00' }],
      ['POST /orders/O/releases', { by: 'Li', role: 'sales-manager' }],
      ['POST /orders/O/delivery'],
      ['POST /orders/O/invoice'],
      ['POST /payments', { id: 'P', customer: 'A', amount: '95.00' }],
    ]
    let broken = 0
    for (const [line, body] of requests) {
      const before = await dump(database)
      for (let after = 0; ; after++) {
        const { status } = await createTrial(breaking(database, after)).ask(line, body, { 'idempotency-key': line.replace(' ', '') })
        if (status < 300) break
        expect([line, after, status]).toEqual([line, after, 500])
        expect(await dump(database)).toEqual(before)
        broken++
      }
    }
    expect(broken).toBeGreaterThan(60)
    expect((await sound.ask('GET /invoices/O')).body.settlement.status).toBe('paid')
  })

  it('does all or nothing for a client that went away', async () => {
    const { server, database } = await start(customerOf('A', '1000.00'))
    const address = await server.listen({ host: '127.0.0.1', port: 0 })
    const ids = Array.from({ length: 20 }, (_, index) => `O-${index}`)
    const send = async (id: string, after: number) => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id, customer: 'A', amount: '10.00' }) }
      await fetch(`${address}/orders`, { ...init, signal: AbortSignal.timeout(after) }).catch(() => undefined)
    }
    await Promise.all(ids.map((id, index) => send(id, 1 + index * 10)))
    await server.close()
    const { orders = [], decisions = [] } = await dump(database)
    expect(decisions).toHaveLength(orders.length)
    const later = createTrial(database)
    for (const id of ids) expect([200, 201]).toContain((await later.ask('POST /orders', { id, customer: 'A', amount: '10.00' })).status)
    expect((await later.ask('GET /customers/A/exposure')).body.exposure.total).toBe('200.00')
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
