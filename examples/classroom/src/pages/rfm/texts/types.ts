import type { Decoded } from '../book/decodeFile.js'
import type { ColumnName, Separator } from '../book/types.js'

type Refused = Extract<Decoded, { readonly refused: string }>['refused']

/** What is said on the page; what the packages say, they say themselves. */
export interface RfmTexts {
  readonly answer: string
  readonly answerWithoutShare: string
  readonly nobody: string
  readonly csv: string
  readonly open: string
  readonly orDrop: string
  readonly opened: string
  readonly pasted: string
  readonly read: string
  readonly separators: { readonly [separator in Separator]: string }
  readonly tooLong: string
  readonly notInLink: string
  readonly lostFromLink: string
  readonly refused: { readonly [reason in Refused]: string }
  readonly failed: string
  readonly rejected: string
  readonly rejectedRow: string
  readonly moreRows: string
  readonly columns: { readonly [column in ColumnName | 'row']: string }
  readonly firstLine: string
  readonly firstLineReads: string
  readonly chineseCommas: string
  readonly accepted: string
  readonly acceptedLines: readonly string[]
  readonly asOf: string
  readonly lastPurchase: string
  readonly segments: string
  readonly segmentations: { readonly textbook: string; readonly usual: string }
  readonly rule: string
  readonly rules: { readonly groups: string; readonly cuts: string }
  readonly scores: string
  readonly high: string
  readonly cuts: { readonly recency: string; readonly frequency: string; readonly monetary: string }
  readonly cutsHint: string
  readonly statistic: string
  readonly statistics: { readonly sum: string; readonly mean: string }
  readonly customers: string
  readonly customer: string
  readonly none: string
  readonly segment: string
  readonly noSegment: string
  readonly show: string
  readonly all: string
  readonly moreCustomers: string
  readonly why: string
  readonly clickCustomer: string
  readonly legend: string
  readonly segmentTable: string
  readonly range: string
  readonly any: string
  readonly count: string
  readonly shareOfCustomers: string
  readonly value: string
  readonly shareOfValue: string
  readonly action: string
  readonly revenue: string
  readonly revenueExplained: string
  readonly top: string
  readonly topShare: string
  readonly topShareless: string
  readonly onPaper: string
  readonly scored: string
  readonly purchases: string
  readonly days: string
  readonly frequency: string
  readonly sum: string
  readonly tooManyForPaper: string
}
