import type { Issue } from '@clientele/core'
import { checkKeys, checkList, checkRecord, checkUnique, ownValue, throwIssues } from '@clientele/core/checks'
import { checkSaid } from '../history/checkSaid.js'
import { readSettledState } from '../history/readSettledState.js'
import type { ComplaintState } from '../history/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readAnew, readWorkflow } from '../workflow/readWorkflow.js'
import { compareWorkflows } from './compareWorkflows.js'
import { type WayOutFinder, wayOutFinder } from './findWayOut.js'
import type { ComplaintMigration, DefinitionComparison, DefinitionComparisonCase, StuckComplaint, StuckReason } from './types.js'
import { type Destination, weighMigration } from './weighMigration.js'

/**
 * Compares two versions of a definition, and tells which complaints the later one would strand: before it is put to use.
 *
 * Values are compared by what they mean: neither the order of keys, needs, roles or the parts of a condition counts, nor how an amount is written.
 * What the definition and its terms are called, and `migrate`, are no changes. A move that leads elsewhere is another move.
 *
 * @param subject - `before` and `after`: definitions with the same id, of whatever versions; `open`: where complaints stand, each made with `before`,
 * and each complaint once; closed ones may be among them.
 * @returns `changes`: beginnings, steps with their moves, limits; of each first what is gone, then the rest in the order of `after`. `stuck`: who
 * cannot go on, and why; `migrations`: where the others go, as {@link migrateComplaint} takes them. A complaint has no way out where no final
 * step can be reached, whatever anyone does, by moves whose events have happened or still can, and in whose place no earlier one on the same command
 * is made. In a definition with more than 5,000 combinations of a step, steps to go back to and events, each event is looked at by itself: then a
 * complaint may count as one that can go on though the events that a move needs cannot happen together.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @example
 * import { compareDefinitions, openComplaint, replayComplaint } from '@clientele/complaints'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const by = { id: 'li', role: 'clerk' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'A long wait.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00+08:00', by, ...told }, counterService)
 * const open = [replayComplaint(opened.ok ? opened.events : [], counterService)]
 * const { heard, settled, filed, 'turned-down': turnedDown } = counterService.steps
 * const steps = { listened: heard, settled, filed, 'turned-down': { ...turnedDown, moves: [] } }
 * const without = { ...counterService, version: '2', initial: 'listened', steps }
 * const { changes, stuck } = compareDefinitions({ before: counterService, after: without, open })
 * changes.map(({ code }) => code) //=> ['initial-changed', 'step-removed', 'step-added', 'move-removed']
 * stuck //=> [{ complaint: 'C-1', step: 'heard', reasons: [{ code: 'step-missing', params: { step: 'heard', version: '2' } }] }]
 * const after = { ...without, migrate: { 1: { heard: 'listened' } } }
 * compareDefinitions({ before: counterService, after, open }).migrations //=> [{ complaint: 'C-1', from: 'heard', to: 'listened' }]
 */
export function compareDefinitions(subject: DefinitionComparisonCase): DefinitionComparison {
  const issues: Issue[] = []
  const read = readSubject(subject, issues)
  throwIssues(issues)
  return compare(read as ReadComparison)
}

interface ReadComparison {
  readonly before: ReadWorkflow
  readonly after: ReadWorkflow
  readonly open: readonly ComplaintState[]
}

function readSubject(subject: unknown, issues: Issue[]): ReadComparison | undefined {
  if (!checkRecord(subject, ['subject'], issues)) return undefined
  checkKeys(subject, ['before', 'after', 'open'], [], issues)
  const before = readWorkflow(ownValue(subject, 'before'), ['before'], issues)
  const after = readWorkflow(ownValue(subject, 'after'), ['after'], issues)
  if (before !== undefined && after !== undefined) checkSaid(after.policy.id, [before.policy.id], ['after', 'id'], issues)
  const open = readOpen(ownValue(subject, 'open'), before, issues)
  return before === undefined || after === undefined ? undefined : { before, after, open }
}

function readOpen(value: unknown, before: ReadWorkflow | undefined, issues: Issue[]): readonly ComplaintState[] {
  if (!checkList(value, ['open'], issues)) return []
  const states = Array.from(value, (state, index) => readSettledState(state, before, ['open', index], issues))
  checkUnique(
    states.map((state) => state?.complaint),
    (index) => ['open', index, 'complaint'],
    issues,
  )
  return states as readonly ComplaintState[]
}

function compare({ before, after, open }: ReadComparison): DefinitionComparison {
  // What the earlier version recorded as an event is no field only because nothing brings it about any more.
  const findLacking = wayOutFinder(readAnew(after.document, ['after'], [], before.events) as ReadWorkflow)
  const stuck: StuckComplaint[] = []
  const migrations: ComplaintMigration[] = []
  for (const state of open) {
    const { complaint, step } = state
    const destination = weighMigration(state, after)
    const [first, ...more] = reasonsAgainst(state, destination, { version: after.policy.version, findLacking })
    if (first === undefined) migrations.push({ complaint, from: step, to: destination.step })
    else stuck.push({ complaint, step, reasons: [first, ...more] })
  }
  return { changes: compareWorkflows(before, after), stuck, migrations, policies: [before.policy, after.policy] }
}

interface Later {
  readonly version: string | number
  readonly findLacking: WayOutFinder
}

function reasonsAgainst({ facts }: ComplaintState, destination: Destination, { version, findLacking }: Later): readonly StuckReason[] {
  const { step, returnTo, exists, lost } = destination
  if (!exists) return [{ code: 'step-missing', params: { step, version } }]
  const reasons = lost.map((one): StuckReason => ({ code: 'return-step-missing', params: { step: one, version } }))
  const lacking = findLacking({ step, returnTo, facts: Object.keys(facts) })
  return lacking === undefined ? reasons : [...reasons, { code: 'no-way-out', params: { step, lacking } }]
}
