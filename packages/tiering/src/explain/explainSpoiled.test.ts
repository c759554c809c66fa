import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoil } from '../../testing/spoil.js'
import {
  explainAttrition,
  explainBenefits,
  explainCustomerEquity,
  explainLevel,
  explainMigration,
  explainProjection,
  explainRebate,
  explainRetiering,
} from '../explain.js'
import { assignLevel, benefitsFor, customerEquity, migrationMatrix, projectTiers, rebateOnLosses, retier, warnOfAttrition } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { airlineLevels, casinoRebate, textbookAttrition, textbookBenefits, textbookRetiering } from '../templates.js'

/** A result, what made it, and the way to say it. */
type Explainable = readonly [name: string, result: unknown, policy: unknown, explain: (result: never, policy: never, locale?: never) => object]

const points = [
  { date: '2024-02-10', points: 20000 },
  { date: '2024-09-01', points: 16000, forecast: true },
]
const previous = [
  { customer: 'a', tier: 'A', since: '2024-01-01' },
  { customer: 'b', tier: 'B', since: '2023-07-01' },
]
const current = [
  { customer: 'a', value: 5 },
  { customer: 'b', value: 600000 },
  { customer: 'c', value: 100 },
]
const activity = ['2023-10-01', '2024-01-10', '2024-04-15'].map((date) => ({ customer: 'C-1', date, type: 'call' }))
const contracts = [{ customer: 'C-1', from: '2023-07-01', to: '2024-06-30' }]
const rates = [
  [0.8, 0.2],
  [0, 1],
]
const tiers = ['A', 'B']

const explainables: readonly Explainable[] = [
  ['a level', assignLevel({ customer: 'C-1', points, level: 'platinum' }, airlineLevels, { asOf: '2024-06-30' }), airlineLevels, explainLevel],
  ['a rebate', rebateOnLosses({ level: 'gold', loss: 5 }, casinoRebate), casinoRebate, explainRebate],
  ['benefits', benefitsFor({ tier: 'A' }, textbookBenefits, { order: '120000' }), textbookBenefits, explainBenefits],
  ['a retiering', retier({ previous, current }, textbookRetiering, { asOf: '2024-02-29' }), textbookRetiering, explainRetiering],
  ['warnings', warnOfAttrition({ activity, contracts }, textbookAttrition, { asOf: '2024-05-31' }), textbookAttrition, explainAttrition],
  ['a projection', projectTiers({ counts: [1, 2], rates }, { periods: 1 }), { tiers }, explainProjection],
  ['an equity', customerEquity({ counts: [1, 2], rates, margins: [5, 0], discountRate: 0 }), { tiers }, explainCustomerEquity],
  [
    'a migration',
    migrationMatrix({ previous, current: previous }, { tiers }),
    undefined,
    (migration, _, locale) => explainMigration(migration, locale),
  ],
]

describe.each(explainables)('%s', (_, result, policy, explain) => {
  it('is explained as it is, or where it or its policy was changed, explained or refused with issues', () => {
    expect(explain(result as never, policy as never)).toHaveProperty('sentences')
    const counts = { explained: 0, refused: 0 }
    const changed = fc.oneof(
      spoil(result).map((one) => [one, policy]),
      spoil(policy).map((one) => [result, one]),
    )
    fc.assert(
      fc.property(changed, ([one, other]) => {
        try {
          const said = explain(one as never, other as never, zhCN as never)
          expect(JSON.parse(JSON.stringify(said))).toEqual(said)
          counts.explained += 1
        } catch (error) {
          if (!isInputError(error)) throw error
          counts.refused += 1
        }
      }),
      { numRuns: 150 },
    )
    expect(counts.refused).toBeGreaterThan(20)
  })
})
