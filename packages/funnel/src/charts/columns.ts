import {
  EMPTY_SIZE,
  labelLines,
  type PicturePart,
  placesOf,
  titleLines,
  type VegaLiteSpecification,
  vegaLiteSchema,
  WIDE_PADDING,
} from '@clientele/core/charts'
import { formatMessage, listTexts } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'

/** So many columns at most are drawn; the labels of up to so many are written across. */
export const DRAWN = 40
export const ACROSS = 10

/** Pixels of a column whose label is written across, and of one whose label is written upwards; of what is longer, so many are written. */
const WIDE_COLUMN = 104
const COLUMN = 36
const HEIGHT = 300
const LABEL_LIMIT = 320

/** Characters of a line of a label. */
const LABEL_WIDTH = 16

/** An axis spans both sides of 0, and goes on to the next round number. */
export const SIDES = 4

/** What stands below a column: what it is called, and figures, each from a line of its own. */
export interface ColumnLabel {
  readonly name: string
  readonly figures: readonly string[]
}

/** What a picture of columns says. */
export interface ColumnTexts {
  readonly title: string
  readonly notes: readonly string[]
  /** What is told of columns; null where their labels say it. */
  readonly column: string | null
}

/** Labels below columns: in lines where there are few, else on one line. */
export function columnLabels(labels: readonly ColumnLabel[], { core, charts: { sales } }: FunnelLocale): (string | readonly string[])[] {
  if (labels.length <= ACROSS) return labels.map(({ name, figures }) => [name, ...figures].flatMap((text) => labelLines(text, LABEL_WIDTH)))
  return labels.map(({ name, figures }) => (figures.length === 0 ? name : formatMessage(sales.label, { name, figures: listTexts(figures, core) })))
}

/** Draws columns side by side, from data whose rows have a `label` and a `place`. */
export function drawColumns(
  values: readonly PicturePart[],
  { title, notes, column }: ColumnTexts,
  layer: readonly PicturePart[],
): VegaLiteSpecification {
  const { length } = values
  const isAcross = length <= ACROSS
  const axis = isAcross ? { labelAngle: 0 } : { labelAngle: -90, labelLimit: LABEL_LIMIT, maxExtent: LABEL_LIMIT }
  const width = length * (isAcross ? WIDE_COLUMN : COLUMN)
  return {
    $schema: vegaLiteSchema,
    title: titleLines(title, notes),
    data: { name: 'columns', values },
    padding: WIDE_PADDING,
    width: Math.max(EMPTY_SIZE, width),
    height: HEIGHT,
    encoding: { x: { ...placesOf('columns', length, axis), title: column } },
    layer,
  }
}

/** The channel of amounts: of a field, and what its axis says. Where all are 0 there are no amounts that it could span. */
export function amountsOf(field: string, title: string, numbers: readonly (number | null)[], axis: PicturePart = {}): PicturePart {
  const isFlat = numbers.every((number) => number === null || number === 0)
  return { field, type: 'quantitative', title, axis: { ...axis }, ...(isFlat ? { scale: { domain: [0, 1] } } : {}) }
}

/** What an axis of amounts is called. */
export function amountTitle(currency: string | null, words: { readonly money: string; readonly amount: string }): string {
  return currency === null ? words.amount : formatMessage(words.money, { currency })
}

/** The channel of colours by the kinds of marks that a field has; the legend tells those that are there. */
export function kindsOf(field: string, kinds: readonly { readonly name: string; readonly colour: string }[]): PicturePart {
  return {
    field,
    type: 'nominal',
    title: null,
    scale: { domain: kinds.map(({ name }) => name), range: kinds.map(({ colour }) => colour) },
    legend: { symbolType: 'square', symbolStrokeWidth: 0, labelLimit: 0 },
  }
}
