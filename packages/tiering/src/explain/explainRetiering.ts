import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, type Title, titleOf, titlesOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import type { PreparedRetierPolicy } from '../retiering/prepared.js'
import type { RetierDiagnosis, Retiering, RetierPolicy, TierMove } from '../retiering/types.js'
import { checkRetieringOfPolicy } from './checkRetiering.js'
import type { CustomerSentences } from './customerSentences.js'
import { explainMove } from './explainMove.js'

/** The types of moves, as a run is summed up. */
const TYPES = ['up', 'down', 'stay', 'held', 'new'] as const

/** Those of which it is said where they lead. */
const FLOWING = ['up', 'down', 'new'] as const

/** How many customers moved alike. */
interface Flow extends Pick<TierMove, 'from' | 'to'> {
  readonly type: (typeof FLOWING)[number]
  readonly count: number
}

/**
 * Says in sentences which customers change their tier, and of each why it does or does not, what it takes to rise, and from when on it would fall.
 *
 * @param retiering - What {@link retier} returned.
 * @param policy - The policy that made it; its titles are taken from it.
 * @param locale - The language; English unless given.
 * @returns `sentences` about all: how many rise, fall, stay, are held or new; from which tier to which; and what is to be known about the run. In
 * `customers` the sentences about each, in the order of the moves. It takes O(n) for n customers.
 * @throws {@link InputError} if the policy is not one, or not the one that made the run: moves are worked out again, so that a policy of the same
 * version under which one would be another is refused.
 * @example
 * import { retier } from '@clientele/tiering'
 * import { explainRetiering } from '@clientele/tiering/explain'
 * import { textbookRetiering } from '@clientele/tiering/templates'
 *
 * const previous = [{ customer: 'North', tier: 'A', since: '2023-07-01' }, { customer: 'South', tier: 'B', since: '2023-07-01' }]
 * const current = [{ customer: 'North', value: '440000' }, { customer: 'South', value: '560000' }]
 * const retiering = retier({ previous, current }, textbookRetiering, { asOf: '2024-01-31' })
 * const { sentences, customers } = explainRetiering(retiering, textbookRetiering)
 * sentences[1] //=> 'Rising from "B: in between" to "A: few and large": 1.'
 * customers[0].sentences[0] //=> 'Customer North is held in "A: few and large" for now. Value: 440000.00 CNY.'
 * customers[0].sentences[3] //=> 'If the value stays below the cut, the customer may fall from 2024-07-01 on.'
 * customers[0].sentences[4] //=> 'To stay in "A: few and large", the value must reach 450000.00 CNY again; lacking: 10000.00 CNY.'
 */
export function explainRetiering(
  retiering: Retiering,
  policy: RetierPolicy,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[]; readonly customers: readonly CustomerSentences[] } {
  const issues: Issue[] = []
  const prepared = checkRetieringOfPolicy(retiering, policy, issues) as PreparedRetierPolicy
  throwIssues(issues)
  const { asOf, moves, currency, diagnoses } = { currency: undefined, ...retiering }
  const own = { ...policy }
  const title = titlesOf(own.tiers, locale)
  const counts = Object.fromEntries(TYPES.map((type) => [type, moves.filter((move) => move.type === type).length]))
  const { tiers, ranks } = prepared
  const rules = { tiers, ranks, currency, minimumStay: own.minimumStay, grace: own.grace }
  return {
    sentences: [
      formatMessage(locale.retiering.run, { asOf, policy: titleOf(own, locale), ...counts }),
      ...explainFlows(moves, prepared, title, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, locale)),
    ],
    customers: moves.map((move) => ({ customer: move.customer, sentences: explainMove(move, rules, title, locale) })),
  }
}

/** How many went from which tier to which: those who rise first, then those who fall and those who are new, from the top. */
function explainFlows(moves: readonly TierMove[], { ranks }: PreparedRetierPolicy, title: Title, { retiering }: TieringLocale): string[] {
  const flows = new Map<string, Flow>()
  for (const { type, from, to } of moves) {
    if (type === 'stay' || type === 'held') continue
    const key = JSON.stringify([type, from, to])
    flows.set(key, { type, from, to, count: (flows.get(key)?.count ?? 0) + 1 })
  }
  const rank = (tier: string | null): number => (tier === null ? 0 : (ranks.get(tier) as number))
  const compare = (a: Flow, b: Flow): number =>
    FLOWING.indexOf(a.type) - FLOWING.indexOf(b.type) || rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to)
  const sorted = [...flows.values()].sort(compare)
  return sorted.map(({ type, from, to, count }) => formatMessage(retiering.flows[type], { from: title(from ?? ''), to: title(to), count }))
}

function explainDiagnosis({ code, params }: RetierDiagnosis, { retiering, core }: TieringLocale): string {
  const { diagnoses, withoutValue } = retiering
  if (code === 'customers-without-value') return formatMessage(withoutValue[params.countedAsZero ? 'asZero' : 'held'], { count: params.count })
  if (code === 'customers-left-out') return formatMessage(diagnoses[code], { customers: listTexts(params.customers, core) })
  return formatMessage(diagnoses[code], params)
}
