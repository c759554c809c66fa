import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import type { Issue } from '../issues/types.js'
import { readJson } from './readJson.js'

const read = (value: unknown): readonly [value: unknown, issues: unknown] => {
  const issues: Issue[] = []
  const copy = readJson(value, ['at'], issues)
  return [copy, codesAndPaths(issues)]
}
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`)

describe('readJson', () => {
  it('copies whatever JSON can hold', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value))
        if (JSON.stringify(plain).includes('"__proto__"')) return
        const [copy, issues] = read(value)
        expect(copy).toStrictEqual(plain)
        expect(issues).toEqual([])
        if (typeof value === 'object' && value !== null) expect(copy).not.toBe(value)
      }),
    )
  })

  it('leaves out what is undefined, and the sign of zero', () => {
    expect(read({ a: undefined, b: [-0], c: { d: undefined } })).toStrictEqual([{ b: [0], c: {} }, []])
    expect(read(Object.assign(Object.create({ inherited: 1 }), { own: 2 }))).toEqual([{ own: 2 }, []])
  })

  it.each([undefined, Number.NaN, Number.POSITIVE_INFINITY, 5n, Symbol('x'), () => 1, new Date(0), new Map(), new Set(), new Uint8Array(1), /x/])(
    'refuses %o, wherever it is',
    (value) => {
      expect(read(value)).toEqual([null, [['wrong-type', ['at']]]])
      expect(read([value])[1]).toEqual([['wrong-type', ['at', 0]]])
      if (value !== undefined) expect(read({ a: { b: [1, value] } })[1]).toEqual([['wrong-type', ['at', 'a', 'b', 1]]])
    },
  )

  it('refuses holes, and a name that is lost', () => {
    expect(read(Object.assign([1], { 2: 3 }))[1]).toEqual([['wrong-type', ['at', 1]]])
    expect(read(JSON.parse('{"a":{"__proto__":{"b":1}}}'))[1]).toEqual([['reserved-name', ['at', 'a', '__proto__']]])
  })

  it('goes down a hundred levels, and no more', () => {
    expect(read(nested(100))).toEqual([nested(100), []])
    expect(read(nested(101))[1]).toEqual([['too-deep', ['at', ...Array(100).fill(0)]]])
    expect(read(nested(5_000))[1]).toEqual([['too-deep', ['at', ...Array(100).fill(0)]]])
  })

  it('takes ten thousand lists and objects, and no more', () => {
    const objects = (count: number): unknown => Array.from({ length: count }, () => ({}))
    expect(read(objects(9_999))[1]).toEqual([])
    expect(read(objects(10_000))[1]).toEqual([['too-many-parts', ['at', 9_999]]])
    expect(read(objects(50_000))[1]).toEqual([['too-many-parts', ['at', 9_999]]])
    // Texts and numbers are told one by one.
    expect(read(Array(50_000).fill('x'))[1]).toEqual([])
  })

  it('comes to an end where a list holds itself twice', () => {
    const endless: unknown[] = []
    endless.push(endless, endless)
    const issues = read(endless)[1] as [string, unknown][]
    expect(issues.filter(([code]) => code === 'too-many-parts')).toHaveLength(1)
    expect(issues.length).toBeLessThan(10_000)
  })
})
