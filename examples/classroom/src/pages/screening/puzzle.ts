import { compareDecimals, localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { explainAudit, type ScoringLocale } from '@clientele/scoring/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { textField } from '../../fields/textField.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import type { Language, Shown } from '../types.js'
import { chapterCard, customers, printedTotals } from './chapter.js'
import type { Screening } from './computeScreening.js'
import type { ScreeningFields } from './fields.js'
import type { ScreeningTexts } from './texts/types.js'

/** The chapter's misprint, to be found: who guesses right is told so, who gives up is shown it. */
export function puzzle(shown: Shown<ScreeningFields, Screening>, said: ScreeningTexts, locale: ScoringLocale): TemplateResult {
  const isSolved = shown.fields.solved === 'yes'
  return html`<p>${said.puzzleTask}</p>
    ${chapterTable(shown.language, said, { isPrinted: true })}
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
    </div>
    <p role="status"><strong>${verdict(shown, said)}</strong></p>
    <button type="button" aria-expanded=${isSolved} @click=${() => shown.change({ solved: isSolved ? 'no' : 'yes' }, { isStep: true })}>
      ${isSolved ? said.hide : said.solve}
    </button>
    ${isSolved ? sentences([...explainAudit(shown.result.audit, chapterCard, locale).sentences, said.harmless]) : nothing}`
}

/** What is to be said to a guess; to none, nothing. */
export function verdict({ fields, result }: Pick<Shown<ScreeningFields, Screening>, 'fields' | 'result'>, said: ScreeningTexts): string {
  const { misprint, correct } = fields
  if (misprint === '') return ''
  const found = result.audit.discrepancies.find(({ candidate }) => candidate === misprint)
  if (found === undefined) return said.wrong
  const isRight = /^\d+(\.\d+)?$/.test(correct) && compareDecimals(correct, found.computed) === 0
  return isRight ? said.right : said.rightCustomer
}

/** The table of the chapter, with or without the totals that it prints. */
export function chapterTable(language: Language, said: ScreeningTexts, { isPrinted = false }: { readonly isPrinted?: boolean } = {}): TemplateResult {
  const lines = chapterCard.criteria.map(({ id, title, weight }) => ({
    cells: [localizeText(title ?? id, language), String(weight), ...printedTotals.map(({ ratings }) => ratings[id] as string)],
  }))
  const printed = { cells: [said.printed, '', ...printedTotals.map((row) => row.printed)] }
  const heads = [said.criterion, said.weight, ...customers.map((customer) => formatMessage(said.customer, { customer }))]
  return table({
    caption: said.table,
    isCaptionHidden: true,
    columns: heads.map((head, index) => ({ head, isNumber: index > 0 })),
    rows: isPrinted ? [...lines, printed] : lines,
  })
}
