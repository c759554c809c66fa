import type { Issue, Path } from '@clientele/core'
import {
  checkAgrees,
  checkCurrency,
  checkDecimal,
  checkInteger,
  checkList,
  checkRecord,
  checkUnique,
  isRecord,
  ownValue,
} from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { type MeasuredStage, type MeasuredStages, readCount, readMeasuredStages } from './readMeasured.js'

/** A measure and what its won deals are worth: `withAmount` of so many state an amount. */
export interface MeasuredWon extends MeasuredStages {
  readonly won: number
  readonly withAmount: number
  readonly amounts: readonly { readonly currency: string | null; readonly amount: Decimal }[]
}

/** Reads what {@link readMeasuredStages} reads of a measure, and what the deals are worth that were won; or adds issues and returns undefined. */
export function readMeasuredWon(measure: unknown, issues: Issue[]): MeasuredWon | undefined {
  const read = readMeasuredStages(measure, issues)
  const before = issues.length
  if (!isRecord(measure)) return undefined
  const path = ['measure', 'won']
  const won = ownValue(measure, 'won')
  if (!checkRecord(won, path, issues)) return undefined
  const amounts = readAmounts(ownValue(won, 'amounts'), [...path, 'amounts'], issues)
  const count = readCount(won, 'count', path, issues)
  if (issues.length > before) return undefined
  // Each currency is that of one deal at least, and without any no deal states an amount.
  const bounds = { minimum: amounts.length === 0 ? count : 0, maximum: count - amounts.length }
  const without = ownValue(won, 'withoutAmount')
  checkInteger(without, [...path, 'withoutAmount'], issues, bounds)
  if (read !== undefined) checkAgrees(count, (read.stages.at(-1) as MeasuredStage).advanced, [...path, 'count'], issues)
  if (read === undefined || issues.length > before) return undefined
  return { ...read, won: count, withAmount: count - (without as number), amounts }
}

function readAmounts(value: unknown, path: Path, issues: Issue[]): MeasuredWon['amounts'] {
  if (!checkList(value, path, issues)) return []
  const read = Array.from(value).map((member, index) => {
    const place = [...path, index]
    if (!checkRecord(member, place, issues)) return undefined
    const currency = ownValue(member, 'currency')
    if (currency !== null) checkCurrency(currency, [...place, 'currency'], issues)
    const amount = checkDecimal(ownValue(member, 'amount'), [...place, 'amount'], issues, { minimum: '0' })
    return amount === undefined ? undefined : { currency: currency as string | null, amount }
  })
  const amounts = read.flatMap((one) => (one === undefined ? [] : [one]))
  const codes = read.map((one) =>
    one === undefined || (one.currency !== null && typeof one.currency !== 'string') ? undefined : (one.currency ?? ''),
  )
  checkUnique(codes, (index) => [...path, index, 'currency'], issues)
  return amounts
}
