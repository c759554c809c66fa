import { currencyDigits, type DecimalInput, multiplyDecimals, type RoundingMode, subtractDecimals, sumDecimals } from '@clientele/core'
import type { BusinessDayCalendar } from '@clientele/core/business-time'
import { roundingModes } from '@clientele/core/checks'
import { Decimal as DecimalJs } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { calendarOf, fixed, linesOf, percentOf, planOf, plans, rest } from '../../testing/instalmentPlans.js'
import { issuesOf } from '../../testing/issuesOf.js'
import {
  type DateStep,
  type InstalmentInvoice,
  type InstalmentPlan,
  type InstalmentShare,
  type Instalments,
  planInstalments,
  type ShareBase,
} from '../index.js'
import { mirrorRounding } from '../money/mirrorRounding.js'

const Decimal = DecimalJs.clone({ precision: 60 })
const LongDecimal = DecimalJs.clone({ precision: 1100 })
type Decimal = DecimalJs

type Others = Partial<InstalmentPlan & Pick<InstalmentInvoice, 'currency' | 'tax'>>

const amountsOf = ({ instalments }: Instalments): string[] => instalments.map(({ amount }) => amount)
const share = (amount: DecimalInput, shares: readonly InstalmentShare[], { currency = 'CNY', tax, ...others }: Others = {}): string[] =>
  amountsOf(planInstalments({ date: '2024-01-31', amount, currency, tax }, planOf(linesOf(...shares), others)))
const overshoot = (line: number): unknown => [['overshoots', ['plan', 'lines', line, 'share']]]
const of = (base: ShareBase, ...percents: readonly DecimalInput[]): InstalmentShare[] => percents.map((percent) => percentOf(percent, base))

describe('planInstalments', () => {
  it('Tryton: 1,587.35 in four lines, of the rest, of the total, fixed, and the rest', () => {
    const plan = planOf([
      { share: percentOf('25', 'remaining'), due: [{ addDays: 30 }] },
      { share: percentOf('25', 'total'), due: [{ addMonths: 1 }] },
      { share: fixed('396.84'), due: [{ addMonths: 1, addDays: 30 }] },
      { share: rest, due: [{ addMonths: 2, setDay: 15, addDays: 30 }] },
    ])
    expect(planInstalments({ date: '2011-10-01', amount: '1587.35', currency: 'EUR' }, plan)).toEqual({
      amount: '1587.35',
      currency: 'EUR',
      date: '2011-10-01',
      instalments: [
        { line: 1, date: '2011-10-31', amount: '396.84', dates: ['2011-10-31'] },
        { line: 2, date: '2011-11-01', amount: '396.84', dates: ['2011-11-01'] },
        { line: 3, date: '2011-12-01', amount: '396.84', dates: ['2011-12-01'] },
        { line: 4, date: '2012-01-14', amount: '396.83', dates: ['2012-01-14'] },
      ],
      diagnoses: [],
      policies: [{ kind: 'instalment-plan', id: 'plan', version: 1 }],
    })
  })

  it.each([
    ['CNY', '100.00', ['33.33', '33.33', '33.34']],
    ['JPY', '100', ['33', '33', '34']],
    ['KWD', '100.000', ['33.333', '33.333', '33.334']],
  ])('Tryton: thirds of %s %s, the last line takes the rest', (currency, amount, parts) => {
    expect(share(amount, [...of('total', '33.333333', '33.333333'), rest], { currency })).toEqual(parts)
  })

  it.each([
    ['after-fixed', ['400.00', '198.00', '198.00', '204.00']],
    ['remaining', ['400.00', '198.00', '132.66', '269.34']],
  ] as const)('OCA#924: 1,000 as fixed 400, 33 %% and 33 %% of %s, and the rest', (base, parts) => {
    expect(share('1000', [fixed('400'), ...of(base, '33', '33'), rest])).toEqual(parts)
  })

  it('OCA#924: 1,000 as fixed 400, 33 % and 33 % of the total would leave −60', () => {
    expect(issuesOf(() => share('1000', [fixed('400'), ...of('total', '33', '33'), rest]))).toEqual(overshoot(2))
  })

  it('Odoo: 70 %, fixed 200 and the rest of 1,000', () => {
    expect(share('1000', [percentOf(70, 'total'), fixed(200), rest])).toEqual(['700.00', '200.00', '100.00'])
  })

  it('fixed 500 on 100, where Odoo goes negative and Tryton fails: says which line, what is left and what it asks for', () => {
    expect(issuesOf(() => share('100', [fixed(500), rest]))).toEqual(overshoot(0))
    expect(() => share('-100', [percentOf(1, 'total'), fixed(500), rest])).toThrow(
      'plan.lines[1].share must not ask for more than the lines before leave: -99.00 is left, and it asks for -500.00',
    )
  })
})

describe('the amounts', () => {
  const step = { cashStep: '0.05' }

  it.each<[string, DecimalInput, InstalmentShare[], Others, string[]]>([
    ['one line that takes the rest', '99.99', [rest], {}, ['99.99']],
    ['one line of 100 %', '99.99', of('total', 100), {}, ['99.99']],
    ['nothing left for the rest', '100', [...of('total', 60), ...of('remaining', 100), rest], {}, ['60.00', '40.00', '0.00']],
    ['a fixed amount is known before its line', '1000', [...of('after-fixed', 50), fixed(200), rest], {}, ['400.00', '200.00', '400.00']],
    ['without tax', '1190', [...of('net-of-tax', 50), rest], { tax: '190' }, ['500.00', '690.00']],
    ['without a tax of nil', '1190', [...of('net-of-tax', 50), rest], { tax: 0 }, ['595.00', '595.00']],
    ['half-up', '0.05', [...of('total', 50), rest], {}, ['0.03', '0.02']],
    ['half-even', '0.05', [...of('total', 50), rest], { rounding: 'half-even' }, ['0.02', '0.03']],
    ['in steps, but for the rest', '13.38', [...of('total', 25), fixed('1.03'), rest], step, ['3.35', '1.05', '8.98']],
    ['to the currency, then to the step', '0.10', [...of('total', '9.5'), rest], { cashStep: '0.02' }, ['0.02', '0.08']],
    ['down to a step of nothing', '0.99', [fixed('0.04'), rest], { ...step, rounding: 'down' }, ['0.00', '0.99']],
    ['shared by largest remainder, the first wins', '0.05', of('total', 50, 50), {}, ['0.03', '0.02']],
    ['shared by largest remainder', '100', of('total', '33.33', '33.33', '33.34'), { currency: 'JPY' }, ['33', '33', '34']],
    ['shared in steps', '10', of('total', '33.33', '33.33', '33.34'), step, ['3.35', '3.30', '3.35']],
    ['shared in steps, less than a step goes to the last', '10.02', of('total', '33.33', '33.33', '33.34'), step, ['3.35', '3.30', '3.37']],
    ['less than a step to share', '0.04', of('total', 50, 50), step, ['0.00', '0.04']],
    [
      'what a fixed amount leaves is shared',
      '1000.01',
      [...of('after-fixed', 50), fixed(100), ...of('after-fixed', 50)],
      {},
      ['450.01', '100.00', '450.00'],
    ],
    ['a step less than which is left, not by a fixed last line', '9.03', [...of('after-fixed', 50, 50), fixed(1)], step, ['4.00', '4.03', '1.00']],
    ['a fixed amount leaves nothing', '100', [fixed(100), ...of('after-fixed', 50, 50)], {}, ['100.00', '0.00', '0.00']],
    ['nothing, whatever is fixed', 0, [fixed(500), ...of('remaining', 10), rest], {}, ['0.00', '0.00', '0.00']],
    ['nothing, shared', '-0', [fixed(500), ...of('after-fixed', 30, 70)], { currency: 'KWD' }, ['0.000', '0.000', '0.000']],
    ['a credit note', '-1000', [fixed(400), ...of('remaining', 33), rest], {}, ['-400.00', '-198.00', '-402.00']],
    ['a credit note, ceiling', '-0.05', [...of('total', 50), rest], { rounding: 'ceiling' }, ['-0.02', '-0.03']],
    ['a credit note, shared', '-0.05', of('total', 50, 50), {}, ['-0.03', '-0.02']],
    ['a credit note, its tax too', '-1190', [...of('net-of-tax', 50), rest], { tax: '-190' }, ['-500.00', '-690.00']],
  ])('%s', (_, amount, shares, others, parts) => expect(share(amount, shares, others)).toEqual(parts))

  it.each<[string, DecimalInput, InstalmentShare[], Others, number]>([
    ['percentages of more than 100', '100', [...of('total', 60, 60), rest], {}, 1],
    ['a percentage of the total after others', '100', [...of('remaining', 50), ...of('total', 51), rest], {}, 1],
    ['rounding up to the step', '13.38', [...of('remaining', 100), rest], step, 0],
    ['rounding a fixed amount up to the step', '0.98', [fixed('0.98'), rest], step, 0],
    ['fixed amounts beside what they leave', '100', [...of('after-fixed', 50), fixed(150), ...of('after-fixed', 50)], {}, 1],
    ['fixed amounts that leave less than nothing to percentages', '100', [...of('after-fixed', 100, 100), fixed(60), fixed(60), rest], {}, 3],
    ['one unit', '0.01', [fixed('0.01'), fixed('0.01'), rest], {}, 1],
    ['a credit note', '-100', [fixed(60), fixed(60), rest], {}, 1],
  ])('overshoot: %s', (_, amount, shares, others, line) => expect(issuesOf(() => share(amount, shares, others))).toEqual(overshoot(line)))

  it('are exact with 500 digits on either side', () => {
    const digits = '9876543210'.repeat(50)
    const percent = `33.${'3'.repeat(500)}`
    const [first, second, last] = share(`${digits}.99`, [...of('total', percent), ...of('remaining', percent), rest]) as [string, string, string]
    const total = new LongDecimal(`${digits}.99`)
    expect(first).toBe(total.times(percent).div(100).toFixed(2))
    expect(second).toBe(total.minus(first).times(percent).div(100).toFixed(2))
    expect(sumDecimals([first, second, last])).toBe(`${digits}.99`)
    const halves = share(`${digits}.99`, of('total', `49.${'9'.repeat(499)}8`, `50.${'0'.repeat(499)}2`))
    expect(sumDecimals(halves)).toBe(`${digits}.99`)
    expect(subtractDecimals(halves[1] as string, halves[0] as string)).toBe('0.03')
  })

  it('of 1,000 lines add up, shared or with a rest', () => {
    const tenth = Array.from({ length: 1000 }, () => percentOf('0.1', 'total'))
    const shared = share('99.99', tenth)
    expect(shared.filter((amount) => amount === '0.10')).toHaveLength(999)
    expect(shared[999]).toBe('0.09')
    expect(share('99.49', [...tenth.slice(0, 994), rest]).at(-1)).toBe('0.09')
    expect(issuesOf(() => share('99.49', [...tenth, rest]))).toEqual(overshoot(994))
  })
})

const modes: { readonly [Mode in RoundingMode]: DecimalJs.Rounding } = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  'half-up': 4,
  'half-down': 5,
  'half-even': 6,
}

/** The amounts by plain decimals of any sign, or the line that overshoots. */
function reference(amount: string, tax: string, digits: number, { lines, rounding = 'half-up', cashStep }: InstalmentPlan): string[] | number {
  const total = new Decimal(amount)
  const sign = total.isNegative() ? -1 : 1
  const cash = new Decimal(cashStep ?? new Decimal(10).pow(-digits))
  const round = (value: Decimal): Decimal => value.toDecimalPlaces(digits, modes[rounding]).div(cash).toDecimalPlaces(0, modes[rounding]).times(cash)
  const shares = lines.map((line) => line.share)
  const fixedParts = shares.map((one) => (one.type === 'fixed' && !total.isZero() ? round(new Decimal(one.amount).times(sign)) : new Decimal(0)))
  const left = total.minus(Decimal.sum(...fixedParts))
  const afterFixed = left.times(sign).isPositive() ? left : new Decimal(0)
  const shared = shares.some(({ type }) => type === 'rest') ? undefined : shareOut(afterFixed.abs(), cash, shares)
  const parts: Decimal[] = []
  for (const [index, one] of shares.entries()) {
    const remaining = total.minus(Decimal.sum(0, ...parts))
    const bases = { total, remaining, 'after-fixed': afterFixed, 'net-of-tax': total.minus(tax) }
    const part =
      one.type === 'rest'
        ? remaining
        : one.type === 'fixed'
          ? (fixedParts[index] as Decimal)
          : (shared?.[index]?.times(sign) ?? round(bases[one.of].times(one.percent).div(100)))
    if (remaining.minus(part).times(sign).lt(0)) return index
    parts.push(part)
  }
  return parts.map((part) => (part.isZero() ? new Decimal(0) : part).toFixed(digits))
}

/** Gives one step after the other to whoever lacks most. */
function shareOut(amount: Decimal, cash: Decimal, shares: readonly InstalmentShare[]): Decimal[] {
  const steps = amount.div(cash).floor()
  const quotas = shares.map((one) => (one.type === 'percent' ? steps.times(one.percent).div(100) : new Decimal(0)))
  const given = quotas.map((quota) => quota.floor())
  for (let left = steps.minus(Decimal.sum(...given)); left.gt(0); left = left.minus(1)) {
    const lacks = quotas.map((quota, index) => quota.minus(given[index] as Decimal))
    const most = lacks.findIndex((lack) => lack.eq(Decimal.max(...lacks)))
    given[most] = (given[most] as Decimal).plus(1)
  }
  const last = shares.map(({ type }) => type).lastIndexOf('percent')
  return given.map((count, index) => (index === last ? count.times(cash).plus(amount.minus(steps.times(cash))) : count.times(cash)))
}

/** A plan, and an invoice of a currency of 0, 2, 3 or 4 digits that it may be for. */
const cases = fc
  .tuple(
    plans,
    fc.constantFrom('JPY', 'CNY', 'KWD', 'CLF'),
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -99_999_999, max: 99_999_999 })),
    fc.nat(100),
  )
  .map(([plan, currency, units, taxPercent]) => {
    const digits = currencyDigits(currency)
    const unit = multiplyDecimals(1, `1e-${digits}`)
    const tax = multiplyDecimals(Math.trunc((units / 100) * taxPercent) + 0, unit)
    // Fixed amounts as fine as the currency, and as great as its amounts.
    const lines = plan.lines.map((line) =>
      line.share.type === 'fixed' ? { ...line, share: fixed(multiplyDecimals(line.share.amount, multiplyDecimals(333, unit))) } : line,
    )
    return { invoice: { date: '2024-02-29', amount: multiplyDecimals(units, unit), currency, tax }, plan: { ...plan, lines }, digits }
  })
const options = { calendars: { any: calendarOf({ closed: ['2024-03-01', '2024-05-01'] }) } }
const run = (invoice: InstalmentInvoice, plan: InstalmentPlan): Instalments | unknown => {
  let plans: Instalments | undefined
  const issues = issuesOf(() => {
    plans = planInstalments(invoice, plan, options)
  })
  return plans ?? issues
}

describe('laws', () => {
  it('the same amounts as plain decimals give, or the same line that overshoots', () => {
    const seen = { overshoots: 0, rests: 0, shared: 0 }
    fc.assert(
      fc.property(cases, ({ invoice, plan, digits }) => {
        const expected = reference(invoice.amount, invoice.tax, digits, plan)
        const actual = run(invoice, plan)
        if (typeof expected === 'number') expect(actual).toEqual(overshoot(expected))
        else expect(amountsOf(actual as Instalments)).toEqual(expected)
        seen[typeof expected === 'number' ? 'overshoots' : plan.lines.some((line) => line.share.type === 'rest') ? 'rests' : 'shared'] += 1
      }),
      { numRuns: 600 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(40)
  })

  it('instalments add up, none has the opposite sign, and they are plain JSON; frozen input will do', () => {
    fc.assert(
      fc.property(cases, ({ invoice, plan }) => {
        const actual = run(deepFreeze(invoice), deepFreeze(plan))
        if (Array.isArray(actual)) return
        const result = actual as Instalments
        expect(sumDecimals(amountsOf(result))).toBe(invoice.amount)
        for (const amount of amountsOf(result)) if (Number(amount) !== 0) expect(Math.sign(Number(amount))).toBe(Math.sign(Number(invoice.amount)))
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        expect(result.instalments.map(({ line }) => line)).toEqual(plan.lines.map((_, index) => index + 1))
        expect(result.instalments.map(({ dates }) => dates.length)).toEqual(plan.lines.map(({ due }) => due.length))
        for (const { date, dates } of result.instalments) expect(dates.at(-1) ?? invoice.date).toBe(date)
      }),
    )
  })

  it('the opposite amount gives the opposite instalments, rounded the mirrored way', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...roundingModes), ({ invoice, plan }, rounding) => {
        const opposite = { ...invoice, amount: subtractDecimals(0, invoice.amount), tax: subtractDecimals(0, invoice.tax) }
        const one = run(invoice, { ...plan, rounding })
        const other = run(opposite, { ...plan, rounding: mirrorRounding(rounding) })
        if (Array.isArray(one)) expect(other).toEqual(one)
        else expect(amountsOf(other as Instalments).map(Number)).toEqual(amountsOf(one as Instalments).map((amount) => 0 - Number(amount)))
      }),
    )
  })

  it('all lines but the rest, or the last that shares, are whole steps', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('5', '7', '50'), ({ invoice, plan }, cashStep) => {
        const actual = run(invoice, { ...plan, cashStep })
        if (Array.isArray(actual)) return
        const free = plan.lines.map((line) => line.share.type !== 'fixed').lastIndexOf(true)
        amountsOf(actual as Instalments).forEach((amount, index) => {
          if (index !== free) expect(new Decimal(amount).mod(cashStep).isZero()).toBe(true)
        })
      }),
    )
  })
})

describe('diagnoses and policies', () => {
  const dated = (...dues: readonly (readonly DateStep[])[]): InstalmentPlan => {
    const lines = dues.map((due) => ({ share: percentOf(1, 'total'), due }))
    return planOf([...lines, { share: rest, due: [{ addDays: 90 }] }])
  }
  const invoice = { date: '2024-01-31', amount: 100, currency: 'CNY' }

  it('says nothing of a line that is due on the date of the invoice, or of the line before', () => {
    expect(planInstalments(invoice, dated([], [{ addDays: 0 }], [{ addDays: 1 }])).diagnoses).toEqual([])
  })

  it('says which lines are due before the invoice, and before the line before', () => {
    const { diagnoses } = planInstalments(invoice, dated([{ addDays: -1 }], [{ addDays: 5 }], [{ addDays: 5 }], [{ addDays: 4 }], [{ setDay: 1 }]))
    expect(diagnoses).toEqual([
      { code: 'due-before-invoice', params: { line: 1, date: '2024-01-30' } },
      { code: 'dates-fall', params: { line: 4, date: '2024-02-04', before: '2024-02-05' } },
      { code: 'due-before-invoice', params: { line: 5, date: '2024-01-01' } },
      { code: 'dates-fall', params: { line: 5, date: '2024-01-01', before: '2024-02-04' } },
    ])
  })

  it('names the plan and each calendar that was asked, once', () => {
    const to = (calendar?: string): DateStep => ({ toBusinessDay: 'following', calendar })
    const calendars = {
      b: calendarOf({ id: 'bank', version: 7 }),
      a: calendarOf({ id: 'fair', version: -0 }),
      same: calendarOf({ id: 'bank', version: 7 }),
      unused: calendarOf({ id: 'unused' }),
      ...JSON.parse(`{ "__proto__": ${JSON.stringify(calendarOf({ closed: ['2024-01-31'] }))} }`),
      none: undefined,
    }
    const plan = dated([to(), to('b')], [to('a'), to('b')], [to('same')])
    const names = [
      { kind: 'instalment-plan', id: 'plan', version: 1 },
      { kind: 'business-calendar', id: 'bank', version: 7 },
      { kind: 'business-calendar', id: 'fair', version: 0 },
    ]
    expect(planInstalments(invoice, plan, { calendars }).policies).toEqual(names)
    const own = Object.fromEntries([['constructor', calendarOf({ id: 'own' })]])
    expect(planInstalments(invoice, dated([to('constructor')]), { calendars: own }).policies[1]?.id).toBe('own')
  })

  it('a calendar may have any id', () => {
    const calendars: Record<string, BusinessDayCalendar> = JSON.parse(`{ "__proto__": ${JSON.stringify(calendarOf({ closed: ['2024-01-31'] }))} }`)
    const plan = dated([{ toBusinessDay: 'following', calendar: '__proto__' }])
    expect(planInstalments(invoice, plan, { calendars }).instalments[0]?.date).toBe('2024-02-01')
  })
})

describe('bad input', () => {
  const good = { id: 'I-1', date: '2024-01-31', amount: '100', currency: 'CNY', tax: '10', deliveryDate: '2024-02-01' }
  const plan = planOf([{ share: percentOf(50, 'net-of-tax'), due: [{ addDays: 1 }] }, ...linesOf(rest)])
  const found = (invoice: unknown, ...others: readonly unknown[]): unknown =>
    issuesOf(() => planInstalments(invoice as never, ...(others as [never])))

  it('takes all that may be left out, and undefined for it', () => {
    expect(found({ ...good, id: undefined, deliveryDate: undefined }, plan, undefined)).toBe('nothing was thrown')
    expect(found(good, planOf(linesOf(rest), { rounding: undefined, cashStep: undefined }), { calendars: undefined })).toBe('nothing was thrown')
    expect(found({ ...good, tax: undefined }, planOf(linesOf(rest)), {})).toBe('nothing was thrown')
  })

  it.each<[unknown, unknown]>([
    [undefined, [['missing', ['invoice']]]],
    [null, [['wrong-type', ['invoice']]]],
    [[good], [['wrong-type', ['invoice']]]],
    [{ ...good, id: '' }, [['empty', ['invoice', 'id']]]],
    [{ ...good, id: null }, [['wrong-type', ['invoice', 'id']]]],
    [{ ...good, date: '2024-02-30' }, [['not-a-calendar-date', ['invoice', 'date']]]],
    [{ ...good, date: undefined }, [['missing', ['invoice', 'date']]]],
    [{ ...good, deliveryDate: '2024-2-1' }, [['not-a-calendar-date', ['invoice', 'deliveryDate']]]],
    [{ ...good, amount: 'abc' }, [['not-a-decimal', ['invoice', 'amount']]]],
    [{ ...good, amount: ' 1 ' }, [['not-a-decimal', ['invoice', 'amount']]]],
    [{ ...good, amount: Number.NaN }, [['not-a-decimal', ['invoice', 'amount']]]],
    [{ ...good, amount: Number.POSITIVE_INFINITY }, [['not-a-decimal', ['invoice', 'amount']]]],
    [{ ...good, amount: '100.001' }, [['too-many-decimal-places', ['invoice', 'amount']]]],
    [{ ...good, amount: undefined }, [['missing', ['invoice', 'amount']]]],
    [{ ...good, currency: 'XYZ' }, [['unknown-currency', ['invoice', 'currency']]]],
    [{ ...good, currency: undefined }, [['missing', ['invoice', 'currency']]]],
    [{ ...good, tax: '-1' }, [['out-of-range', ['invoice', 'tax']]]],
    [{ ...good, tax: '100.01' }, [['out-of-range', ['invoice', 'tax']]]],
    [{ ...good, tax: '0x3' }, [['not-a-decimal', ['invoice', 'tax']]]],
    [{ ...good, tax: undefined }, [['missing', ['invoice', 'tax']]]],
    [{ ...good, due: '2024-02-01' }, [['unknown-key', ['invoice', 'due']]]],
    [
      Object.create(good),
      [
        ['missing', ['invoice', 'currency']],
        ['missing', ['invoice', 'date']],
        ['missing', ['invoice', 'amount']],
      ],
    ],
  ])('invoice %o', (invoice, issues) => expect(found(invoice, plan)).toEqual(issues))

  it.each<[unknown, unknown]>([
    [undefined, [['missing', ['plan']]]],
    ['plan', [['wrong-type', ['plan']]]],
    [{ ...plan, lines: [] }, [['empty', ['plan', 'lines']]]],
    [planOf(linesOf(rest), { cashStep: '0.001' }), [['too-many-decimal-places', ['plan', 'cashStep']]]],
    [planOf(linesOf(rest, rest)), [['rest-not-last', ['plan', 'lines', 0, 'share']]]],
    [planOf(linesOf(fixed('1.005'), rest)), [['too-many-decimal-places', ['plan', 'lines', 0, 'share', 'amount']]]],
    [
      planOf(linesOf(fixed('1.005'), percentOf(1, 'total'), fixed('0.001'), rest), { cashStep: '0.025' }),
      [
        ['too-many-decimal-places', ['plan', 'lines', 0, 'share', 'amount']],
        ['too-many-decimal-places', ['plan', 'lines', 2, 'share', 'amount']],
        ['too-many-decimal-places', ['plan', 'cashStep']],
      ],
    ],
  ])('plan %o', (bad, issues) => expect(found(good, bad)).toEqual(issues))

  const asking = (calendar: string): InstalmentPlan => planOf([{ share: rest, due: [{}, { toBusinessDay: 'following', calendar }] }])
  const place = ['plan', 'lines', 0, 'due', 1, 'calendar']

  it.each<[unknown, unknown, unknown]>([
    [plan, null, [['wrong-type', ['options']]]],
    [plan, [], [['wrong-type', ['options']]]],
    [plan, { calendar: {} }, [['unknown-key', ['options', 'calendar']]]],
    [plan, { calendars: null }, [['wrong-type', ['options', 'calendars']]]],
    [plan, { calendars: [calendarOf()] }, [['wrong-type', ['options', 'calendars']]]],
    [plan, { calendars: { a: null } }, [['wrong-type', ['options', 'calendars', 'a']]]],
    [plan, { calendars: { unused: calendarOf({ id: '' }) } }, [['empty', ['options', 'calendars', 'unused', 'id']]]],
    [asking('a'), {}, [['unknown-calendar', place]]],
    [asking('a'), { calendars: undefined }, [['unknown-calendar', place]]],
    [asking('a'), { calendars: { a: undefined } }, [['unknown-calendar', place]]],
    [asking('a'), { calendars: Object.create({ a: calendarOf() }) }, [['unknown-calendar', place]]],
    [asking('toString'), { calendars: { b: calendarOf() } }, [['unknown-calendar', place]]],
    [asking('a'), { calendars: { a: calendarOf({ windows: {} }) } }, [['empty', ['options', 'calendars', 'a', 'windows']]]],
  ])('plan %o with options %o', (bad, options, issues) => expect(found(good, bad, options)).toEqual(issues))

  it('names everything at once, as far as it can be told', () => {
    expect(found({ ...good, amount: 'x', tax: undefined }, { ...plan, lines: [{ share: { type: 'rest' } }] }, { calendars: 1 })).toEqual([
      ['not-a-decimal', ['invoice', 'amount']],
      ['missing', ['plan', 'lines', 0, 'due']],
      ['wrong-type', ['options', 'calendars']],
    ])
    const late: DateStep = { addMonths: 120_000 }
    const lines = [
      { share: percentOf(50, 'total'), due: [late, { toBusinessDay: 'following', calendar: 'x' }] as const },
      { share: fixed(51), due: [late] },
      { share: rest, due: [] },
    ]
    expect(found(good, planOf(lines), { calendars: { a: null } })).toEqual([
      ['wrong-type', ['options', 'calendars', 'a']],
      ['unknown-calendar', ['plan', 'lines', 0, 'due', 1, 'calendar']],
      ['out-of-range', ['plan', 'lines', 1, 'due', 0]],
      ['overshoots', ['plan', 'lines', 1, 'share']],
    ])
    expect(found('x', planOf(lines))).toEqual([
      ['wrong-type', ['invoice']],
      ['unknown-calendar', ['plan', 'lines', 0, 'due', 1, 'calendar']],
    ])
  })
})
