import type { StepsLocale } from './types.js'

/** The wording of how many took which steps, in English. */
export const steps: StepsLocale = {
  steps: {
    modes: {
      ordered: 'Steps count in their order, whatever comes between them.',
      strict: 'Steps count in their order, and only where no other event of the same actor comes between two of them.',
      unordered: 'Steps count in any order.',
    },
    window: 'All of them must come within {window} of the first.',
    upTo: 'Events up to {asOf} are looked at.',
    zone: 'Dates are those of the zone {zone}.',
    none: 'Nobody took the step "{step}".',
    began: 'Took the step "{step}": {count}.',
    took: 'Then took "{step}": {count}, which is {percent}% of those who began; stopped before it: {stopped}.',
    noneAtAll: 'Nobody took any of the steps.',
    beganAnywhere: 'Took at least one of the steps: {count}.',
    tookSoMany: 'Took at least {number} different steps: {count}, which is {percent}% of those who began; stopped before that: {stopped}.',
    mostStop: 'Most stopped between "{from}" and "{to}": {stopped} of {count}.',
    time: 'From "{from}" to "{to}": the median is {median}, the mean {mean}.',
    mayGetOn: 'Still have time, so that they may yet get on: {actors}.',
    stillAt: 'at "{step}" {count}',
    stillWith: 'after {number} of the steps {count}',
    final: 'Nobody who stopped has time left to get on from there.',
    cohort: 'Began from {from} to {to}: {count}; took all the steps: {last} ({percent}%).',
    earlierCohorts: 'Earlier cohorts that are not listed here: {number}.',
    diagnoses: {
      'later-events': 'Events after {asOf}, which are in no figure: {count}.',
      'other-events': 'Events that are none of the steps: {count}.',
      rejected: 'Events that were rejected, and are in no figure: {count}. With them some might have got further.',
    },
  },
}
