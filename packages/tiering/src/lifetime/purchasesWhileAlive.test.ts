import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LivingCustomer } from './livingCustomer.js'
import { purchaseIntegral } from './purchaseIntegral.js'
import { purchaseSeries } from './purchaseSeries.js'
import { purchasesWhileAlive } from './purchasesWhileAlive.js'

type Shapes = readonly [rateShape: number, stopShape: number, stayShape: number]

/** Computed with mpmath 1.3 at 50 digits: the published form with the hypergeometric function, the sum, and a quadrature by Gauss and Legendre. */
const KNOWN: readonly (readonly [...shapes: Shapes, multiple: number, purchases: number])[] = [
  [0.243, 0.793, 2.426, 0.9012339973194066, 0.19509805201126262],
  [2.243, 0.793, 4.426, 0.9012339973194066, 1.687399305805313],
  [2.243, 1, 4.426, 0.9, 1.6233256230093858],
  [2.243, 1.000000001, 4.426, 0.9, 1.623325622727587],
  [2.243, 0.999999999, 4.426, 0.9, 1.6233256232911843],
  [2.243, 1, 4.426, 45, 13.555571185465817],
  [2.243, 1.000000001, 4.426, 45, 13.555571166147613],
  [2.243, 0.999999999, 4.426, 45, 13.555571204784018],
  [1e-9, 1e-9, 1e-9, 1e-12, 9.9999999999975e-22],
  [1e-9, 1e-9, 1e-9, 1e15, 499999.9832306294],
  [1e-9, 1e9, 1e-9, 1, 6.931471803197188e-10],
  [1e-9, 1e-9, 1e9, 1e15, 999999.9877616009],
  [1e-9, 1e9, 1e9, 1e15, 6.769125731552051e-8],
  [2e9, 1e-9, 1e-9, 1e15, 9.999999444675965e23],
  [2e9, 1e9, 2e9, 1e15, 3.000000002],
  [2e9, 1e-9, 2e9, 1e15, 1.9999999329224484e24],
  [2e9, 1e9, 1e-9, 1e15, 1.0],
  [2e9, 1, 2e9, 1e15, 69077552789.82137],
  [2e9, 1, 2e9, 0.001, 1999000.6661670664],
  [2e9, 0.5, 2e9, 1e-7, 199.99999500000024],
  [2e9, 0.5, 2e9, 1e-12, 0.0019999999999995],
  [2e9, 1e9, 2e9, 1e-8, 2.9961821004774842],
  [0.5, 0.5, 0.5, 1e-300, 5e-301],
  [3, 1, 2, 30, 7.8357163444541635],
  [3, 1, 2, 30.001, 7.835781900091796],
  [50, 2, 60, 10, 54.34791168173824],
  [50, 2, 60, 10.001, 54.348504078595845],
  [1000000.0, 30, 1000000.0, 0.0005, 496.2694053847779],
  [1000000.0, 30, 1000000.0, 0.001, 985.1541942421408],
  [1000000.0, 0.001, 1000000.0, 1, 999613.7994742857],
  [1000, 0.5, 3, 1000, 3317.9389021534853],
  [0.3, 1.0001, 0.2, 1e9, 4.49801599169557],
  [7, 0.9999, 10000.0, 100000.0, 41928.06628483411],
  [100, 100, 100, 100, 2.01010101010101],
  [10000.0, 10000.0, 10000.0, 5, 2.0001000100010002],
  [12, 1e-6, 40, 700, 8399.962786328275],
  [242100.0, 0.000735, 2.132e-5, 36640000000.0, 243469970245153.78],
  [10.3735, 11.02, 110.9, 4.333e-7, 4.4948365489093845e-6],
  [474084.026, 2090000.0, 474083.00000000326, 85000000000000.0, 1.2268340798249202],
  [1.283e-6, 436900.0, 1.354, 78040000000.0, 3.217784330518283e-5],
  [44.0006119, 3.709e-8, 104044.0, 2235.0, 98341.36622942772],
  [69.000002821, 2.865e-8, 69.000004003, 10060.0, 694139.8646722055],
  [0.07543, 4750.0, 2.363e-8, 97090000000.0, 0.851667120548816],
  [689877060.0, 23790.0, 691830430.0, 2.361e-8, 16.283436973803504],
  [14162.00000002679, 117000.0, 14166.825, 4.591e-8, 0.0006499889065580928],
  [0.1013, 96190.0, 8.649, 1.089e-7, 1.1031569338542771e-8],
  [270193823.0, 1499000.0, 610893823.0, 597700000.0, 408.53451002969314],
  [325688174.609, 8.808e-6, 325688171.3171, 284300000.0, 9.257808950494355e16],
  [68110.0, 0.008278, 112300000.0, 7.541e-10, 5.1361750999999905e-5],
  [28994.00000000513, 0.002786, 641828994.0, 8.86e-8, 0.00256886840000044],
  [762001121.0, 2449.0, 742411121.0, 61.37, 303273.516748366],
  [2852.0, 5.169e-8, 0.0002335, 1.975e-8, 5.6326999648786785e-5],
  [68873837.0, 42260000.0, 39076477.0, 24520.0, 1.9246681950938995],
  [3.463, 49130.0, 40513.0, 4.658e-10, 1.613065399081078e-9],
  [1.405e-9, 3.864e-8, 43460000.0, 6.861e-8, 9.639705e-17],
  [3253.3683, 8084000.0, 3253.0000002762, 0.0003453, 0.674885250752498],
  [8858400.000000035, 9.046e-7, 8858400.000000004, 90440000000000.0, 8.011311315347601e20],
  [1.586e-5, 1.065, 0.006683, 345600000000000.0, 0.0005629824639779412],
  [2561387.06, 0.6477, 2561321.00006615, 95550000000.0, 53682376529.49074],
  [163.6, 0.0002045, 8.00009389, 22.05, 3603.551681601973],
  [2.536e-6, 44.98, 1.877e-8, 2.953e-10, 7.488807998894274e-16],
  [18.00000004158, 6433000.0, 19.539, 9298000.0, 1.0000030373081046],
  [10267628.000000946, 133100000.0, 10267628.008269, 32.08, 1.0771422095072216],
  [0.6162, 3273.0, 67740.0, 7.077e-6, 4.360846250541719e-6],
  [28492926.05082, 3.301e-5, 32102926.0, 631100000000.0, 1.7966428621257873e19],
  [52730735.0006645, 28170000.0, 52823135.0, 179500000000000.0, 2.8751557286175267],
  [38670.0, 991500000.0, 0.403, 538400000.0, 1.0000000004064549],
  [10732138.751, 1.196, 10732136.01612, 516500000000.0, 54478676.72597998],
  [29951.0, 12.99, 7854.0, 0.005365, 141.25371461498415],
  [2.63e-8, 1421.0, 4.08e-7, 0.0975, 2.4468169719753147e-9],
  [10814242.000000007, 25030000.0, 10814281.77, 10610.0, 1.432052824692482],
  [1241368.0000000107, 2.501e-9, 1250706.0, 46030.0, 57140167649.5368],
  [323.8, 656300.0, 7.532e-5, 1.056e-6, 0.00034187416716392884],
  [525123249.0, 1.913, 525123419.4, 75470000000000.0, 575162563.3218924],
  [4397.0, 2.622e-8, 6.1474, 319500.0, 1404840824.7858207],
  [1903000.0, 7.061e-9, 29700.0, 5.261e-7, 1.001168299999881],
  [459004387.0, 2036000.0, 4387.000000024, 1.302e-10, 0.05801533954390966],
  [113701.0, 4.902e-9, 134501.0, 15300000000.0, 1739625109977450.5],
  [520900.0, 72460000.0, 249.5, 42150000000.0, 1.000003443279098],
  [77938.0, 1.798e-8, 76869.159, 572800000000000.0, 4.4642859915306385e19],
  [10453.0, 1.623e-6, 3112.4672, 3447.0, 36031002.24456767],
  [70790.0, 0.0006375, 0.274, 5.588e-6, 0.3954101809065445],
  [82627291.0, 0.009115, 158028.7, 8280.0, 600675086539.1079],
  [3482.0, 6.465e-6, 169.1, 711000000000000.0, 2.475122261136802e18],
  [0.0003318, 1085.0, 0.001295, 1278000.0, 0.004654515197368251],
  [53.028, 134500.0, 52.000006877, 0.07343, 0.9770032312979167],
]

const customerOf = ([rateShape, stopShape, stayShape]: Shapes): LivingCustomer => ({ rateShape, stopShape, stayShape })
const expected = (shapes: Shapes, multiple: number): number => purchasesWhileAlive(customerOf(shapes), multiple)(multiple)
const errorOf = (actual: number, exact: number): number => Math.abs(actual / exact - 1)

/** Numbers over many orders of magnitude. */
const logUniform = (least: number, greatest: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log10(least), max: Math.log10(greatest), noNaN: true }).map((exponent) => Math.min(greatest, Math.max(least, 10 ** exponent)))

const repeats = fc.oneof(fc.constant(0), fc.nat(20), logUniform(1, 1e9).map(Math.floor))
/** All that parameters and customers within their bounds may lead to. */
const shapesOf = fc
  .tuple(repeats, logUniform(1e-9, 1e9), fc.oneof(logUniform(1e-9, 1e9), fc.double({ min: 0.9, max: 1.1, noNaN: true })), logUniform(1e-9, 1e9))
  .map(([x, r, a, b]): Shapes => [r + x, a, b + x])

const GAUSS_LEGENDRE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
] as const

/** The mean of (1 − (1 + p w) ** −s) / p by a rule of Gauss and Legendre over many short stretches of the logit; beyond them by the leading term. */
function byManyStretches([s, a, beta]: Shapes, w: number): number {
  const mode = Math.log(a / beta)
  // The logarithm of the density, beside the greatest; written so that, in the narrow case, it does not cancel out.
  const logDensity = (y: number): number => {
    const u = y - mode
    const [lesser, part] = a < beta ? [a, a / (a + beta)] : [beta, beta / (a + beta)]
    const v = a < beta ? u : -u
    return lesser * v - (a + beta) * Math.log1p(part * Math.expm1(v))
  }
  const width = Math.sqrt(1 / a + 1 / beta)
  const ends = [mode - Math.max(40 * width, 80 / a), mode + Math.max(40 * width, 80 / beta)] as const
  const from = Math.max(ends[0], -42 - Math.log(a + beta + (s + 1) * w))
  const until = Math.min(ends[1], 42 + Math.log(Math.max(1, a + beta)))
  const stretches = Math.ceil((until - from) / Math.min(0.5, width / 2))
  const half = (until - from) / stretches / 2
  const each = (y: number): readonly [weight: number, product: number] => {
    const p = 1 / (1 + Math.exp(-y))
    const weight = Math.exp(logDensity(y))
    return [weight, (weight * -Math.expm1(-s * Math.log1p(p * w))) / p]
  }
  let [weights, products] = [from, until].reduce(
    ([total, sum], y, index) => {
      const [weight, product] = each(y)
      const slope = index === 0 ? a : beta
      return [total + weight / slope, sum + product / slope]
    },
    [0, 0],
  ) as [number, number]
  for (let index = 0; index < stretches; index++) {
    const middle = from + (2 * index + 1) * half
    for (const [place, share] of GAUSS_LEGENDRE) {
      for (const y of [middle - place * half, middle + place * half]) {
        const [weight, product] = each(y)
        weights += weight * share * half
        products += product * share * half
      }
    }
  }
  return products / weights
}

/** The published form, where the series of the hypergeometric function converges and enough digits are left. */
function published([s, a, beta]: Shapes, w: number): number {
  const z = w / (1 + w)
  let term = 1
  let series = 1
  for (let k = 0; k < 5000; k++) {
    term *= (((s + k) * (beta + k)) / ((a + beta - 1 + k) * (k + 1))) * z
    series += term
  }
  return ((a + beta - 1) / (a - 1)) * (1 - (1 - z) ** s * series)
}

describe('purchasesWhileAlive: known answers', () => {
  it.each(KNOWN)('shapes %s, %s and %s at %s: mpmath', (s, a, beta, multiple, purchases) => {
    expect(errorOf(expected([s, a, beta], multiple), purchases)).toBeLessThan(2e-13)
  })

  it('whole shapes at a multiple of 1: the sum in integers', () => {
    const SCALE = 10n ** 40n
    for (const [s, a, beta] of [
      [1, 1, 1],
      [2, 1, 3],
      [5, 2, 1],
      [3, 7, 4],
    ] as const) {
      let [sum, made, reaches, ways] = [0n, 0n, SCALE, 1n]
      for (let count = 1; count < 400; count++) {
        made += reaches
        reaches = (reaches * BigInt(beta + count - 1)) / BigInt(a + beta + count - 1)
        ways = (ways * BigInt(s + count - 1)) / BigInt(count)
        sum += (ways * made) / 2n ** BigInt(s + count)
      }
      expect(errorOf(expected([s, a, beta], 1), Number(sum) / Number(SCALE))).toBeLessThan(1e-14)
    }
  })

  it('the published form, as far as it has digits', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.oneof(fc.double({ min: 0.1, max: 0.9, noNaN: true }), fc.double({ min: 1.1, max: 5, noNaN: true })),
        fc.double({ min: 1, max: 20, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (s, a, beta, multiple) => {
          expect(errorOf(expected([s, a, beta], multiple), published([s, a, beta], multiple))).toBeLessThan(1e-10)
        },
      ),
    )
  })
})

describe('purchasesWhileAlive: laws', () => {
  it('whatever is asked, the answer is that of a fine quadrature', () => {
    fc.assert(
      fc.property(shapesOf, logUniform(1e-6, 1e15), (shapes, multiple) => {
        const answer = expected(shapes, multiple)
        expect(errorOf(answer, byManyStretches(shapes, multiple))).toBeLessThan(1e-10)
      }),
      { numRuns: 400 },
    )
  })

  it('is above 0 and finite, and at most what there would be if nobody stopped', () => {
    fc.assert(
      fc.property(shapesOf, logUniform(1e-24, 1e15), (shapes, multiple) => {
        const answer = expected(shapes, multiple)
        expect(answer).toBeGreaterThan(0)
        expect(answer).toBeLessThanOrEqual(shapes[0] * multiple * (1 + 1e-12))
      }),
      { numRuns: 1000 },
    )
    expect(expected([1, 1, 1], 0)).toBe(0)
    expect(purchasesWhileAlive(customerOf([1, 1, 1]), 100)(0)).toBe(0)
    expect(expected([1, 1, 1], 5e-324)).toBe(5e-324)
    expect(expected([1e-9, 1, 1], 5e-324)).toBe(0)
  })

  it('the sum and the integral are alike where both can be had', () => {
    fc.assert(
      fc.property(shapesOf, fc.double({ min: 1e-3, max: 1, noNaN: true }), (shapes, part) => {
        const multiple = part * Math.min(30, 500 / shapes[0])
        const [sum, integral] = [purchaseSeries, purchaseIntegral].map((way) => way(customerOf(shapes), multiple)(multiple)) as [number, number]
        expect(errorOf(sum, integral)).toBeLessThan(3e-13)
      }),
      { numRuns: 300 },
    )
  })

  it('is continuous where the sum gives way to the integral', () => {
    for (const shapes of [
      [0.243, 0.793, 2.426],
      [40, 1, 42],
      [1e6, 1e-3, 1e6],
    ] as const) {
      const limit = Math.min(30, 500 / shapes[0])
      expect(errorOf(expected(shapes, limit * (1 + 1e-15)), expected(shapes, limit))).toBeLessThan(1e-13)
    }
  })

  it('what was prepared for a greater multiple serves all lesser ones', () => {
    fc.assert(
      fc.property(shapesOf, logUniform(1e-6, 1e6), fc.array(logUniform(1e-12, 1), { minLength: 1, maxLength: 4 }), (shapes, greatest, parts) => {
        const within = purchasesWhileAlive(customerOf(shapes), greatest)
        for (const part of parts) expect(errorOf(within(part * greatest), expected(shapes, part * greatest))).toBeLessThan(5e-13)
        // To the last digit, for the values of a book rest on it.
        expect(within(greatest)).toBe(expected(shapes, greatest))
      }),
      { numRuns: 300 },
    )
  })

  it('the longer, the more, though ever less more', () => {
    fc.assert(
      fc.property(shapesOf, logUniform(1e-9, 1e14), fc.double({ min: 1.001, max: 10, noNaN: true }), (shapes, multiple, times) => {
        const [short, long] = [expected(shapes, multiple), expected(shapes, multiple * times)]
        expect(long).toBeGreaterThanOrEqual(short * (1 - 1e-12))
        expect(long).toBeLessThanOrEqual(short * times * (1 + 1e-12))
      }),
      { numRuns: 300 },
    )
  })
})
