import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { investigationSchemes } from '../../testing/creditReports.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkInvestigationScheme } from '../index.js'
import { threeDepthInvestigation } from '../templates.js'

const basics = { id: 'basics', from: 'brief' }
const good = {
  kind: 'credit-investigation',
  id: 'usual',
  version: 1,
  depthBySize: { small: 'brief', ordinary: 'standard', important: 'in-depth' },
  depthByRisk: { low: 'brief', moderate: 'standard', high: 'in-depth' },
  sections: [basics],
}
const found = (change: Readonly<Record<string, unknown>>): unknown => codesAndPaths(checkInvestigationScheme({ ...good, ...change }))
const withSections = (...sections: readonly unknown[]): unknown => found({ sections: [basics, ...sections] })
const text = (value: string): unknown => JSON.parse(value)

describe('checkInvestigationScheme', () => {
  it('takes what is right', () => {
    expect(found({})).toEqual([])
    expect(checkInvestigationScheme(threeDepthInvestigation)).toEqual([])
    expect(found({ title: undefined, format: undefined })).toEqual([])
    fc.assert(
      fc.property(investigationSchemes, (scheme) => {
        expect(checkInvestigationScheme(deepFreeze(scheme))).toEqual([])
      }),
    )
  })

  it('takes every optional part, and undefined for a part left out', () => {
    const facts = [
      { id: 'name', title: 'Name' },
      { id: '__proto__', from: 'in-depth' },
      { id: 'age', title: undefined, from: undefined },
    ]
    const section = {
      id: 'finances',
      title: { en: 'Finances', 'zh-CN': '财务' },
      from: 'standard',
      facts,
      sources: ['indirect', 'direct'],
      validFor: 'P1Y6M',
    }
    const nothing = { id: 'x', from: 'brief', title: undefined, facts: undefined, sources: undefined, validFor: undefined }
    expect(withSections(section, nothing, { id: 'y', from: 'brief', facts: [], sources: [] })).toEqual([])
    expect(found({ format: 1, title: { en: 'Usual' } })).toEqual([])
  })

  it.each(badRecords)('no scheme, %o', (value, code) => expect(codesAndPaths(checkInvestigationScheme(value))).toEqual([[code, []]]))

  it.each([
    ['kind', 'credit-rating', 'not-allowed'],
    ['id', '', 'empty'],
    ['version', Number.POSITIVE_INFINITY, 'wrong-type'],
    ['format', 2, 'not-allowed'],
    ['title', {}, 'empty'],
    ['depthBySize', undefined, 'missing'],
    ['depthBySize', 'brief', 'wrong-type'],
    ['depthByRisk', ['brief'], 'wrong-type'],
    ['sections', undefined, 'missing'],
    ['sections', [], 'empty'],
    ['section', [], 'unknown-key'],
  ])('%s: %o', (key, value, code) => expect(found({ [key]: value })).toEqual([[code, [key]]]))

  it('needs a depth for every size and every risk, and no other', () => {
    expect(
      found({
        depthBySize: { small: 'brief', ordinary: 'full', huge: 'brief' },
        depthByRisk: text('{"low":"brief","__proto__":"brief","moderate":null}'),
      }),
    ).toEqual([
      ['unknown-key', ['depthBySize', 'huge']],
      ['not-allowed', ['depthBySize', 'ordinary']],
      ['missing', ['depthBySize', 'important']],
      ['unknown-key', ['depthByRisk', '__proto__']],
      ['not-allowed', ['depthByRisk', 'moderate']],
      ['missing', ['depthByRisk', 'high']],
    ])
    expect(found({ depthBySize: Object.create(good.depthBySize) })).toHaveLength(3)
  })

  it.each(badLists)('sections %o', (sections, code) => expect(found({ sections })).toEqual([[code, ['sections']]]))

  it.each(badRecords)('a section %o', (section, code) => expect(withSections(section)).toEqual([[code, ['sections', 1]]]))

  it.each<[string, unknown, string, (readonly (string | number)[])?]>([
    ['id', undefined, 'missing'],
    ['id', '', 'empty'],
    ['id', 'basics', 'duplicate'],
    ['title', 5, 'wrong-type'],
    ['from', undefined, 'missing'],
    ['from', 'deep', 'not-allowed'],
    ['from', null, 'not-allowed'],
    ['validFor', null, 'not-a-duration'],
    ['validFor', 'PT8H', 'not-a-duration'],
    ['validFor', 'P-1D', 'not-a-duration'],
    ['validFor', '1 year', 'not-a-duration'],
    ['validFor', 365, 'not-a-duration'],
    ['sources', 'direct', 'wrong-type'],
    ['sources', { direct: true }, 'wrong-type'],
    ['sources', ['bank'], 'not-allowed', [0]],
    ['sources', [undefined], 'missing', [0]],
    ['sources', Array(1), 'missing', [0]],
    ['sources', ['direct', 'indirect', 'direct'], 'duplicate', [2]],
    ['facts', {}, 'wrong-type'],
    ['facts', ['name'], 'wrong-type', [0]],
    ['facts', Array(1), 'missing', [0]],
    ['facts', [{}], 'missing', [0, 'id']],
    ['facts', [{ id: '' }], 'empty', [0, 'id']],
    ['facts', [{ id: 5 }], 'wrong-type', [0, 'id']],
    ['facts', [{ id: 'a', title: null }], 'wrong-type', [0, 'title']],
    ['facts', [{ id: 'a', from: 'brief' }], 'not-allowed', [0, 'from']],
    ['facts', [{ id: 'a', from: 'deep' }], 'not-allowed', [0, 'from']],
    ['facts', [{ id: 'a', value: 1 }], 'unknown-key', [0, 'value']],
    ['facts', [{ id: 'a' }, { id: 'b' }, { id: 'a' }], 'duplicate', [2, 'id']],
    ['valid', 'P1Y', 'unknown-key'],
  ])('in a section, %s: %o', (key, value, code, rest = []) => {
    expect(withSections({ id: 'finances', from: 'standard', [key]: value })).toEqual([[code, ['sections', 1, key, ...rest]]])
  })

  it('names a fact that stands in an earlier section, and where', () => {
    const sections = [
      { ...basics, facts: [{ id: 'age' }, { id: 'name' }] },
      { id: 'b', from: 'brief', facts: [{ id: 'x' }, { id: 'name', from: 'standard' }] },
      { id: 'c', from: 'brief', facts: [{ id: 'name' }] },
    ]
    const issues = checkInvestigationScheme({ ...good, sections })
    const message = 'must be given once, but "name" already stands at sections[0].facts[1].id'
    const params = { value: 'name', place: 'sections[0].facts[1].id' }
    expect(issues).toEqual([
      { code: 'given-elsewhere', path: ['sections', 1, 'facts', 1, 'id'], message, params },
      { code: 'given-elsewhere', path: ['sections', 2, 'facts', 0, 'id'], message, params },
    ])
  })

  it('names a fact that repeats within a section, by its index there', () => {
    const sections = [
      { ...basics, facts: [{ id: '__proto__' }] },
      { id: 'b', from: 'brief', facts: [{ id: 5 }, { id: 'x' }, { id: '__proto__' }, { id: 'x' }, { id: '__proto__' }] },
    ]
    expect(checkInvestigationScheme({ ...good, sections }).map(({ code, path, params }) => [code, path, params])).toEqual([
      ['wrong-type', ['sections', 1, 'facts', 0, 'id'], { expected: 'string', actual: '5' }],
      ['given-elsewhere', ['sections', 1, 'facts', 2, 'id'], { value: '__proto__', place: 'sections[0].facts[0].id' }],
      ['duplicate', ['sections', 1, 'facts', 3, 'id'], { value: 'x', first: 1 }],
      ['duplicate', ['sections', 1, 'facts', 4, 'id'], { value: '__proto__', first: 2 }],
    ])
  })

  it('says from which depths on a fact may be', () => {
    const sections = [basics, { id: 'b', from: 'standard', facts: [{ id: 'x', from: 'brief' }] }]
    expect(checkInvestigationScheme({ ...good, sections })[0]?.params).toEqual({ allowed: ['"standard"', '"in-depth"'], actual: '"brief"' })
  })

  it('needs a section in a brief report, which it tells once all sections are right', () => {
    expect(
      found({
        sections: [
          { id: 'a', from: 'standard' },
          { id: 'b', from: 'in-depth' },
        ],
      }),
    ).toEqual([['incomplete', ['sections']]])
    expect(found({ sections: [{ id: 'a', from: 'standard' }, { id: 'b' }] })).toEqual([['missing', ['sections', 1, 'from']]])
  })

  it('names everything at once', () => {
    const sections = [{ id: 'a', from: 'x', facts: [{ id: '' }, { id: 'n', extra: 1 }], sources: ['x'], validFor: '' }, null]
    expect(found({ kind: 1, extra: 1, sections })).toEqual([
      ['unknown-key', ['extra']],
      ['not-allowed', ['kind']],
      ['not-allowed', ['sections', 0, 'from']],
      ['empty', ['sections', 0, 'facts', 0, 'id']],
      ['unknown-key', ['sections', 0, 'facts', 1, 'extra']],
      ['not-allowed', ['sections', 0, 'sources', 0]],
      ['not-a-duration', ['sections', 0, 'validFor']],
      ['wrong-type', ['sections', 1]],
    ])
  })
})
