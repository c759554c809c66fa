import { formatMessage, shownPercent } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'

const BOUNDS: { readonly [sign: string]: 'below' | 'above' } = { '<': 'below', '>': 'above' }

/** A share in percent, with the sign; one that is near to 0 or 1 is said to be less or more than a bound. */
export function shownShare(share: number, locale: FunnelLocale): string {
  return inWords(shownPercent(share), locale)
}

/** The same of a percentage as {@link shownPercent} has it, such as `<0.01`. */
export function inWords(percent: string, { names: { percent: texts } }: FunnelLocale): string {
  const bound = BOUNDS[percent.charAt(0)]
  return bound === undefined ? formatMessage(texts.is, { percent }) : formatMessage(texts[bound], { percent: percent.slice(1) })
}
