import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '@clientele/core'
import { createIssue } from '@clientele/core/checks'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'
import { readRows } from '../rows/readRows.js'
import type { BookRow, Cells, RowBook, RowKind } from '../rows/types.js'
import { folderFiles } from './folderFiles.js'
import { type DealColumns, readDeal } from './readDeal.js'
import type { Deal, ListRow, PipelineBook, PipelineSettings } from './types.js'

/** Reads the folder of a sales pipeline: every row of its deals is used, or dated after `asOf`, or rejected with its reasons. */
export async function readPipelineFolder(folder: string, settings: PipelineSettings, reportProgress: (rows: number) => void): Promise<PipelineBook> {
  const { deals, teams, products, accounts } = folderFiles
  const { asOf } = settings
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
    products: await listIfThere(products),
    accounts: await listIfThere(accounts),
  }
}

interface ListColumns {
  readonly name: string
  readonly group?: string
}

interface ListFile {
  readonly file: string
  readonly columns: ListColumns
}

function readListRow({ name, group = '' }: Cells<ListColumns>, columns: ListColumns, line: number, issues: Issue[]): ListRow | undefined {
  if (name.trim() !== '') return { line, date: null, name: name.trim(), group: group.trim() }
  issues.push(createIssue('empty', [columns.name], {}))
  return undefined
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
