import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { anyEffort, measuredOf, policies } from '../../testing/efforts.js'
import { allocateEffort, type EffortAllocation, type EffortCost, type EffortOptions, measureFunnel } from '../index.js'
import { opportunityPipeline } from '../templates.js'

/** Of the decided deals 1 in 2 gets on from the first stage, 3 in 4 from the second, all from the third. */
const measure = measuredOf(
  [
    [8, 4],
    [2, 0],
    [0, 1],
  ],
  5,
)
const costs: readonly EffortCost[] = [
  { stage: 's0', hoursPerDeal: 5 },
  { stage: 's1', hoursPerDeal: 6, capacity: 4 },
  { stage: 's2', hoursPerDeal: '2.5', capacity: '2' },
]
const options: EffortOptions = { hours: 40, costs, values: 2000 }
const toldOf = ({ stages }: EffortAllocation): unknown => stages.map(({ stage, hours, deals, expectedValue }) => [stage, hours, deals, expectedValue])
const codesOf = ({ reasons }: EffortAllocation): unknown => reasons.map(({ code, params }) => [code, 'stage' in params ? params.stage : null])

describe('allocateEffort', () => {
  it('gives hours to where one brings most, up to what can be worked, and the rest to the next', () => {
    // Win rates 3/8, 3/4 and 1; an hour brings 2000 × 3/8 / 5 = 150, 2000 × 3/4 / 6 = 250, 2000 / 2.5 = 800.
    expect(allocateEffort(measure, options)).toEqual({
      asOf: '2024-03-31',
      hours: 40,
      stages: [
        { stage: 's0', hours: 11, deals: 2.2, winRate: 0.375, expectedValue: 1650, marginal: 150, capacityHours: null },
        { stage: 's1', hours: 24, deals: 4, winRate: 0.75, expectedValue: 6000, marginal: 250, capacityHours: 24 },
        { stage: 's2', hours: 5, deals: 2, winRate: 1, expectedValue: 4000, marginal: 800, capacityHours: 5 },
      ],
      expectedValue: 11650,
      left: 0,
      nextHour: { stage: 's0', value: 150 },
      currency: null,
      reasons: [
        { code: 'best-use', params: { stage: 's2', hours: 5, marginal: 800 } },
        { code: 'capacity-used', params: { stage: 's2', hours: 5 } },
        { code: 'best-use', params: { stage: 's1', hours: 24, marginal: 250 } },
        { code: 'capacity-used', params: { stage: 's1', hours: 24 } },
        { code: 'best-use', params: { stage: 's0', hours: 11, marginal: 150 } },
      ],
      policies,
    })
  })

  it('gives the stages that are left behind nothing, and says so, the better first', () => {
    const few = allocateEffort(measure, { ...options, hours: '4' })
    expect(toldOf(few)).toEqual([
      ['s0', 0, 0, 0],
      ['s1', 0, 0, 0],
      ['s2', 4, 1.6, 3200],
    ])
    expect(few.reasons.slice(1)).toEqual([
      { code: 'less-per-hour', params: { stage: 's1', marginal: 250 } },
      { code: 'less-per-hour', params: { stage: 's0', marginal: 150 } },
    ])
    expect(few.nextHour).toEqual({ stage: 's2', value: 800 })
  })

  it('leaves hours that no stage can take', () => {
    const bounded = allocateEffort(measure, { ...options, costs: costs.slice(1) })
    expect(toldOf(bounded)).toEqual([
      ['s1', 24, 4, 6000],
      ['s2', 5, 2, 4000],
    ])
    expect([bounded.left, bounded.nextHour]).toEqual([11, null])
    expect(bounded.reasons.at(-1)).toEqual({ code: 'hours-left', params: { hours: 11 } })
    const none = allocateEffort(measure, { ...options, costs: [] })
    expect(none).toMatchObject({ stages: [], expectedValue: 0, left: 40, nextHour: null, reasons: [{ code: 'hours-left', params: { hours: 40 } }] })
  })

  it('divides no hours, and tells what the first would bring', () => {
    const none = allocateEffort(measure, { ...options, hours: 0 })
    expect(toldOf(none)).toEqual(['s0', 's1', 's2'].map((stage) => [stage, 0, 0, 0]))
    expect(none).toMatchObject({ hours: 0, expectedValue: 0, left: 0, nextHour: { stage: 's2', value: 800 } })
    expect(codesOf(none)).toEqual([
      ['less-per-hour', 's1'],
      ['less-per-hour', 's0'],
    ])
    expect(allocateEffort(measure, { hours: 0, costs: [], values: 1 }).reasons).toEqual([])
  })

  it('gives a stage none that can take none, and goes on with the next as soon as one is full', () => {
    const closed = allocateEffort(measure, { ...options, costs: [...costs.slice(0, 2), { stage: 's2', hoursPerDeal: 1, capacity: 0 }], hours: 24 })
    expect(toldOf(closed)).toEqual([
      ['s0', 0, 0, 0],
      ['s1', 24, 4, 6000],
      ['s2', 0, 0, 0],
    ])
    expect(codesOf(closed)).toEqual([
      ['capacity-used', 's2'],
      ['best-use', 's1'],
      ['capacity-used', 's1'],
      ['less-per-hour', 's0'],
    ])
    expect(closed.nextHour).toEqual({ stage: 's0', value: 150 })
    expect(closed.stages[2]?.capacityHours).toBe(0)
  })

  it('tells a stage of which nobody knows from one that brings nothing', () => {
    // From the second stage on nothing is decided: of the first nobody knows either. In the third measure all are lost at the last stage.
    const young = allocateEffort(
      measuredOf(
        [
          [3, 1],
          [0, 2],
          [0, 0],
        ],
        0,
      ),
      options,
    )
    expect(young.stages.map(({ winRate, marginal, hours }) => [winRate, marginal, hours])).toEqual(Array(3).fill([null, null, 0]))
    expect(codesOf(young)).toEqual([
      ['insufficient-history', 's0'],
      ['insufficient-history', 's1'],
      ['insufficient-history', 's2'],
      ['hours-left', null],
    ])
    const early = allocateEffort(
      measuredOf(
        [
          [3, 1],
          [0, 0],
          [2, 0],
        ],
        2,
      ),
      options,
    )
    expect(early.stages.map(({ winRate }) => winRate)).toEqual([(4 / 7) * 0.5, 0.5, 0.5])
    const lost = allocateEffort(
      measuredOf(
        [
          [3, 1],
          [1, 0],
          [2, 0],
        ],
        0,
      ),
      options,
    )
    expect(lost.stages.map(({ winRate, marginal, hours }) => [winRate, marginal, hours])).toEqual(Array(3).fill([0, 0, 0]))
    expect(codesOf(lost)).toEqual([
      ['brings-nothing', 's0'],
      ['brings-nothing', 's1'],
      ['brings-nothing', 's2'],
      ['hours-left', null],
    ])
    expect([lost.left, lost.nextHour]).toEqual([40, null])
    const worthless = allocateEffort(measure, { ...options, values: { s0: 1, s1: 0, s2: 0 } })
    expect(toldOf(worthless)).toEqual([
      ['s0', 40, 8, 3],
      ['s1', 0, 0, 0],
      ['s2', 0, 0, 0],
    ])
  })

  it('prefers the later of stages that bring the same, exactly: its deals are won sooner', () => {
    // 1/3 × 1 / 0.1 and 1 × 1 / 0.3; as floating-point numbers they differ.
    const thirds = measuredOf(
      [
        [2, 0],
        [0, 0],
      ],
      1,
    )
    const same = [
      { stage: 's0', hoursPerDeal: 0.1 },
      { stage: 's1', hoursPerDeal: 0.3 },
    ]
    expect(allocateEffort(thirds, { hours: 1, costs: same, values: 1 }).stages.map(({ hours }) => hours)).toEqual([0, 1])
    expect(
      allocateEffort(thirds, { hours: 1, costs: same, values: { s0: '1.0000000000000000000001', s1: 1 } }).stages.map(({ hours }) => hours),
    ).toEqual([1, 0])
  })

  it('reads values as one, by stage or as a list, and the currency that they are in', () => {
    const one = allocateEffort(measure, options)
    const byStage = { s2: '2000', s1: 2000, s0: '2000.0' }
    expect(allocateEffort(measure, { ...options, values: byStage })).toEqual(one)
    expect(allocateEffort(measure, { ...options, values: Object.entries(byStage).map(([stage, value]) => ({ stage, value })) })).toEqual(one)
    expect(allocateEffort(measure, { ...options, currency: 'CNY' })).toEqual({ ...one, currency: 'CNY' })
    // Values of stages that are not worked are read, and change nothing.
    expect(allocateEffort(measure, { ...options, costs: costs.slice(0, 1), values: byStage })).toEqual(
      allocateEffort(measure, { ...options, costs: costs.slice(0, 1) }),
    )
  })

  it('tells short hours as they are, and cuts them where as numbers they would make more than there are', () => {
    const three = measuredOf(
      [
        [1, 0],
        [1, 0],
        [1, 0],
      ],
      1,
    )
    const tenths = [0, 1, 2].map((place) => ({ stage: `s${place}`, hoursPerDeal: 0.1, capacity: 1 }))
    const hoursOf = (hours: number | string, some: readonly EffortCost[]): number[] =>
      allocateEffort(three, { hours, costs: some, values: 1 }).stages.map((stage) => stage.hours)
    expect(
      hoursOf('40', [
        { stage: 's0', hoursPerDeal: 1 },
        { stage: 's1', hoursPerDeal: '0.1', capacity: 133 },
      ]),
    ).toEqual([26.7, 13.3])
    expect(hoursOf(0.2, tenths)).toEqual([0, 0.1, 0.1])
    // As numbers 0.1 + 0.1 + 0.1 > 0.3.
    const cut = hoursOf(0.3, tenths)
    expect(cut.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(0.3)
    for (const part of cut) {
      expect(part).toBeLessThanOrEqual(0.1)
      expect(part).toBeGreaterThan(0.1 - 1e-15)
    }
    expect(allocateEffort(three, { hours: 0.1, costs: tenths.slice(0, 1), values: 1 }).stages[0]?.hours).toBe(0.1)
  })

  it('takes a measure of a log, and says nothing of an empty one', () => {
    const log = [
      { deal: 1, at: '2024-01-01', to: 'quoted' },
      { deal: 1, at: '2024-02-01', to: 'won' },
      { deal: 2, at: '2024-01-01', to: 'quoted' },
      { deal: 2, at: '2024-02-01', to: 'lost', reason: 'price' },
    ]
    const asked = { hours: 10, costs: [{ stage: 'quoted', hoursPerDeal: 4 }], values: 100 }
    const told = allocateEffort(measureFunnel(log, opportunityPipeline, { asOf: '2024-03-31', by: 'region' }), asked)
    expect(told).toMatchObject({ asOf: '2024-03-31', expectedValue: 125, stages: [{ winRate: 0.5, marginal: 12.5, hours: 10, deals: 2.5 }] })
    expect(told.policies).toEqual([{ kind: 'pipeline', id: opportunityPipeline.id, version: opportunityPipeline.version }])
    const empty = allocateEffort(measureFunnel([], opportunityPipeline, { asOf: '2024-03-31' }), asked)
    expect(empty.stages).toEqual([{ stage: 'quoted', hours: 0, deals: 0, winRate: null, expectedValue: 0, marginal: null, capacityHours: null }])
    expect(codesOf(empty)).toEqual([
      ['insufficient-history', 'quoted'],
      ['hours-left', null],
    ])
  })

  it('takes stages by whatever name', () => {
    const named = {
      ...measure,
      stages: measure.stages.map((stage, place) => ({ ...stage, stage: ['__proto__', 'constructor', 'to"String'][place] as string })),
    }
    const asked = JSON.parse('{"hours":1,"costs":[{"stage":"__proto__","hoursPerDeal":1}],"values":{"__proto__":8,"constructor":1}}') as EffortOptions
    expect(toldOf(allocateEffort(named, asked))).toEqual([['__proto__', 1, 1, 3]])
  })

  it('leaves its input alone, and gives plain data', () => {
    const result = allocateEffort(deepFreeze(structuredClone(measure)), deepFreeze(structuredClone({ ...options, values: { s0: 1, s1: 2, s2: 3 } })))
    expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
  })
})

describe('allocateEffort: laws', () => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const close = (actual: number, expected: number): void =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)))

  it('never tells more hours than there are, in whichever order they are added, nor more than a stage can take', () => {
    const seen = { cut: 0, whole: 0 }
    fc.assert(
      fc.property(anyEffort, fc.infiniteStream(fc.nat()), ({ measured, asked }, order) => {
        const { stages, hours, left, reasons } = allocateEffort(measured, asked)
        expect(hours).toBe(Number(asked.hours))
        const near = (actual: number, expected: number, unit = 1): void =>
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * hours * unit)
        const parts = [...stages.map((stage) => stage.hours), left]
        const shuffled = parts.map((part) => ({ part, rank: order.next().value })).sort((one, other) => one.rank - other.rank)
        const made = sum(shuffled.map(({ part }) => part))
        expect(made).toBeLessThanOrEqual(hours)
        near(made, hours)
        for (const { capacityHours, hours: given, deals, stage, marginal, expectedValue } of stages) {
          const { hoursPerDeal, capacity } = asked.costs.find((one) => one.stage === stage) as EffortCost
          expect(given).toBeGreaterThanOrEqual(0)
          if (capacityHours !== null) expect(given).toBeLessThanOrEqual(capacityHours)
          near(deals * Number(hoursPerDeal), given)
          near(expectedValue, given * (marginal ?? 0), marginal ?? 0)
          if (deals > 0 && deals === Number(capacity)) seen[given === capacityHours ? 'whole' : 'cut'] += 1
        }
        expect(reasons.some(({ code }) => code === 'hours-left')).toBe(left > 0)
      }),
      { numRuns: 1000, seed: 5 },
    )
    // Now and then the nearest numbers would make more.
    expect(seen.cut).toBeGreaterThan(5)
    expect(seen.whole).toBeGreaterThan(100)
  })

  it('is not brought more by any other division of the hours', () => {
    fc.assert(
      fc.property(
        anyEffort,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        ({ measured, asked }, shares, isWhole) => {
          const { stages, expectedValue } = allocateEffort(measured, asked)
          // Shares of the hours, or shares of what is left of them; each within what the stage can take.
          let left = Number(asked.hours)
          const total = sum(shares.slice(0, stages.length)) || 1
          const brought = stages.map(({ marginal, capacityHours }, index) => {
            const share = shares[index] as number
            const given = Math.min(isWhole ? (Number(asked.hours) * share) / total : left * share, capacityHours ?? Number.POSITIVE_INFINITY, left)
            left -= given
            return given * (marginal ?? 0)
          })
          expect(sum(brought)).toBeLessThanOrEqual(expectedValue * (1 + 1e-12))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is the best of all divisions into whole hours, where capacities are whole hours', () => {
    const small = fc.record({
      lost: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
      won: fc.integer({ min: 1, max: 5 }),
      hours: fc.integer({ min: 0, max: 9 }),
      values: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
      capacities: fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), { minLength: 3, maxLength: 3 }),
    })
    fc.assert(
      fc.property(small, ({ lost, won, hours, values, capacities }) => {
        const measured = measuredOf(
          lost.map((count) => [count, 0] as const),
          won,
        )
        const asked = {
          hours,
          costs: capacities.map((capacity, place) => ({ stage: `s${place}`, hoursPerDeal: 1, capacity })),
          values: values.map((value, place) => ({ stage: `s${place}`, value })),
        }
        const { stages, expectedValue } = allocateEffort(measured, asked)
        // Shares won by hand: of those that came to a stage, all of which are decided, the won ones.
        const came = [0, 1, 2].map((place) => won + sum(lost.slice(place)))
        const most = capacities.map((capacity) => Math.min(hours, capacity ?? hours))
        let best = 0
        for (let one = 0; one <= (most[0] as number); one += 1) {
          for (let two = 0; two <= Math.min(most[1] as number, hours - one); two += 1) {
            for (let three = 0; three <= Math.min(most[2] as number, hours - one - two); three += 1) {
              best = Math.max(best, sum([one, two, three].map((given, place) => (given * won * (values[place] as number)) / (came[place] as number))))
            }
          }
        }
        close(expectedValue, best)
        close(sum(stages.map((stage) => stage.expectedValue)), best)
      }),
      { numRuns: 300 },
    )
  })

  it('never brings less with more hours, and never takes hours from a stage for them', () => {
    fc.assert(
      fc.property(anyEffort, fc.integer({ min: 1, max: 4000 }), ({ measured, asked }, more) => {
        const before = allocateEffort(measured, asked)
        const after = allocateEffort(measured, { ...asked, hours: Number(asked.hours) + more / 100 })
        expect(after.expectedValue).toBeGreaterThanOrEqual(before.expectedValue)
        after.stages.forEach(({ deals }, index) => expect(deals).toBeGreaterThanOrEqual(before.stages[index]?.deals as number))
        if (before.nextHour === null) expect(after.expectedValue).toBe(before.expectedValue)
        else expect(after.expectedValue).toBeGreaterThan(before.expectedValue)
      }),
    )
  })

  it('does not depend on the order of costs or values', () => {
    fc.assert(
      fc.property(anyEffort, fc.infiniteStream(fc.nat()), ({ measured, asked }, order) => {
        const shuffle = <Member>(list: readonly Member[]): Member[] =>
          list
            .map((member) => ({ member, rank: order.next().value }))
            .sort((one, other) => one.rank - other.rank)
            .map(({ member }) => member)
        const told = allocateEffort(measured, asked)
        expect(allocateEffort(measured, { ...asked, costs: shuffle(asked.costs), values: shuffle(asked.values) })).toEqual(told)
        const places = told.stages.map(({ stage }) => measured.stages.findIndex((one) => one.stage === stage))
        expect(places).toEqual([...places].sort((one, other) => one - other))
      }),
    )
  })

  it('scales what is brought with the values, and divides the same', () => {
    fc.assert(
      fc.property(anyEffort, fc.integer({ min: 1, max: 1000 }), ({ measured, asked }, factor) => {
        const told = allocateEffort(measured, asked)
        const scaled = allocateEffort(measured, {
          ...asked,
          values: asked.values.map(({ stage, value }) => ({ stage, value: Number(value) * factor })),
        })
        close(scaled.expectedValue, told.expectedValue * factor)
        expect(scaled.stages.map(({ hours }) => hours)).toEqual(told.stages.map(({ hours }) => hours))
        expect(scaled.reasons.map(({ code }) => code)).toEqual(told.reasons.map(({ code }) => code))
      }),
    )
  })

  it('gives a reason for every stage', () => {
    fc.assert(
      fc.property(anyEffort, ({ measured, asked }) => {
        const { stages, reasons, nextHour, hours } = allocateEffort(measured, asked)
        const named = new Set(reasons.flatMap(({ params }) => ('stage' in params ? [params.stage] : [])))
        // Without hours nothing is to be said of the stage to which the first would go.
        const unnamed = hours === 0 && nextHour !== null ? [nextHour.stage] : []
        expect(stages.map(({ stage }) => stage).filter((stage) => !named.has(stage))).toEqual(unnamed)
        const used = stages.filter((stage) => stage.hours > 0).map(({ stage }) => stage)
        expect(reasons.flatMap((reason) => (reason.code === 'best-use' ? [reason.params.stage] : [])).sort()).toEqual(used.sort())
      }),
    )
  })
})
