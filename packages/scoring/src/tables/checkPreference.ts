import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, createIssue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { checkQuantity } from './checkQuantity.js'
import type { PreferenceFunction } from './types.js'

/** The thresholds that each preference function needs. */
const thresholds: { readonly [Type in PreferenceFunction['type']]: readonly string[] } = {
  usual: [],
  'u-shape': ['indifference'],
  'v-shape': ['preference'],
  level: ['indifference', 'preference'],
  linear: ['indifference', 'preference'],
  gaussian: ['spread'],
}

/** Checks a preference function: its thresholds are 0 or more, and those it divides by are above 0. */
export function checkPreference(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const preference = { ...value }
  const type = preference['type']
  if (!checkChoice(type, Object.keys(thresholds) as PreferenceFunction['type'][], [...path, 'type'], issues)) return
  checkKeys(preference, ['type', ...thresholds[type]], path, issues)
  const read = new Map<string, Decimal>()
  for (const name of thresholds[type]) {
    const threshold = checkQuantity(preference[name], [...path, name], issues, '0')
    if (threshold !== undefined) read.set(name, threshold)
  }
  const divisor = read.get('preference') ?? read.get('spread')
  const bound = read.get('indifference')
  if (divisor === undefined) return
  const name = read.has('preference') ? 'preference' : 'spread'
  if (bound === undefined ? divisor.lte(0) : divisor.lte(bound)) {
    issues.push(createIssue('not-above', [...path, name], { bound: decimalText(bound ?? divisor.times(0)), actual: decimalText(divisor) }))
  }
}
