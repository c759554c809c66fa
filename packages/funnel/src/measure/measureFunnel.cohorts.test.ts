import { describe, expect, it } from 'vitest'
import { pipeline, to, wayOf } from '../../testing/stageLogs.js'
import { type CohortOptions, type FunnelCohort, measureFunnel, type StageChange } from '../index.js'

const cohortsOf = (log: readonly StageChange[], cohorts: CohortOptions, asOf = '2025-12-31', zone = 'UTC'): readonly FunnelCohort[] =>
  measureFunnel(log, pipeline, { asOf, zone, cohorts }).cohorts as readonly FunnelCohort[]

/** The period in which a deal that entered on a date is. */
const periodOf = (date: string, cohorts: CohortOptions): unknown =>
  cohortsOf([to('a', date, 'lead')], cohorts, '9999-12-31').map(({ from, to: end }) => [from, end])

describe('measureFunnel: cohorts', () => {
  it.each<[string, CohortOptions, string, string]>([
    ['2024-02-29', { by: 'day' }, '2024-02-29', '2024-02-29'],
    // Monday to Sunday, over the end of a year too.
    ['2024-03-03', { by: 'week' }, '2024-02-26', '2024-03-03'],
    ['2024-03-04', { by: 'week' }, '2024-03-04', '2024-03-10'],
    ['2025-01-01', { by: 'week' }, '2024-12-30', '2025-01-05'],
    ['2024-02-29', { by: 'month' }, '2024-02-01', '2024-02-29'],
    ['2023-02-28', { by: 'month' }, '2023-02-01', '2023-02-28'],
    ['2024-12-31', { by: 'month' }, '2024-12-01', '2024-12-31'],
    ['2024-12-31', { by: 'quarter' }, '2024-10-01', '2024-12-31'],
    ['2025-01-01', { by: 'quarter' }, '2025-01-01', '2025-03-31'],
    ['2024-02-29', { by: 'year' }, '2024-01-01', '2024-12-31'],
    // Fiscal years from April (Japan), July (Australia) and October (the United States), and quarters that begin in their second month.
    ['2024-03-31', { by: 'year', fiscalYearStart: 4 }, '2023-04-01', '2024-03-31'],
    ['2024-04-01', { by: 'year', fiscalYearStart: 4 }, '2024-04-01', '2025-03-31'],
    ['2024-06-30', { by: 'year', fiscalYearStart: 7 }, '2023-07-01', '2024-06-30'],
    ['2024-10-01', { by: 'year', fiscalYearStart: 10 }, '2024-10-01', '2025-09-30'],
    ['2024-01-31', { by: 'quarter', fiscalYearStart: 2 }, '2023-11-01', '2024-01-31'],
    ['2024-02-29', { by: 'quarter', fiscalYearStart: 2 }, '2024-02-01', '2024-04-30'],
    ['2024-02-29', { by: 'month', fiscalYearStart: 2 }, '2024-02-01', '2024-02-29'],
    ['2024-02-29', { by: 'quarter', fiscalYearStart: 12 }, '2023-12-01', '2024-02-29'],
    // Periods end where the calendar does.
    ['0001-01-01', { by: 'year', fiscalYearStart: 4 }, '0001-01-01', '0001-03-31'],
    ['9999-12-31', { by: 'week' }, '9999-12-27', '9999-12-31'],
    ['9999-12-31', { by: 'quarter', fiscalYearStart: 12 }, '9999-12-01', '9999-12-31'],
  ])('of %s by %j are from %s to %s', (date, cohorts, from, end) => {
    expect(periodOf(date, cohorts)).toEqual([[from, end]])
  })

  const log = [
    ...wayOf('a', ['2024-01-31', 'lead'], ['2024-03-01', 'won']),
    ...wayOf('b', ['2024-01-01', 'quoted'], ['2024-01-11', 'lost']),
    ...wayOf('c', ['2024-03-15', 'lead']),
    ...wayOf('d', ['2024-03-01', 'lead'], ['2024-03-02', 'won'], ['2024-06-01', 'quoted']),
  ]

  it('tell what became of those that entered in a period, in order of time; periods without any are left out', () => {
    const [january, march, ...others] = cohortsOf(log, { by: 'month' }, '2024-06-30')
    expect(others).toEqual([])
    const eventual = { rate: 0.5, unresolved: 0, throughDays: 30 }
    expect(january).toMatchObject({ from: '2024-01-01', to: '2024-01-31', entered: 2, won: 1, lost: 1, open: 0 })
    expect(january?.conversion).toMatchObject({ ofEntered: 0.5, ofClosed: 0.5, eventual })
    expect(march).toMatchObject({ from: '2024-03-01', to: '2024-03-31', entered: 2, won: 0, lost: 0, open: 2 })
    expect(march?.conversion).toMatchObject({ ofEntered: 0, ofClosed: null, interval: null })
  })

  it('are by the dates of a zone', () => {
    const edge = [to('a', '2024-03-31T23:00:00Z', 'lead')]
    const months = (zone: string): unknown => cohortsOf(edge, { by: 'month' }, '2024-06-30', zone).map(({ from }) => from)
    expect([months('UTC'), months('Asia/Bangkok'), months('America/St_Johns')]).toEqual([['2024-03-01'], ['2024-04-01'], ['2024-03-01']])
  })

  it('are mature once their period is over and none of their deals is open, unless so much time is asked for', () => {
    const maturity = (cohorts: CohortOptions, asOf: string): unknown => cohortsOf(log, cohorts, asOf).map(({ mature }) => mature)
    const own: CohortOptions = { by: 'month' }
    // In January one is open still; then that is won; March is not over; then it has one open.
    expect(maturity(own, '2024-02-29')).toEqual([false])
    expect(maturity(own, '2024-03-14')).toEqual([true, false])
    expect(maturity(own, '2024-03-31')).toEqual([true, false])
    expect(maturity(own, '2024-06-30')).toEqual([true, false])
    // An early end of all deals does not end the period.
    expect(cohortsOf(log.slice(2, 4), own, '2024-01-30').map(({ open, mature }) => [open, mature])).toEqual([[0, false]])
    expect(cohortsOf(log.slice(2, 4), own, '2024-01-31').map(({ open, mature }) => [open, mature])).toEqual([[0, true]])
    expect(maturity({ by: 'month', matureAfter: 'P30D' }, '2024-02-29')).toEqual([false])
    expect(maturity({ by: 'month', matureAfter: 'P30D' }, '2024-03-01')).toEqual([true, false])
    // A month after the last day of January is the last day of February, whoever is open then.
    expect(maturity({ by: 'month', matureAfter: 'P1M' }, '2024-02-28')).toEqual([false])
    expect(maturity({ by: 'month', matureAfter: 'P1M' }, '2024-02-29')).toEqual([true])
    expect(maturity({ by: 'year', matureAfter: 'P1Y' }, '2025-12-30')).toEqual([false])
    expect(maturity({ by: 'year', matureAfter: 'P1Y' }, '2025-12-31')).toEqual([true])
    expect(maturity({ by: 'day', matureAfter: 'P0D' }, '2024-01-31')).toEqual([true, true])
    // The calendar ends before they are mature.
    expect(maturity({ by: 'year', matureAfter: 'P9000Y' }, '9999-12-31')).toEqual([false])
  })

  it('are told of the deals that are looked at', () => {
    const found = measureFunnel(log, pipeline, { asOf: '2024-06-30', entered: { from: '2024-01-02' }, cohorts: { by: 'month' } })
    expect(found.cohorts?.map(({ from, entered }) => [from, entered])).toEqual([
      ['2024-01-01', 1],
      ['2024-03-01', 2],
    ])
  })
})
