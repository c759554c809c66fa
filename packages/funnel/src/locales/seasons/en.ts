import type { SeasonsLocale } from './types.js'

/** The wording of how much more or less is sold at each place of a season, in English. */
export const seasons: SeasonsLocale = {
  seasons: {
    strongest: 'Sales peak in period {places} of {period}: {percent} above the mean.',
    weakest: 'They are lowest in period {places}: {percent} below the mean.',
    even: 'In each of the {period} periods of a season as much is sold as in any other.',
    place: '{number}',
    all: 'Of all periods from the first on, in percent of the mean: {shares}.',
    share: '{percent}%',
    basis:
      'The first period is that of the first value. Each value is compared with the mean of a whole season around it, so that a steady rise or fall is not taken for a season.',
    samples: 'Such comparisons that each period rests on, at least: {samples}; the fewer, the less it is worth.',
    diagnoses: {
      'insufficient-history':
        'Whether there is a season cannot be told: it takes two whole seasons, which is {needed} values, and {there} are there.',
      'nothing-sold':
        'Whether there is a season cannot be told: of its {needed} periods only {there} can be compared with the season around them; around the others nothing was sold.',
    },
  },
}
