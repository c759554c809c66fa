import fc from 'fast-check'
import type { CustomerValue, ShareScheme, ThresholdScheme } from '../src/index.js'

/** Integers of a scale as a decimal text. */
export function decimalOf(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`
}

/** Values of few sizes, so that many are alike, and some huge and fine ones. */
export const units: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: -3n, max: 12n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: -500n, max: 100_000n }) },
  { weight: 1, arbitrary: fc.bigInt({ min: 10n ** 24n, max: 10n ** 24n + 3n }) },
)

const decimals = fc.tuple(units, fc.constantFrom(0, 0, 2, 2, 5)).map(([value, places]) => decimalOf(value, places))

const ids = fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.constantFrom('__proto__', 'constructor', '客户', 'a', 'B'))

/** Customers of different ids. */
export const valuedCustomers: fc.Arbitrary<CustomerValue[]> = fc.uniqueArray(fc.record({ customer: ids, value: decimals }), {
  maxLength: 14,
  selector: ({ customer }) => customer,
})

const named = { kind: 'tier-scheme', id: 'random', version: 1 } as const
const tierIds = ['A', 'B', 'C', 'D', 'E']

/** Different values from the least to the greatest. */
const ascending = (values: fc.Arbitrary<bigint>, maxLength: number): fc.Arbitrary<bigint[]> =>
  fc.uniqueArray(values, { maxLength }).map((list) => list.sort((a, b) => (a < b ? -1 : 1)))

export const thresholdSchemes: fc.Arbitrary<ThresholdScheme> = fc
  .record({
    from: ascending(units, 4),
    places: fc.constantFrom(0, 2, 7),
    boundary: fc.constantFrom('above' as const, 'at-or-above' as const, undefined),
  })
  .map(({ from, places, boundary }) => ({
    ...named,
    type: 'threshold',
    boundary,
    tiers: [...from.reverse().map((one) => decimalOf(one, places)), null].map((one, index) => ({ id: tierIds[index] as string, from: one })),
  }))

/** Schemes of both types and boundaries, some with cuts that values hit exactly. */
export const shareSchemes: fc.Arbitrary<ShareScheme> = fc
  .record({
    type: fc.constantFrom('share-of-value' as const, 'share-of-customers' as const),
    cuts: ascending(fc.oneof(fc.bigInt({ min: 1n, max: 9_999n }), fc.constantFrom(2000n, 2500n, 5000n, 7500n, 8000n, 9500n)), 4),
    boundary: fc.constantFrom('before' as const, 'after' as const, undefined),
  })
  .map(({ type, cuts, boundary }) => ({
    ...named,
    type,
    boundary,
    cuts: [...cuts, 10_000n].map((one, index) => ({ id: tierIds[index] as string, upToPercent: decimalOf(one, 2) })),
  }))
