import type { AlertsLocale } from './types.js'

/** The wording of how groups stand beside each other, in English. */
export const alerts: AlertsLocale = {
  alerts: {
    progress: { won: 'are won', between: 'get from "{from}" to "{to}"', toWon: 'get from "{from}" to being won' },
    summary:
      'Groups compared: {number}; below the others: {below}; of these, significantly also after correction for so many comparisons (Holm): {corrected}.',
    alert:
      'Below the others: {group}, where {rate} of the decided deals {progress} ({successes} of {sample}; 95% interval {low}% to {high}%), against {others} of all the others. Chance is unlikely to explain this: it alone makes a difference at least as improbable in {chance} of cases.',
    moreAlerts: 'Groups significantly below the others that are not listed here: {number}.',
    maybe: 'Below the others in how many of the decided deals {progress}, which chance may explain: {groups}.',
    maybeFigure: '{group} ({rate}, {successes} of {sample}; others {others}; by chance alone in {chance} of cases)',
    none: 'No group is below the others.',
    nobodyCompared: 'No group can be compared.',
    falseAlarms: 'Were all groups alike, false alarms to be expected without correction: {expected} at most.',
    stay: 'Significant also after correction for so many comparisons (Holm): {groups}.',
    notBelow: 'Not below the others: {groups}.',
    figure: '{group} ({percent}, {successes} of {sample})',
    insufficient: {
      group: 'Not compared, because they have fewer decided deals than the {minimum} that were asked for: {groups}.',
      others: 'Not compared, because all the others together have fewer decided deals than the {minimum} that were asked for: {groups}.',
    },
    sample: '{group} ({sample})',
    basis: 'In "{title}" as of {asOf}; groups by {by}, each against all the others together.',
  },
}
