import type { JsonValue } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { RankingDiagnosis } from '@clientele/scoring'
import { explainRanking } from '@clientele/scoring/explain'
import type { BookDiagnosis } from '../report/types.js'
import { listTexts } from '../texts/listTexts.js'
import type { Texts } from '../texts/types.js'
import { html, type Markup } from './html.js'
import { partOfRanking } from './partOfRanking.js'
import type { PageInput } from './types.js'

type Diagnosis = BookDiagnosis | RankingDiagnosis

/** What to know before trusting the ranking. */
export function findings({ report, scorecard, texts }: PageInput): Markup {
  const isOwn = (diagnosis: Diagnosis): diagnosis is BookDiagnosis => Object.hasOwn(texts.diagnoses, diagnosis.code)
  const others = report.diagnoses.filter((diagnosis): diagnosis is RankingDiagnosis => !isOwn(diagnosis))
  const sentences = [
    ...report.diagnoses.filter(isOwn).map((diagnosis) => describeDiagnosis(diagnosis, texts)),
    ...explainRanking(partOfRanking(report, { diagnoses: others }), scorecard, texts.scoring).sentences,
  ]
  const list = html`<ul class="findings">${sentences.map((sentence) => html`<li>${sentence}</li>\n`)}</ul>`
  return html`<section>
<h2>${texts.page.findings}</h2>
${sentences.length === 0 ? html`<p>${texts.page.nothingFound}</p>` : list}
</section>`
}

function describeDiagnosis({ code, params }: BookDiagnosis, texts: Texts): string {
  const facts: [string, JsonValue][] = Object.entries(params).map(([name, value]: [string, JsonValue]) => [
    name,
    Array.isArray(value) ? listTexts(value as readonly (string | number)[], texts) : value,
  ])
  return formatMessage(texts.diagnoses[code], Object.fromEntries(facts))
}
