import {
  EMPTY_SIZE,
  inOneLine,
  labelLines,
  type PicturePart,
  rowHeight,
  rowsOf,
  titleLines,
  type VegaLiteSpecification,
  vegaLiteSchema,
  WIDE_PADDING,
} from '@clientele/core/charts'

/** Pixels; characters of a line of a label. */
const WIDTH = 380
const LABEL_WIDTH = 28

/** Pixels right of the bars, for what is written at them. */
const PADDING = { ...WIDE_PADDING, right: 190 }

/** What a screen reader says of a part of a bar. */
const SAID = "datum.row + '; ' + datum.part + ': ' + datum.count"

/** One bar: whoever came so far, and what became of them. */
export interface FunnelRow {
  readonly name: string
  readonly count: number
  /** Written at its end. */
  readonly text: string
  /** How many of it belong to each part. */
  readonly counts: readonly number[]
  /** What else is to be known of it, in words, in the order of the titles. */
  readonly facts: readonly string[]
}

/** What a funnel of bars says. */
export interface FunnelTexts {
  readonly title: string
  readonly notes: readonly string[]
  readonly row: string
  readonly count: string
  readonly part: { readonly names: readonly string[]; readonly colours: readonly string[]; readonly share: string }
  readonly facts: readonly string[]
}

/** Draws one bar below the other, each in parts, with a text at its end. */
export function drawFunnel(rows: readonly FunnelRow[], texts: FunnelTexts): VegaLiteSpecification {
  const { title, notes, row, count, part } = texts
  const values = rows.map(({ name, count: all, text, counts }, place) => ({
    place,
    row: inOneLine(name),
    count: all,
    counts,
    text,
    label: labelLines(name, LABEL_WIDTH),
  }))
  const most = Math.max(1, rows[0]?.count ?? 0)
  const x = { type: 'quantitative', title: count, scale: { domain: [0, most], nice: false }, axis: { format: ',d', tickMinStep: 1, tickCount: 6 } }
  return {
    $schema: vegaLiteSchema,
    title: titleLines(title, notes),
    data: { name: 'rows', values },
    padding: PADDING,
    width: WIDTH,
    height: rows.length === 0 ? EMPTY_SIZE : { step: rowHeight(values.map(({ label }) => label)) },
    encoding: { y: { ...rowsOf('rows', rows.length), title: row } },
    layer: [
      {
        data: { name: 'parts', values: partsOf(rows, texts) },
        mark: { type: 'bar', description: { expr: SAID } },
        encoding: {
          x: { ...x, field: 'count', stack: 'zero' },
          color: {
            field: 'part',
            type: 'nominal',
            title: null,
            scale: { domain: [...part.names], range: [...part.colours] },
            legend: { orient: 'top', labelLimit: 0 },
          },
          order: { field: 'rank', type: 'quantitative' },
          tooltip: tooltipOf(texts),
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4, aria: false },
        encoding: { x: { ...x, field: 'count' }, text: { field: 'text' } },
      },
    ],
  }
}

/** Parts of bars; those of nobody are left out. */
function partsOf(rows: readonly FunnelRow[], { part }: FunnelTexts) {
  return rows.flatMap(({ name, count: all, counts, facts }, place) =>
    part.names.flatMap((title, rank) => {
      const count = counts[rank] as number
      const known = Object.fromEntries(facts.map((fact, index) => [`fact${index}`, fact]))
      return count === 0 ? [] : [{ place, row: inOneLine(name), part: title, rank, count, share: count / all, ...known }]
    }),
  )
}

function tooltipOf({ row, count, part, facts }: FunnelTexts): readonly PicturePart[] {
  return [
    { field: 'row', title: row, type: 'nominal' },
    { field: 'part', title: '', type: 'nominal' },
    { field: 'count', title: count, type: 'quantitative' },
    { field: 'share', title: part.share, type: 'quantitative', format: '.2~%' },
    ...facts.map((title, index) => ({ field: `fact${index}`, title, type: 'nominal' })),
  ]
}
