import type { Issue } from '@clientele/core'
import { checkList, copyData, createIssue, throwIssues } from '@clientele/core/checks'
import { evolve } from '../history/evolveComplaint.js'
import { isSameDefinition } from '../history/readDefinitionReference.js'
import { byName, type ReadWorkflows, readVersions, replay } from '../history/replayComplaint.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { listCommands } from './availableCommands.js'
import { decide } from './decideComplaint.js'
import { open } from './openComplaint.js'
import type { CompiledWorkflow } from './types.js'

/**
 * Makes a definition ready for many complaints: the same answers as the verbs of the same names, without checking the definition each time.
 *
 * @param definition - How complaints are handled; it is copied, so changing it later changes nothing.
 * @param earlier - The versions that older events were written with, so that they can be replayed; none unless given. They are copied too.
 * @returns The verbs, which refuse what the verbs of the same names refuse.
 * @throws {@link InputError} if anything is not as stated, with every issue: also if a version is given twice.
 * @example
 * import { compileWorkflow } from '@clientele/complaints'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const { openComplaint, replayComplaint, availableCommands } = compileWorkflow(eightSteps)
 * const call = { at: '2024-03-01T09:00:00+08:00', by: { id: 'li', role: 'agent' } }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', ...call, ...told })
 * const state = replayComplaint(opened.ok ? opened.events : [])
 * availableCommands({ state, actor: call.by, at: call.at }).commands[0]?.type //=> 'expressSympathy'
 */
export function compileWorkflow(definition: WorkflowDefinition, earlier: readonly WorkflowDefinition[] = []): CompiledWorkflow {
  const issues: Issue[] = []
  readAll(definition, earlier, issues)
  throwIssues(issues)
  const { workflow, versions } = readAll(copyData(definition), copyData(earlier), issues)
  return {
    openComplaint: (command) => open(command, workflow),
    decideComplaint: (subject) => decide(subject, workflow),
    evolveComplaint: (subject) => evolve(subject, workflow),
    replayComplaint: (events) => replay(events, versions),
    availableCommands: (subject) => listCommands(subject, workflow),
  }
}

interface ReadDefinitions {
  readonly workflow: ReadWorkflow | undefined
  readonly versions: ReadWorkflows
}

function readAll(definition: unknown, earlier: unknown, issues: Issue[]): ReadDefinitions {
  const workflow = readWorkflow(definition, ['definition'], issues)
  const others = checkList(earlier, ['earlier'], issues) ? readVersions(earlier, ['earlier'], issues) : []
  others.forEach((other, index) => {
    if (workflow === undefined || other === undefined || !isSameDefinition(workflow.policy, other.policy)) return
    const value = String(workflow.policy.version)
    issues.push(createIssue('given-elsewhere', ['earlier', index, 'version'], { value, place: 'definition.version' }))
  })
  return { workflow, versions: byName([workflow, ...others]) }
}
