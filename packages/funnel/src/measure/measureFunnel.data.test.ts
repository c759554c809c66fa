import { describe, expect, it } from 'vitest'
import { engaging, readPipelineData } from '../../testing/pipelineData.js'
import { measureFunnel } from '../index.js'

// The last close_date of the data is 2017-12-31.
const asOf = '2017-12-31'

describe('measureFunnel: 8,800 opportunities', () => {
  it('tells what the data hold, as their owners count it', (context) => {
    const { log, undated, blankAccounts } = readPipelineData(context)
    const found = measureFunnel(log, engaging, { asOf, by: 'region' })
    expect([undated, blankAccounts, found.entered]).toEqual([500, 1425, 8300])
    expect([found.won.count, found.lost.count, found.open.count]).toEqual([4238, 2473, 1589])
    expect(found.stages).toMatchObject([{ entered: 8300, skipped: 0, advanced: 4238, lost: 2473, open: 1589, standing: 1589 }])
    expect(found.conversion.ofClosed).toBeCloseTo(0.6315, 4)
    expect(found.conversion.ofEntered).toBeCloseTo(0.5106, 4)
    expect(found.won.count / (found.entered + undated)).toBeCloseTo(0.4816, 4)
    expect(found.won.meanDays).toBeCloseTo(51.8, 1)
    expect([found.won.medianDays, found.stages[0]?.medianDaysAdvanced]).toEqual([57, 57])
    const won = found.groups?.map(({ group, won: { amounts } }) => [group, amounts])
    expect(won).toEqual([
      ['Central', [{ currency: 'USD', amount: '3346293.00' }]],
      ['East', [{ currency: 'USD', amount: '3090594.00' }]],
      ['West', [{ currency: 'USD', amount: '3568647.00' }]],
    ])
    // A lost opportunity is worth its close_value, which is 0; the open ones have none.
    expect([found.won.amounts, found.lost.amounts, found.open.amounts]).toEqual([
      [{ currency: 'USD', amount: '10005534.00' }],
      [{ currency: 'USD', amount: '0.00' }],
      [],
    ])
    expect(found.diagnoses).toEqual([
      { code: 'still-open', params: { count: 1589 } },
      { code: 'without-reason', params: { count: 2473 } },
      { code: 'without-amount', params: { count: 1589 } },
    ])
  })

  it('shows products as they are written, the misspelt one too, and deals without an account', (context) => {
    const { log } = readPipelineData(context)
    const groupsBy = (by: string) => measureFunnel(log, engaging, { asOf, by }).groups ?? []
    const products = groupsBy('product').map(({ group }) => group)
    expect([products.includes('GTXPro'), products.includes('GTX Pro')]).toEqual([true, false])
    const blank = groupsBy('account').at(-1)
    expect([blank?.group, blank?.won.count, blank?.lost.count]).toEqual([null, 0, 0])
    expect(blank?.open.count).toBe(1425 - 337)
  })

  it('says the same of the rows in any order', (context) => {
    const { log } = readPipelineData(context)
    const options = { asOf, by: 'region', cohorts: { by: 'quarter' } } as const
    const expected = measureFunnel(log, engaging, options)
    expect(measureFunnel([...log].reverse(), engaging, options)).toEqual(expected)
    expect(
      measureFunnel(
        [...log].sort((one, other) => (one.at + one.deal < other.at + other.deal ? -1 : 1)),
        engaging,
        options,
      ),
    ).toEqual(expected)
    expect(expected.cohorts?.reduce((sum, { entered }) => sum + entered, 0)).toBe(8300)
  })
})
