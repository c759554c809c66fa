import type { MovementLocale } from './types.js'

/** The wording of re-tiering, migration, projection, equity and attrition in English. */
export const movement: MovementLocale = {
  retiering: {
    run: 'As of {asOf}, under the policy "{policy}": customers that rise: {up}; that fall: {down}; that stay: {stay}; that are held where they are: {held}; that are new: {new}.',
    flows: {
      up: 'Rising from "{from}" to "{to}": {count}.',
      down: 'Falling from "{from}" to "{to}": {count}.',
      new: 'New in "{to}": {count}.',
    },
    moves: {
      up: 'Customer {customer} rises from "{from}" to "{to}". Value: {value}.',
      down: 'Customer {customer} falls from "{from}" to "{to}". Value: {value}.',
      stay: 'Customer {customer} stays in "{to}". Value: {value}.',
      held: 'Customer {customer} is held in "{to}" for now. Value: {value}.',
      new: 'Customer {customer} is new and begins in "{to}". Value: {value}.',
    },
    valueUnknown: 'not known',
    reasons: {
      'promotion-earned': 'The value reaches {promoteFrom}, from which on customers rise to "{tier}".',
      'below-cut': 'The value has been below {demoteBelow}, the cut of "{tier}", since {since}.',
      'between-cuts': 'The value asks for no other tier.',
      'first-tier': 'There was no tier up to now, and the value reaches {from}, from which on new customers come into "{tier}".',
      'minimum-stay': 'It has been in the tier since {since}, and nobody falls within {minimumStay} of coming: not before {until}.',
      grace: 'The value has been too low since {belowSince}, and nobody falls before it has been so for {grace}: not before {until}.',
      'waits-for-review': 'Such moves wait for a review; the next one is in {next}.',
      'maximum-steps': 'Tiers that a customer moves at once, at most: {steps}. The value alone would lead to "{earned}".',
      'moved-already': 'It came into the tier on {since}, and no further move follows on the same day or in the same review.',
    },
    firstInLast: 'There was no tier up to now, and the value is too low for any but the last one.',
    valueMissing: {
      asZero: 'There is no value, which counts as 0.',
      held: 'No value could be used, so the tier stays as it is.',
    },
    onlyTier: 'There is only one tier.',
    mayFallFrom: 'If the value stays below the cut, the customer may fall from {day} on.',
    rise: 'To rise to "{tier}", the value must reach {promoteFrom}; lacking: {lacking}.',
    fall: 'The cut below which it may fall from "{tier}" is {demoteBelow}; the value is {above} above it.',
    fallNow: 'The cut below which it may fall from "{tier}" is {demoteBelow}, which the value equals exactly.',
    recover: 'To stay in "{tier}", the value must reach {demoteBelow} again; lacking: {lacking}.',
    riseFrom: 'To rise to "{tier}", the value must reach {promoteFrom}.',
    fallBelow: 'The cut below which it may fall from "{tier}" is {demoteBelow}.',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}.',
      'customers-left-out': 'Customers left out, as their tier up to now could not be read: {customers}.',
      'new-customers': 'Customers without a tier up to now, placed by their value alone: {count}.',
      'no-customers': 'There are no customers.',
    },
    withoutValue: {
      asZero: 'Customers without a value, which counts as 0: {count}.',
      held: 'Customers without a value that could be used, whose tier stays as it is: {count}.',
    },
  },
  migration: {
    total: 'Customers compared: {count}. In the same tier as before: {same} ({percent}%); in a higher one: {higher}; in a lower one: {lower}.',
    nobody: 'No customers could be compared.',
    tier: 'Before in "{tier}": {count}. After: {places}.',
    place: '{count} in "{tier}" ({percent}%)',
    placeSeparator: ', ',
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}.',
      'customers-gone': 'Customers there before and no longer after, counted in "{lost}": {count}.',
      'customers-joined': 'Customers there after and not yet before, left out: {count}.',
      'tier-unknown': 'Of "{tier}" no customers from before could be compared, so it is not known where they go.',
    },
    goneLeftOut: 'Customers there before and no longer after, left out: {count}.',
    unknownStays: 'Of "{tier}" no customers from before could be compared, so they are taken to stay.',
    chart: {
      title: 'Where customers of each tier went',
      before: 'Tier before',
      after: 'Tier after',
      rate: 'Share of the tier before',
      count: 'Customers',
      nobody: 'No customers could be compared.',
    },
  },
  projection: {
    periods:
      'Periods looked ahead: {periods}. Customers expected in each tier, if the share of each tier that goes to each other tier stays the same in every period:',
    tier: '"{tier}": {from} now, {to} at the end ({change}).',
    chart: {
      title: 'Customers expected in each tier',
      period: 'Period',
      customers: 'Customers',
      tier: 'Tier',
    },
  },
  equity: {
    total: 'All customers together are worth {total} now.',
    tier: '"{tier}": one customer is worth {each}, all together {all}.',
    tierWithShare: '"{tier}": one customer is worth {each}, all together {all}, which is {percent}% of the total.',
  },
  attrition: {
    looked: 'As of {asOf}, under the policy "{policy}": customers looked at: {customers}; customers that seem to be leaving: {warnings}.',
    level: 'Level "{level}": {count}. To be done: {action}.',
    customer: 'Customer {customer} seems to be leaving. Level: "{level}".',
    action: 'To be done: {action}.',
    signals: {
      'interactions-falling':
        'Fewer interactions: {observed} in the last {window} (from {since} on); average of the windows before: {expected} (windows compared: {comparedWindows}). A fall of {fallPercent}% or more is a warning.',
      'silent-before-contract-end':
        'Silence before the end of a contract: it ends on {contractEnd} and has not been renewed, and for {observed}, since {since}, there has been no interaction; {expected} or more is a warning.',
      silent: 'Silence: for {observed}, since {since}, there has been no interaction; {expected} or more is a warning.',
      'longer-pause-than-usual':
        'A longer pause than usual: for {observed}, since {since}, there has been no interaction; more than {expected}, {times} times the usual pause, is a warning.',
    },
    onlyTypes: '{text} Only these types of activity count: {types}.',
    ofSignal: '{text} Signal: "{id}".',
    activityType: '"{type}"',
    typeSeparator: ', ',
    signalNames: {
      'interactions-falling': 'fewer interactions',
      'silent-before-contract-end': 'silence before the end of a contract',
      silent: 'silence',
      'longer-pause-than-usual': 'a longer pause than usual',
    },
    diagnoses: {
      'rows-rejected': 'Rows left out because something is wrong with them: {rejected}; rows read: {read}.',
      'activity-after-as-of': 'Activity dated later than the day in question, left out: {count}.',
      'history-too-short': 'Customers whose history is too short to look for {signal}: {count}.',
      'contracts-over': 'Contracts that are over, left out: {count}.',
      'no-customers': 'There are no customers.',
    },
  },
}
