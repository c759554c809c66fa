import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { AvailableCommand, AvailableCommands } from '../commands/types.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { checkAvailableOfWorkflow } from './checkAvailable.js'
import { explainReasons } from './explainReasons.js'
import { explainResponsible } from './explainResponsible.js'
import { groupBy } from './groupBy.js'
import { onOneLine } from './onOneLine.js'
import { anyOf, listed, quoted, type Vocabulary, vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences what someone can do with a complaint now, and what stands against the rest.
 *
 * @param available - What {@link availableCommands} returned.
 * @param definition - The definition that the complaint is handled by; its terms and titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns What can be done; who is responsible for what comes next; of each command that is possible where it leads and what is to be filled in; of each
 * other one, on one line, what stands against it.
 * @throws {@link InputError} if the definition is not one, or not the one that the commands are of: as far as they show it, one of other steps,
 * commands, events or limits is refused, also of the same version.
 * @example
 * import { availableCommands, openComplaint, replayComplaint } from '@clientele/complaints'
 * import { explainAvailableCommands } from '@clientele/complaints/explain'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const call = { at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'clerk' } }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'Nobody came.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', ...call, ...told }, counterService)
 * const state = replayComplaint(opened.ok ? opened.events : [], counterService)
 * const { sentences } = explainAvailableCommands(availableCommands({ state, actor: call.by, at: call.at }, counterService), counterService)
 * sentences[0] //=> 'Possible now: settle on the spot.'
 * sentences[2] //=> '"settle on the spot" leads to "Settled"; to be filled in: remedy.'
 */
export function explainAvailableCommands(
  available: AvailableCommands,
  definition: WorkflowDefinition,
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const workflow = checkAvailableOfWorkflow(available, definition, issues) as ReadWorkflow
  throwIssues(issues)
  const { step, commands, responsible } = available
  const vocabulary = vocabularyOf(workflow.document, locale)
  const possible = commands.filter(({ allowed }) => allowed)
  const names = listed(
    possible.map(({ type }) => vocabulary.term(type)),
    vocabulary,
  )
  return {
    sentences: onOneLine([
      possible.length === 0 ? locale.available.nothing : formatMessage(locale.available.possible, { commands: names }),
      ...(responsible === null ? [] : [explainResponsible(responsible, vocabulary)]),
      ...possible.map((command) => explainPossible(command, step, vocabulary)),
      ...commands.filter(({ allowed }) => !allowed).map((command) => explainRefused(command, workflow, vocabulary)),
    ]),
  }
}

/** Says where a command leads from a step: in one sentence of all its moves that take the same fields. */
function explainPossible({ type, moves }: AvailableCommand, step: string, vocabulary: Vocabulary): string {
  const { locale, term } = vocabulary
  const { clauseSeparator, clauses, sentence } = locale.process
  const alike = groupBy(
    moves.filter(({ allowed }) => allowed),
    ({ needs }) => needs,
  )
  const sentences = alike.map((ways) => {
    const [{ needs }] = ways
    const lead = explainLead(type, new Set(ways.map(({ to }) => to)), step, vocabulary)
    const fields = needs.length === 0 ? [] : [formatMessage(clauses.fields, { fields: listed(needs.map(term), vocabulary) })]
    return formatMessage(sentence, { clauses: [lead, ...fields].join(clauseSeparator) })
  })
  return sentences.join(locale.sentenceSeparator)
}

function explainLead(type: string, targets: ReadonlySet<string>, step: string, vocabulary: Vocabulary): string {
  const { leads, stays, leadsOrStays } = vocabulary.locale.available
  const others = [...targets].filter((to) => to !== step).map(vocabulary.step)
  const template = others.length === 0 ? stays : targets.has(step) ? leadsOrStays : leads
  return formatMessage(template, { command: vocabulary.term(type), steps: anyOf(quoted(others, vocabulary), vocabulary) })
}

function explainRefused({ type, reasons }: AvailableCommand, workflow: ReadWorkflow, vocabulary: Vocabulary): string {
  const { locale, term } = vocabulary
  const refused = formatMessage(locale.available.refused, { command: term(type) })
  return [refused, ...explainReasons(reasons, workflow, vocabulary)].join(locale.sentenceSeparator)
}
