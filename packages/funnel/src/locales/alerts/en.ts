import type { AlertsLocale } from './types.js'

/** The wording of how groups stand beside each other, in English. */
export const alerts: AlertsLocale = {
  alerts: {
    progress: { won: 'are won', between: 'get from "{from}" to "{to}"', toWon: 'get from "{from}" to being won' },
    alert:
      'Below the others: {group}, where {percent}% of the decided deals {progress} ({successes} of {sample}; 95% interval {low}% to {high}%), against {others}% of all the others.',
    significant: 'This is hardly chance, which alone makes a difference at least as improbable in {percent}% of cases.',
    insignificant: 'This may be chance, which alone makes a difference at least as improbable in {percent}% of cases.',
    moreAlerts: 'Groups below the others that are not listed here: {number}.',
    none: 'No group is below the others.',
    nobodyCompared: 'No group can be compared.',
    falseAlarms: 'Groups compared: {number}; were they all alike, false alarms to be expected: {expected} at most.',
    stay: 'Significant also after correction for so many comparisons (Holm): {groups}.',
    noneStays: 'After correction for so many comparisons (Holm), none is significant.',
    notBelow: 'Not below the others: {groups}.',
    figure: '{group} ({percent}%, {successes} of {sample})',
    insufficient: {
      group: 'Not compared, because they have fewer decided deals than the {minimum} that were asked for: {groups}.',
      others: 'Not compared, because all the others together have fewer decided deals than the {minimum} that were asked for: {groups}.',
    },
    sample: '{group} ({sample})',
    basis: 'In "{title}" as of {asOf}; groups by {by}, each against all the others together.',
  },
}
