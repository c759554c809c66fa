import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, type TestContext } from 'vitest'
import { badDates, badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { expectedPurchases, fitBgNbd, type ModelValidation, type Sale, summarisePurchases, type ValidationOptions, validateModel } from '../index.js'

const sale: Sale = { customer: 'A', date: '2024-03-01', amount: '100' }
const good: ValidationOptions = { calibrateTo: '2024-03-31', until: '2024-06-30' }

/** Customers with the dates of their purchases. */
const book = (dates: { readonly [customer: string]: readonly string[] }): Sale[] =>
  Object.entries(dates).flatMap(([customer, list]) => list.map((date) => ({ customer, date, amount: 1 })))
const small = book({
  A: ['2024-01-01', '2024-01-20', '2024-02-05', '2024-03-15', '2024-04-10', '2024-05-11'],
  B: ['2024-01-05', '2024-02-20', '2024-04-01'],
  C: ['2024-01-07', '2024-01-09', '2024-01-15'],
  D: ['2024-01-30'],
  E: ['2024-02-02', '2024-07-01'],
  F: ['2024-02-10', '2024-06-30'],
})
const close = (actual: number, expected: number, part = 1e-9): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(part * Math.abs(expected))

describe('validateModel: CDNOW (Fader & Hardie), recomputed with scipy and mpmath', () => {
  const file = fileURLToPath(new URL('../../../../../shared/data/cdnow/CDNOW_sample.txt', import.meta.url))
  const readSample = ({ skip }: TestContext): Sale[] => {
    skip(!existsSync(file), `${file} is missing`)
    return readFileSync(file, 'utf8')
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => {
        const [, customer = '', day = '', , amount = ''] = line.trim().split(/ +/)
        return { customer, date: day.replace(/(....)(..)(..)/, '$1-$2-$3'), amount }
      })
  }

  it.for<{
    options: ValidationOptions
    horizon: number
    parameters: [r: number, alpha: number, a: number, b: number]
    customers: number
    totals: [actual: number, expected: number, error: number, naive: number, naiveError: number]
    groups: [customers: number, actual: number, expected: number][]
    newcomers?: number
    later: number
    /** Amounts of 0, counted with awk. */
    zeros: number
  }>([
    {
      options: { calibrateTo: '1997-09-30', until: '1998-06-30' },
      horizon: 39,
      parameters: [0.242594522430157, 4.4136020190135, 0.792922017225598, 2.42590677682633],
      customers: 2357,
      totals: [1882, 1653.40869794254, 0.7854542366060779, 2930.101125719733, 1.023669163267387],
      groups: [
        [1411, 334, 317.5982171477256],
        [439, 306, 229.6545851064102],
        [214, 298, 223.4447020391473],
        [100, 156, 152.0279512971425],
        [62, 157, 134.1596795586758],
        [38, 112, 100.8461436268632],
        [29, 112, 101.6172266624081],
        [64, 407, 394.0601925041673],
      ],
      later: 0,
      zeros: 8,
    },
    {
      options: { calibrateTo: '1997-12-31', until: '1998-06-30', unit: 'week' },
      horizon: 181 / 7,
      parameters: [0.248371004970719, 4.76292624318018, 0.616696248688643, 2.19847264608016],
      customers: 2357,
      totals: [1151, 1163.783686609351, 0.5168141845509822, 1800.259419365215, 0.6377694355463037],
      groups: [
        [1317, 148, 157.5212233887693],
        [437, 157, 123.0988073498245],
        [206, 151, 116.2056337028111],
        [123, 95, 109.2602253150488],
        [78, 113, 104.1359025358355],
        [58, 60, 89.91651063316669],
        [41, 55, 75.70581960805617],
        [97, 372, 387.9395640758385],
      ],
      later: 0,
      zeros: 8,
    },
    {
      options: { calibrateTo: '1997-03-15', until: '1997-06-30', unit: 'day' },
      horizon: 107,
      parameters: [0.283801551194245, 4.32978704921074 * 7, 0.342288757863466, 0.932598227549872],
      customers: 2085,
      totals: [1020, 1342.338529581051, 0.7033009250792382, 1846.230931896047, 0.97736777391259],
      groups: [
        [1713, 574, 742.4621893370206],
        [267, 199, 290.1415627981035],
        [58, 104, 126.4957805794005],
        [26, 50, 76.412572172172],
        [11, 33, 44.91916952375554],
        [6, 24, 29.81151510103039],
        [0, 0, 0],
        [4, 36, 32.09574006956829],
      ],
      newcomers: 272,
      later: 2715,
      zeros: 8,
    },
  ])(
    '$options.calibrateTo to $options.until',
    ({ options, horizon, parameters, customers, totals, groups, newcomers = 0, later, zeros }, context) => {
      const found = validateModel(readSample(context), options)
      const { fit, naive } = found
      expect([found.unit, found.horizon, found.customers, fit.customers, fit.converged]).toEqual([
        options.unit ?? 'week',
        horizon,
        customers,
        customers,
        true,
      ])
      const { r, alpha, a, b, unit } = fit.parameters
      expect(unit).toBe(found.unit)
      // What they are off by, what is expected is off by less: it is near its own maximum.
      for (const [index, value] of [r, alpha, a, b].entries()) close(value, parameters[index] as number, 1e-7)
      const [actual, expected, error, naiveExpected, naiveError] = totals
      expect(found.actual).toBe(actual)
      close(found.expected, expected, 1e-8)
      close(found.meanAbsoluteError, error, 1e-8)
      close(naive.expected, naiveExpected)
      close(naive.meanAbsoluteError, naiveError)
      expect(found.byRepeatPurchases.map((group) => [group.repeatPurchases, group.orMore, group.customers, group.actual])).toEqual(
        groups.map(([count, made], index) => [index, index === 7, count, made]),
      )
      for (const [index, [, , value]] of groups.entries()) close(found.byRepeatPurchases[index]?.expected as number, value, 1e-7)
      expect(found.diagnoses).toEqual([
        ...(newcomers === 0 ? [] : [{ code: 'customers-after-calibration', params: { count: newcomers } }]),
        ...(later === 0 ? [] : [{ code: 'transactions-after-until', params: { count: later } }]),
        { code: 'zero-amounts', params: { count: zeros } },
      ])
    },
  )

  it('is the same in days as in weeks, but for the unit', (context) => {
    const sales = readSample(context)
    const [weeks, days] = (['week', 'day'] as const).map((unit) =>
      validateModel(sales, { calibrateTo: '1997-09-30', until: '1998-06-30', unit }),
    ) as [ModelValidation, ModelValidation]
    expect([weeks.horizon, days.horizon, weeks.naive, weeks.actual]).toEqual([39, 273, days.naive, days.actual])
    close(days.expected, weeks.expected)
    close(days.meanAbsoluteError, weeks.meanAbsoluteError)
    for (const [index, { expected, ...group }] of days.byRepeatPurchases.entries()) {
      expect(weeks.byRepeatPurchases[index]).toMatchObject(group)
      close(weeks.byRepeatPurchases[index]?.expected as number, expected)
    }
    close(days.fit.parameters.alpha, 7 * weeks.fit.parameters.alpha)
  })
})

describe('validateModel: known answers', () => {
  const groupsOf = ({ byRepeatPurchases }: ModelValidation): number[][] =>
    byRepeatPurchases.map(({ repeatPurchases, customers, actual }) => [repeatPurchases, customers, actual])

  it('counts customers and what they did by how often they had bought again', () => {
    const found = validateModel(
      deepFreeze([...small, ...book({ later: ['2024-04-01', '2024-04-02'], never: ['2024-07-01'] })]),
      deepFreeze({ ...good }),
    )
    expect(Object.keys(found)).toEqual([
      'calibrateTo',
      'until',
      'unit',
      'horizon',
      'customers',
      'actual',
      'expected',
      'byRepeatPurchases',
      'meanAbsoluteError',
      'naive',
      'fit',
      'rejected',
      'diagnoses',
    ])
    expect(found).toMatchObject({ calibrateTo: '2024-03-31', until: '2024-06-30', unit: 'week', horizon: 13, customers: 6, actual: 4 })
    expect(groupsOf(found)).toEqual([
      [0, 3, 1],
      [1, 1, 1],
      [2, 1, 0],
      [3, 1, 2],
      [4, 0, 0],
      [5, 0, 0],
      [6, 0, 0],
      [7, 0, 0],
    ])
    expect(found.byRepeatPurchases.map(({ orMore }) => orMore)).toEqual([...Array(7).fill(false), true])
    expect(found.byRepeatPurchases[4]).toEqual({ repeatPurchases: 4, orMore: false, customers: 0, actual: 0, expected: 0 })
    // A: 3 in 90 days, B: 1 in 86, C: 2 in 84, of 91 days.
    const rates = [(3 * 91) / 90, 91 / 86, (2 * 91) / 84]
    close(found.naive.expected, (rates[0] as number) + (rates[1] as number) + (rates[2] as number))
    close(found.naive.meanAbsoluteError, ((rates[0] as number) - 2 + ((rates[1] as number) - 1) + (rates[2] as number) + 0 + 0 + 1) / 6)
    expect(found.diagnoses.slice(0, 2)).toEqual([
      { code: 'customers-after-calibration', params: { count: 1 } },
      { code: 'transactions-after-until', params: { count: 2 } },
    ])
  })

  it('puts a purchase on the day of calibration before it, and one on the last day within', () => {
    const found = validateModel(book({ A: ['2024-03-31', '2024-04-01'], B: ['2024-03-01', '2024-03-31', '2024-06-30', '2024-07-01'] }), good)
    expect(groupsOf(found).slice(0, 2)).toEqual([
      [0, 1, 1],
      [1, 1, 1],
    ])
    expect(found.naive.expected).toBe(91 / 30)
    expect(found.diagnoses.find(({ code }) => code === 'transactions-after-until')).toEqual({
      code: 'transactions-after-until',
      params: { count: 1 },
    })
    const next = validateModel(book({ A: ['2024-02-28', '2024-02-29', '2024-03-01'] }), {
      calibrateTo: '2024-02-29',
      until: '2024-03-01',
      unit: 'day',
    })
    expect([next.horizon, next.actual, next.naive.expected]).toEqual([1, 1, 1])
    expect(groupsOf(next)[1]).toEqual([1, 1, 1])
  })

  it('counts days, and amounts of 0, and no refunds', () => {
    const sales = [
      ...book({ A: ['2024-03-01', '2024-03-08', '2024-04-01', '2024-04-01', '2024-04-02'] }),
      ...['2024-03-02', '2024-04-03', '2024-02-01'].map((date) => ({ customer: 'A', date, amount: -5 })),
      { customer: 'A', date: '2024-03-09', amount: 0 },
      { customer: 'A', date: '2024-04-09', amount: '-0.00' },
      { customer: 'B', date: '2024-03-01', amount: '-1e-1000' },
      { customer: 'B', date: '2024-05-01', amount: 9 },
      { customer: 'C', date: '2024-03-01', amount: `1${'0'.repeat(999)}` },
      { customer: 'D', date: '2024-03-01', amount: '-1' },
    ]
    const found = validateModel(sales, good)
    expect([found.customers, found.actual, found.naive.expected]).toEqual([2, 3, (2 * 91) / 30])
    expect(found.diagnoses.slice(0, 4)).toEqual([
      { code: 'customers-after-calibration', params: { count: 1 } },
      { code: 'refunds-alone', params: { customers: 1 } },
      { code: 'zero-amounts', params: { count: 2 } },
      { code: 'refunds', params: { count: 5 } },
    ])
  })

  it('tells of refunds and amounts of 0 up to the last day, and of customers who have nothing but refunds by then', () => {
    const sales = [
      ...small,
      { customer: 'refunded', date: '2024-03-01', amount: -5 },
      { customer: 'refunded', date: '2024-07-01', amount: 5 },
      { customer: 'refunded later', date: '2024-06-30', amount: -5 },
      { customer: 'refunded last', date: '2024-07-01', amount: -5 },
      { customer: 'refunded first', date: '2024-01-01', amount: -5 },
      { customer: 'refunded first', date: '2024-06-30', amount: 0 },
      { customer: 'A', date: '2024-06-30', amount: -5 },
      { customer: 'A', date: '2024-07-01', amount: 0 },
    ]
    const [found, usual] = [sales, small].map((list) => validateModel(list, good)) as [ModelValidation, ModelValidation]
    expect(found.diagnoses).toEqual([
      { code: 'customers-after-calibration', params: { count: 1 } },
      { code: 'refunds-alone', params: { customers: 2 } },
      { code: 'transactions-after-until', params: { count: 4 } },
      { code: 'zero-amounts', params: { count: 1 } },
      { code: 'refunds', params: { count: 4 } },
      ...usual.diagnoses.filter(({ code }) => code === 'fit-not-converged' || code === 'worse-than-naive'),
    ])
    expect({ ...found, diagnoses: [] }).toEqual({ ...usual, diagnoses: [] })
  })

  it('takes the first group without an upper end from 7 repeat purchases on', () => {
    const days = (count: number): string[] => Array.from({ length: count }, (_, index) => `2024-03-${String(index + 1).padStart(2, '0')}`)
    const found = validateModel(book({ A: days(7), B: days(8), C: days(9), D: [...days(31), '2024-04-01'] }), good)
    expect(groupsOf(found).slice(6)).toEqual([
      [6, 1, 0],
      [7, 3, 1],
    ])
  })

  it('says so where the rate so far does better', () => {
    const steady = book(
      Object.fromEntries([1, 2, 3, 4].map((first) => [`C-${first}`, [0, 7, 14, 21].map((day) => `2024-03-${String(first + day).padStart(2, '0')}`)])),
    )
    const goOn = steady.map((one) => ({ ...one, date: one.date.replace('-03-', '-04-') }))
    const better = validateModel([...steady, ...goOn], { calibrateTo: '2024-03-29', until: '2024-04-28' })
    const { meanAbsoluteError: model, naive } = better
    expect([better.actual, better.byRepeatPurchases[3]?.customers]).toEqual([16, 4])
    close(naive.meanAbsoluteError, 4 - (3 * 30 * (1 / 25 + 1 / 26 + 1 / 27 + 1 / 28)) / 4)
    expect(model).toBeGreaterThan(naive.meanAbsoluteError)
    expect(better.diagnoses).toEqual([
      { code: 'fit-not-converged', params: {} },
      { code: 'worse-than-naive', params: { model, naive: naive.meanAbsoluteError } },
    ])
  })

  it('does not compare the rate so far with a fit to nobody who bought again, whose expectations are a bound of the search', () => {
    const none = validateModel(book({ A: ['2024-03-01'] }), good)
    expect(none.naive).toEqual({ expected: 0, meanAbsoluteError: 0 })
    expect(none.diagnoses).toEqual([{ code: 'fit-not-converged', params: {} }])
    expect(none.meanAbsoluteError).toBeGreaterThan(0)
    expect(none.expected).toBeLessThan(0.01)
    expect(none.fit.diagnoses.map(({ code }) => code)).toContain('no-repeat-buyers')
  })

  it('takes customers whose first purchase is on the day of calibration: 0 ÷ 0 is 0', () => {
    const found = validateModel(book({ A: ['2024-03-31', '2024-04-01'], B: ['2024-03-31'] }), good)
    expect(found.naive).toEqual({ expected: 0, meanAbsoluteError: 0.5 })
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
  })

  it('takes any ids', () => {
    const ids = ['__proto__', 'constructor', 'toString', '客户']
    const sales = ids.flatMap((customer) => small.filter((one) => one.customer === 'A').map((one) => ({ ...one, customer })))
    const found = validateModel(sales, good)
    expect([found.customers, found.actual]).toEqual([4, 8])
    expect(found.byRepeatPurchases[3]).toMatchObject({ customers: 4, actual: 8 })
  })

  it('counts everything where the last day is far away, over the whole calendar', () => {
    for (const unit of ['day', 'week'] as const) {
      const found = validateModel(small, { calibrateTo: '2024-03-31', until: '9999-12-31', unit })
      expect([found.actual, found.horizon]).toEqual([5, unit === 'day' ? 2_913_083 : 2_913_083 / 7])
      expect(found.diagnoses.some(({ code }) => code === 'transactions-after-until')).toBe(false)
      expect(found.expected).toBeGreaterThan(0)
      expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
    }
  })
})

describe('validateModel: laws', () => {
  const dates = fc
    .date({ min: new Date('2024-01-20'), max: new Date('2024-03-20'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const sales = fc.array(
    fc.record({ customer: fc.constantFrom('A', 'B', 'C', '__proto__', 'constructor'), date: dates, amount: fc.constantFrom('5', '0', '0.01', '-1') }),
    { maxLength: 40 },
  )
  const cases = fc
    .record({ list: sales, days: fc.uniqueArray(dates, { minLength: 2, maxLength: 2 }), unit: fc.constantFrom('day' as const, 'week' as const) })
    .map(({ list, days, unit }) => {
      const [calibrateTo = '', until = ''] = [...days].sort()
      return { list, options: { calibrateTo, until, unit } }
    })
    .filter(({ list, options }) => list.some(({ date, amount }) => date <= options.calibrateTo && Number(amount) >= 0))

  it('is the fit, the expectations and the counts that the other verbs give, in any order of the transactions', () => {
    fc.assert(
      fc.property(cases, fc.func(fc.integer()), ({ list, options }, keyOf) => {
        const found = validateModel(deepFreeze(list), options)
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        const shuffled = list.map((one, index) => ({ one, key: keyOf(index) })).sort((a, b) => a.key - b.key)
        expect(
          validateModel(
            shuffled.map(({ one }) => one),
            options,
          ),
        ).toStrictEqual(found)

        const { calibrateTo, until, unit } = options
        const { customers } = summarisePurchases(list, { asOf: calibrateTo, unit })
        const { rejected: _, ...fit } = fitBgNbd(customers, { unit })
        expect(found.fit).toStrictEqual(fit)
        const horizon = (Date.parse(until) - Date.parse(calibrateTo)) / 86_400_000 / (unit === 'day' ? 1 : 7)
        expect([found.horizon, found.customers]).toEqual([horizon, customers.length])
        const daysOf = (customer: string): string[] => [
          ...new Set(list.filter((one) => one.customer === customer && Number(one.amount) >= 0).map(({ date }) => date)),
        ]
        const tried = customers.map((one) => ({
          x: one.repeatPurchases,
          actual: daysOf(one.customer).filter((date) => date > calibrateTo && date <= until).length,
          expected: expectedPurchases(one, fit.parameters, { horizon }),
          naive: one.age === 0 ? 0 : (one.repeatPurchases / one.age) * horizon,
        }))
        const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
        expect(found.actual).toBe(sum(tried.map(({ actual }) => actual)))
        close(found.expected, sum(tried.map(({ expected }) => expected)))
        close(found.naive.expected, sum(tried.map(({ naive }) => naive)))
        close(found.meanAbsoluteError, sum(tried.map(({ expected, actual }) => Math.abs(expected - actual))) / tried.length)
        expect(Math.abs(found.naive.meanAbsoluteError - sum(tried.map(({ naive, actual }) => Math.abs(naive - actual))) / tried.length)).toBeLessThan(
          1e-12,
        )
        for (const group of found.byRepeatPurchases) {
          const own = tried.filter(({ x }) => (group.orMore ? x >= 7 : x === group.repeatPurchases))
          expect([group.customers, group.actual]).toEqual([own.length, sum(own.map(({ actual }) => actual))])
          close(group.expected, sum(own.map(({ expected }) => expected)))
        }
        expect(sum(found.byRepeatPurchases.map(({ expected }) => expected))).toBe(found.expected)

        const buyers = ['A', 'B', 'C', '__proto__', 'constructor'].filter((customer) => daysOf(customer).some((date) => date <= until))
        const newcomers = buyers.filter((customer) => daysOf(customer).every((date) => date > calibrateTo))
        const counts = {
          'customers-after-calibration': newcomers.length,
          'refunds-alone': new Set(list.filter(({ date, customer }) => date <= until && !buyers.includes(customer)).map(({ customer }) => customer))
            .size,
          'transactions-after-until': list.filter(({ date }) => date > until).length,
          'zero-amounts': list.filter(({ date, amount }) => date <= until && amount === '0').length,
          refunds: list.filter(({ date, amount }) => date <= until && amount === '-1').length,
          'worse-than-naive': fit.repeatBuyers > 0 && found.meanAbsoluteError > found.naive.meanAbsoluteError ? found.meanAbsoluteError : 0,
        }
        const [counted, others] = [true, false].map((has) => found.diagnoses.filter(({ params }) => Object.keys(params).length > 0 === has))
        expect(counted?.map(({ code, params }) => [code, Object.values(params)[0]])).toEqual(Object.entries(counts).filter(([, count]) => count > 0))
        expect(others?.map(({ code }) => code)).toEqual(fit.converged ? [] : ['fit-not-converged'])
      }),
      { numRuns: 40 },
    )
  })

  it('is the same whatever the amounts, with one more on a day that has one, with refunds, and in whatever currencies', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ list, options }, at) => {
        const found = validateModel(list, options)
        const index = at % list.length
        const { customer, date } = list[index] as Sale
        const doubled = list.flatMap((one, place) => (place === index ? [one, one] : [one]))
        const others = doubled.map((one) => ({ ...one, amount: Number(one.amount) * 7.5, currency: 'CNY' }))
        const refunds = [customer, 'nobody'].map((name) => ({ customer: name, date, amount: -1, currency: 'EUR' }))
        const counted = (one: ModelValidation): unknown => ({
          ...one,
          diagnoses: one.diagnoses.filter(({ code }) => code === 'customers-after-calibration' || code === 'worse-than-naive'),
        })
        expect(counted(validateModel([...others, ...refunds], options))).toStrictEqual(counted(found))
      }),
      { numRuns: 30 },
    )
  })
})

describe('validateModel: what is wrong', () => {
  const found = (options: unknown): unknown => issuesOf(() => validateModel([{ ...sale, customer: '' }], options as never))

  it.each(badRecords)('options %o', (options, code) => expect(found(options)).toEqual([[code, ['options']]]))

  it.each(['calibrateTo', 'until'])('%s', (field) => {
    for (const [value, code] of badDates) expect(found({ ...good, [field]: value })).toEqual([[code, ['options', field]]])
  })

  it.each<[object, unknown]>([
    [{ until: '2024-03-31' }, [['not-above', ['options', 'until']]]],
    [{ until: '2024-03-30' }, [['not-above', ['options', 'until']]]],
    [{ unit: 'month' }, [['not-allowed', ['options', 'unit']]]],
    [{ unit: null }, [['not-allowed', ['options', 'unit']]]],
    [{ invalid: 'skip' }, [['not-allowed', ['options', 'invalid']]]],
    [
      { asOf: '2024-03-31', until: '2024-02-01', unit: 'x', invalid: 1 },
      [
        ['unknown-key', ['options', 'asOf']],
        ['not-allowed', ['options', 'invalid']],
        ['not-allowed', ['options', 'unit']],
        ['not-above', ['options', 'until']],
      ],
    ],
    [
      { calibrateTo: 'x', until: 'y' },
      [
        ['not-a-calendar-date', ['options', 'calibrateTo']],
        ['not-a-calendar-date', ['options', 'until']],
      ],
    ],
  ])('options %o, told before the transactions', (options, issues) => expect(found({ ...good, ...options })).toEqual(issues))

  it('reads own options alone, and takes what is undefined for left out', () => {
    expect(found(Object.create(good))).toEqual([
      ['missing', ['options', 'calibrateTo']],
      ['missing', ['options', 'until']],
    ])
    expect(validateModel(small, { ...good, unit: undefined, invalid: undefined })).toEqual(validateModel(small, good))
  })

  it.each<readonly [unknown, string]>([[undefined, 'missing'], ...badLists])('transactions %o', (transactions, code) => {
    for (const invalid of ['throw', 'collect'] as const)
      expect(issuesOf(() => validateModel(transactions as never, { ...good, invalid }))).toEqual([[code, ['transactions']]])
  })

  it.each<[string, unknown, string]>([
    ...badTexts.map(([value, code]) => ['customer', value, code] as [string, unknown, string]),
    ...badDates.map(([value, code]) => ['date', value, code] as [string, unknown, string]),
    ['amount', undefined, 'missing'],
    ['amount', Number.NaN, 'not-a-decimal'],
    ['amount', '0x3', 'not-a-decimal'],
    ['currency', 'cny', 'unknown-currency'],
    ['quantity', 2, 'unknown-key'],
  ])('a transaction whose %s is %o', (field, value, code) => {
    expect(issuesOf(() => validateModel([sale, { ...sale, [field]: value } as Sale], good))).toEqual([[code, ['transactions', 1, field]]])
  })

  it('bad transactions are thrown together, or collected', () => {
    const sales = [...small, { ...sale, amount: 'x', date: 'y' }, null, ...Array(1)] as Sale[]
    expect(issuesOf(() => validateModel(sales, good))).toEqual([
      ['not-a-calendar-date', ['transactions', small.length, 'date']],
      ['not-a-decimal', ['transactions', small.length, 'amount']],
      ['wrong-type', ['transactions', small.length + 1]],
      ['missing', ['transactions', small.length + 2]],
    ])
    const { rejected, diagnoses, ...others } = validateModel(sales, { ...good, invalid: 'collect' })
    expect(rejected.map(({ index, issues }) => [index, issues.length])).toEqual([
      [small.length, 2],
      [small.length + 1, 1],
      [small.length + 2, 1],
    ])
    expect(diagnoses[0]).toEqual({ code: 'rows-rejected', params: { rejected: 3, read: small.length } })
    expect(validateModel(small, good)).toEqual({ ...others, rejected: [], diagnoses: diagnoses.slice(1) })
  })

  it.each<[string, Sale[]]>([
    ['no transactions', []],
    ['none up to the day', book({ A: ['2024-04-01'] })],
    ['refunds alone', [{ ...sale, amount: -1 }]],
  ])('%s', (_, sales) => {
    for (const invalid of ['throw', 'collect'] as const)
      expect(issuesOf(() => validateModel(sales, { ...good, invalid }))).toEqual([['no-purchases', ['transactions']]])
  })

  it('says beside that there is no purchase what is wrong with the transactions that were left out', () => {
    const sales = [{ ...sale, date: 'x', amount: 'y' }, { ...sale, date: '2024-04-01' }, null] as Sale[]
    expect(issuesOf(() => validateModel(sales, { ...good, invalid: 'collect' }))).toEqual([
      ['no-purchases', ['transactions']],
      ['not-a-calendar-date', ['transactions', 0, 'date']],
      ['not-a-decimal', ['transactions', 0, 'amount']],
      ['wrong-type', ['transactions', 2]],
    ])
  })

  it('names the day up to which there is no purchase', () => {
    expect(() => validateModel([], good)).toThrow('must hold a purchase on or before 2024-03-31')
  })
})
