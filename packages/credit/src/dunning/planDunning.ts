import { formatDay } from '@clientele/core/days'
import { accountsOf } from './accounts.js'
import { type AccountPlan, planAccount } from './planAccount.js'
import { type ReadDunning, readDunning } from './readDunning.js'
import { type CountedHistory, countHistory } from './sentLetters.js'
import type { DunningCase, DunningDiagnosis, DunningOptions, DunningPlan, DunningScheme } from './types.js'

/**
 * Plans which reminders are sent to whom on a day: at most one letter to each customer in each currency, and at most one level for each item.
 *
 * - An item is overdue from the day after its due date, while something of it is open. It reaches a level on the first day on which it is overdue
 *   by the level's `afterDays` and the letter of the level before was sent at least the level's `minimumInterval` earlier: no level is skipped,
 *   however long the item is overdue. Months of an interval end on the month's last day where it is too short.
 * - All items of a customer and currency that have reached a level are in one letter, which is that of the highest level, with its fee. What is
 *   owed to the customer in that currency is deducted; where nothing is left, or less than `minimumAmount`, the letter is held.
 * - Planning is not sending: what was sent goes into `history`, an entry for each item of a letter at the item's own level. The next run of the
 *   same day then sends nothing twice.
 *
 * @param dunning - `items`: any number, of different ids and any customers and currencies, in any order; those that are not overdue count only as
 * credits. `history`: what was sent, in any order and of any levels, also such as the scheme no longer has; none unless given.
 * @param scheme - The dunning scheme. A fee or a minimum that has no currency has at most the minor digits of each currency of the
 * items dated up to `asOf`, also of those settled. Interest is on each item as it stands: apply credits first, for what was not applied lowers none.
 * @param options - `asOf`: the day of the letters; `invalid`: what becomes of bad items, `throw` unless given.
 * @returns The letters, what is held and what waits: every overdue item is in exactly one of them, with the reasons. It takes O(n log n) for n
 * items and letters.
 * @throws {@link InputError} if anything is not as stated, with every issue; the items are read once all else is right.
 * @see The dunning levels of Tryton (module `account_dunning`) for the levels; ERPNext for fee and interest in one total.
 * @example
 * import { planDunning } from '@clientele/credit'
 *
 * const levels = [{ level: 1, afterDays: 5, letter: 'reminder' }, { level: 2, afterDays: 20, letter: 'final-notice', feeAmount: '10' }]
 * const scheme = { kind: 'dunning-scheme', id: 'usual', version: 1, levels } as const
 * const items = [{ id: 'INV-1', customer: 'C-1', date: '2024-02-01', due: '2024-03-01', amount: '100', currency: 'EUR' }]
 *
 * const first = planDunning({ items, history: [] }, scheme, { asOf: '2024-03-31' })
 * first.letters.map(({ letter, total }) => `${letter}: ${total}`) //=> ['reminder: 100.00']
 * first.letters[0]?.items[0]?.next //=> { level: 2, on: '2024-04-01' }
 *
 * const history = [{ item: 'INV-1', level: 1, sentOn: '2024-03-31' }]
 * const second = planDunning({ items, history }, scheme, { asOf: '2024-04-01' })
 * second.letters.map(({ letter, total }) => `${letter}: ${total}`) //=> ['final-notice: 110.00']
 */
export function planDunning(dunning: DunningCase, scheme: DunningScheme, options: DunningOptions): DunningPlan {
  const read = readDunning(dunning, scheme, options)
  const { items, asOf } = read
  const history = countHistory(read.history, items, read.scheme.levels, asOf)
  const plans = accountsOf(items, history.sent, asOf).map((account) => planAccount(account, read.scheme, asOf))
  return {
    asOf: formatDay(asOf) as string,
    letters: plans.flatMap(({ composed }) => (composed === undefined ? [] : [composed.letter])),
    held: plans.flatMap(({ held }) => held),
    waiting: plans.flatMap(({ waiting }) => waiting),
    rejected: read.rejected,
    diagnoses: [...read.diagnoses, ...diagnose(read, history, plans)],
    policies: read.scheme.policies,
  }
}

function diagnose({ scheme }: ReadDunning, { later, ofOthers }: CountedHistory, plans: readonly AccountPlan[]): DunningDiagnosis[] {
  const diagnoses: DunningDiagnosis[] = []
  if (later > 0) diagnoses.push({ code: 'history-after-as-of', params: { count: later } })
  if (ofOthers > 0) diagnoses.push({ code: 'history-of-other-items', params: { count: ofOthers } })
  const composed = plans.flatMap((plan) => plan.composed ?? [])
  const disputed = composed.flatMap(({ letter }) => letter.items.filter((item) => item.disputed).map(({ id }) => id))
  if (disputed.length > 0) diagnoses.push({ code: 'disputed-items-dunned', params: { items: sorted(disputed) } })
  const early = composed.flatMap(({ beforeFirstRate }) => beforeFirstRate)
  if (scheme.interest !== undefined && early.length > 0) {
    diagnoses.push({ code: 'days-before-first-rate', params: { items: sorted(early), from: scheme.interest.first } })
  }
  return diagnoses
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => (a < b ? -1 : 1))
}
