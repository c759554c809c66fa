import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainCustomerEquity, explainMigration, explainProjection } from '../explain.js'
import { customerEquity, type Migration, migrationMatrix, projectTiers } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const places = (...tiers: readonly (string | undefined)[]) =>
  tiers.flatMap((tier, index) => (tier === undefined ? [] : [{ customer: `C-${index}`, tier }]))
const tiers = ['A', 'B', 'C', 'lost']
const migration = deepFreeze(
  migrationMatrix(
    { previous: places('A', 'A', 'A', 'B', 'B', undefined, 'x'), current: places('A', 'A', 'B', 'A', undefined, 'B') },
    { tiers, lost: 'lost', invalid: 'collect' },
  ),
)
const known = {
  counts: [100, 300, 600, 0],
  rates: [
    [0.8, 0.15, 0.03, 0.02],
    [0.1, 0.7, 0.15, 0.05],
    [0.02, 0.1, 0.73, 0.15],
    [0, 0, 0, 1],
  ],
}

describe('explainMigration', () => {
  it('says how many customers stayed, rose and fell, where those of each tier went, and what is to be known', () => {
    expect(explainMigration(migration).sentences).toEqual([
      'Customers compared: 5. In the same tier as before: 2 (40%); in a higher one: 1; in a lower one: 2.',
      'Before in "A": 3. After: 2 in "A" (66.67%), 1 in "B" (33.33%).',
      'Before in "B": 2. After: 1 in "A" (50%), 1 in "lost" (50%).',
      'Rows left out because something is wrong with them: 1; rows read: 10.',
      'Customers there before and no longer after, counted in "lost": 1.',
      'Customers there after and not yet before, left out: 1.',
      'Of "C" no customers from before could be compared, so it is not known where they go.',
    ])
    expect(explainMigration(migration, zhCN).sentences).toEqual([
      '前后可比的客户：5 家。等级不变：2 家（40%）；升级：1 家；降级：2 家。',
      '原属“A”：3 家。现属：“A”2 家（66.67%），“B”1 家（33.33%）。',
      '原属“B”：2 家。现属：“A”1 家（50%），“lost”1 家（50%）。',
      '因有错误而未计入的记录：1 条；读入的记录：10 条。',
      '之前在、之后不在，计入“lost”的客户：1 家。',
      '之前不在、之后才有，未计入的客户：1 家。',
      '没有此前属于“C”且前后可比的客户，因此无从得知该等级客户的去向。',
    ])
  })

  it('says where those who are gone are left out, and that nobody could be compared', () => {
    const gone = migrationMatrix({ previous: places('A'), current: [] }, { tiers: ['A'] })
    expect(explainMigration(JSON.parse(JSON.stringify(gone))).sentences).toEqual([
      'No customers could be compared.',
      'Customers there before and no longer after, left out: 1.',
      'Of "A" no customers from before could be compared, so it is not known where they go.',
    ])
    expect(explainMigration(gone, zhCN).sentences.slice(0, 2)).toEqual(['没有前后可比的客户。', '之前在、之后不在，未计入的客户：1 家。'])
  })

  it('says where customers are taken to stay', () => {
    const stays = migrationMatrix({ previous: [], current: [] }, { tiers: ['A'], unknown: 'stay' })
    expect(explainMigration(stays).sentences[1]).toBe('Of "A" no customers from before could be compared, so they are taken to stay.')
    expect(explainMigration(stays, zhCN).sentences[1]).toBe('没有此前属于“A”且前后可比的客户，按其客户全部留在该等级处理。')
    expect(issuesOf(() => explainMigration({ ...stays, rates: [[0.5]] }))).toEqual([['outdated-input', ['migration', 'rates', 0, 0]]])
  })

  it('refuses what is no migration, and rates that are not of its counts', () => {
    const refuse = (changed: object) => issuesOf(() => explainMigration({ ...migration, ...changed } as Migration))
    expect(issuesOf(() => explainMigration(undefined as never))).toEqual([['missing', ['migration']]])
    expect(refuse({ tiers: [], counts: [[-1]], rates: [null] })).toEqual([
      ['empty', ['migration', 'tiers']],
      ['too-small', ['migration', 'counts', 0, 0]],
      ['wrong-type', ['migration', 'rates', 0]],
    ])
    expect(refuse({ tiers: ['A', 'A', 'C'], rates: [[], ...migration.rates.slice(1)] })).toEqual([
      ['duplicate', ['migration', 'tiers', 1]],
      ['wrong-length', ['migration', 'counts']],
      ...[0, 1, 2, 3].map((row) => ['wrong-length', ['migration', 'counts', row]]),
      ['wrong-length', ['migration', 'rates']],
      ...[0, 1, 2, 3].map((row) => ['wrong-length', ['migration', 'rates', row]]),
    ])
    expect(refuse({ counts: [[2, 0, 0, 0], ...migration.counts.slice(1)] })).toEqual([
      ['outdated-input', ['migration', 'rates', 0, 0]],
      ['outdated-input', ['migration', 'rates', 0, 1]],
    ])
  })
})

describe('explainProjection', () => {
  it('says of the known answer (vector 13) how many customers each tier has now and after two periods', () => {
    const rows = deepFreeze(projectTiers(known, { periods: 2 }))
    expect(explainProjection(rows, { tiers }).sentences).toEqual([
      'Periods looked ahead: 2. Customers expected in each tier, if the share of each tier that goes to each other tier stays the same in every period:',
      '"A": 100 now, 135.82 at the end (+35.82).',
      '"B": 300 now, 266.4 at the end (−33.6).',
      '"C": 600 now, 401.19 at the end (−198.81).',
      '"lost": 0 now, 196.59 at the end (+196.59).',
    ])
    expect(explainProjection(rows, { tiers }, zhCN).sentences.slice(0, 2)).toEqual([
      '预测期数：2。假设各期由各等级转入各等级的比例不变，各等级的预计客户数如下：',
      '“A”：目前 100，期末 135.82（+35.82）。',
    ])
  })

  it('says of no period that nothing changes, and of next to nothing that it is not nothing', () => {
    expect(explainProjection([[5]], { tiers: ['A'] }).sentences[1]).toBe('"A": 5 now, 5 at the end (0).')
    const said = (from: number, to: number) => explainProjection([[from], [to]], { tiers: ['A'] }).sentences[1]
    expect(said(0.001, 1e-300)).toBe('"A": <0.01 now, <0.01 at the end (>−0.01).')
    expect(said(5e-324, 0.006)).toBe('"A": <0.01 now, 0.01 at the end (+0.01).')
    expect(said(0, 0.00499)).toBe('"A": 0 now, <0.01 at the end (<0.01).')
    expect(said(1, 1.001)).toBe('"A": 1 now, 1 at the end (<0.01).')
  })

  it('refuses what is no projection, or of other tiers', () => {
    const refuse = (rows: unknown, options: unknown) => issuesOf(() => explainProjection(rows as never, options as never))
    expect(refuse(undefined, undefined)).toEqual([
      ['missing', ['rows']],
      ['missing', ['options']],
    ])
    expect(refuse([[1, '2', Number.NaN, -1], {}], { tiers: ['A', '', 'A'], tier: 5 })).toEqual([
      ['wrong-type', ['rows', 0, 1]],
      ['wrong-type', ['rows', 0, 2]],
      ['too-small', ['rows', 0, 3]],
      ['wrong-type', ['rows', 1]],
      ['unknown-key', ['options', 'tier']],
      ['empty', ['options', 'tiers', 1]],
      ['duplicate', ['options', 'tiers', 2]],
    ])
    expect(refuse([], { tiers: [] })).toEqual([
      ['empty', ['rows']],
      ['empty', ['options', 'tiers']],
    ])
    expect(refuse([[1], [1, 2]], { tiers: ['A'] })).toEqual([['wrong-length', ['rows', 1]]])
    expect(refuse([[1]], {})).toEqual([['missing', ['options', 'tiers']]])
  })
})

describe('explainCustomerEquity', () => {
  it('says of the known answer (vector 13) what one customer of each tier is worth, and all are', () => {
    const equity = deepFreeze(customerEquity({ ...known, margins: [1, 1, 1, 0], discountRate: 0 }))
    expect(explainCustomerEquity(equity, { tiers }).sentences).toEqual([
      'All customers together are worth 12094.89 now.',
      '"A": one customer is worth 17.15, all together 1715.33, which is 14.18% of the total.',
      '"B": one customer is worth 14.16, all together 4248.18, which is 35.12% of the total.',
      '"C": one customer is worth 10.22, all together 6131.39, which is 50.69% of the total.',
      '"lost": one customer is worth 0, all together 0, which is 0% of the total.',
    ])
    expect(explainCustomerEquity(equity, { tiers }, zhCN).sentences.slice(0, 2)).toEqual([
      '全部客户的现值合计 12094.89。',
      '“A”：每家客户的现值为 17.15，合计 1715.33，占总额的 14.18%。',
    ])
  })

  it('tells no parts of a total where some tier is worth less than nothing, or nothing is worth anything', () => {
    const negative = { total: 5, byTier: [6, -1], perCustomer: [3, -0.5] }
    expect(explainCustomerEquity(negative, { tiers: ['A', 'B'] }).sentences).toEqual([
      'All customers together are worth 5 now.',
      '"A": one customer is worth 3, all together 6.',
      '"B": one customer is worth −0.5, all together −1.',
    ])
    expect(explainCustomerEquity({ total: 0, byTier: [0], perCustomer: [0] }, { tiers: ['A'] }, zhCN).sentences[1]).toBe(
      '“A”：每家客户的现值为 0，合计 0。',
    )
    // Rounded one by one, a tier may seem to be worth more than all.
    const most = { total: 0.3, byTier: [0.1 + 0.2], perCustomer: [1] }
    expect(explainCustomerEquity(most, { tiers: ['A'] }).sentences[1]).toContain('which is 100% of the total')
  })

  it('says of next to nothing that it is not nothing', () => {
    const equity = { total: 1e-300, byTier: [2e-300, -1e-300], perCustomer: [1e-300, -0.001] }
    expect(explainCustomerEquity(equity, { tiers: ['A', 'B'] }).sentences).toEqual([
      'All customers together are worth <0.01 now.',
      '"A": one customer is worth <0.01, all together <0.01.',
      '"B": one customer is worth >−0.01, all together >−0.01.',
    ])
  })

  it('takes tiers that add up to the total but for rounding, and no others', () => {
    const refuse = (total: number, byTier: readonly number[]) =>
      issuesOf(() => explainCustomerEquity({ total, byTier, perCustomer: byTier.map(() => 1) }, { tiers: byTier.map((_, index) => `T${index}`) }))
    const outdated = [['outdated-input', ['equity', 'total']]]
    expect(refuse(1000, [1000, 1])).toEqual(outdated)
    expect(refuse(100.000001, [60, 40])).toEqual(outdated)
    expect(refuse(0, [1e-300])).toEqual(outdated)
    for (const [total, byTier] of [
      [0.6, [0.1, 0.2, 0.3]],
      [0.3, [0.1 + 0.2]],
      [0, [1e308, -1e308]],
      [5e-324, [5e-324, 0]],
    ] as const)
      expect(refuse(total, byTier)).toBeTypeOf('string')
    const margin = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(fc.tuple(margin, margin, margin), fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6)), (margins, counts) => {
        const rates = [
          [0.7, 0.1, 0.1],
          [0.3, 0.3, 0.3],
          [0, 0.1, 0.85],
        ].map((row, index) => [...row, [0.1, 0.1, 0.05][index] as number])
        const equity = customerEquity({ counts: [...counts, 0], rates: [...rates, [0, 0, 0, 1]], margins: [...margins, 0], discountRate: 0.1 })
        expect(explainCustomerEquity(equity, { tiers }).sentences).toHaveLength(5)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses what is no equity, or of other tiers', () => {
    const refuse = (equity: unknown, options: unknown) => issuesOf(() => explainCustomerEquity(equity as never, options as never))
    expect(refuse({ total: '5', byTier: [Infinity] }, null)).toEqual([
      ['wrong-type', ['equity', 'total']],
      ['wrong-type', ['equity', 'byTier', 0]],
      ['missing', ['equity', 'perCustomer']],
      ['wrong-type', ['options']],
    ])
    expect(refuse({ total: 5, byTier: [1, 2], perCustomer: [] }, { tiers: ['A'] })).toEqual([
      ['wrong-length', ['equity', 'byTier']],
      ['wrong-length', ['equity', 'perCustomer']],
    ])
  })
})
