/** The words of the page on receivables. */
export interface ReceivablesPageTexts {
  readonly title: string
  readonly asOf: string
  readonly keyNumbers: {
    /** What is open in a currency. */
    readonly open: string
    readonly overdue: string
    readonly invoices: string
    readonly creditNotes: string
    readonly settledLate: string
    readonly ofSettled: string
    readonly disputed: string
    readonly ofInvoices: string
    readonly daysSalesOutstanding: string
    readonly ofPeriod: string
    readonly rejected: string
  }
  readonly ageing: string
  readonly bucket: string
  readonly invoices: string
  readonly debits: string
  readonly credits: string
  readonly open: string
  readonly shareOfDebits: string
  readonly shareOfBalances: string
  readonly total: string
  readonly inWords: string
  readonly payment: string
  readonly paymentRule: string
  readonly paymentTotals: string
  readonly settled: string
  readonly settledLate: string
  readonly partPaid: string
  readonly unpaid: string
  readonly creditNotes: string
  readonly daysToSettle: string
  readonly daysLate: string
  readonly sales: string
  readonly salesRule: string
  readonly currency: string
  readonly period: string
  readonly salesOfPeriod: string
  readonly current: string
  readonly daysSalesOutstanding: string
  readonly bestPossible: string
  readonly averageDaysDelinquent: string
  readonly debtors: string
  readonly customer: string
  readonly cumulativeShare: string
  readonly lossAllowance: string
  readonly letters: string
  readonly lettersRule: string
  /** Where the file says of no letter. */
  readonly noHistory: string
  readonly level: string
  readonly letter: string
  readonly daysOverdue: string
  readonly fee: string
  readonly interest: string
  /** The overdue invoices that are in no letter: held, waiting for a level, or without a further letter. */
  readonly unlettered: { readonly [Part in 'held' | 'waiting' | 'ended']: { readonly title: string; readonly rule: string } }
  readonly rejectedRows: string
  readonly laterRows: string
}

/** What the command prints of receivables. */
export interface ReceivablesCommandTexts {
  readonly heading: string
  readonly summary: string
  readonly totals: string
  readonly settled: string
  readonly settledLate: string
  readonly open: string
  readonly overdue: string
  readonly bucket: string
  readonly daysSalesOutstanding: string
  readonly debtor: string
  readonly letters: string
  readonly allowance: string
}
