import type { ClocksLocale } from './types.js'

/** The wording of deadlines, and of what the past says about them, in English. */
export const clocks: ClocksLocale = {
  clocks: {
    summary:
      'Clocks of complaint {complaint} at {at}: missed: {breached}; running: {running}; waiting: {waiting}; met: {met}; ended otherwise: {otherwise}.',
    notStarted: 'Not started yet: {clocks}.',
    inCycle: '{clock} (cycle {cycle})',
    endOfDate: 'by the end of {date}',
    statuses: {
      running: '"{clock}" is running: due {due}; left: {left}; used: {used}.',
      waiting: '"{clock}" stands still while the complaint waits at "{step}": due {due} if it went on now; left: {left}; used: {used}.',
      met: '"{clock}" was met: it was due {due}, and "{event}" came on {met}; used: {used}; to spare: {left}.',
      otherwise:
        '"{clock}" ended in time, though not by what it waits for: it was due {due}, and "{event}" came on {met}; used: {used}; to spare: {left}.',
      overdue: '"{clock}" is overdue by {late}: it was due {due}; used: {used}.',
      missed: '"{clock}" was missed by {late}: it was due {due}, and "{event}" came on {met}; used: {used}.',
    },
    lateOutsideHours: '{late} of elapsed time',
    standsStill: 'It stands still while the complaint waits at "{step}".',
    authority: 'It is a clock of the authority, not of the firm.',
    warning: 'It is time to act: it has warned since {at}.',
    warnsLater: 'It will warn from {at} on.',
    warnsAfterWait: 'It would warn from {at} on if it went on now.',
    waited: 'It stood still for waits: {waited}.',
    extended: 'Its deadline was extended to the end of {date}.',
    passed: 'An earlier deadline, {due}, had passed when "{event}" moved it on {at}.',
    started: '"{event}" started it on {at}; time allowed: {target}.',
    startedByPriority: '"{event}" started it on {at}; time allowed at priority "{priority}": {target}.',
    startedOtherwise: '"{event}" started it on {at}; time allowed at any other priority or none: {target}.',
    targets: {
      businessTime: '{time} of business time',
      elapsedTime: '{time} around the clock',
      businessDays: {
        one: '{number} business day after the day of receipt',
        many: '{number} business days after the day of receipt',
      },
      calendarDays: '{time} after the day of receipt',
      weeks: '{time} after the day of receipt',
    },
    calendar: 'It runs by the calendar "{calendar}", version {version}.',
    aroundTheClock: 'It runs around the clock, without a calendar.',
    source: 'Source: {source}, as of {asOf}.',
    sourceWithAddress: 'Source: {source} ({address}), as of {asOf}.',
    trace: 'How the deadline of "{clock}" comes about:',
    why: {
      'around-the-clock': 'around the clock',
      waiting: 'the complaint waits',
      'receipt-day': 'day of receipt',
      'counted-day': 'day {day}',
      extension: 'extension',
    },
    note: 'Note: {note}',
  },
  risk: {
    summary: 'Open clocks at {at}, the most often missed first; listed here: {count}.',
    nothingOpen: 'No clock is open at {at}.',
    entry:
      'Complaint {complaint}, "{clock}": at "{step}" ({department}), after {age}, {percent}% of past complaints went on to miss it ({breached} of {sample}).',
    noDepartment: 'no department',
    diagnoses: {
      'nothing-to-compare': 'Complaint {complaint}, "{clock}": at "{step}" ({department}), after {age}; no past complaint stood there at this age.',
      'small-sample': '{entry} The sample is small.',
      rejected: 'Records that were rejected, and are in no figure: {count}.',
    },
    step: '"{clock}", of all that came through "{step}" ({department}): {percent}% missed ({breached} of {sample}).',
  },
}
