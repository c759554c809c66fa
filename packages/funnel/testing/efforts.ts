import fc from 'fast-check'
import type { EffortCost, MeasuredStages, StageValue } from '../src/index.js'

/** Who made the measures below. */
export const policies = [{ kind: 'pipeline', id: 'sales', version: '1' }]

/** A measure of the stages s0, s1 … at each of which so many deals were lost and are open, and so many of which were won. */
export function measuredOf(left: readonly (readonly [lost: number, open: number])[], won: number): MeasuredStages {
  const stages = left.map(([lost, open], place) => {
    const after = left.slice(place + 1).reduce((sum, [gone, still]) => sum + gone + still, won)
    return { stage: `s${place}`, entered: after + lost + open, advanced: after, lost, open }
  })
  return { asOf: '2024-03-31', stages, policies }
}

const quantity = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(0.1, 0.2, 0.3, '0.7', '1.1', 2.5, '7.25', 1.3333333333, '0.000001'))

const stageCounts = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))

/** Some stages, what some of them take, and hours that may suffice for all of them or for none. */
export const anyEffort: fc.Arbitrary<{
  readonly measured: MeasuredStages
  readonly asked: { readonly hours: number | string; readonly costs: readonly EffortCost[]; readonly values: readonly StageValue[] }
}> = fc.array(stageCounts, { minLength: 1, maxLength: 6 }).chain((left) => {
  const places = left.map((_, place) => place)
  const costs = fc.subarray(places).chain((some) =>
    fc.tuple(
      ...some.map((place) =>
        fc.record({
          stage: fc.constant(`s${place}`),
          hoursPerDeal: quantity,
          capacity: fc.option(fc.oneof(quantity, fc.integer({ min: 0, max: 5 })), { nil: undefined }),
        }),
      ),
    ),
  )
  const values = fc.tuple(...places.map((place) => fc.record({ stage: fc.constant(`s${place}`), value: fc.integer({ min: 0, max: 100_000 }) })))
  const hours = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constantFrom(0.1, 0.3, '0.6', '1.1', 7.3, '39.9'))
  return fc
    .tuple(fc.integer({ min: 0, max: 9 }), hours, costs, values)
    .map(([won, time, worked, worth]) => ({ measured: measuredOf(left, won), asked: { hours: time, costs: worked, values: worth } }))
})
