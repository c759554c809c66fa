import type { LifetimeCommandTexts, LifetimePageTexts } from './types.js'

/** The words of the page on lifetime value, and on retention, in English. */
export const enPage: LifetimePageTexts = {
  values: 'Lifetime value',
  value: 'Value, {currency}',
  expectedPurchases: 'Purchases expected',
  expectedSpend: 'Spend expected on each',
  probabilityAlive: 'Still active',
  repeatPurchases: 'Repeat purchases',
  repeatsOrMore: '{repeatPurchases} or more',
  firstOf: 'The first {number} of {customers} customers; report.csv has all.',
  firstInWords: 'How the first come about',
  models: 'The models behind it',
  trial: 'The model tried on what came after',
  missed:
    'The model is off by more than a quarter for customers with so many repeat purchases before: {groups}. Do not rely on it for them; it takes purchases to come at random, and customers to stop right after one.',
  missedGroup: '{repeatPurchases} ({expected} expected, {actual} made)',
  retention: 'Retention',
  notDrawn: 'Cohorts and periods are too many to draw; report.json has all.',
  gaps: {
    'nobody-bought': 'Lifetime value is not told: nobody has bought anything.',
    'few-repeat-buyers': 'Lifetime value is not told: too few customers have bought again for models to rely on.',
    'purchases-not-fitted':
      'Lifetime value is not told: the search for a model of how often customers buy and when they stop found no maximum, so there is none to rely on.',
    'no-spend-to-fit': 'Lifetime value is not told: nobody with repeat purchases has spent more on them than was refunded.',
    'spend-not-fitted': 'Lifetime value is not told: the search for a model of what customers spend found no maximum, so there is none to rely on.',
    'no-mean-spend':
      'Lifetime value is not told: customers differ so much in what they spend that no mean over all of them exists, and some have no mean of their own.',
    'history-too-short': 'The model is not tried on what came after: there is no day to divide the purchases at.',
    'nobody-to-try-on': 'The model is not tried on what came after: up to the day of the trial nobody had bought anything.',
    'few-to-try-on':
      'The model cannot be tried on what came after: up to the day of the trial too few customers had bought again for one to rely on.',
    'trial-not-fitted':
      'The model cannot be tried on what came after: made from what came up to the day of the trial, the search for it found no maximum.',
    'too-many-periods': 'Retention is not told: there are too many periods since the first purchase; a longer period helps.',
    'beyond-numbers': 'Nothing is told of this: amounts are beyond what numbers can hold.',
  },
}

/** What the command prints of lifetime value, and of retention, in English. */
export const enCommand: LifetimeCommandTexts = {
  units: { day: 'days', week: 'weeks' },
  value: 'Lifetime value, {horizon} {unit}: {value} {currency} from {customers} customers, {purchases} purchases expected of them',
  trial: 'The model of purchases up to {calibrateTo}, tried on those up to {until}: {expected} expected, {actual} made',
  retention: 'Customers of the period before who bought again in {period}: {share}',
}
