import type { ReadSecurity } from '../accounts/readParts.js'

/** Whether a deposit or a guarantee is in force on a day; or without one, whether it always is. */
export function isInForce({ validFrom, validUntil }: ReadSecurity, asOf: number | undefined): boolean {
  if (asOf === undefined) return validFrom === undefined && validUntil === undefined
  return (validFrom ?? asOf) <= asOf && asOf <= (validUntil ?? asOf)
}
