import type { JsonValue } from '../types.js'
import { wrapText } from './wrapText.js'

/** A part of a specification. */
export interface PicturePart {
  readonly [property: string]: JsonValue
}

/** Pixels around a picture: where texts are measured without a browser, wide characters need more than is reckoned. */
export const WIDE_PADDING: PicturePart = { left: 15, right: 40, top: 5, bottom: 5 }

/** Pixels of a chart without bars, so that its titles do not lie across each other. */
export const EMPTY_SIZE = 200

/** Pixels that a line of a label is high, and that rows are apart. */
const LINE_HEIGHT = 14
/** Pixels from one line of a label to the next. */
const LABEL_LINE = 12
const ROW_GAP = 14

/** Characters that a line of the title may have, and the lines that a label may have. */
const TITLE_WIDTH = 80
const MOST_LINES = 4

/** Line breaks, and other characters that nobody can see; half characters too, which no picture can be written with. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu

/**
 * A text on one line, without what nobody can see.
 *
 * @param text - The text.
 * @returns The text, with a space for every run of line breaks and control characters.
 * @example
 * import { inOneLine } from '@clientele/core/charts'
 *
 * inOneLine('need\nconfirmed') //=> 'need confirmed'
 */
export function inOneLine(text: string): string {
  return text.replace(INVISIBLE, ' ')
}

/**
 * A label in at most four lines; what is longer is cut short.
 *
 * @param text - The label.
 * @param width - The width of so many Latin characters, 2 or more; Chinese ones take up two.
 * @returns The lines.
 * @example
 * import { labelLines } from '@clientele/core/charts'
 *
 * labelLines('contract negotiation', 12) //=> ['contract', 'negotiation']
 */
export function labelLines(text: string, width: number): string[] {
  // Breaking a text takes its length times the width: no more of it is broken than can be seen.
  const seen = Array.from(text.slice(0, 2 * width * (MOST_LINES + 1)))
  const lines = wrapText(inOneLine(seen.join('')), width)
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] as string}…`]
}

/**
 * The title of a chart, in lines, and what is to be said below it.
 *
 * @param title - The title.
 * @param notes - What is said below it, each from a line of its own.
 * @returns The `title` of a specification.
 * @example
 * import { titleLines } from '@clientele/core/charts'
 *
 * titleLines('Funnel', ['Open deals: 3.']) //=> { text: ['Funnel'], subtitle: ['Open deals: 3.'] }
 */
export function titleLines(title: string, notes: readonly string[]): JsonValue {
  const text = labelLines(title, TITLE_WIDTH)
  const subtitle = notes.flatMap((note) => labelLines(note, TITLE_WIDTH))
  return subtitle.length === 0 ? { text } : { text, subtitle }
}

/**
 * How high rows with such labels are.
 *
 * @param labels - The lines of each label.
 * @returns Pixels, the same for all rows: room for the label of the most lines.
 * @example
 * import { rowHeight } from '@clientele/core/charts'
 *
 * rowHeight([['quoted'], ['contract', 'negotiation']]) //=> 42
 */
export function rowHeight(labels: readonly (readonly string[])[]): number {
  return ROW_GAP + LINE_HEIGHT * labels.reduce((most, { length }) => Math.max(most, length), 1)
}

/**
 * A scale of places, from 0 on, and an axis that writes the label of each row of some data at its place. The names themselves are no part of the scale: some, such
 * as `constructor`, mean something else to what draws it.
 *
 * @param data - The name of the data, whose rows have a `label` and a `place`.
 * @param count - How many rows there are.
 * @param axis - Further properties of the axis.
 * @returns A channel of an encoding.
 * @example
 * import { placesOf } from '@clientele/core/charts'
 *
 * placesOf('stages', 2).scale //=> { domain: [0, 1] }
 */
export function placesOf(data: string, count: number, axis: PicturePart = {}): PicturePart {
  return {
    field: 'place',
    type: 'ordinal',
    scale: { domain: Array.from({ length: count }, (_, place) => place) },
    axis: { labelExpr: labelIn(data), labelLimit: 0, titlePadding: 12, ...axis },
  }
}

/**
 * {@link placesOf} rows one below the other: what is written in several lines stands around the middle of its row.
 *
 * @param data - The name of the data, whose rows have a `label` and a `place`.
 * @param count - How many rows there are.
 * @returns A channel of an encoding.
 * @example
 * import { rowsOf } from '@clientele/core/charts'
 *
 * rowsOf('stages', 2).field //=> 'place'
 */
export function rowsOf(data: string, count: number): PicturePart {
  const condition = Array.from({ length: MOST_LINES - 1 }, (_, more) => ({
    test: `length(${labelIn(data)}) === ${more + 2}`,
    value: (-(more + 1) * LABEL_LINE) / 2,
  }))
  return placesOf(data, count, { labelOffset: { condition, value: 0 } })
}

function labelIn(data: string): string {
  return `data('${data}')[datum.value].label`
}
