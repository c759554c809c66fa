import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedGroup, countedAsOf, countedGroups, countedPipeline, logOfCounts, partOfMeasure } from '../../testing/countedFunnels.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { engaging, readPipelineData } from '../../testing/pipelineData.js'
import { compareGroups, type FunnelMeasure, type GroupComparison, type GroupComparisonOptions, measureFunnel } from '../index.js'
import { fisherExact } from '../numbers/fisherExact.js'
import { wilsonInterval } from '../numbers/wilson.js'

const measure = (groups: readonly CountedGroup[]): FunnelMeasure =>
  measureFunnel(logOfCounts(groups), countedPipeline, { asOf: countedAsOf, by: 'region' })

/** A region of whose quotes so many come to negotiation, so many are lost before, and so many open. */
const quotes = (group: string | null, negotiating: number, lost: number, open = 0): CountedGroup => ({
  group,
  lost: [7, lost, negotiating],
  open: [1, open, 0],
  won: 0,
})

/** Deals that were won and lost. */
const closed = (group: string | null, won: number, lost: number): CountedGroup => ({ group, lost: [lost, 0, 0], open: [0, 0, 0], won })

const toNegotiation = { from: 'quoted', to: 'negotiating' } as const
const told = ({ alerts }: GroupComparison): unknown[] => alerts.map(({ group, rate, others, significant }) => [group, rate, others, significant])
const namesOf = (groups: readonly { readonly group: string | null }[]): unknown[] => groups.map(({ group }) => group)

describe('compareGroups: known answers', () => {
  it('textbook S3: a region whose quote → negotiation is below the mean of the others', () => {
    const found = compareGroups(measure([quotes('East', 20, 60, 5), quotes('North', 45, 30), quotes('West', 75, 50)]), {
      transition: toNegotiation,
      minimumSample: 30,
    })
    // Of 80 quotes decided 20 went on; of the 75 + 125 others 45 + 75 did.
    expect(found.alerts).toEqual([
      {
        group: 'East',
        rate: 0.25,
        others: 0.6,
        interval: wilsonInterval(20, 80),
        significant: true,
        sample: 80,
        othersSample: 200,
        pValue: fisherExact(20, 80, 120, 200),
        adjustedPValue: 3 * fisherExact(20, 80, 120, 200),
      },
    ])
    expect(namesOf(found.compared)).toEqual(['East', 'North', 'West'])
    expect(found).toMatchObject({ asOf: countedAsOf, by: 'region', transition: toNegotiation, minimumSample: 30, insufficient: [] })
    expect(found.policies).toEqual([{ kind: 'pipeline', id: 'sales', version: 1 }])
  })

  it('vector 11: the interval of 3 of 10 (closed form)', () => {
    const [group] = compareGroups(measure([closed('East', 3, 7), closed('West', 40, 10)]), { minimumSample: 10 }).alerts
    expect(group?.interval[0]).toBeCloseTo(0.107791, 6)
    expect(group?.interval[1]).toBeCloseTo(0.603222, 6)
  })

  it('two groups of R’s example: convictions of twins (fisher.test)', () => {
    const found = compareGroups(measure([closed('Dizygotic', 2, 15), closed('Monozygotic', 10, 3)]), { minimumSample: 1 })
    expect(told(found)).toEqual([['Dizygotic', 2 / 17, 10 / 13, true]])
    for (const { pValue, adjustedPValue } of found.compared) {
      expect(pValue).toBeCloseTo(0.0005367, 7)
      expect(adjustedPValue).toBeCloseTo(2 * 0.0005367, 6)
    }
  })
})

describe('compareGroups: by hand', () => {
  it('a group below by chance alone is an alert that is not significant, after those that are', () => {
    const found = compareGroups(measure([closed('A', 9, 11), closed('B', 20, 80), closed('C', 50, 50)]), { minimumSample: 10 })
    // 9 of 20 are more than 70 of 200.
    expect(told(found)).toEqual([['B', 0.2, 59 / 120, true]])
    const near = compareGroups(measure([closed('A', 9, 11), closed('B', 20, 80), closed('C', 150, 50)]), { minimumSample: 10 })
    expect(told(near)).toEqual([
      ['B', 0.2, 159 / 220, true],
      ['A', 0.45, 170 / 300, false],
    ])
  })

  it('alerts as far below come by name, the deals without the attribute last', () => {
    const same = ['Z', null, 'B', 'A'].map((group) => closed(group, 1, 9))
    const found = compareGroups(measure([...same, closed('Top', 30, 10)]), { minimumSample: 5 })
    expect(namesOf(found.alerts)).toEqual(['A', 'B', 'Z', null])
    expect(new Set(found.alerts.map(({ adjustedPValue }) => adjustedPValue)).size).toBe(1)
    expect(namesOf(found.compared)).toEqual(['A', 'B', 'Top', 'Z', null])
  })

  it('groups that are alike are no alert, however their rates are rounded', () => {
    expect(compareGroups(measure([closed('A', 1, 2), closed('B', 3, 6), closed('C', 7, 14)]), { minimumSample: 1 }).alerts).toEqual([])
  })

  it('a small group is not compared, but is one of the others', () => {
    const found = compareGroups(measure([closed('A', 10, 10), closed('B', 20, 20), closed('C', 0, 4), closed(null, 0, 0)]), { minimumSample: 5 })
    expect(found.insufficient).toEqual([{ group: 'C', rate: 0, sample: 4, othersSample: 60, reason: 'group' }])
    expect(found.compared.map(({ group, others }) => [group, others])).toEqual([
      ['A', 20 / 44],
      ['B', 10 / 24],
    ])
  })

  it('one group alone has nobody to be compared with; none at all is no group', () => {
    const alone = compareGroups(measure([closed('A', 10, 10)]), { minimumSample: 5 })
    expect([alone.alerts, alone.compared]).toEqual([[], []])
    expect(alone.insufficient).toEqual([{ group: 'A', rate: 0.5, sample: 20, othersSample: 0, reason: 'others' }])
    const small = compareGroups(measure([{ ...closed('A', 0, 0), open: [3, 0, 0] }]), { minimumSample: 5 })
    expect(small.insufficient).toEqual([{ group: 'A', rate: null, sample: 0, othersSample: 0, reason: 'group' }])
    expect(compareGroups(measure([]), { minimumSample: 1 })).toMatchObject({ alerts: [], compared: [], insufficient: [] })
  })

  it('a transition over several stages counts whoever was lost on the way, to being won too; without any, also who never came to a stage', () => {
    const group: CountedGroup = { group: 'A', lost: [1, 2, 4], open: [8, 16, 32], won: 3, nowhere: 5 }
    const sampleOf = (transition?: GroupComparisonOptions['transition']): unknown[] => {
      const { insufficient } = compareGroups(measure([group]), { minimumSample: 1, transition })
      return insufficient.map(({ rate, sample }) => [rate, sample])
    }
    // 39 come to negotiation, 57 to a quote; lost are 1, 2 and 4.
    expect(sampleOf({ from: 'lead', to: 'quoted' })).toEqual([[57 / 58, 58]])
    expect(sampleOf({ from: 'lead', to: 'negotiating' })).toEqual([[39 / 42, 42]])
    expect(sampleOf({ from: 'quoted', to: 'negotiating' })).toEqual([[39 / 41, 41]])
    expect(sampleOf({ from: 'lead', to: 'won' })).toEqual([[0.3, 10]])
    expect(sampleOf({ from: 'quoted', to: 'won' })).toEqual([[3 / 9, 9]])
    expect(sampleOf({ from: 'negotiating', to: 'won' })).toEqual([[3 / 7, 7]])
    expect(sampleOf()).toEqual([[3 / 15, 15]])
  })

  it('where a later stage is called won, that is where a transition to it ends', () => {
    const pipeline = { ...countedPipeline, stages: [{ id: 'lead' }, { id: 'won' }, { id: 'paying' }], won: 'paid' }
    const log = [
      { deal: 1, at: '2024-03-01', to: 'won' },
      { deal: 1, at: '2024-03-02', to: 'lost' },
      { deal: 2, at: '2024-03-01', to: 'lead' },
      { deal: 2, at: '2024-03-02', to: 'lost' },
      { deal: 3, at: '2024-03-02', to: 'paid' },
      { deal: 4, at: '2024-03-01', to: 'paying' },
      { deal: 4, at: '2024-03-02', to: 'lost' },
    ]
    const some = measureFunnel(log, pipeline, { asOf: countedAsOf, by: 'region' })
    const sampleFrom = (from: string): unknown[] =>
      compareGroups(some, { minimumSample: 1, transition: { from, to: 'won' } }).insufficient.map(({ rate, sample }) => [rate, sample])
    expect(sampleFrom('lead')).toEqual([[0.75, 4]])
    expect(sampleFrom('won')).toEqual([[1 / 3, 3]])
    expect(sampleFrom('paying')).toEqual([[0.5, 2]])
  })

  it('counts however large are compared at once', () => {
    const groups = ['A', 'B', 'C'].map((group, index) => closed(group, 400_000_000 + index * 1_000_000, 600_000_000))
    const { alerts, compared } = compareGroups(partOfMeasure(groups), { minimumSample: 1000 })
    expect(namesOf(alerts)).toEqual(['A'])
    expect(compared.map(({ pValue }) => pValue < 1e-100)).toEqual([true, false, true])
  })
})

const transitions = fc.constantFrom<GroupComparisonOptions['transition']>(
  undefined,
  toNegotiation,
  { from: 'lead', to: 'negotiating' },
  { from: 'lead', to: 'won' },
)
const asked = fc.record({ transition: transitions, minimumSample: fc.integer({ min: 1, max: 8 }) })

describe('compareGroups: laws', () => {
  it('says the same of the whole measure and of the part that is used, and changes neither', () => {
    const seen = { alerts: 0, insufficient: 0, significant: 0 }
    fc.assert(
      fc.property(countedGroups(8), asked, (groups, options) => {
        const whole = measure(groups)
        const inOrder = whole.groups?.map(({ group }) => group)
        const part = partOfMeasure(groups.filter(({ lost, open, won, nowhere }) => [...lost, ...open, won, nowhere].some((count) => count !== 0)))
        const sorted = { ...part, groups: inOrder?.map((name) => part.groups?.find(({ group }) => group === name)) } as FunnelMeasure
        const found = compareGroups(deepFreeze(whole), deepFreeze(options))
        expect(compareGroups(sorted, options)).toEqual(found)
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        seen.alerts += found.alerts.length
        seen.insufficient += found.insufficient.length
        seen.significant += found.alerts.filter(({ significant }) => significant).length
      }),
      { seed: 12, numRuns: 150 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })

  it('tells every group once, in their order; alerts are those below, significant ones first, and then the furthest below', () => {
    fc.assert(
      fc.property(countedGroups(), asked, (groups, options) => {
        const part = partOfMeasure(groups)
        const { alerts, compared, insufficient } = compareGroups(part, options)
        expect(new Set(namesOf([...compared, ...insufficient]))).toEqual(new Set(namesOf(groups)))
        expect(compared.length + insufficient.length).toBe(groups.length)
        const place = new Map(groups.map(({ group }, index) => [group, index]))
        for (const list of [compared, insufficient]) {
          const places = list.map(({ group }) => place.get(group) as number)
          expect(places).toEqual([...places].sort((one, other) => one - other))
        }
        // 1e-9 is far below the least difference of two shares of so few deals.
        expect(new Set(alerts)).toEqual(new Set(compared.filter(({ rate, others }) => others - rate > 1e-9)))
        for (const [index, alert] of alerts.slice(1).entries()) {
          const before = alerts[index] as (typeof alerts)[number]
          expect(Number(before.significant)).toBeGreaterThanOrEqual(Number(alert.significant))
          if (before.significant === alert.significant) expect(before.others - before.rate).toBeGreaterThanOrEqual(alert.others - alert.rate - 1e-9)
        }
        for (const { sample, othersSample } of compared) expect(Math.min(sample, othersSample)).toBeGreaterThanOrEqual(options.minimumSample)
        for (const { sample, reason } of insufficient) expect(reason === 'group').toBe(sample < options.minimumSample)
      }),
    )
  })

  it('the rates of a group and of the others, weighed by their deals, are the rate of all, whichever group it is', () => {
    fc.assert(
      fc.property(countedGroups(), (groups) => {
        const all = groups.reduce((sum, { won }) => sum + won, 0)
        for (const { rate, others, sample, othersSample } of compareGroups(partOfMeasure(groups), { minimumSample: 1 }).compared) {
          expect(rate * sample + others * othersSample).toBeCloseTo(all, 9)
        }
      }),
    )
  })

  it('the order of groups in the measure changes nothing but the order of those compared', () => {
    fc.assert(
      fc.property(countedGroups(), asked, (groups, options) => {
        const found = compareGroups(partOfMeasure(groups), options)
        const turned = compareGroups(partOfMeasure([...groups].reverse()), options)
        expect(turned.alerts).toEqual(found.alerts)
        expect(turned.compared).toEqual([...found.compared].reverse())
        expect(turned.insufficient).toEqual([...found.insufficient].reverse())
      }),
    )
  })

  it('as many deals again of each kind leave rates as they are, and tell more surely', () => {
    fc.assert(
      fc.property(countedGroups(), (groups) => {
        const twice = groups.map((group) => ({
          ...group,
          won: group.won * 2,
          lost: group.lost.map((count) => count * 2) as [number, number, number],
        }))
        const options = { minimumSample: 1, transition: toNegotiation }
        const once = compareGroups(partOfMeasure(groups.map((group) => ({ ...group, open: [0, 0, 0] }))), options)
        const doubled = compareGroups(partOfMeasure(twice.map((group) => ({ ...group, open: [0, 0, 0] }))), options)
        expect(doubled.compared.map(({ rate, others }) => [rate, others])).toEqual(once.compared.map(({ rate, others }) => [rate, others]))
        for (const [index, { interval }] of doubled.compared.entries()) {
          const wider = once.compared[index]?.interval as readonly [number, number]
          expect(interval[1] - interval[0]).toBeLessThan(wider[1] - wider[0])
        }
      }),
    )
  })

  it('corrected p-values keep the order of the others, and are those of Holm', () => {
    fc.assert(
      fc.property(countedGroups(40), (groups) => {
        const { compared } = compareGroups(partOfMeasure(groups), { minimumSample: 1 })
        for (const one of compared) {
          expect(one.significant).toBe(one.pValue < 0.05)
          expect(one.adjustedPValue).toBeGreaterThanOrEqual(one.pValue)
          expect(one.adjustedPValue).toBeLessThanOrEqual(Math.min(1, one.pValue * compared.length))
          for (const other of compared) if (one.pValue <= other.pValue) expect(one.adjustedPValue).toBeLessThanOrEqual(other.adjustedPValue)
        }
      }),
    )
  })
})

describe('compareGroups: 8,800 opportunities', () => {
  it('the regions of a maker of computers differ by no more than chance brings about', (context) => {
    const { log } = readPipelineData(context)
    const regions = measureFunnel(log, engaging, { asOf: '2017-12-31', by: 'region' })
    const found = compareGroups(regions, { minimumSample: 100 })
    expect(found.compared.map(({ group, sample }) => [group, sample])).toEqual(
      regions.groups?.map(({ group, won, lost }) => [group, won.count + lost.count]),
    )
    expect(found.compared.reduce((sum, { sample }) => sum + sample, 0)).toBe(6711)
    // scipy.stats.fisher_exact.
    for (const [index, pValue] of [0.4360272258118689, 0.9099495954868364, 0.3482261472696984].entries()) {
      expect(found.compared[index]?.pValue).toBeCloseTo(pValue, 12)
    }
    for (const one of found.compared) {
      const of = regions.groups?.find(({ group }) => group === one.group)
      expect([one.rate, one.interval]).toEqual([of?.conversion.ofClosed, of?.conversion.interval])
    }
    expect(found.alerts.map(({ group, significant }) => [group, significant])).toEqual([
      ['Central', false],
      ['East', false],
    ])
    expect(compareGroups(regions, { minimumSample: 100, transition: { from: 'engaging', to: 'won' } }).alerts).toEqual(found.alerts)
  })

  it('of thirty agents two are below the others by more than chance alone, taken each by itself; not one, taken as one of thirty', (context) => {
    const { log } = readPipelineData(context)
    const agents = measureFunnel(log, engaging, { asOf: '2017-12-31', by: 'agent' })
    const { alerts, compared } = compareGroups(agents, { minimumSample: 30 })
    expect(compared).toHaveLength(30)
    // scipy.stats.fisher_exact of 127 won and 104 lost, and of 158 and 117, against all the others.
    const significant = alerts.filter((alert) => alert.significant)
    expect(namesOf(significant)).toEqual(['Lajuana Vencill', 'Donn Cantrell'])
    expect(significant[0]?.pValue).toBeCloseTo(0.010127272400850176, 12)
    expect(significant[1]?.pValue).toBeCloseTo(0.04790898893565823, 12)
    expect(significant.map(({ adjustedPValue }) => adjustedPValue < 0.05)).toEqual([false, false])
  })
})
