import { formatMessage } from '@clientele/core/explain'
import { explainAudit, type ScoringLocale } from '@clientele/scoring/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { textField } from '../../fields/textField.js'
import { sentences } from '../../layout/sentences.js'
import { chapterAudit, chapterCard, chapterRanking, customers, printedTotals } from './chapter.js'
import type { ShownScreening } from './computeScreening.js'
import { defaults } from './fields.js'
import { ratingsTable } from './ratingsTable.js'
import type { ScreeningTexts } from './texts/types.js'

/** The chapter's misprint, to be found: who guesses is told how near that is, who finds it or gives up is shown it. */
export function puzzle(shown: ShownScreening, said: ScreeningTexts, locale: ScoringLocale): TemplateResult {
  const { guess } = shown.result
  const isAskedFor = shown.fields.solved === 'yes'
  const isShown = isAskedFor || guess === 'right'
  const lastRow = [said.printed, '', ...printedTotals.map(({ printed }) => printed)]
  return html`<p>${said.puzzleTask}</p>
    ${ratingsTable({ ...shown, fields: defaults }, said, { caption: said.printedTable, lastRow })}
    <div class="fields">
      ${choiceField(shown, {
        name: 'misprint',
        label: said.whichCustomer,
        options: [
          { value: '', label: said.choose },
          ...customers.map((customer) => ({ value: customer, label: formatMessage(said.customer, { customer }) })),
        ],
      })}
      ${textField(shown, { name: 'correct', label: said.whichTotal, keyboard: 'decimal', size: 5 })}
      ${guess === 'right' ? nothing : solution(shown, said, isShown)}
    </div>
    <p role="status" class="verdict ${guess}">${formatMessage(said.verdicts[guess], { total: shown.fields.correct })}</p>
    ${isShown ? sentences([...explainAudit(chapterAudit, chapterCard, locale).sentences, ...harm(said)]) : nothing}`
}

function solution(shown: ShownScreening, said: ScreeningTexts, isShown: boolean): TemplateResult {
  const change = () => shown.change({ solved: isShown ? 'no' : 'yes' }, { isStep: true })
  return html`<button type="button" class="solve" aria-expanded=${isShown} @click=${change}>${isShown ? said.hide : said.solve}</button>`
}

/** Whether the misprint changes the conclusion: the printed total, too, is below that of whoever comes before. */
function harm(said: ScreeningTexts): string[] {
  const { ranked } = chapterRanking
  return chapterAudit.discrepancies.flatMap(({ candidate, printed }) => {
    const before = ranked[ranked.findIndex((one) => one.candidate === candidate) - 1]
    return before === undefined ? [] : [formatMessage(said.harmless, { printed, above: before.candidate, next: before.total })]
  })
}
