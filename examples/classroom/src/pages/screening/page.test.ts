import { rankCandidates, weightStability } from '@clientele/scoring'
import { customerScreening } from '@clientele/scoring/templates'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import { page } from './page.js'
import { verdict } from './puzzle.js'
import { english } from './texts/en.js'

const totalsOf = ({ ranking }: ReturnType<typeof resultOf<typeof page.defaults, ReturnType<typeof page.compute> & object>>) =>
  ranking.ranked.map(({ candidate, total, selected }) => [candidate, total, selected])

describe('screening', () => {
  it('is the example of the chapter (S1, 客戶篩選), with 35 for C', () => {
    expect(totalsOf(resultOf(page))).toEqual([
      ['D', '70', true],
      ['A', '67', true],
      ['B', '57', false],
      ['C', '35', false],
    ])
    expect(page.policy(page.defaults, resultOf(page))).toEqual(customerScreening)
  })

  it('follows a weight and a rating', () => {
    const { ranking, stability } = resultOf(page, { 'weight-prospects': '13.5', 'C-demand': '5' })
    const criteria = customerScreening.criteria.map((one) => (one.id === 'prospects' ? { ...one, weight: '13.5' } : one))
    const card = { ...customerScreening, criteria }
    const rated = [
      { id: 'A', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 } },
      { id: 'B', ratings: { demand: 4, 'gross-profit': 3, prospects: 5, payment: 4, cooperation: 2 } },
      { id: 'C', ratings: { demand: 5, 'gross-profit': 2, prospects: 2, payment: 2, cooperation: 2 } },
      { id: 'D', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 4, cooperation: 5 } },
    ]
    expect(ranking).toEqual(rankCandidates(rated, card))
    expect(stability).toEqual(weightStability(rated, card))
  })

  it('says what is wrong with weights and with ratings at once, where they are typed', () => {
    expect(faultsOf(page, { 'weight-demand': '-1', 'A-demand': '', 'B-payment': '6', 'D-cooperation': '1.5' })).toEqual({
      'weight-demand': ['too-small'],
      'A-demand': ['not-a-decimal'],
      'B-payment': ['out-of-range'],
      'D-cooperation': ['off-step'],
    })
    expect(computeWith(page, { 'A-demand': 'five' }).result).toBeUndefined()
  })

  it('tells whoever looks for the misprint how near it is', () => {
    const guess = (misprint: string, correct: string) => verdict({ fields: { ...page.defaults, misprint, correct }, result: resultOf(page) }, english)
    expect(guess('', '35')).toBe('')
    expect(guess('A', '35')).toBe(english.wrong)
    expect(guess('C', '')).toBe(english.rightCustomer)
    expect(guess('C', '53')).toBe(english.rightCustomer)
    expect(guess('C', '35.0')).toBe(english.right)
  })

  it.each([{}, { 'weight-payment': '0.5', 'A-cooperation': '1' }, { 'weight-demand': '0' }])(
    'gives code that computes what is shown: %j',
    (changes) => runCode(page, changes),
  )
})
