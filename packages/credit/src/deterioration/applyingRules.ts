import type { DecimalInput } from '@clientele/core'
import { checkDecimal } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import type { DeteriorationMeasure, ProposedMeasure } from './types.js'

/** For each measure that the signs which were seen call for, the strictest rule, in the order in which the measures first apply. */
export function applyingRules(
  rules: readonly DeteriorationMeasure[],
  seen: ReadonlySet<string>,
): ReadonlyMap<ProposedMeasure['measure'], DeteriorationMeasure> {
  const applying = new Map<ProposedMeasure['measure'], DeteriorationMeasure>()
  for (const rule of seen.size === 0 ? [] : rules) {
    if (rule.onSigns !== undefined && !rule.onSigns.some((sign) => seen.has(sign))) continue
    const other = applying.get(rule.measure)
    if (other === undefined || isStricter(rule, other)) applying.set(rule.measure, rule)
  }
  return applying
}

/** Whether a rule goes further than another for the same measure; one that leaves open how far never does. */
function isStricter(rule: DeteriorationMeasure, other: DeteriorationMeasure): boolean {
  const [extent, otherExtent] = [extentOf(rule), extentOf(other)]
  if (extent === undefined || otherExtent === undefined) return extent !== undefined
  if (rule.measure === 'raise-deposit') return readDecimal(extent).gt(readDecimal(otherExtent))
  return rule.measure === 'reduce-supply' && readDecimal(extent).lt(readDecimal(otherExtent))
}

/** How far a rule goes, where it says so: to which percentage of the limit, or under which condition goods are shipped. */
function extentOf(rule: DeteriorationMeasure): DecimalInput | undefined {
  if (rule.measure === 'restrict-shipments') return rule.to
  return rule.measure === 'raise-deposit' || rule.measure === 'reduce-supply' ? rule.toPercentOfLimit : undefined
}

function readDecimal(value: DecimalInput): Decimal {
  return checkDecimal(value, [], []) as Decimal
}
