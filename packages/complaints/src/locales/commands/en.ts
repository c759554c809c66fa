import type { CommandsLocale } from './types.js'

/** The wording of decisions, and of what can be done, in English. */
export const commands: CommandsLocale = {
  decision: {
    accepted: '{actor} carried out "{command}" on complaint {complaint} at {at}; recorded: {events}.',
    refused: 'The command is refused.',
    stands: 'The complaint now stands at "{step}".',
    closed: 'The complaint is now closed: it stands at "{step}".',
    newCycle: 'Cycle {cycle} begins: what happened before stays on file, but is no evidence any more.',
    migrated: 'From now on it is handled by version {to} instead of version {from}.',
  },
  refusals: {
    conflict:
      'Something else has been done in the meantime; events recorded after number {expected}: {count}. Look at the complaint again before acting.',
    'unknown-command': 'There is no command "{command}" here; there are: {known}.',
    closed: '"{command}" is not possible: the complaint is closed and stands at "{step}"; still possible there: {commands}.',
    'not-in-this-step': '"{command}" is not possible at "{step}"; it is possible at: {steps}.',
    condition: 'This condition is not met: {condition}. As it is: {actual}.',
    role: 'The role "{role}" may not do this; who may: {allowed}.',
    'same-person': 'This is not open to {person} ({as}); somebody else must do it.',
    'over-limit': 'The amount of {amount} goes beyond the limit of the role "{role}", which is {upTo}; who may approve it: {roles}.',
    evidence: {
      field: 'Evidence is lacking: the field "{need}" must be filled in.',
      event: 'Evidence is lacking: "{need}" has not happened in this cycle; what brings it about: {commands}.',
    },
    ahead:
      'The command was given on events up to number {expected}, but there are none after number {actual}; look at the complaint again before acting.',
    noCommands: 'There is no command "{command}" here, nor any other.',
    closedForGood: '"{command}" is not possible: the complaint is closed for good and stands at "{step}".',
    nowhere: '"{command}" is not possible at "{step}", nor at any other step.',
    cannotMigrate:
      'The complaint cannot be brought under the other version, which has no step "{step}" and does not say where complaints go that stand there; its steps are: {steps}.',
    actual: '{field}: {actual}',
    actualMissing: '{field} is not given',
    actualHappened: '"{event}" has happened (event {number})',
    actualNotHappened: '"{event}" has not happened',
    overLimitInAll:
      'The amount of {amount} and what the customer was paid before, {paid}, come to {total}; this goes beyond the limit of the role "{role}", which is {upTo}; who may approve it: {roles}.',
    noLimit: 'The amount is {amount}, and the role "{role}" may approve nothing in {currency}; who may approve it: {roles}.',
    why: 'Why it is so: {why}',
  },
  available: {
    possible: 'Possible now: {commands}.',
    nothing: 'Nothing can be done here now.',
    leads: '"{command}" leads to {steps}',
    stays: '"{command}" leaves the complaint where it is',
    leadsOrStays: '"{command}" leads to {steps}, or leaves the complaint where it is',
    refused: '"{command}" is not possible now.',
  },
}
