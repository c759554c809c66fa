import { compareCreditPolicies, costOfReceivables } from '@clientele/credit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import type { Shown } from '../types.js'
import type { Policies } from './computePolicies.js'
import { exampleFields, exampleIds, isExample } from './examples.js'
import { columnFields, defaults, filledColumns, type PoliciesField, type PoliciesFields, policyFields, shownColumns } from './fields.js'
import { costFormulas, formulasOf } from './formulas.js'
import { page } from './page.js'
import { teaching } from './texts/teaching.js'

const profitsOf = ({ comparison }: Policies) => comparison.policies.map(({ profit }) => profit)
const example = (id: (typeof exampleIds)[number]) => resultOf(page, exampleFields(id, 'en'))
const regionsOf = ({ turns }: Policies, place: number) => turns[place]?.regions.map(({ from, to, best }) => [from, to, ...best])

/** All that is on the screen and on paper, made of the fields and of a result. */
function show(fields: PoliciesFields, result: Policies): void {
  for (const language of ['en', 'zh-CN'] as const) {
    const shown: Shown<PoliciesFields, Policies> = {
      language,
      isLarge: false,
      fields,
      result,
      isStale: false,
      issuesOf: () => [],
      change: () => undefined,
    }
    page.view(shown)
    page.handout(shown)
  }
}

describe('policies: known answers', () => {
  it('is the textbook case (credit vectors, CN): n/60 against n/90, contribution + 40, interest + 6.5, bad debts + 5, collection + 3, net + 25.5', () => {
    const { comparison } = resultOf(page)
    expect(comparison.differences).toMatchObject([{ contribution: '40', opportunity: '6.5', badDebt: '5', collection: '3', profit: '25.5' }])
    expect(profitsOf(resultOf(page))).toEqual(['375', '400.5'])
    expect(comparison.best).toBe('n/90')
  })

  it('has ready examples: Jing Xin, the CPA textbook, the collection policies, Stylish Fashions (credit vectors)', () => {
    expect(profitsOf(example('longer'))).toEqual(['375', '400.5'])
    expect(profitsOf(example('discount'))).toEqual(['1314', '1365.6', '1221', '1405.5'])
    expect(example('discount').comparison.policies[3]).toMatchObject({ averageCollectionPeriod: 24, discount: '53.46' })
    expect(example('half').comparison.differences.map(({ profit }) => profit)).toEqual(['8000', '8600'])
    expect(profitsOf(example('collection'))).toEqual(['360', '383', '377'])
    expect(example('cash').comparison.differences[0]?.profit).toMatch(/^15931\.5068/)
  })

  it('knows which ready example is shown, in whichever language it was asked for', () => {
    expect(exampleIds.filter((id) => isExample(defaults, id))).toEqual(['longer'])
    expect(exampleIds.filter((id) => isExample({ ...defaults, ...exampleFields('collection', 'zh-CN') }, id))).toEqual(['collection'])
    expect(exampleIds.filter((id) => isExample({ ...defaults, 'days-2': '91' }, id))).toEqual([])
  })

  it('finds the three costs of receivables of the example in the terminal: 18,000, 20,000 and 36,000', () => {
    expect(resultOf(page).cost).toMatchObject({ opportunity: '18000', management: '20000', badDebt: '36000', total: '74000' })
  })
})

describe('policies: what is changed', () => {
  it('is compared as the package does', () => {
    const changes = { 'days-2': '120', 'loss-2': '1.5%', 'discount-1': '3', capital: '12', year: '365', carried: 'price', 'cost-days': '45' }
    const { comparison, cost } = resultOf(page, changes)
    const sixty = { id: 'n/60', sales: 1000, variableCostPercent: 60, collectionDays: 60, badDebt: 10, collectionCost: 5, discount: 3 }
    const ninety = { id: 'n/90', sales: 1100, variableCostPercent: 60, collectionDays: 120, badDebtPercent: 1.5, collectionCost: 8 }
    const options = { costOfCapitalPercent: 12, daysInYear: 365, existingReceivablesAt: 'price' } as const
    expect(comparison).toEqual(compareCreditPolicies([sixty, ninety], options))
    const receivables = { dailySales: 10_000, variableCostPercent: 60, costOfCapitalPercent: 10, managementCost: 20_000, badDebtPercent: 1 }
    expect(cost).toEqual(costOfReceivables({ ...receivables, collectionDays: 45, daysInYear: 360 }))
  })

  it('may be one policy, or four with a column left out', () => {
    const one = resultOf(page, columnFields('2'))
    expect([one.comparison.runnerUp, one.turns]).toEqual([null, []])
    const gap = {
      ...defaults,
      ...columnFields('2'),
      ...columnFields('3', { name: 'cash', sales: '900', variable: '60', days: '0' }),
    } as PoliciesFields
    expect([filledColumns(gap), shownColumns(gap)]).toEqual([
      ['1', '3'],
      ['1', '2', '3'],
    ])
    expect(profitsOf(resultOf(page, gap))).toEqual(['375', '360'])
    expect(faultsOf(page, { ...gap, 'sales-3': 'x' })).toEqual({ 'sales-3': ['not-a-decimal'] })
  })

  it('may leave policies equally good, or at a loss', () => {
    const alike = resultOf(page, {
      ...columnFields('2', { name: 'the same', sales: '1000', variable: '60', days: '60', loss: '10', collection: '5' }),
    })
    expect(alike.comparison.decidedBy).toBeNull()
    expect(regionsOf(alike, 0)).toEqual([['0', '100', 'n/60', 'the same']])
    expect(profitsOf(resultOf(page, { 'variable-1': '150', 'sales-2': '0', 'days-2': '0' }))).toEqual(['-540', '-23'])
  })
})

describe('policies: where the answer turns', () => {
  it('of the textbook case: 32 ÷ 65 of capital, and 139 days more', () => {
    expect(regionsOf(resultOf(page), 0)).toEqual([
      ['0', '49.23', 'n/90'],
      ['49.24', '100', 'n/60'],
    ])
    expect(regionsOf(resultOf(page), 1)).toEqual([
      ['0', '229', 'n/90'],
      ['230', '365', 'n/60'],
    ])
  })

  it('and of the CPA textbook, where policies are equally good at one point', () => {
    expect(regionsOf(example('half'), 0)).toEqual([
      ['0', '11.99', 'n/60'],
      ['12', '12', 'n/60', '0.8/30, n/60'],
      ['12.01', '47.24', '0.8/30, n/60'],
      ['47.25', '47.25', 'n/30', '0.8/30, n/60'],
      ['47.26', '100', 'n/30'],
    ])
  })

  it('is as the package says at each step, whatever is typed', () => {
    const figure = fc.nat(2000).map(String)
    const policy = (name: string) =>
      fc.record({
        name: fc.constant(name),
        sales: figure,
        variable: fc.nat(120).map(String),
        days: fc.nat(200).map(String),
        loss: fc.nat(99).map(String),
      })
    const carried = fc.constantFrom('price', 'variable-cost')
    fc.assert(
      fc.property(policy('a'), policy('b'), policy('c'), carried, fc.array(fc.nat(10_000), { maxLength: 6 }), (a, b, c, way, steps) => {
        const { policies, options, turns } = resultOf(page, { ...policyFields([a, b, c]), carried: way })
        for (const { figure: moved, policy: id, regions, maximum } of turns) {
          for (const step of steps.map((one) => (moved === 'capital' ? one / 100 : one % (maximum + 1)))) {
            const changed = moved === 'days' ? policies.map((one) => (one.id === id ? { ...one, collectionDays: step } : one)) : policies
            const found = compareCreditPolicies(
              changed as typeof policies,
              moved === 'capital' ? { ...options, costOfCapitalPercent: step } : options,
            )
            expect(regions.filter(({ from, to }) => Number(from) <= step && step <= Number(to)).map(({ best }) => best.includes(found.best))).toEqual(
              [true],
            )
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** What a formula says, as a person with a pocket calculator finds it. */
function calculate(text: string): readonly [number, number] {
  const [calculation, result] = text.split(/ [=≈] /)
  const script = (part = '') => part.replaceAll('−', '-').replaceAll('×', '*').replaceAll('÷', '/').replaceAll('%', '/100')
  return [new Function(`return ${script(calculation)}`)(), Number(script(result))]
}

describe('policies: how figures come about', () => {
  it('puts the numbers of the textbook case in', () => {
    expect(formulasOf(resultOf(page), 1).map(({ text }) => text)).toEqual([
      '1100 × (1 − 60%) = 440',
      '1100 ÷ 360 × 90 × 60% = 165',
      '165 × 10% = 16.5',
      '15',
      '8',
      '440 − 16.5 − 15 − 8 = 400.5',
    ])
    const { costFigures, cost } = resultOf(page)
    expect(costFormulas(costFigures, cost)).toEqual({
      opportunity: '10000 × 30 × 60% × 10% = 18000',
      badDebt: '10000 × 360 × 1% = 36000',
      total: '18000 + 20000 + 36000 = 74000',
    })
  })

  const price = { carried: 'price' }
  const states: readonly (readonly [string, Partial<PoliciesFields>])[] = [
    ...exampleIds.map((id) => [id, exampleFields(id, 'en')] as const),
    ...exampleIds.map((id) => [`${id} at the price`, { ...exampleFields(id, 'en'), ...price }] as const),
    ['fewer sales', { ...price, 'sales-2': '900' }],
    ['the same sales and a discount', { ...price, 'sales-2': '1000', 'discount-2': '7.5' }],
    ['shares of 1', { ...exampleFields('half', 'en'), 'share-3-1': '0.5', 'share-3-2': '0.5' }],
  ]
  it.each(states)('comes out as the package found: %s', (_, changes) => {
    const result = resultOf(page, changes)
    const formulas = result.policies.flatMap((_, index) => formulasOf(result, index)).filter(({ text }) => /[=≈]/.test(text))
    expect(formulas.length).toBeGreaterThan(5)
    for (const { text } of formulas) {
      const [calculated, found] = calculate(text)
      // Operands with more than two decimal places are shown rounded.
      expect(Math.abs(calculated - found), text).toBeLessThan(0.02)
    }
  })
})

describe('policies: what is wrong', () => {
  const numbers = ['sales', 'variable', 'days', 'loss', 'collection', 'discount'].map((figure) => `${figure}-1` as PoliciesField)
  const others = ['capital', 'cost-sales', 'cost-days', 'cost-variable', 'cost-capital', 'cost-management', 'cost-loss'] as const

  it('is said where it is typed', () => {
    for (const field of [...numbers, ...others]) {
      expect(faultsOf(page, { [field]: 'x' })).toEqual({ [field]: ['not-a-decimal'] })
      expect(faultsOf(page, { [field]: '-1' })).toEqual({ [field]: ['too-small'] })
      expect(faultsOf(page, { [field]: '1e1000' })).toEqual({ [field]: ['too-many-digits'] })
    }
    for (const field of ['sales-2', 'variable-2', 'days-2', ...others] as const)
      expect(faultsOf(page, { [field]: '' })).toEqual({ [field]: ['missing'] })
    for (const field of ['year', 'carried', 'payment-2', 'cost-year'] as const)
      expect(faultsOf(page, { [field]: 'x' })).toEqual({ [field]: ['not-allowed'] })
    expect(faultsOf(page, { 'name-1': '' })).toEqual({ 'name-1': ['empty'] })
    expect(faultsOf(page, { 'name-2': 'n/60' })).toEqual({ 'name-2': ['duplicate'] })
    expect(faultsOf(page, { 'loss-2': '101%', 'cost-loss': '101' })).toEqual({ 'loss-2': ['too-large'], 'cost-loss': ['too-large'] })
    expect(faultsOf(page, { 'loss-2': '%', 'loss-1': '2 ％' })).toEqual({ 'loss-2': ['not-a-decimal'] })
    expect(faultsOf(page, policyFields([]))).toEqual({ 'name-1': ['empty'] })
  })

  it('of parts of the customers, too, and of receivables', () => {
    const mix = exampleFields('discount', 'en')
    for (const field of ['share-4-2', 'day-4-2', 'percent-4-2'] as const)
      expect(faultsOf(page, { ...mix, [field]: 'x' })).toEqual({ [field]: ['not-a-decimal'] })
    expect(faultsOf(page, { ...mix, 'share-4-1': '59' })).toEqual({ 'share-4-1': ['sum-differs'] })
    expect(faultsOf(page, { ...mix, 'share-4-1': '', 'day-4-1': '', 'percent-4-1': '', 'day-4-3': '' })).toEqual({ 'day-4-3': ['missing'] })
    expect(faultsOf(page, { 'payment-2': 'mix' })).toEqual({ 'share-2-1': ['empty'] })
    expect(faultsOf(page, { 'payment-2': 'receivables' })).toEqual({ 'receivables-2': ['missing'] })
    expect(faultsOf(page, { 'payment-2': 'receivables', 'receivables-2': '-1' })).toEqual({ 'receivables-2': ['too-small'] })
  })

  it('is said all at once, of the policies and of the receivables', () => {
    expect(faultsOf(page, { 'sales-1': 'x', 'days-2': '', capital: '-1', 'payment-1': '?', 'cost-days': 'x', 'cost-year': '' })).toEqual({
      'sales-1': ['not-a-decimal'],
      'days-2': ['missing'],
      capital: ['too-small'],
      'payment-1': ['not-allowed'],
      'cost-days': ['not-a-decimal'],
      'cost-year': ['not-allowed'],
    })
  })

  it('never stops the page, whatever is typed: it shows a result or says what is wrong at a field', () => {
    const fields = Object.keys(defaults) as PoliciesField[]
    const number = fc.constantFrom('', '0', '-1', '2%', '100', '1e300', '1e-300', `${'9'.repeat(1000)}.${'9'.repeat(1000)}`, '0.0000001')
    const text = fc.oneof(number, number, fc.constantFrom('days', 'mix', 'receivables', 'price', '365', '__proto__', '<script>', 'NaN'), fc.string())
    const start = fc.constantFrom(...exampleIds).map((id) => exampleFields(id, 'zh-CN'))
    fc.assert(
      fc.property(start, fc.dictionary(fc.constantFrom(...fields), text, { maxKeys: 4 }), (begun, typed) => {
        const changes = { ...begun, ...typed }
        const { result, issues } = computeWith(page, changes)
        expect([...issues.keys()].filter((field) => !Object.hasOwn(defaults, field))).toEqual([])
        show({ ...defaults, ...changes }, result ?? resultOf(page))
      }),
      { numRuns: 60 },
    )
  })
})

describe('policies: what is copied', () => {
  const states: readonly (readonly [string, Partial<PoliciesFields>])[] = [
    ...exampleIds.map((id) => [id, exampleFields(id, 'zh-CN')] as const),
    ['one policy', columnFields('2')],
    ['a year of 365 days', { 'discount-1': '1', 'loss-2': '3%', year: '365', 'cost-year': '365', 'name-1': 'n\'60 "old"' }],
  ]
  it.each(states)('is code that computes what is shown: %s', (_, changes) => runCode(page, changes))

  it('is the policies and how they are compared, as the package takes them', () => {
    const { policies, options } = page.policy(defaults, resultOf(page)) as Pick<Policies, 'policies' | 'options'>
    expect(compareCreditPolicies(policies, options)).toEqual(resultOf(page).comparison)
  })
})

describe('policies: what is taught', () => {
  it('answers the exercises as the package does', () => {
    const { comparison } = resultOf(page)
    const answers = [teaching.en, teaching['zh-CN']].map((language) => language.answers.join('\n'))
    const third = columnFields('3', {
      name: '2/30',
      sales: '1100',
      variable: '60',
      payment: 'mix',
      loss: '10',
      collection: '8',
      mix: [
        ['50', '30', '2'],
        ['50', '90', ''],
      ],
    })
    const [, , discounted] = resultOf(page, third).comparison.policies
    expect(discounted).toMatchObject({ averageCollectionPeriod: 60, opportunity: '11', discount: '11', profit: '400' })
    expect(resultOf(page, third).comparison).toMatchObject({ best: 'n/90', runnerUp: '2/30' })
    for (const text of answers) {
      for (const { opportunity, profit } of comparison.policies) for (const amount of [opportunity, profit]) expect(text).toContain(`= ${amount}`)
      for (const number of ['49.23%', '229', '230', '139', '25.5', '400', '0.5']) expect(text).toContain(number)
    }
  })
})
