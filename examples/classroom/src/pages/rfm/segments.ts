import { localizeText } from '@clientele/core'
import { shown, shownPercent } from '@clientele/core/explain'
import type { RfmScheme, RfmSegment, ScoreRange, SegmentSummary } from '@clientele/tiering'
import type { TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import type { Language } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import type { RfmTexts } from './texts/types.js'

/** What a segment is called; its id where the scheme does not say. */
export function titleOfSegment({ segments }: RfmScheme, id: string, language: Language): string {
  return localizeText(segments.find((segment) => segment.id === id)?.title ?? id, language)
}

/** A share as it is shown in a table; beyond 0 and 1 there is none, as of refunds. */
export function percentOf(share: number | null): string {
  if (share === null) return '–'
  return share < 0 ? `−${shownPercent(-share)}` : shownPercent(share)
}

/** The segment that brings in most, if any does. */
export function leadingSegment({ rfm: { segments } }: ScoredBook): SegmentSummary | undefined {
  return segments.reduce<SegmentSummary | undefined>(
    (leading, one) => ((one.shareOfValue ?? 0) > (leading?.shareOfValue ?? 0) ? one : leading),
    undefined,
  )
}

/** What is needed for each segment, and what it comes to. */
export function segmentTable({ rfm, scheme }: ScoredBook, language: Language, said: RfmTexts): TemplateResult {
  return table({
    caption: said.segmentTable,
    isCaptionHidden: true,
    columns: [
      { head: said.segment },
      { head: said.range },
      { head: said.count, isNumber: true },
      { head: said.shareOfCustomers, isNumber: true },
      { head: said.value, isNumber: true },
      { head: said.shareOfValue, isNumber: true },
      { head: said.action },
    ],
    rows: rfm.segments.map(({ segment: id, count, shareOfCustomers, value, shareOfValue }) => {
      const segment = scheme.segments.find((one) => one.id === id)
      return {
        cells: [
          id === null ? said.noSegment : titleOfSegment(scheme, id, language),
          segment === undefined ? '–' : rangesOf(segment, said),
          count,
          percentOf(shareOfCustomers),
          shown(value),
          percentOf(shareOfValue),
          segment?.action === undefined ? '–' : localizeText(segment.action, language),
        ],
      }
    }),
  })
}

/** The scores of R, F and M that make a segment. */
export function rangesOf({ r, f, m }: RfmSegment, said: RfmTexts): string {
  const ranges = [r, f, m]
  return ranges.every((range) => range === undefined) ? said.any : ranges.map((range) => rangeOf(range, said)).join(' · ')
}

function rangeOf(range: ScoreRange | undefined, said: RfmTexts): string {
  if (range === undefined) return said.any
  const [lowest, highest] = range
  return lowest === highest ? String(lowest) : `${lowest}–${highest}`
}
