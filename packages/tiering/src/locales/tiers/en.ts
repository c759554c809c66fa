import type { TiersLocale } from './types.js'

/** The wording of average sales, tiers, the comparison of schemes, and concentration in English. */
export const tiers: TiersLocale = {
  aMonth: '{amount} a month',
  averageSales: {
    period: 'Average monthly sales from {from} to {to}, as of {asOf}; months: {months}.',
    total: 'Customers: {count}; their sales in these months: {total}.',
    nobody: 'There are no sales up to that day.',
    greatest: 'Who bought most: {customers}.',
    customer: '{customer} ({total}, {average})',
    withoutSales: 'Customers whose sales in these months come to 0: {count}.',
    belowZero: 'Customers who gave back more than they bought in these months: {count}.',
    diagnoses: {
      'rows-rejected': 'Sales left out because something is wrong with them: {rejected}; sales read: {read}.',
      'sales-after-as-of': 'Sales dated later than the day in question, left out: {count}.',
      'sales-before-window': 'Sales dated before these months, left out: {count}.',
      'sales-after-window': 'Sales of the month that is not over, left out: {count}.',
      'month-not-over': 'The last month, which ends on {to}, is not over on {asOf}, but counts as a whole one.',
    },
  },
  tiers: {
    scheme: 'Customers in tiers under the scheme "{scheme}": {count}; their value in all: {total}.',
    averages: 'Values are monthly averages, each rounded by itself; months: {months}; the sum of these months: {sum}.',
    rules: {
      'share-of-value': {
        before: 'A customer is in the first tier whose cut is above the share of the total that customers of greater value bring in.',
        after:
          'A customer is in the first tier whose cut is not below the share of the total that it brings in with all of its value or a greater one; others are in the last tier.',
      },
      'share-of-customers': {
        before: 'A customer is in the first tier whose cut is above the share of the customers who have a greater value.',
        after:
          'A customer is in the first tier whose cut is not below the share of the customers who have its value or a greater one; others are in the last tier.',
      },
    },
    tier: 'Tier "{tier}" ({takes}): customers: {count}, {customerPercent}% of all; value: {value}, {valuePercent}% of the total.',
    tierWithoutShare: 'Tier "{tier}" ({takes}): customers: {count}, {customerPercent}% of all; value: {value}.',
    takes: {
      above: 'more than {from}',
      'at-or-above': '{from} or more',
      'share-of-value': 'cut at {percent}% of the total',
      'share-of-customers': 'cut at {percent}% of the customers',
      others: 'all others',
    },
    expectations: {
      met: 'Tier "{tier}" brings in {percent}% of the total, as expected: from {fromPercent}% to {toPercent}%.',
      unmet: 'Tier "{tier}" brings in {percent}% of the total, which is not as expected: from {fromPercent}% to {toPercent}%.',
      withoutShares: 'Tier "{tier}" is expected to bring in from {fromPercent}% to {toPercent}% of the total, of which nothing is a share.',
    },
    passed: {
      above: 'Customer {customer} is in tier "{tier}" with {value}, which is more than {from}; rank: {rank} of {count}.',
      'at-or-above': 'Customer {customer} is in tier "{tier}" with {value}, which is {from} or more; rank: {rank} of {count}.',
    },
    beyondNone: 'Customer {customer} is in tier "{tier}", which takes all others, with {value}; rank: {rank} of {count}.',
    placed: 'Customer {customer} is in tier "{tier}" with {value}; rank: {rank} of {count}.',
    only: 'Customer {customer} is in tier "{tier}", the only one, with {value}; rank: {rank} of {count}.',
    within: 'Customer {customer} is in tier "{tier}" with {value}: {position}, {bounds}; rank: {rank} of {count}.',
    withoutShares:
      'Customer {customer} is in tier "{tier}" with {value}: as the total is not above 0, the greatest value is in the top tier, and all others are in the last; rank: {rank} of {count}.',
    aLittleMore: 'a little more than {value}',
    aLittleLess: 'a little less than {value}',
    positions: {
      'share-of-value': {
        before: 'customers of greater value bring in {percent}% of the total',
        after: 'customers of its value or a greater one bring in {percent}% of the total',
      },
      'share-of-customers': {
        before: '{percent}% of the customers have a greater value',
        after: '{percent}% of the customers have its value or a greater one',
      },
    },
    bounds: {
      before: {
        first: 'which is below {cut}%',
        between: 'which is below {cut}%, but not below {better}%',
        last: 'which is not below {better}%',
      },
      after: {
        first: 'which is not above {cut}%',
        between: 'which is not above {cut}%, but above {better}%',
        last: 'which is above {better}%',
      },
    },
    better: {
      above: 'To reach tier "{tier}", more than {from} is needed, which is {lacking} more.',
      'at-or-above': 'To reach tier "{tier}", {from} is needed, which is {lacking} more.',
    },
    atThreshold: 'To reach tier "{tier}", more than {from} is needed: anything above it is enough.',
    nextBetter: {
      before: 'Customers in tier "{tier}" have at least {value}; {lacking} more than this customer.',
      after: 'Customers in tier "{tier}" now have at least {value}; {lacking} more than this customer. Reaching it may change the tiers.',
    },
    top: 'No tier is above it.',
    diagnoses: {
      'rows-rejected':
        'Customers left out because something is wrong with them: {rejected}; customers read: {read}. Shares and ranks are of the others.',
      'source-rows-rejected': 'Rows that the values leave out because something is wrong with them: {rejected}.',
      'month-not-over': 'The last of the months, which ends on {to}, is not over on {asOf}, but counts as a whole one.',
      'no-customers': 'There are no customers.',
      'one-customer': 'There is only one customer, {customer}.',
      'all-equal': 'All customers have the same value, {value}, and are in one tier.',
      'total-not-positive': 'The total, {total}, is not above 0: nothing is a share of it.',
      'values-below-zero': 'Customers with a value below 0: {count}, together {value}. The others bring in more than 100% of the total.',
      'top-tier-empty': 'Nobody is in the top tier, "{tier}".',
      'tier-empty': 'Nobody is in tier "{tier}".',
    },
    chart: {
      pareto: 'Value by customer, the greatest first',
      customer: 'Customer',
      position: 'Customers, the greatest first',
      value: 'Value',
      valueIn: 'Value ({unit})',
      cumulative: 'Share of the total',
      tier: 'Tier',
      withoutShares: 'The total is not above 0: there are no shares of it.',
      grouped: 'Each bar stands for up to {number} customers, with their mean value.',
    },
  },
  schemeComparison: {
    moved: 'The scheme "{after}" instead of "{before}" moves customers to another tier: {moved} of {count}.',
    nobodyMoved: 'The scheme "{after}" instead of "{before}" moves no customer to another tier; customers: {count}.',
    version: '{scheme}, version {version}',
    directions: 'To a higher tier: {up}; to a lower one: {down}.',
    cell: 'From tier "{from}" to tier "{to}": customers: {count}, value: {value}.',
    greatest: 'The greatest of those who move: {customers}.',
    customer: '{customer} ({value}, from "{from}" to "{to}")',
    tier: 'Tier "{tier}": customers before: {before}, after: {after}; value before: {valueBefore}, after: {valueAfter}.',
    onlyBefore: 'Tier "{tier}", which only the scheme of before has: customers: {count}; value: {value}.',
    onlyAfter: 'Tier "{tier}", which only the scheme of after has: customers: {count}; value: {value}.',
    ofBefore: 'Before: {diagnosis}',
    ofAfter: 'After: {diagnosis}',
    chart: {
      title: 'Customers by tier, before and after',
      before: 'Tier before',
      after: 'Tier after',
      count: 'Customers',
      value: 'Value',
      nobody: 'There are no customers.',
    },
  },
  valueConcentration: {
    total: 'Customers: {count}; their value in all: {total}.',
    shares: 'What the greatest bring in of the total: {shares}.',
    share: 'top {percent}% ({customers}): {ofValue}%',
    gini: 'The Gini coefficient is {gini}; it is 0 where all are alike, and near 1 where one has everything.',
    unbiased: 'Corrected for the number of values (unbiased), it is {gini}.',
    index: 'The Herfindahl–Hirschman index is {index}; the effective number of customers is {effective}.',
    diagnoses: {
      'no-values': 'There are no values.',
      'one-value': 'There is only one value.',
      'total-not-positive': 'The total, {total}, is not above 0: nothing is a share of it.',
      'values-below-zero':
        'Values below 0: {count}, together {value}. The others bring in more than 100% of the total, and the Gini coefficient may be above 1.',
    },
    chart: {
      title: 'Lorenz curve',
      gini: 'Gini coefficient: {gini}',
      nothing: 'Nothing is a share of the total: there is no curve.',
      customers: 'Share of the customers, the smallest values first',
      value: 'Share of the total',
      curve: 'Lorenz curve',
      equality: 'Line of equality',
    },
  },
}
