import { Decimal } from '../decimal/Decimal.js'
import { MAXIMUM_DIGITS, parseDecimal } from '../decimals/parseDecimal.js'
import { createIssue } from '../issues/createIssue.js'
import { describeValue } from '../issues/describeValue.js'
import type { Issue } from '../issues/types.js'
import type { Path } from '../types.js'

/** Reads a decimal, or adds an issue and returns undefined. */
export function checkDecimal(value: unknown, path: Path, issues: Issue[], { minimum }: { minimum?: string } = {}): Decimal | undefined {
  if (value === undefined) {
    issues.push(createIssue('missing', path, {}))
    return undefined
  }
  const parsed = parseDecimal(value)
  if (!parsed.ok) {
    const actual = describeValue(value)
    issues.push(
      parsed.code === 'not-a-decimal'
        ? createIssue('not-a-decimal', path, { actual })
        : createIssue('too-many-digits', path, { maximum: MAXIMUM_DIGITS, actual }),
    )
    return undefined
  }
  const decimal = new Decimal(parsed.text)
  if (minimum !== undefined && decimal.lt(minimum)) {
    issues.push(createIssue('too-small', path, { minimum, actual: parsed.text }))
    return undefined
  }
  return decimal
}
