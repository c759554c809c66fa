import { ZERO } from '../numbers/quantity.js'
import { pairCustomers } from './pairCustomers.js'
import { type ReadRetiering, readRetiering } from './readRetiering.js'
import { COUNTED_AS_ZERO, keepCustomer, placeCustomer, type RetieredCustomer, retierCustomer } from './retierCustomer.js'
import { prepareRun } from './retierRun.js'
import type { RejectedTierRow, RetierDiagnosis, Retiering, RetieringCase, RetieringOptions, RetierPolicy, TierMove, TierRecord } from './types.js'

/**
 * Tiers customers again without flapping: each tier has a cut to rise to it and a lower one to fall from it, and a value between them moves nobody.
 *
 * - A value of at least the `promoteFrom` of higher tiers lifts a customer to the highest of them. A value below `demoteBelow` of the customer's own
 *   tier lets it fall to the highest tier whose `demoteBelow` it is not below.
 * - Nobody falls before `minimumStay` is over since the customer came into the tier, nor before the value has been below the cut for `grace`, as the
 *   runs saw it; rising needs neither. Months of a duration end on the month's last day where it is too short. Where a direction is `at-review`,
 *   customers move that way only in the months of a review. Whoever is kept is `held`, with all that keeps it and, from falling, until when.
 * - With `maximumSteps` a customer moves at most so far on one day or, where that direction waits for reviews, in one review; the rest follows later.
 *   So running again on the same day with the same values moves nobody.
 * - Whoever has no tier yet comes at once into the highest one whose `from`, or `promoteFrom` where none is given, the value reaches. Whoever has no
 *   value stays, or counts as 0, as the policy says.
 *
 * @param retiering - `previous`: tiers up to now, each customer once, in any order: `customers` of the last run; none for the first one. `current`:
 * values now, of any sign, each customer once, in any order, all in one currency or all without one; `customers` of a tiering may be given as they are.
 * @param policy - The policy, whose tiers all of `previous` are in.
 * @param options - `asOf`: the day on which customers move, not before any day of `previous`; `invalid`: what becomes of bad rows,
 * `throw` unless given. With `collect`, a customer whose value is bad stays, whatever the policy says of missing ones, and one whose tier is bad is left
 * out, for it is not new; of a customer who is twice in a list, both rows are bad.
 * @returns What becomes of everyone, and the next run's `previous`. It takes O(n log n) for n customers.
 * @throws {@link InputError} if anything is not as stated, with every issue; rows are read once all else is right.
 * @see O. H. Schmitt, A thermionic trigger, 1938: two thresholds, so that noise between them switches nothing.
 * @example
 * import { retier } from '@clientele/tiering'
 *
 * const tiers = [{ id: 'A', promoteFrom: '550000', demoteBelow: '450000' }, { id: 'B', promoteFrom: '110000', demoteBelow: '90000' }, { id: 'C' }]
 * const policy = { kind: 'retier-policy', id: 'usual', version: 1, tiers, grace: 'P3M', up: 'at-once', down: 'at-once' } as const
 * const previous = [{ customer: 'North', tier: 'A', since: '2023-07-01' }, { customer: 'South', tier: 'B', since: '2023-07-01' }]
 * const current = [{ customer: 'North', value: '440000' }, { customer: 'South', value: '540000' }, { customer: 'West', value: '600000' }]
 *
 * const { moves, customers } = retier({ previous, current }, policy, { asOf: '2024-01-31' })
 * moves.map(({ customer, from, to, type }) => `${customer}: ${from} → ${to}, ${type}`)
 * //=> ['North: A → A, held', 'South: B → B, stay', 'West: null → A, new']
 * moves[0]?.reasons[1] //=> { code: 'grace', params: { belowSince: '2024-01-31', until: '2024-04-30' } }
 * customers[0] //=> { customer: 'North', tier: 'A', since: '2023-07-01', belowSince: '2024-01-31' }
 *
 * const later = retier({ previous: customers, current }, policy, { asOf: '2024-04-30' })
 * later.moves.filter(({ type }) => type !== 'stay').map(({ customer, to, type }) => [customer, to, type]) //=> [['North', 'B', 'down']]
 */
export function retier(retiering: RetieringCase, policy: RetierPolicy, options: RetieringOptions): Retiering {
  const read = readRetiering(retiering, policy, options)
  const { asOf, currency } = read
  const { moves, customers, diagnoses } = retierAll(read)
  return {
    asOf,
    ...(currency === undefined ? {} : { currency }),
    moves,
    customers,
    rejected: read.rejected,
    diagnoses,
    policies: [read.policy.reference],
  }
}

function retierAll(read: ReadRetiering): Pick<Retiering, 'moves' | 'customers' | 'diagnoses'> {
  const { previous, current, rejected, policy } = read
  const run = prepareRun(policy, read.asOf, read.currency)
  const badTiers = rejectedCustomers(rejected, 'previous')
  const badValues = rejectedCustomers(rejected, 'current')
  const moves: TierMove[] = []
  const customers: TierRecord[] = []
  const leftOut: string[] = []
  const add = ({ move, record }: RetieredCustomer): void => {
    moves.push(move)
    customers.push(record)
  }
  for (const { record, row } of pairCustomers(previous, current)) {
    if (record === undefined) {
      if (badTiers.has(row.customer)) leftOut.push(row.customer)
      else add(placeCustomer(row.customer, row.value, run))
    } else if (row !== undefined) add(retierCustomer(record, row.value, run))
    else if (policy.countsMissingAsZero && !badValues.has(record.customer)) add(retierCustomer(record, ZERO, run, COUNTED_AS_ZERO))
    else add(keepCustomer(record, run))
  }
  return { moves, customers, diagnoses: diagnose(read, moves, leftOut) }
}

function rejectedCustomers(rejected: readonly RejectedTierRow[], of: RejectedTierRow['list']): ReadonlySet<string> {
  return new Set(rejected.flatMap(({ list, id }) => (list === of && id !== undefined ? [id] : [])))
}

function diagnose({ previous, current, rejected }: ReadRetiering, moves: readonly TierMove[], leftOut: readonly string[]): RetierDiagnosis[] {
  const diagnoses: RetierDiagnosis[] = []
  const refused = rejected.length
  if (refused > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected: refused, read: previous.length + current.length } })
  if (leftOut.length > 0) diagnoses.push({ code: 'customers-left-out', params: { customers: leftOut } })
  for (const countedAsZero of [false, true]) {
    const missing = moves.filter(({ reasons: [first] }) => first?.code === 'value-missing' && first.params.countedAsZero === countedAsZero)
    if (missing.length > 0) diagnoses.push({ code: 'customers-without-value', params: { count: missing.length, countedAsZero } })
  }
  const placed = moves.filter(({ type }) => type === 'new')
  if (placed.length > 0) diagnoses.push({ code: 'new-customers', params: { count: placed.length } })
  if (moves.length === 0) diagnoses.push({ code: 'no-customers', params: {} })
  return diagnoses
}
