import type { ReceivablesLocale } from './types.js'

/** The wording of receivables in English. */
export const receivables: ReceivablesLocale = {
  receivables: {
    notDue: 'Not due yet',
    diagnoses: {
      'rows-rejected': 'Items left out because something is wrong with them: {rejected}; items read: {items}.',
      'items-after-as-of': 'Items dated later than the day in question, left out: {count}.',
      'applications-after-as-of': 'Payments and credits applied later than the day in question, left out: {count}.',
    },
  },
  ageing: {
    by: {
      'due-date': 'Open items as of {asOf}, by days overdue, under the scheme "{scheme}".',
      'invoice-date': 'Open items as of {asOf}, by days since the date of each, under the scheme "{scheme}".',
    },
    boundary: 'An age of exactly {days} belongs to the bucket "{bucket}".',
    nothing: 'There are no items that count up to that day.',
    nothingOpen: 'Nothing is open in {currency}.',
    total: 'Open in {currency}: {total}.',
    totalWithCredits: 'Open in {currency}: {total}, which is debits of {debits} less credits of {credits}.',
    overdue: 'Overdue: {overdue}, {percent}% of all debits.',
    disputed: 'Disputed: {disputed}.',
    bucket: '{bucket}: {debits}, {percent}% of all debits; items: {count}.',
    bucketWithCredits: '{bucket}: {amount}, which is debits of {debits}, {percent}% of all debits, less credits of {credits}; items: {count}.',
    bucketOfCredits: '{bucket}: {amount}, credits only; items: {count}.',
    customers: 'Customers with open items: {count}.',
    greatest: 'Who owes most: {customers}.',
    customer: '{customer} ({total})',
    diagnoses: {
      'items-settled': 'Items that are settled, and in no bucket: {count}.',
      'applications-rejected': 'Applications left out because they name no item: {count}.',
      'settled-beyond-amount': 'Items settled beyond their amount, which count with the opposite sign: {count}.',
    },
  },
  concentration: {
    asOf: 'Open items by customer as of {asOf}.',
    whenever: 'Open items by customer, whatever their date.',
    nothing: 'There are no items that count.',
    total: 'Open in {currency}: {total}. Shares are of the balances above 0, {exposure} in all. Customers with open items: {count}.',
    nobody: 'No customer owes anything on balance in {currency}; open in all: {total}.',
    greatest: 'Who owes most: {customers}.',
    customer: '{customer} ({balance}, {percent}%)',
    shares: 'Share of the greatest customers: {shares}.',
    share: 'top {customers}: {percent}%',
    index: 'The Herfindahl–Hirschman index is {index}; the effective number of customers is {effective}.',
  },
  interest: {
    notOverdue: 'As of {asOf}, item {item}, due on {due}, is not overdue and bears no interest.',
    bearing: 'As of {asOf}, {days} after its due date {due}, item {item} bears interest of {interest} under the rate "{rate}".',
    bearingNone: 'As of {asOf}, {days} after its due date {due}, item {item} bears no interest.',
    year: 'It is simple interest from the day after the due date up to {asOf}, with {daysInYear} in a year.',
    actualYear: 'It is simple interest from the day after the due date up to {asOf}, with as many days in a year as each calendar year has.',
    steps: {
      'each-day': 'Each day has the rate of that day.',
      'first-day': 'The rate in force on the day after the due date stays.',
    },
    firstStepLater: 'No rate is in force on the day after the due date; the first one that begins later stays.',
    rounding: {
      total: 'Only the sum is rounded to the currency.',
      span: 'The interest of each span is rounded to the currency, and the sum is that of the rounded amounts.',
      day: 'The interest of one day is rounded to the currency, and counted for each day of a span.',
    },
    between: 'From {from} to {to}',
    on: 'On {from}',
    spans: {
      total: '{when}: {balance} × {percent}% × {days} / {daysInYear} = {interest}.',
      span: '{when}: {balance} × {percent}% × {days} / {daysInYear}, rounded, is {interest}.',
      day: '{when}: {balance} × {percent}% / {daysInYear}, rounded, is {daily} a day; × {days} = {interest}.',
    },
    cutShort: '{when}: {balance} × {percent}% × {days} / {daysInYear} ≈ {interest}.',
    diagnoses: {
      'item-after-as-of': 'The item is dated {date}, later than the day in question.',
      'applications-after-as-of': 'Payments and credits applied later than the day in question, left out: {count}.',
      'days-before-first-rate': 'Days without interest, as the first step of the rate begins on {from}: {days}.',
    },
  },
  dunning: {
    plan: 'Letters to send as of {asOf} under the scheme "{scheme}": {letters}. Items held: {held}. Items waiting: {waiting}.',
    letter: 'Customer {customer} gets the letter "{letter}" (level {level}), which asks for {total}; {open} of its items is open.',
    letterReasons: {
      'level-reached': 'Item {item} ({open}) has been overdue for {days}; level {level} requires {afterDays}.',
      'level-before-sent': 'The letter of level {level} was sent for item {item} on {sentOn}.',
      'level-not-reached-yet':
        'Item {item} is overdue enough for level {level} ({afterDays}), but does not reach it, as the letter of level {missing} was not sent before.',
      'highest-level': 'The highest level of its items is {level}, so the letter is "{letter}".',
      'fee-charged': 'A fee of {fee} is charged for level {level}.',
      'interest-charged': 'Late interest of {interest} is charged, from the day after each due date up to {asOf}.',
      'credits-deducted': 'Credits of {credits} are deducted.',
    },
    next: 'Item {item} does not reach level {level} before {on}: it must be {afterDays} overdue, and this letter at least {interval} old.',
    blocks: 'After this letter, level {level} blocks item {item} from further ones.',
    last: 'No level follows level {level} of item {item}.',
    beyondCalendar: 'The date of the level after level {level} of item {item} lies beyond the calendar.',
    held: 'Item {item} of customer {customer} ({open}, overdue for {days}) has reached level {level}, but gets no letter: {reasons}.',
    holdReasons: {
      blocked: 'it is blocked from dunning',
      disputed: 'it is disputed',
      'below-minimum': 'without fee and interest the letter would ask for {balance}, which is below the minimum of {minimum}',
      'covered-by-credits': 'credits of {credits} cover the {open} that the letter would ask for',
    },
    waiting: 'Item {item} of customer {customer} ({open}, overdue for {days}) gets no further letter: {reasons}.',
    waitingUntil: 'Item {item} of customer {customer} ({open}, overdue for {days}) waits for level {level} until {on}: {reasons}.',
    waitingBeyondCalendar:
      'Item {item} of customer {customer} ({open}, overdue for {days}) waits for a level whose date lies beyond the calendar: {reasons}.',
    waitReasons: {
      'days-not-reached': 'level {level} requires {afterDays} overdue',
      'interval-not-over': 'the letter of level {before} was sent on {sentOn}, and level {level} is not reached before {until}',
      'last-level-sent': 'the letter of level {level}, the last one, was sent on {sentOn}',
      'level-blocks': 'the letter of level {level}, which blocks further ones, was sent on {sentOn}',
    },
    reasonSeparator: '; ',
    diagnoses: {
      'history-after-as-of': 'Letters sent later than the day in question, left out: {count}.',
      'history-of-other-items': 'Letters sent for items that are not given, or that are left out: {count}.',
      'disputed-items-dunned': 'Disputed items in letters, as the scheme does not hold them: {items}.',
      'days-before-first-rate': 'Items without interest on days before {from}, when the first step of the rate begins: {items}.',
    },
  },
  allowance: {
    nothing: 'As of {asOf} there are no items that count, and nothing is set aside.',
    total:
      'As of {asOf}, {allowance} is set aside for expected losses under the matrix "{matrix}", {percent}% of debits of {debits}; credits do not reduce it.',
    nothingOwed: 'As of {asOf} nothing is owed in {currency}, and nothing is set aside.',
    bucket: {
      exact: '{bucket}: {percent}% of {debits} is {allowance}.',
      rounded: '{bucket}: {percent}% of {debits} is, rounded, {allowance}.',
    },
    bucketByLoss: {
      exact: '{bucket}: the expected loss is {lost} in every {of}; of {debits} that is {allowance}.',
      rounded: '{bucket}: the expected loss is {lost} in every {of}; of {debits} that is, rounded, {allowance}.',
    },
    lossRate: {
      exact: '{bucket}: of {of} that reaches it, {lost} is lost in the end, which is {percent}%.',
      rounded: '{bucket}: of {of} that reaches it, {lost} is lost in the end, which is, rounded, {percent}%.',
    },
  },
}
