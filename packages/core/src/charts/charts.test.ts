import { version } from 'vega-lite'
import { describe, expect, it } from 'vitest'
import { compileChart } from '../../testing/compileChart.js'
import { labelsOf, vegaLiteSchema } from '../charts.js'

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
