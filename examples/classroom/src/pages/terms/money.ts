import { formatMessage, shown } from '@clientele/core/explain'
import type { CreditLocale } from '@clientele/credit/explain'

/** An amount with its currency, as the package's sentences have it. */
export function money(amount: string, currency: string, locale: CreditLocale): string {
  return formatMessage(locale.money, { amount: shown(amount), currency })
}
