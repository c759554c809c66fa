import type { Issue } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, checkText, throwIssues } from '@clientele/core/checks'
import { shownDigits } from '../money/currency.js'
import { roundPart } from '../money/roundPart.js'
import { multiplyQuantities, type Quantity, quantityText, readQuantity, ZERO } from '../numbers/quantity.js'
import { type ReadLossRebate, readLossRebate } from './readLossRebate.js'
import type { LossCase, LossRebate, Rebate } from './types.js'

/** A loss, checked and read. */
interface ReadLoss {
  readonly level: string
  readonly loss: Quantity
}

/**
 * Tells how much of a loss is given back to a member of a level, such as a casino does in goods and services.
 *
 * @param lossCase - The member's level, and what was lost, in the programme's currency if it has one; below 0 what was won.
 * @param programme - How much is given back to whom.
 * @returns The level's percentage of the loss, rounded half-up to the currency's minor digits, or unrounded without a currency, but never more
 * than the loss; 0 of what was won.
 * @throws {@link InputError} if the level is none of the programme's, or anything else is not as stated, with every issue.
 * @see Textbook §3, named levels: a casino's four levels, with 10 to 30 % of losses given back in kind.
 * @example
 * import { rebateOnLosses } from '@clientele/tiering'
 *
 * const levels = [{ id: 'diamond', percent: '30' }, { id: 'gold', percent: '10' }]
 * const programme = { kind: 'loss-rebate', id: 'casino', version: 1, currency: 'USD', levels } as const
 * const { percent, amount, inKind } = rebateOnLosses({ level: 'diamond', loss: '1234.55' }, programme)
 * percent //=> '30'
 * amount //=> '370.37'
 * inKind //=> true
 */
export function rebateOnLosses(lossCase: LossCase, programme: LossRebate): Rebate {
  const issues: Issue[] = []
  const rules = readLossRebate(programme, ['programme'], issues)
  const read = readLoss(lossCase, rules, issues)
  throwIssues(issues)
  return rebate(read as ReadLoss, rules as ReadLossRebate)
}

function readLoss(value: unknown, rules: ReadLossRebate | undefined, issues: Issue[]): ReadLoss | undefined {
  if (!checkRecord(value, ['lossCase'], issues)) return undefined
  const { level, loss, ...others } = { ...value }
  checkKeys(others, ['level', 'loss'], ['lossCase'], issues)
  const path = ['lossCase', 'level']
  const isKnown = rules === undefined ? checkText(level, path, issues) : checkChoice(level, [...rules.percents.keys()], path, issues)
  const read = readQuantity(loss, ['lossCase', 'loss'], issues)
  return isKnown && read !== undefined ? { level: level as string, loss: read } : undefined
}

function rebate({ level, loss }: ReadLoss, { currency, percents, inKind, policy }: ReadLossRebate): Rebate {
  const percent = percents.get(level) as Quantity
  const digits = shownDigits(currency)
  const share = multiplyQuantities(loss, { units: percent.units, digits: percent.digits + 2 })
  return {
    level,
    loss: quantityText(loss, digits),
    percent: quantityText(percent),
    amount: quantityText(loss.units > 0n ? roundPart(share, loss, currency) : ZERO, digits),
    ...(currency === undefined ? {} : { currency }),
    inKind,
    policies: [policy],
  }
}
