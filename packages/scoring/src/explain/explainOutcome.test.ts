import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { outcomeHistories, outcomeOdds } from '../../testing/outcomes.js'
import { explainOutcome } from '../explain.js'
import { estimateOutcome, learnOutcomeOdds, type OutcomeEstimate } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const history = [
  { outcome: 'won', country: 2, source: 'trade-fair', warm: true },
  { outcome: 'lost', country: -1.5, source: 'web', stage: 1, warm: true },
  { outcome: 'lost', country: 2, source: 'web', stage: 2, warm: true },
  { outcome: 'lost', country: 2, source: 'web', stage: 1, warm: true },
] as const
const odds = learnOutcomeOdds(history, { fields: ['country', 'source', 'warm', 'size', 'town'], stage: 'stage', smoothing: 1, minimumCount: 3 })
const lead = { country: -1.5, source: 'trade-fair', warm: true, size: 7, stage: 2 }
const estimate = estimateOutcome(lead, odds)

describe('explainOutcome', () => {
  it('says in English what raises, lowers and keeps the odds, and what was left out', () => {
    expect(explainOutcome(estimate, odds).sentences).toEqual([
      'Records: 1 won, 3 lost. Before anything is known of a lead, it is won with a probability of 33.33%.',
      'country = −1.5 divides the odds of winning by 1.2.',
      'source = trade-fair multiplies the odds of winning by 3.333.',
      'warm = true hardly changes the odds of winning.',
      'size = 7 was never seen in the history, so it does not count.',
      'town is not known, so it does not count.',
      'stage = 2 does not count: too few records reached that stage (reached: 2; needed: 3).',
      'Taken together, the lead is won with a probability of 58.14%.',
    ])
  })

  it('says the same in Chinese', () => {
    expect(explainOutcome(estimate, odds, zhCN).sentences).toEqual([
      '历史记录：赢单 1 条，丢单 3 条。对线索一无所知时，赢单概率为 33.33%。',
      'country = −1.5：赢单与丢单之比除以 1.2。',
      'source = trade-fair：赢单与丢单之比乘以 3.333。',
      'warm = true：赢单与丢单之比几乎不变。',
      'size = 7 在历史记录中从未出现，因此不计入。',
      'town 未知，因此不计入。',
      'stage = 2 不计入：到达该阶段的记录只有 2 条，少于要求的 3 条。',
      '综合起来，该线索的赢单概率为 58.14%。',
    ])
  })

  it('says what is to be known about the history, also where the document was stored without its diagnoses', () => {
    const rows = [{ outcome: 'won' }, { outcome: 'won', id: 'a', x: [] }, 7]
    const { diagnoses: _, ...learned } = learnOutcomeOdds(rows as never, { fields: ['x'], invalid: 'collect' })
    expect(explainOutcome(estimateOutcome({}, learned), learned).sentences.slice(-2)).toEqual([
      'Rejected and not learned from: 2 of the records; learned from: 1.',
      'All records ended alike, so the probability says little.',
    ])
    const nothing = learnOutcomeOdds([], { fields: ['x'] })
    expect(explainOutcome(estimateOutcome({}, nothing), nothing).sentences.at(-1)).toBe('There is no history to learn from.')
    expect(explainOutcome(estimateOutcome({}, nothing), nothing, zhCN).sentences.at(-1)).toBe('没有可供学习的历史记录。')
  })

  it('does not show as certain what is not', () => {
    const many = [...Array(30_000).fill({ outcome: 'won', x: 1 }), { outcome: 'lost', x: 2 }] as { outcome: 'won' | 'lost'; x: number }[]
    const sure = learnOutcomeOdds(many, { fields: ['x'], smoothing: 1e-5 })
    const say = (x: number) => explainOutcome(estimateOutcome({ x }, sure), sure).sentences
    expect(say(1)[2]).toBe('Taken together, the lead is won with a probability of >99.99%.')
    expect(say(2)[2]).toBe('Taken together, the lead is won with a probability of <0.01%.')
  })

  it.each([
    ['a text that reads as a number', '1', '"1"', '“1”'],
    ['the number', 1, '1', '1'],
    ['a negative one', '-2.5', '"-2.5"', '“-2.5”'],
    ['one with a typographic minus sign', '−2.5', '"−2.5"', '“−2.5”'],
    ['one between spaces', ' 1 ', '" 1 "', '“ 1 ”'],
    ['an empty text', '', '""', '“”'],
    ['white space', ' ', '" "', '“ ”'],
    ['a space at the end', 'fair ', '"fair "', '“fair ”'],
    ['a text that reads as a boolean', 'false', '"false"', '“false”'],
    ['the boolean', false, 'false', 'false'],
    ['a text in quotes', '"1"', '""1""', '“"1"”'],
    ['a text in Chinese quotes', '“1”', '"“1”"', '““1””'],
    ['any other text', 'room 1', 'room 1', 'room 1'],
    ['a word', '__proto__', '__proto__', '__proto__'],
  ])('shows %s so that it is not taken for another value', (_, value, english, chinese) => {
    const seen = learnOutcomeOdds([{ outcome: 'won', x: value }], { fields: ['x'] })
    expect(explainOutcome(estimateOutcome({ x: value }, seen), seen).sentences[1]).toBe(`x = ${english} hardly changes the odds of winning.`)
    expect(explainOutcome(estimateOutcome({ x: value }, seen), seen, zhCN).sentences[1]).toBe(`x = ${chinese}：赢单与丢单之比几乎不变。`)
    const unseen = learnOutcomeOdds([], { fields: ['x'] })
    expect(explainOutcome(estimateOutcome({ x: value }, unseen), unseen).sentences[1]).toBe(
      `x = ${english} was never seen in the history, so it does not count.`,
    )
  })

  it('shows factors up to a million, and of greater ones that they are greater', () => {
    const say = (won: number, smoothing: string, x: string, locale = en) => {
      const values = [
        { value: 'a', won, lost: 0 },
        { value: 'b', won: 0, lost: won },
      ]
      const document = { kind: 'outcome-odds' as const, id: 'd', version: 1, smoothing, won, lost: won, fields: [{ field: 'x', values }] }
      return explainOutcome(estimateOutcome({ x }, document), document, locale).sentences[1]
    }
    expect(say(999_999, '1', 'a')).toBe('x = a multiplies the odds of winning by 1000000.')
    expect(say(999_999, '1', 'b')).toBe('x = b divides the odds of winning by 1000000.')
    expect(say(1_000_000, '1', 'a')).toBe('x = a multiplies the odds of winning by more than 1,000,000.')
    expect(say(1, '1e-100', 'b')).toBe('x = b divides the odds of winning by more than 1,000,000.')
    expect(say(1, '1e-100', 'a', zhCN)).toBe('x = a：赢单与丢单之比乘以 100 万以上。')
  })

  it('explains every estimate, also from stored copies whose keys stand in another order', () => {
    fc.assert(
      fc.property(outcomeOdds, outcomeHistories, (document, { history: others }) => {
        const one = estimateOutcome(others[0] ?? {}, document)
        const turned = JSON.parse(JSON.stringify(one), (_, value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).reverse()) : value,
        ) as OutcomeEstimate
        const { sentences } = explainOutcome(turned, document)
        expect(sentences.length).toBeGreaterThanOrEqual(one.contributions.length + one.reasons.length + 2)
        for (const sentence of [...sentences, ...explainOutcome(one, document, zhCN).sentences])
          expect(sentence).not.toMatch(/[{]\w+[}]|undefined|NaN/)
      }),
    )
  })

  it('refuses an estimate that another document made, or nobody', () => {
    const other = { ...odds, version: 2 }
    expect(issuesOf(() => explainOutcome(estimate, other))).toEqual([['other-policy', ['estimate', 'policies']]])
    const moved = { ...odds, won: 5, stage: undefined }
    expect(issuesOf(() => explainOutcome(estimate, moved as never))).toEqual([
      ['outdated-input', ['estimate', 'probability']],
      ['outdated-input', ['estimate', 'prior']],
      ['wrong-length', ['estimate', 'reasons']],
    ])
    expect(issuesOf(() => explainOutcome(estimate, { ...odds, smoothing: 0 }))).toEqual([['not-above', ['odds', 'smoothing']]])
    expect(issuesOf(() => explainOutcome(undefined as never, odds))).toEqual([['missing', ['estimate']]])
    expect(issuesOf(() => explainOutcome({ ...estimate, contributions: {} } as never, odds))).toEqual([['wrong-type', ['estimate', 'contributions']]])
    const { prior: _, ...without } = estimate
    expect(issuesOf(() => explainOutcome(without as never, odds))).toEqual([['missing', ['estimate', 'prior']]])
  })

  it('refuses an estimate that was changed', () => {
    const [first, ...rest] = estimate.contributions
    const changed = { ...estimate, contributions: [{ ...first, factor: 9 }, ...rest] }
    expect(issuesOf(() => explainOutcome(changed as never, odds))).toEqual([['outdated-input', ['estimate', 'contributions', 0, 'factor']]])
    const told = { ...estimate, reasons: [estimate.reasons[0], { ...estimate.reasons[1], code: 'value-never-seen' }, estimate.reasons[2]] }
    expect(issuesOf(() => explainOutcome(told as never, odds))).toEqual([['outdated-input', ['estimate', 'reasons', 1, 'code']]])
    const { reasons: _, ...without } = estimateOutcome({ source: 'web' }, learnOutcomeOdds(history, { fields: ['source'] }))
    expect(issuesOf(() => explainOutcome(without as never, learnOutcomeOdds(history, { fields: ['source'] })))).toEqual([
      ['missing', ['estimate', 'reasons']],
    ])
    const source = learnOutcomeOdds(history, { fields: ['source'] })
    const moved = { ...estimateOutcome({ source: 'web' }, source), contributions: [7], reasons: [{ params: { field: 'source', value: 'web' } }] }
    expect(issuesOf(() => explainOutcome(moved as never, source))).toEqual([
      ['wrong-type', ['estimate', 'contributions', 0]],
      ['wrong-length', ['estimate', 'reasons']],
    ])
    const broken = { ...estimate, contributions: [7, null, undefined], reasons: [null, { params: 3 }, estimate.reasons[2]] }
    expect(issuesOf(() => explainOutcome(broken as never, odds))).toEqual([
      ['outdated-input', ['estimate', 'probability']],
      ['wrong-length', ['estimate', 'contributions']],
      ['wrong-length', ['estimate', 'reasons']],
    ])
  })
})
