import type { Issue } from '@clientele/core'
import type { VegaLiteSpecification } from '@clientele/core/charts'
import { checkInteger, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { shownAge } from '../explain/shownAge.js'
import { shownProbability } from '../explain/shownProbability.js'
import { chanceAlive } from '../lifetime/chanceAlive.js'
import { GREATEST_AGE, MOST_PURCHASES } from '../lifetime/readHistory.js'
import { readNumber } from '../lifetime/readNumber.js'
import { readBgNbd } from '../lifetime/readParameters.js'
import type { BgNbdParameters } from '../lifetime/types.js'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { UNIT_DAYS } from '../purchases/ageUnits.js'
import { drawHeatMap, isDark } from './heatMap.js'

/** Which customers are drawn. */
export interface ProbabilityAliveChartOptions {
  /** How long ago they first bought, in units of the parameters, from 0 to 10,000,000. */
  readonly age: number
  /** Up to how many repeat purchases, from 0 to 1,000,000,000; up to 20 unless given, or as many as there are days. */
  readonly repeatPurchases?: number | undefined
}

/** Rows unless given. */
const USUAL_PURCHASES = 20

/** From 0 on, so many steps at most lead to the greatest number of purchases and to the age. */
const STEPS = 40

/** What a step may be, times a power of ten. */
const ROUND = [1, 2, 5]

/** Ages are drawn to so many parts of a unit. */
const PARTS = 100

/** Days that are weeks times seven may be a little less than whole. */
const ROUNDING = 1e-6

const WHOLE = [0, 1] as const

/**
 * Draws how likely customers who first bought so long ago are still active: a cell for each age at the last purchase and number of repeat purchases.
 *
 * @param parameters - The parameters of BG/NBD.
 * @param options - `age`: how long ago the customers first bought, in units of the parameters, from 0 to 10,000,000. `repeatPurchases`: up to how
 * many repeat purchases are drawn, 0 to 1,000,000,000; up to 20 unless given, or as many as there are days.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: the age at the last purchase from left to right, repeat purchases from the bottom to the
 * top, both in up to 40 round steps. Cells of more repeat purchases than there are days stay empty; who has no repeat purchase bought last at the age
 * of 0.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see C. Davidson-Pilon's Python package *lifetimes*, `plot_probability_alive_matrix`.
 * @example
 * import { probabilityAliveChart } from '@clientele/tiering/charts'
 *
 * const parameters = { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const
 * const { data } = probabilityAliveChart(parameters, { age: 38, repeatPurchases: 10 })
 * data.values[0] //=> { lastPurchaseAge: 0, repeatPurchases: 0, probability: 1, percent: '100', dark: true }
 */
export function probabilityAliveChart(
  parameters: BgNbdParameters,
  options: ProbabilityAliveChartOptions,
  locale: TieringLocale = en,
): VegaLiteSpecification {
  const issues: Issue[] = []
  const model = readBgNbd(parameters, ['parameters'], issues)
  const known = readChartOptions(options, issues)
  throwIssues(issues)
  const { unit } = model as BgNbdParameters
  const { age, repeatPurchases: greatest } = known as ProbabilityAliveChartOptions
  const { chart } = locale.probabilityAlive
  const daysIn = (units: number): number => Math.floor(units * UNIT_DAYS[unit] + ROUNDING)
  const ages = stepsTo(age)
  const purchases = stepsTo(greatest ?? Math.min(USUAL_PURCHASES, daysIn(age)))
  const values = purchases.flatMap((repeatPurchases) =>
    ages
      .filter((last) => (repeatPurchases === 0 ? last === 0 : daysIn(last) >= repeatPurchases))
      .map((lastPurchaseAge) => {
        const probability = chanceAlive({ repeatPurchases, lastPurchaseAge, age }, model as BgNbdParameters)
        return {
          lastPurchaseAge: rounded(lastPurchaseAge),
          repeatPurchases,
          probability,
          percent: repeatPurchases === 0 ? '100' : shownProbability(probability),
          dark: isDark(probability, WHOLE),
        }
      }),
  )
  return drawHeatMap({
    title: { text: formatMessage(chart.title, { age: shownAge(age, unit, locale) }), subtitle: chart.once },
    values,
    x: { field: 'lastPurchaseAge', title: chart.lastPurchase[unit], domain: ages.map(rounded) },
    y: { field: 'repeatPurchases', title: chart.repeatPurchases, domain: [...purchases].reverse() },
    colour: { field: 'probability', title: chart.probability, domain: WHOLE, format: '.2~%' },
    more: [{ field: 'percent', title: chart.percent }],
    text: 'percent',
  })
}

function readChartOptions(options: unknown, issues: Issue[]): ProbabilityAliveChartOptions | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { age, repeatPurchases, ...others } = { ...options }
  checkKeys(others, ['age', 'repeatPurchases'], ['options'], issues)
  const known = readNumber(age, ['options', 'age'], issues, { minimum: 0, maximum: GREATEST_AGE })
  if (repeatPurchases !== undefined) checkInteger(repeatPurchases, ['options', 'repeatPurchases'], issues, { minimum: 0, maximum: MOST_PURCHASES })
  return known === undefined ? undefined : { age: known, repeatPurchases: repeatPurchases as number | undefined }
}

/** The multiples of a round number, at least 1, that are below a greatest one, and that one itself. */
function stepsTo(greatest: number): number[] {
  let [power, step] = [1, 1]
  while (greatest / step > STEPS) {
    const next = ROUND.find((one) => one * power > step)
    if (next === undefined) power *= 10
    step = (next ?? 1) * power
  }
  const multiples = Array.from({ length: Math.floor(greatest / step) + 1 }, (_, index) => index * step)
  // What looks like the greatest one is it.
  return rounded(greatest) === 0 ? [0] : [...multiples.filter((one) => rounded(one) < rounded(greatest)), greatest]
}

function rounded(age: number): number {
  return Math.round(age * PARTS) / PARTS
}
