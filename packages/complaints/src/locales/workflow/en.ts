import type { WorkflowLocale } from './types.js'

/** The wording of how complaints are handled, in English. */
export const workflow: WorkflowLocale = {
  textbook: {
    steps: [
      'record the complaint',
      'judge whether it holds',
      'determine the department responsible',
      'analyse the cause with the department responsible',
      'propose a solution',
      'submit it to the manager in charge for decision',
      'notify the customer and carry it out',
      'sum up and evaluate',
    ],
    step: '{number}. {name}',
  },
  process: {
    summary: '"{title}" (version {version}) is how complaints are handled; they end at: {ends}.',
    endless: '"{title}" (version {version}) is how complaints are handled; no step closes them.',
    opening: 'It begins with "{command}"; to be filled in: {fields}. This is recorded as: {events}; the complaint then stands at "{step}".',
    step: 'At "{step}", step {number} of the textbook\'s eight is done: {name}.',
    plainStep: '"{step}" is none of the textbook\'s eight steps.',
    closes: 'The complaint is closed here.',
    clocks: 'Clocks: {clocks}.',
    clock: { run: '"{clock}" runs', pause: '"{clock}" is paused', stop: '"{clock}" stops' },
    move: 'The {roles} may {command}',
    openMove: 'Anyone may {command}',
    provided: '{move}, provided that {condition}',
    clauseSeparator: '; ',
    clauses: {
      events: 'this must have happened before, in this cycle: {events}',
      fields: 'to be filled in: {fields}',
      notBy: 'this is not open to: {people}',
    },
    sentence: '{clauses}.',
    outcome: 'This is recorded as: {events}; {destination}.',
    newCycleOutcome: 'This is recorded as: {events}; a new cycle begins, and {destination}.',
    destinations: {
      moves: 'the complaint goes to "{step}"',
      stays: 'the complaint stays where it is',
      goesBack: 'the complaint goes back to where it came from',
    },
    why: 'Why it is so: {why}',
    shared: 'What can also be done here, as told below for several steps: {commands}.',
    alike: 'What follows can be done at each of these steps: {places}.',
    limit: 'The {role} may approve up to {upTo}.',
    limitInAll: 'The {role} may approve up to {upTo}, counting what the customer was paid before.',
    limits: 'These roles may approve nothing in other currencies; roles without a limit may approve any amount.',
    migration: 'Complaints that stood at these steps of version {version} go on here: {steps}.',
    migratedStep: '"{from}" at "{to}"',
  },
  path: {
    commands: 'Commands on the shortest way: {count}.',
    command: '{number}. {command}: the complaint then stands at "{step}".',
    there: 'No command is needed: the complaint stands there already.',
    unreachable: 'No commands lead there.',
  },
}
