import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { findings } from './findings.js'
import { gradeTable, ratingTables } from './gradeTables.js'
import { html, Markup } from './html.js'
import { keyNumbers } from './keyNumbers.js'
import { explanations, rankingInWords, rankingTable } from './ranking.js'
import { renderCharts } from './renderCharts.js'
import { laterTable, rejectedTable } from './rowTables.js'
import { stylesheet } from './theme.js'
import type { PageInput } from './types.js'

/** No script runs and nothing is fetched, whatever the data hold. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'"

/** Writes the report as one page that needs nothing beside itself. */
export async function renderPage(input: PageInput): Promise<string> {
  const { report, texts } = input
  const { page, languageTag } = texts
  const title = localizeText(report.title ?? page.title, languageTag)
  const note = report.note === undefined ? [] : html`<p class="note">${localizeText(report.note, languageTag)}</p>`
  const policies = report.policies.map(({ kind, id, version }) => `${kind} ${id} ${version}`).join(texts.listSeparator)
  const charts = await renderCharts(input)
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
<p class="soft">${formatMessage(page.asOf, { asOf: report.asOf, currency: report.currency })}</p>
${note}
</header>
${keyNumbers(input)}
${findings(input)}
${charts}
${gradeTable(input)}
${ratingTables(input)}
${rankingTable(input)}
${rankingInWords(input)}
${explanations(input)}
${rejectedTable(input)}
${laterTable(input)}
<footer>${formatMessage(page.madeBy, { ...report.files, policies })}</footer>
</main>
</body>
</html>
`.text
}
