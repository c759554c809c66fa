import { issueMessages } from '../issues/issueMessages.js'
import { valueKinds } from '../issues/valueKinds.js'
import type { CoreLocale } from './types.js'

/** English. */
export const en: CoreLocale = {
  languageTag: 'en',
  listSeparator: ', ',
  kinds: valueKinds,
  issues: issueMessages,
  comparisons: {
    equals: '{field} must equal {required}',
    'not-equals': '{field} must not equal {required}',
    'at-least': '{field} must be at least {required}',
    'at-most': '{field} must be at most {required}',
    above: '{field} must be above {required}',
    below: '{field} must be below {required}',
    in: '{field} must be one of {required}',
    within: '{field} must be a date within {required} before the date in question',
    has: '{field} must contain {required}',
  },
  more: '{number} more',
  durations: {
    years: { one: '{number} year', many: '{number} years' },
    months: { one: '{number} month', many: '{number} months' },
    weeks: { one: '{number} week', many: '{number} weeks' },
    days: { one: '{number} day', many: '{number} days' },
  },
  durationSeparator: ', ',
  times: { days: '{number} d', hours: '{number} h', minutes: '{number} min', seconds: '{number} s' },
  timeSeparator: ' ',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  moments: { date: '{weekday} {date}', moment: '{date} {time}', zoned: '{moment} (UTC{offset})' },
  spans: {
    dated: '{date}, {from} to {to}',
    sameDate: '{from} to {to}',
    wholeDate: '{date}, all day',
    wholeDates: '{date} to {lastDate}, all day',
    counted: '{stretch}: {duration} counted ({why}).',
    skipped: '{stretch}: {duration} not counted ({why}).',
    forward: '{sentence} Meanwhile the clocks went forward by {shift}, from UTC{before} to UTC{after}.',
    back: '{sentence} Meanwhile the clocks went back by {shift}, from UTC{before} to UTC{after}.',
    why: {
      'open-hours': 'opening hours',
      'opened-date': 'special hours of this date',
      'outside-hours': 'outside opening hours',
      'closed-weekday': 'weekday without opening hours',
      'closed-date': 'closed on this date',
    },
  },
  businessTime: {
    total: 'By the calendar "{calendar}" (version {version}), the business time from {from} to {to} is {duration}.',
    reversed: 'By the calendar "{calendar}" (version {version}), the business time from {to} back to {from} is −{duration}.',
  },
  outcomes: {
    holds: 'The condition as a whole is met.',
    fails: 'The condition as a whole is not met.',
    met: '{comparison}: it is {actual}, which meets this.',
    unmet: '{comparison}: it is {actual}, which does not meet this.',
    missing: '{comparison}: it is missing, so this is not met.',
    'not-comparable': '{comparison}: it is {actual}, which cannot be compared, so this is not met.',
  },
}
