import { listTexts } from '@clientele/core/explain'
import type { ChangeDecomposition, ChangePart, CountedSales } from '../change/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { fillTemplate } from './fillTemplate.js'
import { shownSignedPoints, signed } from './shownDifference.js'
import { saidMoney, saidNumber, shownCycle, shownMoney } from './shownMoney.js'
import { shownShareTo, tellApart } from './tellApart.js'

/** What is less than this part of the greatest does not matter beside it. */
const MINOR = 0.1

/** Whether days count, so that sales are those of one day. */
export function isPerDay({ parts }: ChangeDecomposition): boolean {
  return parts.some(({ factor }) => factor === 'speed')
}

/** Parts by how much of the difference they make up, the most first. */
function bySize(parts: readonly ChangePart[]): ChangePart[] {
  return [...parts].sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount))
}

/** What a difference comes of, in words: the factors that matter most, and those that worked against them; empty where nothing made a difference. */
export function explainFactors({ difference, parts, counted }: ChangeDecomposition, locale: FunnelLocale): string {
  const { partlyOffset, offset } = locale.change
  const greatest = parts.reduce((most, { amount }) => Math.max(most, Math.abs(amount)), 0)
  const major = bySize(parts).filter(({ amount }) => amount !== 0 && Math.abs(amount) >= MINOR * greatest)
  const side = difference < 0 ? -1 : 1
  const wordsOf = (sign: number): string => {
    const chosen = major.filter(({ amount }) => Math.sign(amount) === sign)
    return listTexts(
      chosen.map((part) => wordFactor(part, counted, locale)),
      locale.core,
    )
  }
  const [factors, others] = [wordsOf(side), wordsOf(-side)]
  return others === '' ? factors : fillTemplate(difference === 0 ? offset : partlyOffset, { factors, others })
}

function wordFactor(part: ChangePart, counted: CountedSales, locale: FunnelLocale): string {
  const { factors } = locale.change
  const { factor, amount, before, after, change } = part
  if (factor === 'mix' || before === null || after === null) return factors[factor === 'mix' ? 'mix' : 'groupRates'][amount < 0 ? 'down' : 'up']
  if (factor === 'rate') return fillTemplate(factors.rate[change !== null && change < 0 ? 'down' : 'up'], shownSides(part, null, locale))
  const { up, upBy, downBy } = factor === 'volume' ? factors.volume[counted] : factors[factor]
  return change === null ? up : fillTemplate(change < 0 ? downBy : upBy, { share: shownShareTo(Math.abs(change), locale) })
}

/** Says of each factor that changed how much of the difference is due to it, the most first; then which ones did not. */
export function explainParts(change: ChangeDecomposition, locale: FunnelLocale): string[] {
  const { parts, counted, currency } = change
  const { levels, unchanged } = locale.change
  const same = parts.filter(isUnchanged).map((part) => {
    const template = part.factor === 'volume' ? levels.volume[counted] : levels[part.factor as 'rate']
    return fillTemplate(template, { level: shownFactor(part.factor, part.after ?? 0, currency, locale, 0) })
  })
  return [
    ...bySize(parts.filter((part) => !isUnchanged(part))).map((part) => explainPart(part, change, locale)),
    ...(same.length === 0 ? [] : [fillTemplate(unchanged, { factors: listTexts(same, locale.core) })]),
  ]
}

/** Whether a factor is the number that it was. */
function isUnchanged({ amount, before, after }: ChangePart): boolean {
  return amount === 0 && before !== null && before === after
}

function explainPart(part: ChangePart, change: ChangeDecomposition, locale: FunnelLocale): string {
  const { parts: texts, perDay } = locale.change
  const { factor, amount } = part
  const { of, counted, currency } = change
  const size = of === 'rate' ? shownSignedPoints(amount, locale) : signed(amount, shownMoney(Math.abs(amount), currency, locale))
  const template = factor === 'volume' ? texts.volume[counted] : texts[factor === 'rate' && part.before === null ? 'groupRates' : factor]
  return fillTemplate(template, {
    ...shownSides(part, currency, locale),
    amount: isPerDay(change) ? fillTemplate(perDay, { amount: size }) : size,
  })
}

/** A factor before and after; nothing where it is no single number. */
function shownSides({ factor, before, after }: ChangePart, currency: string | null, locale: FunnelLocale): { readonly [side: string]: string } {
  if (before === null || after === null) return {}
  const [was, is] = tellApart(before, after, (side, more) => shownFactor(factor, side, currency, locale, more))
  return { before: was, after: is }
}

function shownFactor(factor: ChangePart['factor'], side: number, currency: string | null, locale: FunnelLocale, more: number): string {
  if (factor === 'value') return saidMoney(side, currency, locale, more)
  if (factor === 'speed') return shownCycle(side, locale, more)
  return factor === 'rate' ? shownShareTo(side, locale, more) : saidNumber(side, locale, more)
}
