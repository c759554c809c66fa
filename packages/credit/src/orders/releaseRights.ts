import type { CalendarDuration } from '@clientele/core/checks'
import { dayAfter, formatDay, LAST_DAY } from '@clientele/core/days'
import type { Decimal } from '@clientele/core/decimal'
import { fractionOf } from '../instalments/shareAmounts.js'
import type { BreachCode } from './policyTypes.js'
import type { PreparedReleaseRule } from './readOrderPolicy.js'
import type { Limit, Situation } from './situation.js'
import type { ReleaseOffer } from './types.js'

/** What a role may release of a breach. */
export interface RoleRight {
  readonly role: string
  /** In percent of the limit; undefined where there is no end. */
  readonly upTo: Decimal | undefined
  /** Whether the limit is passed by no more than that. */
  readonly isEnough: boolean
  readonly validFor: CalendarDuration
  /** The last day of a release of the day of the decision; Infinity beyond the calendar. */
  readonly until: number
}

/** Who may release a breach, told once for all releases. */
export interface ReleaseRights {
  /** In the policy's order, each role once. */
  readonly rights: ReadonlyMap<string, RoleRight>
  /** The roles that may release it as large as it is, and until when. */
  readonly releasableBy: readonly string[]
  readonly offers: readonly ReleaseOffer[]
}

/** Who may release each of some breaches. */
export function releaseRights(codes: ReadonlySet<BreachCode>, situation: Situation): ReadonlyMap<BreachCode, ReleaseRights> {
  const rules = new Map([...codes].map((code): [BreachCode, PreparedReleaseRule[]] => [code, []]))
  for (const rule of situation.policy.release) rules.get(rule.breach)?.push(rule)
  return new Map([...rules].map(([code, own]) => [code, rightsOf(own, situation)]))
}

function rightsOf(rules: readonly PreparedReleaseRule[], { limit, asOf }: Situation): ReleaseRights {
  const rights = rules.map(({ role, upTo, validFor }): RoleRight => {
    return { role, upTo, isEnough: isWithin(upTo, limit), validFor, until: dayAfter(asOf, validFor) }
  })
  const enough = rights.filter(({ isEnough }) => isEnough)
  return {
    rights: new Map(rights.map((right) => [right.role, right])),
    releasableBy: enough.map(({ role }) => role),
    offers: enough.map(({ role, until }) => ({ role, until: formatDay(Math.min(until, LAST_DAY)) as string })),
  }
}

/** Whether a rule reaches as far as the limit is passed; no percentage of 0 does. */
function isWithin(upTo: Decimal | undefined, limit: Limit | null): boolean {
  if (upTo === undefined || limit === null) return true
  const { part, whole } = fractionOf(upTo)
  return limit.excess * whole <= limit.units * part
}
