import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '@clientele/core'
import { checkDecimal, createIssue } from '@clientele/core/checks'
import { decimalText } from '@clientele/core/decimal'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import { readRows } from '../rows/readRows.js'
import type { BookRow, Cells, RowBook, RowKind } from '../rows/types.js'
import { folderFiles } from './folderFiles.js'
import { type DealColumns, readDeal } from './readDeal.js'
import type { Deal, ListRow, PipelineBook, PipelineSettings } from './types.js'

/** Reads the folder of a sales pipeline: every row of its deals is used, or dated after `asOf`, or rejected with its reasons. */
export async function readPipelineFolder(folder: string, settings: PipelineSettings, reportProgress: (rows: number) => void): Promise<PipelineBook> {
  const { deals, teams, products, prices, accounts } = folderFiles
  const { asOf, listPrices } = settings
  const takeDeal = onceBy((deal: Deal) => deal.deal, deals.columns.deal)
  const kind: RowKind<DealColumns, Deal> = {
    columns: deals.columns,
    readCells: (cells, line, issues) => takeDeal(readDeal(cells, line, issues), issues),
  }
  const listOf = async ({ file, columns }: ListFile): Promise<RowBook<ListRow>> => {
    const takeRow = onceBy((row: ListRow) => row.name, columns.name)
    const readCells = (cells: Cells<ListColumns>, line: number, issues: Issue[]): ListRow | undefined =>
      takeRow(readListRow(cells, columns, line, issues), issues)
    return await readRows(join(folder, file), { columns, readCells }, asOf, reportProgress)
  }
  const listIfThere = async (list: ListFile): Promise<RowBook<ListRow> | null> => (existsSync(join(folder, list.file)) ? await listOf(list) : null)
  return {
    deals: await readRows(join(folder, deals.file), kind, asOf, reportProgress),
    teams: await listOf(teams),
    // Whoever asks for prices cannot do without the file.
    products: listPrices === undefined ? await listIfThere(products) : await listOf(prices),
    accounts: await listIfThere(accounts),
  }
}

interface ListColumns {
  readonly name: string
  readonly group?: string
  readonly price?: string
}

interface ListFile {
  readonly file: string
  readonly columns: ListColumns
}

function readListRow({ name, group = '', price = '' }: Cells<ListColumns>, columns: ListColumns, line: number, issues: Issue[]): ListRow | undefined {
  if (name.trim() === '') issues.push(createIssue('empty', [columns.name], {}))
  const listed = price.trim() === '' ? undefined : checkDecimal(price.trim(), [columns.price ?? ''], issues, { minimum: '0' })
  if (issues.length > 0) return undefined
  return { line, date: null, name: name.trim(), group: group.trim(), price: listed === undefined ? null : decimalText(listed) }
}

/** Takes the first row of each name, and adds an issue for every later one. */
function onceBy<Row extends BookRow>(nameOf: (row: Row) => string, column: string): (row: Row | undefined, issues: Issue[]) => Row | undefined {
  /** The line of each name that is taken. */
  const taken = new Map<string, number>()
  return (row, issues) => {
    if (row === undefined) return undefined
    const name = nameOf(row)
    const first = taken.get(name)
    if (first === undefined) {
      taken.set(name, row.line)
      return row
    }
    issues.push(createPortfolioIssue('name-repeated', [column], { first, actual: JSON.stringify(name) }))
    return undefined
  }
}
