import type { RetentionLocale } from './types.js'

/** The wording of retention, churn, cohorts and what a customer is worth who stays with a constant probability in English. */
export const retention: RetentionLocale = {
  retention: {
    basis: { week: 'week', month: 'month', quarter: 'quarter', year: 'year' },
    rates: {
      latest:
        'Retention rate of {period} ({from} to {to}), the last {basis} that is over by {asOf}: {retention}%; churn rate: {churn}%. Customers who bought in the {basis} before: {before}; of these again in this one: {retained}; lost: {lost}.',
      withoutRate:
        'There is no retention rate of {period} ({from} to {to}), the last {basis} that is over by {asOf}: nobody bought in the {basis} before.',
      active:
        'Customers who bought in {period}: {active}; of these in the {basis} before too: {retained}; for the first time: {new}; came back after a {basis} or more without a purchase: {reactivated}.',
      average:
        'From {first} to {last}, each {basis} weighted by the customers of the one before: average retention rate {retention}%, average churn rate {churn}%.',
      extremes: 'Highest retention rate: {highest}% (of {highestOf}) in {highestPeriod}; lowest: {lowest}% (of {lowestOf}) in {lowestPeriod}.',
      chart: {
        title: 'Retention rate and customers by {basis}, as of {asOf}',
        period: 'Period',
        rate: 'Retention rate',
        customers: 'Customers',
        part: 'Customers who',
        retained: 'bought before too',
        reactivated: 'came back after a pause',
        new: 'bought for the first time',
        lost: 'bought before only',
        lostBelow: 'Customers who did not buy again are drawn below 0.',
      },
    },
    churn: {
      latest:
        'Churn rate of {period} ({from} to {to}), the last {basis} that is over by {asOf}: {churn}%; retention rate: {retention}%. Customers who bought in the {basis} before: {before}; of these lost: {lost}.',
      withoutRate:
        'There is no churn rate of {period} ({from} to {to}), the last {basis} that is over by {asOf}: nobody bought in the {basis} before.',
      tooShort: 'There is no churn rate: only one {basis} from the first purchase on is over by {asOf}.',
      average: 'Average churn rate, each {basis} weighted by the customers of the one before: {churn}%.',
      expected: 'Average stay at this rate, in periods of one {basis}: {periods}.',
      assumed:
        'This assumes that all customers leave with the same probability in every {basis}, however long they have been there, and never return.',
      nobodyLost: 'Nobody has been lost yet, so nothing tells for how long customers stay.',
    },
    cohorts: {
      cohorts: 'Customers by the {basis} of their first purchase, as far as that is over by {asOf}: {customers}; cohorts: {count}.',
      average:
        'Average retention rate of all cohorts that are old enough, by the number of periods (each a {basis}) after that of the first purchase: {rates}.',
      rate: 'after {age}: {percent}% (of {customers})',
      extremes:
        'In the first {basis} after that of the first purchase, the retention rate is highest in cohort {highestPeriod}: {highest}% (of {highestOf}); lowest in cohort {lowestPeriod}: {lowest}% (of {lowestOf}).',
      tooYoung: 'No {basis} after that of the first purchase is over yet for any cohort, so nothing tells who comes back.',
      comeBack: 'The rates count who bought in that very period. Customers who did not may come back later, so rates may rise again.',
      chart: {
        title: 'Retention rate by cohort, as of {asOf}',
        cohort: 'Cohort ({basis} of the first purchase): customers',
        cohortSize: '{period}: {customers}',
        age: 'Periods after that of the first purchase (each a {basis})',
        rate: 'Retention rate',
        count: 'Customers who bought',
        size: 'Customers of the cohort',
        tooYoung: 'No later period is over yet.',
      },
    },
    lost: 'Lost only means: bought in the {basis} before, and not in this one. Such customers may come back, and then count as reactivated.',
    nobody: 'Nobody bought anything in a {basis} that is over by {asOf}.',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}.',
      'transactions-after-as-of': 'Transactions dated later than the day in question, left out: {count}.',
      'period-not-over': '{period} is not over by {asOf} and is left out; purchases in it: {count}.',
      'zero-amounts': 'Transactions of 0, which count as purchases: {count}.',
      refunds: 'Refunds, which do not count as purchases: {count}.',
      'lost-came-back':
        'How many times customers counted as lost, over all periods: {lost}; how many times they came back later: {reactivated}. To that extent the churn rate tells of pauses between purchases rather than of customers lost; with a longer period it would be truer.',
    },
    value: {
      worth: 'A customer who brings in a margin of {margin} each period is worth {value} now (margin of a period × {multiple}).',
      starts: {
        now: 'The first margin comes in now and for certain; from each period to the next the customer stays with a probability of {retention}%.',
        'next-period':
          'The first margin comes in with the next period, if the customer stays until then; the probability of staying from one period to the next is {retention}%.',
      },
      discount: 'What comes in later is discounted by {discount}% a period.',
      expected: 'Periods for which the margin is expected to come in: {periods}.',
      endless: 'The margin is expected to come in for ever, as the customer never leaves.',
      assumed: 'This assumes that margin, probability and discount rate stay the same for ever, and that customers who leave never return.',
    },
  },
}
