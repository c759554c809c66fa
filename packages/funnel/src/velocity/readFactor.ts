import type { Issue, Path } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import type { SalesFactors } from './types.js'

/** Of these bounds every product and quotient of factors is near a number. */
const GREATEST = '1e100'
const SHORTEST_CYCLE = '1e-100'

/** As many digits as tell all numbers apart. */
const DIGITS = 17

/** Reads a factor of sales, or adds an issue and returns undefined. */
export function readFactor(factor: keyof SalesFactors, value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const isCycle = factor === 'cycleDays'
  const read = checkDecimal(value, path, issues, isCycle ? {} : { minimum: '0' })
  if (read === undefined) return undefined
  const maximum = factor === 'winRate' ? '1' : GREATEST
  if (isCycle && !read.gt(0)) issues.push(createIssue('not-above', path, { bound: '0', actual: decimalText(read) }))
  else if (isCycle && read.lt(SHORTEST_CYCLE)) issues.push(createIssue('too-small', path, { minimum: SHORTEST_CYCLE, actual: shortly(read) }))
  else if (read.gt(maximum)) issues.push(createIssue('too-large', path, { maximum, actual: shortly(read) }))
  else return read
  return undefined
}

/** Written as numbers are where there are many digits, for hundreds of them help nobody. */
function shortly(value: Decimal): string {
  const text = decimalText(value)
  return text.length > DIGITS ? new Decimal(value).toSignificantDigits(DIGITS).toExponential() : text
}
