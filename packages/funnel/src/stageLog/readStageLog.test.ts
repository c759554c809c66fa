import { readZone, type Zone } from '@clientele/core/clocks'
import { formatDay, parseDay } from '@clientele/core/days'
import { describe, expect, it } from 'vitest'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { pipeline, to, wayOf } from '../../testing/stageLogs.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import { factsOf } from './factsOf.js'
import { type DealHistory, type ReadStageLog, readStageLog } from './readStageLog.js'

const read = readPipeline({ ...pipeline, currency: 'EUR' }, [], []) as ReadPipeline
const readLog = (log: unknown, invalid: 'throw' | 'collect' = 'throw'): ReadStageLog =>
  readStageLog(log, {
    pipeline: read,
    zone: readZone('Asia/Bangkok', [], []) as Zone,
    lastDay: parseDay('2024-12-31'),
    invalid,
  })

/** Deals, each with the days, stages and rows of its changes. */
const toldOf = ({ deals }: ReadStageLog): unknown[] =>
  deals.map(({ deal, changes }) => [deal, changes.map(({ day, code, index }) => `${formatDay(day)} ${read.names[code]} ${index}`)])
const refusedOf = ({ rejected }: ReadStageLog): unknown[] => rejected.map(({ index, id, issues }) => [index, id, codesAndPaths(issues)])

describe('readStageLog', () => {
  it('puts changes to their deals, in order, and deals in that of code units', () => {
    const log = [
      to('b', '2024-01-05', 'won'),
      to(10, '2024-01-01', 'lead'),
      to('B', '2024-01-01', 'lead'),
      to('b', '2024-01-01T20:00Z', 'lead'),
      to('9', '2024-01-01', 'lead'),
      to('10', '2024-01-02', 'quoted'),
    ]
    expect(toldOf(readLog(log))).toEqual([
      ['10', ['2024-01-01 lead 1', '2024-01-02 quoted 5']],
      ['9', ['2024-01-01 lead 4']],
      ['B', ['2024-01-01 lead 2']],
      ['b', ['2024-01-02 lead 3', '2024-01-05 won 0']],
    ])
    expect(readLog([])).toEqual({ deals: [], later: 0, rejected: [] })
  })

  it('counts what is later than the last day in the zone, and leaves it', () => {
    const log = [to('a', '2024-12-31T16:59:59Z', 'lead'), to('a', '2024-12-31T17:00Z', 'won'), to('b', '2025-01-01', 'lead')]
    const found = readLog(log)
    expect([toldOf(found), found.later]).toEqual([[['a', ['2024-12-31 lead 0']]], 2])
    // It is not compared with anything: of what comes later nobody knows the end.
    expect(readLog([...log, ...log.slice(1)])).toMatchObject({ later: 4, rejected: [] })
    expect(issuesOf(() => readLog([to('b', '2025-01-01', 'x')]))).toEqual([['not-allowed', ['log', 0, 'to']]])
  })

  it('keeps of copies the one that counts, whichever stands first', () => {
    const log = [
      to('a', '2024-01-01', 'lead', { amount: 2 }),
      to('a', '2024-01-01', 'lead', { amount: 1 }),
      to('a', '2024-01-01', 'lead', { amount: '1' }),
    ]
    const found = readLog(log, 'collect')
    expect([toldOf(found), refusedOf(found)]).toEqual([
      [['a', ['2024-01-01 lead 1']]],
      [
        [0, 'a', [['duplicate', ['log', 0, 'at']]]],
        [2, 'a', [['duplicate', ['log', 2, 'at']]]],
      ],
    ])
    expect(readLog([...log].reverse(), 'collect').deals[0]?.changes[0]?.said.amount).toBe('1')
  })

  it('takes for copies only what is of one deal, one moment and one stage', () => {
    const others = [
      to('a', '2024-01-01', 'lead'),
      to('b', '2024-01-01', 'lead'),
      to('a', '2024-01-01', 'quoted'),
      to('a', '2024-01-02', 'lead'),
      to('a', '2024-01-01T00:00+07:00', 'lead'),
      to('a', '2024-01-01T00:00:00.000000001+07:00', 'lead'),
    ]
    expect(readLog(others).rejected).toEqual([])
    expect(refusedOf(readLog([...others, to('a', '2023-12-31T17:00:00.000Z', 'lead')], 'collect'))).toEqual([
      [6, 'a', [['duplicate', ['log', 6, 'at']]]],
    ])
  })

  it('refuses an outcome that follows the other one, and goes on as if it were not there', () => {
    const log = wayOf('a', ['2024-01-01', 'lost'], ['2024-01-02', 'won'], ['2024-01-03', 'lost'], ['2024-01-04', 'lead'], ['2024-01-05', 'won'])
    const found = readLog(log, 'collect')
    expect(toldOf(found)).toEqual([['a', ['2024-01-01 lost 0', '2024-01-03 lost 2', '2024-01-04 lead 3', '2024-01-05 won 4']]])
    expect(refusedOf(found)).toEqual([[1, 'a', [['already-closed', ['log', 1, 'to']]]]])
    expect(found.rejected[0]?.issues[0]?.params).toEqual({ value: 'lost' })
    expect(issuesOf(() => readLog(log))).toEqual([['already-closed', ['log', 1, 'to']]])
  })

  it('tells refusals in the order of the log, with the ids of their deals', () => {
    const log = [to('b', '2024-01-02', 'lost'), { deal: 'z' }, to('b', '2024-01-01', 'won'), { deal: 5, at: 1, to: 'lead' }, to('a', 'x', 'lead')]
    expect(refusedOf(readLog(log, 'collect'))).toMatchObject([
      [0, 'b', [['already-closed', ['log', 0, 'to']]]],
      [1, 'z', { length: 2 }],
      [3, '5', [['not-a-calendar-date', ['log', 3, 'at']]]],
      [4, 'a', [['not-a-calendar-date', ['log', 4, 'at']]]],
    ])
  })
})

describe('factsOf', () => {
  const factsOfWay = (...way: Parameters<typeof wayOf> extends [string, ...infer Changes] ? Changes : never): ReturnType<typeof factsOf> =>
    factsOf(readLog(wayOf('a', ...way)).deals[0] as DealHistory, read)

  it('says nothing of a deal of which nothing is said', () => {
    expect(factsOfWay(['2024-01-01', 'lead'])).toEqual({ amount: null, reason: null, expected: null, attributes: new Map() })
  })

  it('takes amounts to be in the pipeline’s currency until one is given, whether with an amount or not', () => {
    expect(factsOfWay(['2024-01-01', 'lead', { amount: 5 }]).amount).toEqual({ value: 5, currency: 'EUR' })
    expect(factsOfWay(['2024-01-01', 'lead', { amount: 5 }], ['2024-01-02', 'quoted', { currency: 'USD' }]).amount).toEqual({
      value: 5,
      currency: 'USD',
    })
    expect(factsOfWay(['2024-01-01', 'lead', { currency: 'USD' }], ['2024-01-02', 'quoted', { amount: 6 }]).amount).toEqual({
      value: 6,
      currency: 'USD',
    })
    expect(factsOfWay(['2024-01-01', 'lead', { currency: 'USD' }]).amount).toBe(null)
  })

  it('keeps what is said last of each thing', () => {
    const facts = factsOfWay(
      ['2024-01-01', 'lead', { amount: 5, currency: 'USD', expected: '2024-03-01', attributes: { region: 'west', owner: 'Li' } }],
      ['2024-01-02', 'quoted', { amount: '7', attributes: { owner: '', channel: 'web' } }],
      ['2024-01-03', 'lost', { reason: 'price', expected: '2024-05-01' }],
      ['2024-01-04', 'lost', { attributes: { region: 'east' } }],
    )
    expect(facts).toEqual({
      // An amount without a currency is in that of the one before.
      amount: { value: '7', currency: 'USD' },
      reason: 'price',
      expected: parseDay('2024-05-01'),
      attributes: new Map([
        ['region', 'east'],
        ['channel', 'web'],
      ]),
    })
  })
})
