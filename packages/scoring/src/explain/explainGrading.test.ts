import type { Condition } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { rulebooks, subjects } from '../../testing/rulebooks.js'
import { explainGrading } from '../explain.js'
import { gradeSubject, type Rulebook } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { leadGrading } from '../templates.js'

const asOf = '2024-03-01'
const explain = (subject: object, rulebook: Rulebook, locale = en): readonly string[] =>
  explainGrading(gradeSubject(subject, rulebook, { asOf }), rulebook, locale).sentences

const is = (field: string, value: string): Condition => ({ field, operator: 'equals', value })
const book = (...conditions: Condition[]): Rulebook => ({
  kind: 'rulebook',
  id: 'book',
  version: 1,
  rules: conditions.map((when, index) => ({ id: `r${index}`, when, grade: 'yes' })),
  otherwise: { grade: 'no' },
})

describe('explainGrading', () => {
  it('textbook S3: says which rule granted the grade, why, and why none before it', () => {
    expect(explain({ demoRequestedOn: '2024-02-20', budgetClear: false, urgency: 'high' }, leadGrading)).toEqual([
      'As of 2024-03-01 the grade is B (worth a call), because the rule "Demo asked for in the last 30 days, or a clear budget" is met.',
      'Route: Salesperson.',
      'demoRequestedOn must be a date within 30 days before the date in question: it is 2024-02-20, which meets this.',
      'The rule "Demo asked for in the last 30 days, and a clear budget" is not met. budgetClear must equal true: it is false, which does not meet this.',
    ])
    expect(explain({ demoRequestedOn: '2024-02-20', budgetClear: false, urgency: 'high' }, leadGrading, zhCN)).toEqual([
      '截至 2024-03-01，等级为 B（值得联系），因为规则“最近 30 天内申请过演示，或预算明确”成立。',
      '去向：销售人员。',
      'demoRequestedOn 须是所问之日前 30 天之内的日期：现为 2024-02-20，符合。',
      '规则“最近 30 天内申请过演示，且预算明确”不成立。budgetClear 须等于 true：现为 false，不符合。',
    ])
  })

  it('says of a grade that no rule granted why each was not met, and what is not known', () => {
    const sentences = explain({ size: 'large', industry: 'farming', budgetClear: false }, leadGrading)
    expect(sentences).toHaveLength(7)
    expect(sentences.slice(0, 2)).toEqual([
      'As of 2024-03-01 the grade is C (to be nurtured), because no rule is met.',
      'Route: Automatic nurturing.',
    ])
    expect(sentences.slice(-2)).toEqual([
      'The rule "Large company in a target industry" is not met. industry must be one of finance, healthcare, manufacturing: it is farming, which does not meet this.',
      'Not known: demoRequestedOn, urgency.',
    ])
    expect(explain({}, leadGrading, zhCN).at(-1)).toBe('未知：demoRequestedOn、budgetClear、urgency、size、industry。')
  })

  it('gives the comparisons that decided, and says where a rule asks for the opposite', () => {
    const reasons = (when: Condition, subject: object): readonly string[] => explain(subject, book(when)).slice(1)
    const a = 'a must equal 1: it is 1, which meets this.'
    const b = 'b must equal 1: it is 2, which does not meet this.'
    const opposite = ' The rule asks for the opposite.'
    const unmet = 'The rule "r0" is not met. '
    const facts = { a: '1', b: '2' }
    expect(reasons({ any: [is('a', '1'), is('b', '1')] }, facts)).toEqual([a])
    expect(reasons({ all: [is('a', '1'), is('b', '1')] }, facts)).toEqual([unmet + b])
    expect(reasons({ not: { all: [is('a', '1'), is('b', '1')] } }, facts)).toEqual([b + opposite])
    expect(reasons({ not: { any: [is('a', '1'), is('b', '1')] } }, facts)).toEqual([unmet + a + opposite])
    expect(reasons({ all: [{ not: is('b', '1') }, { not: { not: is('a', '1') } }] }, facts)).toEqual([b + opposite, a])
    expect(reasons({ not: is('c', '1') }, facts)).toEqual([
      'c must equal 1: it is missing, so this is not met. The rule asks for the opposite.',
      'Not known: c.',
    ])
    expect(explain(facts, book({ not: is('b', '1') }), zhCN)[1]).toBe('b 须等于 1：现为 2，不符合。而规则的要求正好相反。')
  })

  it('names the first 20 of many rules and comparisons, and ids where there are no titles', () => {
    const many = Array.from({ length: 22 }, (_, index) => is(`f${index}`, '1'))
    const sentences = explain({}, book(...many.slice(1), { any: many }))
    expect(sentences[0]).toBe('As of 2024-03-01 the grade is no, because no rule is met.')
    expect(sentences.at(-2)).toBe('Further rules that are not met: 2.')
    expect(sentences.at(-1)).toMatch(/f19, f20, f21, 2 more|f20, 2 more/)
    const untitled = { ...book(is('a', '1')), grades: [{ id: 'no', title: undefined }, { id: 'yes' }] } as never
    expect(explain({}, untitled)[0]).toBe('As of 2024-03-01 the grade is no, because no rule is met.')
    const all = explain(Object.fromEntries(many.map((_, index) => [`f${index}`, '1'])), book({ all: many }))
    expect(all).toHaveLength(22)
    expect(all.at(-1)).toBe('Further comparisons that count: 2.')
  })

  it('leaves no placeholder unfilled, says the same after a JSON round trip, and never lacks a reason', () => {
    fc.assert(
      fc.property(rulebooks, subjects, fc.constantFrom(en, zhCN), (rulebook, subject, locale) => {
        const grading = gradeSubject(subject, rulebook, { asOf })
        const { sentences } = explainGrading(grading, rulebook, locale)
        expect(explainGrading(JSON.parse(JSON.stringify(grading)), rulebook, locale).sentences).toEqual(sentences)
        expect(sentences.length).toBeGreaterThan(grading.trace.length)
        for (const sentence of sentences)
          expect(sentence).not.toMatch(/[{](asOf|grade|rule|route|number|fields|field|required|actual|comparison)[}]|undefined/)
      }),
      { numRuns: 200 },
    )
  })

  it('refuses a grading that another rulebook made, or the same before it was changed', () => {
    const rulebook = book(is('a', '1'), { all: [is('b', '1'), { not: is('c', '1') }] })
    const grading = gradeSubject({ b: '1' }, rulebook, { asOf })
    const found = (one: unknown, other: unknown = rulebook): unknown => issuesOf(() => explainGrading(one as never, other as never))
    expect(found(grading, leadGrading)).toEqual([['other-policy', ['grading', 'policies']]])
    expect(found(grading, { ...rulebook, version: 2 })).toEqual([['other-policy', ['grading', 'policies']]])
    expect(found(grading, book(is('a', '1')))).toEqual([
      ['wrong-length', ['grading', 'trace']],
      ['outdated-input', ['grading', 'rule']],
      ['outdated-input', ['grading', 'grade']],
    ])
    expect(found(grading, book(is('a', '1'), is('b', '1')))).toEqual([['wrong-length', ['grading', 'trace', 1, 'comparisons']]])
    expect(found(grading, book(is('a', '1'), { all: [is('b', '1'), is('c', '1'), is('d', '1')] }))).toEqual([
      ['wrong-length', ['grading', 'trace', 1, 'comparisons']],
    ])
    expect(found(grading, book(is('a', '1'), { all: [is('b', '1'), is('c', '1')] }))).toEqual([['outdated-input', ['grading', 'trace', 1, 'met']]])
    expect(found(grading, book(is('a', '2'), { all: [is('x.y', '1'), { not: { field: 'c', operator: 'has', value: '1' } }] }))).toEqual([
      ['outdated-input', ['grading', 'trace', 0, 'comparisons', 0, 'required']],
      ['wrong-length', ['grading', 'trace', 1, 'comparisons', 0, 'path']],
      ['outdated-input', ['grading', 'trace', 1, 'comparisons', 1, 'operator']],
    ])
    const renamed = { ...rulebook, rules: rulebook.rules.map((rule) => ({ ...rule, grade: 'maybe', route: 'desk' })) }
    expect(found(grading, renamed)).toEqual([
      ['outdated-input', ['grading', 'grade']],
      ['missing', ['grading', 'route']],
    ])
    const lost = gradeSubject({}, rulebook, { asOf })
    expect(found(lost, { ...rulebook, otherwise: { grade: 'maybe' } })).toEqual([['outdated-input', ['grading', 'grade']]])
    expect(found(lost, { ...rulebook, rules: [...rulebook.rules, { id: 'r2', when: is('z', '1'), grade: 'yes' }] })).toEqual([
      ['wrong-length', ['grading', 'trace']],
    ])
    expect(found({ ...lost, trace: [...lost.trace, lost.trace[0]] })).toEqual([['wrong-length', ['grading', 'trace']]])
    expect(found({ ...lost, trace: [] })).toEqual([['wrong-length', ['grading', 'trace']]])
    expect(found({ ...grading, trace: [grading.trace[1]] })).toEqual([['outdated-input', ['grading', 'trace', 0, 'rule']]])
  })

  it('refuses what is no grading', () => {
    const rulebook = book(is('a', '1'))
    const grading = gradeSubject({ a: '1' }, rulebook, { asOf })
    const found = (one: unknown): unknown => issuesOf(() => explainGrading(one as never, rulebook))
    const entry = grading.trace[0]?.comparisons[0]
    const withEntry = (parts: unknown): unknown => ({ ...grading, trace: [{ ...grading.trace[0], comparisons: [parts] }] })
    const place = ['grading', 'trace', 0, 'comparisons', 0]
    expect(found(null)).toEqual([['wrong-type', ['grading']]])
    expect(found({})).toEqual([['missing', ['grading', 'trace']]])
    expect(found({ ...grading, asOf: 'soon' })).toEqual([['not-a-calendar-date', ['grading', 'asOf']]])
    expect(found({ ...grading, trace: [5] })).toEqual([['wrong-type', ['grading', 'trace', 0]]])
    expect(found({ ...grading, trace: [{ ...grading.trace[0], comparisons: {} }] })).toEqual([['wrong-type', ['grading', 'trace', 0, 'comparisons']]])
    expect(found(withEntry(null))).toEqual([['wrong-type', place]])
    expect(found(withEntry({ ...entry, actual: undefined, met: 'yes', reason: 'no' }))).toEqual([
      ['missing', [...place, 'actual']],
      ['not-allowed', [...place, 'met']],
      ['not-allowed', [...place, 'reason']],
    ])
    expect(issuesOf(() => explainGrading(grading, { ...rulebook, rules: [] }))).toEqual([['empty', ['rulebook', 'rules']]])
  })

  const circular: unknown[] = []
  circular.push(circular)
  it.each<[string, unknown]>([
    ['null', null],
    ['NaN', Number.NaN],
    ['a bigint', 1n],
    ['a symbol', Symbol('yes')],
    ['an object without a prototype', Object.create(null)],
    ['a list that holds itself', circular],
    ['an object that becomes the text as JSON', { toJSON: () => 'yes' }],
    ['a function', () => 'yes'],
    ['a boxed text', new String('yes')],
  ])('refuses %s where the rulebook has a text, or nothing', (_, value) => {
    const rulebook = book(is('a', 'yes'))
    const grading = gradeSubject({ a: 'yes' }, rulebook, { asOf })
    const [tried] = grading.trace
    const found = (one: unknown): unknown => issuesOf(() => explainGrading(one as never, rulebook))
    const wrong = (...path: (string | number)[]): unknown => [
      [expect.stringMatching(/^(outdated-input|wrong-type|unknown-key)$/), ['grading', ...path]],
    ]
    for (const key of ['grade', 'rule', 'route']) expect(found({ ...grading, [key]: value })).toEqual(wrong(key))
    expect(found({ ...grading, trace: [{ ...tried, rule: value }] })).toEqual(wrong('trace', 0, 'rule'))
    expect(found({ ...grading, trace: [{ ...tried, met: value }] })).toEqual(wrong('trace', 0, 'met'))
    for (const key of ['required', 'operator', 'path']) {
      const entry = { ...tried?.comparisons[0], [key]: value }
      const issues = found({ ...grading, trace: [{ ...tried, comparisons: [entry] }] }) as [string, unknown[]][]
      expect(issues.map(([, path]) => path.slice(0, 6))).toEqual([['grading', 'trace', 0, 'comparisons', 0, key]])
    }
    expect(found({ ...grading, trace: [{ ...tried, comparisons: [{ ...tried?.comparisons[0], actual: value }] }] })).not.toBe('nothing was thrown')
    const policies = [{ kind: 'rulebook', id: value, version: 1 }]
    expect(found({ ...grading, policies })).toEqual([['other-policy', ['grading', 'policies']]])
  })

  it('takes a grading without a rule and without a route, as long as they say so', () => {
    const rulebook = book(is('a', '1'))
    const lost = gradeSubject({}, rulebook, { asOf })
    expect(explainGrading({ ...lost, route: undefined } as never, rulebook)).toEqual(explainGrading(lost, rulebook))
    expect(issuesOf(() => explainGrading({ ...lost, rule: undefined } as never, rulebook))).toEqual([['missing', ['grading', 'rule']]])
    expect(issuesOf(() => explainGrading({ ...lost, rule: Number.NaN } as never, rulebook))).toEqual([['outdated-input', ['grading', 'rule']]])
  })

  it.each<[string, Condition, object, object, string[]]>([
    ['a value that does not meet what it is said to meet', is('x', '1'), { x: '1' }, { actual: 99 }, ['met']],
    ['a value that meets what it is said not to meet', is('x', '1'), { x: '2' }, { actual: '1.0' }, ['met']],
    ['a reason beside a comparison that is met', is('x', '1'), { x: '1' }, { reason: 'not-comparable' }, ['reason']],
    ['a value that is missing', is('x', '1'), { x: '2' }, { reason: 'missing' }, ['actual']],
    ['a value that is not comparable though it is', is('x', '1'), { x: '2' }, { reason: 'not-comparable' }, ['reason']],
    ['a list that is compared', is('x', '1'), { x: '2' }, { actual: ['1'] }, ['reason']],
    ['a date too long ago', { field: 'x', operator: 'within', value: 'P1D' }, { x: asOf }, { actual: '2024-02-01' }, ['met']],
    ['a list that lacks the value', { field: 'x', operator: 'has', value: 'a' }, { x: ['a'] }, { actual: ['b'] }, ['met']],
  ])('refuses a trace that contradicts itself: %s', (_, when, subject, change, at) => {
    const rulebook = book(when)
    const grading = gradeSubject(subject, rulebook, { asOf })
    const [tried] = grading.trace
    const trace = [{ ...tried, comparisons: [{ ...tried?.comparisons[0], ...change }] }]
    const issues = issuesOf(() => explainGrading({ ...grading, trace } as never, rulebook)) as [string, unknown[]][]
    expect(issues.map(([, path]) => path.slice(5))).toEqual([at])
  })

  it('takes every trace of facts that JSON cannot say, and says what it shows', () => {
    const odd = [
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      undefined,
      5n,
      -(10n ** 80n),
      Symbol('x'),
      () => 1,
      new Date(0),
      new Map(),
      { a: 1 },
      [Number.NaN, 'NaN'],
    ]
    const texts = ['NaN', '-Infinity', 'undefined', '5n', 'symbol', 'function', '{…}', '[…]']
    for (const operator of ['equals', 'not-equals', 'has', 'at-least', 'within', 'in'] as const) {
      for (const text of texts) {
        const value = operator === 'at-least' ? '1' : operator === 'within' ? 'P1D' : operator === 'in' ? [text] : text
        const rulebook = book({ field: 'x', operator, value })
        for (const x of [...odd, ...odd.map((one) => [one]), ...texts, texts]) {
          const sentences = explain({ x }, rulebook)
          expect(sentences.join(' ')).toMatch(/^As of 2024-03-01 .*x must .*: it is /)
        }
      }
    }
  })
})
