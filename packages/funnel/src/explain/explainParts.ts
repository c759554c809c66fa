import { formatMessage, listTexts, shownPercent } from '@clientele/core/explain'
import type { ChangeDecomposition, ChangePart } from '../change/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { shownSignedPoints, signed } from './shownDifference.js'
import { shownCycle, shownMoney, shownNumber } from './shownMoney.js'

/** What is less than this part of the greatest does not matter beside it. */
const MINOR = 0.1

/** Parts by how much of the difference they make up, the most first. */
function bySize(parts: readonly ChangePart[]): ChangePart[] {
  return [...parts].sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
}

/** What a difference comes of, in words: the factors that matter most, and those that worked against them; empty where nothing made a difference. */
export function explainFactors({ difference, parts }: ChangeDecomposition, locale: FunnelLocale): string {
  const { partlyOffset, offset } = locale.change
  const greatest = parts.reduce((most, { amount }) => Math.max(most, Math.abs(amount)), 0)
  const major = bySize(parts).filter(({ amount }) => amount !== 0 && Math.abs(amount) >= MINOR * greatest)
  const side = difference < 0 ? -1 : 1
  const wordsOf = (sign: number): string => {
    const chosen = major.filter(({ amount }) => Math.sign(amount) === sign)
    return listTexts(
      chosen.map((part) => wordFactor(part, locale)),
      locale.core,
    )
  }
  const [factors, others] = [wordsOf(side), wordsOf(-side)]
  return others === '' ? factors : formatMessage(difference === 0 ? offset : partlyOffset, { factors, others })
}

/** Beside groups the rate is that of each, and no single number. */
function isOfGroups({ factor, before }: ChangePart): boolean {
  return factor === 'mix' || (factor === 'rate' && before === null)
}

function wordFactor(part: ChangePart, { change: { factors } }: FunnelLocale): string {
  const { factor, amount, change } = part
  if (factor === 'mix' || isOfGroups(part)) return factors[factor === 'mix' ? 'mix' : 'groupRates'][amount < 0 ? 'down' : 'up']
  const { up, upBy, downBy } = factors[factor]
  return change === null ? up : formatMessage(change < 0 ? downBy : upBy, { percent: shownPercent(Math.abs(change)) })
}

/** Says of each factor how much of the difference is due to it, the most first. */
export function explainParts({ of, parts, currency }: ChangeDecomposition, locale: FunnelLocale): string[] {
  const { parts: texts } = locale.change
  return bySize(parts).map((part) => {
    const { factor, amount, before, after } = part
    const shownSide = (side: number): string => shownFactor(factor, side, currency, locale)
    return formatMessage(texts[factor === 'rate' && isOfGroups(part) ? 'groupRates' : factor], {
      before: before === null ? '' : shownSide(before),
      after: after === null ? '' : shownSide(after),
      amount: of === 'rate' ? shownSignedPoints(amount, locale) : signed(amount, shownMoney(Math.abs(amount), currency, locale)),
    })
  })
}

function shownFactor(factor: ChangePart['factor'], side: number, currency: string | null, locale: FunnelLocale): string {
  if (factor === 'value') return shownMoney(side, currency, locale)
  if (factor === 'speed') return shownCycle(side, locale)
  return factor === 'rate' ? shownPercent(side) : shownNumber(side)
}
