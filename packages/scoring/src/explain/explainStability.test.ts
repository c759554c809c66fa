import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { books } from '../../testing/arbitraries.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { textbookCandidates } from '../../testing/textbook.js'
import { explainStability } from '../explain.js'
import { type Candidate, type Scorecard, weightStability } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { customerScreening } from '../templates.js'

const card: Scorecard = {
  kind: 'scorecard',
  id: 'two',
  version: 1,
  scale: { min: 0, max: 10 },
  criteria: [
    { id: 'x', weight: '0.1', title: { en: 'Reach', 'zh-CN': '覆盖' } },
    { id: 'y', weight: 1 },
  ],
}
const rate = (rows: { readonly [id: string]: readonly [number | string, number | string] }): Candidate[] =>
  Object.entries(rows).map(([id, [x, y]]) => ({ id, ratings: { x, y } }))
const sentences = (candidates: readonly Candidate[], scorecard: Scorecard, locale = en) =>
  explainStability(weightStability(candidates, scorecard), scorecard, locale).sentences

describe('explainStability', () => {
  it('textbook S1', () => {
    expect(sentences(textbookCandidates, customerScreening)).toEqual([
      'Large demand for the product or service (weight 5): whatever this weight is, the order stays as it is.',
      'Large contribution to gross profit (weight 4): whatever this weight is, the order stays as it is.',
      "Good prospects of the customer's business (weight 3): the order stays as it is from 0 to 13.",
      "B overtakes A when the weight of Good prospects of the customer's business passes 13.",
      "When the weight of Good prospects of the customer's business reaches 13, also selected: B.",
      "When the weight of Good prospects of the customer's business passes 13, no longer selected: A.",
      'Able to pay on time (weight 2): the order stays as it is from 0 to 12.',
      'B overtakes A when the weight of Able to pay on time passes 12.',
      'When the weight of Able to pay on time reaches 12, also selected: B.',
      'When the weight of Able to pay on time passes 12, no longer selected: A.',
      'Good reputation for cooperation (weight 1): whatever this weight is, the order stays as it is.',
      'D is nowhere worse than A and somewhere better: no weights put it behind.',
      'D is better than C in every criterion: no weights put it behind.',
      'A is better than C in every criterion: no weights put it behind.',
      'B is nowhere worse than C and somewhere better: no weights put it behind.',
    ])
    expect(sentences(textbookCandidates, customerScreening, zhCN).slice(2, 6)).toEqual([
      '客户的业务前景好（权重 3）：在 0 至 13 之间，顺序不变。',
      '“客户的业务前景好”的权重超过 13 时，B 超过 A。',
      '“客户的业务前景好”的权重达到 13 时，B 也入选。',
      '“客户的业务前景好”的权重超过 13 后，A 不再入选。',
    ])
  })

  it('says what happens below a weight, at 0, and to ties', () => {
    expect(sentences(rate({ A: [0, 10], B: [3, 9] }), card)).toEqual([
      'Reach (weight 0.1): the order stays as it is from 0 to 0.333.',
      'B overtakes A when the weight of Reach passes 0.333.',
      'y (weight 1): the order stays as it is from 0.3 upwards.',
      'B overtakes A when the weight of y falls below 0.3.',
    ])
    expect(sentences(rate({ A: [2, 1], B: [1, 1] }), card).slice(0, 2)).toEqual([
      'Reach (weight 0.1): whatever this weight is, the order stays as it is.',
      'A and B tie when the weight of Reach is 0.',
    ])
    expect(sentences(rate({ A: [10, 1], B: [0, 2] }), card)).toEqual([
      'A and B tie, but at any other weight of Reach they do not.',
      'A and B tie, but at any other weight of y they do not.',
    ])
    expect(sentences(rate({ A: [10, 1], B: [0, 2] }), card, zhCN)[0]).toBe('A 与 B 现在并列，但“覆盖”的权重一变就不再并列。')
  })

  it('says what a weight does to the selection', () => {
    const selecting = (select: Scorecard['select']): Scorecard => ({
      ...card,
      criteria: ['x', 'y'].map((id) => ({ id, weight: 1 })),
      ...(select && { select }),
    })
    const of = (rows: Parameters<typeof rate>[0], select: Scorecard['select']) =>
      sentences(rate(rows), selecting(select)).filter((sentence) => sentence.includes('select'))
    expect(of({ A: [5, 5], B: [7, 2], C: [1, 1] }, { type: 'top', count: 1 })).toEqual([
      'When the weight of x reaches 1.5, also selected: B.',
      'When the weight of x passes 1.5, no longer selected: A.',
      'When the weight of y falls to 0.667, also selected: B.',
      'When the weight of y falls below 0.667, no longer selected: A.',
    ])
    expect(of({ A: [5, 5], B: [6, 4], C: [1, 1] }, { type: 'top', count: 1 })).toEqual([
      'When the weight of x falls below 1, no longer selected: B.',
      'When the weight of x passes 1, no longer selected: A.',
      'When the weight of y falls below 1, no longer selected: A.',
      'When the weight of y passes 1, no longer selected: B.',
    ])
    expect(of({ A: [5, 5], B: [7, 2], C: [1, 1] }, { type: 'at-least', total: 9 })).toEqual([
      'When the weight of x falls below 1, no longer selected: B.',
      'When the weight of x reaches 8, also selected: C.',
      'When the weight of y falls below 1, no longer selected: B.',
      'When the weight of y reaches 8, also selected: C.',
    ])
  })

  it('shows three digits of small weights', () => {
    expect(sentences(rate({ A: [0, '0.0001234'], B: ['3', 0] }), { ...card, criteria: [{ id: 'x', weight: 0 }, card.criteria[1] as never] })[1]).toBe(
      'B overtakes A when the weight of x passes 0.0000411.',
    )
  })

  it('adds digits where fewer would put the weight outside, and tells bounds that look alike from a tie', () => {
    const close = {
      ...card,
      criteria: [
        { id: 'x', weight: '1.0002' },
        { id: 'y', weight: '1.0004' },
      ],
    }
    expect(sentences(rate({ A: [0, 1], B: [1, 0] }), close).slice(0, 2)).toEqual([
      'x (weight 1.0002): the order stays as it is from 0 to 1.0004.',
      'B overtakes A when the weight of x passes 1.0004.',
    ])
    const wide = {
      ...card,
      scale: { min: 0, max: '1e30' },
      criteria: [
        { id: 'x', weight: 1 },
        { id: 'y', weight: 1 },
      ],
    }
    const rows = rate({ A: ['2000000000000000000001', 0], B: [0, '2000000000000000000000'], C: ['1999999999999999999999', 0] })
    expect(sentences(rows, wide)[0]).toMatch(/the order stays as it is from 1 to 1/)
  })

  it('says what one candidate needs to be selected, and who comes in at a weight of 0', () => {
    const alone: Scorecard = {
      ...card,
      criteria: [
        { id: 'x', weight: 1 },
        { id: 'y', weight: 1 },
      ],
      select: { type: 'at-least', total: 5 },
    }
    expect(sentences(rate({ A: [5, 1] }), alone)).toEqual(['When the weight of x falls below 0.8, no longer selected: A.'])
    expect(sentences(rate({ A: [5, 5], B: [1, 5] }), { ...alone, select: { type: 'top', count: 1 } })).toContain(
      'When the weight of x is 0, also selected: B.',
    )
  })

  it('is silent where there is nothing to compare, and says what was rejected', () => {
    expect(sentences([], card)).toEqual(['There are no candidates to compare.'])
    expect(sentences(rate({ A: [1, 1] }), card)).toEqual([])
    const collected = weightStability([...rate({ A: [1, 1] }), {} as never], card, { invalid: 'collect' })
    expect(explainStability(collected, card).sentences).toEqual([
      'Rejected and left out: 1 of the rows; with them, the bounds for those that are compared (1) may differ.',
    ])
  })

  it('of many pairs names the first 10', () => {
    const many = rate(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, [index, index]])))
    const texts = sentences(many, card)
    expect(texts.filter((text) => text.includes('in every criterion'))).toHaveLength(10)
    expect(texts.at(-1)).toBe('Further such pairs: 35.')
  })

  it('leaves no placeholder unfilled', () => {
    fc.assert(
      fc.property(books, fc.constantFrom(en, zhCN), ({ card: random, candidates }, locale) => {
        for (const sentence of sentences(candidates, random, locale))
          expect(sentence).not.toMatch(/[{](criterion|weight|from|to|higher|lower|better|worse|entering|leaving|number|rejected|candidates)[}]/)
      }),
    )
  })

  it('refuses what is no result of this scorecard', () => {
    expect(issuesOf(() => explainStability(null as never, card))).toEqual([['wrong-type', ['stability']]])
    const { dominance: _, ...partial } = weightStability([], card)
    expect(issuesOf(() => explainStability(partial as never, card))).toEqual([['missing', ['stability', 'dominance']]])
    expect(issuesOf(() => explainStability({ ...partial, criteria: [null], dominance: [] } as never, card))).toEqual([
      ['wrong-type', ['stability', 'criteria', 0]],
    ])
    expect(issuesOf(() => explainStability(weightStability([], customerScreening), card))).toEqual([['other-policy', ['stability', 'policies']]])
  })
})
