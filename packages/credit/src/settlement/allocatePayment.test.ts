import { Decimal } from '@clientele/core/decimal'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, creditsOf, creditTermsFor, currencies, invoicesOf, paymentsOf, randomDate, unitsOf } from '../../testing/arbitraries.js'
import { badInvoiceFields, badLists, badPaymentFields, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type AllocationOrder,
  allocatePayment,
  type CreditTerms,
  type PayableInvoice,
  type PaymentAllocation,
  parseTerms,
  settleInvoice,
} from '../index.js'

const textbook = parseTerms('2/15, 1/20, N/30')
const invoiceOf = (id: string, date: string, amount: string | number, more: Partial<PayableInvoice> = {}): PayableInvoice => ({
  id,
  date,
  amount,
  currency: 'CNY',
  ...more,
})
const paymentOf = (date: string, amount: string | number, id = 'P') => ({ id, date, amount, currency: 'CNY' })
const allocate = (
  date: string,
  amount: string | number,
  invoices: readonly PayableInvoice[],
  order: AllocationOrder = 'oldest-first',
  terms: CreditTerms | { [id: string]: CreditTerms } = textbook,
): PaymentAllocation => {
  const all = 'kind' in terms ? Object.fromEntries(invoices.map(({ id }) => [id, terms as CreditTerms])) : terms
  return allocatePayment({ payment: paymentOf(date, amount), invoices }, all, { order })
}
const shown = ({ applications, unapplied }: PaymentAllocation): string[] => [
  ...applications.map(({ invoice, amount, discount, open, status }) => `${invoice}: ${amount} + ${discount}, ${open} ${status}`),
  `${unapplied} left`,
]

describe('allocatePayment: known answers', () => {
  const march = invoiceOf('A', '2024-03-01', '10000')
  const later = invoiceOf('B', '2024-03-05', '5000')

  it("each invoice of the textbook's terms at its own discount on the day", () => {
    const reference = { kind: 'credit-terms', id: textbook.id, version: textbook.version } as const
    const allocation: PaymentAllocation = {
      payment: 'P',
      date: '2024-03-18',
      asOf: '2024-03-18',
      currency: 'CNY',
      amount: '15000.00',
      order: 'oldest-first',
      applications: [
        { invoice: 'A', terms: reference, amount: '9900.00', discount: '100.00', settles: '10000.00', open: '0.00', status: 'paid' },
        { invoice: 'B', terms: reference, amount: '4900.00', discount: '100.00', settles: '5000.00', open: '0.00', status: 'paid' },
      ],
      unapplied: '200.00',
      diagnoses: [],
      policies: [reference],
    }
    expect(allocate('2024-03-18', '15000', [later, march])).toStrictEqual(allocation)
  })

  it.each([
    ['2024-03-16', '14700', ['A: 9800.00 + 200.00, 0.00 paid', 'B: 4900.00 + 100.00, 0.00 paid', '0.00 left']],
    ['2024-03-17', '14700', ['A: 9900.00 + 100.00, 0.00 paid', 'B: 4800.00 + 0.00, 200.00 open', '0.00 left']],
    ['2024-03-22', '14700', ['A: 10000.00 + 0.00, 0.00 paid', 'B: 4700.00 + 0.00, 300.00 open', '0.00 left']],
    ['2024-04-01', '14700', ['A: 10000.00 + 0.00, 0.00 paid', 'B: 4700.00 + 0.00, 300.00 open', '0.00 left']],
    ['2024-04-05', '9999.99', ['A: 9999.99 + 0.00, 0.01 overdue', '0.00 left']],
    ['2024-02-01', '9800', ['A: 9800.00 + 200.00, 0.00 paid', '0.00 left']],
    ['2024-03-16', '0.01', ['A: 0.01 + 0.00, 9999.99 open', '0.00 left']],
  ])('on %s, %s (closed form)', (date, amount, expected) => {
    expect(shown(allocate(date, amount, [march, later]))).toEqual(expected)
  })

  it('a part payment is what the terms of its invoice say', () => {
    const proRata = { ...textbook, partialPayments: 'pro-rata' as const }
    expect(shown(allocate('2024-03-10', '4900', [march], 'given', proRata))).toEqual(['A: 4900.00 + 100.00, 5000.00 open', '0.00 left'])
    expect(shown(allocate('2024-03-10', '4900', [march], 'given'))).toEqual(['A: 4900.00 + 0.00, 5100.00 open', '0.00 left'])
  })

  it('earlier payments and credits count', () => {
    const paid = { ...march, payments: [paymentOf('2024-03-16', '800', 'P1')] }
    const credited = { ...later, credits: [{ ...paymentOf('2024-03-12', '1000', 'C'), type: 'credit-note' as const }] }
    const allocation = allocate('2024-03-16', '20000', [paid, credited])
    expect(shown(allocation)).toEqual(['A: 9000.00 + 200.00, 0.00 paid', 'B: 3920.00 + 80.00, 0.00 paid', '7080.00 left'])
    expect(allocation.diagnoses).toEqual([])
  })

  it('with a write-off, pays the least that closes the invoice', () => {
    const writtenOff = (amount: string) => ({ ...march, credits: [{ ...paymentOf('2024-03-12', amount, 'C'), type: 'write-off' as const }] })
    const proRata = { ...textbook, partialPayments: 'pro-rata' as const }
    expect(shown(allocate('2024-03-16', '20000', [writtenOff('5000')], 'given', proRata))).toEqual([
      'A: 4900.00 + 100.00, 0.00 paid',
      '15100.00 left',
    ])
    expect(shown(allocate('2024-03-16', '20000', [writtenOff('300')]))).toEqual(['A: 9700.00 + 0.00, 0.00 paid', '10300.00 left'])
    expect(shown(allocate('2024-03-16', '20000', [writtenOff('100')]))).toEqual(['A: 9800.00 + 200.00, 0.00 overpaid', '10200.00 left'])
  })

  it('a payment that is posted late finds the invoice as it is now, and the discount of its own day', () => {
    const paidSince = { ...march, payments: [paymentOf('2024-03-30', '5000', 'P2')] }
    const allocation = allocate('2024-03-16', '20000', [paidSince, { ...later, payments: [paymentOf('2024-03-25', '5000', 'P3')] }])
    // 5,000 came since, so 5,000 more close A; the 9,800 that would have earned 2 % are not asked for.
    // B was paid in full.
    expect(shown(allocation)).toEqual(['A: 5000.00 + 0.00, 0.00 paid', '15000.00 left'])
    expect(allocation.asOf).toBe('2024-03-30')
    expect(allocation.diagnoses).toEqual([
      { code: 'later-documents-counted', params: { count: 2, asOf: '2024-03-30' } },
      { code: 'already-settled', params: { invoices: ['B'] } },
    ])
    const lastCent = { ...march, payments: [paymentOf('2024-03-10', '9000', 'P1'), paymentOf('2024-03-30', '100', 'P2')] }
    expect(shown(allocate('2024-03-16', '900', [lastCent]))).toEqual(['A: 800.00 + 200.00, 0.00 overpaid', '100.00 left'])
  })

  it('an invoice that a later refund opened again is paid in full, with the discount that this brings back', () => {
    const refunded = { ...march, payments: [paymentOf('2024-03-10', '9800', 'P1'), paymentOf('2024-03-25', '-9800', 'P2')] }
    expect(shown(allocate('2024-03-25', '20000', [refunded]))).toEqual(['A: 9800.00 + 200.00, 0.00 paid', '10200.00 left'])
    expect(shown(allocate('2024-03-26', '20000', [refunded]))).toEqual(['A: 10000.00 + 0.00, 0.00 paid', '10000.00 left'])
  })

  it('posted late under pro rata in coarse cash steps, still asks for the least that closes the invoice', () => {
    const terms: CreditTerms = { ...textbook, partialPayments: 'pro-rata', cashStep: '500' }
    const paidSince = { id: 'P2', date: '2024-03-18', amount: 505, currency: 'JPY' }
    const yen = { ...invoiceOf('A', '2024-03-01', 1017), currency: 'JPY' }
    const invoices = [{ ...yen, payments: [paidSince] }]
    const payment = { ...paymentOf('2024-03-05', 1017), currency: 'JPY' }
    const [application] = allocatePayment({ payment, invoices }, { A: terms }, { order: 'given' }).applications
    expect(application).toMatchObject({ open: '0', status: 'overpaid' })
    const openAfter = (amount: number) =>
      Number(settleInvoice({ invoice: yen, payments: [paidSince, { ...payment, amount }] }, terms, { asOf: '2024-03-18' }).open)
    const closing = Array.from({ length: 1018 }, (_, amount) => amount).find((amount) => openAfter(amount) === 0)
    expect(application?.amount).toBe(String(closing))
  })

  it('posted late, closes an invoice also where a later payment loses discount by rounding', () => {
    const terms: CreditTerms = { ...parseTerms('7.5/15, 3.333/22, N/28'), partialPayments: 'pro-rata', cashStep: '0.05' }
    const invoices = [invoiceOf('A', '2024-03-01', '0.99', { payments: [paymentOf('2024-03-18', '0.94', 'P2')] })]
    // Before, 0.94 × 0.99 / 0.95 = 0.98 is settled. With 0.01 to 0.03 on the first day, 0.97 to 0.95 by the later payment: 0.01 stays open. With 0.04,
    // 0.95 is left, and 0.90 settles it.
    const openAfter = ['0.00', '0.01', '0.02', '0.03', '0.04'].map((amount) => {
      const [{ payments = [], ...invoice }] = invoices as [PayableInvoice]
      return settleInvoice({ invoice, payments: [...payments, paymentOf('2024-03-01', amount)] }, terms, { asOf: '2024-03-18' }).open
    })
    expect(openAfter).toEqual(['0.01', '0.01', '0.01', '0.01', '0.00'])
    expect(shown(allocate('2024-03-01', '1', invoices, 'given', terms))).toEqual(['A: 0.04 + 0.01, 0.00 overpaid', '0.96 left'])
  })

  it('oldest first: by date, then due date, then id', () => {
    const invoices = [
      invoiceOf('d', '2024-03-02', '1'),
      invoiceOf('b', '2024-03-01', '1'),
      invoiceOf('B', '2024-03-01', '1'),
      invoiceOf('z', '2024-03-01', '1'),
      invoiceOf('__proto__', '2024-02-01', '1'),
    ]
    const net30 = parseTerms('net 30')
    const terms = Object.fromEntries(invoices.map(({ id }) => [id, id === 'z' ? parseTerms('net 10') : net30]))
    const order = (list: readonly PayableInvoice[]) =>
      allocate('2024-03-01', '100', list, 'oldest-first', terms).applications.map(({ invoice }) => invoice)
    expect(order(invoices)).toEqual(['__proto__', 'z', 'B', 'b', 'd'])
    expect(order([...invoices].reverse())).toEqual(['__proto__', 'z', 'B', 'b', 'd'])
  })

  it('largest discount: by the money that is saved, and only where closing saves any', () => {
    const invoices = [
      invoiceOf('overdue', '2023-01-01', '100000'),
      invoiceOf('older', '2024-03-01', '1000'),
      invoiceOf('newer', '2024-03-02', '1000'),
      invoiceOf('great', '2024-03-05', '5000'),
      invoiceOf('half paid', '2024-03-06', '9000', { payments: [paymentOf('2024-03-07', '4500', 'P1')] }),
    ]
    expect(shown(allocate('2024-03-16', '15500', invoices, 'largest-discount'))).toEqual([
      'half paid: 4320.00 + 180.00, 0.00 paid',
      'great: 4900.00 + 100.00, 0.00 paid',
      'older: 980.00 + 20.00, 0.00 paid',
      'newer: 980.00 + 20.00, 0.00 paid',
      'overdue: 4320.00 + 0.00, 95680.00 overdue',
      '0.00 left',
    ])
  })

  it('as given', () => {
    expect(shown(allocate('2024-03-18', '6000', [later, march], 'given'))).toEqual([
      'B: 4900.00 + 100.00, 0.00 paid',
      'A: 1100.00 + 0.00, 8900.00 open',
      '0.00 left',
    ])
  })

  it('names the invoices that are settled, left open, or none', () => {
    const done = { ...march, id: 'done', payments: [paymentOf('2024-03-01', '9800', 'P1')] }
    const nil = invoiceOf('Nil', '2024-03-01', 0)
    const { diagnoses } = allocate('2024-03-18', '1', [done, later, nil, march])
    expect(diagnoses).toEqual([
      { code: 'already-settled', params: { invoices: ['Nil', 'done'] } },
      { code: 'left-open', params: { invoices: ['A', 'B'] } },
    ])
    const none = allocate('2024-03-18', '1', [])
    expect(none).toMatchObject({ applications: [], unapplied: '1.00', diagnoses: [{ code: 'no-invoices', params: {} }], policies: [] })
  })

  it('refuses terms of an invoice that is not there, also where none is', () => {
    const payment = paymentOf('2024-03-18', '1')
    expect(issuesOf(() => allocatePayment({ payment, invoices: [] }, { X: textbook }, { order: 'given' }))).toEqual([['unknown-key', ['terms', 'X']]])
  })

  it('names each policy once, by id and version', () => {
    const terms = { A: { ...textbook, id: 'b', version: 2 }, B: { ...textbook, id: 'b', version: '2' }, C: textbook, D: { ...textbook, id: 'a' } }
    const invoices = ['D', 'C', 'B', 'A'].map((id) => invoiceOf(id, '2024-03-01', 1))
    const { policies } = allocate('2024-03-18', '1', invoices, 'given', { ...terms, C: { ...textbook, id: 'a' } })
    expect(policies.map(({ id, version }) => [id, version])).toEqual([
      ['a', textbook.version],
      ['b', '2'],
      ['b', 2],
    ])
  })

  it('in yen and dinars, and in cash steps', () => {
    const yen = { ...invoiceOf('A', '2024-03-01', 1005), currency: 'JPY' }
    const ofYen = allocatePayment(
      { payment: { ...paymentOf('2024-03-10', 1000), currency: 'JPY' }, invoices: [yen] },
      { A: textbook },
      { order: 'given' },
    )
    expect(shown(ofYen)).toEqual(['A: 985 + 20, 0 paid', '15 left'])
    const dinars = { ...invoiceOf('A', '2024-03-01', '10.005'), currency: 'KWD' }
    const terms = { A: { ...textbook, cashStep: '0.05' } }
    const ofDinars = allocatePayment({ payment: { ...paymentOf('2024-03-10', 10), currency: 'KWD' }, invoices: [dinars] }, terms, { order: 'given' })
    expect(shown(ofDinars)).toEqual(['A: 9.800 + 0.205, 0.000 paid', '0.200 left'])
  })
})

interface RandomAllocation {
  readonly payment: ReturnType<typeof paymentOf>
  readonly invoices: readonly PayableInvoice[]
  readonly terms: { readonly [id: string]: CreditTerms }
  readonly order: AllocationOrder
  readonly digits: number
}

const orders = ['oldest-first', 'largest-discount', 'given'] as const
const allocations: fc.Arbitrary<RandomAllocation> = fc.constantFrom(...currencies).chain((currency) => {
  const [code, digits] = currency
  const payable = fc.tuple(invoicesOf(code, digits, true), creditTermsFor(digits)).chain(([invoice, terms]) => {
    const units = unitsOf(invoice.amount as string, digits)
    return fc.record({ payments: paymentsOf(units, currency, terms), credits: creditsOf(units, currency, terms) }).map(({ payments, credits }) => ({
      terms,
      invoice: { ...invoice, payments: payments.slice(0, 2), credits: credits.slice(0, 1) },
    }))
  })
  return fc
    .record({
      list: fc.uniqueArray(payable, { selector: ({ invoice }) => invoice.id, maxLength: 5 }),
      day: fc.integer({ min: -3, max: 140 }),
      eighths: fc.bigInt({ min: 0n, max: 10n }),
      more: fc.bigInt({ min: 1n, max: 2000n }),
      order: fc.constantFrom(...orders),
    })
    .map(({ list, day, eighths, more, order }) => {
      const sum = list.reduce((total, { invoice }) => total + unitsOf(invoice.amount as string, digits), 0n)
      return {
        payment: { ...paymentOf(randomDate(day), amountOf((sum * eighths) / 8n + more, digits), 'the payment'), currency: code },
        invoices: list.map(({ invoice }) => invoice),
        terms: Object.fromEntries(list.map(({ invoice, terms }) => [invoice.id, terms])),
        order,
        digits,
      }
    })
})
const allocateRandom = ({ payment, invoices, terms, order }: RandomAllocation): PaymentAllocation =>
  allocatePayment({ payment, invoices }, terms, { order })
/** Each invoice settled with its part of the payment, none where it has none. */
const settleEach = ({ payment, invoices, terms, digits }: RandomAllocation, { applications, asOf }: PaymentAllocation) =>
  invoices.map(({ payments = [], credits, ...invoice }) => {
    const application = applications.find((one) => one.invoice === invoice.id)
    const before = settleInvoice({ invoice, payments, credits }, terms[invoice.id] as CreditTerms, { asOf })
    const settleWith = (amount: bigint) => {
      const part = { ...payment, amount: amountOf(amount, digits) }
      return settleInvoice({ invoice, payments: [...payments, part], credits }, terms[invoice.id] as CreditTerms, { asOf })
    }
    return { application, before, settleWith }
  })
const isNil = (amount: string): boolean => new Decimal(amount).isZero()

describe('allocatePayment: laws', () => {
  it('what it uses and leaves adds up, and settleInvoice says the same of each invoice', () => {
    fc.assert(
      fc.property(allocations, (random) => {
        const allocation = allocateRandom(random)
        const { applications, unapplied, amount, diagnoses } = allocation
        expect(applications.reduce((sum, one) => sum.plus(one.amount), new Decimal(unapplied)).eq(amount)).toBe(true)
        const leftOpen: string[] = []
        const settled: string[] = []
        for (const { application, before, settleWith } of settleEach(random, allocation)) {
          if (isNil(before.open)) settled.push(before.invoice)
          const after = application === undefined ? before : settleWith(unitsOf(application.amount, random.digits))
          if (!isNil(after.open)) leftOpen.push(after.invoice)
          if (application === undefined) {
            expect(isNil(before.open) || isNil(unapplied)).toBe(true)
            continue
          }
          expect([application.open, application.status]).toEqual([after.open, after.status])
          expect(new Decimal(after.discountTaken).minus(before.discountTaken).eq(application.discount)).toBe(true)
          expect(new Decimal(application.amount).plus(application.discount).eq(application.settles)).toBe(true)
          expect(isNil(before.open) || isNil(application.amount)).toBe(false)
          // Nobody gets more than closes the invoice.
          const less = settleWith(unitsOf(application.amount, random.digits) - 1n)
          expect(isNil(less.open)).toBe(false)
        }
        const listed = (code: string) => diagnoses.flatMap((one) => (one.code === code && 'invoices' in one.params ? one.params.invoices : []))
        expect(listed('already-settled')).toEqual(settled.sort())
        expect(listed('left-open')).toEqual(leftOpen.sort())
        if (!isNil(unapplied)) expect(leftOpen).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('only the last that is reached stays open, in the order of the ages or of what is saved', () => {
    fc.assert(
      fc.property(allocations, (random) => {
        const allocation = allocateRandom(random)
        const { applications, order } = allocation
        for (const { open } of applications.slice(0, -1)) expect(isNil(open)).toBe(true)
        const places = applications.map(({ invoice }) => random.invoices.findIndex(({ id }) => id === invoice))
        if (order === 'given') expect(places).toEqual([...places].sort((a, b) => a - b))
        const dates = places.map((place) => (random.invoices[place] as PayableInvoice).date)
        if (order === 'oldest-first') expect(dates).toEqual([...dates].sort())
        const saved = applications.slice(0, -1).map(({ discount }) => Number(discount))
        if (order === 'largest-discount') expect(saved).toEqual([...saved].sort((a, b) => b - a))
      }),
      { numRuns: 200 },
    )
  })

  it('no order of the invoices changes anything, unless they are paid as given', () => {
    fc.assert(
      fc.property(allocations, (random) => {
        if (random.order === 'given') return
        const reversed = { ...random, invoices: [...random.invoices].reverse() }
        expect(allocateRandom(reversed)).toEqual(allocateRandom(random))
      }),
      { numRuns: 100 },
    )
  })

  it('a larger payment never leaves more open on any invoice', () => {
    fc.assert(
      fc.property(allocations, fc.bigInt({ min: 1n, max: 100_000n }), (random, more) => {
        const amount = amountOf(unitsOf(random.payment.amount as string, random.digits) + more, random.digits)
        const openOf = (allocation: PaymentAllocation) =>
          settleEach(random, allocation).map(({ application, before }) => new Decimal(application?.open ?? before.open))
        const after = openOf(allocateRandom({ ...random, payment: { ...random.payment, amount } }))
        openOf(allocateRandom(random)).forEach((open, index) => expect(after[index]?.lte(open)).toBe(true))
      }),
      { numRuns: 100 },
    )
  })

  it('is plain data of inputs that are left as they are', () => {
    fc.assert(
      fc.property(allocations, (random) => {
        const allocation = allocateRandom(deepFreeze(structuredClone(random)))
        expect(allocation).toStrictEqual(JSON.parse(JSON.stringify(allocation)))
        expect(allocation).toStrictEqual(allocateRandom(random))
      }),
      { numRuns: 100 },
    )
  })

  it('takes 2,000 invoices at once', () => {
    const invoices = Array.from({ length: 2000 }, (_, index) => invoiceOf(`I${index}`, randomDate(index % 90), '100.00'))
    for (const order of orders) {
      const { applications, unapplied } = allocate('2024-03-16', '100000', invoices, order)
      expect(applications.length).toBeGreaterThanOrEqual(1000)
      expect(unapplied).toBe('0.00')
    }
  })
})

describe('allocatePayment: bad input', () => {
  const payment = paymentOf('2024-03-18', '10')
  const credit = { ...paymentOf('2024-03-05', '1', 'C'), type: 'write-off' }
  const invoice = {
    ...invoiceOf('A', '2024-03-01', '10.00'),
    tax: '1.00',
    deliveryDate: '2024-03-02',
    payments: [paymentOf('2024-03-05', '1', 'P1')],
    credits: [credit],
  }
  const other = invoiceOf('B', '2024-03-01', '10.00')
  const whole = { payment, invoices: [invoice, other] }
  const terms = { A: textbook, B: textbook }
  const check = (allocation: unknown, map: unknown = terms, options: unknown = { order: 'given' }) =>
    issuesOf(() => allocatePayment(allocation as never, map as never, options as never))
  const withInvoice = (more: object) => ({ payment, invoices: [other, { ...invoice, ...more }] })

  it('takes what is right, payments and credits left out or undefined', () => {
    expect(check(whole)).toBe('nothing was thrown')
    expect(check(withInvoice({ payments: undefined, credits: undefined }))).toBe('nothing was thrown')
  })

  it.each(badPaymentFields.filter(([field]) => field !== 'currency'))('payment.%s %j: %s', (field, value, code) => {
    expect(check({ ...whole, payment: { ...payment, [field]: value } })).toEqual([[code, ['payment', field]]])
  })

  it.each([0, '0.00', '-0', '-10', -0.01])('payment.amount %j: not above 0', (amount) => {
    expect(check({ ...whole, payment: { ...payment, amount } })).toEqual([['not-above', ['payment', 'amount']]])
  })

  it.each([undefined, null, 'cny', 'XXX'])('payment.currency %j', (currency) => {
    expect(check({ ...whole, payment: { ...payment, currency } })).toEqual([
      [currency === undefined ? 'missing' : 'unknown-currency', ['payment', 'currency']],
    ])
  })

  it.each(badInvoiceFields.filter(([field]) => field !== 'id'))('invoices[1].%s %j: %s', (field, value, code) => {
    expect(check(withInvoice({ [field]: value }))).toEqual([[code, ['invoices', 1, field]]])
  })

  it.each([undefined, null, 7, ''])('invoices[1].id %j', (id) => {
    const code = id === undefined ? 'missing' : id === '' ? 'empty' : 'wrong-type'
    expect(check(withInvoice({ id }))).toEqual([[code, ['invoices', 1, 'id']]])
  })

  it.each(badPaymentFields)('invoices[1].payments[0].%s and credits[0].%s %j: %s', (field, value, code) => {
    expect(check(withInvoice({ payments: [{ ...payment, id: 'Q', [field]: value }] }))).toEqual([[code, ['invoices', 1, 'payments', 0, field]]])
    expect(check(withInvoice({ credits: [{ ...credit, [field]: value }] }))).toEqual([[code, ['invoices', 1, 'credits', 0, field]]])
  })

  it.each(badRecords)('%j for an argument or a part of it: %s', (value, code) => {
    expect(check(value)).toEqual([[code, ['allocation']]])
    expect(issuesOf(() => allocatePayment(whole as never, value as never, { order: 'given' }))).toEqual([[code, ['terms']]])
    expect(issuesOf(() => allocatePayment(whole as never, terms, value as never))).toEqual([[code, ['options']]])
    expect(check({ ...whole, payment: value })).toEqual([[code, ['payment']]])
    expect(check({ ...whole, invoices: [value] }, {})).toEqual([[code, ['invoices', 0]]])
    expect(check(withInvoice({ payments: [value] }))).toEqual([[code, ['invoices', 1, 'payments', 0]]])
    expect(check(withInvoice({ credits: [value] }))).toEqual([[code, ['invoices', 1, 'credits', 0]]])
    expect(check(whole, { ...terms, B: value })).toEqual([[code, ['terms', 'B']]])
  })

  it.each(badLists)('%j for a list: %s', (value, code) => {
    expect(check({ ...whole, invoices: value }, {})).toEqual([[code, ['invoices']]])
    expect(check(withInvoice({ payments: value }))).toEqual([[code, ['invoices', 1, 'payments']]])
    expect(check(withInvoice({ credits: value }))).toEqual([[code, ['invoices', 1, 'credits']]])
  })

  it.each([undefined, null, 'newest-first', 'Given', ['given']])('options.order %j', (order) => {
    expect(check(whole, terms, { order })).toEqual([[order === undefined ? 'missing' : 'not-allowed', ['options', 'order']]])
  })

  it('terms that are missing, of no invoice, or wrong', () => {
    expect(check(whole, { A: textbook, b: textbook })).toEqual([
      ['missing', ['terms', 'B']],
      ['unknown-key', ['terms', 'b']],
    ])
    expect(check(whole, { ...terms, B: { ...textbook, discounts: [{ withinDays: 31, percent: 1 }] } })).toEqual([
      ['too-large', ['terms', 'B', 'discounts', 0, 'withinDays']],
    ])
    expect(check(whole, { ...terms, B: { ...textbook, start: 'delivery-date', discountBase: 'net-of-tax', cashStep: '0.005' } })).toEqual([
      ['missing', ['invoices', 1, 'deliveryDate']],
      ['missing', ['invoices', 1, 'tax']],
      ['too-many-decimal-places', ['terms', 'B', 'cashStep']],
    ])
    expect(check(whole, Object.create(terms))).toEqual([
      ['missing', ['terms', 'A']],
      ['missing', ['terms', 'B']],
    ])
  })

  it('invoices of names that an object has by itself', () => {
    const odd = ['__proto__', 'constructor'].map((id) => ({ ...other, id }))
    expect(check({ payment, invoices: odd }, {})).toEqual([
      ['missing', ['terms', '__proto__']],
      ['missing', ['terms', 'constructor']],
    ])
    const map = JSON.parse(`{ "__proto__": ${JSON.stringify(textbook)}, "constructor": ${JSON.stringify(textbook)} }`)
    expect(check({ payment, invoices: odd }, map)).toBe('nothing was thrown')
    expect(check(whole, JSON.parse(`{ "__proto__": 1, ${JSON.stringify(terms).slice(1)}`))).toEqual([['unknown-key', ['terms', '__proto__']]])
  })

  it('invoices of the same id, of another currency, of a negative amount', () => {
    expect(check({ payment, invoices: [other, invoice, other] })).toEqual([['duplicate', ['invoices', 2, 'id']]])
    expect(check({ payment, invoices: [other, other] }, {})).toEqual([
      ['duplicate', ['invoices', 1, 'id']],
      ['missing', ['terms', 'B']],
    ])
    const yen = {
      ...invoice,
      currency: 'JPY',
      amount: 10,
      tax: 1,
      payments: [{ ...paymentOf('2024-03-05', '1', 'P1'), currency: 'JPY' }],
      credits: [],
    }
    expect(check({ payment, invoices: [other, yen] })).toEqual([['not-allowed', ['invoices', 1, 'currency']]])
    expect(check(withInvoice({ amount: '-10', tax: '-1' }))).toEqual([['too-small', ['invoices', 1, 'amount']]])
  })

  it('a payment that was posted before, told once', () => {
    const posted = { ...invoice, payments: [payment] }
    expect(check({ payment, invoices: [posted, { ...posted, id: 'B' }] })).toEqual([['already-posted', ['payment', 'id']]])
    expect(check(withInvoice({ credits: [{ ...credit, id: 'P' }] }))).toBe('nothing was thrown')
  })

  it('unknown keys, holes, duplicates among earlier payments', () => {
    expect(check({ ...whole, customer: 1 })).toEqual([['unknown-key', ['customer']]])
    expect(check({ ...whole, payment: { ...payment, note: 1 } })).toEqual([['unknown-key', ['payment', 'note']]])
    expect(check(withInvoice({ note: 1 }))).toEqual([['unknown-key', ['invoices', 1, 'note']]])
    expect(check(whole, terms, { order: 'given', asOf: 1 })).toEqual([['unknown-key', ['options', 'asOf']]])
    expect(check({ payment, invoices: Array(1) }, {})).toEqual([['missing', ['invoices', 0]]])
    expect(check({ payment }, {})).toEqual([['missing', ['invoices']]])
    const twice = [paymentOf('2024-03-05', '1', 'Q'), paymentOf('2024-03-05', '1', 'Q')]
    expect(check(withInvoice({ payments: twice }))).toEqual([['duplicate', ['invoices', 1, 'payments', 1, 'id']]])
  })

  it('the invoices, also where there are no terms', () => {
    expect(issuesOf(() => allocatePayment(withInvoice({ date: 'x' }) as never, null as never, { order: 'given' }))).toEqual([
      ['wrong-type', ['terms']],
      ['not-a-calendar-date', ['invoices', 1, 'date']],
    ])
  })

  it('everything at once', () => {
    const bad = { ...invoice, amount: '-10', currency: 'USD', payments: [{ ...payment, id: 7 }], credits: 'x' }
    expect(check({ payment: { ...payment, date: 'x' }, invoices: [bad, { ...other, id: '' }] }, { A: 1 }, {})).toEqual([
      ['not-a-calendar-date', ['payment', 'date']],
      ['out-of-range', ['invoices', 0, 'tax']],
      ['not-allowed', ['invoices', 0, 'currency']],
      ['too-small', ['invoices', 0, 'amount']],
      ['wrong-type', ['invoices', 0, 'payments', 0, 'id']],
      ['wrong-type', ['invoices', 0, 'credits']],
      ['empty', ['invoices', 1, 'id']],
      ['wrong-type', ['terms', 'A']],
      ['missing', ['options', 'order']],
    ])
  })
})
