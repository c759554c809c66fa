import { formatMessage, listTexts } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import { section } from '../../layout/sections.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { Policies } from './computePolicies.js'
import { type Column, costField, costFigures, figureField, filledColumns, type PoliciesFields, partField, parts } from './fields.js'
import { type Wording, wordings } from './locales.js'
import type { PoliciesTexts } from './texts/types.js'

/** The example on paper: what is known, and a table for what is to be found. */
export function handout({ fields, language }: Shown<PoliciesFields, Policies>): TemplateResult {
  const wording = wordings[language]
  const { said } = wording
  const places = filledColumns(fields)
  const heads = [{ head: said.row.name }, ...places.map((column) => ({ head: fields[figureField('name', column)] || column, isNumber: true }))]
  return html`${table({ caption: said.given, columns: heads, rows: givenRows(fields, places, wording) })}
    <p>${optionsOnPaper(fields, said)}</p>
    <p class="soft">${said.inOneUnit}</p>
    <div class="policies fill-in">${table({
      caption: said.fillIn,
      columns: heads,
      rows: Object.values(said.resultLine).map((line) => ({ cells: [line, ...places.map(() => '')] })),
    })}</div>
    ${section(
      said.costs,
      table({
        caption: said.costs,
        isCaptionHidden: true,
        columns: [{ head: said.given }, { head: said.number, isNumber: true }],
        rows: costFigures.map((figure) => ({ cells: [said.costFigure[figure], fields[costField(figure)]] })),
      }),
    )}`
}

/** The rows in which something is told of a policy. */
function givenRows(fields: PoliciesFields, places: readonly Column[], wording: Wording) {
  const { said } = wording
  const rows = (['sales', 'variable', 'days', 'loss', 'collection', 'discount'] as const).map((figure) => ({
    cells: [
      said.row[figure],
      ...places.map((column) => (figure === 'days' ? paymentOnPaper(fields, column, wording) : fields[figureField(figure, column)])),
    ],
  }))
  return rows.filter(({ cells }) => cells.slice(1).some((cell) => cell !== ''))
}

function paymentOnPaper(fields: PoliciesFields, column: Column, { said, locale }: Wording): string {
  const payment = fields[figureField('payment', column)]
  if (payment === 'receivables') return `${said.receivables} ${fields[figureField('receivables', column)]}`
  if (payment !== 'mix') return fields[figureField('days', column)]
  const typed = parts.map((part) => ({
    share: fields[partField('share', column, part)],
    day: fields[partField('day', column, part)],
    percent: fields[partField('percent', column, part)],
  }))
  const told = typed
    .filter(({ share, day }) => share !== '' || day !== '')
    .map((part) => formatMessage(part.percent === '' ? said.partOnPaper : said.partWithDiscount, part))
  return listTexts(told, locale.core)
}

function optionsOnPaper({ capital, year, carried }: PoliciesFields, said: PoliciesTexts): string {
  const tied = carried === 'price' ? said.atPrice : said.atVariableCost
  return formatMessage(said.optionsOnPaper, { capital, year, tied })
}
