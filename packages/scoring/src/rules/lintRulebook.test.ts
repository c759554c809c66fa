import type { Condition, JsonValue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { rulebooks, subjects } from '../../testing/rulebooks.js'
import { compileRulebook, lintRulebook, type Rulebook } from '../index.js'

const is = (field: string, value: JsonValue): Condition => ({ field, operator: 'equals', value })
const least = (value: JsonValue, field = 'x'): Condition => ({ field, operator: 'at-least', value })
const most = (value: JsonValue, field = 'x'): Condition => ({ field, operator: 'at-most', value })
const above = (value: JsonValue, field = 'x'): Condition => ({ field, operator: 'above', value })
const below = (value: JsonValue, field = 'x'): Condition => ({ field, operator: 'below', value })
const within = (value: string, field = 'x'): Condition => ({ field, operator: 'within', value })
const has = (value: JsonValue): Condition => ({ field: 'x', operator: 'has', value })
const among = (...value: JsonValue[]): Condition => ({ field: 'x', operator: 'in', value })
const not = (condition: Condition): Condition => ({ not: condition })
const all = (...members: Condition[]): Condition => ({ all: members })
const any = (...members: Condition[]): Condition => ({ any: members })

/** Rules r0, r1, … each of which grants a grade of its own. */
const book = (...conditions: Condition[]): Rulebook => ({
  kind: 'rulebook',
  id: 'book',
  version: 1,
  rules: conditions.map((when, index) => ({ id: `r${index}`, when, grade: `g${index}` })),
  otherwise: { grade: 'none' },
})

/** Per rule: `never` met, the rules that hide it, or that it may decide. */
const verdicts = (...conditions: Condition[]): unknown[] => {
  const found = lintRulebook(book(...conditions))
  return conditions.map((_, index) => {
    const advice = found.find(({ path }) => path[0] === 'rules' && path[1] === index)
    return advice?.code === 'rule-never-met' ? 'never' : (advice?.params['hiddenBy'] ?? 'decides')
  })
}
const last = (...conditions: Condition[]): unknown => verdicts(...conditions).at(-1)

describe('lintRulebook', () => {
  it.each<[string, Condition]>([
    ['x ≥ 5 and x < 3', all(least(5), below(3))],
    ['x > 5 and x < 5', all(above(5), below('5.0'))],
    ['x ≥ 5, x ≤ 5 and x ≠ 5', all(least(5), most(5), not(is('x', '5')))],
    ['a date that is a number', all(least('2024-01-01'), least(1))],
    ['equal to a and to b', all(is('x', 'a'), is('x', 'b'))],
    ['after the 1st and before the 2nd', all(above('2024-03-01'), below('2024-03-02'))],
    ['after the last day there is', above('9999-12-31')],
    ['before the first day there is', below('0001-01-01')],
    ['equal to a, and not among a and b', all(is('x', 'a'), not(among('a', 'b')))],
    ['different from a, and a', all({ field: 'x', operator: 'not-equals', value: 'a' }, is('x', 'a'))],
    ['has 2, and has no 2.0', all(has(2), not(has('2.0')))],
    ['within 30 days, not within 60', all(within('P30D'), not(within('P60D')))],
    ['within 2 weeks, not within 14 days', all(within('P2W'), not(within('P14D')))],
    ['within a year, not within 12 months', all(within('P1Y'), not(within('P12M')))],
    ['within a month and a day, not within a month and a week', all(within('P1M1D'), not(within('P1M1W')))],
    ['neither a nor not a', not(any(is('x', 'a'), not(is('x', 'a'))))],
    ['deep inside', all(any(least(9), all(least(5), any(is('x', 7), is('x', 8)))), below(7))],
    ['more than the greatest decimal', above(`${'9'.repeat(1000)}.${'9'.repeat(1000)}`)],
    ['between neighbours', all(above(0), below(`0.${'0'.repeat(999)}1`))],
    [
      'nothing left of three',
      all(any(is('x', 1), is('x', 2), is('x', 3)), not(is('x', 1)), any(is('y', 1), is('x', 1)), not(is('x', 3)), not(is('x', 2))),
    ],
  ])('sees that no facts can meet %s', (_, condition) => {
    expect(lintRulebook(book(condition))).toEqual([
      { code: 'rule-never-met', path: ['rules', 0, 'when'], message: 'is never met: no facts can meet it', params: {} },
    ])
  })

  it.each<[string, Condition]>([
    ['missing, and so neither below 5 nor at least 5', all(not(below(5)), not(least(5)))],
    ['a text, neither a nor b', all(not(is('x', 'a')), { field: 'x', operator: 'not-equals', value: 'b' })],
    ['a number between two', all(above(1), below('1.0000000001'))],
    ['a number between two of 1,000 places', all(above(0), below(`0.${'0'.repeat(999)}2`))],
    ['below a very small number', below(`-${'9'.repeat(1000)}`)],
    ['above a very great number', above(`${'9'.repeat(1000)}.${'9'.repeat(999)}`)],
    ['the first day', below('0001-01-02')],
    ['the last day', above('9999-12-30')],
    ['no decimal, though it has the digits of one', all(is('x', '007'), not(least('1')))],
    ['null', all(is('x', null), not(is('x', false)), not(is('x', 'null')))],
    ['a list of both', all(has('a'), has('b'), not(has('c')))],
    ['a list, and nothing else', all(has('a'), not(is('x', 'a')), not(least(1)))],
    ['within a month, not within 30 days', all(within('P1M'), not(within('P30D')))],
    ['within 30 days, not within a month', all(within('P30D'), not(within('P1M')))],
    ['within a day, not within none', all(within('P1D'), not(within('P0D')))],
    ['two fields', all(least(5), below(3, 'y'))],
  ])('sees nothing wrong with %s', (_, condition) => {
    expect(lintRulebook(book(condition))).toEqual([])
  })

  it('names the one earlier rule that hides a rule', () => {
    expect(verdicts(least(5), least(7))).toEqual(['decides', ['r0']])
    expect(verdicts(least(7), least(5))).toEqual(['decides', 'decides'])
    expect(verdicts(least('5'), above('5.00'))).toEqual(['decides', ['r0']])
    expect(last(among('a', 'b'), is('x', 'a'))).toEqual(['r0'])
    expect(last(is('x', 'a'), among('a', 'b'))).toBe('decides')
    expect(last(is('x', 'a'), among('a'))).toEqual(['r0'])
    expect(last(below('2024-03-01'), most('2024-02-29'))).toEqual(['r0'])
    expect(last(below('2024-03-01'), most('2024-03-01'))).toBe('decides')
    expect(last(within('P90D'), within('P30D'))).toEqual(['r0'])
    expect(last(within('P30D'), within('P90D'))).toBe('decides')
    expect(last(within('P31D'), within('P1M'))).toBe('decides')
    expect(last(not(has('a')), not(any(has('b'), has('a'))))).toEqual(['r0'])
    expect(last(has('a'), all(has('a'), has('b')))).toEqual(['r0'])
    expect(last(has('a'), has('b'))).toBe('decides')
    expect(last(any(is('x', 1), is('y', 1)), is('y', '1.0'))).toEqual(['r0'])
    expect(last(all(is('x', 1), is('y', 1)), is('y', 1))).toBe('decides')
    expect(last(is('y', 1), least(3), all(least(4), is('z', 1)))).toEqual(['r1'])
  })

  it('knows that a comparison of a missing field is not met, and its negation is', () => {
    expect(last(not(is('x', 'a')), { field: 'x', operator: 'not-equals', value: 'a' })).toEqual(['r0'])
    expect(last({ field: 'x', operator: 'not-equals', value: 'a' }, not(is('x', 'a')))).toBe('decides')
    expect(last(not(below(5)), least(5))).toEqual(['r0'])
    expect(last(least(5), not(below(5)))).toBe('decides')
  })

  it('names all the earlier rules that hide a rule together, and none that it could do without', () => {
    expect(last(least(5), below(5), least(0))).toEqual(['r0', 'r1'])
    expect(last(least(5), is('y', 1), below(5), most(9))).toEqual(['r0', 'r2'])
    expect(last(is('x', true), is('x', false), among(true, false))).toEqual(['r0', 'r1'])
    expect(last(most('2024-02-28'), least('2024-03-01'), least('2024-02-01'))).toBe('decides')
    expect(last(most('2024-02-28'), least('2024-03-01'), all(least('2024-02-01'), not(is('x', '2024-02-29'))))).toEqual(['r0', 'r1'])
    expect(last(least(5), all(least(6), is('y', 1)), all(least(7), is('y', 1)))).toEqual(['r0'])
  })

  it('says when nothing is left for otherwise, and which grades and routes nobody gets', () => {
    const rulebook: Rulebook = {
      ...book(least(5), least(7), all(least(1), below(1)), not(least(5))),
      otherwise: { grade: 'none', route: 'shelf' },
      grades: ['g0', 'g1', 'g2', 'g3', 'none', 'spare'].map((id) => ({ id })),
      routes: [{ id: 'shelf' }],
    }
    expect(lintRulebook(rulebook).map(({ code, path, message }) => [code, path, message])).toEqual([
      ['rule-unreachable', ['rules', 1, 'when'], 'never decides: whenever it is met, an earlier rule is met as well (r0)'],
      ['rule-never-met', ['rules', 2, 'when'], 'is never met: no facts can meet it'],
      ['otherwise-unreachable', ['otherwise'], 'is never used: there is always a rule that is met'],
      ['grade-unused', ['grades', 1], 'is granted to nobody'],
      ['grade-unused', ['grades', 2], 'is granted to nobody'],
      ['grade-unused', ['grades', 4], 'is granted to nobody'],
      ['grade-unused', ['grades', 5], 'is granted to nobody'],
      ['route-unused', ['routes', 0], 'is taken by nobody'],
    ])
  })

  it('says which rules change nothing', () => {
    const granting = (otherwise: string, ...rules: [Condition, string, string?][]): unknown => {
      const granted = rules.map(([when, grade, route], index) => ({ id: `r${index}`, when, grade, ...(route === undefined ? {} : { route }) }))
      return lintRulebook({ ...book(), rules: granted, otherwise: { grade: otherwise } }).map(({ code, path }) => [code, path[1]])
    }
    expect(granting('A', [least(5), 'A'])).toEqual([['rule-changes-nothing', 0]])
    expect(granting('A', [least(5), 'A', 'desk'])).toEqual([])
    expect(granting('B', [least(5), 'A'], [least(3), 'A'])).toEqual([['rule-changes-nothing', 0]])
    expect(granting('B', [least(5), 'A'], [least(9), 'B'], [least(3), 'A'])).toEqual([['rule-unreachable', 1]])
    expect(granting('B', [least(5), 'A'], [is('y', 1), 'B'], [least(3), 'A'])).toEqual([])
    expect(granting('B', [is('y', 1), 'B'], [least(5), 'A'], [is('y', 1), 'C'], [least(3), 'A'])).toEqual([
      ['rule-changes-nothing', 1],
      ['rule-unreachable', 2],
    ])
    expect(granting('B', [least(5), 'B'], [all(least(9), below(9)), 'A'])).toEqual([
      ['rule-changes-nothing', 0],
      ['rule-never-met', 1],
    ])
    expect(granting('C', [least(5), 'A'], [least(5), 'A'])).toEqual([['rule-unreachable', 1]])
    expect(granting('C', [least(5), 'A'], [least(3), 'A'], [least(3), 'A'])).toEqual([
      ['rule-changes-nothing', 0],
      ['rule-unreachable', 2],
    ])
    expect(granting('A', [least(5), 'A'], [least(3), 'A'])).toEqual([
      ['rule-changes-nothing', 0],
      ['rule-changes-nothing', 1],
    ])
    expect(granting('C', [least(5), 'A'], [least(3), 'C'], [any(least(5), most(0)), 'A'])).toEqual([['rule-changes-nothing', 1]])
  })

  it('says of rules that come to nothing what may be followed in part or as a whole', () => {
    const repeating = fc.tuple(rulebooks, fc.array(fc.nat(2), { minLength: 2, maxLength: 6 })).map(([rulebook, order]): Rulebook => {
      const rules = order.flatMap((place, index) => rulebook.rules.slice(place, place + 1).map((rule) => ({ ...rule, id: `r${index}` })))
      return rules.length === 0 ? rulebook : { ...rulebook, rules }
    })
    const choices = fc.array(fc.boolean(), { minLength: 6 })
    let followed = 0
    fc.assert(
      fc.property(repeating, fc.array(subjects, { minLength: 20, maxLength: 20 }), choices, (rulebook, leads, some) => {
        const idle = lintRulebook(rulebook).flatMap(({ path }) => (path[0] === 'rules' ? [path[1] as number] : []))
        for (const left of [idle, idle.filter((_, index) => some[index])]) {
          const rules = rulebook.rules.filter((_, index) => !left.includes(index))
          if (left.length < 2 || rules.length === 0) continue
          followed += 1
          const [before, after] = [compileRulebook(rulebook), compileRulebook({ ...rulebook, rules })]
          for (const subject of leads) {
            const [one, other] = [before, after].map(({ gradeSubject }) => gradeSubject(subject, { asOf: '2024-03-31' }))
            expect([other?.grade, other?.route]).toEqual([one?.grade, one?.route])
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(followed).toBeGreaterThan(30)
  })

  it('never says of a rule, a grade, a route or otherwise that it comes to nothing where some facts at some date come to it', () => {
    const dates = fc.constantFrom('2024-03-31', '2024-03-01', '2024-02-29', '2023-03-01')
    let claims = 0
    fc.assert(
      fc.property(rulebooks, fc.array(fc.tuple(subjects, dates), { minLength: 30, maxLength: 30 }), (rulebook, leads) => {
        const advice = lintRulebook(rulebook)
        claims += advice.length
        const { gradeSubject } = compileRulebook(rulebook)
        for (const [subject, asOf] of leads) {
          const { rule, grade, route } = gradeSubject(subject, { asOf })
          for (const { code, path } of advice) {
            const place = path[1] as number
            if (code === 'rule-unreachable') expect(rulebook.rules[place]?.id).not.toBe(rule)
            if (code === 'rule-never-met') {
              const alone = { ...rulebook, rules: rulebook.rules.filter((_, index) => index === place) }
              expect(compileRulebook(alone).gradeSubject(subject, { asOf }).rule).toBeNull()
            }
            if (code === 'otherwise-unreachable') expect(rule).not.toBeNull()
            if (code === 'grade-unused') expect(rulebook.grades?.[place]?.id).not.toBe(grade)
            if (code === 'route-unused') expect(rulebook.routes?.[place]?.id).not.toBe(route)
            if (code === 'rule-changes-nothing' && rulebook.rules.length > 1) {
              const without = { ...rulebook, rules: rulebook.rules.filter((_, index) => index !== place) }
              const other = compileRulebook(without).gradeSubject(subject, { asOf })
              expect([other.grade, other.route]).toEqual([grade, route])
            }
          }
        }
      }),
      { numRuns: 100 },
    )
    expect(claims).toBeGreaterThan(30)
  })

  it('misses no rule that nothing leads to, where fields are independent and compared by value', () => {
    const held = [undefined, null, true, false, 'a', 'b', '', '007', 'other', -2, -1, 0, 1, 1.5, 2, 2.2, 2.5, 2.7, 3, 4]
    const dates = ['2024-02-27', '2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02', '2024-03-31', '2024-04-01']
    const facts = [...held, ...dates].flatMap((x) =>
      [...held, ...dates].map((y) => ({ ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) })),
    )
    const plain = rulebooks
      .map((rulebook): Rulebook => JSON.parse(JSON.stringify(rulebook).replaceAll('"__proto__"', '"x"').replaceAll('"z.0"', '"y"')))
      .filter((rulebook) => !/"(within|has)"/.test(JSON.stringify(rulebook)))
    fc.assert(
      fc.property(plain, (rulebook) => {
        const { gradeSubject } = compileRulebook(rulebook)
        const deciding = new Set(facts.map((subject) => gradeSubject(subject, { asOf: '2024-03-31' }).rule))
        const advice = lintRulebook(rulebook)
        const idle = advice.filter(({ code }) => code === 'rule-unreachable' || code === 'rule-never-met').map(({ path }) => path[1])
        expect(idle).toEqual(rulebook.rules.flatMap(({ id }, index) => (deciding.has(id) ? [] : [index])))
        expect(advice.some(({ code }) => code === 'otherwise-unreachable')).toBe(!deciding.has(null))
      }),
      { numRuns: 40 },
    )
  })

  it('depends on what the rules say, not on how deep or how often', () => {
    let deep: Condition = least(5)
    for (let level = 1; level < 100; level++) deep = level % 2 ? not(deep) : all(deep)
    expect(verdicts(least(5), deep)).toHaveLength(2)
    const many = any(...Array.from({ length: 9_998 }, (_, index) => is(`f${index}`, index)))
    expect(verdicts(many, all(is('f7', 7), is('g', 1)))).toEqual(['decides', ['r0']])
    const values = any(...Array.from({ length: 2_000 }, (_, index) => is('x', index)))
    expect(verdicts(values, among(7, 8), not(values))).toEqual(['decides', ['r0'], 'decides'])
    const durations = Array.from({ length: 12 }, (_, index) => within(`P${28 + index}D`)).map((one, index) => all(one, not(within(`P1M${index}D`))))
    expect(verdicts(any(...durations), within('P39D'))).toEqual(['decides', 'decides'])
  })

  it('gives up on a tangle, and claims nothing', () => {
    const holes = 9
    const pigeon = (one: number): Condition => any(...Array.from({ length: holes }, (_, hole) => is(`p${one}h${hole}`, 1)))
    const pairs = Array.from({ length: holes + 1 }, (_, one) => Array.from({ length: one }, (__, other) => [one, other] as const)).flat()
    const apart = pairs.flatMap(([one, other]) =>
      Array.from({ length: holes }, (_, hole) => not(all(is(`p${one}h${hole}`, 1), is(`p${other}h${hole}`, 1)))),
    )
    const pigeons = Array.from({ length: holes + 1 }, (_, one) => pigeon(one))
    expect(verdicts(all(...pigeons, ...apart))).toEqual(['decides'])
    expect(verdicts(all(...pigeons.slice(1), ...apart))).toEqual(['decides'])
  })

  it('goes through hundreds of rules', () => {
    const rules = Array.from({ length: 300 }, (_, index) => all(least(index, `f${index % 20}`), is('kind', `k${index % 7}`)))
    const found = verdicts(...rules)
    expect(found.slice(0, 140)).toEqual(Array(140).fill('decides'))
    expect(found.slice(140)).toEqual(Array.from({ length: 160 }, (_, index) => [`r${index % 140}`]))
  })

  it('comes to an end with tens of thousands of rules, of values in a list, and of digits', { timeout: 60_000 }, () => {
    const rules = Array.from({ length: 20_000 }, (_, index) => is(`f${index % 3_000}`, index % 3_000))
    const found = lintRulebook({ ...book(...rules), otherwise: { grade: 'none' } })
    for (const { code, path, params } of found) {
      expect(code).toBe('rule-unreachable')
      expect(params['hiddenBy']).toEqual([`r${(path[1] as number) % 3_000}`])
    }
    const long: Condition = { field: 'x', operator: 'in', value: Array.from({ length: 130_000 }, (_, index) => `v${index}`) }
    expect(verdicts(long, not(long), all(is('y', 1), is('y', 2)))).toEqual(['decides', 'decides', 'never'])
    const digits = Array.from({ length: 170 }, (_, index) => least(`${1e9 + index}${'1'.repeat(980)}.${'1'.repeat(1000)}`))
    expect(verdicts(...digits, all(least(2, 'y'), most(1, 'y'))).at(-1)).toBe('never')
  })

  it('does not touch the rulebook, and refuses what is none', () => {
    const rulebook = JSON.stringify(book(least(5)))
    const frozen = JSON.parse(rulebook, (_, value) => Object.freeze(value))
    expect(lintRulebook(frozen)).toEqual([])
    expect(issuesOf(() => lintRulebook({ ...book(least(5)), rules: [] }))).toEqual([['empty', ['rulebook', 'rules']]])
    expect(issuesOf(() => lintRulebook(null as never))).toEqual([['wrong-type', ['rulebook']]])
  })
})
