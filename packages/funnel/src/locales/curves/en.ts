import type { CurvesLocale } from './types.js'

/** The wording of how deals are decided as time goes by, in English. */
export const curves: CurvesLocale = {
  curve: {
    none: 'There are no deals to make a curve of up to {asOf}.',
    summary: 'Deals that the curve up to {asOf} is made of: {deals}.',
    undecided: {
      'aalen-johansen': 'None of them is won or lost yet.',
      'kaplan-meier': 'None of them is won yet.',
    },
    end: {
      'aalen-johansen': 'By {days} after entering, {won}% are won, {lost}% are lost, and {open}% are not decided.',
      'kaplan-meier': 'By {days} after entering, {won}% would be won and {open}% not yet, if no deal were ever lost.',
    },
    milestones: 'Won by then: {milestones}.',
    milestone: 'after {days} {percent}%',
    halfTime: 'Half of the deals are won within {days}.',
    noHalfTime: 'Half of the deals are not won, as far as the curve goes.',
    error:
      'The standard error of the share that is won at the end is {points} percentage points; with a confidence of 95% it lies between {low}% and {high}%.',
    errorOnly: 'The standard error of the share that is won at the end is {points} percentage points; no interval can be told.',
    through: 'No deal was watched for longer than {days}: of what comes later the curve says nothing.',
    methods: {
      'aalen-johansen':
        'Aalen–Johansen: being won and being lost compete, so that a lost deal is never won; open deals count for as long as they were watched.',
      'kaplan-meier':
        'Kaplan–Meier: lost deals count as if they had only been lost sight of and might still be won, so that the share that is won is too high wherever deals are lost; Aalen–Johansen does without this.',
    },
    diagnoses: {
      'entered-later': 'Deals that entered later, and are not in the curve: {count}.',
      'never-watched': 'Deals that were not watched by then, and are not in the curve: {count}.',
      'closed-later': 'Deals that were won or lost later, and are open here: {count}.',
      rejected: 'Deals that were rejected, and are not in the curve: {count}.',
    },
  },
  winProbability: {
    known: 'A deal of this stage and age is won with a probability of {percent}%.',
    sample: 'Past deals that were open for longer than that, which this rests on: {sample}; the fewer, the less it is worth.',
    unresolved: 'Of {percent}% of them nobody can tell, because none was watched beyond an age of {days}.',
    unknown: 'There is not enough history to tell how likely the deal is won (past deals to judge by: {sample}).',
  },
}
