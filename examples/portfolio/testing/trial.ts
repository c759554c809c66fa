import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RfmScheme, ShareOfCustomersScheme } from '@clientele/tiering'
import { onTestFinished } from 'vitest'
import { runCommand } from '../src/command/runCommand.js'
import type { OrdersConfig, ReceivablesPart } from '../src/config/types.js'
import type { PipelineReport } from '../src/pipeline/types.js'
import type { ReceivablesReport } from '../src/receivables/types.js'
import type { ReportOfOrders } from '../src/report/types.js'
import type { TicketsReport } from '../src/tickets/types.js'

/** The path of a file of this example. */
export function ownFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

/** A config that speaks of everything. */
type OwnConfig = OrdersConfig & { readonly tiers: ShareOfCustomersScheme; readonly rfm: RfmScheme; readonly receivables: ReceivablesPart }

/** The example's own config. */
export function ownConfig(): OwnConfig {
  return JSON.parse(readFileSync(ownFile('data/config.json'), 'utf8'))
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portfolio-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What a run of the command said and wrote. */
export interface Trial {
  readonly code: number
  readonly printed: readonly string[]
  readonly warned: readonly string[]
  readonly folder: string
  /** What it wrote under a name. */
  readonly written: (name: string) => string
  /** The data of a run that read orders. */
  readonly report: () => ReportOfOrders
  /** What the data say of a run that read invoices. */
  readonly receivables: () => ReceivablesReport
  /** What the data say of a run that read tickets. */
  readonly tickets: () => TicketsReport
  /** What the data say of a run that read a sales pipeline. */
  readonly pipeline: () => PipelineReport
}

/** Runs the command as a terminal would, in a folder of its own. */
export async function runWords(words: readonly string[], folder: string = temporaryFolder()): Promise<Trial> {
  const printed: string[] = []
  const warned: string[] = []
  const code = await runCommand(words, folder, { print: (line) => printed.push(line), warn: (line) => warned.push(line) })
  const written = (name: string): string => readFileSync(join(folder, 'out', name), 'utf8')
  const report = () => JSON.parse(written('report.json'))
  const parts = { receivables: () => report().receivables, tickets: () => report().tickets, pipeline: () => report().pipeline }
  return { code, printed, warned, folder, written, report, ...parts }
}

/** Runs the command on orders, and a config if not the example's own, that are written to a folder first. */
export async function runOn(orders: string | Uint8Array, config: unknown = ownConfig(), ...words: readonly string[]): Promise<Trial> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'orders.csv'), orders)
  writeFileSync(join(folder, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  return await runWords(['--orders', 'orders.csv', '--config', 'config.json', '--out', 'out', ...words], folder)
}

/** Runs the command on invoices, and a config if not the example's own, that are written to a folder first. */
export async function runOnInvoices(invoices: string | Uint8Array, config: unknown = ownConfig(), ...words: readonly string[]): Promise<Trial> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'invoices.csv'), invoices)
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  return await runWords(['--invoices', 'invoices.csv', '--config', 'config.json', '--out', 'out', ...words], folder)
}

/** A config that speaks of tickets alone, whose times are taken in Berlin. */
export function ticketsConfig(changes: object = {}): unknown {
  const tickets = { columns: { case: 'ticket', activity: 'what', at: 'when' }, times: 'YYYY-MM-DD HH:MM:SS', zone: 'Europe/Berlin', ...changes }
  return { kind: 'portfolio', id: 'desk', version: 1, asOf: '2026-09-30', tickets }
}

/** Runs the command on tickets, each row a ticket, what happened and when, that are written to a folder first. */
export async function runOnTickets(rows: readonly string[], config: unknown = ticketsConfig(), ...words: readonly string[]): Promise<Trial> {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'tickets.csv'), ['ticket,what,when', ...rows, ''].join('\n'))
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  return await runWords(['--tickets', 'tickets.csv', '--config', 'config.json', '--out', 'out', ...words], folder)
}

/** A config that speaks of a sales pipeline alone. */
export function pipelineConfig(changes: object = {}, documentChanges: object = {}): unknown {
  const document = {
    kind: 'pipeline',
    id: 'deals',
    version: 1,
    stages: [{ id: 'engaging', title: 'Engaging' }],
    won: 'won',
    lost: 'lost',
    lossReasons: [],
    skips: 'allow',
    regressions: 'allow',
    ...documentChanges,
  }
  return { kind: 'portfolio', id: 'sales', version: 1, asOf: '2026-09-30', pipeline: { document, ...changes } }
}

/** The files of a pipeline's folder by name, each as its rows below the header; what is left out is not written, but deals and teams are. */
export interface PipelineFiles {
  readonly deals?: readonly string[]
  readonly teams?: readonly string[]
  readonly products?: readonly string[]
  /** `products.csv` with prices instead, each row a product and its price. */
  readonly prices?: readonly string[]
  readonly accounts?: readonly string[]
}

/** Runs the command on the folder of a sales pipeline that is written first. */
export async function runOnPipeline(files: PipelineFiles, config: unknown = pipelineConfig(), ...words: readonly string[]): Promise<Trial> {
  const { deals = [], teams = ['Ann,West', 'Bob,East'], products, prices, accounts } = files
  const folder = temporaryFolder()
  const sales = join(folder, 'sales')
  mkdirSync(sales)
  const contents = {
    'sales_pipeline.csv': ['opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value', ...deals],
    'sales_teams.csv': ['sales_agent,manager,regional_office', ...teams.map((row) => row.replace(',', ',Eve,'))],
    'products.csv': productsFile(products, prices),
    'accounts.csv': accounts === undefined ? undefined : ['account,sector', ...accounts],
  }
  for (const [name, lines] of Object.entries(contents)) if (lines !== undefined) writeFileSync(join(sales, name), [...lines, ''].join('\n'))
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  return await runWords(['--pipeline', 'sales', '--config', 'config.json', '--out', 'out', ...words], folder)
}

function productsFile(products: readonly string[] | undefined, prices: readonly string[] | undefined): string[] | undefined {
  if (prices !== undefined) return ['product,sales_price', ...prices]
  return products === undefined ? undefined : ['product,series', ...products.map((row) => `${row},X`)]
}

/** A file of invoices for which no letter was sent, with the header that the example's own config wants. */
export function invoicesFile(...rows: readonly string[]): string {
  return [
    'customer_id,invoice,invoice_date,due_date,amount,disputed,paid_on,paid,letter_level,letter_sent_on',
    ...rows.map((row) => `${row},,`),
    '',
  ].join('\n')
}

/** A file of orders, with the header that the example's own config wants. */
export function ordersFile(...rows: readonly string[]): string {
  return ['customer_id,order_date,revenue', ...rows, ''].join('\n')
}
