import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { formatMessage } from '@clientele/core/explain'
import { checkReceivablesFit } from '../config/checkReceivablesFit.js'
import { hasOrders } from '../config/hasOrders.js'
import { readConfig } from '../config/readConfig.js'
import type { PortfolioConfig } from '../config/types.js'
import { readInvoices } from '../invoices/readInvoices.js'
import { describeIssue } from '../issues/describeIssue.js'
import { readOrders } from '../orders/readOrders.js'
import { renderPage } from '../page/renderPage.js'
import { pipelineSettings } from '../pipeline/pipelineSettings.js'
import { readPipelineFolder } from '../pipeline/readPipelineFolder.js'
import { ageBook } from '../receivables/ageBook.js'
import { renderInvoicesCsv } from '../receivables/renderInvoicesCsv.js'
import { settingsOf } from '../receivables/settingsOf.js'
import { type Books, composeReport } from '../report/composeReport.js'
import { renderCsv } from '../report/renderCsv.js'
import { tellsOfOrders } from '../report/tellsOfOrders.js'
import type { PortfolioReport } from '../report/types.js'
import { groupThousands } from '../texts/formatNumber.js'
import { languages } from '../texts/languages.js'
import { terminalLine } from '../texts/terminalLine.js'
import type { Texts } from '../texts/types.js'
import { readTickets } from '../tickets/readTickets.js'
import { ticketSettings } from '../tickets/ticketSettings.js'
import { type ChosenFiles, chooseFiles } from './chooseFiles.js'
import { Refusal } from './Refusal.js'
import { type CommandOptions, readOptions } from './readOptions.js'
import { summarise } from './summarise.js'
import { usingFile } from './usingFile.js'

/** Where the command speaks: a line at a time. */
export interface CommandOutput {
  readonly print: (line: string) => void
  readonly warn: (line: string) => void
}

const USED_WRONGLY = 2

/** What the command writes. */
const NAMES = ['report.html', 'report.json', 'report.csv', 'receivables.csv'] as const

/**
 * Reads orders, invoices, tickets and a sales pipeline, or some of them, as a config says, and writes the report as page, data and tables.
 *
 * @returns The exit code: 0, or 2 where the command cannot do its work and has said why.
 */
export async function runCommand(words: readonly string[], folder: string, output: CommandOutput): Promise<number> {
  let texts = languages.get('en') as Texts
  try {
    const options = readOptions(words, folder)
    texts = options.texts
    if (options.help) output.print(texts.command.usage)
    else await makeReport(options, output)
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const line of describeRefusal(error, texts)) output.warn(line)
    return USED_WRONGLY
  }
}

async function makeReport(options: CommandOptions, { print, warn }: CommandOutput): Promise<void> {
  const { config: configFile, out, texts } = options
  const config = await readConfig(configFile)
  const files = chooseFiles(options, config)
  refuseFilesInTheWay([files.orders, files.invoices, files.tickets, configFile], out)
  const books = await readBooks(files, config, (rows) => warn(formatMessage(texts.command.progress, { rows: groupThousands(rows) })))
  refuseMisfits(books, config, configFile)
  const report = composeReport(books, config, namesOf(files, configFile))
  const page = await renderPage({ report, config, texts })
  const written = await writeFiles(out, { report, page, books })
  for (const line of summarise(report, config, written, texts)) print(line)
}

async function readBooks(
  { orders, invoices, tickets, pipeline }: ChosenFiles,
  config: PortfolioConfig,
  reportProgress: (rows: number) => void,
): Promise<Books> {
  const settings = settingsOf(config)
  const ticketsOf = ticketSettings(config)
  const pipelineOf = pipelineSettings(config)
  return {
    orders: orders !== undefined && hasOrders(config) ? await readOrders(orders, config, reportProgress) : undefined,
    invoices:
      invoices !== undefined && settings !== undefined ? ageBook(await readInvoices(invoices, settings, reportProgress), settings) : undefined,
    tickets: tickets !== undefined && ticketsOf !== undefined ? await readTickets(tickets, ticketsOf, reportProgress) : undefined,
    pipeline: pipeline !== undefined && pipelineOf !== undefined ? await readPipelineFolder(pipeline, pipelineOf, reportProgress) : undefined,
  }
}

/** A scheme may ask for amounts that a currency of the invoices has no units for. */
function refuseMisfits({ invoices }: Books, config: PortfolioConfig, file: string): void {
  const settings = settingsOf(config)
  if (invoices === undefined || settings === undefined) return
  const issues = checkReceivablesFit(settings, new Set(invoices.used.map(({ currency }) => currency)))
  if (issues.length > 0) throw new Refusal('config-wrong', { file }, issues)
}

function namesOf({ orders, invoices, tickets, pipeline }: ChosenFiles, config: string): PortfolioReport['files'] {
  return {
    ...(orders === undefined ? {} : { orders: basename(orders) }),
    ...(invoices === undefined ? {} : { invoices: basename(invoices) }),
    ...(tickets === undefined ? {} : { tickets: basename(tickets) }),
    ...(pipeline === undefined ? {} : { pipeline: basename(pipeline) }),
    config: basename(config),
  }
}

/** What is read must not be what is written. */
function refuseFilesInTheWay(files: readonly (string | undefined)[], folder: string): void {
  const file = NAMES.map((name) => join(folder, name)).find((path) => files.includes(path))
  if (file !== undefined) throw new Refusal('file-in-the-way', { file, folder })
}

/** Writes what there is to say; what an earlier run wrote of other things is removed, as it would pass for this report's. */
async function writeFiles(
  folder: string,
  { report, page, books }: { readonly report: PortfolioReport; readonly page: string; readonly books: Books },
): Promise<string[]> {
  const contents: { readonly [Name in (typeof NAMES)[number]]: string | undefined } = {
    'report.html': page,
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'report.csv': tellsOfOrders(report) ? renderCsv(report) : undefined,
    'receivables.csv': books.invoices === undefined ? undefined : renderInvoicesCsv(books.invoices.lines),
  }
  await usingFile(folder, () => mkdir(folder, { recursive: true }))
  for (const name of NAMES) {
    const [file, content] = [join(folder, name), contents[name]]
    await usingFile(file, () => (content === undefined ? rm(file, { force: true }) : writeFile(file, content)))
  }
  return NAMES.filter((name) => contents[name] !== undefined).map((name) => join(folder, name))
}

function describeRefusal({ code, params, issues }: Refusal, texts: Texts): string[] {
  const reason = params['reason']
  const told = typeof reason === 'string' ? { ...params, reason: texts.fileReasons[reason] ?? reason } : params
  const lines = [formatMessage(texts.refusals[code], told), ...issues.map((issue) => `  ${describeIssue(issue, texts)}`)]
  return [...lines, ...(code === 'options-wrong' || code === 'language-unknown' ? [texts.command.usage] : [])].map(terminalLine)
}
