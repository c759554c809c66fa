import { benefitsFor, classifyByShare, classifyByThreshold } from '@clientele/tiering'
import { explainTiers } from '@clientele/tiering/explain'
import { paretoAbc, textbookAbc, textbookBenefits, textbookShares } from '@clientele/tiering/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import type { Shown } from '../types.js'
import { customers, tiers } from './chapter.js'
import type { Abc } from './computeAbc.js'
import { type AbcFields, profitField } from './fields.js'
import { page } from './page.js'
import { teaching } from './texts/teaching.js'

type Changes = Partial<AbcFields>

const tiersOf = ({ tiering }: Abc) => tiers.map((tier) => tiering.customers.filter((one) => one.tier === tier).map(({ customer }) => customer))
const sharesOf = ({ tiering }: Abc) => tiering.tiers.map(({ shareOfValue }) => shareOfValue)
const metOf = ({ tiering }: Abc) => tiering.expectations?.map(({ met }) => met)
const changesOf = (changes: Changes) => resultOf(page, changes).changes.map(({ customer, from, to }) => `${customer} ${from}${to}`)
const codesOf = (changes: Changes) => resultOf(page, changes).tiering.diagnoses.map(({ code }) => code)
/** Profits of the first customers, and no others. */
const book = (...values: readonly string[]): Changes =>
  Object.fromEntries(customers.map((customer, index) => [profitField(customer), values[index] ?? '']))
const byThreshold = { way: 'threshold' } as const
const byValue = { way: 'share-of-value' } as const

/** The page as it would be shown, with nobody to see what is changed. */
function shownWith(fields: AbcFields, result: Abc): Shown<AbcFields, Abc> {
  return { language: 'zh-CN', isLarge: false, fields, result, isStale: false, issuesOf: () => [], change: () => undefined }
}

/** All texts and numbers that a template puts on the page. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(textsIn)
  const { values } = (value ?? {}) as { readonly values?: unknown }
  return Array.isArray(values) ? values.flatMap(textsIn) : []
}

describe('the way by share of the customers (S2)', () => {
  it('has A bring in 60 to 80 % with 20 % of the customers, B 15 to 30 % with 30 %, C 5 to 15 % with 50 %', () => {
    const result = resultOf(page)
    expect(tiersOf(result)).toEqual([
      ['K1', 'K2'],
      ['K3', 'K4', 'K5'],
      ['K6', 'K7', 'K8', 'K9', 'K10'],
    ])
    expect(sharesOf(result)).toEqual([0.7, 0.22, 0.08])
    expect(metOf(result)).toEqual([true, true, true])
    expect(result.changes).toEqual([])
    expect(page.policy(page.defaults, result)).toEqual([textbookShares, textbookBenefits])
  })

  it('tells who is elsewhere once a cut is moved, and what is expected no more', () => {
    const moved = { 'share-of-customers-A': '21' }
    expect(changesOf(moved)).toEqual(['K3 BA'])
    expect(sharesOf(resultOf(page, moved))).toEqual([0.79, 0.13, 0.08])
    expect(metOf(resultOf(page, moved))).toEqual([true, false, true])
    expect(changesOf({ 'profit-K6': '100' })).toEqual(['K6 CB', 'K5 BC'])
    expect(changesOf({ 'profit-K1': '' })).toEqual(['K3 BA', 'K6 CB'])
  })

  it('follows the package, also with other amounts and another boundary', () => {
    const { tiering, scheme } = resultOf(page, { 'share-of-customers-A': '30.5', 'share-boundary': 'after', 'profit-K11': '45.5' })
    const values = [360, 340, 90, 70, 60, 25, 20, 15, 12, 8, 45.5].map((value, index) => ({ customer: `K${index + 1}`, value }))
    const cuts = textbookShares.cuts.map((cut) => (cut.id === 'A' ? { ...cut, upToPercent: '30.5' } : cut))
    expect(tiering).toEqual(classifyByShare(values, { ...textbookShares, cuts, boundary: 'after' }))
    expect(explainTiers(tiering, scheme).sentences[0]).toContain('"ABC by shares of the customers": 11')
  })
})

describe('the way by share of the profit', () => {
  it('is the usual one of 80, 95 and 100 %', () => {
    const result = resultOf(page, byValue)
    expect(tiersOf(result)).toEqual([
      ['K1', 'K2', 'K3', 'K4'],
      ['K5', 'K6', 'K7'],
      ['K8', 'K9', 'K10'],
    ])
    expect(page.policy(page.defaults, result)).toEqual([paretoAbc, textbookBenefits])
    expect(changesOf({ ...byValue, 'share-boundary': 'after' })).toEqual(['K4 AB', 'K7 BC'])
  })

  it('gives the known answer (tiering.md 7)', () => {
    const known = { ...byValue, ...book('500', '300', '120', '40', '20', '10', '5', '3', '1', '1') }
    expect(tiersOf(resultOf(page, known)).map(({ length }) => length)).toEqual([2, 2, 6])
    expect(tiersOf(resultOf(page, { ...known, 'share-boundary': 'after' })).map(({ length }) => length)).toEqual([2, 1, 7])
  })
})

describe('the way by average monthly sales (S1)', () => {
  it('has nobody in A with exactly 500,000 yuan a month', () => {
    const result = resultOf(page, byThreshold)
    expect(tiersOf(result)).toEqual([['K1'], ['K2', 'K3', 'K4'], ['K5', 'K6', 'K7', 'K8', 'K9', 'K10']])
    expect(result.tiering.customers.slice(0, 2).map(({ value }) => value)).toEqual(['660000.00', '500000.00'])
    expect(page.policy(page.defaults, result)).toEqual([textbookAbc, textbookBenefits])
    expect(changesOf({ ...byThreshold, 'threshold-boundary': 'at-or-above' })).toEqual(['K2 BA'])
    expect(changesOf({ ...byThreshold, 'sales-K2-2024-06': '400000.01' })).toEqual(['K2 BA'])
    expect(changesOf({ ...byThreshold, 'threshold-A': '240000' })).toEqual(['K2 BA', 'K3 BA'])
  })

  it('averages as many months as are typed, those without sales too', () => {
    const result = resultOf(page, { ...byThreshold, months: '6' })
    expect(result.averages?.from).toBe('2024-01-01')
    expect(result.tiering.customers[0]?.value).toBe('330000.00')
    expect(result.tiering).toEqual(classifyByThreshold(result.averages as NonNullable<typeof result.averages>, textbookAbc))
    expect(resultOf(page, { ...byThreshold, months: '1' }).tiering.customers.find(({ customer }) => customer === 'K6')?.value).toBe('-15000.00')
  })
})

describe('books without a sensible answer', () => {
  it('places equal amounts together, on whichever side of a cut', () => {
    expect(tiersOf(resultOf(page, { 'profit-K3': '340' }))[0]).toEqual(['K1', 'K2', 'K3'])
    expect(codesOf(book('5', '5', '5', '5'))).toContain('all-equal')
    expect(tiersOf(resultOf(page, book('5', '5', '5', '5')))[0]).toHaveLength(4)
  })

  it('says so of nothing, of one, of all zero, of losses', () => {
    expect(codesOf(book())).toEqual(['no-customers'])
    expect(codesOf(book('7'))).toContain('one-customer')
    for (const way of ['share-of-customers', 'share-of-value'] as const) {
      expect(codesOf({ way, ...book('0', '0', '0') })).toContain('total-not-positive')
      expect(codesOf({ way, ...book('100', '-30') })).toContain('values-below-zero')
      expect(sharesOf(resultOf(page, { way, ...book('100', '-300') }))).toEqual([null, null, null])
    }
  })
})

describe('what each tier gets', () => {
  it('is what the package says for the order', () => {
    const { benefits } = resultOf(page, { order: '60000' })
    expect(benefits).toEqual(tiers.map((tier) => benefitsFor({ tier }, textbookBenefits, { order: '60000' })))
    expect(resultOf(page).benefits.map(({ terms, discount }) => [terms, discount?.payable])).toEqual([
      ['2/15, 1/20, N/30', '141750.00'],
      ['1/10, N/30', '146000.00'],
      ['N/10', '150000.00'],
    ])
  })
})

describe('faults', () => {
  it('are found at once, each where it was typed', () => {
    expect(
      faultsOf(page, { 'share-of-customers-A': '60', 'profit-K3': 'abc', 'profit-K1': '', 'profit-K4': ' ', order: '', 'share-boundary': 'x' }),
    ).toEqual({
      'share-of-customers-B': ['not-above'],
      'share-boundary': ['not-allowed'],
      'profit-K3': ['not-a-decimal'],
      'profit-K4': ['not-a-decimal'],
      order: ['not-a-decimal'],
    })
    expect(faultsOf(page, { ...byThreshold, 'threshold-B': '600000', months: '0', 'sales-K9-2024-06': '1,000', 'threshold-boundary': '' })).toEqual({
      'threshold-B': ['not-below'],
      'threshold-boundary': ['not-allowed'],
      months: ['too-small'],
      'sales-K9-2024-06': ['not-a-decimal'],
    })
    expect(faultsOf(page, { way: '__proto__', order: '-' })).toEqual({ way: ['not-allowed'], order: ['not-a-decimal'] })
    expect(computeWith(page, { order: 'much' }).result).toBeUndefined()
  })

  it('are said of a cut that leaves nothing to the last tier, not of the 100 % that nobody typed', () => {
    const { issues } = computeWith(page, { 'share-of-customers-B': '100' })
    expect([...issues].map(([field, found]) => [field, found.map(({ message }) => message)])).toEqual([
      ['share-of-customers-B', ['must be below 100, not 100']],
    ])
    expect(faultsOf(page, { ...byValue, 'share-of-value-A': '100' })).toEqual({
      'share-of-value-A': ['not-below'],
      'share-of-value-B': ['not-above'],
    })
    expect(faultsOf(page, { 'share-of-customers-A': '0', 'share-of-customers-B': '101' })).toEqual({
      'share-of-customers-A': ['not-above'],
      'share-of-customers-B': ['too-large'],
    })
  })

  it('are at fields of the page, whatever a link holds', () => {
    const names = Object.keys(page.defaults) as (keyof AbcFields)[]
    const strange = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '-1',
        '100',
        '1e999',
        '-1e400',
        'NaN',
        '__proto__',
        '<script>',
        '５',
        '1e-400',
        '9'.repeat(400),
        ...'share-of-value threshold after'.split(' '),
      ),
      fc.string(),
      fc.double().map(String),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), strange), { maxLength: 8 }), (changes) => {
        const { result, issues } = computeWith(page, Object.fromEntries(changes))
        expect(names).toEqual(expect.arrayContaining([...issues.keys()]))
        expect(result === undefined).toBe(issues.size > 0)
        const fields = { ...page.defaults, ...Object.fromEntries(changes) }
        const shown = shownWith(fields, result ?? resultOf(page))
        const typed = Object.values(fields)
        const texts = [...textsIn(page.view(shown)), ...textsIn(page.handout(shown))].filter((text) => !typed.includes(text))
        expect(texts.filter((text) => /NaN|undefined|Infinity|\[object/.test(text))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('to be taught and copied', () => {
  it('has answers that the packages give', () => {
    expect(teaching.en.answers[0]).toContain('70%; B: K3, K4 and K5 with 22%')
    expect(teaching.en.answers[1]).toContain('79%')
    expect(teaching.en.answers[3]).toContain('141,750 (8,250 off), B 146,000 (4,000 off), C 150,000')
    expect(resultOf(page).benefits[0]?.discount?.effectiveRate).toBe(0.055)
    const { tiering, scheme } = resultOf(page, byThreshold)
    expect(explainTiers(tiering, scheme).customers[1]?.sentences[1]).toContain('anything above it is enough')
  })

  it.each<Changes>([
    {},
    { 'share-of-customers-A': '33.3', 'share-boundary': 'after', 'profit-K12': '-4' },
    { ...byValue, 'share-of-value-B': '97', order: '-20000' },
    { ...byValue, ...book('0', '0') },
    book(),
    byThreshold,
    { ...byThreshold, months: '02', 'threshold-boundary': 'at-or-above', 'threshold-B': '5e3' },
  ])('gives code that computes what is shown: %j', (changes) => runCode(page, changes))
})
