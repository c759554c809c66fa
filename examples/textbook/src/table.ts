/** A cell: text stands to the left, a number to the right. */
export type Cell = string | { readonly number: string }

/** Lays out rows as columns of a monospaced font; the first row is the head. */
export function layOutTable(rows: readonly (readonly Cell[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(textOf(row[column] ?? '')))))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '─'.repeat(width)).join('──')
  return [...lines.slice(0, 1), rule, ...lines.slice(1)]
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.number
}

function pad(cell: Cell, width: number): string {
  const gap = ' '.repeat(width - widthOf(textOf(cell)))
  return typeof cell === 'string' ? cell + gap : gap + cell.number
}

/** How many columns a text takes: Chinese characters and full-width signs take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u.test(character) ? 2 : 1), 0)
}
