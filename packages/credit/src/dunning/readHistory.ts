import type { Issue, Path } from '@clientele/core'
import { checkInteger, checkKeys, checkList, checkRecord, checkText } from '@clientele/core/checks'
import { readDay } from '../invoices/readInvoice.js'

/** A letter that was sent, checked and read. */
export interface ReadLetter {
  readonly item: string
  readonly level: number
  /** Days since 1970-01-01. */
  readonly day: number
}

/** Reads the letters that were sent; what is wrong with any becomes an issue. None where the list is not given. */
export function readHistory(value: unknown, issues: Issue[]): ReadLetter[] {
  if (value === undefined || !checkList(value, ['history'], issues)) return []
  const read = Array.from(value, (letter, index) => readSentLetter(letter, ['history', index], issues))
  return read.filter((letter) => letter !== undefined)
}

/** Reads a letter that was sent, or adds issues and returns undefined. */
export function readSentLetter(value: unknown, path: Path, issues: Issue[]): ReadLetter | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { item, level, sentOn, ...others } = { ...value }
  checkKeys(others, ['item', 'level', 'sentOn'], path, issues)
  const isNamed = checkText(item, [...path, 'item'], issues)
  const isLevel = checkInteger(level, [...path, 'level'], issues, { minimum: 1 })
  const day = readDay(sentOn, [...path, 'sentOn'], issues)
  return isNamed && isLevel && day !== undefined ? { item, level, day } : undefined
}
