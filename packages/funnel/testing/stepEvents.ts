import fc from 'fast-check'
import type { StepEvent } from '../src/index.js'
import type { NaiveEvent } from './naiveSteps.js'

/** The names of steps: as hostile as can be, numbers and texts. */
export const STEP_NAMES = ['a', 7, '__proto__', 'd'] as const

const ACTORS = ['Li', 'Wu', '__proto__'] as const
const START = Date.parse('2026-01-31T23:59:50Z')

/** The moment so many seconds after the start of all made-up events. */
export const momentOf = (seconds: number): string => new Date(START + seconds * 1000).toISOString()

/** A few events of few actors within a minute, many of them at the same moments. */
export const eventsArbitrary: fc.Arbitrary<NaiveEvent[]> = fc.array(
  fc.record({ actor: fc.constantFrom('Li', 'Li', ...ACTORS), time: fc.oneof(fc.nat(6), fc.nat(60)), step: fc.constantFrom(0, 0, 1, 1, 2, 2, 3, -1) }),
  { maxLength: 16, size: 'max' },
)

/** Made-up events as they are written. */
export const written = (events: readonly NaiveEvent[]): StepEvent[] =>
  events.map(({ actor, time, step }) => ({ actor, at: momentOf(time), step: step < 0 ? 'anything else' : (STEP_NAMES[step] as string | number) }))
