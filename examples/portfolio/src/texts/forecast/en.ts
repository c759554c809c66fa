import type { ForecastCommandTexts, ForecastPageTexts } from './types.js'

/** The words of the page on what follows of a pipeline's past in English. */
export const enPage: ForecastPageTexts = {
  forecast: 'What the coming months will bring',
  rule: 'Each month by itself: what is won in it so far, what open deals will bring, and what deals will that are yet to enter. In at least nine cases of ten it comes to something between the 5% and the 95%.',
  period: 'Period',
  won: 'Won so far',
  open: 'Of open deals',
  newDeals: 'Of new deals',
  expected: 'Expected',
  low: '5%',
  median: '50%',
  high: '95%',
  target: 'Target',
  gap: 'Short of it',
  probability: 'Chance of the target',
  backtest: 'What such forecasts would have been worth',
  backtestRule:
    'On past ends of months, from what the files said up to them, for the 30 days that followed. List prices and regions are taken as they are now.',
  madeOn: 'Made on',
  actual: 'What came',
  error: 'Error',
  covered: 'Within the bounds',
  yes: 'yes',
  no: 'no',
  compared: {
    region: 'Regions beside each other',
    product: 'Products beside each other',
    account: 'Accounts beside each other',
    owner: 'Owners beside each other',
  },
  decided: 'Decided',
  others: 'All others',
  interval: '95% interval',
  chance: 'p-value',
  corrected: 'corrected',
  bottlenecks: 'Bottlenecks',
  change: 'Why sales changed',
  changeRule:
    'What was decided from {afterFrom} to {afterTo}, beside what was from {beforeFrom} to {beforeTo}: the deals counted here are decided ones, won or lost.',
  changeGaps: {
    'nothing-won': 'In one of the two periods nothing was won, so that what a won deal is worth cannot be told.',
    'beyond-numbers': 'What a won deal is worth is beyond what numbers can hold.',
  },
}

/** What the command prints of the same in English. */
export const enCommand: ForecastCommandTexts = {
  forecast: 'Expected, and in at least nine cases of ten:',
  period: '  {from} to {to}: {expected} ({low} to {high})',
  target: '{line}; the target of {target} is reached in {probability} of all cases',
  backtest: '  the same {runs} times in the past: bias {bias}, mean absolute error {error}, within the bounds in {coverage}; spread {spread}',
  comparison: 'Significantly below all others: {groups}',
  nobodyBelow: 'Nobody is significantly below all others ({attribute})',
  bottlenecks: 'Below their benchmark: {stages}',
  change: 'Sales from {from} to {to}: {after}, before: {before}',
}
