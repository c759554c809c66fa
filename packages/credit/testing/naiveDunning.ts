import { UTCDate } from '@date-fns/utc'
import { add, differenceInCalendarDays } from 'date-fns'
import {
  type DunningCase,
  type DunningLevel,
  type DunningPlan,
  type DunningScheme,
  lateInterest,
  type NextLevel,
  type OpenItem,
} from '../src/index.js'
import { currencies, unitsOf } from './arbitraries.js'
import { digitsOf } from './naiveSettlement.js'

/** A plan without its reasons' parameters: held and waiting items have the codes alone. */
export interface NaivePlan {
  readonly letters: readonly Omit<DunningPlan['letters'][number], 'reasons'>[]
  readonly held: readonly (readonly [item: string, level: number, daysOverdue: number, codes: readonly string[]])[]
  readonly waiting: readonly (readonly [item: string, level: number, daysOverdue: number, codes: readonly string[], next: NextLevel | undefined])[]
}

interface Candidate {
  readonly item: OpenItem
  readonly level: DunningLevel
}

const YEARS = 3

/**
 * Plans letters slowly and plainly, as the semantics say it, and finds each next day by trying one after the other. It shares no code with the
 * package but the interest.
 */
export function naiveDunning({ items, history = [] }: DunningCase, scheme: DunningScheme, asOf: string): NaivePlan {
  const counted = items.filter(({ date }) => date <= asOf)
  const letters: NaivePlan['letters'][number][] = []
  const held: NaivePlan['held'][number][] = []
  const waiting: NaivePlan['waiting'][number][] = []
  for (const customer of sorted(counted.map((item) => item.customer))) {
    for (const currency of sorted(currencies.map(([code]) => code))) {
      const own = counted.filter((item) => item.customer === customer && item.currency === currency)
      const candidates: Candidate[] = []
      for (const id of sorted(own.filter((item) => openOf(item, asOf) > 0n && item.due < asOf).map((item) => item.id))) {
        const item = own.find((one) => one.id === id) as OpenItem
        const sent = history.filter((letter) => letter.item === id && letter.sentOn <= asOf)
        const highest = Math.max(0, ...sent.map(({ level }) => level))
        const sentOn = sorted(sent.filter(({ level }) => level === highest).map((letter) => letter.sentOn)).at(-1)
        const latest = sorted(sent.map((letter) => letter.sentOn)).at(-1)
        const before = sentOn === undefined || latest === undefined ? undefined : { sentOn, latest }
        const isBlocked = scheme.levels.some(({ level, block = false }) => block && sent.some((letter) => letter.level === level))
        const level = scheme.levels.find((one) => one.level > highest)
        const days = overdueDays(item, asOf)
        const codes: string[] = []
        if (level === undefined) codes.push('last-level-sent')
        if (isBlocked) codes.push('level-blocks')
        if (codes.length === 0 && level !== undefined && days < level.afterDays) codes.push('days-not-reached')
        if (!isBlocked && level !== undefined && before !== undefined && !isAllowed(level, before, asOf)) codes.push('interval-not-over')
        if (codes.length > 0) waiting.push([id, highest, days, codes, isBlocked ? undefined : nextDay(level, item, before, asOf)])
        else if (level !== undefined) {
          if (item.blocked) codes.push('blocked')
          if (item.disputed && scheme.skipDisputed) codes.push('disputed')
          if (codes.length > 0) held.push([id, level.level, days, codes])
          else candidates.push({ item, level })
        }
      }
      const credits = sum(own.map((item) => openOf(item, asOf)).filter((open) => open < 0n))
      const balance = credits + sum(candidates.map(({ item }) => openOf(item, asOf)))
      const code = balance <= 0n ? 'covered-by-credits' : balance < unitsFor(scheme.minimumAmount, currency) ? 'below-minimum' : undefined
      if (code !== undefined) for (const { item, level } of candidates) held.push([item.id, level.level, overdueDays(item, asOf), [code]])
      else if (candidates.length > 0) letters.push(letterOf(candidates, credits, scheme, asOf))
    }
  }
  const place = ([id]: readonly [string, ...unknown[]]): [string, string, string] => {
    const { customer, currency } = counted.find((item) => item.id === id) as OpenItem
    return [customer, currency, id]
  }
  return { letters, held: held.sort((a, b) => compareAll(place(a), place(b))), waiting }
}

function letterOf(candidates: readonly Candidate[], credits: bigint, scheme: DunningScheme, asOf: string): NaivePlan['letters'][number] {
  const { customer, currency } = (candidates[0] as Candidate).item
  const inOrder = [...candidates].sort((a, b) => compareAll([a.item.due, a.item.id], [b.item.due, b.item.id]))
  const items = inOrder.map(({ item, level }) => {
    const next = level.block ? undefined : nextDay(scheme.levels[scheme.levels.indexOf(level) + 1], item, { sentOn: asOf, latest: asOf }, asOf)
    return {
      id: item.id,
      level: level.level,
      due: item.due,
      daysOverdue: overdueDays(item, asOf),
      open: textOf(openOf(item, asOf), currency),
      interest: scheme.interest === undefined ? textOf(0n, currency) : lateInterest(item, scheme.interest, { asOf }).interest,
      disputed: item.disputed === true,
      ...(next === undefined ? {} : { next }),
    }
  })
  const level = Math.max(...candidates.map((candidate) => candidate.level.level))
  const { letter, feeAmount, block = false } = scheme.levels.find((one) => one.level === level) as DunningLevel
  const fee = unitsFor(feeAmount, currency)
  const open = sum(items.map((item) => unitsOf(item.open, digitsOf(currency))))
  const interest = sum(items.map((item) => unitsOf(item.interest, digitsOf(currency))))
  const texts = { open, credits, fee, interest, total: open + credits + fee + interest }
  const amounts = Object.fromEntries(Object.entries(texts).map(([key, units]) => [key, textOf(units, currency)])) as Record<
    keyof typeof texts,
    string
  >
  return { customer, currency, level, items, ...amounts, letter, block }
}

/** Tries one day after the other. */
function nextDay(level: DunningLevel | undefined, item: OpenItem, before: SentDays | undefined, asOf: string): NextLevel | undefined {
  if (level === undefined) return undefined
  for (let days = 1; days < YEARS * 366; days++) {
    const on = dateText(add(dateOf(asOf), { days }))
    if (overdueDays(item, on) >= level.afterDays && (before === undefined || isAllowed(level, before, on))) return { level: level.level, on }
  }
  throw new Error('No day was found.')
}

/** When the highest level was sent, and any letter for the last time. */
interface SentDays {
  readonly sentOn: string
  readonly latest: string
}

/** Whether a letter may be sent on a day after others. */
function isAllowed({ minimumInterval = 'P1D' }: DunningLevel, { sentOn, latest }: SentDays, day: string): boolean {
  const [, count, unit] = /^P(\d+)([YMWD])$/.exec(minimumInterval) as unknown as [string, string, 'Y' | 'M' | 'W' | 'D']
  const key = { Y: 'years', M: 'months', W: 'weeks', D: 'days' }[unit]
  return day > latest && day >= dateText(add(dateOf(sentOn), { [key]: Number(count) }))
}

function openOf({ amount, applications = [], currency }: OpenItem, asOf: string): bigint {
  const digits = digitsOf(currency)
  return unitsOf(amount, digits) - sum(applications.filter(({ date }) => date <= asOf).map(({ settles }) => unitsOf(settles, digits)))
}

function unitsFor(amount: DunningScheme['minimumAmount'], currency: string): bigint {
  const own = typeof amount === 'object' ? amount[currency] : amount
  return own === undefined ? 0n : unitsOf(own, digitsOf(currency))
}

function textOf(units: bigint, currency: string): string {
  const digits = digitsOf(currency)
  const size = String(units < 0n ? -units : units).padStart(digits + 1, '0')
  const point = size.length - digits
  return `${units < 0n ? '-' : ''}${size.slice(0, point)}${digits === 0 ? '' : '.'}${size.slice(point)}`
}

function overdueDays({ due }: OpenItem, asOf: string): number {
  return differenceInCalendarDays(dateOf(asOf), dateOf(due))
}

function dateOf(date: string): UTCDate {
  return new UTCDate(`${date}T00:00:00Z`)
}

function dateText(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function sum(units: readonly bigint[]): bigint {
  return units.reduce((total, one) => total + one, 0n)
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}

function compareAll(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, place) => text !== b[place])
  return index < 0 ? 0 : (a[index] as string) < (b[index] as string) ? -1 : 1
}
