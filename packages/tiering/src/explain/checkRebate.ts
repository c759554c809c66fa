import type { Issue } from '@clientele/core'
import {
  type Check,
  checkAgrees,
  checkAmong,
  checkFlag,
  checkMadeByPolicy,
  checkQuantity,
  checkText,
  membersOf,
  optional,
} from '@clientele/core/checks'
import { checkLossRebate } from '../levels/checkLossRebate.js'
import { rebateOnLosses } from '../levels/rebateOnLosses.js'
import type { LossRebate, Rebate } from '../levels/types.js'

const checkShape: Check = membersOf({
  level: checkText,
  loss: checkQuantity,
  percent: checkQuantity,
  amount: checkQuantity,
  currency: optional(checkText),
  inKind: checkFlag,
})

/** Adds an issue for all that is wrong with a rebate or its programme, and where another programme made it, also one of the same version. */
export function checkRebateOfProgramme(value: unknown, programme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(value, 'rebate', checkShape, { name: 'programme', document: programme, check: checkLossRebate }, issues)
  if (issues.length > 0) return
  const [rebate, rules] = [value as Rebate, { ...(programme as LossRebate) }]
  const { level, loss, currency } = rebate
  const ids = rules.levels.map(({ id }) => id)
  checkAmong(level, ids, ['rebate', 'level'], issues)
  if (issues.length > 0) return
  // Whether there is a currency is compared also where the programme has none.
  checkAgrees({ ...rebate, currency }, { currency: undefined, ...rebateOnLosses({ level, loss }, rules) }, ['rebate'], issues)
}
