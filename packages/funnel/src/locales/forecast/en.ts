import type { ForecastLocale } from './types.js'

/** The wording of what sales are to be expected, in English. */
export const forecast: ForecastLocale = {
  forecast: {
    noPeriods: 'No period of "{title}" was asked for.',
    morePeriods: 'Further periods that are not listed here: {number}.',
    spans: { one: 'From {from} to {to}', many: 'In each of {number} periods from {from} to {to}' },
    expected: '{span}, {expected} can be expected: {parts}.',
    nothing: '{span}, nothing can be expected: no deal is won in it, and none that is open counts in it with an amount.',
    obscure: '{span}, what is to be expected cannot be told: nothing is won yet, and {deals}.',
    obscureDeals: {
      'without-amount': 'open deals ({count}) state no amount',
      'without-win-percent': 'open deals ({count}) are in stages for which no probability is set',
      'insufficient-history': 'open deals ({count}) have no history to be judged by',
    },
    obscureTarget: 'How likely the target of {target} is reached cannot be told either.',
    over: 'This period is over: what open deals count in it has not come.',
    parts: {
      won: '{amount} already won',
      noneWon: 'nothing won yet',
      open: '{amount} from open deals ({deals} of them)',
      newDeals: '{amount} from deals yet to enter',
    },
    range: 'In at least nine of ten cases it is between {low} and {high}; the median is {median}.',
    rangeOne: 'In at least nine of ten cases it is {low}.',
    certain: 'As far as the forecast goes, that is certain.',
    target: {
      likely: {
        short: 'The target of {target} is reached with a probability of {chance}; on average {gap} is missing.',
        beyond: 'The target of {target} is reached with a probability of {chance}; on average {gap} comes beyond it.',
        even: 'The target of {target} is reached with a probability of {chance}; on average it is met exactly.',
      },
      certain: {
        short: 'The target of {target} is missed by {gap}.',
        beyond: 'The target of {target} is reached; {gap} comes beyond it.',
        even: 'The target of {target} is met exactly.',
      },
      reached: 'The target of {target} is reached already; on average {gap} comes beyond it.',
    },
    methods: {
      stage: 'By stage: an open deal is won with the probability that is set for its stage, and counts on its expected date.',
      age: 'By age: an open deal is won as often as earlier ones that had been open in its stage for as long.',
    },
    placements: {
      expected: 'It counts on its expected date; where it states none, whenever earlier ones were won.',
      curve: 'It counts whenever earlier ones were won, whatever date it states.',
    },
    minimumSample: 'Earlier deals that must have been open in a stage for as long before a deal is judged by them: {minimumSample} at least.',
    missingAmounts: 'An open deal that states no amount may be worth as much as any won one, with equal chance.',
    newDeals: 'Deals that are yet to enter count too, as many a day as entered in the 90 days before.',
    newDealsPerDay: 'Deals that are yet to enter count too: {perDay} a day, as in the 90 days before.',
    season: {
      'month-of-quarter': 'The months of a quarter are told apart, as more deals are decided in some of them.',
      'month-of-year': 'The months of a year are told apart, as more deals are decided in some of them.',
    },
    seasonFactors: {
      'month-of-quarter': 'By month of the quarter, in percent of what age alone says, deals are won so often ({won}), and lost so often ({lost}).',
      'month-of-year': 'By month of the year, in percent of what age alone says, deals are won so often ({won}), and lost so often ({lost}).',
    },
    month: { 'month-of-quarter': 'month {month}: {percent}%', 'month-of-year': 'month {month}: {percent}%' },
    independent:
      'Deals are taken to be won independently of each other, which makes the ranges too narrow where they are not; a backtest tells which spread fits.',
    spread:
      'Ranges are {spread} times as wide as those of deals that are won independently of each other, as far as that is possible, and probabilities of targets go by that; the median is not changed.',
    computed: {
      exact: 'Ranges and probabilities are exact, not simulated.',
      simulated: 'Expected amounts are exact; ranges and probabilities are simulated, with {draws} draws from the seed {seed}.',
      both: 'Expected amounts are exact; ranges and probabilities are worked out for some periods, and simulated for the others, with {draws} draws from the seed {seed}.',
    },
    withoutCurrency: 'Amounts state no currency.',
    upTo: 'This rests on "{title}" as it stood at the end of {asOf}.',
    overdue: {
      expected: 'Open deals whose expected date is past, and which still count on it until it is corrected: {count}. {deals}',
      curve: 'Open deals whose expected date is past: {count}. {deals}',
    },
    byCurve: 'Open deals that state no expected date, and are placed by when earlier ones were won: {count}. {deals}',
    unplaced: 'Open deals that state no expected date, and are in no period: {count}. {deals}',
    countOnly: '{count}',
    countWorth: '{count}, worth {worth}',
    deals: 'They are: {deals}.',
    diagnoses: {
      'later-changes': 'Changes after {asOf}, which are not looked at: {count}.',
      'outside-periods': 'Open deals whose expected date is in none of the periods: {count}.',
      'overlapping-periods': 'Periods that share days with another one, and must not be added up: {count}.',
      'won-without-amount': 'Deals won in a period that state no amount, and add nothing: {count}.',
      'without-amount': 'Open deals that are in no period because they state no amount: {count}. {deals}',
      'without-win-percent': 'Open deals that are in no period because no probability is set for their stage: {count}. {deals}',
      'insufficient-history':
        'Open deals that are in no period because too few deals that were open in their stage for as long have been decided, or none: {count}. {deals}',
      'amount-from-history': 'Open deals that state no amount, and are taken to be worth as much as won ones: {count}.',
      'no-history-of-new-deals':
        'Deals yet to enter cannot be told, and are left out: none entered in the 90 days before, or none of those won states an amount (entered then: {count}).',
      'no-history-of-season': 'A season cannot be told, and is left out: not every month of it has been seen as a whole (decided deals: {count}).',
      rejected: 'Changes that were rejected, and are not looked at: {count}.',
    },
  },
}
