import { adviceMessages } from '../advice/adviceMessages.js'
import type { ScoringLocale } from './types.js'

/** English. */
export const en: ScoringLocale = {
  languageTag: 'en',
  sentenceSeparator: ' ',
  listSeparator: ', ',
  orSeparator: ' or ',
  score: {
    total: '{candidate} scores {total}; the scales allow {minimum} to {maximum}.',
    contribution: '{criterion}: weight {weight} × rating {rating} = {points}.',
    costContribution: '{criterion}: less is better, so rating {rating} counts {counting} = {counted}; weight {weight} × {counted} = {points}.',
    missing: {
      worst: '{criterion}: no rating was given, so the worst of the scale, {rating}, stands in.',
      neutral: '{criterion}: no rating was given, so the middle of the scale, {rating}, stands in.',
    },
    average: 'Divided by the sum of the weights, {weights}, that is an average rating of {average}.',
    grade: 'The total reaches grade {grade}, which starts at {from}.',
    belowEveryGrade: 'The total reaches no grade: the lowest, {grade}, starts at {from}.',
  },
  ranking: {
    place: '{candidate} ({total})',
    order: 'From the highest total to the lowest: {candidates}.',
    more: '{number} more',
    selectedTop: 'Selected (the highest {count}): {candidates}.',
    selectedAtLeast: 'Selected (at least {total}): {candidates}.',
    selectedNobody: 'Nobody is selected.',
    tied: 'Equal totals: {candidates}.',
    diagnoses: {
      'fewer-than-count': 'Too few candidates: the scorecard selects {count}, and there are {candidates}.',
      'no-candidates': 'There are no candidates to rank.',
      'rows-rejected':
        'Rejected and not ranked: {rejected} of the rows; with them, ranks and selection of those that are ranked ({candidates}) may differ.',
      'tie-at-cut': 'The total {total} at the cut is shared by {candidates}: {selected} are selected, not {count}.',
    },
  },
  audit: {
    allRight: 'Printed totals that are right: all {checked}.',
    discrepancy: '{candidate}: {printed} is printed, but the total is {computed}; the difference is {difference}.',
    suspects: {
      averaged: 'It seems that the total was divided by the sum of the weights.',
      'cost-not-reversed': 'It seems that cost ratings were counted as they stand instead of min + max − rating.',
      'counted-twice': 'It seems that {criteria} was counted twice.',
      'left-out': 'It seems that {criteria} was left out.',
      'lost-sign': 'It seems that the sign was lost.',
      'misread-digit': 'It seems that one digit was misread.',
      rounded: 'It seems that the total was rounded.',
      'shifted-point': 'It seems that the decimal point was shifted.',
      'swapped-digits': 'It seems that two digits were swapped.',
      unweighted: 'It seems that the ratings were added up without their weights.',
    },
    unexplained: 'No common slip explains it.',
    diagnoses: {
      'no-rows': 'There are no totals to check.',
      'rows-rejected': 'Rejected and not checked: {rejected} of the rows; checked: {checked}.',
    },
  },
  advice: adviceMessages,
  charts: {
    contributions: 'What each criterion adds to the total',
    totals: 'How the totals are spread',
    candidate: 'Candidate',
    criterion: 'Criterion',
    points: 'Points',
    total: 'Total',
    count: 'Candidates',
  },
}
