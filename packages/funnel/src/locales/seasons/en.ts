import type { SeasonsLocale } from './types.js'

/** The wording of how much more or less is sold at each place of a season, in English. */
export const seasons: SeasonsLocale = {
  seasons: {
    strongest: 'Most is sold at place {places} of the {period} places of a season: {percent}% more than the mean.',
    weakest: 'Least is sold at place {places}: {percent}% less than the mean.',
    even: 'At each of the {period} places of a season as much is sold as at any other.',
    place: '{number}',
    all: 'Of all places from the first on, in percent of the mean: {shares}.',
    share: '{percent}%',
    basis:
      'The first place is that of the first value. Each value is compared with the mean of a whole season around it, so that a steady rise or fall is not taken for a season.',
    samples: 'Such comparisons that each place rests on, at least: {samples}; the fewer, the less it is worth.',
    diagnoses: {
      'insufficient-history':
        'Whether there is a season cannot be told: it takes two whole seasons, which is {needed} values, and {there} are there.',
      'nothing-sold':
        'Whether there is a season cannot be told: of its {needed} places only {there} can be compared with the season around them; around the others nothing was sold.',
    },
  },
}
