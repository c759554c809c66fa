import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import type { ShortestPath, WorkflowDefinition } from '../workflow/types.js'
import { checkPathOfWorkflow } from './checkPath.js'
import { onOneLine } from './onOneLine.js'
import { vocabularyOf } from './vocabulary.js'

/**
 * Says in sentences which commands lead to a step in the shortest way.
 *
 * @param path - What {@link shortestPath} returned.
 * @param definition - The definition that it was found in; its terms and titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns How many commands it takes, then each with the step it leads to; or one sentence where it takes none, or none lead there.
 * @throws {@link InputError} if the definition is not one, or not the one of the path: one whose moves do not lead so is refused, also of the same
 * version.
 * @example
 * import { openComplaint, replayComplaint, shortestPath } from '@clientele/complaints'
 * import { explainShortestPath } from '@clientele/complaints/explain'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const by = { id: 'li', role: 'clerk' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'Nobody came.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by, ...told }, counterService)
 * const state = replayComplaint(opened.ok ? opened.events : [], counterService)
 * const { sentences } = explainShortestPath(shortestPath({ state, to: 'filed' }, counterService), counterService)
 * sentences[1] //=> '1. settle on the spot: the complaint then stands at "Settled".'
 */
export function explainShortestPath(
  path: ShortestPath,
  definition: WorkflowDefinition,
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const workflow = checkPathOfWorkflow(path, definition, issues) as ReadWorkflow
  throwIssues(issues)
  const { term, step } = vocabularyOf(workflow.document, locale)
  const { commands: summary, command: leg, there, unreachable } = locale.path
  const { reachable, commands, steps } = path
  if (commands.length === 0) return { sentences: [reachable ? there : unreachable] }
  return {
    sentences: onOneLine([
      formatMessage(summary, { count: commands.length }),
      ...commands.map((command, index) => formatMessage(leg, { number: index + 1, command: term(command), step: step(steps[index] as string) })),
    ]),
  }
}
