import { LAST_DAY } from '@clientele/core/days'
import { describe, expect, it } from 'vitest'
import { randomDate } from '../../testing/arbitraries.js'
import type { ReadItem } from '../receivables/readOpenItem.js'
import { accrueInterest } from './accrueInterest.js'
import type { PreparedRate } from './prepared.js'
import { readRate } from './prepareRate.js'

const MANY = 50
const STEP_DAYS = 30
const steps = Array.from({ length: MANY }, (_, index) => ({ from: randomDate(index * STEP_DAYS), percent: index % 2 === 0 ? '8.5' : 9 }))
const document = { kind: 'interest-rate', id: 'long', version: 1, steps, daysInYear: 365 }
const rate = readRate(document, ['rate'], []) as PreparedRate
const first = rate.firstDay
const itemDue = (due: number, amount = 36_500n): ReadItem => ({
  id: 'I',
  customer: 'C',
  currency: 'CNY',
  digits: 2,
  day: 0,
  due,
  amount,
  isDisputed: false,
  isBlocked: false,
  applications: [],
})

describe('accrueInterest', () => {
  it('finds the step of every day', () => {
    for (let day = 0; day < MANY * STEP_DAYS; day++) {
      const { spans } = accrueInterest(itemDue(first + day - 1), rate, first + day)
      expect(spans.map(({ step, days }) => [step.percent, days])).toEqual([[Math.floor(day / STEP_DAYS) % 2 === 0 ? '8.5' : '9', 1]])
    }
  })

  it('gives no interest where an application of asOf or a later day is all there is', () => {
    const item = { ...itemDue(first), applications: [{ day: first + 10, settles: 36_500n }] }
    expect(accrueInterest(item, rate, first + 10)).toEqual(accrueInterest(itemDue(first), rate, first + 10))
  })

  it('has a span for each step that follows, however long the last one lasts', () => {
    const { spans } = accrueInterest(itemDue(first + 10 * STEP_DAYS), rate, LAST_DAY)
    expect(spans).toHaveLength(MANY - 10)
    expect(spans.at(-1)).toMatchObject({ from: first + (MANY - 1) * STEP_DAYS, to: LAST_DAY })
  })
})

describe('readRate', () => {
  it('adds issues that start at the path', () => {
    const issues: Parameters<typeof readRate>[2] = []
    expect(readRate({ ...document, steps: [], extra: 1 }, ['scheme', 'interest'], issues)).toBeUndefined()
    expect(issues.map(({ path }) => path)).toEqual([
      ['scheme', 'interest', 'extra'],
      ['scheme', 'interest', 'steps'],
    ])
  })

  it('has one denominator and no two steps alike', () => {
    const written = [
      ['2024-01-01', '0.00'],
      ['2024-02-01', '8.5'],
      ['2024-03-01', 8.5],
      ['2024-04-01', '8.505'],
      ['2024-05-01', 9],
    ].map(([from, percent]) => ({ from, percent }))
    const read = readRate({ ...document, steps: written }, [], [])
    expect(read?.whole).toBe(100_000n)
    expect(read?.steps.map(({ percent, charged }) => [percent, charged])).toEqual([
      ['0', 0n],
      ['8.5', 8500n],
      ['8.505', 8505n],
      ['9', 9000n],
    ])
    expect(read).toMatchObject({ first: '2024-01-01', stepsApply: 'each-day', rounding: 'total' })
  })
})
