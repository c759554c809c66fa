import { Decimal } from '@clientele/core/decimal'
import { moneyText } from '../money/moneyText.js'
import type { ReadCreditState } from './readCreditState.js'
import type { ReadDeteriorationCase, ReadDeteriorationPolicy, ReadSign } from './readDeterioration.js'
import type { CreditState, DeteriorationDiagnosis, DeteriorationReason, DeteriorationSign } from './types.js'

/** The signs that were seen, and those that could not be looked for, each in the policy's order. */
export interface SeenSigns {
  readonly reasons: readonly DeteriorationReason[]
  readonly diagnoses: readonly DeteriorationDiagnosis[]
}

/** A state that tells all that the sign is about. */
type Known = { readonly [Key in keyof CreditState]-?: Exclude<ReadCreditState[Key], undefined> }

/** The rank of each grade, from the best to the worst, and the minor digits of what is overdue. */
interface Scale {
  readonly ranks: ReadonlyMap<string, number>
  readonly digits: number
}

const FACT_OF_SIGN: { readonly [Type in DeteriorationSign['type']]: keyof CreditState } = {
  'grade-fell': 'grade',
  'loss-rate-rose': 'expectedBadDebtRate',
  'standard-lost': 'meetsStandard',
  'dunning-level-rose': 'dunningLevel',
  'overdue-rose': 'overdue',
  'days-delinquent-rose': 'daysDelinquent',
}

/** Looks for every sign of a policy. */
export function seeSigns({ before, after, account }: ReadDeteriorationCase, { signs, grades = [] }: ReadDeteriorationPolicy): SeenSigns {
  const reasons: DeteriorationReason[] = []
  const diagnoses: DeteriorationDiagnosis[] = []
  const scale = { ranks: new Map(grades.map((grade, rank) => [grade, rank])), digits: account.digits }
  for (const sign of signs) {
    const fact = FACT_OF_SIGN[sign.type]
    if (before[fact] === undefined || after[fact] === undefined) {
      diagnoses.push({ code: 'not-comparable', params: { sign: sign.id, fact } })
      continue
    }
    const reason = seeSign(sign, before as Known, after as Known, scale)
    if (reason !== undefined) reasons.push(reason)
  }
  return { reasons, diagnoses }
}

/** Why a sign is seen, if it is. */
function seeSign({ id, type, by }: ReadSign, before: Known, after: Known, { ranks, digits }: Scale): DeteriorationReason | undefined {
  const isSeen = (rise: Decimal): boolean => rise.gt(0) && rise.gte(by)
  switch (type) {
    case 'grade-fell': {
      const fallen = (ranks.get(after.grade) as number) - (ranks.get(before.grade) as number)
      const params = { sign: id, before: before.grade, after: after.grade, grades: fallen }
      return isSeen(new Decimal(fallen)) ? { code: type, params } : undefined
    }
    case 'loss-rate-rose': {
      const params = { sign: id, before: before.expectedBadDebtRate.toNumber(), after: after.expectedBadDebtRate.toNumber() }
      return isSeen(after.expectedBadDebtRate.minus(before.expectedBadDebtRate)) ? { code: type, params } : undefined
    }
    case 'standard-lost':
      return before.meetsStandard && !after.meetsStandard ? { code: type, params: { sign: id } } : undefined
    case 'dunning-level-rose': {
      const params = { sign: id, before: before.dunningLevel + 0, after: after.dunningLevel }
      return isSeen(new Decimal(after.dunningLevel - before.dunningLevel)) ? { code: type, params } : undefined
    }
    case 'overdue-rose': {
      const params = { sign: id, before: moneyText(before.overdue, digits), after: moneyText(after.overdue, digits) }
      const rise = moneyText(after.overdue - before.overdue, digits)
      return isSeen(new Decimal(rise)) ? { code: type, params } : undefined
    }
    default: {
      const params = { sign: id, before: before.daysDelinquent.toNumber(), after: after.daysDelinquent.toNumber() }
      return isSeen(after.daysDelinquent.minus(before.daysDelinquent)) ? { code: 'days-delinquent-rose', params } : undefined
    }
  }
}
