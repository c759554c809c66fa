import fc from 'fast-check'
import type { ComplaintEvent, WorkflowDefinition } from '../src/index.js'
import { eightSteps } from '../src/templates.js'
import { handled } from './clocks.js'
import type { Told } from './desk.js'
import { choices, walkThrough } from './walks.js'

const HOUR = 3_600_000

/** The moment so many hours after another. */
export function hoursAfter(start: string, hours: number): string {
  return new Date(Date.parse(start) + hours * HOUR).toISOString()
}

/** The history of a complaint that is recorded at a moment and goes on with commands, each so many hours after that. */
export function logOf(
  complaint: string,
  start: string,
  commands: readonly (readonly [hours: number, told: Told])[] = [],
  { content = 'product-quality', definition = eightSteps }: { readonly content?: string; readonly definition?: WorkflowDefinition } = {},
): readonly ComplaintEvent[] {
  const told = commands.map(([hours, command]) => ({ ...command, at: hoursAfter(start, hours) }))
  return renamed(handled(start, told, definition), complaint, content)
}

/** The same history of another complaint, about something else. */
function renamed(events: readonly ComplaintEvent[], complaint: string, content: string): readonly ComplaintEvent[] {
  return events.map((event) => ({ ...event, complaint, ...('content' in event ? { content } : {}) }))
}

const CAUSES = ['poor-management', 'misleading-promotion', 'character', 'constructor']
const CONTENTS = ['product-quality', 'purchase-contract', 'goods-transport', 'service']

/** A random history: a walk, with moments that mostly go on by up to a few days, and causes of its own. */
function randomLog(definition: WorkflowDefinition, complaint: string): fc.Arbitrary<readonly ComplaintEvent[]> {
  const steps = fc.array(fc.integer({ min: -5, max: 50 }), { minLength: 30, maxLength: 30 })
  return fc.tuple(choices, steps, fc.nat(3), fc.nat(400)).map(([walk, gaps, choice, start]) => {
    let hours = start
    const { events } = walkThrough(definition, walk)
    return renamed(events, complaint, CONTENTS[choice] as string).map((event, index) => {
      if (event.following === undefined || index === 0 || (events[index - 1]?.following ?? 0) === 0) hours += gaps[index % 30] as number
      return { ...event, at: hoursAfter('2024-03-01T00:00:00Z', hours), ...('cause' in event ? { cause: CAUSES[choice] as string } : {}) }
    })
  })
}

/** Random histories of different complaints. */
export function randomLogs(definition: WorkflowDefinition = eightSteps): fc.Arbitrary<readonly (readonly ComplaintEvent[])[]> {
  return fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => randomLog(definition, `C-${index + 1}`))))
}
