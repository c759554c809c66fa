import type { Issue, JsonValue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { readState } from '../history/readState.js'
import type { ComplaintState, ProposedSolution } from '../history/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadStep, ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { PREVIOUS } from '../workflow/wellKnown.js'
import { explainResponsible } from './explainResponsible.js'
import { explainTextbook } from './explainTextbook.js'
import { onOneLine } from './onOneLine.js'
import { shownFields, shownValue } from './shownFields.js'
import { listed, shownActor, shownMoney, type Vocabulary, vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences where a complaint stands, and what comes next.
 *
 * @param state - What {@link replayComplaint} or {@link evolveComplaint} returned.
 * @param definition - The definition that the complaint is handled by; its terms and titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns Where it stands and since when; who is responsible for what comes next; which of the textbook's eight steps are done, and which may still
 * come; the solution that is proposed, and what it costs; which cycle it is; what has happened in it; what was recorded, when; and what can be done.
 * @throws {@link InputError} if the definition is not one, or not the one that the complaint is handled by, or the state is not as stated.
 * @example
 * import { openComplaint, replayComplaint } from '@clientele/complaints'
 * import { explainComplaint } from '@clientele/complaints/explain'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } } as const
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const opened = openComplaint({ ...call, ...told }, eightSteps)
 * const { sentences } = explainComplaint(replayComplaint(opened.ok ? opened.events : [], eightSteps), eightSteps)
 * sentences[0] //=> 'Complaint C-1 has stood at "Recorded" since 2024-03-01T09:00:00+08:00.'
 * sentences[1] //=> 'Responsible for what comes next: agent.'
 */
export function explainComplaint(
  state: ComplaintState,
  definition: WorkflowDefinition,
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const workflow = readWorkflow(definition, ['definition'], issues) as ReadWorkflow
  const read = readState(state, workflow, ['state'], issues) as ComplaintState
  throwIssues(issues)
  return { sentences: onOneLine(describe(read, workflow, vocabularyOf(workflow.document, locale))) }
}

function describe(state: ComplaintState, workflow: ReadWorkflow, vocabulary: Vocabulary): string[] {
  const { open, closed, incomplete } = vocabulary.locale.standing
  const { complaint, enteredAt, following, proposal } = state
  const step = workflow.steps.get(state.step) as ReadStep
  const facts = { complaint, step: vocabulary.step(step.id), at: enteredAt }
  return [
    formatMessage(state.closed ? closed : open, facts),
    ...(state.closed ? [] : [explainResponsible(step.document.responsible, vocabulary)]),
    ...explainTextbook(state, workflow, vocabulary),
    ...(proposal === null ? [] : [explainProposal(proposal, vocabulary)]),
    ...explainReturn(state, step, vocabulary),
    ...explainCycle(state, vocabulary),
    explainOpening(state, vocabulary),
    ...(following === 0 ? [] : [formatMessage(incomplete, { count: following })]),
    explainPossible(state, step, vocabulary),
  ]
}

function explainProposal({ at, by, remedy, amount, currency }: ProposedSolution, vocabulary: Vocabulary): string {
  const { proposal, freeProposal } = vocabulary.locale.standing
  const facts = { actor: shownActor(by, vocabulary), at, remedy: shownValue(remedy, 'remedy', vocabulary) }
  if (amount === null || currency === null) return formatMessage(freeProposal, facts)
  return formatMessage(proposal, { ...facts, amount: shownMoney(amount, currency, vocabulary.locale) })
}

function explainReturn({ returnTo }: ComplaintState, { returns }: ReadStep, { locale, step }: Vocabulary): string[] {
  const back = returnTo.at(-1)
  return returns && back !== undefined ? [formatMessage(locale.standing.goesBack, { step: step(back) })] : []
}

/** Which cycle it is, where it is not the first, and what has happened in it, in that order. */
function explainCycle({ cycle, facts }: ComplaintState, vocabulary: Vocabulary): string[] {
  const { locale, term } = vocabulary
  const inOrder = Object.entries(facts).sort(([, a], [, b]) => a.sequence - b.sequence)
  const events = inOrder.map(([event, { sequence }]) => formatMessage(locale.names.numbered, { name: term(event), number: sequence }))
  return [
    ...(cycle === 1 ? [] : [formatMessage(locale.standing.cycle, { cycle })]),
    formatMessage(locale.standing.happened, { events: listed(events, vocabulary) }),
  ]
}

/** When it was recorded, whose it is, and what it is about. */
function explainOpening({ openedAt, record }: ComplaintState, vocabulary: Vocabulary): string {
  const told = ['customer', 'content'].filter((field) => Object.hasOwn(record, field)).map((field) => [field, record[field] as JsonValue])
  const { opened, openedPlain } = vocabulary.locale.standing
  const facts = { at: openedAt, fields: shownFields(Object.fromEntries(told), vocabulary) }
  return formatMessage(told.length === 0 ? openedPlain : opened, facts)
}

function explainPossible({ returnTo }: ComplaintState, { id, on }: ReadStep, vocabulary: Vocabulary): string {
  const { possible, impossible } = vocabulary.locale.standing
  const known = [...on].filter(([, moves]) => returnTo.length > 0 || moves.some(({ to }) => to !== PREVIOUS)).map(([command]) => command)
  const facts = { step: vocabulary.step(id), commands: listed(known.map(vocabulary.term), vocabulary) }
  return formatMessage(known.length === 0 ? impossible : possible, facts)
}
