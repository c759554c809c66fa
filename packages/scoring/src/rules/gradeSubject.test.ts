import { evaluateCondition } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { rulebooks, subjects } from '../../testing/rulebooks.js'
import { compileRulebook, type Grading, gradeSubject, type Rulebook } from '../index.js'
import { leadGrading } from '../templates.js'

const asOf = '2024-03-31'
const short = ({ grade, rule, route }: Grading): unknown => [grade, rule, route]

const customers: Rulebook = {
  kind: 'rulebook',
  id: 'customers',
  version: 3,
  rules: [
    { id: 'large', when: { field: 'sales', operator: 'above', value: '500000' }, grade: 'A', route: 'key-account' },
    { id: 'east', when: { not: { field: 'region', operator: 'equals', value: 'east' } }, grade: 'B' },
  ],
  otherwise: { grade: 'C', route: 'dealer' },
}

describe('gradeSubject', () => {
  it.each([
    ['a demo in the last 30 days and a clear budget', { demoRequestedOn: '2024-03-01', budgetClear: true }, 'A', 'senior-salesperson'],
    ['a demo 31 days ago and a clear budget', { demoRequestedOn: '2024-02-29', budgetClear: true }, 'B', 'salesperson'],
    ['a demo in the last 30 days, the budget not known', { demoRequestedOn: '2024-03-31' }, 'B', 'salesperson'],
    ['a demo that is yet to be asked for', { demoRequestedOn: '2024-04-01', budgetClear: false }, 'C', 'nurturing'],
    ['high urgency', { urgency: 'high', size: 'small' }, 'B', 'salesperson'],
    ['a large company in a target industry', { size: 'large', industry: 'finance', urgency: 'low' }, 'B', 'salesperson'],
    ['a large company elsewhere', { size: 'large', industry: 'farming' }, 'C', 'nurturing'],
    ['nothing known', {}, 'C', 'nurturing'],
  ])('textbook S3, leads: %s', (_, lead, grade, route) => {
    const result = gradeSubject(lead, leadGrading, { asOf })
    expect([result.grade, result.route]).toEqual([grade, route])
  })

  it('textbook S1, ABC by threshold: above 500,000 is A', () => {
    const grades = ['500000.01', 500000, '500000.00', '6e5', 'much', null].map(
      (sales) => gradeSubject({ sales, region: 'east' }, customers, { asOf }).grade,
    )
    expect(grades).toEqual(['A', 'C', 'C', 'A', 'C', 'C'])
  })

  it('says everything of how it came about', () => {
    expect(gradeSubject({ sales: 5, region: 'west' }, customers, { asOf })).toEqual({
      grade: 'B',
      rule: 'east',
      asOf,
      trace: [
        {
          rule: 'large',
          met: false,
          comparisons: [{ path: ['sales'], operator: 'above', required: '500000', actual: 5, met: false }],
        },
        {
          rule: 'east',
          met: true,
          comparisons: [{ path: ['region'], operator: 'equals', required: 'east', actual: 'west', met: false }],
        },
      ],
      policies: [{ kind: 'rulebook', id: 'customers', version: 3 }],
    })
    expect(short(gradeSubject({ sales: '1e6' }, customers, { asOf }))).toEqual(['A', 'large', 'key-account'])
    expect(gradeSubject({ sales: '1e6' }, customers, { asOf }).trace).toHaveLength(1)
    const otherwise = gradeSubject({ region: 'east' }, customers, { asOf })
    expect(short(otherwise)).toEqual(['C', null, 'dealer'])
    expect(otherwise.trace.map(({ met }) => met)).toEqual([false, false])
    expect(Object.keys(gradeSubject({}, { ...customers, otherwise: { grade: 'C' } }, { asOf }))).not.toContain('route')
  })

  it('grants what the first rule that is met grants, traces all that it tried, and gives JSON', () => {
    fc.assert(
      fc.property(rulebooks, subjects, fc.constantFrom('2024-03-31', '2024-03-01'), (rulebook, subject, date) => {
        const result = gradeSubject(subject, rulebook, { asOf: date })
        const results = rulebook.rules.map(({ when }) => evaluateCondition(when, subject, { asOf: date }))
        const first = results.findIndex(({ met }) => met)
        const { grade, route } = rulebook.rules[first] ?? rulebook.otherwise
        expect(short(result)).toEqual([grade, rulebook.rules[first]?.id ?? null, route])
        expect(result.trace.map(({ met, comparisons }) => ({ met, trace: comparisons }))).toEqual(
          results.slice(0, first === -1 ? undefined : first + 1),
        )
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
        expect(compileRulebook(rulebook).gradeSubject(subject, { asOf: date })).toEqual(result)
      }),
      { numRuns: 300 },
    )
  })

  it('reads own properties only, and touches nothing', () => {
    const subject = Object.create({ sales: '1e6' }, { region: { value: 'east', enumerable: true } })
    expect(gradeSubject(Object.freeze(subject), customers, { asOf }).grade).toBe('C')
    const inherited = { ...customers, otherwise: Object.assign(Object.create({ route: 'no' }), { grade: 'C' }) }
    for (const grade of [gradeSubject, (one: object, book: Rulebook, options: { asOf: string }) => compileRulebook(book).gradeSubject(one, options)])
      expect(grade(subject, inherited, { asOf })).not.toHaveProperty('route')
    const frozen = JSON.parse(JSON.stringify(customers), (_, value) => Object.freeze(value))
    expect(gradeSubject(subject, frozen, { asOf })).toEqual(gradeSubject(subject, customers, { asOf }))
  })

  it('names everything that is wrong with its input', () => {
    const bad = { ...customers, rules: [{ id: 'x', when: { field: 'a' }, grade: '' }] }
    expect(issuesOf(() => gradeSubject([] as never, bad as never, { asOf: '2024-02-30', zone: 'UTC' } as never))).toEqual([
      ['missing', ['rulebook', 'rules', 0, 'when', 'operator']],
      ['empty', ['rulebook', 'rules', 0, 'grade']],
      ['wrong-type', ['subject']],
      ['unknown-key', ['options', 'zone']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(issuesOf(() => gradeSubject(null as never, null as never, undefined as never))).toEqual([
      ['wrong-type', ['rulebook']],
      ['wrong-type', ['subject']],
      ['missing', ['options']],
    ])
    expect(issuesOf(() => gradeSubject({}, customers, {} as never))).toEqual([['missing', ['options', 'asOf']]])
  })
})

describe('compileRulebook', () => {
  it('keeps the rulebook as it was', () => {
    const rulebook = JSON.parse(JSON.stringify(customers))
    const compiled = compileRulebook(rulebook)
    rulebook.rules[0].when.operator = 'nonsense'
    rulebook.rules.length = 1
    expect(compiled.gradeSubject({ region: 'east', sales: 1 }, { asOf })).toEqual(gradeSubject({ region: 'east', sales: 1 }, customers, { asOf }))
  })

  it('takes the rulebook by its own keys, as gradeSubject does, whatever it inherits', () => {
    class Document {
      constructor(document: object) {
        Object.assign(this, document)
      }
      toJSON(): unknown {
        return { ...this, otherwise: { grade: 'Z' }, rules: [] }
      }
    }
    const rulebook = new Document({ ...customers, rules: customers.rules.map((rule) => new Document(rule)) }) as unknown as Rulebook
    for (const subject of [{ sales: '1e6' }, { region: 'west' }, { region: 'east' }])
      expect(compileRulebook(rulebook).gradeSubject(subject, { asOf })).toEqual(gradeSubject(subject, customers, { asOf }))
    const named = { ...customers, otherwise: { grade: '__proto__' }, grades: ['A', 'B', '__proto__'].map((id) => ({ id, title: 'x' })) }
    expect(compileRulebook(named).gradeSubject({ region: 'east' }, { asOf }).grade).toBe('__proto__')
  })

  it('refuses what is no rulebook at once, and what is no subject later', () => {
    expect(issuesOf(() => compileRulebook({ ...customers, kind: 'scorecard' } as never))).toEqual([['not-allowed', ['rulebook', 'kind']]])
    const { gradeSubject: grade } = compileRulebook(customers)
    expect(issuesOf(() => grade('x' as never, { asOf: 5 } as never))).toEqual([
      ['wrong-type', ['subject']],
      ['not-a-calendar-date', ['options', 'asOf']],
    ])
    expect(issuesOf(() => grade({}, undefined as never))).toEqual([['missing', ['options']]])
  })
})
