import fc from 'fast-check'
import { version } from 'vega-lite'
import { describe, expect, it } from 'vitest'
import { compileChart } from '../../testing/compileChart.js'
import { drawn, labelsOf, vegaLiteSchema, wrapText } from '../charts.js'

describe('labelsOf', () => {
  const labels = (...members: readonly (readonly [id: string, title: string])[]): [string, string][] => [
    ...labelsOf(members.map(([id, title]) => ({ id, title }))),
  ]

  it('takes titles that differ as they are', () => {
    expect(labels()).toEqual([])
    expect(labels(['b', 'Price'], ['a', 'Quality'])).toEqual([
      ['b', 'Price'],
      ['a', 'Quality'],
    ])
  })

  it('adds the id to a title that several share', () => {
    expect(labels(['a', 'Same'], ['b', 'Same'], ['c', 'Other'])).toEqual([
      ['a', 'Same (a)'],
      ['b', 'Same (b)'],
      ['c', 'Other'],
    ])
  })

  it('adds the id to every title where one has it already', () => {
    expect(labels(['a', 'Same'], ['b', 'Same'], ['c', 'Same (a)'])).toEqual([
      ['a', 'Same (a)'],
      ['b', 'Same (b)'],
      ['c', 'Same (a) (c)'],
    ])
  })
})

describe('vegaLiteSchema', () => {
  it('is of the version of Vega-Lite that the tests compile charts by', () => {
    expect(vegaLiteSchema).toBe(`https://vega.github.io/schema/vega-lite/v${version.split('.')[0]}.json`)
  })
})

describe('compileChart', () => {
  const x = { field: 'x', type: 'quantitative' }
  const bar = { $schema: vegaLiteSchema, data: { values: [{ x: 1 }] }, mark: 'bar' }

  it('counts the marks of a chart, and tells what Vega-Lite warns of', () => {
    expect(compileChart({ ...bar, encoding: { x } })).toEqual({ marks: 1, warnings: [] })
    expect(compileChart({ ...bar, encoding: { x, shape: x } }).warnings).toHaveLength(1)
  })
})

describe('drawn', () => {
  it('is the nearest number', () => {
    expect(['0', '9800.00', '-0.1', '9007199254740993'].map((amount) => drawn(amount))).toEqual([0, 9800, -0.1, 9_007_199_254_740_992])
  })

  it('is the greatest number for what is beyond every number, or its share where so many amounts are piled up', () => {
    const beyond = `1${'0'.repeat(400)}`
    expect([drawn(beyond), drawn(`-${beyond}`)]).toEqual([Number.MAX_VALUE, -Number.MAX_VALUE])
    expect([drawn(beyond, 3), drawn(`-${beyond}`, 3), drawn('5', 3)]).toEqual([Number.MAX_VALUE / 3, -Number.MAX_VALUE / 3, 5])
  })
})

describe('wrapText', () => {
  it.each<[string, number, readonly string[]]>([
    ['', 5, ['']],
    ['short', 5, ['short']],
    [' a信', 2, ['a', '信']],
    ['two words', 5, ['two', 'words']],
    ['two words', 4, ['two', 'word', 's']],
    ['longer than that', 10, ['longer', 'than that']],
    ['信用政策', 4, ['信用', '政策']],
    ['a信用', 4, ['a信', '用']],
    ['😀😀😀', 4, ['😀😀', '😀']],
  ])('breaks %j at %i into %j', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines)
  })

  it('loses nothing but spaces at the end of lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '信', '😀'), maxLength: 40 }), fc.integer({ min: 2, max: 12 }), (text, width) => {
        const lines = wrapText(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(Array.from(line).reduce((sum, one) => sum + (/[ab ]/.test(one) ? 1 : 2), 0)).toBeLessThanOrEqual(width)
      }),
    )
  })
})
