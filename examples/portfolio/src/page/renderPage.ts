import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { hasOrders } from '../config/hasOrders.js'
import { pipelineSettings } from '../pipeline/pipelineSettings.js'
import { settingsOf } from '../receivables/settingsOf.js'
import { tellsOfOrders } from '../report/tellsOfOrders.js'
import { html, Markup } from './html.js'
import { ordersPart } from './ordersPart.js'
import { pipelinePart } from './pipeline/pipelinePart.js'
import { receivablesPart } from './receivables/receivablesPart.js'
import { stylesheet } from './theme.js'
import { ticketsPart } from './tickets/ticketsPart.js'
import type { PageInput } from './types.js'

/** No script runs and nothing is fetched, whatever the data hold. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** Writes the report as one page that needs nothing beside itself. */
export async function renderPage(input: PageInput): Promise<string> {
  const { report, config, texts } = input
  const { page, languageTag } = texts
  const title = localizeText(report.title ?? page.title, languageTag)
  const note = report.note === undefined ? [] : html`<p class="note">${localizeText(report.note, languageTag)}</p>`
  const policies = report.policies.map(({ kind, id, version }) => `${kind} ${id} ${version}`).join(texts.listSeparator)
  const { config: configFile, ...read } = report.files
  const files = [read.orders, read.invoices, read.tickets, read.pipeline].filter((name) => name !== undefined).join(texts.listSeparator)
  const orders = tellsOfOrders(report) && hasOrders(config) ? await ordersPart({ ...config, report, texts }) : html``
  const settings = settingsOf(config)
  const receivables =
    report.receivables !== undefined && settings !== undefined ? await receivablesPart({ report: report.receivables, settings, texts }) : html``
  const tickets = report.tickets === undefined ? html`` : ticketsPart({ report: report.tickets, texts })
  const pipelineOf = pipelineSettings(config)
  const pipeline =
    report.pipeline !== undefined && pipelineOf !== undefined ? await pipelinePart({ report: report.pipeline, settings: pipelineOf, texts }) : html``
  return html`<!doctype html>
<html lang="${languageTag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(stylesheet)}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${note}
</header>
${orders}
${receivables}
${tickets}
${pipeline}
<footer>${formatMessage(page.madeBy, { files, config: configFile, policies })}</footer>
</main>
</body>
</html>
`.text
}
