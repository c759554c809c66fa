import { roundDecimal } from '@clientele/core'
import { formatMessage, listTexts, shown, shownElapsedTime, shownPercent } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'
import type { Conversion } from '../measure/types.js'
import type { CurrencyAmount } from '../money/types.js'

const DIGITS = 2
const MINUTE = 60

/** So many days, which may be a mean: to two decimal places, and with the word for them. */
export function shownMeanDays(days: number, { core }: FunnelLocale): string {
  const number = roundDecimal(days, DIGITS)
  return formatMessage(core.durations.days[number === '1' ? 'one' : 'many'], { number })
}

/** A time that was measured of many: from a minute on in whole seconds. */
export function shownMeasured(seconds: number, { core }: FunnelLocale): string {
  return shownElapsedTime(seconds < MINUTE ? seconds : Math.round(seconds), core)
}

/** Amounts with their currencies, as a list for a sentence. */
export function shownAmounts(amounts: readonly CurrencyAmount[], { core, money, names }: FunnelLocale): string {
  return listTexts(
    amounts.map(({ currency, amount }) =>
      currency === null ? formatMessage(names.amountOnly, { amount: shown(amount) }) : formatMessage(money, { amount: shown(amount), currency }),
    ),
    core,
  )
}

/** What share gets on in the end, and of what share nobody can tell; of deals that there are. */
export function shownEventual({ eventual: { rate, unresolved } }: Conversion): { readonly eventual: string; readonly unresolved: string } {
  return { eventual: shownPercent(rate ?? 0), unresolved: shownPercent(unresolved ?? 0) }
}
