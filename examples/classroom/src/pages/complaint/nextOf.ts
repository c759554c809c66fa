import { type AvailableCommands, type ComplaintState, type ShortestPath, shortestPath } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { isInputError } from '@clientele/core'
import { type ComplaintFields, toldBy } from './fields.js'
import { type Person, people } from './people.js'
import { decide } from './playCase.js'

/** The command that leads on, and who can give it with what is typed. */
export interface Next {
  readonly command: string
  readonly people: readonly Person[]
}

interface Situation {
  readonly state: ComplaintState
  readonly path: ShortestPath
  readonly available: AvailableCommands
  readonly at: string
  readonly fields: ComplaintFields
}

/** The shortest way to the end: of what was turned down, its own end, not the one after a reopening. */
export function pathOf(state: ComplaintState): ShortestPath | undefined {
  if (state.closed) return undefined
  return shortestPath({ state, to: state.step === 'rejected' ? 'rejection-filed' : 'closed' }, eightSteps)
}

/** What leads on: the first command of the way, or what must have happened before it; where the customer does not agree, another round. */
export function nextOf({ state, path, available, at, fields }: Situation): Next | undefined {
  const [first] = path.commands
  if (first === undefined) return undefined
  const reasons = available.commands.find(({ type }) => type === first)?.reasons ?? []
  const lacking = reasons.flatMap(({ code, params }) => (code === 'evidence' && params.type === 'event' ? params.commands : []))
  const command = Object.hasOwn(state.facts, 'SolutionDisputed') ? 'reopen' : (lacking[0] ?? first)
  return { command, people: people.filter((person) => isAccepted(command, person, at, fields, state)) }
}

function isAccepted(command: string, person: Person, at: string, fields: ComplaintFields, state: ComplaintState): boolean {
  try {
    return decide([command, person.id, at, toldBy(command, fields)], state).ok
  } catch (error) {
    if (!isInputError(error)) throw error
    return false
  }
}
