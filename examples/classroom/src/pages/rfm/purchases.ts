import { formatMessage, listTexts } from '@clientele/core/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { fitsLink } from '../../address/fitsLink.js'
import { type Described, fieldFrame } from '../../fields/fieldFrame.js'
import { textField } from '../../fields/textField.js'
import { describeIssue } from '../../issues/describeIssue.js'
import type { Shown } from '../types.js'
import { readHeader } from './book/readHeader.js'
import type { Book, ColumnName } from './book/types.js'
import type { ScoredBook } from './computeRfm.js'
import { defaults, type RfmFields } from './fields.js'
import { lastDay, openFile, openText } from './openText.js'
import { locales } from './texts/rfmTexts.js'
import type { RfmTexts } from './texts/types.js'
import { settleTyped, takeTyped } from './typing.js'

type ShownRfm = Shown<RfmFields, ScoredBook>

/** So many lines are shown of a text that is too long to be changed here. */
const PREVIEWED = 20
/** So many characters of a name, of a line, and so many lines at fault are shown. */
const SHOWN_CHARACTERS = 100
const PREVIEWED_CHARACTERS = 4000
const SHOWN_FAULTS = 10

/** The purchases: typed, pasted, opened or dropped, and what was read of them. */
export function purchasesInput(shown: ShownRfm, said: RfmTexts): TemplateResult {
  return html`<div class="purchases" @dragover=${allowDrop} @dragleave=${showDrop} @drop=${(event: DragEvent) => drop(event, shown, said)}>
    ${fieldFrame(shown, { name: 'csv', label: said.csv }, (described) => (isEditable(shown) ? editor(shown, said, described) : preview(shown, said, described)))}
    ${header(shown, said)}
    <p class="open">
      <button type="button" @click=${choose}>${said.open}</button>
      <input type="file" hidden accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" @change=${(event: Event) => chosen(event, shown, said)} />
      <span class="soft">${said.orDrop}</span>
    </p>
    <p class="issues refused" role="alert"></p>
    ${notices(shown, said)} ${shown.issuesOf('csv').length > 0 ? nothing : html`${facts(shown, said)} ${rejected(shown, said)}`}
    <details>
      <summary>${said.accepted}</summary>
      <ul>${said.acceptedLines.map((line) => html`<li>${line}</li>`)}</ul>
    </details>
    ${asOf(shown, said)}
  </div>`
}

/** What no link holds is also more than a text field handles well. */
function isEditable({ fields }: ShownRfm): boolean {
  return fitsLink(fields.csv)
}

/** The value is set when it was changed elsewhere, and left alone while someone types. */
function editor(shown: ShownRfm, said: RfmTexts, { id, describedBy, isInvalid }: Described): TemplateResult {
  return html`<textarea
    id=${id}
    name="csv"
    rows="7"
    spellcheck="false"
    autocomplete="off"
    wrap="off"
    aria-describedby=${describedBy}
    aria-invalid=${isInvalid}
    .value=${shown.fields.csv}
    @input=${({ target }: Event) => takeTyped(shown, target as HTMLTextAreaElement)}
    @change=${({ target }: Event) => settleTyped(shown, target as HTMLTextAreaElement)}
    @paste=${(event: ClipboardEvent) => paste(event, shown, said)}
  ></textarea>`
}

function preview({ fields }: ShownRfm, said: RfmTexts, { id, describedBy, isInvalid }: Described): TemplateResult {
  const lines = fields.csv.slice(0, PREVIEWED_CHARACTERS).split('\n').slice(0, PREVIEWED)
  return html`<textarea
      id=${id}
      readonly
      rows="7"
      wrap="off"
      aria-describedby=${describedBy}
      aria-invalid=${isInvalid}
      .value=${[...lines, '…'].join('\n')}
    ></textarea>
    <p class="hint">${said.tooLong}</p>`
}

/** A field is slow to take a long text: it is put into the middle of what stands there without it. */
function paste(event: ClipboardEvent, shown: ShownRfm, said: RfmTexts): void {
  const pasted = event.clipboardData?.getData('text/plain') ?? ''
  const { value, selectionStart, selectionEnd } = event.target as HTMLTextAreaElement
  const text = (value.slice(0, selectionStart) + pasted + value.slice(selectionEnd)).replace(/\r\n?/g, '\n')
  if (fitsLink(text)) return
  event.preventDefault()
  shown.change(openText(text, said.pasted), { isStep: true })
}

function choose({ target }: Event): void {
  ;((target as HTMLElement).nextElementSibling as HTMLInputElement).click()
}

/** The same file may be chosen again: it may have been changed. */
function chosen({ target }: Event, shown: ShownRfm, said: RfmTexts): void {
  const input = target as HTMLInputElement
  const [file] = input.files ?? []
  if (file !== undefined) void openFile(file, shown, said, refusalOf(input))
  input.value = ''
}

function allowDrop(event: DragEvent): void {
  if (!event.dataTransfer?.types.includes('Files')) return
  event.preventDefault()
  showDrop(event)
}

function showDrop({ currentTarget, type }: Event): void {
  ;(currentTarget as HTMLElement).classList.toggle('dropping', type === 'dragover')
}

function drop(event: DragEvent, shown: ShownRfm, said: RfmTexts): void {
  showDrop(event)
  const [file] = event.dataTransfer?.files ?? []
  if (file === undefined) return
  event.preventDefault()
  void openFile(file, shown, said, refusalOf(event.currentTarget as HTMLElement))
}

/** Where it is said that a file cannot be opened: that is said once, and is no part of what a link restores. */
function refusalOf(element: HTMLElement): HTMLElement {
  return element.closest('.purchases')?.querySelector('.refused') as HTMLElement
}

/** Where the first line does not name the columns, how it was understood. */
function header(shown: ShownRfm, said: RfmTexts): TemplateResult | typeof nothing {
  const { csv } = shown.fields
  if (shown.issuesOf('csv').length === 0 || csv.trim() === '') return nothing
  const { names, missing } = readHeader(csv)
  if (missing.length === 0) return nothing
  const read = names.join(' | ')
  return html`<p class="hint">${said.firstLine} ${formatMessage(said.firstLineReads, { names: clip(read) })}</p>
    ${/，/.test(read) ? html`<p class="hint">${said.chineseCommas}</p>` : nothing}`
}

function clip(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}

function notices({ fields }: ShownRfm, said: RfmTexts): TemplateResult {
  const file = clip(fields.file)
  const isLost = fields.file !== '' && fields.csv === defaults.csv
  return html`${fields.file === '' || isLost ? nothing : html`<p role="status">${formatMessage(said.opened, { file })}</p>`}
    ${isLost ? html`<p class="notice-box" role="status">${formatMessage(said.lostFromLink, { file })}</p>` : nothing}
    ${fitsLink(fields.csv) ? nothing : html`<p class="notice-box" role="status">${said.notInLink}</p>`}`
}

function facts({ result: { book }, language }: ShownRfm, said: RfmTexts): TemplateResult {
  const { header, purchases } = book
  const names = Object.values(header.places).sort((a, b) => a - b)
  const columns = clip(
    listTexts(
      names.map((place) => header.names[place] as string),
      locales[language].core,
    ),
  )
  return html`<p class="hint">${formatMessage(said.read, { purchases: purchases.length, columns, separator: said.separators[header.separator] })}</p>`
}

/** The rows that do not count, with what the package finds wrong. */
function rejected({ result: { book, rfm }, language }: ShownRfm, said: RfmTexts): TemplateResult | typeof nothing {
  const { rejected: rows } = rfm
  if (rows.length === 0) return nothing
  const shownRows = rows.slice(0, SHOWN_FAULTS)
  const more = rows.length - shownRows.length
  return html`<p class="left-out">${formatMessage(said.rejected, { count: rows.length, rows: book.purchases.length })}</p>
    <ul class="issues">
      ${shownRows.flatMap(({ index, issues }) =>
        issues.map((issue) => {
          const column = said.columns[columnOf(issue.path)]
          return html`<li>${formatMessage(said.rejectedRow, { line: lineOf(book, index), column, issue: describeIssue(issue, language) })}</li>`
        }),
      )}
      ${more === 0 ? nothing : html`<li>${formatMessage(said.moreRows, { count: more })}</li>`}
    </ul>`
}

function lineOf({ lines }: Book, index: number): number {
  return lines[index] as number
}

function columnOf(path: readonly (string | number)[]): ColumnName | 'row' {
  const column = path[2]
  return column === 'customer' || column === 'date' || column === 'amount' ? column : 'row'
}

function asOf(shown: ShownRfm, said: RfmTexts): TemplateResult {
  const toLastDay = (): void => {
    const day = lastDay(shown.fields.csv)
    if (day !== undefined) shown.change({ asOf: day }, { isStep: true })
  }
  return html`<div class="fields as-of">
    ${textField(shown, { name: 'asOf', label: said.asOf, keyboard: 'numeric' })}
    <button type="button" @click=${toLastDay}>${said.lastPurchase}</button>
  </div>`
}
