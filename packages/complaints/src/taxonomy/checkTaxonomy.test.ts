import { describe, expect, it } from 'vitest'
import { badLists, badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { type ComplaintTaxonomy, checkTaxonomy } from '../index.js'
import { complaintTaxonomy } from '../templates.js'

const good: ComplaintTaxonomy = {
  kind: 'complaint-taxonomy',
  id: 'shop',
  version: 1,
  causes: [
    { id: 'recipe', side: 'ours' },
    { id: 'taste', side: 'customers' },
  ],
  contents: [{ id: 'bread' }, { id: 'cake' }],
  severities: [{ id: 'bad' }, { id: 'fair' }],
  impacts: [{ id: 'all' }, { id: 'one' }],
  priorities: [{ id: 'now' }, { id: 'soon' }, { id: 'never' }],
  matrix: { bad: { all: 'now', one: 'soon' }, fair: { all: 'soon', one: 'never' } },
}
const found = (value: unknown): unknown => codesAndPaths(checkTaxonomy(value))
const foundWith = (others: object): unknown => found({ ...good, ...others })
const lists = ['causes', 'contents', 'severities', 'impacts', 'priorities'] as const
const inFirst = (list: (typeof lists)[number], others: object): unknown => foundWith({ [list]: [{ ...good[list][0], ...others }, good[list][1]] })

describe('checkTaxonomy', () => {
  it("takes ours and a company's own, with every optional part, and undefined for one left out", () => {
    expect(found(complaintTaxonomy)).toEqual([])
    expect(found(deepFreeze(good))).toEqual([])
    expect(foundWith({ format: 1, title: { en: 'Shop', 'zh-CN': '商店' }, contents: [{ id: 'constructor', title: 'Bread' }] })).toEqual([])
    expect(foundWith({ format: undefined, title: undefined, contents: [{ id: '面包', title: undefined }] })).toEqual([])
  })

  it('takes ids that objects have of themselves', () => {
    const severities = [{ id: 'constructor' }, { id: 'toString' }]
    expect(foundWith({ severities, matrix: { constructor: good.matrix['bad'], toString: good.matrix['fair'] } })).toEqual([])
    expect(foundWith({ severities, matrix: {} })).toEqual([
      ['missing', ['matrix', 'constructor']],
      ['missing', ['matrix', 'toString']],
    ])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(foundWith({ matrix: value })).toEqual([[code, ['matrix']]])
    expect(foundWith({ matrix: { ...good.matrix, fair: value } })).toEqual([[code, ['matrix', 'fair']]])
    for (const list of lists) expect(foundWith({ [list]: [value] })).toContainEqual([code, [list, 0]])
  })

  it.each([...badLists, [undefined, 'missing'], [[], 'empty']] as const)('refuses the list %o', (value, code) => {
    for (const list of lists) expect(foundWith({ [list]: value })).toEqual([[code, [list]]])
  })

  it.each([...badTexts, ['__proto__', 'reserved-name']] as const)('refuses the id %o', (id, code) => {
    for (const list of lists) expect(inFirst(list, { id })).toEqual([[code, [list, 0, 'id']]])
  })

  it.each(lists)('refuses an id twice, an unknown key, and a title that is none, in %s', (list) => {
    expect(foundWith({ [list]: [good[list][0], good[list][0]] })).toEqual([['duplicate', [list, 1, 'id']]])
    expect(inFirst(list, { title: {}, colour: 'red' })).toEqual([
      ['unknown-key', [list, 0, 'colour']],
      ['empty', [list, 0, 'title']],
    ])
  })

  it.each([
    [{ kind: 'complaint-workflow' }, [['not-allowed', ['kind']]]],
    [{ id: '' }, [['empty', ['id']]]],
    [{ version: undefined }, [['missing', ['version']]]],
    [{ version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ format: 2 }, [['not-allowed', ['format']]]],
    [{ title: null }, [['wrong-type', ['title']]]],
    [{ urgencies: [] }, [['unknown-key', ['urgencies']]]],
    [{ causes: [{ id: 'recipe' }] }, [['missing', ['causes', 0, 'side']]]],
    [{ causes: [{ id: 'recipe', side: 'theirs' }] }, [['not-allowed', ['causes', 0, 'side']]]],
    [{ causes: [{ id: 'recipe', side: null }] }, [['not-allowed', ['causes', 0, 'side']]]],
    [{ contents: [{ id: 'bread', side: 'ours' }] }, [['unknown-key', ['contents', 0, 'side']]]],
  ])('refuses %o', (others, issues) => expect(foundWith(others)).toEqual(issues))

  it('refuses a scale of more than 100 levels, and then says nothing of the matrix', () => {
    const levels = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `level ${index}` }))
    for (const list of ['severities', 'impacts', 'priorities']) {
      expect(foundWith({ [list]: levels(101), matrix: {} })).toEqual([['too-many-parts', [list]]])
    }
    expect(foundWith({ priorities: [...good.priorities, ...levels(97)], contents: levels(101) })).toEqual([])
    expect(foundWith({ priorities: levels(101).slice(1) })).toHaveLength(4)
  })

  it('refuses a matrix that lacks a severity or an impact, or names one or a priority that is not there', () => {
    const { bad, fair } = good.matrix
    expect(foundWith({ matrix: { bad } })).toEqual([['missing', ['matrix', 'fair']]])
    expect(foundWith({ matrix: { bad, fair: { all: 'soon' } } })).toEqual([['missing', ['matrix', 'fair', 'one']]])
    expect(foundWith({ matrix: { bad, fair, good: fair } })).toEqual([['unknown-key', ['matrix', 'good']]])
    expect(foundWith({ matrix: { bad, fair: { ...fair, none: 'soon' } } })).toEqual([['unknown-key', ['matrix', 'fair', 'none']]])
    for (const priority of ['later', '', null, 1, 'toString']) {
      expect(foundWith({ matrix: { bad: { ...bad, one: priority }, fair } })).toEqual([['not-allowed', ['matrix', 'bad', 'one']]])
    }
    expect(foundWith({ matrix: Object.create(good.matrix) })).toEqual([
      ['missing', ['matrix', 'bad']],
      ['missing', ['matrix', 'fair']],
    ])
  })

  it('names everything that is wrong; the matrix is looked at where its lists are right', () => {
    const holed: unknown[] = [{ id: 'bad' }]
    holed[2] = { id: 'bad' }
    expect(foundWith({ causes: [{ id: 7, side: 'x' }], severities: holed, matrix: {} })).toEqual([
      ['wrong-type', ['causes', 0, 'id']],
      ['not-allowed', ['causes', 0, 'side']],
      ['missing', ['severities', 1]],
      ['duplicate', ['severities', 2, 'id']],
    ])
    expect(foundWith({ contents: [], matrix: { bad: {} } })).toEqual([
      ['empty', ['contents']],
      ['missing', ['matrix', 'bad', 'all']],
      ['missing', ['matrix', 'bad', 'one']],
      ['missing', ['matrix', 'fair']],
    ])
  })
})
