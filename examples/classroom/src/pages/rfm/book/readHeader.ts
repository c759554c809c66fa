import { columns, findColumn } from './columnNames.js'
import { parseLines, withPlainBreaks } from './parseLines.js'
import type { ColumnName, Header, Separator } from './types.js'

const SEPARATORS: readonly Separator[] = [',', ';', '\t']

/** Reads the first line that says something, by the separator by which it names most columns. */
export function readHeader(text: string): Header {
  const line = /^.*[^\s,;].*$/m.exec(withPlainBreaks(text))?.[0] ?? ''
  const [first, ...others] = SEPARATORS.map((separator) => headerOf(namesOf(line, separator), separator)) as [Header, ...Header[]]
  return others.reduce((best, other) => (other.missing.length < best.missing.length ? other : best), first)
}

function namesOf(line: string, separator: Separator): readonly string[] {
  let names: readonly string[] = []
  try {
    parseLines(line, separator, (cells) => {
      names = cells
    })
  } catch {
    // A quote that is not closed in the first line: there are no names, and that is said.
  }
  return names
}

/** Of several columns of a kind, the first one counts. */
function headerOf(names: readonly string[], separator: Separator): Header {
  const places: { [column in ColumnName]?: number } = {}
  for (const [place, name] of names.entries()) {
    const column = findColumn(name)
    if (column !== undefined) places[column] ??= place
  }
  return { names, separator, places, missing: columns.filter((column) => places[column] === undefined) }
}
