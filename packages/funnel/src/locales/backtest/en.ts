import type { BacktestLocale } from './types.js'

/** The wording of how good forecasts would have been, in English. */
export const backtest: BacktestLocale = {
  backtest: {
    none: 'No forecast of "{title}" was tested.',
    unforecast: 'Nothing could be forecast in any run, so that no error can be told.',
    nothingCame: 'Nothing came in any run, so that no error can be told.',
    tooHigh: 'Forecasts of "{title}" for {horizon} were too high: by {percent} of what came, over all runs.',
    tooLow: 'Forecasts of "{title}" for {horizon} were too low: by {percent} of what came, over all runs.',
    unbiased: 'Forecasts of "{title}" for {horizon} were neither too high nor too low, over all runs.',
    meanError: 'A single forecast was off by {percent} of what came, on average.',
    coverage: 'What came was within the range of the forecast in {percent} of the runs ({covered} of {runs}); 90% is promised.',
    spread: {
      wider: 'The ranges were too narrow: a spread of {spread} fits what came, not {tested} as tested here.',
      narrower: 'The ranges were too wide: a spread of {spread} fits what came, not {tested} as tested here.',
      fits: 'What came asks for no wider ranges than those with the spread of {tested} that was tested here.',
      unknown: 'Which spread fits cannot be told: it takes two runs at least, and none in which something came that was held to be impossible.',
    },
    runs: 'Runs that this rests on: {runs}; the fewer, the less it is worth.',
    earlierRuns: 'Earlier runs that are not listed here: {number}.',
    run: {
      forecast:
        'As of {asOf}, for {from} to {to}: forecast {expected} (between {low} and {high}), came {actual}, of which {actualOfOpen} from deals that were open then.',
      unforecast: 'As of {asOf}, for {from} to {to}: nothing could be forecast; came {actual}.',
      tooHigh: 'The forecast was too high by {percent}.',
      tooLow: 'The forecast was too low by {percent}.',
      right: 'The forecast was exact.',
      outside: 'What came is outside the range.',
      unknown: 'Open deals that could not be forecast: {unknown}.',
      incomplete: 'It ends after the log, so that more may have come, and counts in no figure.',
    },
    diagnoses: {
      'log-ends-earlier': 'Runs whose period ends after the log, so that more may have come: {count}.',
      'insufficient-history': 'Runs in which nothing could be forecast, and which are in no figure: {count}.',
      'nothing-came': 'Runs in which nothing came, which have no error of their own: {count}.',
      'no-history-of-season': 'Runs whose season could not be told for lack of history: {count}.',
      'no-history-of-new-deals': 'Runs whose deals yet to enter could not be told for lack of history: {count}.',
      rejected: 'Changes that were rejected, and are not looked at: {count}.',
    },
  },
}
