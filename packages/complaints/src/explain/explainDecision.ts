import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { Decision } from '../commands/types.js'
import type { ComplaintEvent, DefinitionReference } from '../history/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { migrating } from '../workflow/wellKnown.js'
import { beginsCycle, checkDecisionOfWorkflow } from './checkDecision.js'
import { explainReasons } from './explainReasons.js'
import { explainResponsible } from './explainResponsible.js'
import { onOneLine } from './onOneLine.js'
import { listed, shownActor, type Vocabulary, vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences what came of a command: what happened, or everything that stands against it, and what it would take.
 *
 * @param decision - What {@link openComplaint}, {@link decideComplaint} or {@link migrateComplaint} returned.
 * @param definition - The definition that made it, of a migration the new one; its terms and titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns Of a command that is accepted: who did what, and what is recorded; where the complaint stands now; who is responsible for what comes next.
 * Of one that is refused: that it is, a sentence for each reason with what it would take, and why it is so where the definition says it.
 * @throws {@link InputError} if the definition is not one, or not the one that made the decision: as far as the decision shows it, one of other steps,
 * commands, events or limits is refused, also of the same version.
 * @example
 * import { openComplaint } from '@clientele/complaints'
 * import { explainDecision } from '@clientele/complaints/explain'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } } as const
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality' } as const
 * explainDecision(openComplaint({ ...call, ...told }, eightSteps), eightSteps).sentences
 * //=> ['The command is refused.', 'Evidence is lacking: the field "description" must be filled in.']
 * explainDecision(openComplaint({ ...call, ...told, description: 'The kettle leaks.' }, eightSteps), eightSteps).sentences[1]
 * //=> 'The complaint now stands at "Recorded".'
 */
export function explainDecision(
  decision: Decision,
  definition: WorkflowDefinition,
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const workflow = checkDecisionOfWorkflow(decision, definition, issues) as ReadWorkflow
  throwIssues(issues)
  const vocabulary = vocabularyOf(workflow.document, locale)
  return {
    sentences: onOneLine(
      decision.ok
        ? explainEvents(decision.events, workflow, vocabulary)
        : [locale.decision.refused, ...explainReasons(decision.reasons, workflow, vocabulary)],
    ),
  }
}

function explainEvents(events: readonly [ComplaintEvent, ...ComplaintEvent[]], workflow: ReadWorkflow, vocabulary: Vocabulary): string[] {
  const { locale, term } = vocabulary
  const { accepted, stands, closed, newCycle, migrated } = locale.decision
  const [first] = events
  const { at, by, complaint, command = '', cycle = 1 } = first
  const step = workflow.steps.get(events.at(-1)?.step ?? '')
  const recorded = events.map(({ type, sequence }) => formatMessage(locale.names.numbered, { name: term(type), number: sequence }))
  const facts = { at, actor: shownActor(by, vocabulary), complaint, command: term(command), events: listed(recorded, vocabulary) }
  return [
    formatMessage(accepted, facts),
    ...(beginsCycle(events, workflow) ? [formatMessage(newCycle, { cycle })] : []),
    ...(first.type === migrating.event ? [formatMessage(migrated, versionsOf(first))] : []),
    formatMessage(step?.final ? closed : stands, { step: vocabulary.step(step?.id ?? '') }),
    ...(step?.final ? [] : [explainResponsible(step?.document.responsible, vocabulary)]),
  ]
}

/** The versions that a migration leads from and to. */
function versionsOf({ definition, from }: ComplaintEvent): { readonly from: string | number; readonly to: string | number } {
  return { from: (from as unknown as DefinitionReference).version, to: definition.version }
}
