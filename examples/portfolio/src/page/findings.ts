import type { JsonValue } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { RankingDiagnosis } from '@clientele/scoring'
import { explainRanking } from '@clientele/scoring/explain'
import type { PipelineDiagnosis } from '../pipeline/types.js'
import type { InvoiceDiagnosis } from '../receivables/types.js'
import type { BookDiagnosis } from '../report/types.js'
import { groupThousands } from '../texts/formatNumber.js'
import { listTexts } from '../texts/listTexts.js'
import type { Texts } from '../texts/types.js'
import type { TicketDiagnosis } from '../tickets/types.js'
import { html, type Markup } from './html.js'
import { partOfRanking } from './partOfRanking.js'
import type { OrdersInput } from './types.js'

type Diagnosis = BookDiagnosis | RankingDiagnosis

/** What to know before trusting the ranking. */
export function findings({ report, scorecard, texts }: OrdersInput): Markup {
  const isOwn = (diagnosis: Diagnosis): diagnosis is BookDiagnosis => Object.hasOwn(texts.diagnoses, diagnosis.code)
  const others = report.diagnoses.filter((diagnosis): diagnosis is RankingDiagnosis => !isOwn(diagnosis))
  const sentences = [
    ...report.diagnoses.filter(isOwn).map((diagnosis) => describeDiagnosis(diagnosis, texts)),
    ...explainRanking(partOfRanking(report, { diagnoses: others }), scorecard, texts.scoring).sentences,
  ]
  return html`<section>
<h2>${texts.page.findings}</h2>
${sentences.length === 0 ? html`<p>${texts.page.nothingFound}</p>` : listSentences(sentences)}
</section>`
}

/** Sentences as a list; nothing of none. */
export function listSentences(sentences: readonly string[]): Markup {
  if (sentences.length === 0) return html``
  return html`<ul class="findings">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`
}

/** Says a diagnosis of this example in a language. */
export function describeDiagnosis({ code, params }: BookDiagnosis | InvoiceDiagnosis | PipelineDiagnosis | TicketDiagnosis, texts: Texts): string {
  const facts: [string, JsonValue][] = Object.entries(params).map(([name, value]: [string, JsonValue]) => [
    name,
    Array.isArray(value) ? listTexts(value as readonly (string | number)[], texts) : typeof value === 'number' ? groupThousands(value) : value,
  ])
  return formatMessage(texts.diagnoses[code], Object.fromEntries(facts))
}
