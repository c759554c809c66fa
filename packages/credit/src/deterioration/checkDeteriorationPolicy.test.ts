import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkDeteriorationPolicy, type DeteriorationPolicy } from '../index.js'
import { textbookDeterioration } from '../templates.js'

const good: DeteriorationPolicy = {
  kind: 'deterioration-policy',
  id: 'some',
  version: 1,
  signs: [{ id: 'standard', type: 'standard-lost' }],
  reportTo: 'superior',
  decidedBy: ['superior'],
  measures: [],
}
const found = (value: unknown): unknown => codesAndPaths(checkDeteriorationPolicy(value))
const within = (path: readonly (string | number)[], issues: readonly unknown[][]): unknown =>
  issues.map(([code, place]) => [code, [...path, ...(place as (string | number)[])]])
const inSign = (sign: unknown): unknown => found({ ...good, grades: ['A', 'B'], signs: [...good.signs, sign] })
const inMeasure = (measure: unknown): unknown => found({ ...good, measures: [{ measure: 'guarantor' }, measure] })

describe('checkDeteriorationPolicy', () => {
  it('takes the template, every optional part, and undefined for a part left out', () => {
    expect(found(textbookDeterioration)).toEqual([])
    const signs = [
      { id: 'grade', type: 'grade-fell', by: 2, title: 'Grade' },
      { id: 'loss', type: 'loss-rate-rose', byPercentagePoints: '0.5', title: { en: 'Loss', 'zh-CN': '损失' } },
      { id: '__proto__', type: 'standard-lost' },
      { id: 'dunned', type: 'dunning-level-rose', by: undefined },
      { id: 'overdue', type: 'overdue-rose', byAmount: '1000.005' },
      { id: 'late', type: 'days-delinquent-rose', byDays: 0 },
    ]
    const measures = [
      { measure: 'guarantor', onSigns: ['__proto__', 'late'] },
      { measure: 'joint-guarantor', onSigns: undefined },
      { measure: 'raise-deposit', toPercentOfLimit: 250 },
      { measure: 'notarise-contract' },
      { measure: 'reduce-supply', toPercentOfLimit: '100.0' },
      { measure: 'restrict-shipments', to: 'prepaid' },
      { measure: 'restrict-shipments', to: undefined, onSigns: ['loss'] },
    ]
    const roles = [
      { id: '__proto__', title: 'Boss' },
      { id: 'superior', title: { en: 'superior', 'zh-CN': '上级主管' } },
    ]
    const others = { roles, format: 1, title: { en: 'Worse', 'zh-CN': '恶化' }, grades: ['A', 'B', '__proto__'], decidedBy: ['a', 'b'] }
    expect(found(deepFreeze({ ...good, ...others, signs, measures }))).toEqual([])
    expect(found({ ...good, format: undefined, title: undefined, grades: undefined, roles: undefined })).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(found(value)).toEqual([[code, []]])
    expect(inSign(value)).toEqual([[code, ['signs', 1]]])
    expect(inMeasure(value)).toEqual([[code, ['measures', 1]]])
  })

  it('names what is wrong with roles', () => {
    const role = { id: 'superior', title: 'Boss' }
    const inRoles = (...roles: unknown[]): unknown => found({ ...good, roles })
    expect(inRoles()).toEqual([['empty', ['roles']]])
    for (const [value, code] of badRecords) expect(inRoles(value)).toEqual([[code, ['roles', 0]]])
    expect(inRoles({})).toEqual([
      ['missing', ['roles', 0, 'id']],
      ['missing', ['roles', 0, 'title']],
    ])
    expect(inRoles({ ...role, id: '', title: {}, name: 1 })).toEqual([
      ['empty', ['roles', 0, 'id']],
      ['unknown-key', ['roles', 0, 'name']],
      ['empty', ['roles', 0, 'title']],
    ])
    expect(inRoles(role, role)).toEqual([['duplicate', ['roles', 1, 'id']]])
  })

  it('lists of many signs the first where others are named, in linear time', () => {
    const size = 20_000
    const ids = Array.from({ length: size }, (_, index) => `s${index}`)
    const policy = (onSigns: readonly string[], signs = ids) => ({
      ...good,
      signs: signs.map((id) => ({ id, type: 'standard-lost' })),
      measures: [{ measure: 'guarantor', onSigns }],
    })
    expect(found(policy(ids))).toEqual([])
    const issues = checkDeteriorationPolicy(policy(ids.map((id) => `${id}x`)))
    expect(issues).toHaveLength(size)
    expect(issues[size - 1]?.params).toEqual({ allowed: [...ids.slice(0, 20).map((id) => `"${id}"`), '…'], actual: `"s${size - 1}x"` })
    expect(checkDeteriorationPolicy(policy(['x'], ids.slice(0, 20)))[0]?.params['allowed']).toHaveLength(20)
  })

  it.each(badLists)('refuses %o where a list belongs', (value, code) => {
    for (const key of ['grades', 'signs', 'decidedBy', 'roles', 'measures']) expect(found({ ...good, [key]: value })).toEqual([[code, [key]]])
    expect(inMeasure({ measure: 'guarantor', onSigns: value })).toEqual([[code, ['measures', 1, 'onSigns']]])
  })

  const needed = ['kind', 'id', 'version', 'signs', 'reportTo', 'decidedBy', 'measures']
  it.each([
    [{}, needed.map((key) => ['missing', [key]])],
    [Object.create(good), needed.map((key) => ['missing', [key]])],
    [{ ...good, kind: 'order-policy' }, [['not-allowed', ['kind']]]],
    [{ ...good, format: 2 }, [['not-allowed', ['format']]]],
    [{ ...good, title: 5 }, [['wrong-type', ['title']]]],
    [{ ...good, sign: [] }, [['unknown-key', ['sign']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, signs: [] }, [['empty', ['signs']]]],
    [{ ...good, grades: [] }, [['empty', ['grades']]]],
    [
      { ...good, grades: ['A', 'B', 'A', 7, ''] },
      [
        ['wrong-type', ['grades', 3]],
        ['empty', ['grades', 4]],
        ['duplicate', ['grades', 2]],
      ],
    ],
    [{ ...good, reportTo: '' }, [['empty', ['reportTo']]]],
    [{ ...good, decidedBy: [] }, [['empty', ['decidedBy']]]],
    [{ ...good, decidedBy: ['a', 'a'] }, [['duplicate', ['decidedBy', 1]]]],
    [{ ...good, decidedBy: Object.assign([], { 1: 'a' }) }, [['missing', ['decidedBy', 0]]]],
    [{ ...good, signs: [{ id: 'grade', type: 'grade-fell' }] }, [['missing', ['grades']]]],
    [
      { ...good, signs: [good.signs[0], good.signs[0], { type: 'standard-lost' }] },
      [
        ['missing', ['signs', 2, 'id']],
        ['duplicate', ['signs', 1, 'id']],
      ],
    ],
    [{ ...good, signs: null, measures: [{ measure: 'guarantor', onSigns: ['x'] }] }, [['wrong-type', ['signs']]]],
    [{ ...good, signs: [], measures: [{ measure: 'guarantor', onSigns: ['x'] }] }, [['empty', ['signs']]]],
    [{ ...good, measures: Object.assign([], { 1: { measure: 'guarantor' } }) }, [['missing', ['measures', 0]]]],
  ])('policy %o', (value, issues) => expect(found(value)).toEqual(issues))

  it.each([
    [{ id: 'x' }, [['missing', ['type']]]],
    [{ id: 'x', type: 'constructor' }, [['not-allowed', ['type']]]],
    [{ id: '', type: 'standard-lost' }, [['empty', ['id']]]],
    [{ id: 'x', type: 'standard-lost', title: 5 }, [['wrong-type', ['title']]]],
    [{ id: 'x', type: 'standard-lost', by: 1 }, [['unknown-key', ['by']]]],
    [{ id: 'x', type: 'overdue-rose', by: 1 }, [['unknown-key', ['by']]]],
    [{ id: 'x', type: 'grade-fell', by: 0 }, [['too-small', ['by']]]],
    [{ id: 'x', type: 'grade-fell', by: '1' }, [['not-an-integer', ['by']]]],
    [{ id: 'x', type: 'grade-fell', by: null }, [['not-an-integer', ['by']]]],
    [{ id: 'x', type: 'dunning-level-rose', by: 1.5 }, [['not-an-integer', ['by']]]],
    [{ id: 'x', type: 'dunning-level-rose', by: 0 }, [['too-small', ['by']]]],
    [{ id: 'x', type: 'loss-rate-rose', byPercentagePoints: '-0.1' }, [['too-small', ['byPercentagePoints']]]],
    [{ id: 'x', type: 'loss-rate-rose', byPercentagePoints: '1%' }, [['not-a-decimal', ['byPercentagePoints']]]],
    [{ id: 'x', type: 'overdue-rose', byAmount: null }, [['not-a-decimal', ['byAmount']]]],
    [{ id: 'x', type: 'overdue-rose', byAmount: -1 }, [['too-small', ['byAmount']]]],
    [{ id: 'x', type: 'days-delinquent-rose', byDays: Number.NaN }, [['not-a-decimal', ['byDays']]]],
    [{ id: 'x', type: 'days-delinquent-rose', byDays: -1 }, [['too-small', ['byDays']]]],
  ])('sign %o', (sign, issues) => expect(inSign(sign)).toEqual(within(['signs', 1], issues)))

  it.each([
    [{}, [['missing', ['measure']]]],
    [{ measure: 'prosecute' }, [['not-allowed', ['measure']]]],
    [{ measure: 'toString' }, [['not-allowed', ['measure']]]],
    [{ measure: 'guarantor', to: 'x' }, [['unknown-key', ['to']]]],
    [{ measure: 'restrict-shipments', toPercentOfLimit: 'x' }, [['unknown-key', ['toPercentOfLimit']]]],
    [{ measure: 'restrict-shipments', to: '' }, [['empty', ['to']]]],
    [{ measure: 'restrict-shipments', to: 5 }, [['wrong-type', ['to']]]],
    [{ measure: 'raise-deposit', toPercentOfLimit: -1 }, [['too-small', ['toPercentOfLimit']]]],
    [{ measure: 'raise-deposit', toPercentOfLimit: null }, [['not-a-decimal', ['toPercentOfLimit']]]],
    [{ measure: 'reduce-supply', toPercentOfLimit: '100.01' }, [['too-large', ['toPercentOfLimit']]]],
    [{ measure: 'reduce-supply', toPercentOfLimit: ' 1 ' }, [['not-a-decimal', ['toPercentOfLimit']]]],
    [{ measure: 'guarantor', onSigns: [] }, [['empty', ['onSigns']]]],
    [
      { measure: 'guarantor', onSigns: ['standard', 'x', 'standard', 7] },
      [
        ['wrong-type', ['onSigns', 3]],
        ['duplicate', ['onSigns', 2]],
        ['not-allowed', ['onSigns', 1]],
      ],
    ],
  ])('measure %o', (measure, issues) => expect(inMeasure(measure)).toEqual(within(['measures', 1], issues)))
})
