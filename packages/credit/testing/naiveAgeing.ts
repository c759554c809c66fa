import type { AgedBalance, AgedCurrency, AgeingScheme, OpenItem } from '../src/index.js'
import { unitsOf } from './arbitraries.js'
import { digitsOf } from './naiveSettlement.js'

interface Open {
  readonly item: OpenItem
  readonly units: bigint
  readonly bucket: string
}

/** What an ageing says of good items, found with `Date` and one item after the other. */
export function naiveAgeing(items: readonly OpenItem[], scheme: AgeingScheme, asOf: string): AgedCurrency[] {
  const dated = items.filter(({ date }) => date <= asOf)
  return [...new Set(dated.map(({ currency }) => currency))].sort().map((currency) => {
    const opens = dated.filter((item) => item.currency === currency).map((item) => openOf(item, scheme, asOf))
    const customers = [...new Set(opens.filter(({ units }) => units !== 0n).map(({ item }) => item.customer))].sort()
    const aged = customers.map((customer) => ({
      customer,
      ...balanceOf(
        opens.filter(({ item }) => item.customer === customer),
        scheme,
        currency,
      ),
    }))
    return { currency, ...balanceOf(opens, scheme, currency), customers: aged }
  })
}

/** An amount of minor units with a point before the last digits. */
export function naiveMoney(units: bigint, currency: string): string {
  const digits = digitsOf(currency)
  const text = `${units}`.replace('-', '').padStart(digits + 1, '0')
  const point = text.length - digits
  return `${units < 0n ? '-' : ''}${text.slice(0, point)}${digits > 0 ? '.' : ''}${text.slice(point)}`
}

function openOf(item: OpenItem, scheme: AgeingScheme, asOf: string): Open {
  const digits = digitsOf(item.currency)
  const settled = (item.applications ?? []).filter(({ date }) => date <= asOf).map(({ settles }) => unitsOf(settles, digits))
  const units = settled.reduce((open, one) => open - one, unitsOf(item.amount, digits))
  const days = (Date.parse(asOf) - Date.parse(scheme.by === 'due-date' ? item.due : item.date)) / 86_400_000
  const isIn = (end: number): boolean => (scheme.boundary === 'below' ? days < end : days <= end)
  const found = scheme.buckets.find(({ upToDays }) => upToDays === null || isIn(upToDays))
  return { item, units, bucket: scheme.by === 'due-date' && days < 1 ? 'not-due' : (found?.id as string) }
}

function balanceOf(opens: readonly Open[], scheme: AgeingScheme, currency: string): AgedBalance {
  const sum = (list: readonly Open[]): string =>
    naiveMoney(
      list.reduce((total, { units }) => total + units, 0n),
      currency,
    )
  const above = (list: readonly Open[]): Open[] => list.filter(({ units }) => units > 0n)
  const below = (list: readonly Open[]): Open[] => list.filter(({ units }) => units < 0n)
  const ids = [...(scheme.by === 'due-date' ? ['not-due'] : []), ...scheme.buckets.map(({ id }) => id)]
  return {
    total: sum(opens),
    debits: sum(above(opens)),
    credits: sum(below(opens)),
    disputed: sum(opens.filter(({ item }) => item.disputed)),
    buckets: ids.map((id) => {
      const inside = opens.filter(({ bucket, units }) => bucket === id && units !== 0n)
      return { id, count: inside.length, amount: sum(inside), debits: sum(above(inside)), credits: sum(below(inside)) }
    }),
  }
}
