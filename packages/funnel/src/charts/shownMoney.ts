import type { DecimalInput } from '@clientele/core'
import { shownPercent } from '@clientele/core/explain'
import { shownAmount } from '../explain/shownMoney.js'

/** An amount as a label, as sentences tell it, but without its currency. */
export function shownMoney(amount: DecimalInput, currency: string | null): string {
  return shownAmount(amount, currency)
}

/** A share more or less than something, in percent. */
export function shownDeviation(share: number): string {
  const percent = `${shownPercent(Math.abs(share))}%`
  return withSign(share < 0 ? `−${percent}` : percent)
}

/** What looks like 0 has no sign. */
function withSign(text: string): string {
  return text.startsWith('−') || !/[1-9]/.test(text) ? text : `+${text}`
}
