import { en as core } from '@clientele/core/locales/en'
import { judgement } from './judgement/en.js'
import { orders } from './orders/en.js'
import { receivables } from './receivables/en.js'
import type { CreditLocale } from './types.js'

/** English. */
export const en: CreditLocale = {
  languageTag: 'en',
  core,
  money: '{amount} {currency}',
  offers: {
    gross: 'discount of {percent}% within {days}',
    'net-of-tax': 'discount of {percent}% of the amount without tax within {days}',
  },
  timeline: {
    invoice: 'Invoice {invoice} of {amount} under the terms "{terms}": days count from {start}, and it is due on {due}.',
    upTo: 'If paid by {to}',
    between: 'If paid from {from} to {to}',
    on: 'If paid on {to}',
    discounted: {
      gross: '{when}: {payable}, after a discount of {percent}% ({discount}).',
      'net-of-tax': '{when}: {payable}, after a discount of {percent}% of the amount without tax ({discount}).',
    },
    whole: '{when}: {payable}, without a discount.',
  },
  settlement: {
    reasons: {
      'credit-notes-counted': 'Credit notes of {creditNotes} count: discounts are {discounted}.',
      'refunds-counted': 'Money was given back, {refunded}, which takes away what was paid last.',
      'discount-earned': 'The {offer} was earned: {paid} counts towards the {payable} to be paid by {by}; {discount} is taken off.',
      'discount-earned-in-part': 'The {offer} was earned in part: {paid} counts towards the {payable} to be paid by {by}; {discount} is taken off.',
      'discount-missed': 'The {offer} was missed: {paid} counts towards the {payable} to be paid by {by}.',
      'discount-within-reach': 'The {offer} is within reach: {paid} counts towards the {payable} to be paid by {by}.',
      'not-overdue': 'As of {asOf}, {open} of invoice {invoice} ({amount}) is open; it is due on {due}.',
      overdue: 'As of {asOf}, {open} of invoice {invoice} ({amount}) is open and has been overdue for {days}; it was due on {due}.',
      settled: 'As of {asOf}, invoice {invoice} ({amount}) is settled.',
      overpaid: 'As of {asOf}, invoice {invoice} ({amount}) is settled and overpaid by {overpaid}.',
    },
    discounted: {
      gross: 'taken off {base}',
      'net-of-tax': 'taken off the part of {base} that is without tax',
    },
    sums: 'Paid: {paid}; discount taken: {discountTaken}; credited or written off: {credited}.',
    settles: {
      payment: 'Payment {payment} of {date} settles {settles}.',
      discount: 'The discount that payment {payment} of {date} earned settles {settles}.',
      'credit-note': 'Credit note {payment} of {date} settles {settles}.',
      'write-off': 'Write-off {payment} of {date} settles {settles}.',
    },
    takesBack: {
      payment: 'Refund {payment} of {date} takes back {settles}.',
      discount: 'Refund {payment} of {date} takes back a discount of {settles}.',
      'credit-note': 'Credit note {payment} of {date} takes back {settles}.',
      'write-off': 'Write-off {payment} of {date} takes back {settles}.',
    },
    changesNothing: {
      payment: 'Payment {payment} of {date} itself changes nothing of what is open.',
      refund: 'Refund {payment} of {date} itself changes nothing of what is open.',
      'credit-note': 'Credit note {payment} of {date} itself changes nothing of what is open.',
      'write-off': 'Write-off {payment} of {date} itself changes nothing of what is open.',
    },
    unearned: 'The {offer} was taken too late: {amount} is still to be settled.',
    unearnedUnless: 'The {offer} was taken too late: {amount} is still to be settled, unless {payable} is paid by {by}.',
    next: '{payable}, paid by {by}, settles the invoice.',
    diagnoses: {
      'invoice-after-as-of': 'The invoice is dated {date}, later than the day in question.',
      'payments-after-as-of': 'Payments dated later than the day in question, left out: {count}.',
      'credits-after-as-of': 'Credits dated later than the day in question, left out: {count}.',
      'payments-before-invoice': 'Payments dated before the invoice: {count}.',
      'refunded-more-than-paid': 'More was given back than was paid, so what was paid comes to {paid}.',
    },
  },
  allocation: {
    orders: {
      'oldest-first': 'Payment {payment} of {date} ({amount}) goes to the oldest invoice first.',
      'largest-discount': 'Payment {payment} of {date} ({amount}) goes first to the invoice whose discount is greatest on that day.',
      given: 'Payment {payment} of {date} ({amount}) goes to the invoices in the order given.',
    },
    gets: 'Invoice {invoice} gets {amount}',
    getsWithDiscount: 'Invoice {invoice} gets {amount} and, under the terms "{terms}", a discount of {discount}',
    outcomes: {
      open: '{gets}; {open} stays open.',
      overdue: '{gets}; {open} stays open and is overdue.',
      paid: '{gets}; it is settled.',
      overpaid: '{gets}; it is settled and overpaid.',
    },
    unapplied: 'Left over, as no invoice needs it: {unapplied}.',
    diagnoses: {
      'no-invoices': 'There are no invoices to pay.',
      'later-documents-counted': 'Payments and credits dated later than this payment, up to {asOf}, counted too: {count}.',
      'already-settled': 'Nothing was open before the payment: {invoices}.',
      'left-open': 'Still open after the payment: {invoices}.',
    },
  },
  instalments: {
    plan: 'The plan "{plan}" divides {amount}, counted from {date}. Instalments: {count}.',
    instalment: 'Instalment {line}: {amount} on {date} ({share}).',
    shares: {
      total: '{percent}% of the whole amount',
      remaining: '{percent}% of what is left',
      'after-fixed': '{percent}% of what the fixed amounts leave',
      'net-of-tax': '{percent}% of the amount without tax',
      fixed: 'a fixed amount',
      rest: 'the rest',
    },
    dates: 'How the date of instalment {line} came about: {dates}.',
    dateSeparator: ' → ',
    diagnoses: {
      'due-before-invoice': 'Instalment {line} is due on {date}, before the date of the invoice.',
      'dates-fall': 'Instalment {line} is due on {date}, earlier than the instalment before it ({before}).',
    },
  },
  forgoing: {
    simple: {
      gross: 'The cost of letting a discount go under the terms "{terms}" is counted as simple interest, with {days} in a year.',
      'net-of-tax':
        'The cost of letting a discount go under the terms "{terms}" is counted as simple interest, with {days} in a year, for an invoice without tax; with tax it is lower.',
    },
    compound: {
      gross: 'The cost of letting a discount go under the terms "{terms}" is counted as compound interest, with {days} in a year.',
      'net-of-tax':
        'The cost of letting a discount go under the terms "{terms}" is counted as compound interest, with {days} in a year, for an invoice without tax; with tax it is lower.',
    },
    againstNext: 'Letting the {offer} go for the {versusOffer} costs {rate} a year.',
    againstNet: 'Letting the {offer} go and paying the whole amount on day {versusDay} costs {rate} a year.',
    rate: '{percent}%',
    tinyRate: 'less than 0.01%',
    hugeRate: 'more than 1,000,000%',
    nothing: 'There is no discount that could be let go for more time to pay.',
  },
  ...judgement,
  ...orders,
  ...receivables,
  charts: {
    timeline: 'What settles invoice {invoice}, and until when',
    date: 'Date',
    payable: 'Payable ({currency})',
    amount: 'Amount ({currency})',
    discountedUntil: '{payable} (discount {discount}) until {to}',
    wholeUntil: '{payable} until {to}',
    forgoing: 'Yearly cost of letting a discount go',
    hugeRates: 'What costs more than 1,000,000% is drawn as 1,000,000%',
    discounted: '{percent}% within {days}',
    whole: 'whole amount on day {day}',
    instead: '{discount} → {versus}',
    annualRate: 'Cost a year',
    instalments: 'Instalments by date',
    instalment: 'Instalment',
    ageing: 'Receivables by age as of {asOf}',
    open: 'Open ({currency})',
    customer: 'Customer',
    others: 'Other customers: {count}',
    allCustomers: 'All customers',
    bucket: 'Age',
    allowance: 'Loss allowance as of {asOf}',
    setAside: 'Set aside ({currency})',
    setAsideOf: '{allowance} ({percent}% of {debits})',
  },
}
