import type { DecimalInput, RoundingMode } from '@clientele/core'
import { checkDecimal } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import type { ReadAccount } from '../accounts/readAccount.js'
import { divideRounded } from '../money/divideRounded.js'
import { moneyText } from '../money/moneyText.js'
import { fractionOf, HUNDREDTH, multiply } from '../numbers/fraction.js'
import { diagnoseFacts } from './diagnoseFacts.js'
import { isInForce } from './isInForce.js'
import type { DeteriorationDiagnosis, DeteriorationMeasure, ProposedMeasure } from './types.js'

/** The measures that are proposed; those that are in place, and what is to be known about the facts. */
export interface ProposedMeasures {
  readonly measures: readonly ProposedMeasure[]
  readonly diagnoses: readonly DeteriorationDiagnosis[]
}

/** Proposes the measures that apply, each by its rule, and tells what is to be known about the facts that they rest on. */
export function proposeMeasures(rules: readonly DeteriorationMeasure[], account: ReadAccount, asOf: number | undefined): ProposedMeasures {
  const measures: ProposedMeasure[] = []
  const inPlace: DeteriorationDiagnosis[] = []
  for (const rule of rules) {
    const proposed = propose(rule, account, asOf)
    if (proposed === undefined) inPlace.push({ code: 'in-place', params: { measure: rule.measure } })
    else measures.push(proposed)
  }
  return { measures, diagnoses: [...inPlace, ...diagnoseFacts(rules, account, asOf)] }
}

/** A measure, unless it is in place. */
function propose(rule: DeteriorationMeasure, account: ReadAccount, asOf: number | undefined): ProposedMeasure | undefined {
  const guarantees = (account.guarantees ?? []).filter((guarantee) => guarantee.amount > 0n && isInForce(guarantee, asOf))
  switch (rule.measure) {
    case 'guarantor':
      return guarantees.length > 0 ? undefined : { measure: rule.measure }
    case 'joint-guarantor':
      return guarantees.some(({ isJoint }) => isJoint) ? undefined : { measure: rule.measure }
    case 'raise-deposit':
      return raiseDeposit(rule.toPercentOfLimit, account, asOf)
    case 'reduce-supply':
      return reduceSupply(rule.toPercentOfLimit, account)
    case 'restrict-shipments':
      return { measure: rule.measure, to: rule.to ?? null }
    default:
      return { measure: rule.measure }
  }
}

function raiseDeposit(percent: DecimalInput | undefined, account: ReadAccount, asOf: number | undefined): ProposedMeasure | undefined {
  const { currency, digits, deposits = [] } = account
  const counted = deposits.filter((deposit) => deposit.currency === currency && isInForce(deposit, asOf))
  const from = counted.reduce((sum, { amount }) => sum + amount, 0n)
  const to = partOfLimit(percent, account, 'up')
  const known = { measure: 'raise-deposit', from: moneyText(from, digits) } as const
  if (to === undefined) return { ...known, to: null, amount: null }
  return to <= from ? undefined : { ...known, to: moneyText(to, digits), amount: moneyText(to - from, digits) }
}

function reduceSupply(percent: DecimalInput | undefined, account: ReadAccount): ProposedMeasure | undefined {
  const from = account.limit?.units ?? undefined
  const to = partOfLimit(percent, account, 'down')
  if (from === 0n || (from !== undefined && to === from)) return undefined
  const money = (units: bigint | undefined): string | null => (units === undefined ? null : moneyText(units, account.digits))
  return { measure: 'reduce-supply', from: money(from), to: money(to) }
}

/** So many percent of the limit, in minor units; undefined where either is not known, or there is no limit. */
function partOfLimit(percent: DecimalInput | undefined, { limit }: ReadAccount, rounding: RoundingMode): bigint | undefined {
  if (percent === undefined || typeof limit?.units !== 'bigint') return undefined
  const { dividend, divisor } = multiply(fractionOf(checkDecimal(percent, [], []) as Decimal), HUNDREDTH)
  return divideRounded(limit.units * dividend, divisor, rounding)
}
