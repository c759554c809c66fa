import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkList, createIssue, describeValue, isRecord } from '@clientele/core/checks'
import { type Cells, checkColumn } from '../columns/readCells.js'

/** A column of texts; the quick loop has the index of each cell's text, or refuses what is no index of any. */
export interface TextCells extends Cells<Int32Array> {
  /** The different texts. */
  readonly texts: readonly string[]
  /** What is wrong with a cell that is to be an index. */
  readonly issueAt: (row: number) => Issue | undefined
}

const NO_TEXT = -1

/** Reads a column of texts, or adds an issue and returns undefined. */
export function readTexts(column: unknown, path: Path, issues: Issue[]): TextCells | undefined {
  if (isRecord(column) && !Object.hasOwn(column, 'length')) return readCodes(column, path, issues)
  if (!checkColumn(column, path, issues)) return undefined
  const { length } = column
  const texts = collectTexts()
  const quick = new Int32Array(length)
  for (let row = 0; row < length; row++) quick[row] = texts.indexOf(column[row])
  return { length, quick, texts: texts.list, valueAt: (row) => column[row], pathOf: (row) => [...path, row], issueAt: () => undefined }
}

/** Reads texts that come as indexes into a list. */
function readCodes(column: { readonly [key: string]: unknown }, path: Path, issues: Issue[]): TextCells | undefined {
  const { codes, values, ...others } = { ...column }
  checkKeys(others, ['codes', 'values'], path, issues)
  const isColumn = checkColumn(codes, [...path, 'codes'], issues, 'number-column')
  if (!checkList(values, [...path, 'values'], issues) || !isColumn) return undefined
  const texts = collectTexts()
  const indexes = Int32Array.from(values, (text) => texts.indexOf(text))
  const pathOf = (row: number): Path => {
    const code = codes[row]
    return isIndex(code, values.length) ? [...path, 'values', code] : [...path, 'codes', row]
  }
  return {
    length: codes.length,
    quick: indexes.every((index, code) => index === code) && codes instanceof Int32Array ? codes : recode(codes, indexes),
    texts: texts.list,
    valueAt: (row) => (isIndex(codes[row], values.length) ? values[codes[row]] : undefined),
    pathOf,
    issueAt: (row) => findIndexIssue(codes[row], pathOf(row), values.length),
  }
}

/** Different texts in the order in which they are met, and the index of each. */
function collectTexts(): { readonly list: readonly string[]; readonly indexOf: (text: unknown) => number } {
  const list: string[] = []
  const indexes = new Map<string, number>()
  const indexOf = (text: unknown): number => {
    if (typeof text !== 'string' || text === '') return NO_TEXT
    const known = indexes.get(text)
    if (known !== undefined) return known
    indexes.set(text, list.length)
    return list.push(text) - 1
  }
  return { list, indexOf }
}

/** Indexes of values as indexes of their texts. */
function recode(codes: ArrayLike<unknown>, indexes: Int32Array): Int32Array {
  const quick = new Int32Array(codes.length)
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]
    quick[row] = isIndex(code, indexes.length) ? (indexes[code] as number) : NO_TEXT
  }
  return quick
}

function isIndex(value: unknown, length: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < length
}

/** What is wrong with an index of a list of so many, if anything is. */
export function findIndexIssue(value: unknown, path: Path, length: number): Issue | undefined {
  if (isIndex(value, length)) return undefined
  if (value === undefined) return createIssue('missing', path, {})
  const actual = describeValue(value)
  if (!Number.isInteger(value)) return createIssue('not-an-integer', path, { actual })
  return createIssue('out-of-range', path, { minimum: '0', maximum: String(length - 1), actual })
}
