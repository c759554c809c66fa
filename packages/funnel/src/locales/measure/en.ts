import type { MeasureLocale } from './types.js'

/** The wording of how deals went through a pipeline, in English. */
export const measure: MeasureLocale = {
  measure: {
    summary: 'Deals in "{title}" up to {asOf}: {entered}; won: {won}; lost: {lost}; open: {open}.',
    summaryWithin: 'Deals in "{title}" that entered {range}, as of {asOf}: {entered}; won: {won}; lost: {lost}; open: {open}.',
    none: 'There are no deals in "{title}" up to {asOf}.',
    noneWithin: 'As of {asOf}, no deal in "{title}" is known to have entered {range}.',
    noneLeft: 'The log has no valid change of a deal in "{title}" up to {asOf}.',
    ranges: { between: 'from {from} to {to}', since: 'on {from} or later', until: 'on {to} or earlier' },
    ofEntered: 'Of all deals that entered, {percent}% are won ({won} of {entered}).',
    openBounds:
      'Deals still open: {open}. That share counts them as if they had failed: if all of them were lost, it would stay as it is, and if all of them were won, it would be {most}%.',
    ofClosed:
      'Of the deals that are won or lost, {percent}% are won ({won} of {closed}): open ones are left out, as if they would end like the others.',
    noneClosed: 'No deal is won or lost yet, so that no share that is won can be told.',
    interval: 'With a confidence of 95%, the share of the deals that are won or lost lies between {low}% and {high}% (Wilson interval).',
    eventual:
      'In the end, {percent}% are won as far as can be told: open deals count for as long as they were watched, and lost ones as lost. Of {unresolved}% nobody can tell, because no deal was watched for longer than {days}.',
    eventualResolved:
      'In the end, {percent}% are won: open deals count for as long as they were watched, and lost ones as lost; nothing is left to be decided after {days}.',
    threeWays: 'These three shares must not be mixed up: they differ by what they make of open deals.',
    oneWay: 'No deal is open: of the deals that are won or lost, and in the end, the share is the same.',
    lossesByStage: 'Lost deals, by the furthest stage that they came to: {bars}.',
    lossesByReason: 'Lost deals, by reason: {bars}.',
    commonestLoss: 'The commonest kind of loss: {stage}, {reason} ({count} of {lost}).',
    commonestLossWorth: 'The commonest kind of loss: {stage}, {reason} ({count} of {lost}, worth {amounts}).',
    amounts: {
      won: 'Won deals are worth {amounts}.',
      lost: 'Lost deals were worth {amounts}.',
      open: 'Open deals are worth {amounts}.',
    },
    apart: 'Amounts in several currencies are not added up without rates.',
    days: {
      won: 'From entering to being won: {mean} on average, half of the deals up to {median}.',
      lost: 'From entering to being lost: {mean} on average, half of the deals up to {median}.',
      open: 'Since open deals entered: {mean} on average, half of the deals up to {median}.',
    },
    slowest: 'Deals stay longest at {stages}: half of them up to {median}.',
    slowestInDetail:
      'Deals stay longest at {stages}: half of them up to {median}; of those that got on, up to {advanced}, of those that were lost, up to {lost}.',
    stage: 'Came to "{stage}" or beyond: {entered}; got on: {advanced}; lost: {lost}; open: {open}.',
    nobody: 'No deal came to "{stage}" or beyond yet.',
    skippedHere: 'Of these, passed it without ever standing in it: {skipped}.',
    standingHere: 'Stand in it now: {standing}.',
    rates:
      'Of those that came, {ofEntered}% got on; of those that are decided, {ofClosed}%; in the end, {eventual}%, and of {unresolved}% nobody can tell.',
    rateDecided: 'Of those that came, {ofEntered}% got on.',
    ratesUndecided: 'None of these is decided yet.',
    groups: 'Won of the deals that are won or lost, by {by}, the highest share first: {groups}.',
    group: '{group} {percent}% ({won} of {closed})',
    overlapping:
      'The highest share is that of {best}, the lowest that of {worst}: the difference may be chance, as their 95% intervals overlap ({bestLow}% to {bestHigh}%; {worstLow}% to {worstHigh}%).',
    distinct:
      'The highest share is that of {best}, the lowest that of {worst}: their 95% intervals do not overlap ({bestLow}% to {bestHigh}%; {worstLow}% to {worstHigh}%).',
    groupsUndecided: 'Groups of which no deal is won or lost yet: {groups}.',
    cohort:
      'Entered from {from} to {to}: {entered}; won of all of them {ofEntered}%, of those that are won or lost {ofClosed}%, in the end {eventual}%, and of {unresolved}% nobody can tell.',
    cohortDecided: 'Entered from {from} to {to}: {entered}; won of them {ofEntered}%, and none is open.',
    cohortUndecided: 'Entered from {from} to {to}: {entered}; none of them is won or lost yet.',
    immature: 'This cohort is not mature: slow deals of it are not decided yet, and its shares are not to be compared with those of others.',
    earlierCohorts: 'Earlier cohorts that are not listed here: {number}.',
    diagnoses: {
      'later-changes': 'Changes after {asOf}, which are in no figure: {count}.',
      'entered-otherwise': 'Deals that entered at another time, and are in no figure: {count}.',
      'still-open': 'Deals that are still open, by which every share of entered deals may yet grow: {count}.',
      skipped: 'Deals that passed a stage without entering it: {count}.',
      regressed: 'Deals that went back to an earlier stage, and count by the furthest: {count}.',
      reopened: 'Deals that were opened again, and count once, by how they stand last: {count}.',
      'lost-without-stage': 'Deals that were lost without ever being in a stage: {count}.',
      'without-reason': 'Lost deals that state no reason: {count}.',
      'unknown-reason': 'Lost deals with a reason that the pipeline does not have: {count}.',
      'without-amount': 'Deals that state no amount, and are in no sum: {count}.',
      'without-currency': 'Deals with an amount in no currency: {count}.',
      'without-group': 'Deals that state no {by}: {count}.',
      rejected: 'Changes that were rejected, and are in no figure: {count}. Their deals are told by what is left of them, if anything is.',
    },
  },
}
