import type { CalendarDate, DecimalColumn } from '@clientele/core'
import type { Rfm, RfmCustomer, RfmOptions, RfmSummary, Transaction } from '../rfm/types.js'
import type { TieredCustomer, Tiering } from '../tiers/types.js'

/** Values as a column, in the scheme's currency; row `i` is the customer `customer[i]`, or where there is none `String(i)`. */
export interface ValueColumns {
  /** Of at most 15 decimal places. */
  readonly value: DecimalColumn
  readonly customer?: Int32Array | readonly string[] | undefined
}

/** Over how many months the values of a column were added up. */
export interface ColumnTierOptions {
  /** Values are sums of so many months, 1 or more: their averages are compared, and shown. Without it values are taken, and shown, as they are. */
  readonly months?: number | undefined
}

/** Columns of tiers. Row `i` of every column is row `i` of the input. */
export interface TieredColumns extends Omit<Tiering, 'customers'> {
  /** Indexes into `tiers`. */
  readonly tier: Uint8Array
  readonly rank: Int32Array
  /** Always empty: bad cells are thrown. */
  readonly rejected: readonly []
  /** A customer as the row form tells of it, made when asked for; by the values as they were, and with its id as it then stands in the input. */
  readonly explain: (row: number) => TieredCustomer
}

/** A tier scheme, checked and read once, for as many customers as there are. */
export interface CompiledTiers {
  readonly classifyColumns: (columns: ValueColumns, options?: ColumnTierOptions) => TieredColumns
}

/** Transactions as columns of one length, in the scheme's currency. */
export interface TransactionColumns {
  readonly customer: Int32Array | readonly string[]
  /** Days since 1970-01-01, from 0001-01-01 to 9999-12-31. */
  readonly day: Int32Array
  /** Of at most 15 decimal places. */
  readonly amount: DecimalColumn
}

/** Scores as columns; row `i` of every column is the customer `customer[i]`. */
export interface RfmColumns extends Omit<Rfm, 'customers'> {
  /** Every customer once: numbers ascending, texts in the order of UTF-16 code units. */
  readonly customer: Int32Array | readonly string[]
  /** −1 where there are no purchases. */
  readonly recencyDays: Int32Array
  readonly frequency: Int32Array
  /** The sum, net or gross as the scheme says, whatever its statistic. */
  readonly value: DecimalColumn
  readonly r: Uint8Array
  readonly f: Uint8Array
  readonly m: Uint8Array
  /** Indexes into the scheme's segments; −1 where none matches. */
  readonly segment: Int32Array
  /** Always empty: bad cells are thrown. */
  readonly rejected: readonly []
  /** A customer as the row form tells of it, made when asked for, whatever has become of the columns since; a number that is an id as its text. */
  readonly explain: (row: number) => RfmCustomer
}

/** As of which day columns are scored. */
export interface ColumnRfmOptions {
  readonly asOf: CalendarDate
}

/** An RFM scheme, checked and read once, for as many transactions as there are. */
export interface CompiledRfm {
  /** The same as {@link scoreRfm}. */
  readonly score: (subjects: readonly Transaction[] | readonly RfmSummary[], options: RfmOptions) => Rfm
  readonly scoreColumns: (columns: TransactionColumns, options: ColumnRfmOptions) => RfmColumns
}
