import type { FunnelLocale } from '../locales/types.js'
import { shownShareTo } from './tellApart.js'

/** How often chance alone makes something: what is possible and comes to 0 is too rare for a number. */
export function shownPValue(chance: number, locale: FunnelLocale): string {
  return shownShareTo(chance === 0 ? Number.MIN_VALUE : chance, locale)
}
