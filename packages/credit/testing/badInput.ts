import { type BadField, badAmounts, badCurrencies, badDates, badTexts, inField } from '../../core/testing/badInput.js'

export { badLists, badRecords } from '../../core/testing/badInput.js'

/** Each field of an invoice of 10.00 CNY wrong in turn. */
export const badInvoiceFields: readonly BadField[] = [
  ...inField('id', badTexts),
  ...inField('date', badDates),
  ...inField('amount', badAmounts),
  ...inField('currency', badCurrencies),
  ...inField('tax', [...badAmounts.slice(1), ['-0.01', 'out-of-range'], ['10.01', 'out-of-range']] as const),
  ...inField('deliveryDate', badDates.slice(1)),
]

/** Each field of a payment in CNY wrong in turn. */
export const badPaymentFields: readonly BadField[] = [
  ...inField('id', badTexts),
  ...inField('date', badDates),
  ...inField('amount', badAmounts),
  ...inField('currency', [
    [undefined, 'missing'],
    [null, 'not-allowed'],
    ['cny', 'not-allowed'],
    ['USD', 'not-allowed'],
  ]),
]
