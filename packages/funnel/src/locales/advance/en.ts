import type { AdvanceLocale } from './types.js'

/** The wording of whether a deal may advance, in English. */
export const advance: AdvanceLocale = {
  advance: {
    opens: 'Allowed: a new deal enters "{to}".',
    advances: 'Allowed: the deal goes from "{from}" to "{to}".',
    goesBack: 'Allowed: the deal goes back from "{from}" to "{to}".',
    updates: 'Allowed: the deal stays at "{to}", and takes what else the change says.',
    closes: 'Allowed: the deal, now at "{from}", is closed as {to}.',
    opensClosed: 'Allowed: a new deal is recorded as {to} at once.',
    reopens: 'Allowed: the deal was {from}, and is opened again at "{to}".',
    skipped: 'Stages that it passes without having entered them: {stages}.',
    effects: 'To be done now: {effects}.',
    noEffects: 'Nothing else is to be done.',
    refused: 'The change is refused.',
    refusals: {
      'missing-evidence': 'To enter "{stage}", evidence is lacking: {missing}.',
      'skipped-stage': 'Stages must not be skipped: on the way to "{to}" these were not entered: {skipped}.',
      regression: 'A deal must not go back: "{to}" comes before "{from}".',
      'unknown-reason': '"{reason}" is none of the reasons for losing a deal: {allowed}.',
      noReasons: '"{reason}" cannot be stated as a reason: the pipeline has no reasons for losing a deal.',
      'missing-reason': 'A lost deal must state why, by one of these reasons: {allowed}.',
      closed: 'The deal is {outcome}, and must not be opened again, so that it cannot enter "{to}".',
      otherOutcome: 'The deal is {outcome}: before it can be {to}, it must be opened again at a stage.',
      closedForGood: 'The deal is {outcome}, and must not be opened again, so that it cannot be {to}.',
    },
  },
}
