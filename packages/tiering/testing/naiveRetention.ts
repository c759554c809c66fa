import type { PeriodRetention, RetentionPeriod, Sale } from '../src/index.js'

const DAY = 86_400_000

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const mondayOf = (time: number): number => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY
/** Week 1 of a year is the one with 4 January. */
const firstMonday = (year: number): number => mondayOf(timeOf(`${String(year).padStart(4, '0')}-01-04`))

/** What the period of a day is called, by the host's dates. */
export function nameNaively(time: number, basis: RetentionPeriod): string {
  const date = new Date(time)
  const pad = (number: number, length: number): string => String(number).padStart(length, '0')
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (basis === 'year') return pad(year, 4)
  if (basis === 'quarter') return `${pad(year, 4)}-Q${'111222333444'[month]}`
  if (basis === 'month') return `${pad(year, 4)}-${pad(month + 1, 2)}`
  const own = [year + 1, year, year - 1].find((one) => one >= 1 && one <= 9999 && firstMonday(one) <= time) as number
  return `${pad(own, 4)}-W${pad((mondayOf(time) - firstMonday(own)) / (7 * DAY) + 1, 2)}`
}

/** The names of the periods from that of the first purchase to the last that is over, day by day, and who bought in each. */
export function groupNaively(transactions: readonly Sale[], period: RetentionPeriod, asOf: string): [string, string[]][] {
  const bought = transactions.filter(({ date, amount }) => date <= asOf && Number(amount) >= 0)
  const first = bought.map(({ date }) => date).sort()[0] ?? '9999-12-31'
  const names: string[] = []
  for (let time = timeOf(first); time <= timeOf(asOf); time += DAY) {
    const name = nameNaively(time, period)
    if (names.at(-1) !== name) names.push(name)
  }
  if (names.at(-1) === nameNaively(timeOf(asOf) + DAY, period)) names.pop()
  const named = bought.map(({ customer, date }) => ({ customer, name: nameNaively(timeOf(date), period) }))
  return names.map((name) => [name, [...new Set(named.filter((one) => one.name === name).map(({ customer }) => customer))]])
}

/** The counts of each period: who bought, and of them in the period before too, earlier, or never before; and who bought only before. */
export function countNaively(groups: readonly [string, string[]][]): Omit<PeriodRetention, 'from' | 'to' | 'retentionRate' | 'churnRate'>[] {
  return groups.map(([period, buyers], index) => {
    const before = groups[index - 1]?.[1] ?? []
    const ever = groups.slice(0, index).flatMap(([, some]) => some)
    return {
      period,
      active: buyers.length,
      before: before.length,
      retained: buyers.filter((one) => before.includes(one)).length,
      lost: before.filter((one) => !buyers.includes(one)).length,
      reactivated: buyers.filter((one) => ever.includes(one) && !before.includes(one)).length,
      new: buyers.filter((one) => !ever.includes(one)).length,
    }
  })
}

/** How many of those who bought first in each period bought in each later one. */
export function followNaively(groups: readonly [string, string[]][]): { period: string; active: number[] }[] {
  return groups.flatMap(([period, buyers], index) => {
    const fresh = buyers.filter((one) => !groups.slice(0, index).some(([, some]) => some.includes(one)))
    const active = groups.slice(index).map(([, some]) => fresh.filter((one) => some.includes(one)).length)
    return fresh.length === 0 ? [] : [{ period, active }]
  })
}
