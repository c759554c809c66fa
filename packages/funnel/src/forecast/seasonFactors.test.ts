import { formatDay, parseDay } from '@clientele/core/days'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../testing/xorshift.js'
import { forecastSales, type Pipeline, type StageChange } from '../index.js'

const pipeline: Pipeline = {
  kind: 'pipeline',
  id: 'sales',
  version: 1,
  stages: [{ id: 'quoted' }],
  won: 'won',
  lost: 'lost',
  lossReasons: [],
  skips: 'allow',
  regressions: 'allow',
}
const season = 'month-of-quarter'
const ask = (log: readonly StageChange[], asOf: string, more: object = {}) => {
  return forecastSales(log, pipeline, { asOf, periods: [], method: 'age', season, ...more })
}

/**
 * Deals that come every day of some years, each won or lost on a day with chances that are the same at any age and differ by the month of the quarter: hazard is `daily` times the factor.
 */
function simulate({ years, factors, daily = 0.02 }: { years: number; factors: readonly number[]; daily?: number }): StageChange[] {
  const random = createRandom(7)
  const first = parseDay('2020-01-01')
  const last = first + years * 365
  const log: StageChange[] = []
  for (let entered = first; entered < last; entered += 1) {
    for (let deal = 0; deal < 4; deal += 1) {
      const id = `${entered}-${deal}`
      const at = formatDay(entered) as string
      log.push({ deal: id, at, to: 'quoted', amount: 10 })
      for (let day = entered + 1; day < last; day += 1) {
        const date = formatDay(day) as string
        const factor = factors[(Number(date.slice(5, 7)) - 1) % 3] as number
        const chance = random()
        if (chance >= daily * factor + daily) continue
        log.push({ deal: id, at: date, to: chance < daily * factor ? 'won' : 'lost' })
        break
      }
    }
  }
  return log
}

describe('seasons of forecasts', () => {
  it('finds by which factor more is won in the last month of a quarter, whatever the ages', () => {
    const found = ask(simulate({ years: 3, factors: [0.5, 1, 1.5] }), '2022-12-31').seasonFactors
    expect(found?.map(({ month }) => month)).toEqual([1, 2, 3])
    // To each other: shares of one level, up to chance (about 1,400 deals a month, and 20 of the prior).
    const [one, two, three] = (found ?? []).map(({ won }) => won) as [number, number, number]
    expect(Math.abs(one / two - 0.5)).toBeLessThan(0.1)
    expect(Math.abs(three / two - 1.5)).toBeLessThan(0.15)
    for (const { lost } of found ?? []) expect(Math.abs(lost - 1)).toBeLessThan(0.15)
  })

  it('finds nothing where there is nothing', () => {
    const found = ask(simulate({ years: 3, factors: [1, 1, 1] }), '2022-12-31', { season: 'month-of-year' }).seasonFactors
    expect(found).toHaveLength(12)
    for (const { won, lost } of found ?? []) {
      expect(Math.abs(won - 1)).toBeLessThan(0.2)
      expect(Math.abs(lost - 1)).toBeLessThan(0.2)
    }
  })

  it('brings what is won forward and back, and leaves how much it is about as it was', () => {
    const log = simulate({ years: 3, factors: [0.5, 1, 1.5] })
    const periods = ['01', '02', '03'].map((month) => ({ from: `2023-${month}-01`, to: `2023-${month}-28` }))
    const plain = ask(log, '2022-12-30', { season: 'none', newDeals: 'history', periods }).periods.map(({ expected }) => Number(expected))
    const found = ask(log, '2022-12-30', { newDeals: 'history', periods }).periods.map(({ expected }) => Number(expected))
    expect((found[0] as number) / (plain[0] as number)).toBeLessThan(0.75)
    expect((found[2] as number) / (plain[2] as number)).toBeGreaterThan(1.15)
    const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
    expect(Math.abs(total(found) / total(plain) - 1)).toBeLessThan(0.1)
  })

  it('needs every month of it as a whole since the first deal was decided', () => {
    const log: StageChange[] = [
      { deal: 1, at: '2024-01-15', to: 'quoted' },
      { deal: 1, at: '2024-02-01', to: 'won' },
      { deal: 2, at: '2024-01-15', to: 'quoted' },
      { deal: 2, at: '2024-03-10', to: 'lost' },
    ]
    expect(ask(log, '2024-04-29')).toMatchObject({ seasonFactors: null, diagnoses: [{ code: 'no-history-of-season', params: { count: 2 } }] })
    expect(ask(log, '2024-04-30').seasonFactors).toHaveLength(3)
    const later = log.map((change) => ({ ...change, at: change.at === '2024-02-01' ? '2024-02-02' : change.at }))
    expect(ask(later, '2024-04-30').seasonFactors).toBeNull()
    expect(ask(later, '2024-05-31').seasonFactors).toHaveLength(3)
    expect(ask(log, '2025-01-30', { season: 'month-of-year' }).seasonFactors).toBeNull()
    expect(ask(log, '2025-01-31', { season: 'month-of-year' }).seasonFactors).toHaveLength(12)
    expect(ask([], '2024-04-30')).toMatchObject({ seasonFactors: null, diagnoses: [{ params: { count: 0 } }] })
  })

  it('of a few deals says little: twenty of the usual kind are added to each month', () => {
    const log: StageChange[] = [
      { deal: 1, at: '2024-02-01', to: 'quoted' },
      { deal: 1, at: '2024-02-01', to: 'won' },
      { deal: 2, at: '2024-03-10', to: 'quoted' },
      { deal: 2, at: '2024-03-10', to: 'lost' },
    ]
    // Each of both deals was to be won and to be lost with a half on its day. February (2nd): 1 won of ½ expected; March (3rd): 0 of ½; January none.
    expect(ask(log, '2024-04-30').seasonFactors).toEqual([
      { month: 1, won: 1, lost: 1 },
      { month: 2, won: 21 / 20.5, lost: 20 / 20.5 },
      { month: 3, won: 20 / 20.5, lost: 21 / 20.5 },
    ])
  })

  it('never wins more than all that are open', () => {
    const log = Array.from({ length: 400 }, (_, deal): StageChange[] => {
      // All that come in the first month of a quarter are won after a day, all of the others lost after two.
      const day = parseDay('2023-01-01') + deal
      const date = formatDay(day) as string
      const wins = (Number(date.slice(5, 7)) - 1) % 3 === 0
      return [
        { deal, at: date, to: 'quoted', amount: 1 },
        { deal, at: formatDay(day + (wins ? 1 : 2)) as string, to: wins ? 'won' : 'lost' },
      ]
    }).flat()
    const asOf = formatDay(parseDay('2023-01-01') + 401) as string
    const open = { deal: 'open', at: asOf, to: 'quoted', amount: 100 }
    const { periods } = ask([...log, open], asOf, { periods: [{ from: asOf, to: '2024-12-31' }] })
    expect(Number(periods[0]?.expected)).toBeLessThanOrEqual(100)
    expect(Number(periods[0]?.expected)).toBeGreaterThan(0)
  })
})
