import type { JsonValue } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { applyEvent } from '../history/applyEvent.js'
import type { Draft } from '../history/draft.js'
import { type ReadEvent, readEvent } from '../history/readEvent.js'
import { replayComplaint } from '../history/replayComplaint.js'
import type { ComplaintEvent } from '../history/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { migrating } from '../workflow/wellKnown.js'
import { onOneLine } from './onOneLine.js'
import { shownFields } from './shownFields.js'
import { shownActor, type Vocabulary, vocabularyOf } from './vocabulary.js'

/** A definition, and what its names are called. */
interface Told {
  readonly workflow: ReadWorkflow
  readonly vocabulary: Vocabulary
}

/** Where a complaint stood before an event; nowhere before the first. */
type Before = Pick<Draft, 'step' | 'cycle' | 'definition'> | null

/**
 * Says in sentences what has happened to a complaint.
 *
 * @param events - Its whole history from the first event on, in order.
 * @param definitions - The definition that the events were written with, or a list of all versions that any of them names; terms and titles are taken
 * from the one that each event names.
 * @param locale - The language; English unless given.
 * @returns A sentence for each event: its number; when, and by whom; what it is, and what its command told; where the complaint stands then. It takes
 * O(n) for n events.
 * @throws {@link InputError} if {@link replayComplaint} refuses the history or its definitions.
 * @example
 * import { openComplaint } from '@clientele/complaints'
 * import { explainHistory } from '@clientele/complaints/explain'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const call = { type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } } as const
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'Nobody came.' } as const
 * const opened = openComplaint({ ...call, ...told }, eightSteps)
 * const { sentences } = explainHistory(opened.ok ? opened.events : [], eightSteps)
 * sentences[0]
 * //=> '1. 2024-03-01T09:00:00+08:00, li (agent): complaint recorded (customer: Wang; content: service; description: Nobody came.); it stands at "Recorded".'
 * sentences[1] //=> '2. 2024-03-01T09:00:00+08:00, li (agent): receipt acknowledged; it stays at "Recorded".'
 */
export function explainHistory(
  events: readonly ComplaintEvent[],
  definitions: WorkflowDefinition | readonly WorkflowDefinition[],
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  replayComplaint(events, definitions)
  const known = (Array.isArray(definitions) ? definitions : [definitions]) as readonly WorkflowDefinition[]
  const told = new Map(known.map((definition) => toldBy(definition, locale)))
  let draft: Draft | null = null
  return {
    sentences: onOneLine(
      events.map((value) => {
        const event = readEvent(value, [], []) as ReadEvent
        const { workflow, vocabulary } = told.get(keyOf(event.definition)) as Told
        const before: Before = draft && { ...draft }
        draft = applyEvent(draft, event, workflow, [], [])
        return explainEvent(event, before, draft as Draft, vocabulary)
      }),
    ),
  }
}

function toldBy(definition: WorkflowDefinition, locale: ComplaintsLocale): readonly [key: string, told: Told] {
  const workflow = readWorkflow(definition, [], []) as ReadWorkflow
  return [keyOf(workflow.policy), { workflow, vocabulary: vocabularyOf(workflow.document, locale) }]
}

function keyOf({ id, version }: { readonly id: string; readonly version: string | number }): string {
  return JSON.stringify([id, version])
}

function explainEvent({ type, at, by, sequence, fields }: ReadEvent, before: Before, after: Draft, vocabulary: Vocabulary): string {
  const { plain, told } = vocabulary.locale.events
  const facts = { sequence, at, actor: shownActor(by, vocabulary), event: vocabulary.term(type), place: explainPlace(before, after, vocabulary) }
  const shown: readonly (readonly [string, JsonValue])[] = type === migrating.event ? [] : Object.entries(fields)
  if (shown.length === 0) return formatMessage(plain, facts)
  return formatMessage(told, { ...facts, fields: shownFields(Object.fromEntries(shown), vocabulary) })
}

/** Where the complaint stands after an event, and what else is new. */
function explainPlace(before: Before, { step, cycle, definition }: Draft, vocabulary: Vocabulary): string {
  const { begins, moves, stays, newCycle, migrated } = vocabulary.locale.events
  const isStill = before !== null && before.step === step
  const place = formatMessage(before === null ? begins : isStill ? stays : moves, { step: vocabulary.step(step) })
  if (before === null) return place
  const inCycle = cycle > before.cycle ? formatMessage(newCycle, { cycle, place }) : place
  const from = before.definition.version
  return from === definition.version ? inCycle : formatMessage(migrated, { from, to: definition.version, place: inCycle })
}
