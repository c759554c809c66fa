import { checkChoice, checkRecord, ownValue } from '../checks/checkShape.js'
import { type Check, membersOf } from './checkResult.js'

/** A check of one of several kinds of objects: the key that tells which it is, and for each the other members that it must have. */
export function variantsOf<Kind extends string>(key: string, checks: { readonly [Each in Kind]: { readonly [name: string]: Check } }): Check {
  return (value, path, issues) => {
    if (!checkRecord(value, path, issues)) return
    const kind = ownValue(value, key)
    if (checkChoice(kind, Object.keys(checks) as Kind[], [...path, key], issues)) membersOf(checks[kind])(value, path, issues)
  }
}
