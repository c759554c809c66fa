import type { Issue } from '@clientele/core'
import { addIssuesAt, type CalendarDuration, parseDuration, policyReference } from '@clientele/core/checks'
import { type Quantity, readQuantity } from '../numbers/quantity.js'
import { checkAttritionPolicy } from './checkAttritionPolicy.js'
import type { PreparedPolicy, PreparedSignal } from './prepared.js'
import type { AttritionPolicy, AttritionSignal } from './types.js'

const LEAST_EXPECTED = 1
const LEAST_PAUSES = 3

/** Checks and reads a policy of warnings, or adds issues and returns undefined. */
export function readPolicy(value: unknown, issues: Issue[]): PreparedPolicy | undefined {
  const found = checkAttritionPolicy(value)
  addIssuesAt(['policy'], found, issues)
  return found.length === 0 ? prepare({ ...(value as AttritionPolicy) }) : undefined
}

function prepare(policy: AttritionPolicy): PreparedPolicy {
  const levels = policy.levels.map((level) => ({ ...level }))
  const urgencies = new Map(levels.map(({ id }, urgency) => [id, urgency]))
  const signals = policy.signals.map((signal) => prepareSignal({ ...signal }, urgencies))
  return {
    actions: levels.map(({ action }) => (typeof action === 'string' ? action : { ...action })),
    signals: signals.sort((a, b) => a.urgency - b.urgency),
    reference: policyReference(policy),
  }
}

function prepareSignal(signal: AttritionSignal, urgencies: ReadonlyMap<string, number>): PreparedSignal {
  const { id, level, types } = signal
  const head = { id, level, urgency: urgencies.get(level) as number, types: types === undefined ? undefined : new Set(types) }
  switch (signal.type) {
    case 'interactions-falling': {
      const { type, window, comparedWindows, fallPercent, leastExpected = LEAST_EXPECTED } = signal
      return { ...head, type, window: duration(window), comparedWindows, fallPercent: quantity(fallPercent), leastExpected: quantity(leastExpected) }
    }
    case 'silent-before-contract-end':
      return { ...head, type: signal.type, within: duration(signal.within), silentFor: duration(signal.silentFor) }
    case 'silent':
      return { ...head, type: signal.type, silentFor: duration(signal.silentFor) }
    case 'longer-pause-than-usual':
      return { ...head, type: signal.type, times: quantity(signal.times), leastPauses: signal.leastPauses ?? LEAST_PAUSES }
  }
}

function duration(text: string): CalendarDuration {
  return parseDuration(text) as CalendarDuration
}

function quantity(value: unknown): Quantity {
  return readQuantity(value, [], []) as Quantity
}
