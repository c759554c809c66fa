import { type Actor, availableCommands } from '@clientele/complaints'
import { explainAvailableCommands, explainComplaint, explainDecision, explainHistory } from '@clientele/complaints/explain'
import { type Language, locales } from '../server/languages.js'
import type { Done, Moment } from './decide.js'
import type { Complaint } from './readComplaint.js'

/** Where a complaint stands, its whole history, and both in words. */
export function describeComplaint({ state, events, definitions, definition }: Complaint, language: Language): object {
  const locale = locales[language]
  return {
    state,
    events,
    explanation: {
      state: explainComplaint(state, definition, locale).sentences,
      history: explainHistory(events, definitions, locale).sentences,
    },
  }
}

/** What someone can do with a complaint. */
export function describeAvailable({ state, definition }: Complaint, actor: Actor, { at, language }: Moment): object {
  const available = availableCommands({ state, actor, at }, definition)
  const { commands, responsible } = available
  return { available: { commands, responsible, explanation: explainAvailableCommands(available, definition, locales[language]).sentences } }
}

/** What was done, and where the complaint stands now. */
export function describeDone({ decision, complaint: { state, definition } }: Done, language: Language): object {
  return { state, events: decision.events, explanation: explainDecision(decision, definition, locales[language]).sentences }
}
