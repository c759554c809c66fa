import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { type DiscountLadder, type LadderStep, lintLadder } from '../index.js'

const stepsOf = (...pairs: readonly (readonly [string | number, string | number])[]): LadderStep[] =>
  pairs.map(([from, percent]) => ({ from, percent }))
const lintOf = (type: DiscountLadder['type'], steps: readonly LadderStep[]): unknown => codesAndPaths(lintLadder(deepFreeze({ type, steps })))
const cliffsOf = (steps: readonly LadderStep[]): unknown => lintLadder({ type: 'all-units', steps }).map(({ params }) => params)

describe('lintLadder', () => {
  const stepped = stepsOf(['0', '5'], ['100000', '6'], ['125000', '7'])

  it('names the cliffs of vector 15, for all units', () => {
    expect(lintOf('all-units', stepped)).toEqual([
      ['cliff', ['steps', 1, 'percent']],
      ['cliff', ['steps', 2, 'percent']],
    ])
    // 100,000 × 94 / 95 = 98,947.368…, and 125,000 × 93 / 94 = 123,670.212…
    expect(cliffsOf(stepped)).toEqual([
      { from: '100000', percent: '6', before: '5', cheaperFrom: '98947.37' },
      { from: '125000', percent: '7', before: '6', cheaperFrom: '123670.22' },
    ])
    expect(lintLadder({ type: 'all-units', steps: stepped })[0]?.message).toBe(
      'is a cliff: at 100000 the percentage jumps from 5 to 6, so whoever orders between 98947.37 and 100000 pays more than for 100000',
    )
  })

  it('finds nothing odd about an incremental ladder that rises', () => expect(lintOf('incremental', stepped)).toEqual([]))

  it.each([
    ['100', '20', '22.5', '96.875'],
    ['1000', '0', '12.5', '875'],
    ['0.3', '1', '50', '0.152'],
    ['10', '5', '100', '0'],
    ['1', '36', '37', '0.984375'],
    ['1', '1', '2', '0.99'],
    ['100000.00', '5.0', '6.000', '98947.37'],
    ['0.50', '5', '6', '0.495'],
    // 0.990000000005 with two places would be 1.
    ['1', '5e-10', '1', '0.991'],
    ['1', '1', `1.${'0'.repeat(30)}1`, `0.${'9'.repeat(33)}`],
  ])('at %s from %s to %s percent: orders above %s cost more', (from, before, percent, expected) => {
    expect(cliffsOf(stepsOf([0, before], [from, percent]))).toMatchObject([{ cheaperFrom: expected }])
  })

  it('looks across several steps for the orders that cost more', () => {
    // 101 cost 50.50, and so do 50.50 without discount; all orders in between cost more.
    expect(cliffsOf(stepsOf([0, 0], [100, 5], [101, 50]))).toMatchObject([{ cheaperFrom: '95' }, { cheaperFrom: '50.5' }])
    // 101 cost 60.60; below 100, at half price, nothing does.
    expect(cliffsOf(stepsOf([0, 50], [100, 0], [101, 40]))).toMatchObject([{ actual: '0' }, { cheaperFrom: '100' }])
    expect(cliffsOf(stepsOf([0, 100], [100, 0], [101, 40]))).toMatchObject([{ actual: '0' }, { cheaperFrom: '100' }])
    expect(cliffsOf(stepsOf([0, 0], [100, 10], [101, 10], [102, 100]))).toMatchObject([{ cheaperFrom: '90' }, {}, { cheaperFrom: '0' }])
  })

  it('names percentages that fall, and steps that change nothing', () => {
    const steps = stepsOf([0, 5], [10, '5.0'], [20, 4], [30, 4], [40, 3])
    for (const type of ['all-units', 'incremental'] as const) {
      expect(lintOf(type, steps)).toEqual([
        ['changes-nothing', ['steps', 1]],
        ['falling', ['steps', 2, 'percent']],
        ['changes-nothing', ['steps', 3]],
        ['falling', ['steps', 4, 'percent']],
      ])
    }
    expect(lintLadder({ type: 'incremental', steps })[1]?.params).toEqual({ before: '5', actual: '4' })
  })

  it('compares a first step above 0 with no discount below it, and takes one of 0 percent', () => {
    expect(lintOf('all-units', stepsOf([100, 5]))).toEqual([['cliff', ['steps', 0, 'percent']]])
    expect(cliffsOf(stepsOf([100, 5], [200, 6]))).toMatchObject([
      { from: '100', before: '0', cheaperFrom: '95' },
      { from: '200', before: '5', percent: '6' },
    ])
    expect(lintOf('incremental', stepsOf([100, 5]))).toEqual([])
    for (const from of [0, 100]) expect(lintOf('all-units', stepsOf([from, 0]))).toEqual([])
    expect(lintOf('all-units', stepsOf([100, 0], [200, 0]))).toEqual([['changes-nothing', ['steps', 1]]])
  })

  it('names the same cliff however numbers are written, and whatever other steps there are', () => {
    const cliff = { from: '100000', percent: '6', before: '5', cheaperFrom: '98947.37' }
    const pairs = [
      ['0', '5'],
      ['100000', '6'],
    ] as const
    expect(cliffsOf(stepsOf(...pairs))).toEqual([cliff])
    expect(cliffsOf(stepsOf(['0.0000', '5.00'], ['100000.000', '6.0']))).toEqual([cliff])
    // 200,000.00001 × 93.875 / 94 = 199,734.04256317…
    expect(cliffsOf(stepsOf(...pairs, ['200000.00001', '6.125']))).toMatchObject([cliff, { cheaperFrom: '199734.0425632' }])
    expect(cliffsOf(stepsOf(['0', '4.99'], ['0.001', '5'], ['100000', '6']))).toMatchObject([{}, cliff])
  })

  it('names orders that cost more up to the very one where the percentage falls', () => {
    // At 100 on the percentage falls to 0: one of 100 costs 100, one of 200 costs 80, and all below 100 cost less.
    const steps = stepsOf([0, 50], [100, 0], [200, 60])
    expect(cliffsOf(steps)).toMatchObject([{ actual: '0' }, { from: '200', cheaperFrom: '100' }])
  })

  const ladders = fc
    .record({
      froms: fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 5 }),
      percents: fc.array(fc.oneof(fc.nat(100), fc.constantFrom(0, 100, 50)), { minLength: 5, maxLength: 5 }),
    })
    .map(({ froms, percents }) => froms.sort((a, b) => a - b).map((from, index) => ({ from, percent: percents[index] as number })))

  it('tells of each cliff exactly which orders below it cost more, by trying all hundredths', () => {
    let seen = 0
    fc.assert(
      fc.property(ladders, (steps) => {
        // In hundredths of an amount and of a percent: what an order costs.
        const cost = (order: number): number => order * (100 - (steps.filter(({ from }) => from * 100 <= order).at(-1)?.percent ?? 0))
        const issues = lintLadder({ type: 'all-units', steps })
        for (const { code, params } of issues.filter((issue) => issue.code === 'cliff')) {
          seen++
          expect(code).toBe('cliff')
          const from = Number(params['from']) * 100
          let order = from - 1
          while (cost(order) > cost(from)) order -= 1
          const cheaperFrom = Number(params['cheaperFrom']) * 100
          expect(cheaperFrom).toBeGreaterThanOrEqual(order - 1e-9)
          expect(cheaperFrom).toBeLessThanOrEqual(order + 1 + 1e-9)
          expect(cheaperFrom).toBeLessThan(from)
        }
        // What no cliff of its own names of the orders that cost more, one of an earlier step does.
        const cliffs = issues
          .filter(({ code }) => code === 'cliff')
          .map(({ params }) => [Number(params['cheaperFrom']), Number(params['from'])] as const)
        for (const [, from] of cliffs) {
          for (let order = 0; order < from; order += 0.5) {
            const isNamed = cliffs.some(([above, below]) => below <= from && above <= order && order < below)
            if (cost(order * 100) > cost(from * 100)) expect(isNamed, `${order}, of ${from}`).toBe(true)
          }
        }
        const rises = steps.filter(({ percent }, index) => percent > (steps[index - 1]?.percent ?? (steps[0]?.from === 0 ? percent : 0)))
        expect(issues.filter(({ code }) => code === 'cliff')).toHaveLength(rises.length)
        expect(lintLadder({ type: 'incremental', steps })).toEqual(issues.filter(({ code }) => code !== 'cliff'))
      }),
      { numRuns: 300 },
    )
    expect(seen).toBeGreaterThan(100)
  })

  it.each(badRecords)('throws for %o', (value, code) => expect(issuesOf(() => lintLadder(value as DiscountLadder))).toEqual([[code, ['ladder']]]))

  it('throws for a ladder that is malformed, with every issue', () => {
    const steps = [{ from: -1, percent: 101 }, { from: 'x' }]
    expect(issuesOf(() => lintLadder({ type: 'all', steps } as unknown as DiscountLadder))).toEqual([
      ['not-allowed', ['ladder', 'type']],
      ['too-small', ['ladder', 'steps', 0, 'from']],
      ['too-large', ['ladder', 'steps', 0, 'percent']],
      ['not-a-decimal', ['ladder', 'steps', 1, 'from']],
      ['missing', ['ladder', 'steps', 1, 'percent']],
    ])
  })
})
