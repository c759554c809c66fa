import { formatMessage } from '@clientele/core/explain'
import type { DunningLetter, DunningPlan } from '@clientele/credit'
import { countPlan } from '../../receivables/countPlan.js'
import { groupCounts, groupThousands } from '../../texts/formatNumber.js'
import { listSentences } from '../findings.js'
import { html, type Markup } from '../html.js'
import { shownRows, truncation } from '../truncation.js'
import type { ReceivablesInput } from '../types.js'
import { explainPlan } from './explainPlan.js'

/** How many letters are explained sentence by sentence. */
const EXPLAINED = 3

/** The letters to send, and why. */
export function lettersSection(input: ReceivablesInput): Markup {
  const { dunning } = input.report
  if (dunning === undefined) return html``
  const words = input.texts.page.receivables
  const { letters } = dunning
  const explained = explainPlan({ letters: letters.slice(0, EXPLAINED), diagnoses: ownDiagnoses(dunning, input) }, input)
  return html`<section id="letters">
<h2>${words.letters}</h2>
<p class="soft">${formatMessage(words.lettersRule, groupCounts({ ...countPlan(dunning) }))}</p>
${input.settings.columns.level === undefined ? html`<p>${words.noHistory}</p>` : []}
${letters.length === 0 ? html`<p>${input.texts.page.none}</p>` : lettersTable(letters, input)}
${listSentences(explained)}
</section>`
}

function lettersTable(letters: readonly DunningLetter[], { texts }: ReceivablesInput): Markup {
  const words = texts.page.receivables
  return html`${truncation(letters.length, texts)}
<div class="scroll"><table>
<thead><tr><th>${words.customer}</th><th class="number">${words.level}</th><th>${words.letter}</th><th class="number">${words.invoices}</th><th class="number">${words.daysOverdue}</th>
<th class="number">${words.open}</th><th class="number">${words.credits}</th><th class="number">${words.fee}</th><th class="number">${words.interest}</th><th class="number">${words.total}</th></tr></thead>
<tbody>${shownRows(letters).map(letterRow)}</tbody></table></div>`
}

function letterRow({ customer, level, letter, items, open, credits, fee, interest, total, currency }: DunningLetter): Markup {
  const days = items.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue), 0)
  return html`<tr><td class="name"><bdi>${customer}</bdi></td><td class="number">${level}</td><td>${letter}</td><td class="number">${groupThousands(items.length)}</td><td class="number">${groupThousands(days)}</td>
<td class="number">${groupThousands(open)}</td><td class="number">${groupThousands(credits)}</td><td class="number">${groupThousands(fee)}</td><td class="number">${groupThousands(interest)}</td><td class="number">${groupThousands(total)} ${currency}</td></tr>
`
}

/** What the plan alone has to say: the rest is said of the ageing. */
function ownDiagnoses({ diagnoses }: DunningPlan, { report }: ReceivablesInput): DunningPlan['diagnoses'] {
  return diagnoses.filter(({ code }) => !report.ageing.diagnoses.some((one) => one.code === code))
}
