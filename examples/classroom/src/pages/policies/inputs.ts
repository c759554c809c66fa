import { formatMessage } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { sliderField } from '../../fields/sliderField.js'
import { textField } from '../../fields/textField.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import type { Policies } from './computePolicies.js'
import { exampleFields, exampleIds, isExample } from './examples.js'
import {
  type Column,
  columnFields,
  columns,
  figureField,
  figures,
  type PoliciesFields,
  partField,
  partFigures,
  parts,
  payments,
  shownColumns,
} from './fields.js'
import type { PoliciesTexts } from './texts/types.js'
import { HIGHEST_CAPITAL, LONGEST_PERIOD } from './turns.js'

type ShownPolicies = Shown<PoliciesFields, Policies>

/** Ready examples, one click each. */
export function examples(shown: ShownPolicies, said: PoliciesTexts): TemplateResult {
  return html`<div class="examples" role="group" aria-label=${said.examples}>
    <span class="soft" aria-hidden="true">${said.examples}</span>
    ${exampleIds.map(
      (id) => html`<button
        type="button"
        aria-pressed=${isExample(shown.fields, id)}
        @click=${() => shown.change(exampleFields(id, shown.language), { isStep: true })}
      >
        ${said.example[id]}
      </button>`,
    )}
  </div>`
}

/** The policies side by side, and how they are compared. */
export function inputs(shown: ShownPolicies, said: PoliciesTexts): TemplateResult {
  return html`${sliderField(shown, { name: 'capital', label: said.capital, minimum: 0, maximum: HIGHEST_CAPITAL, step: 0.5 })} ${policiesTable(shown, said)}
    <p class="buttons">${changeOfPlaces(shown, said)}</p>
    <div class="fields">
      ${choiceField(shown, {
        name: 'year',
        label: said.year,
        options: ['360', '365'].map((value) => ({ value, label: formatMessage(said.days, { days: value }) })),
      })}
      ${choiceField(shown, {
        name: 'carried',
        label: said.carried,
        options: [
          { value: 'variable-cost', label: said.atVariableCost },
          { value: 'price', label: said.atPrice },
        ],
      })}
    </div>
    <p class="hint">${said.inOneUnit}</p>`
}

function policiesTable(shown: ShownPolicies, said: PoliciesTexts): TemplateResult {
  const places = shownColumns(shown.fields)
  const row = (head: string, cell: (column: Column) => TemplateResult) => ({ cells: [head, ...places.map(cell)] })
  const typed = (figure: 'sales' | 'variable' | 'collection', size: number) =>
    row(said.row[figure], (column) =>
      textField(shown, {
        name: figureField(figure, column),
        label: labelOf(said, said.row[figure], column),
        isLabelHidden: true,
        keyboard: 'decimal',
        size,
      }),
    )
  return table({
    caption: said.given,
    isCaptionHidden: true,
    columns: [{ head: said.given }, ...places.map((column) => ({ head: headOf(column, said) }))],
    rows: [
      row(said.row.name, (column) =>
        textField(shown, { name: figureField('name', column), label: labelOf(said, said.row.name, column), isLabelHidden: true, size: 7 }),
      ),
      typed('sales', 7),
      typed('variable', 7),
      row(said.row.payment, (column) => paymentChoice(shown, said, column)),
      row(said.row.days, (column) => paymentCell(shown, said, column)),
      // The percent sign is on no keyboard for numbers alone.
      row(said.row.loss, (column) =>
        textField(shown, { name: figureField('loss', column), label: labelOf(said, said.row.loss, column), isLabelHidden: true, size: 7 }),
      ),
      typed('collection', 7),
      row(said.row.discount, (column) => discountCell(shown, said, column)),
    ],
  })
}

function headOf(column: Column, said: PoliciesTexts): TemplateResult {
  return html`${formatMessage(said.policy, { number: column })}${column === '1' ? html`<br /><span class="in-force">${said.inForce}</span>` : ''}`
}

function labelOf({ cell }: PoliciesTexts, row: string, column: Column): string {
  return formatMessage(cell, { row, number: column })
}

function paymentChoice(shown: ShownPolicies, said: PoliciesTexts, column: Column): TemplateResult {
  return choiceField(shown, {
    name: figureField('payment', column),
    label: labelOf(said, said.row.payment, column),
    isLabelHidden: true,
    options: payments.map((value) => ({ value, label: said.payment[value] })),
  })
}

function paymentCell(shown: ShownPolicies, said: PoliciesTexts, column: Column): TemplateResult {
  const payment = shown.fields[figureField('payment', column)]
  if (payment === 'mix') return mixCell(shown, said, column)
  if (payment === 'receivables')
    return textField(shown, { name: figureField('receivables', column), label: said.receivables, keyboard: 'decimal', size: 7 })
  const label = labelOf(said, said.row.days, column)
  return sliderField(shown, { name: figureField('days', column), label, isLabelHidden: true, minimum: 0, maximum: LONGEST_PERIOD, step: 1 })
}

/** Which part of the customers pays when, and takes which discount. */
function mixCell(shown: ShownPolicies, said: PoliciesTexts, column: Column): TemplateResult {
  return html`<div class="mix">
    ${partFigures.map((figure) => html`<span class="hint" aria-hidden="true">${said.part[figure]}</span>`)}
    ${parts.map((part) =>
      partFigures.map((figure) =>
        textField(shown, {
          name: partField(figure, column, part),
          label: formatMessage(said.partCell, { number: column, part, figure: said.part[figure] }),
          isLabelHidden: true,
          keyboard: 'decimal',
          size: 2,
        }),
      ),
    )}
  </div>`
}

function discountCell(shown: ShownPolicies, said: PoliciesTexts, column: Column): TemplateResult {
  if (shown.fields[figureField('payment', column)] === 'mix') return html`<span class="soft">${said.byShares}</span>`
  const label = labelOf(said, said.row.discount, column)
  return textField(shown, { name: figureField('discount', column), label, isLabelHidden: true, keyboard: 'decimal', size: 7 })
}

/** A new policy begins as the last one. */
function changeOfPlaces(shown: ShownPolicies, said: PoliciesTexts): TemplateResult {
  const places = shownColumns(shown.fields)
  const last = places.at(-1) as Column
  const next = columns[places.length]
  const add = () => {
    if (next !== undefined)
      shown.change(
        { ...copyOf(shown.fields, last, next), [figureField('name', next)]: formatMessage(said.newPolicy, { number: next }) },
        { isStep: true },
      )
  }
  return html`<button type="button" ?disabled=${next === undefined} @click=${add}>${said.add}</button>
    <button type="button" ?disabled=${places.length === 1} @click=${() => shown.change(columnFields(last), { isStep: true })}>${said.remove}</button>`
}

function copyOf(fields: PoliciesFields, from: Column, to: Column): Partial<PoliciesFields> {
  return Object.fromEntries([
    ...([...figures, 'payment'] as const).map((figure) => [figureField(figure, to), fields[figureField(figure, from)]]),
    ...parts.flatMap((part) => partFigures.map((figure) => [partField(figure, to, part), fields[partField(figure, from, part)]])),
  ])
}
