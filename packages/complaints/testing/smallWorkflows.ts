import fc from 'fast-check'
import type { ClockState, WorkflowDefinition, WorkflowMove, WorkflowStep } from '../src/index.js'
import { tellsProposals } from './randomWorkflow.js'

/** What small definitions are made of. */
export interface SmallWorkflows {
  /** The events that moves may need; none unless given. */
  readonly needs?: readonly string[]
  /** Whether moves of steps that go back may need events too, and begin cycles, and moves may lack a role; false unless given. */
  readonly tangled?: boolean
  /** Whether steps that go back may lead to each other in circles; true unless given. */
  readonly circles?: boolean
}

const EVENTS = ['A', 'B', 'SolutionProposed', 'SolutionApproved']
const CLOCK_STATES: readonly (ClockState | undefined)[] = ['run', 'pause', 'stop', undefined]

/** Definitions of two to five steps, of which some go back. */
export function smallWorkflows({ needs = [], tangled = false, circles = true }: SmallWorkflows = {}): fc.Arbitrary<WorkflowDefinition> {
  return fc
    .integer({ min: 2, max: 5 })
    .chain((count) => {
      const ids = Array.from({ length: count }, (_, index) => `s${index}`)
      const move = fc.record({
        on: fc.constantFrom('go', 'ask', 'proposeSolution', 'approveSolution', 'settle'),
        to: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, { weight: 2, arbitrary: fc.constantFrom('.', '@previous') }),
        emits: fc.uniqueArray(fc.constantFrom(...EVENTS), { minLength: 1, maxLength: 2 }),
        needs: needs.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...needs), { maxLength: 2 }),
        role: tangled ? fc.constantFrom(['agent'], undefined) : fc.constant(['agent']),
        notBy: fc.constantFrom([], [], ['proposer'], ['go'], ['proposeSolution', 'settle']),
        startsCycle: fc.nat(6).map((chance) => chance === 0),
      })
      const step = fc.record({
        final: fc.nat(3).map((chance) => chance === 0),
        clock: fc.constantFrom(...CLOCK_STATES),
        moves: fc.array(move, { maxLength: 4 }),
      })
      return fc.array(step, { minLength: count, maxLength: count }).map((steps) => {
        const all = steps.flatMap(({ moves }) => moves)
        const names = new Set(all.flatMap(({ on, emits }) => [on, ...emits]))
        const goesBack = ids.filter((_, index) => steps[index]?.moves.some(({ to }) => to === '@previous'))
        const tidy = ({ notBy, ...rest }: (typeof all)[number], id: string): WorkflowMove => ({
          ...rest,
          to: !circles && goesBack.includes(id) && goesBack.includes(rest.to) && rest.to < id ? '.' : rest.to,
          emits: rest.emits as [string, ...string[]],
          notBy: notBy.filter((name) => names.has(name === 'proposer' ? 'proposeSolution' : name)),
          needs: tangled || !goesBack.includes(id) ? rest.needs : [],
          startsCycle: rest.startsCycle && (tangled || (ids.includes(rest.to) && rest.to !== id && !goesBack.includes(rest.to))),
        })
        const entries = steps.map(({ final, clock, moves }, index): [string, WorkflowStep] => {
          const id = ids[index] as string
          // Which of several moves on a command is made depends on more than what each needs.
          const single = moves.filter(({ on }, place) => tangled || needs.length === 0 || moves.findIndex((one) => one.on === on) === place)
          return [id, { title: 'Step', final, ...(clock && { clocks: { time: clock } }), moves: single.map((one) => tidy(one, id)) }]
        })
        const header = { kind: 'complaint-workflow', id: 'small', version: 1, initial: 's0' } as const
        return {
          ...header,
          steps: Object.fromEntries(entries),
          opening: { needs: [], emits: ['ComplaintRecorded', 'B'] },
        } satisfies WorkflowDefinition
      })
    })
    .filter(tellsProposals)
}

/** Where a complaint is, as far as moves go by that. */
export interface Standing {
  readonly step: string
  readonly returnTo: readonly string[]
}

/** Where a move leads, by the book: nothing where it cannot be made. */
export function leadsTo({ step, returnTo }: Standing, { to }: WorkflowMove, { steps }: WorkflowDefinition): Standing | undefined {
  const target = to === '.' ? step : to === '@previous' ? returnTo[returnTo.length - 1] : to
  if (target === undefined) return undefined
  if (target === step) return { step, returnTo }
  if (returnTo.includes(target)) return { step: target, returnTo: returnTo.slice(0, returnTo.indexOf(target)) }
  const isWaiting = steps[target]?.moves.some((move) => move.to === '@previous')
  return { step: target, returnTo: isWaiting ? [...returnTo, step] : [] }
}
