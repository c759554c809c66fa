import type { RfmLocale } from './types.js'

/** The wording of recency, frequency and monetary value in English. */
export const rfm: RfmLocale = {
  rfm: {
    scores: 'Recency, frequency and monetary value as of {asOf} under the scheme "{scheme}", each scored from 1 to {bins}; customers: {count}.',
    measures: { recency: 'recency', frequency: 'frequency', monetary: 'monetary value' },
    monetary: {
      net: {
        sum: 'Monetary value is the sum of purchases less refunds.',
        mean: 'Monetary value is the sum of purchases less refunds, divided by the number of purchases; it may be shown rounded.',
      },
      gross: {
        sum: 'Monetary value is the sum of purchases; refunds do not count.',
        mean: 'Monetary value is the mean of purchases, which may be shown rounded; refunds do not count.',
      },
    },
    rules: {
      bins: 'Each measure divides the customers into groups that are as equal in size as customers with equal values, who score alike, allow.',
      cuts: 'Scores change at the fixed cuts of the scheme.',
      'r-rfm': "Scores change at quantiles of type 7 plus 1, as in R's package rfm.",
    },
    segment: 'Segment "{segment}": customers: {count}, {customerPercent}% of all; value: {value}, {valuePercent}% of the total.{action}',
    segmentWithoutShare: 'Segment "{segment}": customers: {count}, {customerPercent}% of all; value: {value}.{action}',
    noSegment: 'In no segment: customers: {count}, {customerPercent}% of all; value: {value}, {valuePercent}% of the total.',
    noSegmentWithoutShare: 'In no segment: customers: {count}, {customerPercent}% of all; value: {value}.',
    emptySegments: 'Segments without customers: {segments}.',
    action: ' What to do: {action}.',
    customer: 'Customer {customer} is in the segment "{segment}" with the scores {code}.{action}',
    customerOfNoSegment: 'Customer {customer} is in no segment with the scores {code}.',
    noPurchases: 'Recency {score} of {bins}: there are no purchases.',
    noMean: 'Monetary value {score} of {bins}: there are no purchases, and so no mean.',
    recency: {
      lowest: 'Recency {score} of {bins}: {days} since the last purchase; fewer than {next} would score {better}.',
      between: 'Recency {score} of {bins}: {days} since the last purchase, which is fewer than {bound}; fewer than {next} would score {better}.',
      highest: 'Recency {score} of {bins}: {days} since the last purchase, which is fewer than {bound}.',
      alone: 'Recency {score} of {bins}: {days} since the last purchase.',
    },
    frequency: {
      lowest: 'Frequency {score} of {bins}: purchases: {value}; {next} or more would score {better}.',
      between: 'Frequency {score} of {bins}: purchases: {value}, which is {bound} or more; {next} or more would score {better}.',
      highest: 'Frequency {score} of {bins}: purchases: {value}, which is {bound} or more.',
      alone: 'Frequency {score} of {bins}: purchases: {value}.',
    },
    monetaryValue: {
      lowest: 'Monetary value {score} of {bins}: {value}; {next} or more would score {better}.',
      between: 'Monetary value {score} of {bins}: {value}, which is {bound} or more; {next} or more would score {better}.',
      highest: 'Monetary value {score} of {bins}: {value}, which is {bound} or more.',
      alone: 'Monetary value {score} of {bins}: {value}.',
    },
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}. Scores and shares are of the others.',
      'transactions-after-as-of': 'Transactions dated later than the day in question, left out: {count}.',
      'no-customers': 'There are no customers.',
      'one-customer': 'There is only one customer, {customer}.',
      'no-purchases': 'Customers without purchases, whose recency and frequency score 1: {count}.',
      'one-distinct-value': 'All values of {measure} are alike: they score {score}.',
      'fewer-scores': 'Nobody has some of the scores of {measure}: of {bins}, so many occur: {scores}.',
      'no-segment': 'Customers in no segment: {count}.',
      'total-not-positive': 'The total, {total}, is not above 0: nothing is a share of it.',
    },
    chart: {
      title: 'Customers by recency and frequency as of {asOf}',
      recency: 'Recency score',
      frequency: 'Frequency score',
      count: 'Customers',
      mean: 'Mean monetary score',
      nobody: 'There are no customers.',
    },
  },
}
