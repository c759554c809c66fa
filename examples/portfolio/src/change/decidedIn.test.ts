import { describe, expect, it } from 'vitest'
import type { Deal } from '../pipeline/types.js'
import { decidedIn } from './decidedIn.js'

const deal = (id: number, status: Deal['status'], closed: string, amount: string, owner = 'Ann'): Deal => {
  return { line: id, date: '2026-01-05', deal: `D${id}`, status, owner, product: '', account: '', closed, amount }
}
const deals = [
  deal(1, 'Won', '2026-04-01', '100'),
  deal(2, 'Won', '2026-06-30', '50.5'),
  deal(3, 'Won', '2026-05-01', '0', ''),
  deal(4, 'Lost', '2026-05-01', '0'),
  deal(5, 'Won', '2026-03-31', '7'),
  deal(6, 'Won', '2026-07-01', '7'),
]
const groupOf = ({ owner }: Deal): string | null => (owner === '' ? null : owner)

describe('what is decided in a period', () => {
  it('is counted by group, both days included, and what was won is worth its mean', () => {
    expect(decidedIn(deals, { from: '2026-04-01', to: '2026-06-30' }, groupOf)).toEqual({
      groups: [
        { group: 'Ann', entered: 3, converted: 2 },
        { group: null, entered: 1, converted: 1 },
      ],
      averageValue: `50.1${'6'.repeat(36)}7`,
    })
    expect(decidedIn(deals, { from: '2026-04-01', to: '2026-04-30' }, groupOf)).toEqual({
      groups: [{ group: 'Ann', entered: 1, converted: 1 }],
      averageValue: '100',
    })
  })

  it('tells of nothing where nothing was won', () => {
    expect(decidedIn(deals, { from: '2026-02-01', to: '2026-02-28' }, groupOf)).toBeUndefined()
    expect(decidedIn([deal(4, 'Lost', '2026-05-01', '0')], { from: '2026-04-01', to: '2026-06-30' }, groupOf)).toBeUndefined()
  })
})
