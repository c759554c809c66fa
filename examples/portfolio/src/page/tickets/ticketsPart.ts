import { formatMessage } from '@clientele/core/explain'
import { describeEquation } from '../../texts/describeEquation.js'
import { formatShare, groupThousands } from '../../texts/formatNumber.js'
import { formatTime } from '../../texts/tickets/formatTime.js'
import { describeDiagnosis, listSentences } from '../findings.js'
import { html, type Markup } from '../html.js'
import { tile } from '../keyNumbers.js'
import { rejectedRows, rowSection } from '../rowTables.js'
import { shownRows } from '../truncation.js'
import type { TicketsInput } from '../types.js'
import { ticketsInWords } from './ticketsInWords.js'
import { activitiesTable, reworkTable, timesTable, variantsTable } from './ticketTables.js'

/** Everything that the page says of tickets. */
export function ticketsPart(input: TicketsInput): Markup {
  const { report, texts } = input
  const { asOf, zone, times, rows, diagnoses, rejected } = report
  const { tickets: words, findings, nothingFound } = texts.page
  const taken = times === 'ISO 8601' ? [] : [html`<p>${formatMessage(words.takenIn, { zone })}</p>`]
  const sentences = diagnoses.map((diagnosis) => describeDiagnosis(diagnosis, texts))
  return html`<div id="tickets" class="part">
<h1>${words.title}</h1>
<p class="soft">${formatMessage(words.asOf, { asOf, zone })}</p>
${taken}
${ticketTiles(input)}
<p class="equation">${describeEquation(rows, asOf, texts)}</p>
<section><h2>${findings}</h2>${sentences.length === 0 ? html`<p>${nothingFound}</p>` : listSentences(sentences)}</section>
<section><h2>${words.inWords}</h2>${listSentences(ticketsInWords(input))}</section>
${variantsTable(input)}
${timesTable(input)}
${reworkTable(input)}
${activitiesTable(input)}
${rejectedRows('rejected-tickets', words.rejectedRows, rejected, texts)}
${laterEvents(input)}
</div>`
}

function ticketTiles({ report, texts }: TicketsInput): Markup {
  const { log, rows } = report
  const labels = texts.page.tickets.keyNumbers
  const [commonest] = log.variants
  const shareOfCases = (share: number): string => formatMessage(labels.shareOfCases, { share: formatShare(share) })
  return html`<ul class="tiles">
${tile(labels.cases, groupThousands(log.cases))}
${tile(labels.events, groupThousands(log.events))}
${tile(labels.variants, groupThousands(log.variants.length))}
${commonest === undefined ? [] : tile(labels.commonest, groupThousands(commonest.count), shareOfCases(commonest.share))}
${tile(labels.reworked, groupThousands(log.rework.cases), shareOfCases(log.rework.rate))}
${tile(labels.duration, formatTime(log.duration.median, texts), formatMessage(labels.longest, { p90: formatTime(log.duration.p90, texts) }))}
${tile(html`<a href="#rejected-tickets">${labels.rejected}</a>`, groupThousands(rows.rejected), formatMessage(texts.page.keyNumbers.rejectedRate, { read: groupThousands(rows.read) }))}
</ul>`
}

function laterEvents({ report, texts }: TicketsInput): Markup {
  const { page } = texts
  const words = page.tickets
  const head = html`<tr><th class="number">${page.line}</th><th>${words.cases}</th><th>${words.activity}</th><th>${words.time}</th></tr>`
  const rows = shownRows(report.later).map(
    ({
      line,
      case: id,
      activity,
      at,
    }) => html`<tr><td class="number">${line}</td><td class="name"><bdi>${id}</bdi></td><td class="name"><bdi>${activity}</bdi></td><td>${at}</td></tr>
`,
  )
  return rowSection('later-tickets', formatMessage(words.laterRows, { asOf: report.asOf }), head, rows, report.later.length, texts)
}
