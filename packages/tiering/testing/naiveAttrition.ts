import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { isLastDayOfMonth } from 'date-fns/isLastDayOfMonth'
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth'
import type { AttritionCase, AttritionPolicy, AttritionSignal, CustomerContract, SignalFound } from '../src/index.js'

type Found = Omit<SignalFound, 'id' | 'level' | 'types'>
type Outcome = Found | 'too-short' | undefined

const textOf = (date: Date): string => new Date(date.getTime()).toISOString().slice(0, 10)
const dayAfter = (date: string): string => textOf(addDays(new UTCDateMini(`${date}T00:00:00Z`), 1))

/** A date so many times a duration such as P1M or P10D later, or earlier where that is below 0. */
function moved(date: string, duration: string, times: number): string {
  const count = Number(duration.slice(1, -1)) * times
  const start = new UTCDateMini(`${date}T00:00:00Z`)
  return textOf(duration.endsWith('M') ? addMonths(start, count) : addDays(start, count))
}

/** The day so many windows before another; of months before the last day of one it is the last day of one. */
function windowsBefore(date: string, window: string, windows: number): string {
  const before = moved(date, window, -windows)
  const endsMonth = window.endsWith('M') && isLastDayOfMonth(new UTCDateMini(`${date}T00:00:00Z`))
  return endsMonth ? textOf(lastDayOfMonth(new UTCDateMini(`${before}T00:00:00Z`))) : before
}

/** How many days after another a date is, counted one by one. */
function daysFrom(from: string, to: string): number {
  let count = 0
  for (let date = from; date < to; date = dayAfter(date)) count += 1
  return count
}

/**
 * Warns of attrition slowly and plainly, day by day, with dates as text and date-fns; percentages and multiples are whole tenths. It shares no code
 * with the package.
 */
export function naiveAttrition({ activity, contracts = [] }: AttritionCase, policy: AttritionPolicy, asOf: string): unknown {
  const past = activity.map((one) => ({ ...one, date: one.date ?? (one.at as string).slice(0, 10) })).filter(({ date }) => date <= asOf)
  const customers = [...new Set([...past, ...contracts.filter(({ from }) => from <= asOf)].map(({ customer }) => customer))].sort()
  const urgency = (level: string): number => policy.levels.findIndex(({ id }) => id === level)
  const tooShort = new Map<string, Set<string>>()
  const warnings = customers.flatMap((customer) => {
    const own = past.filter((one) => one.customer === customer)
    const held = contracts.filter((one) => one.customer === customer)
    const signals = policy.signals.flatMap((signal) => {
      const dates = own.filter(({ type }) => signal.types === undefined || signal.types.includes(type)).map(({ date }) => date)
      const outcome = find(dates.sort(), held, signal, asOf)
      if (outcome === 'too-short') tooShort.set(signal.type, (tooShort.get(signal.type) ?? new Set()).add(customer))
      if (outcome === undefined || outcome === 'too-short') return []
      return [
        { ...(signal.id === undefined ? {} : { id: signal.id }), level: signal.level, ...(signal.types && { types: signal.types }), ...outcome },
      ]
    })
    signals.sort((a, b) => urgency(a.level) - urgency(b.level))
    return signals.length === 0 ? [] : [{ customer, level: signals[0]?.level as string, signals }]
  })
  return {
    customers: customers.length,
    warnings: warnings.sort((a, b) => urgency(a.level) - urgency(b.level)),
    tooShort: Object.fromEntries([...tooShort].map(([type, ids]) => [type, ids.size])),
  }
}

function find(dates: readonly string[], contracts: readonly CustomerContract[], signal: AttritionSignal, asOf: string): Outcome {
  const last = dates.at(-1)
  switch (signal.type) {
    case 'interactions-falling':
      return fall(dates, signal, asOf)
    case 'silent':
      return last === undefined ? undefined : silence(last, signal.silentFor, signal.type, asOf)
    case 'longer-pause-than-usual':
      return pause(dates, Number(signal.times), signal.leastPauses ?? 3, asOf)
    case 'silent-before-contract-end': {
      const ends = contracts
        .filter(({ from, to, renewed }) => from <= asOf && to >= asOf && renewed !== true)
        .filter(({ to }) => contracts.every((other) => other.to <= to || other.from > dayAfter(to)))
        .filter(({ to }) => moved(to, signal.within, -1) <= asOf)
        .flatMap((contract) => {
          const begin = last === undefined || last < contract.from ? contract.from : last
          const found = silence(begin, signal.silentFor, signal.type, asOf)
          return found === undefined ? [] : [{ ...found, contractEnd: contract.to }]
        })
      return ends.sort((a, b) => (a.contractEnd === b.contractEnd ? b.observed - a.observed : a.contractEnd < b.contractEnd ? -1 : 1))[0]
    }
  }
}

function silence(last: string, silentFor: string, code: SignalFound['code'], asOf: string): Found | undefined {
  const end = moved(last, silentFor, 1)
  return end > asOf ? undefined : { code, observed: daysFrom(last, asOf), expected: daysFrom(last, end), since: last }
}

function fall(dates: readonly string[], signal: Extract<AttritionSignal, { type: 'interactions-falling' }>, asOf: string): Outcome {
  const windows = signal.comparedWindows + 1
  // How many interactions each window has, from the last one backwards, day by day.
  const counts = Array.from({ length: windows }, (_, back) => {
    let count = 0
    for (let date = dayAfter(windowsBefore(asOf, signal.window, back + 1)); date <= windowsBefore(asOf, signal.window, back); date = dayAfter(date)) {
      count += dates.filter((one) => one === date).length
    }
    return count
  })
  const [first] = dates
  if (first === undefined || first > dayAfter(windowsBefore(asOf, signal.window, windows))) return 'too-short'
  const [observed = 0, ...before] = counts
  const sum = before.reduce((total, count) => total + count, 0)
  const isEnough = sum >= Number(signal.leastExpected ?? 1) * signal.comparedWindows
  const isLess = observed * signal.comparedWindows * 1000 <= sum * (1000 - Math.round(Number(signal.fallPercent) * 10))
  if (!isEnough || !isLess) return undefined
  return {
    code: signal.type,
    observed,
    expected: sum / signal.comparedWindows,
    since: dayAfter(windowsBefore(asOf, signal.window, 1)),
  }
}

function pause(dates: readonly string[], times: number, least: number, asOf: string): Outcome {
  const different = dates.filter((date, index) => date !== dates[index - 1])
  const pauses = different.slice(1).map((date, index) => daysFrom(different[index] as string, date))
  if (pauses.length < least) return 'too-short'
  const sorted = [...pauses].sort((a, b) => a - b)
  const half = sorted.length / 2
  const median = Number.isInteger(half) ? ((sorted[half - 1] as number) + (sorted[half] as number)) / 2 : (sorted[Math.floor(half)] as number)
  const since = different.at(-1) as string
  const observed = daysFrom(since, asOf)
  const twentieths = Math.round(times * 10) * Math.round(median * 2)
  return observed * 20 > twentieths ? { code: 'longer-pause-than-usual', observed, expected: twentieths / 20, since } : undefined
}
