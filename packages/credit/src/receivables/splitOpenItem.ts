import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkList, checkRecord, checkUnique, createIssue, throwIssues } from '@clientele/core/checks'
import { formatDay } from '@clientele/core/days'
import { readDay } from '../invoices/readInvoice.js'
import { moneyText } from '../money/moneyText.js'
import { readAmount } from '../money/readAmount.js'
import { type ReadItem, readOpenItem } from './readOpenItem.js'
import type { ItemApplication, OpenItem, SplitCase, SplitItem } from './types.js'

/** An instalment, checked and read; its amount is turned round where the item's is negative. */
interface ReadInstalment {
  readonly line: number
  readonly due: number
  readonly amount: bigint
}

/** An item and its instalments, by due date, then line. */
interface ReadSplit {
  readonly item: ReadItem
  readonly parts: readonly ReadInstalment[]
}

/**
 * Splits an open item that is due in instalments into one open item for each, so that each is aged and dunned by its own due date.
 *
 * What settles the item settles its instalments, the oldest due date first; what takes back, the latest settled first. What is settled beyond
 * the amount is the last instalment's, and what is taken back below 0 the first one's.
 *
 * @param split - `item`: the open item, whose own due date does not count. `instalments`: as {@link planInstalments} gives them, in any order, of
 * different lines; their amounts have the item's sign, or are 0, and add up to its amount.
 * @returns The items, by due date and line, of the ids `item/line`; their amounts, and what settles them by the end of each day, add up to the
 * item's. It takes O(n·m) for n applications and m instalments.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see The payment schedules of ERPNext, which are settled oldest first.
 * @example
 * import { planInstalments, splitOpenItem } from '@clientele/credit'
 * import { threeEqualInstalments } from '@clientele/credit/templates'
 *
 * const invoice = { id: 'INV-1', date: '2024-01-31', amount: '100', currency: 'CNY' }
 * const { instalments } = planInstalments(invoice, threeEqualInstalments)
 * const applications = [{ date: '2024-03-05', type: 'payment', settles: '40' }] as const
 * const { items } = splitOpenItem({ item: { ...invoice, customer: 'C-1', due: '2024-04-30', applications }, instalments })
 * items.map(({ id, due, amount, applications = [] }) => [id, due, amount, ...applications.map(({ settles }) => settles)])
 * //=> [['INV-1/1', '2024-02-29', '33.33', '33.33'], ['INV-1/2', '2024-03-31', '33.33', '6.67'], ['INV-1/3', '2024-04-30', '33.34']]
 */
export function splitOpenItem(split: SplitCase): SplitItem {
  const issues: Issue[] = []
  const read = readSplit(split, issues)
  throwIssues(issues)
  const { item, parts } = read as ReadSplit
  return { items: compose({ ...split.item }, item, parts) }
}

/** Checks and reads an item and its instalments, or adds issues and returns undefined. */
export function readSplit(value: unknown, issues: Issue[]): ReadSplit | undefined {
  if (!checkRecord(value, ['split'], issues)) return undefined
  const { item, instalments, ...others } = { ...value }
  checkKeys(others, ['item', 'instalments'], [], issues)
  const read = readOpenItem(item, ['item'], issues)
  const parts = readInstalments(instalments, read, issues)
  return read && { item: read, parts }
}

function readInstalments(value: unknown, item: ReadItem | undefined, issues: Issue[]): ReadInstalment[] {
  const path = ['instalments']
  const before = issues.length
  if (!checkList(value, path, issues, { filled: true })) return []
  const read = Array.from(value, (instalment, index) => readInstalment(instalment, item, [...path, index], issues))
  checkUnique(
    read.map((instalment) => (instalment === undefined ? undefined : String(instalment.line))),
    (index) => [...path, index, 'line'],
    issues,
  )
  if (item === undefined || issues.length > before) return []
  const parts = read as ReadInstalment[]
  const sum = parts.reduce((total, { amount }) => total + amount, 0n) * signOf(item)
  if (sum !== item.amount) {
    issues.push(createIssue('sum-differs', path, { expected: moneyText(item.amount, item.digits), actual: moneyText(sum, item.digits) }))
  }
  return parts.sort((a, b) => a.due - b.due || a.line - b.line)
}

function readInstalment(value: unknown, item: ReadItem | undefined, path: Path, issues: Issue[]): ReadInstalment | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const { line, date, amount, dates, ...others } = { ...value }
  checkKeys(others, ['line', 'date', 'amount', 'dates'], path, issues)
  const isLine = checkInteger(line, [...path, 'line'], issues, { minimum: 1 })
  const due = readDay(date, [...path, 'date'], issues)
  const units = readAmount(amount, item?.digits, [...path, 'amount'], issues)
  if (dates !== undefined && checkList(dates, [...path, 'dates'], issues)) {
    Array.from(dates).forEach((one, index) => readDay(one, [...path, 'dates', index], issues))
  }
  if (issues.length > before || !isLine || due === undefined || units === undefined || item === undefined) return undefined
  const turned = units * signOf(item)
  if (turned >= 0n) return { line, due, amount: turned }
  const actual = moneyText(units, item.digits)
  issues.push(
    units < 0n
      ? createIssue('too-small', [...path, 'amount'], { minimum: '0', actual })
      : createIssue('too-large', [...path, 'amount'], { maximum: '0', actual }),
  )
  return undefined
}

/** What turns the item's amounts round where it is negative. */
function signOf({ amount }: ReadItem): bigint {
  return amount < 0n ? -1n : 1n
}

/** What settles an item, with what it is told of it. */
interface ToldApplication extends Pick<ItemApplication, 'type' | 'payment'> {
  readonly day: number
  readonly settles: bigint
}

/** The item's instalments as items of their own, each with its part of what settles the whole. */
function compose({ applications = [], disputed, blocked }: OpenItem, read: ReadItem, parts: readonly ReadInstalment[]): OpenItem[] {
  const money = (units: bigint): string => moneyText(units * signOf(read), read.digits)
  const shares = parts.map((): ItemApplication[] => [])
  const starts = startsOf(parts)
  const { id, customer, currency } = read
  const flags = { ...(disputed === undefined ? {} : { disputed }), ...(blocked === undefined ? {} : { blocked }) }
  const common = { customer, date: formatDay(read.day) as string, currency, ...flags }
  let settled = 0n
  for (const { day, type, payment, settles } of inOrder(applications, read)) {
    const told = { date: formatDay(day) as string, type, ...(payment === undefined ? {} : { payment }) }
    for (const [part, share] of shares.entries()) {
      const units = shareOf(starts, part, settled + settles) - shareOf(starts, part, settled)
      if (units !== 0n) share.push({ ...told, settles: money(units) })
    }
    settled += settles
  }
  return parts.map(({ line, due, amount }, part) => {
    const own = shares[part] as ItemApplication[]
    return {
      ...common,
      id: `${id}/${line}`,
      due: formatDay(due) as string,
      amount: money(amount),
      ...(own.length === 0 ? {} : { applications: own }),
    }
  })
}

/** What settles the item by date, and of a day in an order of its own; turned round where the item is negative. */
function inOrder(applications: readonly ItemApplication[], read: ReadItem): ToldApplication[] {
  const told = read.applications.map(({ day, settles }, index): ToldApplication => {
    const { type, payment } = { ...(applications[index] as ItemApplication) }
    return { day, type, payment, settles: settles * signOf(read) }
  })
  const key = ({ payment = '', type, settles }: ToldApplication): string => JSON.stringify([payment, type, String(settles)])
  return told.sort((a, b) => a.day - b.day || (key(a) < key(b) ? -1 : 1))
}

/** What all instalments before each add up to; the last of them is the whole. */
function startsOf(parts: readonly ReadInstalment[]): bigint[] {
  const starts = [0n]
  for (const { amount } of parts) starts.push((starts.at(-1) as bigint) + amount)
  return starts
}

/** How much of an instalment is settled where so much of the whole is. */
function shareOf(starts: readonly bigint[], part: number, settled: bigint): bigint {
  const start = starts[part] as bigint
  const end = starts[part + 1] as bigint
  const from = part > 0 && settled < start ? start : settled
  return (part < starts.length - 2 && from > end ? end : from) - start
}
