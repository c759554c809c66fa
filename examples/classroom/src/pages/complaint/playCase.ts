import {
  type ComplaintCommand,
  type ComplaintEvent,
  type ComplaintState,
  compileWorkflow,
  type Decision,
  openComplaint,
  replayComplaint,
} from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import { InputError } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import { opening } from './chapter.js'
import { ownTextsOf } from './fields.js'
import type { Entry } from './log.js'
import { checkToldDate, readMoment } from './moments.js'
import { personCalled } from './people.js'

const MOST_DIGITS = 15

/** What came of a command. */
interface Outcome {
  readonly entry: Entry
  readonly decision: Decision
}

/** The case as it was played. */
export interface Played {
  readonly outcomes: readonly Outcome[]
  readonly events: readonly ComplaintEvent[]
  readonly state: ComplaintState
}

/** The eight steps, read once. */
export const workflow = compileWorkflow(eightSteps)
const opened = openComplaint(opening, eightSteps)
const firstEvents = opened.ok ? opened.events : []

/** Gives one command after the other, each where the accepted ones before it led; what is refused changes nothing. */
export function playCase(entries: readonly Entry[]): Played {
  const outcomes: Outcome[] = []
  const events: ComplaintEvent[] = [...firstEvents]
  let state = replayComplaint(events, eightSteps)
  for (const entry of entries) {
    const decision = decide(entry, state)
    outcomes.push({ entry, decision })
    if (!decision.ok) continue
    events.push(...decision.events)
    for (const event of decision.events) state = workflow.evolveComplaint({ state, event })
  }
  return { outcomes, events, state }
}

/** What comes of a command where the complaint stands. */
export function decide(entry: Entry, state: ComplaintState): Decision {
  return workflow.decideComplaint({ command: commandOf(entry), state })
}

/** A command as the package takes it. What a link tells cannot take the place of who gives it, and when. */
export function commandOf([type, actor, at, told = {}]: Entry): ComplaintCommand {
  checkToldDate(told['until'], 'until')
  for (const field of ['amount', 'paidToCustomer']) checkDigits(told[field], field)
  return { ...ownTextsOf(type, told), ...told, type, at: readMoment(at, 'at'), by: personCalled(actor) }
}

/** No complaint is about amounts of more digits; what is no amount, the packages judge. */
function checkDigits(amount: unknown, field: string): void {
  if ((typeof amount !== 'string' && typeof amount !== 'number') || !(Math.abs(Number(amount)) >= 10 ** MOST_DIGITS)) return
  throw new InputError([createIssue('too-many-digits', [field], { maximum: MOST_DIGITS, actual: describeValue(amount) })])
}

/** The commands that were accepted. */
export function acceptedOf({ outcomes }: Played): readonly Entry[] {
  return outcomes.filter(({ decision }) => decision.ok).map(({ entry }) => entry)
}
