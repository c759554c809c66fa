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
    milestones: {
      'aalen-johansen': 'Won after entering: {milestones}.',
      'kaplan-meier': 'Won after entering, if no deal were ever lost: {milestones}.',
    },
    milestone: 'within {days} {percent}%',
    halfTime: {
      'aalen-johansen': 'Half of the deals are won within {days} of entering.',
      'kaplan-meier': 'If no deal were ever lost, half of them would be won within {days} of entering.',
    },
    noHalfTime: {
      'aalen-johansen': 'As far as the curve goes, less than half of the deals are won.',
      'kaplan-meier': 'As far as the curve goes, less than half of the deals would be won, even if none were ever lost.',
    },
    error:
      'At its end the curve of won deals has a standard error of {points} percentage points; with a confidence of 95% it lies between {low}% and {high}% there.',
    errorOnly: 'At its end the curve of won deals has a standard error of {points} percentage points; no interval can be told.',
    through: 'No deal was watched for longer than {days}: of what comes later the curve says nothing.',
    methods: {
      'aalen-johansen':
        'Aalen–Johansen: being won and being lost compete, so that a lost deal is never won; open deals count for as long as they were watched.',
      'kaplan-meier':
        'Kaplan–Meier: lost deals count as if they had only been lost sight of and might still be won, so that the share that is won is too high wherever deals are lost; Aalen–Johansen does without this.',
    },
    diagnoses: {
      'entered-later': 'Deals that entered after {asOf}, and are not in the curve: {count}.',
      'never-watched': 'Deals that were not watched by {asOf}, and are not in the curve: {count}.',
      'closed-later': 'Deals that were won or lost after {asOf}, and are open here: {count}.',
      'risk-set-used-up': 'Deals that came under watch when no deal was left open, and of which the curve tells nothing: {count}.',
      rejected: 'Deals that were rejected, and are not in the curve: {count}.',
    },
  },
  winProbability: {
    known: 'A deal of this stage and age is won with a probability of {percent}%.',
    sample: 'Past deals that were open for longer than that, which this rests on: {sample}; the fewer, the less it is worth.',
    unresolved: 'Of {percent}% of them nobody can tell, because none was watched beyond an age of {days}.',
    tooFew: 'How likely a deal of this stage and age is won is not told: past deals to judge by are too few ({sample}).',
    nobody:
      'How likely a deal of this stage and age is won cannot be told: there is no past deal to judge by that was open for longer than that and was decided later.',
  },
}
