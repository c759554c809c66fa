import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { formatMessage } from '@clientele/core/explain'
import { readConfig } from '../config/readConfig.js'
import { describeIssue } from '../issues/describeIssue.js'
import { readOrders } from '../orders/readOrders.js'
import { renderPage } from '../page/renderPage.js'
import { composeReport } from '../report/composeReport.js'
import { renderCsv } from '../report/renderCsv.js'
import type { PortfolioReport } from '../report/types.js'
import { groupThousands } from '../texts/formatNumber.js'
import { languages } from '../texts/languages.js'
import type { Texts } from '../texts/types.js'
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

/**
 * Reads orders and a config, and writes the report as page, data and table.
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

async function makeReport({ orders, config: configFile, out, texts }: CommandOptions, { print, warn }: CommandOutput): Promise<void> {
  const config = await readConfig(configFile)
  const book = await readOrders(orders, config, (rows) => warn(formatMessage(texts.command.progress, { rows: groupThousands(rows) })))
  const report = composeReport(book, config, { orders: basename(orders), config: basename(configFile) })
  const page = await renderPage({ report, scorecard: config.scorecard, texts })
  const files = await writeFiles(out, report, page)
  for (const line of summarise(report, files, texts)) print(line)
}

async function writeFiles(folder: string, report: PortfolioReport, page: string): Promise<string[]> {
  const contents = [
    ['report.html', page],
    ['report.json', `${JSON.stringify(report, null, 2)}\n`],
    ['report.csv', renderCsv(report)],
  ] as const
  await usingFile(folder, () => mkdir(folder, { recursive: true }))
  for (const [name, content] of contents) await usingFile(join(folder, name), () => writeFile(join(folder, name), content))
  return contents.map(([name]) => join(folder, name))
}

function describeRefusal({ code, params, issues }: Refusal, texts: Texts): string[] {
  const reason = params['reason']
  const told = typeof reason === 'string' ? { ...params, reason: texts.fileReasons[reason] ?? reason } : params
  const lines = [formatMessage(texts.refusals[code], told), ...issues.map((issue) => `  ${describeIssue(issue, texts)}`)]
  return code === 'options-wrong' || code === 'language-unknown' ? [...lines, texts.command.usage] : lines
}
