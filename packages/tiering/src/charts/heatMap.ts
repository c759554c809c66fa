import type { JsonValue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema, wrapText } from '@clientele/core/charts'
import { WIDE_PADDING } from './widePadding.js'

/** Up to so many rows and columns texts are written into the cells, unless a chart has another limit. */
const LABELLED = 20

/** Pixels of a cell with a count and of one without. */
const LABELLED_CELL = 48
const CELL = 12

/** Pixels that cells may be wide so that the names of columns fit below them, if all of them together are no wider than the most of the narrowest. */
const WIDTHS = [LABELLED_CELL, 72, 96]

/** Pixels of a chart without cells, so that its titles do not lie across each other. */
const EMPTY_SIZE = 200

/** Pixels of a character where texts are measured without a browser, and of names, which are cut short beyond. */
const CHARACTER = 8
const NAME_LIMIT = 200
const TITLE_GAP = 12

/** On colours from here on the text is white. */
const DARK = 0.55

const TEXT_COLOUR = { condition: { test: { field: 'dark', equal: true }, value: 'white' }, value: 'black' }

/** What a heat map shows: `text` is written into each cell, `colour` colours it, and `dark` says that its text is to be light. */
export interface HeatMap {
  readonly title: JsonValue
  readonly values: readonly { readonly [field: string]: JsonValue }[]
  readonly x: { readonly field: string; readonly title: string; readonly domain: readonly JsonValue[] }
  readonly y: { readonly field: string; readonly title: string; readonly domain: readonly JsonValue[] }
  readonly colour: { readonly field: string; readonly title: string; readonly domain: readonly [number, number]; readonly format?: string }
  /** What only the tooltip tells. */
  readonly more: readonly { readonly field: string; readonly title: string }[]
  /** What is written into the cells: `count` unless given. */
  readonly text?: string
  /** Up to how many rows and columns that is written: 20 unless given. */
  readonly labelled?: number
}

/** Whether a cell is so dark that its text must be light. */
export function isDark(value: number, [least, most]: readonly [number, number]): boolean {
  return (value - least) / (most - least) > DARK
}

/** The least width of cells below which all names fit; undefined where they do not fit below any. */
function widthFor(names: readonly JsonValue[], labelled: number): number | undefined {
  const fits = (width: number): boolean => names.every((name) => wrapText(String(name), width / CHARACTER).length === 1)
  return WIDTHS.find((width) => names.length * width <= labelled * LABELLED_CELL && fits(width))
}

/** Draws cells coloured by a measure, with a text in each unless they are many. */
export function drawHeatMap({ title, values, x, y, colour, more, text = 'count', labelled = LABELLED }: HeatMap): VegaLiteSpecification {
  const isLabelled = x.domain.length <= labelled && y.domain.length <= labelled
  const isEmpty = x.domain.length === 0 || y.domain.length === 0
  const step = isLabelled ? LABELLED_CELL : CELL
  const wide = isLabelled ? widthFor(x.domain, labelled) : undefined
  const format = colour.format === undefined ? {} : { format: colour.format }
  const told = ({ field, title }: { readonly field: string; readonly title: string }) => ({ field, title, type: 'nominal' })
  const axisOf = (axisTitle: string) => ({ title: axisTitle, titlePadding: TITLE_GAP, labelLimit: NAME_LIMIT, labelOverlap: true })
  return {
    $schema: vegaLiteSchema,
    title,
    data: { values },
    padding: WIDE_PADDING,
    width: isEmpty ? EMPTY_SIZE : { step: wide ?? step },
    height: isEmpty ? EMPTY_SIZE : { step },
    encoding: {
      x: {
        field: x.field,
        title: x.title,
        type: 'ordinal',
        scale: { domain: x.domain },
        axis: { ...axisOf(x.title), ...(wide === undefined ? { labelAngle: -90 } : { labelAngle: 0, labelLimit: wide }) },
      },
      y: { field: y.field, title: y.title, type: 'ordinal', scale: { domain: y.domain }, axis: axisOf(y.title) },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: 'white' },
        encoding: {
          tooltip: [told(y), told(x), { ...told(colour), type: 'quantitative', ...format }, ...more.map(told)],
          color: {
            field: colour.field,
            type: 'quantitative',
            title: colour.title,
            scale: { domain: colour.domain, clamp: true, scheme: 'blues' },
            legend: { titleLimit: 0, ...format },
          },
        },
      },
      ...(isLabelled ? [{ mark: { type: 'text', aria: false }, encoding: { text: { field: text }, color: TEXT_COLOUR } }] : []),
    ],
  }
}
