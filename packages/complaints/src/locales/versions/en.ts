import type { VersionsLocale } from './types.js'

/** The wording of comparisons of definitions in English. */
export const versions: VersionsLocale = {
  versions: {
    summary:
      '"{title}", from version {before} to version {after}: changes: {changes}; complaints that can go on: {migrations}; complaints that would be stuck: {stuck}.',
    same: 'Nothing differs.',
    changes: {
      'step-added': 'New step: "{step}".',
      'step-removed': 'Step taken away: "{step}".',
      'step-changed': 'Step "{step}" differs in: {fields}.',
      'move-added': 'New at "{step}": {command}; {destination}.',
      'move-removed': 'Taken away at "{step}": {command}; {destination}.',
      'move-changed': 'At "{step}", this differs in {fields}: {command}; {destination}.',
      'moves-reordered': 'At "{step}", the ways on this command are tried in another order: {command}.',
      'initial-changed': 'Complaints begin at "{after}" instead of "{before}".',
      'opening-changed': 'The opening of a complaint differs in: {fields}.',
      'limit-changed': 'What the role "{role}" may approve in {currency}: until now {before}; from now on {after}.',
    },
    fields: {
      title: 'title',
      textbook: 'step of the textbook',
      final: 'whether it closes complaints',
      responsible: 'who is responsible',
      clocks: 'clocks',
      when: 'condition',
      needs: 'what it needs',
      role: 'who may',
      notBy: 'who may not',
      emits: 'what is recorded',
      startsCycle: 'whether a new cycle begins',
      why: 'why it is so',
    },
    stuck: 'Would be stuck at "{step}": {complaints}.',
    reasons: {
      'step-missing': 'Version {version} has no step "{step}", and does not say where its complaints go.',
      'return-step-missing': 'Version {version} has no step "{step}" to go back to, and does not say which takes its place.',
      'no-way-out': 'From "{step}" no complaint can be closed any more, because this can no longer happen: {lacking}.',
    },
    noMoves: 'From "{step}" no complaint can be closed any more.',
    migrated: 'From "{from}" to "{to}" go: {complaints}.',
    kept: 'At "{from}" stay: {complaints}.',
    limit: 'up to {amount}',
    limitInAll: 'up to {amount}, counting what the customer was paid before',
    nothing: 'nothing',
    noLimit: 'any amount',
  },
}
