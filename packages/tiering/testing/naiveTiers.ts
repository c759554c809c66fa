import type { TierScheme, ValuedCustomers } from '../src/index.js'

/** So many decimal places hold every value that the tests use. */
const PLACES = 40

/** A decimal in units of 10 ** -40. */
export function fine(value: string | number): bigint {
  const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) as unknown as [string, string, string, string?]
  return BigInt(`${sign}${whole}${decimals.padEnd(PLACES, '0')}`)
}

/** Each customer's tier slowly and plainly, as the semantics say it: one by one, from all the others. It shares no code with the package. */
export function naiveTiers(customers: ValuedCustomers, scheme: TierScheme): Record<string, string> {
  const isList = Array.isArray(customers)
  const months = 'months' in customers ? BigInt(customers.months) : 1n
  const rows = isList
    ? customers.map(({ customer, value }) => ({ customer, value: fine(value as string) }))
    : (customers as Exclude<ValuedCustomers, readonly unknown[]>).customers.map(({ customer, total }) => ({ customer, value: fine(total) }))
  const sum = (isIn: (value: bigint) => boolean): bigint => rows.reduce((total, { value }) => (isIn(value) ? total + value : total), 0n)
  const count = (isIn: (value: bigint) => boolean): bigint => BigInt(rows.filter(({ value }) => isIn(value)).length)
  const place = (value: bigint): string | undefined => {
    if (scheme.type === 'threshold') {
      const beyond = (from: bigint): boolean => (scheme.boundary === 'at-or-above' ? value >= from * months : value > from * months)
      return scheme.tiers.find(({ from }) => from !== null && beyond(fine(from)))?.id
    }
    const figure = scheme.type === 'share-of-value' ? sum : count
    const whole = figure(() => true)
    if (scheme.type === 'share-of-value' && whole <= 0n) return rows.every((row) => row.value <= value) ? scheme.cuts[0]?.id : undefined
    const [before, through] = [figure((one) => one > value), figure((one) => one >= value)]
    const hundred = fine(100)
    const isWithin = (cut: bigint): boolean => (scheme.boundary === 'after' ? through * hundred <= cut * whole : before * hundred < cut * whole)
    return scheme.cuts.find(({ upToPercent }) => isWithin(fine(upToPercent)))?.id
  }
  const last = (scheme.type === 'threshold' ? scheme.tiers : scheme.cuts).at(-1)?.id as string
  return Object.fromEntries(rows.map(({ customer, value }) => [customer, place(value) ?? last]))
}
