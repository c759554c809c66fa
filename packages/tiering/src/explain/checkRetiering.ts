import type { CalendarDate, Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkCurrency,
  checkDay,
  checkFlag,
  checkMade,
  checkQuantity,
  checkText,
  codedBy,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
} from '@clientele/core/checks'
import { FIRST_DAY, formatDay } from '@clientele/core/days'
import { type Quantity, quantityOf, ZERO } from '../numbers/quantity.js'
import type { PreparedRetierPolicy, ReadTierRecord } from '../retiering/prepared.js'
import { readRetierPolicy } from '../retiering/prepareRetierPolicy.js'
import { COUNTED_AS_ZERO, keepCustomer, placeCustomer, type RetieredCustomer, retierCustomer } from '../retiering/retierCustomer.js'
import { prepareRun, type RetierRun } from '../retiering/retierRun.js'
import type { RetierDiagnosis, Retiering, RetierReason, TierMove } from '../retiering/types.js'

const cut = orNull(checkQuantity)

const LONG_AGO = formatDay(FIRST_DAY) as CalendarDate

const reasons: CodeChecks<RetierReason> = {
  'promotion-earned': { tier: checkText, promoteFrom: checkQuantity },
  'below-cut': { tier: checkText, demoteBelow: checkQuantity, since: checkDay },
  'between-cuts': { demoteBelow: cut, promoteFrom: cut },
  'first-tier': { tier: checkText, from: cut },
  'minimum-stay': { since: checkDay, until: checkDay },
  grace: { belowSince: checkDay, until: checkDay },
  'waits-for-review': { next: checkText },
  'maximum-steps': { steps: checkCount, earned: checkText },
  'moved-already': { since: checkDay },
  'value-missing': { countedAsZero: checkFlag },
}

const diagnoses: CodeChecks<RetierDiagnosis> = {
  'rows-rejected': { rejected: checkCount, read: checkCount },
  'customers-left-out': { customers: listOf(checkText) },
  'customers-without-value': { count: checkCount, countedAsZero: checkFlag },
  'new-customers': { count: checkCount },
  'no-customers': {},
}

const move = membersOf({
  customer: checkText,
  value: orNull(checkQuantity),
  from: orNull(checkText),
  to: checkText,
  type: oneOf(['up', 'down', 'stay', 'held', 'new']),
  mayFallFrom: optional(checkDay),
  reasons: listOf(codedBy<RetierReason>(reasons)),
})

const checkShape: Check = membersOf({
  asOf: checkDay,
  currency: optional((value, path, issues) => {
    checkCurrency(value, path, issues)
  }),
  moves: listOf(move),
  diagnoses: listOf(codedBy<RetierDiagnosis>(diagnoses)),
})

/** Reads the policy; adds an issue for all that is wrong with it or a run, and where another policy made it, also one of the same version. */
export function checkRetieringOfPolicy(value: unknown, document: unknown, issues: Issue[]): PreparedRetierPolicy | undefined {
  const policy = readRetierPolicy(document, ['policy'], issues)
  checkMade(value, 'retiering', checkShape, policy && [policy.reference], issues)
  if (issues.length > 0 || policy === undefined) return undefined
  const { asOf, moves, currency } = { ...(value as Retiering) }
  if (policy.currency !== undefined) checkAgrees(currency, policy.currency, ['retiering', 'currency'], issues)
  const run = prepareRun(policy, asOf, currency)
  moves.forEach((one, index) => checkMove(one, run, ['retiering', 'moves', index], issues))
  return policy
}

/** Works the move out again, from the value, the policy and what the reasons tell of the customer, and adds an issue wherever it differs. */
function checkMove(move: TierMove, run: RetierRun, path: Path, issues: Issue[]): void {
  const { customer, value, from } = move
  const { ranks } = run.policy
  const known = value === null ? ZERO : quantityOf(value)
  const rank = from === null ? undefined : ranks.get(from)
  if (from !== null && rank === undefined) checkAmong(from, [...ranks.keys()], [...path, 'from'], issues)
  else {
    const again = rank === undefined ? placeCustomer(customer, known, run) : retierAgain(move, rank, known, run)
    checkAgrees(move, { mayFallFrom: undefined, ...again.move }, path, issues)
  }
}

function retierAgain({ customer, value, reasons: why }: TierMove, rank: number, known: Quantity, run: RetierRun): RetieredCustomer {
  const record = { customer, rank, ...datesOf(why) }
  if (value === null) return keepCustomer(record, run)
  const isMissing = run.policy.countsMissingAsZero && why[0]?.code === 'value-missing'
  return isMissing ? retierCustomer(record, ZERO, run, COUNTED_AS_ZERO) : retierCustomer(record, known, run)
}

/** Since when a customer is in its tier, as far as that keeps it from anything, and since when its value has been too low. */
function datesOf(why: readonly RetierReason[]): Pick<ReadTierRecord, 'since' | 'belowSince'> {
  let [since, belowSince]: [CalendarDate, CalendarDate | undefined] = [LONG_AGO, undefined]
  for (const { code, params } of why) {
    if (code === 'minimum-stay' || code === 'moved-already') since = params.since
    else if (code === 'below-cut') belowSince = params.since
  }
  return { since, belowSince }
}
