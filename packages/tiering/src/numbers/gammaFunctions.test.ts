import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logBeta, logGamma, logGammaRise, trigamma } from './gammaFunctions.js'

/*
 * The tables are of mpmath 1.3 at 50 digits, of the numbers nearest to the arguments that stand here: loggamma(x), psi(0, x), psi(1, x) and their
 * differences, as the nearest numbers.
 */

/** x, ln Γ, trigamma. */
const GAMMA: [number, number, number][] = [
  [1e-300, 690.7755278982137, Infinity],
  [1e-12, 27.63102111592797, 1e24],
  [1e-9, 20.723265836369194, 9.999999999999999e17],
  [0.001, 6.907178885383853, 1000001.6425331958],
  [0.1, 2.252712651734206, 101.43329915079275],
  [0.5, 0.5723649429247001, 4.934802200544679],
  [0.75, 0.20328095143129538, 2.5418796476716063],
  [1, 0, 1.6449340668482264],
  [1.4616321449683622, -0.12148629053584961, 0.9676722454476212],
  [2, 0, 0.6449340668482264],
  [2.5, 0.2846828704729192, 0.49035775610023485],
  [3.7446, 1.4804343309807273, 0.3058404164141408],
  [9.999999, 12.801825228328935, 0.10516634673152186],
  [10, 12.801827480081469, 0.10516633568168575],
  [12.25, 18.115669505710894, 0.0850551429881632],
  [123.456, 469.6055471299295, 0.008132945834278198],
  [1e4, 82099.71749644238, 0.00010000500016666666],
  [1e9, 19723265827.503716, 1.0000000005e-9],
  [1e15, 3.3538776394910668e16, 1.0000000000000005e-15],
]

/** a, b, ln B. */
const BETA: [number, number, number][] = [
  [1e-12, 1e-12, 28.324168296488494],
  [1e-9, 1e9, 20.72326581564593],
  [1e-9, 0.5, 20.723265838332704],
  [0.001, 30, 6.903794430303829],
  [0.5, 0.5, 1.1447298858494002],
  [1, 1, 0],
  [0.79289, 2.42575, -0.511265821533954],
  [1.5, 1e12, -41.567313911528444],
  [3.7446, 6.2488, -6.089030305393677],
  [9.99, 10.01, -13.736218710401053],
  [9.99, 1e9, -194.2461105416495],
  [10, 10, -13.736229227036555],
  [12, 1e6, -148.2838848494444],
  [250, 0.25, -0.09196757995529582],
  [1e4, 1.01e4, -13935.35169902874],
  [1e9, 1e9, -1386294370.2160115],
  [1e9, 1e15, -14815511067.406801],
]

/** From, by, how far ln Γ rises, and digamma and trigamma. */
const RISE: [number, number, number, number, number][] = [
  [1e-9, 0, 0, 0, 0],
  [1e-9, 1, -20.72326583694641, 999999999.9999999, -9.999999999999999e17],
  [1e-9, 1000000000, 19723265806.780453, 1000000021.3004814, -9.999999999999999e17],
  [0.24259, 7, 5.718203991849996, 6.2679009844334646, -18.051583474330766],
  [0.625, 1, -0.4700036292457356, 1.6, -2.56],
  [1, 1, 0, 1, -1],
  [1.4616321449683622, 0.001, 4.836885995928934e-7, 0.0009672297406145637, -0.0008847514939164518],
  [1.5, 0.25, 0.036381116614759665, 0.21098247956828464, -0.17070033065085058],
  [2.42575, 29, 75.88246850204835, 2.76555193922077, -0.4762025776366334],
  [3.2, 100000, 1051323.6649655174, 10.514113573323302, -0.3663111910013936],
  [9.5, 3, 7.045014091139177, 0.2874577748719625, -0.02771206386752066],
  [10, 2, 4.700480365792417, 0.19090909090909092, -0.018264462809917354],
  [17.25, 1000000000, 19723266153.60543, 17.904719176709854, -0.059683780919015536],
  [1234.5, 1, 7.118421308785234, 0.0008100445524503848, -6.561721769545441e-7],
  [1e6, 1, 13.815510557964274, 1e-6, -1e-12],
  [1e9, 1, 20.72326583694641, 1e-9, -1e-18],
  [1e9, 20, 414.46531692892825, 1.9999999810000002e-8, -1.999999962000001e-17],
  [1e9, 1000000000, 21109560197.719727, 0.6931471808099453, -5.00000000375e-10],
  [1e15, 0.001, 0.03453877639491069, 1.0000000000000005e-18, -1.000000000000001e-33],
  [6.2488e9, 3.7446, 84.4619067707745, 5.992510560711893e-10, -9.589858147797781e-20],
]

const isNear = (actual: number, expected: number, scale = Math.abs(expected)): void =>
  expect(Math.abs(actual - expected), `${actual} is not near ${expected}`).toBeLessThanOrEqual(1e-14 * scale)
/** As logarithms are: within as many decimals, where they are near 0. */
const isNearLog = (actual: number, expected: number): void => isNear(actual, expected, Math.max(1, Math.abs(expected)))

describe('gammaFunctions: mpmath', () => {
  it.each(GAMMA)('of %f', (x, logarithm, second) => {
    isNearLog(logGamma(x), logarithm)
    if (second < Number.POSITIVE_INFINITY) isNear(trigamma(x), second)
  })

  it.each(BETA)('ln B of %f and %f', (a, b, expected) => {
    isNearLog(logBeta(a, b), expected)
    expect(logBeta(b, a)).toBe(logBeta(a, b))
  })

  it.each(RISE)('from %f by %f', (from, by, value, slope, curvature) => {
    const rise = logGammaRise(from, by)
    isNearLog(rise.value, value)
    isNear(rise.slope, slope)
    isNear(rise.curvature, curvature)
  })
})

describe('logGammaRise', () => {
  const powers = fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power)

  it('is the sum of the logarithms, term by term', () => {
    fc.assert(
      fc.property(powers, fc.integer({ min: 0, max: 300 }), (from, by) => {
        const terms = Array.from({ length: by }, (_, index) => from + index)
        const rise = logGammaRise(from, by)
        const scale = terms.reduce((sum, term) => sum + Math.abs(Math.log(term)), 1)
        isNear(
          rise.value,
          terms.reduce((sum, term) => sum + Math.log(term), 0),
          scale,
        )
        isNear(
          rise.slope,
          terms.reduce((sum, term) => sum + 1 / term, 0),
        )
        isNear(rise.curvature, -terms.reduce((sum, term) => sum + 1 / term ** 2, 0))
      }),
    )
  })

  it('rises by parts as it does at once', () => {
    fc.assert(
      fc.property(powers, powers, powers, (from, first, second) => {
        const [once, one, other] = [logGammaRise(from, first + second), logGammaRise(from, first), logGammaRise(from + first, second)]
        isNear(one.value + other.value, once.value, 10 + Math.abs(one.value) + Math.abs(other.value))
      }),
    )
  })
})
