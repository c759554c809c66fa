import type { Issue, Path } from '@clientele/core'
import { createIssue, throwIssues } from '@clientele/core/checks'
import type { ReadMove, ReadStep, ReadWorkflow } from './compiled.js'
import type { Marks } from './marks.js'
import { findLostNeeds, type LostNeeds } from './newCycles.js'
import { findOwnApproval } from './ownApproval.js'
import { readWorkflow } from './readWorkflow.js'
import { type Study, studyWorkflow } from './studyWorkflow.js'
import type { WorkflowDefinition } from './types.js'

/**
 * Finds what is allowed in a workflow's definition and yet hardly meant.
 *
 * - `unreachable`: a step that nothing leads to from `initial`, nor from a step that `migrate` leads to.
 * - `dead-end`: a step from which no final step can be reached.
 * - `never-stopped`: a clock that a step runs and that may still run, or be paused, in the final `steps`, with no other step running it since.
 * - `no-one-responsible`: an open step without a responsible role, and with no move that names who may, where other steps have one; `never-allowed`: one whose responsible role may do nothing.
 * - `never-reached`: a move that is never made, as the earlier one on the same command that `hiddenBy` names asks for nothing that it does not ask for.
 * - `never-produced`: a need that is written like an event, with a capital letter, and that nothing brings about; or an event that cannot have
 * happened before, in the same cycle. `not-produced-again`: one that can have, but no more in a cycle that begins with `commands`, so that it does
 * not get on.
 * - `own-approval`: a move by which someone may approve a solution that they have proposed by `commands` themselves.
 * - `changes-nothing`: a limit of a role that approves nothing.
 *
 * Only moves that can be made count, as if every condition, field, role and limit were met; of events that a move needs, each must be able to have
 * happened before. So what is said of unreachable steps, dead ends and events is proven. It may miss some of them where events that a move needs can
 * each have happened, but not together: to find all of those is as hard as satisfiability. What is said of clocks and approvals errs the other way:
 * none is missed. What complaints of earlier versions bring along is unknown, and counts only for steps that no others reach.
 *
 * @param definition - The definition; where it is malformed, that is thrown and not told among the issues.
 * @returns The issues, none where there is nothing to say, in the order of the document: steps, then the opening, then limits. Their paths start at
 * the definition and end in the field at fault. With n moves, k events that are needed, clocks and ways to propose it
 * takes O(n k²) at worst for each way to begin a cycle, and O(n k) as a rule; besides, O(m²) for m moves on one command in a step.
 * @throws {@link InputError} if the definition is not as {@link checkWorkflow} has it, with every issue.
 * @see M. Sharir and A. Pnueli, "Two approaches to interprocedural data flow analysis" (1981), on ways that go back to where they came from.
 * @example
 * import { lintDefinition } from '@clientele/complaints'
 * import { counterService, eightSteps } from '@clientele/complaints/templates'
 *
 * lintDefinition(eightSteps) //=> []
 * const { settled, ...steps } = counterService.steps
 * const stuck = { ...counterService, steps: { ...steps, settled: { title: 'Settled', responsible: 'clerk', moves: [] } } }
 * lintDefinition(stuck).map(({ code, path }) => [code, path])
 * //=> [['unreachable', ['steps', 'filed']], ['dead-end', ['steps', 'settled', 'moves']]]
 */
export function lintDefinition(definition: WorkflowDefinition): Issue[] {
  const issues: Issue[] = []
  const workflow = readWorkflow(definition, ['definition'], issues)
  throwIssues(issues)
  return lint(workflow as ReadWorkflow)
}

function lint(workflow: ReadWorkflow): Issue[] {
  const { steps, opening, events } = workflow
  const study = studyWorkflow(workflow)
  const lost = findLostNeeds(study)
  const approvedBy = findOwnApproval(study)
  const unstopped = findUnstopped(study)
  const someoneIs = [...steps.values()].some(({ final, document }) => !final && document.responsible !== undefined)
  const lintOf = (step: ReadStep): Issue[] => [
    ...(study.reached.has(step.id) ? [] : [createIssue('unreachable', ['steps', step.id], { from: workflow.initial })]),
    ...lintResponsible(step, someoneIs),
    ...(unstopped.get(step.id) ?? []),
    ...(study.living.has(step.id) ? [] : [createIssue('dead-end', ['steps', step.id, 'moves'], {})]),
    ...step.moves.flatMap((move, index) => lintMove(move, { study, lost, approvedBy, step, path: ['steps', step.id, 'moves', index] })),
  ]
  const opened = opening.needs.flatMap((need, index) =>
    events.has(need) || looksLikeEvent(need) ? [createIssue('never-produced', ['opening', 'needs', index], { value: need })] : [],
  )
  return [...[...steps.values()].flatMap(lintOf), ...opened, ...lintLimits(workflow)]
}

function looksLikeEvent(need: string): boolean {
  return /^[A-Z]/.test(need)
}

function lintResponsible({ id, final, moves, document: { responsible } }: ReadStep, someoneIs: boolean): readonly Issue[] {
  if (final) return []
  const path = ['steps', id, 'responsible']
  if (moves.length === 0) return []
  if (responsible === undefined) {
    const isOpenToAll = moves.every(({ role }) => role === undefined)
    return someoneIs && isOpenToAll ? [createIssue('no-one-responsible', path, {})] : []
  }
  return moves.some(({ role }) => isOpenTo(role, responsible)) ? [] : [createIssue('never-allowed', path, { value: responsible })]
}

function isOpenTo(allowed: readonly string[] | undefined, role: string): boolean {
  return allowed === undefined || allowed.includes(role)
}

/** The clocks that may not have stopped in final steps, by the step that runs them. */
function findUnstopped({ workflow: { steps }, marking: { running }, reached }: Study): ReadonlyMap<string, readonly Issue[]> {
  const final = [...steps.values()].filter((step) => step.final && reached.has(step.id))
  const issues = new Map<string, Issue[]>()
  for (const { step, clock, mark } of running) {
    const still = final.filter(({ id }) => ((reached.get(id) ?? 0n) & mark) !== 0n).map(({ id }) => id)
    if (still.length === 0) continue
    const issue = createIssue('never-stopped', ['steps', step, 'clocks', clock], { steps: still })
    issues.set(step, [...(issues.get(step) ?? []), issue])
  }
  return issues
}

/** What is known when a move is looked at. */
interface MoveCase {
  readonly study: Study
  readonly lost: LostNeeds
  readonly approvedBy: (move: ReadMove, there: Marks) => readonly string[]
  readonly step: ReadStep
  readonly path: Path
}

function lintMove(move: ReadMove, { study, lost, approvedBy, step, path }: MoveCase): readonly Issue[] {
  const { hidden, reached, made } = study
  const by = hidden.get(move)
  const there = reached.get(step.id)
  const own = made.has(move) ? approvedBy(move, there ?? 0n) : []
  return [
    ...(by === undefined ? [] : [createIssue('never-reached', path, { hiddenBy: [`steps.${step.id}.moves[${by}]`] })]),
    ...move.needs.flatMap((need, index) => lintNeed(need, { study, there, after: lost.get(move)?.get(need), path: [...path, 'needs', index] })),
    ...(own.length === 0 ? [] : [createIssue('own-approval', [...path, 'notBy'], { commands: own })]),
  ]
}

interface NeedCase {
  readonly study: Study
  /** What may be so where it is needed; nothing is known of steps that are not reached. */
  readonly there: Marks | undefined
  readonly after: ReadonlySet<string> | undefined
  readonly path: Path
}

function lintNeed(need: string, { study: { workflow, marking }, there, after, path }: NeedCase): readonly Issue[] {
  const mark = workflow.events.has(need) ? marking.events.get(need) : undefined
  const isNever = mark === undefined ? looksLikeEvent(need) : there !== undefined && (there & mark) === 0n
  if (isNever) return [createIssue('never-produced', path, { value: need })]
  return after === undefined ? [] : [createIssue('not-produced-again', path, { value: need, commands: [...after] })]
}

function lintLimits({ document: { limits = [] }, steps }: ReadWorkflow): readonly Issue[] {
  const approving = [...steps.values()].flatMap(({ moves }) => moves).filter(({ approves }) => approves)
  const approvers = (role: string): boolean => approving.some((move) => isOpenTo(move.role, role))
  return limits.flatMap(({ role }, index) => (approvers(role) ? [] : [createIssue('changes-nothing', ['limits', index, 'role'], {})]))
}
