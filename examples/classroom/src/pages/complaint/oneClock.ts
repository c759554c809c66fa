import { type ClockPolicy, type ClockRule, type ClockSetting, type ComplaintClocks, type ComplaintEvent, compileClocks } from '@clientele/complaints'
import { chinaClocks, eightSteps } from '@clientele/complaints/templates'
import { office } from './chapter.js'

/** A deadline by itself, and the policy that has no other one: so that it is explained by itself. */
export interface OneClock {
  readonly policy: ClockPolicy
  readonly clocks: ComplaintClocks
}

const setting: ClockSetting = { definition: eightSteps, calendars: { china: office } }
const all = compileClocks(chinaClocks, setting)
const each = chinaClocks.clocks.map((rule) => {
  const policy = policyOf(rule)
  return { id: rule.id, policy, compiled: compileClocks(policy, setting) }
})

/** All deadlines as they stand at a moment. */
export function allClocks(events: readonly ComplaintEvent[], at: string): ComplaintClocks {
  return all.clocksOf(events, { at })
}

/** Each deadline by itself. */
export function eachClock(events: readonly ComplaintEvent[], at: string): { readonly [clock: string]: OneClock } {
  return Object.fromEntries(each.map(({ id, policy, compiled }) => [id, { policy, clocks: compiled.clocksOf(events, { at }) }]))
}

/** The note is about what is written in laws: it has nothing to say of the firm's own promises. */
function policyOf(rule: ClockRule): ClockPolicy {
  const { note, ...others } = chinaClocks
  return { ...others, ...(rule.source === undefined || note === undefined ? {} : { note }), clocks: [rule] }
}
