import { formatMessage } from '@clientele/core/explain'
import { explainFunnel } from '@clientele/funnel/explain'
import { describeEquation } from '../../texts/describeEquation.js'
import { formatDays, groupThousands } from '../../texts/formatNumber.js'
import { describeMapping } from '../../texts/pipeline/describeMapping.js'
import { describeDiagnosis, listSentences } from '../findings.js'
import { backtestSection } from '../forecast/backtestSection.js'
import { bottlenecksSection } from '../forecast/bottlenecksSection.js'
import { changeSection } from '../forecast/changeSection.js'
import { comparisonSection } from '../forecast/comparisonSection.js'
import { forecastSection } from '../forecast/forecastSection.js'
import { html, type Markup } from '../html.js'
import { tile } from '../keyNumbers.js'
import { rejectedRows } from '../rowTables.js'
import type { PipelineInput } from '../types.js'
import { dealsTable } from './dealsTable.js'
import { cohortsTable, groupsTable, sharesTable } from './pipelineTables.js'
import { renderPipelineCharts } from './renderPipelineCharts.js'

/** Everything that the page says of a sales pipeline. */
export async function pipelinePart(input: PipelineInput): Promise<Markup> {
  const { report, settings, texts } = input
  const { asOf, rows, diagnoses, rejected, later, undated, measure } = report
  const { pipeline: words, findings, nothingFound } = texts.page
  const sentences = diagnoses.map((diagnosis) => describeDiagnosis(diagnosis, texts))
  return html`<div id="pipeline" class="part">
<h1>${words.title}</h1>
<p class="soft">${formatMessage(words.asOf, { asOf })}</p>
${pipelineTiles(input)}
<p class="equation">${describeEquation(rows, asOf, texts)}</p>
<section><h2>${words.mapping}</h2>${listSentences(describeMapping(input))}</section>
<section><h2>${findings}</h2>${sentences.length === 0 ? html`<p>${nothingFound}</p>` : listSentences(sentences)}</section>
${sharesTable(input)}
${await renderPipelineCharts(input)}
<section><h2>${words.inWords}</h2>${listSentences(explainFunnel(measure, settings.document, texts.funnel).sentences)}</section>
${groupsTable(input)}
${cohortsTable(input)}
${await forecastSection(input)}
${await backtestSection(input)}
${comparisonSection(input)}
${await bottlenecksSection(input)}
${await changeSection(input)}
${dealsTable('undated-deals', words.undatedRows, undated, texts)}
${rejectedRows('rejected-deals', words.rejectedRows, rejected, texts)}
${dealsTable('later-deals', formatMessage(words.laterRows, { asOf }), later, texts)}
</div>`
}

function pipelineTiles({ report, texts }: PipelineInput): Markup {
  const { measure, rows, undated } = report
  const labels = texts.page.pipeline.keyNumbers
  const { entered, won, lost, open } = measure
  return html`<ul class="tiles">
${tile(labels.entered, groupThousands(entered), formatMessage(labels.undated, { undated: groupThousands(undated.length) }))}
${tile(labels.won, groupThousands(won.count))}
${tile(labels.lost, groupThousands(lost.count))}
${tile(labels.open, groupThousands(open.count))}
${tile(labels.cycle, formatDays(won.medianDays), formatMessage(labels.mean, { mean: formatDays(won.meanDays) }))}
${tile(html`<a href="#rejected-deals">${labels.rejected}</a>`, groupThousands(rows.rejected), formatMessage(texts.page.keyNumbers.rejectedRate, { read: groupThousands(rows.read) }))}
</ul>`
}
