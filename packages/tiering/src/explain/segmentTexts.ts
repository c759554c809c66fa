import { localizeText } from '@clientele/core'
import { formatMessage, titleOf } from '@clientele/core/explain'
import type { TieringLocale } from '../locales/types.js'
import type { RfmScheme } from '../rfm/types.js'

/** What is said of a segment. */
export interface SegmentText {
  readonly segment: string
  /** What is done with its customers, behind another sentence; empty where the scheme does not say. */
  readonly action: string
}

/** What is said of each segment of a scheme, by its id. */
export function segmentTexts({ segments }: RfmScheme, locale: TieringLocale): ReadonlyMap<string, SegmentText> {
  return new Map(
    segments.map((one) => {
      const own = { ...one }
      const action = own.action === undefined ? '' : formatMessage(locale.rfm.action, { action: localizeText(own.action, locale.languageTag) })
      return [own.id, { segment: titleOf(own, locale), action }]
    }),
  )
}
