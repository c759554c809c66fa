import type { CalendarDate, DecimalColumn, DecimalString, InvalidRows, LocalizedText, PolicyReference, RejectedRow } from '@clientele/core'
import type { AmountColumn, DateColumn } from '../columns/types.js'
import type { ItemDiagnosis, OpenItem } from '../receivables/types.js'

/** Items up to an age. */
export interface AgeingBucket {
  /** Not `not-due`, which is the bucket of what is not overdue. */
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** The greatest age in days, or with the boundary `below` the least that is too great; null in the last bucket, which has no end. */
  readonly upToDays: number | null
}

/** How receivables are sorted by age. */
export interface AgeingScheme {
  readonly kind: 'ageing-scheme'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** Whether the age is counted from the due date (days overdue; what is not overdue has the bucket `not-due`) or from the item's own date. */
  readonly by: 'due-date' | 'invoice-date'
  /** Whether an age of exactly `upToDays` is in the bucket (`at-or-below`, unless given) or in the next one (`below`). */
  readonly boundary?: 'at-or-below' | 'below' | undefined
  /** By age; the last one has no end. */
  readonly buckets: readonly AgeingBucket[]
}

/** As of which day receivables are aged, and what is told. */
export interface AgeingOptions {
  /** The day of the answer: what is dated later is left out, and counted in `diagnoses`. */
  readonly asOf: CalendarDate
  /** `throw` unless given. */
  readonly invalid?: InvalidRows | undefined
  /** `items` also lists each open item with its age and bucket; `customers` unless given. */
  readonly detail?: 'customers' | 'items' | undefined
}

/** What is open in a bucket: amount = debits + credits. */
export interface AgedBucket {
  readonly id: string
  /** How many items are open in it. */
  readonly count: number
  readonly amount: DecimalString
  /** The sum of what is open above 0. */
  readonly debits: DecimalString
  /** The sum of what is open below 0: 0 or negative. */
  readonly credits: DecimalString
}

/** What is open, by bucket: total = debits + credits = the sum of the buckets' amounts. */
export interface AgedBalance {
  readonly total: DecimalString
  readonly debits: DecimalString
  readonly credits: DecimalString
  /** What is open of the disputed items: part of the total. */
  readonly disputed: DecimalString
  /** All buckets of the scheme, empty ones too; by due date `not-due` comes first. */
  readonly buckets: readonly AgedBucket[]
}

/** What is open of one customer's items. */
export interface AgedCustomer extends AgedBalance {
  readonly customer: string
}

/** What is open in one currency. */
export interface AgedCurrency extends AgedBalance {
  readonly currency: string
  /** Those with an item that is open, by id. */
  readonly customers: readonly AgedCustomer[]
}

/** An open item in its bucket. */
export interface AgedItem {
  readonly id: string
  readonly customer: string
  readonly currency: string
  readonly bucket: string
  /** Its age in days: days overdue by due date, below 0 where it is not due yet; by invoice date, days since its date. */
  readonly days: number
  readonly open: DecimalString
  readonly disputed: boolean
}

/** What is to be known about an ageing. */
export type AgeingDiagnosis =
  | ItemDiagnosis
  | { readonly code: 'items-settled'; readonly params: { readonly count: number } }
  | { readonly code: 'settled-beyond-amount'; readonly params: { readonly count: number } }
  /** Of columns: those that name no row of an item, and so settle nothing. */
  | { readonly code: 'applications-rejected'; readonly params: { readonly count: number } }

/** Receivables by age. */
export interface Ageing {
  readonly asOf: CalendarDate
  /** Those of the items up to `asOf`, by code; two are never added. */
  readonly currencies: readonly AgedCurrency[]
  /** Where asked for: by currency, customer and id. */
  readonly items?: readonly AgedItem[]
  readonly rejected: readonly RejectedRow[]
  readonly diagnoses: readonly AgeingDiagnosis[]
  readonly policies: readonly PolicyReference[]
}

/** Texts one by one, or as indexes into a list of different texts. */
export type TextColumn = ArrayLike<string> | { readonly codes: ArrayLike<number>; readonly values: readonly string[] }

/** What settles open items, as columns of one length, in any order. */
export interface ItemApplicationColumns {
  /** The row of the item. */
  readonly item: ArrayLike<number>
  readonly date: DateColumn
  readonly settles: AmountColumn
}

/** Open items as columns of one length; row `i` is the item of the id `String(i)`. */
export interface OpenItemColumns {
  /** Where it is left out, no customers are listed. */
  readonly customer?: TextColumn | undefined
  readonly date: DateColumn
  readonly due: DateColumn
  readonly amount: AmountColumn
  /** One code for all, or one each. */
  readonly currency: string | TextColumn
  /** True or 1 where an item is disputed, false or 0 where not; none is unless given. */
  readonly disputed?: ArrayLike<boolean | number> | undefined
  readonly applications?: ItemApplicationColumns | undefined
}

/** As of which day columns of receivables are aged, and what becomes of bad rows. */
export interface ColumnAgeingOptions {
  readonly asOf: CalendarDate
  /** `throw` unless given; `collect` lists a bad row in `rejected`, and leaves it out with all that settles it. */
  readonly invalid?: InvalidRows | undefined
}

/** Columns of receivables by age. Row `i` of every column is the item of row `i`. */
export interface AgedColumns extends Omit<Ageing, 'items'> {
  /** What indexes in `bucket` stand for. */
  readonly buckets: readonly string[]
  /** Indexes into `buckets`; −1 where an item is settled, dated after `asOf` or rejected. */
  readonly bucket: Int32Array
  /** What is open, with as many digits as the currency with the most, of all that the columns name; NaN where an item is dated after `asOf` or rejected. */
  readonly open: DecimalColumn
  /** Applications that name no row of an item, by their own rows. */
  readonly rejectedApplications: readonly RejectedRow[]
}

/** An ageing scheme, checked and read once, for as many items as there are. */
export interface CompiledAgeing {
  /** The same as {@link ageReceivables}. */
  readonly age: (items: readonly OpenItem[], options: AgeingOptions) => Ageing
  readonly ageColumns: (columns: OpenItemColumns, options: ColumnAgeingOptions) => AgedColumns
}
