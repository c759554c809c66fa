import type { LocalizedText } from '@clientele/core'
import { formatDay } from '@clientele/core/days'
import { findFall } from './findFall.js'
import type { Finding } from './finding.js'
import { findPause } from './findPause.js'
import { findSilence, findSilenceBeforeEnd } from './findSilence.js'
import type { CustomerHistory, PreparedPolicy, PreparedSignal, ReadActivity, ReadContract } from './prepared.js'
import { type ReadAttrition, readAttrition } from './readAttrition.js'
import type {
  Activity,
  AttritionCase,
  AttritionDiagnosis,
  AttritionOptions,
  AttritionPolicy,
  AttritionWarning,
  AttritionWarnings,
  SignalFound,
} from './types.js'

type SignalType = PreparedSignal['type']

/** What was found of one customer. */
interface Judged {
  readonly customer: string
  readonly found: readonly { readonly signal: PreparedSignal; readonly finding: SignalFound }[]
  /** The types of signals that could not be looked for. */
  readonly tooShort: ReadonlySet<SignalType>
}

/**
 * Warns of customers who seem to be leaving: whose interactions become fewer, who pause for longer than is usual for them, or who are silent, above
 * all before a contract ends.
 *
 * - `interactions-falling`: the last window ends on `asOf`, and those before follow each other backwards, each a whole number of windows before
 *   `asOf`; where that is the last day of its month and the window is of months alone, each ends on the last day of a month. A customer whose first
 *   interaction is after the first day of the earliest is not judged.
 * - `longer-pause-than-usual`: the days since the last interaction are more than so many times the median of the days between those on different days.
 * - `silent`: the last interaction was at least so long ago. Of a customer without one nothing is said.
 * - `silent-before-contract-end`: the same, and a contract in force ends within so long, was not renewed, and is followed by none of the customer that
 *   ends later and begins at the latest on the day after its end. Silence begins with the contract where there was no interaction since.
 *
 * Months of a duration are taken first and cut to the last day of the month.
 *
 * @param activity - The list of what happened with customers, in any order; or `{ activity, contracts }`. Each has a `date`, or a moment `at` with its
 * offset, of which the day counts as it is written.
 * @param policy - The signals, their levels and what is done at each.
 * @param options - `asOf`: the day of the warnings; activity after it is left out. `invalid`: `throw` (unless given) all bad rows together, or
 * `collect` them in `rejected`, where they may make a customer seem silent.
 * @returns The warnings, the most urgent first and those alike by customer, each with its signals and the action of its level. For each signal it takes
 * O(n log n) for n activities and contracts.
 * @throws {@link InputError} if the policy, an option or, unless they are collected, a row is not as stated, with every issue.
 * @see Textbook S3, "early warning of loss" (客戶流失預警): interactions fall, silence before the contract ends.
 * @example
 * import { warnOfAttrition } from '@clientele/tiering'
 *
 * const levels = [{ id: 'urgent', action: 'a call by the adviser' }, { id: 'watch', action: 'a coupon for a limited time' }]
 * const signals = [
 *   { type: 'silent-before-contract-end', level: 'urgent', within: 'P3M', silentFor: 'P30D' },
 *   { type: 'longer-pause-than-usual', level: 'watch', times: 2 },
 * ] as const
 * const policy = { kind: 'attrition-policy', id: 'usual', version: 1, levels, signals } as const
 * const activity = ['2024-01-10', '2024-02-10', '2024-03-11', '2024-04-10'].map((date) => ({ customer: 'C-1', date, type: 'visit' }))
 * const contracts = [{ customer: 'C-1', from: '2023-09-01', to: '2024-08-31' }]
 *
 * const { warnings } = warnOfAttrition({ activity, contracts }, policy, { asOf: '2024-06-30' })
 * warnings.map(({ customer, level, action }) => `${customer}, ${level}: ${action}`) //=> ['C-1, urgent: a call by the adviser']
 * warnings[0].signals.map(({ code, observed, expected, since }) => `${code}: ${observed} days since ${since}, where ${expected} are the limit`)
 * //=> ['silent-before-contract-end: 81 days since 2024-04-10, where 30 are the limit', 'longer-pause-than-usual: 81 days since 2024-04-10, where 60 are the limit']
 */
export function warnOfAttrition(
  activity: readonly Activity[] | AttritionCase,
  policy: AttritionPolicy,
  options: AttritionOptions,
): AttritionWarnings {
  const read = readAttrition(activity, policy, options)
  const judged = historiesOf(read).map((history) => judge(history, read.policy, read.asOf))
  const warned = judged.flatMap((one) => warn(one, read.policy) ?? [])
  return {
    asOf: formatDay(read.asOf) as string,
    customers: judged.length,
    warnings: warned.sort((a, b) => a.urgency - b.urgency || (a.warning.customer < b.warning.customer ? -1 : 1)).map(({ warning }) => warning),
    rejected: read.rejected,
    diagnoses: diagnose(read, judged),
    policies: [read.policy.reference],
  }
}

/** What is known of each customer with some activity up to the day, or a contract that has begun. */
function historiesOf({ activity, contracts, asOf }: ReadAttrition): CustomerHistory[] {
  const histories = new Map<string, { customer: string; activity: ReadActivity[]; contracts: ReadContract[] }>()
  const historyOf = (customer: string): { activity: ReadActivity[]; contracts: ReadContract[] } => {
    const history = histories.get(customer) ?? { customer, activity: [], contracts: [] }
    histories.set(customer, history)
    return history
  }
  for (const one of activity) if (one.day <= asOf) historyOf(one.customer).activity.push(one)
  for (const contract of contracts) historyOf(contract.customer).contracts.push(contract)
  const known = [...histories.values()].filter((history) => history.activity.length > 0 || history.contracts.some(({ from }) => from <= asOf))
  for (const history of known) history.activity.sort((a, b) => a.day - b.day)
  return known
}

function judge(history: CustomerHistory, { signals }: PreparedPolicy, asOf: number): Judged {
  const found: { signal: PreparedSignal; finding: SignalFound }[] = []
  const tooShort = new Set<SignalType>()
  for (const signal of signals) {
    const finding = look(history, signal, asOf)
    if (finding === 'too-short') tooShort.add(signal.type)
    else if (finding !== undefined) found.push({ signal, finding: { ...headOf(signal), ...finding } })
  }
  return { customer: history.customer, found, tooShort }
}

/** What a finding repeats of its signal. */
function headOf({ id, type, level, types }: PreparedSignal): Pick<SignalFound, 'id' | 'code' | 'level' | 'types'> {
  return { ...(id === undefined ? {} : { id }), code: type, level, ...(types === undefined ? {} : { types: [...types] }) }
}

function look({ activity, contracts }: CustomerHistory, signal: PreparedSignal, asOf: number): Finding {
  const days = activity.filter(({ type }) => signal.types?.has(type) ?? true).map(({ day }) => day)
  switch (signal.type) {
    case 'interactions-falling':
      return findFall(days, signal, asOf)
    case 'silent-before-contract-end':
      return findSilenceBeforeEnd(days.at(-1), contracts, signal, asOf)
    case 'silent':
      return findSilence(days.at(-1), signal.silentFor, asOf)
    case 'longer-pause-than-usual':
      return findPause(days, signal, asOf)
  }
}

/** The warning of a customer, and how urgent it is; signals are in the order of urgency already. */
function warn(
  { customer, found }: Judged,
  { actions }: PreparedPolicy,
): { readonly urgency: number; readonly warning: AttritionWarning } | undefined {
  const [first] = found
  if (first === undefined) return undefined
  const { level, urgency } = first.signal
  return { urgency, warning: { customer, level, signals: found.map(({ finding }) => finding), action: actions[urgency] as LocalizedText } }
}

function diagnose({ policy, asOf, activity, contracts, rejected }: ReadAttrition, judged: readonly Judged[]): AttritionDiagnosis[] {
  const diagnoses: AttritionDiagnosis[] = []
  const read = activity.length + contracts.length
  if (rejected.length > 0) diagnoses.push({ code: 'rows-rejected', params: { rejected: rejected.length, read } })
  const later = activity.filter(({ day }) => day > asOf).length
  if (later > 0) diagnoses.push({ code: 'activity-after-as-of', params: { count: later } })
  for (const signal of new Set(policy.signals.map(({ type }) => type))) {
    const count = judged.filter(({ tooShort }) => tooShort.has(signal)).length
    if (count > 0) diagnoses.push({ code: 'history-too-short', params: { signal, count } })
  }
  const over = countOver(contracts, asOf)
  if (over > 0) diagnoses.push({ code: 'contracts-over', params: { count: over } })
  if (judged.length === 0) diagnoses.push({ code: 'no-customers', params: {} })
  return diagnoses
}

/** How many contracts are over, were not renewed, and have none of the same customer that ends later. */
function countOver(contracts: readonly ReadContract[], asOf: number): number {
  const ends = new Map<string, number>()
  for (const { customer, to } of contracts) ends.set(customer, Math.max(to, ends.get(customer) ?? to))
  return contracts.filter(({ customer, to, renewed }) => to < asOf && !renewed && to === ends.get(customer)).length
}
