import fc from 'fast-check'
import type { BgNbdParameters, GammaGammaParameters, PurchaseTimes } from '../src/index.js'

/** CDNOW, as published: Fader, Hardie and Lee 2005; Fader and Hardie 2013. */
export const CDNOW: BgNbdParameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
export const CDNOW_SPEND: GammaGammaParameters = { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 }

/** Numbers over many orders of magnitude. */
export const logUniform = (least: number, greatest: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log10(least), max: Math.log10(greatest), noNaN: true }).map((exponent) => Math.min(greatest, Math.max(least, 10 ** exponent)))

/** Customers of all kinds that there may be. */
export const timesOf: fc.Arbitrary<Required<Omit<PurchaseTimes, 'customer'>>> = fc
  .record({
    repeatPurchases: fc.oneof(fc.constant(0), fc.nat(20), logUniform(1, 1e9).map(Math.floor)),
    age: fc.oneof(fc.constant(0), logUniform(1e-3, 1e7)),
    part: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ repeatPurchases, age, part }) => ({ repeatPurchases, age, lastPurchaseAge: repeatPurchases === 0 ? 0 : age * part }))

const shape = fc.oneof(logUniform(1e-9, 1e9), logUniform(0.1, 10))

/** All parameters that there may be. */
export const parametersOf: fc.Arbitrary<BgNbdParameters> = fc.record({
  model: fc.constant('bg-nbd' as const),
  unit: fc.constantFrom('day', 'week'),
  r: shape,
  alpha: fc.oneof(logUniform(1e-9, 1e15), logUniform(0.1, 1000)),
  a: shape,
  b: shape,
})

type Issues = readonly (readonly [code: string, path: readonly (string | number)[]])[]

/** What may be wrong with when a customer bought: 2 repeats, the last at 30.43 of 38.86. */
export const BAD_TIMES: readonly (readonly [changed: object, issues: Issues])[] = [
  [{ repeatPurchases: undefined }, [['missing', ['customer', 'repeatPurchases']]]],
  [{ repeatPurchases: 1.5 }, [['not-an-integer', ['customer', 'repeatPurchases']]]],
  [{ repeatPurchases: '2' }, [['not-an-integer', ['customer', 'repeatPurchases']]]],
  [{ repeatPurchases: -1 }, [['too-small', ['customer', 'repeatPurchases']]]],
  [{ repeatPurchases: 1e9 + 1 }, [['too-large', ['customer', 'repeatPurchases']]]],
  [{ repeatPurchases: 0 }, [['too-large', ['customer', 'lastPurchaseAge']]]],
  [{ lastPurchaseAge: undefined }, [['missing', ['customer', 'lastPurchaseAge']]]],
  [{ lastPurchaseAge: -1 }, [['too-small', ['customer', 'lastPurchaseAge']]]],
  [{ lastPurchaseAge: 39 }, [['too-large', ['customer', 'lastPurchaseAge']]]],
  [{ age: Number.POSITIVE_INFINITY }, [['wrong-type', ['customer', 'age']]]],
  [{ age: 1e7 + 1 }, [['too-large', ['customer', 'age']]]],
  [{ age: null }, [['wrong-type', ['customer', 'age']]]],
  [{ customer: '' }, [['empty', ['customer', 'customer']]]],
  [{ frequency: 2 }, [['unknown-key', ['customer', 'frequency']]]],
]

/** What may be wrong with parameters of BG/NBD; paths start at these. */
export const BAD_PARAMETERS: readonly (readonly [changed: object, issues: Issues])[] = [
  [{ model: 'pareto-nbd' }, [['not-allowed', ['model']]]],
  [{ model: undefined }, [['missing', ['model']]]],
  [{ unit: 'month' }, [['not-allowed', ['unit']]]],
  [{ r: 0 }, [['too-small', ['r']]]],
  [{ r: 1.1e9 }, [['too-large', ['r']]]],
  [{ alpha: '4.414' }, [['wrong-type', ['alpha']]]],
  [{ alpha: 1.1e15 }, [['too-large', ['alpha']]]],
  [{ a: Number.NaN }, [['wrong-type', ['a']]]],
  [{ b: undefined }, [['missing', ['b']]]],
  [{ b: -2.426 }, [['too-small', ['b']]]],
  [{ v: 1 }, [['unknown-key', ['v']]]],
  [
    { r: -1, alpha: 0 },
    [
      ['too-small', ['r']],
      ['too-small', ['alpha']],
    ],
  ],
]

/** What may be wrong with parameters of Gamma-Gamma; paths start at these. */
export const BAD_SPEND_PARAMETERS: readonly (readonly [changed: object, issues: Issues])[] = [
  [{ model: 'bg-nbd' }, [['not-allowed', ['model']]]],
  [{ p: 0 }, [['too-small', ['p']]]],
  [{ p: 1.1e9 }, [['too-large', ['p']]]],
  [{ q: '3.74' }, [['wrong-type', ['q']]]],
  [{ q: undefined }, [['missing', ['q']]]],
  [{ v: Number.NEGATIVE_INFINITY }, [['wrong-type', ['v']]]],
  [{ v: 1.1e15 }, [['too-large', ['v']]]],
  [{ unit: 'week' }, [['unknown-key', ['unit']]]],
]
