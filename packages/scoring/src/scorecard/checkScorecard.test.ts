import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scorecards } from '../../testing/arbitraries.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkScorecard } from '../index.js'

const good = { kind: 'scorecard', id: 'card', version: 1, scale: { min: 1, max: 5 }, criteria: [{ id: 'x', weight: 1 }] }
const found = (value: unknown): unknown => codesAndPaths(checkScorecard(value))
const withCriterion = (parts: object): unknown => ({ ...good, criteria: [{ id: 'x', weight: 1, ...parts }] })

describe('checkScorecard', () => {
  it('takes every optional part, and undefined for a part left out', () => {
    expect(
      found({
        ...good,
        format: 1,
        title: { en: 'Card', 'zh-Hans-CN': '卡' },
        grades: [{ id: 'A', from: '4.5', title: 'Top' }],
        select: { type: 'top', count: 1 },
      }),
    ).toEqual([])
    expect(found({ ...good, select: { type: 'at-least', total: '-1e3' }, grades: undefined, title: undefined })).toEqual([])
    expect(found(withCriterion({ title: 'X', direction: 'cost', missing: 'neutral', scale: { min: -1, max: '1', step: 0.5 } }))).toEqual([])
    expect(found({ ...good, scale: { min: 5, max: 5, step: 3 } })).toEqual([])
    fc.assert(fc.property(scorecards, (card) => checkScorecard(card).length === 0))
  })

  it.each([
    [null, [['wrong-type', []]]],
    [[], [['wrong-type', []]]],
    ['card', [['wrong-type', []]]],
    [
      {},
      [
        ['missing', ['kind']],
        ['missing', ['id']],
        ['missing', ['version']],
        ['missing', ['scale']],
        ['missing', ['criteria']],
      ],
    ],
    [{ ...good, kind: 'rulebook' }, [['not-allowed', ['kind']]]],
    [{ ...good, id: '' }, [['empty', ['id']]]],
    [{ ...good, id: 7 }, [['wrong-type', ['id']]]],
    [{ ...good, version: '' }, [['empty', ['version']]]],
    [{ ...good, version: Number.NaN }, [['wrong-type', ['version']]]],
    [{ ...good, version: null }, [['wrong-type', ['version']]]],
    [{ ...good, format: 2 }, [['not-allowed', ['format']]]],
    [{ ...good, titel: 'x' }, [['unknown-key', ['titel']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, title: '' }, [['empty', ['title']]]],
    [{ ...good, title: {} }, [['empty', ['title']]]],
    [
      { ...good, title: { en: 5, 'e n': 'x' } },
      [
        ['wrong-type', ['title', 'en']],
        ['not-a-language-tag', ['title', 'e n']],
      ],
    ],
    [{ ...good, title: 5 }, [['wrong-type', ['title']]]],
    [{ ...good, scale: { min: 5, max: 1 } }, [['too-small', ['scale', 'max']]]],
    [
      { ...good, scale: { min: 'x', max: Infinity, step: 0, unit: 1 } },
      [
        ['unknown-key', ['scale', 'unit']],
        ['not-a-decimal', ['scale', 'min']],
        ['not-a-decimal', ['scale', 'max']],
        ['not-above', ['scale', 'step']],
      ],
    ],
    [{ ...good, scale: { min: 1, max: 5, step: '0.3' } }, [['off-step', ['scale', 'max']]]],
    [{ ...good, scale: { min: 1, max: 5, step: -1 } }, [['not-above', ['scale', 'step']]]],
    [
      { ...good, scale: { max: 5, step: 'x' } },
      [
        ['missing', ['scale', 'min']],
        ['not-a-decimal', ['scale', 'step']],
      ],
    ],
    [{ ...good, criteria: [] }, [['empty', ['criteria']]]],
    [{ ...good, criteria: {} }, [['wrong-type', ['criteria']]]],
    [
      { ...good, criteria: [null, { id: '', weight: 1 }] },
      [
        ['wrong-type', ['criteria', 0]],
        ['empty', ['criteria', 1, 'id']],
      ],
    ],
    [withCriterion({ weight: -0.1 }), [['too-small', ['criteria', 0, 'weight']]]],
    [withCriterion({ weight: '5 ' }), [['not-a-decimal', ['criteria', 0, 'weight']]]],
    [withCriterion({ weight: undefined }), [['missing', ['criteria', 0, 'weight']]]],
    [withCriterion({ weight: '1e1001' }), [['too-many-digits', ['criteria', 0, 'weight']]]],
    [withCriterion({ direction: 'down' }), [['not-allowed', ['criteria', 0, 'direction']]]],
    [withCriterion({ missing: null }), [['not-allowed', ['criteria', 0, 'missing']]]],
    [withCriterion({ scale: { min: 2, max: 1 } }), [['too-small', ['criteria', 0, 'scale', 'max']]]],
    [withCriterion({ scale: 5 }), [['wrong-type', ['criteria', 0, 'scale']]]],
    [withCriterion({ title: [] }), [['wrong-type', ['criteria', 0, 'title']]]],
    [withCriterion({ wieght: 2 }), [['unknown-key', ['criteria', 0, 'wieght']]]],
    [
      { ...good, criteria: ['a', 'b', 'a', 'a'].map((id) => ({ id, weight: 1 })) },
      [
        ['duplicate', ['criteria', 2, 'id']],
        ['duplicate', ['criteria', 3, 'id']],
      ],
    ],
    [{ ...good, grades: [] }, [['empty', ['grades']]]],
    [
      {
        ...good,
        grades: [
          { id: 'A', from: 1 },
          { id: 'A', from: '1.0', to: 2 },
        ],
      },
      [
        ['unknown-key', ['grades', 1, 'to']],
        ['duplicate', ['grades', 1, 'id']],
        ['duplicate', ['grades', 1, 'from']],
      ],
    ],
    [
      { ...good, grades: [{ id: 'A' }, null, { from: 'x', id: 'B', title: 1 }] },
      [
        ['missing', ['grades', 0, 'from']],
        ['wrong-type', ['grades', 1]],
        ['wrong-type', ['grades', 2, 'title']],
        ['not-a-decimal', ['grades', 2, 'from']],
      ],
    ],
    [{ ...good, select: {} }, [['missing', ['select', 'type']]]],
    [{ ...good, select: 'top' }, [['wrong-type', ['select']]]],
    [{ ...good, select: { type: 'best', count: 1 } }, [['not-allowed', ['select', 'type']]]],
    [{ ...good, select: { type: 'top' } }, [['missing', ['select', 'count']]]],
    [{ ...good, select: { type: 'top', count: 0 } }, [['too-small', ['select', 'count']]]],
    [{ ...good, select: { type: 'top', count: 1.5 } }, [['not-an-integer', ['select', 'count']]]],
    [{ ...good, select: { type: 'top', count: '2' } }, [['not-an-integer', ['select', 'count']]]],
    [{ ...good, select: { type: 'top', count: 2, total: 5 } }, [['unknown-key', ['select', 'total']]]],
    [{ ...good, select: { type: 'at-least' } }, [['missing', ['select', 'total']]]],
    [
      { ...good, select: { type: 'at-least', total: 'x', count: 1 } },
      [
        ['unknown-key', ['select', 'count']],
        ['not-a-decimal', ['select', 'total']],
      ],
    ],
  ])('%j', (value, issues) => {
    expect(found(value)).toEqual(issues)
  })
})
