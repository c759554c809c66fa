import type { JsonValue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema, wrapText } from '@clientele/core/charts'
import { WIDE_PADDING } from './widePadding.js'

/** Up to so many rows and columns, counts are written into the cells. */
const LABELLED = 20

/** Pixels of a cell with a count and of one without. */
const LABELLED_CELL = 48
const CELL = 12

/** Pixels that cells may be wide so that the names of columns fit below them, and that all of them may be wide together. */
const WIDTHS = [LABELLED_CELL, 72, 96]
const WIDTH_LIMIT = LABELLED * LABELLED_CELL

/** Pixels of a character where texts are measured without a browser, and of names, which are cut short beyond. */
const CHARACTER = 8
const NAME_LIMIT = 200
const TITLE_GAP = 12

/** On colours from here on the text is white. */
const DARK = 0.55

const TEXT_COLOUR = { condition: { test: { field: 'dark', equal: true }, value: 'white' }, value: 'black' }

/** What a heat map shows: `count` is written into each cell, `colour` colours it, and `dark` says that its text is to be light. */
export interface HeatMap {
  readonly title: JsonValue
  readonly values: readonly { readonly [field: string]: JsonValue }[]
  readonly x: { readonly field: string; readonly title: string; readonly domain: readonly JsonValue[] }
  readonly y: { readonly field: string; readonly title: string; readonly domain: readonly JsonValue[] }
  readonly colour: { readonly field: string; readonly title: string; readonly domain: readonly [number, number]; readonly format?: string }
  /** What only the tooltip tells. */
  readonly more: { readonly field: string; readonly title: string }
}

/** Whether a cell is so dark that its text must be light. */
export function isDark(value: number, [least, most]: readonly [number, number]): boolean {
  return (value - least) / (most - least) > DARK
}

/** The least width of cells below which all names fit; undefined where they do not fit below any. */
function widthFor(names: readonly JsonValue[]): number | undefined {
  const fits = (width: number): boolean => names.every((name) => wrapText(String(name), width / CHARACTER).length === 1)
  return WIDTHS.find((width) => names.length * width <= WIDTH_LIMIT && fits(width))
}

/** Draws cells coloured by a measure, with a count in each. */
export function drawHeatMap({ title, values, x, y, colour, more }: HeatMap): VegaLiteSpecification {
  const isLabelled = x.domain.length <= LABELLED && y.domain.length <= LABELLED
  const step = isLabelled ? LABELLED_CELL : CELL
  const wide = isLabelled ? widthFor(x.domain) : undefined
  const { format } = colour
  const axisOf = (axisTitle: string) => ({ title: axisTitle, titlePadding: TITLE_GAP, labelLimit: NAME_LIMIT, labelOverlap: true })
  return {
    $schema: vegaLiteSchema,
    title,
    data: { values },
    padding: WIDE_PADDING,
    width: { step: wide ?? step },
    height: { step },
    encoding: {
      x: {
        field: x.field,
        type: 'ordinal',
        scale: { domain: x.domain },
        axis: { ...axisOf(x.title), ...(wide === undefined ? { labelAngle: -90 } : { labelAngle: 0, labelLimit: wide }) },
      },
      y: { field: y.field, type: 'ordinal', scale: { domain: y.domain }, axis: axisOf(y.title) },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: 'white' },
        encoding: {
          tooltip: [y, x, colour, more].map(({ field, title }) => ({ field, title, type: 'nominal' })),
          color: {
            field: colour.field,
            type: 'quantitative',
            title: colour.title,
            scale: { domain: colour.domain, scheme: 'blues' },
            legend: { titleLimit: 0, ...(format === undefined ? {} : { format }) },
          },
        },
      },
      ...(isLabelled ? [{ mark: 'text', encoding: { text: { field: 'count' }, color: TEXT_COLOUR } }] : []),
    ],
  }
}
