import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { rulebooks } from '../../testing/rulebooks.js'
import { checkRulebook } from '../index.js'

const when = { field: 'x', operator: 'equals', value: 1 }
const rule = { id: 'r', when, grade: 'A' }
const good = { kind: 'rulebook', id: 'book', version: 1, rules: [rule], otherwise: { grade: 'B' } }
const found = (value: unknown): unknown => codesAndPaths(checkRulebook(value))
const withRule = (parts: object): unknown => ({ ...good, rules: [{ ...rule, ...parts }] })

describe('checkRulebook', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    const full = {
      ...good,
      format: 1,
      title: { en: 'Book', 'zh-CN': '规则' },
      rules: [{ ...rule, title: 'Rule', route: 'desk' }],
      otherwise: { grade: 'B', route: 'shop' },
      grades: [{ id: 'B' }, { id: 'A', title: 'Best' }],
      routes: [{ id: 'shop' }, { id: 'desk', title: { en: 'Desk' } }],
    }
    expect(found(full)).toEqual([])
    expect(found({ ...good, title: undefined, grades: undefined, routes: undefined, otherwise: { grade: 'B', route: undefined } })).toEqual([])
    expect(found(withRule({ title: undefined, route: undefined, id: '__proto__', grade: 'constructor' }))).toEqual([])
    fc.assert(fc.property(rulebooks, (rulebook) => checkRulebook(rulebook).length === 0))
  })

  it.each([
    [null, [['wrong-type', []]]],
    [undefined, [['missing', []]]],
    [[], [['wrong-type', []]]],
    ['book', [['wrong-type', []]]],
    [
      {},
      [
        ['missing', ['kind']],
        ['missing', ['id']],
        ['missing', ['version']],
        ['missing', ['rules']],
        ['missing', ['otherwise']],
      ],
    ],
    [{ ...good, kind: 'scorecard' }, [['not-allowed', ['kind']]]],
    [{ ...good, version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ ...good, format: '1' }, [['not-allowed', ['format']]]],
    [{ ...good, title: {} }, [['empty', ['title']]]],
    [{ ...good, rule: [] }, [['unknown-key', ['rule']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, rules: [] }, [['empty', ['rules']]]],
    [{ ...good, rules: { ...good.rules } }, [['wrong-type', ['rules']]]],
    [
      { ...good, rules: Object.assign([null], { 2: 'x' }) },
      [
        ['wrong-type', ['rules', 0]],
        ['missing', ['rules', 1]],
        ['wrong-type', ['rules', 2]],
      ],
    ],
    [
      { ...good, rules: [rule, { ...rule, grade: 'Z' }, rule] },
      [
        ['duplicate', ['rules', 1, 'id']],
        ['duplicate', ['rules', 2, 'id']],
      ],
    ],
    [withRule({ id: undefined }), [['missing', ['rules', 0, 'id']]]],
    [withRule({ id: '' }), [['empty', ['rules', 0, 'id']]]],
    [withRule({ id: 1 }), [['wrong-type', ['rules', 0, 'id']]]],
    [withRule({ title: 5 }), [['wrong-type', ['rules', 0, 'title']]]],
    [withRule({ when: undefined }), [['missing', ['rules', 0, 'when']]]],
    [withRule({ when: { all: [when, { ...when, operator: '=' }] } }), [['not-allowed', ['rules', 0, 'when', 'all', 1, 'operator']]]],
    [withRule({ when: {} }), [['not-a-condition', ['rules', 0, 'when']]]],
    [withRule({ grade: null }), [['wrong-type', ['rules', 0, 'grade']]]],
    [withRule({ grade: '' }), [['empty', ['rules', 0, 'grade']]]],
    [withRule({ route: '' }), [['empty', ['rules', 0, 'route']]]],
    [withRule({ route: null }), [['wrong-type', ['rules', 0, 'route']]]],
    [withRule({ than: 'A' }), [['unknown-key', ['rules', 0, 'than']]]],
    [{ ...good, otherwise: 'B' }, [['wrong-type', ['otherwise']]]],
    [{ ...good, otherwise: {} }, [['missing', ['otherwise', 'grade']]]],
    [
      { ...good, otherwise: { grade: 1, route: 2, rule: 3 } },
      [
        ['unknown-key', ['otherwise', 'rule']],
        ['wrong-type', ['otherwise', 'grade']],
        ['wrong-type', ['otherwise', 'route']],
      ],
    ],
    [
      { ...good, grades: [], routes: [] },
      [
        ['empty', ['grades']],
        ['empty', ['routes']],
      ],
    ],
    [{ ...good, grades: {} }, [['wrong-type', ['grades']]]],
    [{ ...good, grades: [{ id: 'A' }] }, [['not-allowed', ['otherwise', 'grade']]]],
    [{ ...good, grades: [{ id: 'A' }, { id: 'B' }, { id: 'A' }] }, [['duplicate', ['grades', 2, 'id']]]],
    [
      { ...good, grades: ['A', { id: 'A' }, { id: 'B', from: 1, title: '' }] },
      [
        ['wrong-type', ['grades', 0]],
        ['unknown-key', ['grades', 2, 'from']],
        ['empty', ['grades', 2, 'title']],
      ],
    ],
    [{ ...good, routes: [{ id: '' }] }, [['empty', ['routes', 0, 'id']]]],
    [
      { ...good, rules: [{ ...rule, route: 'desk' }], otherwise: { grade: 'B', route: 'shop' }, routes: [{ id: 'shop' }] },
      [['not-allowed', ['rules', 0, 'route']]],
    ],
  ])('%j', (value, issues) => {
    expect(found(value)).toEqual(issues)
  })

  it('names the grades that are allowed, of a long list the first 20', () => {
    const message = (count: number): unknown =>
      checkRulebook({ ...good, grades: ['B', ...Array.from({ length: count }, (_, index) => `g${index}`)].map((id) => ({ id })) })[0]?.message
    expect(message(1)).toBe('must be one of "B", "g0", not "A"')
    expect(message(30)).toMatch(/"g18", …, not "A"$/)
  })

  it('reads own properties only', () => {
    expect(found(Object.create(good))).toHaveLength(5)
    expect(found({ ...good, rules: [Object.create(rule)] })).toEqual([
      ['missing', ['rules', 0, 'id']],
      ['missing', ['rules', 0, 'when']],
      ['missing', ['rules', 0, 'grade']],
    ])
  })
})
