import { formatMessage, shown } from '@clientele/core/explain'
import type { CreditLocale } from '@clientele/credit/explain'
import { grouped } from './readable.js'

/** An amount with its currency, in the package's order; as textbooks have it, with its thousands separated. */
export function money(amount: string, currency: string, locale: CreditLocale): string {
  return formatMessage(locale.money, { amount: grouped(shown(amount)), currency })
}
