import type { LifetimeLocale } from './types.js'

/** The wording of purchases, the models that are made from them, and what customers will bring in, in English. */
export const lifetime: LifetimeLocale = {
  ageUnits: { day: 'day', week: 'week' },
  purchaseSummary: {
    total: 'Purchases as of {asOf}. Customers: {count}; with repeat purchases: {repeating} ({percent}%).',
    repeats: 'Repeat purchases of all customers: {purchases}. They come to {spend}, refunds taken off; the mean is {mean}.',
    known: 'Time since the first purchase: {mean} on average, at most {most}.',
    customer:
      'Customer {customer} first bought on {first} and last on {last}, {between} later. Repeat purchases: {purchases}. Time since the first purchase: {age}.',
    customerOnce: 'Customer {customer} bought on {first} and has not bought again. Time since then: {age}.',
    spend: 'Mean spend of a repeat purchase: {mean}; all of them: {total}, refunds taken off.',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}.',
      'transactions-after-as-of': 'Transactions dated later than the day in question, left out: {count}.',
      'zero-amounts': 'Transactions of 0, which count as purchases: {count}.',
      refunds:
        'Refunds, which are not purchases: {count}. Those from the second day with a purchase on are taken off what was bought; earlier ones change nothing here.',
      'refunds-alone': 'Customers with nothing but refunds, left out: {customers}.',
      'no-customers': 'There are no customers.',
    },
  },
  fit: {
    converged: 'The search found a maximum of the likelihood. Iterations: {iterations}; log-likelihood: {logLikelihood}.',
    notConverged:
      'Do not rely on these parameters: the search found no maximum of the likelihood. Iterations: {iterations}; log-likelihood: {logLikelihood}.',
    parameters: 'Parameters, with their standard errors: {parameters}. As a rule a parameter is off by less than two standard errors.',
    parameter: '{name} = {value} (±{error})',
    parametersAlone: 'Parameters: {parameters}. How far they may be off is not known.',
    parameterAlone: '{name} = {value}',
    hardlyKnown: 'Hardly known, for the standard error is more than half of the parameter: {parameters}.',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}. The parameters are made from the others.',
      'not-converged': 'The search was given up after so many iterations: {iterations}. The parameters are the best that it came upon.',
      'parameter-at-bound':
        'The likelihood rises up to a bound of the search: {parameter} is kept at {value}. The data do not tell this parameter; do not rely on it.',
      'few-repeat-buyers':
        'Customers with repeat purchases that count: {count}. Fewer than {least} tell too little: do not rely on these parameters.',
      'all-alike':
        'All customers that count ({customers}) have the same numbers, so nothing tells how customers differ: do not rely on these parameters.',
    },
  },
  bgNbd: {
    fitted:
      'BG/NBD, a model of how often customers buy and when they stop. Customers that it is made from: {customers}; with repeat purchases: {repeatBuyers} ({percent}%).',
    rate: 'With these parameters, customers make {rate} purchases a {unit} on average as long as they are active.',
    rateSpread: {
      much: 'Customers differ much in how often they buy: the standard deviation is {percent}% of the average.',
      somewhat: 'Customers differ somewhat in how often they buy: the standard deviation is {percent}% of the average.',
      little: 'Customers differ little in how often they buy: the standard deviation is {percent}% of the average.',
    },
    stop: 'With these parameters, the probability that a customer stops for good right after a repeat purchase is {percent}% on average.',
    stopSpread: {
      much: 'Customers differ much in how soon they stop: the standard deviation of that probability is {percent}% of the average.',
      somewhat: 'Customers differ somewhat in how soon they stop: the standard deviation of that probability is {percent}% of the average.',
      little: 'Customers differ little in how soon they stop: the standard deviation of that probability is {percent}% of the average.',
    },
    diagnoses: {
      'no-repeat-buyers':
        'None of the customers ({customers}) bought again, so nothing tells how often customers buy or when they stop: do not rely on these parameters.',
      'repeats-at-age-zero':
        'Customers with repeat purchases and yet an age of 0 at the last of them: {count}. Ages are too coarse for the model: count them in days, and do not rely on these parameters.',
    },
  },
  gammaGamma: {
    fitted: 'Gamma-Gamma, a model of how much customers spend on a purchase. Customers that it is made from: {customers}.',
    mean: 'With these parameters, the mean spend of a customer on a purchase is {mean} on average.',
    spread: {
      much: 'Customers differ much in their mean spend: the standard deviation is {percent}% of the average.',
      somewhat: 'Customers differ somewhat in their mean spend: the standard deviation is {percent}% of the average.',
      little: 'Customers differ little in their mean spend: the standard deviation is {percent}% of the average.',
    },
    spreadBeyond: 'Customers differ so much in their mean spend that there is no standard deviation of it.',
    ownSpread: "From one purchase to another of the same customer, the standard deviation is {percent}% of the customer's mean.",
    correlation: 'Correlation of mean spend and number of repeat purchases: {correlation}. The model takes it for 0.',
    noCorrelation:
      'Mean spend or the number of repeat purchases is the same for all, so nothing tells whether they are independent, as the model takes them to be.',
    diagnoses: {
      'spend-not-positive':
        'Customers with repeat purchases whose mean spend is not above 0, left out: {count}. The model does not hold for customers like these.',
      correlated:
        'Mean spend and number of repeat purchases go together: their correlation is {correlation}, beyond {limit} in size, and the model takes it for 0. Do not rely on the spend expected, least of all of customers with few or many purchases.',
      'no-mean':
        'There is no mean spend over all customers, for q is {q}, not above 1: nothing can be expected of customers without repeat purchases.',
    },
  },
  probabilityAlive: {
    named: 'Customer {customer} is still active with a probability of {percent}%.',
    unnamed: 'The customer is still active with a probability of {percent}%.',
    silence:
      'Repeat purchases: {purchases}; from the first purchase to the last: {between}; since then: {silence}. The longer this silence lasts, the lower the probability.',
    namedOnce: 'Customer {customer} has made no repeat purchase, so the model takes the customer for active with a probability of 100%.',
    unnamedOnce: 'The customer has made no repeat purchase, so the model takes the customer for active with a probability of 100%.',
    assumption:
      'This is an assumption and no sign of loyalty: in the model customers stop only right after a repeat purchase, so it stays at 100% however long the silence. The purchases expected fall with it all the same. Since the first purchase: {silence}.',
    chart: {
      title: 'Probability that a customer is still active, {age} after the first purchase',
      once: 'Without repeat purchases it is 100% by assumption, however long the silence',
      lastPurchase: { day: 'Days from the first purchase to the last', week: 'Weeks from the first purchase to the last' },
      repeatPurchases: 'Repeat purchases',
      probability: 'Probability',
      percent: 'Probability in %',
    },
  },
  lifetimeValue: {
    value: 'Value expected over the next {horizon}: {value}.',
    discounted:
      'It is the margin rate, {margin}%, times the spend expected on a purchase, {spend}, times the purchases expected, {expected}, which a discount of {rate}% a {unit} turns into {discounted}.',
    undiscounted: 'It is the margin rate, {margin}%, times the spend expected on a purchase, {spend}, times the purchases expected, {expected}.',
    alive: 'Probability that the customer is still active: {percent}%.',
    reasons: {
      'no-repeat-purchases':
        'There is no repeat purchase: the model, in which customers stop only right after one, takes the customer for active for certain. This is an assumption and no sign of loyalty.',
      'spend-from-both':
        "The spend expected is made of the customer's own mean, {own}, with a weight of {weight}%, and of the mean over all customers, {all}, with the rest.",
      'beyond-history': 'The horizon, {horizon}, is longer than the customer has been known, {age}: what lies beyond is less certain.',
    },
    spendFromOwn:
      "The spend expected is made of the customer's own mean, {own}, and of the model's parameters, for there is no mean over all customers.",
  },
  lifetimeBook: {
    total: 'Value expected of all customers together over the next {horizon}: {total}. Customers: {count}; purchases expected of them: {purchases}.',
    rates: 'Margin rate: {margin}%; discount rate: {rate}% a {unit}.',
    greatest: 'Worth most: {customers}.',
    great: '{customer} ({value})',
    belowZero: 'Customers worth less than nothing: {count}.',
    customer:
      'Customer {customer} is worth {value}. Purchases expected: {purchases}; spend expected on each: {spend}; probability that the customer is still active: {percent}%.',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}. The total is of the others.',
      'no-repeat-purchases':
        'Customers without repeat purchases, whom the model takes for active for certain: {count}. This is an assumption and no sign of loyalty.',
      'beyond-history': 'Customers who have been known for less than the horizon: {count}. What lies beyond is less certain.',
      'no-customers': 'There are no customers.',
    },
    chart: {
      title: 'Value expected over the next {horizon}',
      customers: 'Customers, the greatest values first',
      value: 'Value of all of them together',
      nobody: 'There are no customers.',
    },
  },
  modelValidation: {
    period: 'BG/NBD fitted to purchases up to {calibrateTo} and compared with those after it up to {until}, {horizon} later. Customers: {customers}.',
    fitDiagnoses: {
      'not-converged': 'The search for the maximum was given up after so many iterations: {iterations}.',
      'parameter-at-bound': 'In the fit, the likelihood rises up to a bound of the search: {parameter} = {value}.',
      'few-repeat-buyers':
        'Customers with repeat purchases up to the day of calibration: {count}. Fewer than {least} tell too little: do not rely on the purchases expected.',
      'all-alike':
        'All customers ({customers}) have the same numbers up to the day of calibration, so nothing tells how customers differ: do not rely on the purchases expected.',
      'no-repeat-buyers':
        'None of the customers ({customers}) bought again up to the day of calibration, so nothing tells how often customers buy or when they stop: do not rely on the purchases expected.',
      'repeats-at-age-zero':
        'Customers with repeat purchases and yet an age of 0 at the last of them: {count}. Ages are too coarse for the model: do not rely on the purchases expected.',
    },
    tooMany: 'Purchases expected: {expected}; made: {actual}. The model expected {percent}% too many.',
    tooFew: 'Purchases expected: {expected}; made: {actual}. The model expected {percent}% too few.',
    exact: 'Purchases expected: {expected}; made: {actual}.',
    noneMade: 'Purchases expected: {expected}; none were made.',
    error: "Mean absolute error of purchases per customer: {model}; with each customer's own rate so far: {naive}.",
    better: "Mean absolute error of purchases per customer: {model}; with each customer's own rate so far, which errs more: {naive}.",
    naive: "At each customer's own rate so far, purchases expected would be {expected}.",
    group: 'Repeat purchases before: {repeatPurchases}. Customers: {customers}; purchases expected of them: {expected}; made: {actual}.',
    orMore: '{repeatPurchases} or more',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}.',
      'customers-after-calibration': 'Customers who first bought after the day of calibration, left out: {count}. The model cannot know of them.',
      'refunds-alone': 'Customers with nothing but refunds, left out: {customers}.',
      'transactions-after-until': 'Transactions dated later than the last day, left out: {count}.',
      'zero-amounts': 'Transactions of 0, which count as purchases: {count}.',
      refunds: 'Refunds, which are not purchases and change nothing here: {count}.',
      'fit-not-converged': 'Do not rely on the purchases expected: the fit found no maximum of the likelihood.',
      'worse-than-naive':
        "Do not rely on the model for single customers: each customer's own rate so far has a mean absolute error of {naive}, the model one of {model}.",
    },
    chart: {
      title: 'Purchases per customer after {calibrateTo}, up to {until}',
      subtitle: 'Purchases expected: {expected}; made: {actual}',
      repeatPurchases: 'Repeat purchases up to {calibrateTo}',
      mean: 'Mean purchases per customer',
      actual: 'Made',
      expected: 'Expected',
      orMore: '{repeatPurchases}+',
      customers: 'Customers',
      purchases: 'Purchases',
    },
  },
}
