import type { Issue } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { assessExposure, type CreditAccount, respondToDeterioration } from '../index.js'
import { textbookDeterioration, usualOrderPolicy } from '../templates.js'
import { readGrade, readReport } from './readJudgement.js'

const report = { depth: 'brief', date: '2025-06-30' }
const rating = { grade: 'A', meetsStandard: true }
const found = (read: typeof readGrade | typeof readReport, value: unknown, owner: unknown = 'C-1'): unknown => {
  const issues: Issue[] = []
  const result = read(value, owner, ['account', 'it'], issues)
  return issues.length === 0 ? result : codesAndPaths(issues)
}

describe('a report and a rating of an account', () => {
  it('are read whole or in short, of the account’s customer or of one who is not named', () => {
    expect(found(readReport, report)).toEqual({ depth: 'brief', day: 20_269 })
    expect(found(readReport, { ...report, customer: 'C-1', sections: [] })).toEqual({ depth: 'brief', day: 20_269 })
    expect(found(readGrade, 'A')).toEqual({ grade: 'A', meetsStandard: undefined })
    expect(found(readGrade, rating)).toEqual(rating)
    expect(found(readGrade, { ...rating, customer: 'C-1', score: 71 })).toEqual(rating)
  })

  it('are refused of another customer', () => {
    const other = [['not-allowed', ['account', 'it', 'customer']]]
    expect(found(readReport, { ...report, customer: 'C-2' })).toEqual(other)
    expect(found(readGrade, { ...rating, customer: '__proto__' })).toEqual(other)
    expect(found(readGrade, { ...rating, customer: 'c-1' })).toEqual(other)
  })

  it('look at no customer that is no text of their own, and at none where the account names none', () => {
    for (const customer of [undefined, null, '', 7, ['C-2']]) {
      expect(found(readReport, { ...report, customer })).toEqual({ depth: 'brief', day: 20_269 })
      expect(found(readGrade, { ...rating, customer })).toEqual(rating)
    }
    expect(found(readGrade, Object.assign(Object.create({ customer: 'C-2' }), rating))).toEqual(rating)
    for (const owner of [null, '', 7]) expect(found(readReport, { ...report, customer: 'C-2' }, owner)).toEqual({ depth: 'brief', day: 20_269 })
  })

  it('are checked in every verb that takes an account, with all that is wrong', () => {
    const account = {
      customer: 'C-1',
      currency: 'CNY',
      report: { ...report, depth: 'deep', customer: 'C-2' },
      grade: { grade: '', meetsStandard: true, customer: 'C-3' },
    }
    const expected = [
      ['not-allowed', ['account', 'report', 'customer']],
      ['not-allowed', ['account', 'report', 'depth']],
      ['not-allowed', ['account', 'grade', 'customer']],
      ['empty', ['account', 'grade', 'grade']],
    ]
    const some = account as unknown as CreditAccount
    expect(issuesOf(() => respondToDeterioration({ before: {}, after: {}, account: some }, textbookDeterioration))).toEqual(expected)
    const lists = { items: [], deliveries: [], orders: [], deposits: [], guarantees: [] }
    expect(issuesOf(() => assessExposure({ ...some, ...lists }, usualOrderPolicy, { asOf: '2025-06-30' }))).toEqual(expected)
  })
})
