import type { BusinessDayCalendar } from '@clientele/core/business-time'
import { roundingModes } from '@clientele/core/checks'
import fc from 'fast-check'
import type { DateStep, InstalmentLine, InstalmentPlan, InstalmentShare, ShareBase } from '../src/index.js'

/** A plan of these lines. */
export const planOf = (lines: readonly InstalmentLine[], others: Partial<InstalmentPlan> = {}): InstalmentPlan => ({
  kind: 'instalment-plan',
  id: 'plan',
  version: 1,
  lines,
  ...others,
})

/** Lines of these shares, all due on the invoice's date. */
export const linesOf = (...shares: readonly InstalmentShare[]): InstalmentLine[] => shares.map((share) => ({ share, due: [] }))

/** A percentage of a base. */
export const percentOf = (percent: string | number, of: ShareBase): InstalmentShare => ({ type: 'percent', percent, of })

/** A fixed amount. */
export const fixed = (amount: string | number): InstalmentShare => ({ type: 'fixed', amount })

/** What is left. */
export const rest: InstalmentShare = { type: 'rest' }

/** Monday to Friday unless told otherwise. */
export const calendarOf = (others: Partial<BusinessDayCalendar> = {}): BusinessDayCalendar => ({
  kind: 'business-calendar',
  id: 'days',
  version: '2024',
  ...others,
})

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined, freq: 2 })

/** Any step that moves a date by some years at most; those to a business day ask the calendar `any`, or none. */
export const steps: fc.Arbitrary<DateStep> = fc
  .record({
    setMonth: maybe(fc.integer({ min: 1, max: 12 })),
    addMonths: maybe(fc.integer({ min: -30, max: 30 })),
    setDay: maybe(fc.integer({ min: 1, max: 31 })),
    addWeeks: maybe(fc.integer({ min: -9, max: 9 })),
    addDays: maybe(fc.integer({ min: -99, max: 99 })),
    toEndOfMonth: maybe(fc.boolean()),
    toPayDay: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 })),
    toWeekday: maybe(fc.integer({ min: 1, max: 7 })),
    toBusinessDay: maybe(fc.constantFrom('following', 'preceding', 'modified-following')),
    calendar: fc.constantFrom('any', undefined),
  })
  .map(({ calendar, ...step }) => (step.toBusinessDay === undefined ? step : { ...step, calendar }))

/** Integers that add up to a total, each 1 or more. */
const partsOf = (total: number, most: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.integer({ min: 1, max: total - 1 }), { maxLength: most }).map((cuts) => {
    const edges = [0, ...[...cuts].sort((a, b) => a - b), total]
    return edges.slice(1).map((edge, index) => edge - (edges[index] as number))
  })

const hundredths = (parts: number): string => String(parts / 100)

/** Percentages that add up to 100. */
const wholes = partsOf(10_000, 9).map((parts) => parts.map(hundredths))
const bases = fc.constantFrom<ShareBase>('total', 'remaining', 'after-fixed', 'net-of-tax')
const fixedAmounts = fc.integer({ min: 1, max: 40_000 }).map(fixed)
const freeShares = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 4_000 }), bases).map(([percent, of]) => percentOf(hundredths(percent), of)),
  fixedAmounts,
)
const sharesWithRest = fc.array(freeShares, { maxLength: 8 }).map((shares) => [...shares, rest])
const sharesOfTotal = wholes.map((percents) => percents.map((percent) => percentOf(percent, 'total')))
const sharesAfterFixed = fc
  .tuple(wholes, fc.array(fixedAmounts, { maxLength: 4 }), fc.nat(9))
  .map(([percents, amounts, place]): InstalmentShare[] => {
    const shares = percents.map((percent) => percentOf(percent, 'after-fixed'))
    return [...shares.slice(0, place), ...amounts, ...shares.slice(place)]
  })

/** Plans with nothing wrong in them, for amounts of any currency; some amounts are too small for their fixed lines. */
export const plans: fc.Arbitrary<InstalmentPlan> = fc
  .record({
    shares: fc.oneof(sharesWithRest, sharesOfTotal, sharesAfterFixed),
    dues: fc.infiniteStream(fc.array(steps, { maxLength: 3 })),
    rounding: maybe(fc.constantFrom(...roundingModes)),
    cashStep: maybe(fc.constantFrom('1', '5', 50, '7')),
  })
  .map(({ shares, dues, rounding, cashStep }) => {
    const lines = shares.map((share) => ({ share, due: dues.next().value }))
    return planOf(lines, { rounding, cashStep })
  })
