import fc from 'fast-check'
import type {
  AgeingScheme,
  DunningCase,
  DunningScheme,
  InterestRate,
  OpenItem,
  ProvisionMatrix,
  RollRateCase,
  SentLetter,
  SplitCase,
} from '../src/index.js'
import { moneyText } from '../src/money/moneyText.js'
import { currencies, randomDate } from './arbitraries.js'

const names = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '客户') },
)
const versions = fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.integer())
const titles = fc.constantFrom('a title', { en: 'a title', 'zh-CN': '标题' })
const dates = fc.nat(400).map(randomDate)
const percents = fc.constantFrom<string | number>(0, '0.5', 2, '8.50', '13.25', '100')

const amountsOf = (digits: number): fc.Arbitrary<string> => fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }).map((units) => moneyText(units, digits))

/** Open items of any currency and sign, some with applications. */
export const openItems: fc.Arbitrary<OpenItem> = fc.constantFrom(...currencies).chain(([currency, digits]) =>
  fc.record<OpenItem>(
    {
      id: names,
      customer: names,
      date: dates,
      due: dates,
      amount: amountsOf(digits),
      currency: fc.constant(currency),
      disputed: fc.boolean(),
      blocked: fc.boolean(),
      applications: fc.array(
        fc.record(
          {
            date: dates,
            type: fc.constantFrom('payment' as const, 'discount' as const, 'credit-note' as const, 'write-off' as const),
            settles: amountsOf(digits),
            payment: names,
            amount: amountsOf(digits),
          },
          { requiredKeys: ['date', 'type', 'settles'] },
        ),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['id', 'customer', 'date', 'due', 'amount', 'currency'] },
  ),
)

/** Open items with instalments: one, or one of nothing beside it. */
export const splitCases: fc.Arbitrary<SplitCase> = fc.tuple(openItems, fc.boolean(), dates).map(([item, isTwo, date]) => ({
  item,
  instalments: [{ line: 2, date, amount: item.amount }, ...(isTwo ? [{ line: 1, date: item.due, amount: 0, dates: [item.due] }] : [])],
}))

/** So many integers that rise from at least `least`. */
const rising = (length: number, least: number, step: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: step }), { minLength: length, maxLength: length }).map((steps) => {
    let sum = least - 1
    return steps.map((one) => {
      sum += one
      return sum
    })
  })

/** Ageing schemes of any kind and boundary. */
export const ageingSchemes: fc.Arbitrary<AgeingScheme> = fc.nat(4).chain((length) =>
  fc
    .record(
      {
        version: versions,
        title: titles,
        by: fc.constantFrom('due-date' as const, 'invoice-date' as const),
        boundary: fc.constantFrom('at-or-below' as const, 'below' as const),
        ends: rising(length, 2, 40),
      },
      { requiredKeys: ['version', 'by', 'ends'] },
    )
    .map(({ ends, ...scheme }) => ({
      kind: 'ageing-scheme',
      id: 'random',
      ...scheme,
      buckets: [...ends, null].map((upToDays, index) => ({ id: `bucket ${index}`, upToDays })),
    })),
)

/** Interest rates of one to four steps. */
export const interestRates: fc.Arbitrary<InterestRate> = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc
    .record(
      {
        version: versions,
        title: titles,
        stepsApply: fc.constantFrom('each-day' as const, 'first-day' as const),
        days: rising(length, 0, 200),
        percents: fc.array(percents, { minLength: length, maxLength: length }),
        daysInYear: fc.constantFrom(365 as const, 360 as const, 'actual' as const),
        rounding: fc.constantFrom('total' as const, 'span' as const, 'day' as const),
      },
      { requiredKeys: ['version', 'days', 'percents', 'daysInYear'] },
    )
    .map(({ days, percents: list, ...rate }) => ({
      kind: 'interest-rate',
      id: 'random rate',
      ...rate,
      steps: days.map((day, index) => ({ from: randomDate(day), percent: list[index] as string | number })),
    })),
)

const charges = fc.oneof(fc.constantFrom<string | number>(0, '10', 40), fc.constant({ CNY: '12.50', JPY: 300, KWD: '1.250' }))

/** Dunning schemes of one to four levels, whose fees suit any currency. */
export const dunningSchemes: fc.Arbitrary<DunningScheme> = fc.integer({ min: 1, max: 4 }).chain((length) =>
  fc
    .record(
      {
        version: versions,
        title: titles,
        levels: fc.tuple(
          rising(length, 1, 2),
          rising(length, 1, 30),
          fc.array(
            fc.record(
              { letter: names, minimumInterval: fc.constantFrom('P0D', 'P10D', 'P2W', 'P1M'), feeAmount: charges, block: fc.boolean() },
              { requiredKeys: ['letter'] },
            ),
            { minLength: length, maxLength: length },
          ),
        ),
        minimumAmount: charges,
        skipDisputed: fc.boolean(),
        interest: interestRates,
      },
      { requiredKeys: ['version', 'levels'] },
    )
    .map(({ levels: [levels, days, others], ...scheme }) => ({
      kind: 'dunning-scheme',
      id: 'random scheme',
      ...scheme,
      levels: others.map((level, index) => ({ ...level, level: levels[index] as number, afterDays: days[index] as number })),
    })),
)

export const sentLetters: fc.Arbitrary<SentLetter> = fc.record({ item: names, level: fc.integer({ min: 1, max: 9 }), sentOn: dates })

/** Items of different ids, and letters for some of them. */
export const dunningCases: fc.Arbitrary<DunningCase> = fc.record(
  { items: fc.uniqueArray(openItems, { maxLength: 3, selector: ({ id }) => id }), history: fc.array(sentLetters, { maxLength: 2 }) },
  { requiredKeys: ['items'] },
)

/** Provision matrices with rates of both kinds. */
export const provisionMatrices: fc.Arbitrary<ProvisionMatrix> = fc
  .record({
    version: versions,
    rates: fc.array(
      fc.oneof(
        fc.record({ percent: percents }),
        fc.record(
          { lost: fc.nat(50), of: fc.integer({ min: 50, max: 90 }), rate: fc.double({ noNaN: true, noDefaultInfinity: true }) },
          { requiredKeys: ['lost', 'of'] },
        ),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ version, rates }) => ({
    kind: 'provision-matrix',
    id: 'random matrix',
    version,
    rates: rates.map((rate, index) => ({ bucket: `bucket ${index}`, ...rate })),
  }))

/** Sales of which less and less is open. */
export const rollRateCases: fc.Arbitrary<RollRateCase> = fc.integer({ min: 1, max: 5 }).chain((length) =>
  fc
    .record(
      {
        amounts: rising(length + 1, 1, 5000),
        lost: fc.constantFrom<string | number>(0, '0.5', 1),
        buckets: fc.constant(Array.from({ length: length + 1 }, (_, index) => `bucket ${index}`)),
      },
      { requiredKeys: ['amounts', 'lost'] },
    )
    .map(({ amounts, ...others }) => {
      const [sales, ...openAfter] = amounts.reverse()
      return { ...others, sales: sales as number, openAfter }
    }),
)
