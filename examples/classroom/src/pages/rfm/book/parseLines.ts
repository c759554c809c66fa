import { parse } from 'csv-parse/browser/esm/sync'
import type { Separator } from './types.js'

/** Line breaks as they are counted, and nothing before the first line that says nothing. */
export function withPlainBreaks(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** Takes each line of a text of plain line breaks apart, but empty ones, and gives it to `take` with the number of its last line, if it is several. */
export function parseLines(text: string, separator: Separator, take: (cells: readonly string[], line: number) => void): void {
  parse(text, {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    // A quote within a cell, as of inches, is no fault.
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    // What is taken need not be kept here.
    on_record: (cells: string[], { lines }) => {
      take(cells, lines)
      return null
    },
  })
}
