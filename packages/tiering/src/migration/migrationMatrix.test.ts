import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { type Migration, type MigrationCase, type MigrationOptions, migrationMatrix, projectTiers, type TierPlace } from '../index.js'

/** `'A: 1 2 3'`: the customers 1, 2 and 3 are in tier A. */
const placesOf = (...lines: readonly string[]): TierPlace[] =>
  lines.flatMap((line) => {
    const [tier = '', customers = ''] = line.split(': ')
    return customers.split(' ').map((customer) => ({ customer, tier }))
  })
const tiers = ['A', 'B', 'lost']
const previous = placesOf('A: 1 2 3 4', 'B: 5 6', 'lost: 7 8')
const current = placesOf('A: 1 2 5 9', 'B: 3 7 10')
const matrix = (options: Partial<MigrationOptions> = {}, migration: Partial<MigrationCase> = {}): Migration =>
  migrationMatrix({ previous, current, ...migration }, { tiers, ...options })

describe('migrationMatrix: known answers', () => {
  it('counts who went where, and says who is gone and who joined', () => {
    const expected: Migration = {
      tiers,
      counts: [
        [2, 1, 0],
        [1, 0, 0],
        [0, 1, 0],
      ],
      rates: [
        [2 / 3, 1 / 3, 0],
        [1, 0, 0],
        [0, 1, 0],
      ],
      rejected: [],
      diagnoses: [
        { code: 'customers-gone', params: { count: 3, lost: null } },
        { code: 'customers-joined', params: { count: 2 } },
      ],
    }
    expect(matrix()).toStrictEqual(expected)
  })

  it('puts who is gone into the tier of the lost, where the lost stay', () => {
    expect(matrix({ lost: 'lost' })).toMatchObject({
      counts: [
        [2, 1, 1],
        [1, 0, 1],
        [0, 1, 1],
      ],
      rates: [
        [0.5, 0.25, 0.25],
        [0.5, 0, 0.5],
        [0, 0.5, 0.5],
      ],
      diagnoses: [
        { code: 'customers-gone', params: { count: 2, lost: 'lost' } },
        { code: 'customers-joined', params: { count: 2 } },
      ],
    })
  })

  it('knows that who is lost stays so, though nobody was; of another tier where nobody was it knows nothing', () => {
    const { counts, rates, diagnoses } = matrix(
      { tiers: ['A', 'B', 'C', 'lost'], lost: 'lost' },
      { previous: placesOf('A: 1 2'), current: placesOf('C: 1') },
    )
    expect(counts).toEqual([
      [0, 0, 1, 1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(rates).toEqual([
      [0, 0, 0.5, 0.5],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 1],
    ])
    expect(diagnoses).toEqual([
      { code: 'customers-gone', params: { count: 1, lost: 'lost' } },
      { code: 'tier-unknown', params: { tier: 'B', stays: false } },
      { code: 'tier-unknown', params: { tier: 'C', stays: false } },
    ])
    // Nobody comes to B, so that C alone stands in the way of a projection.
    expect(issuesOf(() => projectTiers({ counts: [2, 0, 0, 0], rates }, { periods: 1 }))).toEqual([['sum-differs', ['projection', 'rates', 2]]])
  })

  it("takes customers to stay where nothing is known, so that any counts can be projected: unknown 'stay'", () => {
    const { counts, rates, diagnoses } = matrix(
      { tiers: ['A', 'B', 'C', 'lost'], lost: 'lost', unknown: 'stay' },
      { previous: placesOf('A: 1 2'), current: placesOf('C: 1') },
    )
    expect(counts[2]).toEqual([0, 0, 0, 0])
    expect(rates).toEqual([
      [0, 0, 0.5, 0.5],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
    ])
    expect(diagnoses.slice(1)).toEqual(['B', 'C'].map((tier) => ({ code: 'tier-unknown', params: { tier, stays: true } })))
    expect(projectTiers({ counts: [2, 3, 1, 0], rates }, { periods: 1 })[1]).toEqual([0, 3, 2, 1])
    // Of A it is not known either: its customers are gone without a tier of the lost.
    expect(matrix({ tiers: ['A'], unknown: 'stay' }, { previous: placesOf('A: 1'), current: [] })).toMatchObject({ counts: [[0]], rates: [[1]] })
  })

  it('nobody went anywhere', () => {
    expect(migrationMatrix({ previous: [], current: [] }, { tiers: ['A'] })).toStrictEqual({
      tiers: ['A'],
      counts: [[0]],
      rates: [[0]],
      rejected: [],
      diagnoses: [{ code: 'tier-unknown', params: { tier: 'A', stays: false } }],
    })
  })

  it('takes the rows of a tiering and of a retiering', () => {
    const tiered = [{ customer: '1', value: '5', sum: '15', tier: 'A', rank: 1, reasons: [] }]
    const retiered = [{ customer: '1', tier: 'B', since: '2024-01-01', belowSince: '2024-02-01' }]
    expect(matrix({}, { previous: tiered, current: retiered }).counts[0]).toEqual([0, 1, 0])
  })

  it('names may be anything', () => {
    const names = ['__proto__', 'constructor', 'lost', ' ', '客户']
    const places = names.map((name) => ({ customer: name, tier: name }))
    const { counts, rates } = migrationMatrix({ previous: places, current: places }, { tiers: names, lost: '__proto__' })
    const unit = names.map((_, row) => names.map((__, column) => (row === column ? 1 : 0)))
    expect([counts, rates]).toEqual([unit, unit])
  })
})

describe('migrationMatrix: bad rows', () => {
  const rows = [
    { customer: '1', tier: 'A' },
    { customer: '2', tier: 'Z' },
    null,
    { customer: '1', tier: 'B' },
    { customer: '3', tier: 'A', colour: 1 },
  ]

  it('collects them, and leaves out the customers of whom nothing else is known', () => {
    const { counts, rejected, diagnoses } = matrix(
      { invalid: 'collect', lost: 'lost' },
      { previous: rows as TierPlace[], current: placesOf('B: 1 2 4', 'Y: 5') },
    )
    expect(counts[0]).toEqual([0, 1, 0])
    expect(rejected.map(({ issues, ...row }) => [row, codesAndPaths(issues)])).toEqual([
      [{ list: 'previous', index: 1, id: '2' }, [['not-allowed', ['previous', 1, 'tier']]]],
      [{ list: 'previous', index: 2 }, [['wrong-type', ['previous', 2]]]],
      [{ list: 'previous', index: 3, id: '1' }, [['duplicate', ['previous', 3, 'customer']]]],
      [{ list: 'previous', index: 4, id: '3' }, [['unknown-key', ['previous', 4, 'colour']]]],
      [{ list: 'current', index: 3, id: '5' }, [['not-allowed', ['current', 3, 'tier']]]],
    ])
    expect(diagnoses).toEqual([
      { code: 'rows-rejected', params: { rejected: 5, read: 4 } },
      { code: 'customers-joined', params: { count: 1 } },
      { code: 'tier-unknown', params: { tier: 'B', stays: false } },
    ])
  })

  it('does not take for lost whose later row is a bad one', () => {
    const places = { previous: placesOf('A: 1 2'), current: placesOf('A: 1', 'Z: 2') }
    expect(matrix({ invalid: 'collect', lost: 'lost' }, places).counts[0]).toEqual([1, 0, 0])
  })

  it('throws those of both lists together', () => {
    expect(issuesOf(() => matrix({}, { previous: rows as TierPlace[], current: [{ customer: '', tier: 'A' }, { tier: null }] as never }))).toEqual([
      ['not-allowed', ['previous', 1, 'tier']],
      ['wrong-type', ['previous', 2]],
      ['duplicate', ['previous', 3, 'customer']],
      ['unknown-key', ['previous', 4, 'colour']],
      ['empty', ['current', 0, 'customer']],
      ['missing', ['current', 1, 'customer']],
      ['not-allowed', ['current', 1, 'tier']],
    ])
  })

  it.each([...badTexts, [{}, 'wrong-type']] as const)('a customer named %o', (customer, code) => {
    expect(issuesOf(() => matrix({}, { current: [{ customer: customer as string, tier: 'A' }] }))).toEqual([[code, ['current', 0, 'customer']]])
  })

  it.each([
    [undefined, 'missing'],
    ['a', 'not-allowed'],
    [0, 'not-allowed'],
    ['__proto__', 'not-allowed'],
  ])('a tier %o', (tier, code) => {
    expect(issuesOf(() => matrix({}, { current: [{ customer: '1', tier: tier as string }] }))).toEqual([[code, ['current', 0, 'tier']]])
  })

  it('takes holes for rows, and reads own properties only', () => {
    expect(issuesOf(() => matrix({}, { previous: Array(1), current: [Object.create({ customer: '1', tier: 'A' })] }))).toEqual([
      ['missing', ['previous', 0]],
      ['missing', ['current', 0, 'customer']],
      ['missing', ['current', 0, 'tier']],
    ])
  })
})

describe('migrationMatrix: bad arguments', () => {
  it.each(badRecords)('no case, %o', (value, code) => {
    expect(issuesOf(() => migrationMatrix(value as never, { tiers }))).toEqual([[code, ['migration']]])
  })

  it.each(badLists)('lists %o', (list, code) => {
    expect(issuesOf(() => matrix({ tiers: list as never }, { previous: list as never, current: list as never }))).toEqual([
      [code, ['previous']],
      [code, ['current']],
      [code, ['options', 'tiers']],
    ])
  })

  it.each<[unknown, unknown]>([
    [undefined, [['missing', ['options']]]],
    [null, [['wrong-type', ['options']]]],
    [{}, [['missing', ['options', 'tiers']]]],
    [{ tiers: [] }, [['empty', ['options', 'tiers']]]],
    [
      { tiers: ['A', '', 7, 'A'] },
      [
        ['empty', ['options', 'tiers', 1]],
        ['wrong-type', ['options', 'tiers', 2]],
        ['duplicate', ['options', 'tiers', 3]],
      ],
    ],
    [{ tiers: Array.from({ length: 101 }, (_, index) => `${index}`) }, [['too-many-parts', ['options', 'tiers']]]],
    [{ tiers, lost: 'gone' }, [['not-allowed', ['options', 'lost']]]],
    [{ tiers, lost: null }, [['not-allowed', ['options', 'lost']]]],
    [{ tiers, unknown: 'leave' }, [['not-allowed', ['options', 'unknown']]]],
    [{ tiers, unknown: null }, [['not-allowed', ['options', 'unknown']]]],
    [{ tiers, invalid: 'drop' }, [['not-allowed', ['options', 'invalid']]]],
    [{ tiers, asOf: '2024-01-01' }, [['unknown-key', ['options', 'asOf']]]],
  ])('options %o', (options, issues) => {
    expect(issuesOf(() => migrationMatrix({ previous, current }, options as never))).toEqual(issues)
  })

  it('lists that are missing, and keys that are unknown, with all else', () => {
    expect(issuesOf(() => migrationMatrix({ next: [] } as never, {} as never))).toEqual([
      ['unknown-key', ['next']],
      ['missing', ['previous']],
      ['missing', ['current']],
      ['missing', ['options', 'tiers']],
    ])
  })

  it('options that are undefined are as good as left out', () => {
    expect(matrix({ lost: undefined, unknown: undefined, invalid: undefined })).toStrictEqual(matrix())
  })
})

describe('migrationMatrix: laws', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 12 })
  const places = ids.chain((customers) =>
    fc.tuple(...customers.map((customer) => fc.record({ customer: fc.constant(customer), tier: fc.constantFrom(...tiers) }))),
  )
  const lostTiers = fc.constantFrom(undefined, 'lost', 'A')

  it('counts what a count of each cell gives, in any order', () => {
    fc.assert(
      fc.property(places, places, lostTiers, fc.infiniteStream(fc.nat()), (before, after, lost, keys) => {
        const shuffle = <Row>(list: readonly Row[]): Row[] =>
          list
            .map((row) => ({ row, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row)
        const found = migrationMatrix(deepFreeze({ previous: before, current: after }), deepFreeze({ tiers, lost }))
        expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found)
        expect(migrationMatrix({ previous: shuffle(before), current: shuffle(after) }, { tiers, lost })).toEqual(found)
        const tierAfter = (customer: string): string | undefined => after.find((one) => one.customer === customer)?.tier ?? lost
        tiers.forEach((from, row) => {
          const own = before.filter(({ tier }) => tier === from).map(({ customer }) => tierAfter(customer))
          expect(found.counts[row]).toEqual(tiers.map((to) => own.filter((tier) => tier === to).length))
          const sum = (found.rates[row] as number[]).reduce((total, rate) => total + rate, 0)
          expect(sum).toBeCloseTo(own.some((tier) => tier !== undefined) || from === lost ? 1 : 0, 12)
        })
      }),
    )
  })

  it("with unknown 'stay' its rates can be projected, and without it where somebody was in every tier", () => {
    fc.assert(
      fc.property(places, places, lostTiers, fc.constantFrom(undefined, 'stay'), (before, after, lost, unknown) => {
        const { counts, rates, diagnoses } = migrationMatrix({ previous: before, current: after }, { tiers, lost, unknown })
        const bare = migrationMatrix({ previous: before, current: after }, { tiers, lost })
        expect(counts).toEqual(bare.counts)
        const unknownTiers = diagnoses.flatMap((one) => (one.code === 'tier-unknown' ? [one.params.tier] : []))
        expect(bare.diagnoses.flatMap((one) => (one.code === 'tier-unknown' ? [one.params.tier] : []))).toEqual(unknownTiers)
        // Somebody is in every tier, so that no row may be empty.
        const project = (): number[][] => projectTiers({ counts: tiers.map(() => 10), rates }, { periods: 1 })
        if (unknown === undefined && unknownTiers.length > 0) {
          expect(issuesOf(project)).toEqual(unknownTiers.map((tier) => ['sum-differs', ['projection', 'rates', tiers.indexOf(tier)]]))
          return
        }
        expect(project()[1]?.reduce((sum, count) => sum + count, 0)).toBeCloseTo(10 * tiers.length, 9)
        // From where they were, the rates lead to where they are.
        const now = counts[0]?.map((_, column) => counts.reduce((sum, row) => sum + (row[column] as number), 0)) as number[]
        const start = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
        projectTiers({ counts: start, rates }, { periods: 1 })[1]?.forEach((count, index) => expect(count).toBeCloseTo(now[index] as number, 9))
      }),
    )
  })
})
