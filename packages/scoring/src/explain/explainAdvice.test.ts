import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type AdviceCode, adviceMessages } from '../advice/adviceMessages.js'
import { createAdvice } from '../advice/createAdvice.js'
import { explainAdvice } from '../explain.js'
import { checkRulebook, lintScorecard } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { customerScreening } from '../templates.js'

describe('explainAdvice', () => {
  const hidden = createAdvice('rule-unreachable', ['rules', 2, 'when'], { hiddenBy: ['first', '2'] })

  it('says where and what, in both languages', () => {
    expect(explainAdvice([hidden]).sentences).toEqual(['rules[2].when never decides: whenever it is met, an earlier rule is met as well (first, 2).'])
    expect(explainAdvice([hidden], zhCN).sentences).toEqual(['rules[2].when 永远不起作用：凡它成立时，前面的规则（first、2）中必有一条已经成立。'])
    expect(explainAdvice([]).sentences).toEqual([])
  })

  it('says numbers with a typographic minus, and of a long list the first 20', () => {
    const card = { ...customerScreening, scale: { min: -5, max: 5 }, select: { type: 'at-least', total: '-75.0' } } as const
    expect(explainAdvice(lintScorecard(card)).sentences).toEqual(['select.total selects everyone: no total is below −75.'])
    const many = createAdvice('rule-unreachable', ['rules', 30, 'when'], { hiddenBy: Array.from({ length: 23 }, (_, index) => `r${index}`) })
    expect(explainAdvice([many]).sentences[0]).toMatch(/r18, r19, 3 more\)\.$/)
  })

  it('has words for every code, and leaves no placeholder unfilled', () => {
    const params = { hiddenBy: ['a'], minimum: '1', maximum: '2', rating: '3' }
    for (const code of Object.keys(adviceMessages) as AdviceCode[]) {
      const advice = createAdvice(code, ['rules'], params as never)
      expect(explainAdvice([advice]).sentences).toEqual([`rules ${advice.message}.`])
      expect(explainAdvice([advice], zhCN).sentences[0]).toMatch(/^rules \P{ASCII}[^{}]+。$/u)
    }
  })

  it("says a check's issues too, and gives the message of a code that it does not know", () => {
    expect(explainAdvice(checkRulebook({ kind: 'rulebook', id: 'x', version: 1, rules: [], otherwise: { grade: 'A' } }), zhCN).sentences).toEqual([
      'rules 不能为空。',
    ])
    const unknown: Issue = { code: 'toString', path: ['a b'], message: 'is odd', params: {} }
    expect(explainAdvice([unknown], zhCN).sentences).toEqual(['["a b"] is odd。'])
  })

  it('refuses what is no list of issues', () => {
    expect(issuesOf(() => explainAdvice(undefined as never))).toEqual([['missing', ['issues']]])
    expect(issuesOf(() => explainAdvice([null, {}, { ...hidden, path: 'rules' }] as never))).toEqual([
      ['wrong-type', ['issues', 0]],
      ['missing', ['issues', 1, 'code']],
      ['missing', ['issues', 1, 'path']],
      ['missing', ['issues', 1, 'message']],
      ['missing', ['issues', 1, 'params']],
      ['wrong-type', ['issues', 2, 'path']],
    ])
  })

  it('refuses what it could not say, or only with a gap', () => {
    const found = (issue: object): unknown => issuesOf(() => explainAdvice([{ ...hidden, ...issue }] as never))
    const bare = Object.create(null)
    expect(found({ path: ['rules', 1n, Symbol('x'), bare, undefined, null] })).toEqual([
      ['wrong-type', ['issues', 0, 'path', 1]],
      ['wrong-type', ['issues', 0, 'path', 2]],
      ['wrong-type', ['issues', 0, 'path', 3]],
      ['missing', ['issues', 0, 'path', 4]],
      ['wrong-type', ['issues', 0, 'path', 5]],
    ])
    expect(found({ params: {} })).toEqual([['missing', ['issues', 0, 'params', 'hiddenBy']]])
    expect(found({ params: Object.create({ hiddenBy: ['a'] }) })).toEqual([['missing', ['issues', 0, 'params', 'hiddenBy']]])
    expect(found({ params: { hiddenBy: bare } })).toEqual([['wrong-type', ['issues', 0, 'params', 'hiddenBy']]])
    expect(found({ params: { hiddenBy: ['a', Symbol('x'), bare] } })).toEqual([
      ['wrong-type', ['issues', 0, 'params', 'hiddenBy', 1]],
      ['wrong-type', ['issues', 0, 'params', 'hiddenBy', 2]],
    ])
    expect(found({ code: 'not-allowed', params: { allowed: [] } })).toEqual([['missing', ['issues', 0, 'params', 'actual']]])
    expect(found({ code: 'own', params: { any: bare } })).toBe('nothing was thrown')
  })
})
