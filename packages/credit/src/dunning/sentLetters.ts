import type { PreparedLevel } from './prepared.js'
import type { ReadLetter } from './readHistory.js'

/** What was sent for an item, each with the latest day of that level. */
export interface SentLetters {
  /** The highest level. */
  readonly last: ReadLetter
  /** The latest day of any level. */
  readonly latestDay: number
  /** The highest level that blocks further letters. */
  readonly blocking: ReadLetter | undefined
}

/** What was sent for each of the items that count, and how many letters were left out. */
export interface CountedHistory {
  readonly sent: ReadonlyMap<string, SentLetters>
  readonly later: number
  /** Not dated later, and for items that do not count. */
  readonly ofOthers: number
}

/** Finds what was sent up to a day, in whichever order it is told. */
export function countHistory(
  history: readonly ReadLetter[],
  items: readonly { readonly id: string }[],
  levels: readonly PreparedLevel[],
  asOf: number,
): CountedHistory {
  const ids = new Set(items.map(({ id }) => id))
  const blocks = new Set(levels.filter(({ block }) => block).map(({ level }) => level))
  const dated = history.filter(({ day }) => day <= asOf)
  const counted = dated.filter(({ item }) => ids.has(item))
  const sent = new Map<string, SentLetters>()
  for (const letter of counted) {
    const before = sent.get(letter.item)
    const blocking = blocks.has(letter.level) ? higher(letter, before?.blocking) : before?.blocking
    const latestDay = Math.max(letter.day, before?.latestDay ?? letter.day)
    sent.set(letter.item, { last: higher(letter, before?.last), latestDay, blocking })
  }
  return { sent, later: history.length - dated.length, ofOthers: dated.length - counted.length }
}

/** The one of the higher level; of the same level the later one. */
function higher(letter: ReadLetter, other: ReadLetter | undefined): ReadLetter {
  if (other === undefined) return letter
  return letter.level > other.level || (letter.level === other.level && letter.day > other.day) ? letter : other
}
