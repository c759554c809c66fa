import type { DeclineLocale } from './types.js'

/** The wording of whether conversion falls, and why, in English. */
export const decline: DeclineLocale = {
  decline: {
    falling: 'Conversion is falling week by week, by {points} in all: {first} in {from}, {last} in {to}.',
    notFalling: 'Conversion is not falling week by week: {first} in {from}, {last} in {to}.',
    weeks: { iso: '{week}', monday: 'the week of {week}', number: 'week {week}' },
    everyWeek: {
      one: 'Chance alone makes a rate that is always the same fall from one week to the next in {chance} of cases.',
      many: 'Chance alone makes a rate that is always the same fall {weeks} weeks running in {chance} of cases.',
    },
    firstAndLast: {
      hardly:
        "Chance is unlikely to explain how the first and the last week differ: it alone makes a difference at least as improbable in {chance} of cases (Fisher's exact test).",
      maybe:
        "Chance may explain how the first and the last week differ: it alone makes a difference at least as improbable in {chance} of cases (Fisher's exact test).",
    },
    apart:
      'Of the difference between the first and the last week, {difference}, due to the mix of groups: {mix}; to the rates within groups: {rate}.',
    withoutGroups: 'No groups are stated, so it cannot be told whether the change comes of who entered or of how well they convert.',
    cause: 'Due to {group}: {contribution}; {mix} by its share, {rate} by its own rate.',
    series: 'Week by week: {weeks}.',
    week: '{week} {percent} ({converted} of {entered})',
    earlierWeeks: 'Earlier weeks that are not listed here: {number}.',
    diagnoses: {
      'insufficient-history': 'Whether conversion falls cannot be told: weeks needed: {needed}; weeks there are: {there}.',
      'missing-weeks': 'Whether conversion falls cannot be told: of the weeks needed, {needed}, there are figures of {there} only.',
      'nobody-entered': 'Whether conversion falls cannot be told: of the weeks needed, {needed}, somebody entered in {there} only.',
    },
  },
}
