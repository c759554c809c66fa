/** Ids as integers, which are grouped far more quickly than texts. */
export interface CodedIds {
  readonly codes: Int32Array
  /** The ids of the customers that some ascending codes stand for, and in which order they are then: undefined where it stays. */
  readonly decode: (codes: Int32Array) => DecodedIds
}

/** Ids in their order: integers ascending, or texts in the order of UTF-16 code units. */
export interface DecodedIds {
  readonly ids: Int32Array | readonly string[]
  /** The index that each of them had; undefined where it is the same. */
  readonly order: Int32Array | undefined
}

const ZERO = 48
const NINE = 57
/** Integers of so many digits have 32 bits at most. */
const MOST_DIGITS = 9

/** Codes ids, of which all are integers, or texts of at least one character; undefined where one is none. */
export function codeIds(ids: Int32Array | readonly unknown[]): CodedIds | undefined {
  if (ids instanceof Int32Array) return { codes: ids, decode: (codes) => ({ ids: codes, order: undefined }) }
  return codeNumbers(ids) ?? codeTexts(ids)
}

/** Codes texts that differ in as many last digits alone, as the numbers that these are: their order is that of the texts. */
function codeNumbers(ids: readonly unknown[]): CodedIds | undefined {
  const [model] = ids
  if (typeof model !== 'string') return undefined
  const { length } = model
  let start = length
  while (start > 0 && length - start < MOST_DIGITS && isDigit(model.charCodeAt(start - 1))) start--
  if (start === length) return undefined
  const codes = new Int32Array(ids.length)
  for (let row = 0; row < ids.length; row++) {
    const code = numberOf(ids[row], model, start)
    if (code === -1) return undefined
    codes[row] = code
  }
  const prefix = model.slice(0, start)
  const textOf = (code: number): string => prefix + String(code).padStart(length - start, '0')
  return { codes, decode: (found) => ({ ids: Array.from(found, textOf), order: undefined }) }
}

/** The number at the end of a text that is like the model before it; −1 where it is not. */
function numberOf(id: unknown, model: string, start: number): number {
  if (typeof id !== 'string' || id.length !== model.length) return -1
  for (let index = 0; index < start; index++) if (id.charCodeAt(index) !== model.charCodeAt(index)) return -1
  let number = 0
  for (let index = start; index < id.length; index++) {
    const code = id.charCodeAt(index)
    if (!isDigit(code)) return -1
    number = number * 10 + code - ZERO
  }
  return number
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** Codes texts in the order in which they are met. */
function codeTexts(ids: readonly unknown[]): CodedIds | undefined {
  const known = new Map<string, number>()
  const texts: string[] = []
  const codes = new Int32Array(ids.length)
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]
    if (typeof id !== 'string' || id === '') return undefined
    let code = known.get(id)
    if (code === undefined) {
      code = texts.push(id) - 1
      known.set(id, code)
    }
    codes[row] = code
  }
  return { codes, decode: (found) => sortTexts(Array.from(found, (code) => texts[code] as string)) }
}

function sortTexts(texts: readonly string[]): DecodedIds {
  const indexes = new Map(texts.map((text, index) => [text, index]))
  const ids = [...texts].sort()
  return { ids, order: Int32Array.from(ids, (id) => indexes.get(id) as number) }
}
