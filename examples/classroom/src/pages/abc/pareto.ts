import type { VegaLiteSpecification } from '@clientele/core/charts'
import { formatMessage, listTexts } from '@clientele/core/explain'
import { paretoChart } from '@clientele/tiering/charts'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import type { View } from 'vega'
import { chart } from '../../charts/chart.js'
import { choiceField } from '../../fields/choiceField.js'
import { textField } from '../../fields/textField.js'
import { cutLinesIn } from './CutLines.js'
import { cutTiers, type Way } from './chapter.js'
import type { Abc } from './computeAbc.js'
import { cutsOf } from './cuts.js'
import { boundaryField, cutField, wayOf } from './fields.js'
import type { ShownAbc, Spoken } from './spoken.js'
import type { AbcTexts } from './texts/types.js'

/** Pixels: high enough to cut, low enough for the first screen; above the plot there is room for the grips. */
const HEIGHT = 225
const LARGE_HEIGHT = 300
const PADDING = { left: 5, right: 5, top: 46, bottom: 5 }

/** The Pareto curve, with the cuts upon it to be dragged, and below it to be typed. */
export function pareto(shown: ShownAbc, { said, locale }: Spoken): TemplateResult {
  const { result, fields } = shown
  const cuts = cutsOf(fields, result, said)
  const properties = cuts && { cuts, move: (field: string, text: string) => shown.change({ [field]: text }) }
  return html`<div class="pareto">
      ${chart(shown, fitted(paretoChart(result.tiering, result.scheme, locale), shown.isLarge), layLines)}
      <div class="cut-lines" ${ref((element) => element && cutLinesIn(element as HTMLElement).show(properties))}></div>
    </div>
    ${changes(result, { said, locale })} ${cutFields(shown, said, wayOf(fields) ?? result.way)}`
}

/** The page says what the title does, and the table beside it which colour a tier has. */
function fitted(specification: VegaLiteSpecification, isLarge: boolean): VegaLiteSpecification {
  const { title: _, ...rest } = specification
  return { ...rest, height: isLarge ? LARGE_HEIGHT : HEIGHT, padding: PADDING, config: { legend: { disable: true } } }
}

function layLines(view: View): void {
  const lines = view.container()?.closest('.pareto')?.querySelector<HTMLElement>('.cut-lines')
  if (lines) cutLinesIn(lines).layUpon(view)
}

/** Who is elsewhere than in the example. */
function changes({ changes: changed }: Abc, { said, locale }: Spoken): TemplateResult {
  const listed = changed.map(({ customer, from, to }) => formatMessage(said.change, { customer, from, to }))
  return html`<p class="changes ${changed.length === 0 ? '' : 'some'}" role="status">
    ${changed.length === 0 ? said.unchanged : formatMessage(said.changed, { changes: listTexts(listed, locale.core) })}
  </p>`
}

function cutFields(shown: ShownAbc, said: AbcTexts, way: Way): TemplateResult {
  const boundaries = way === 'threshold' ? (['above', 'at-or-above'] as const) : (['before', 'after'] as const)
  return html`<div class="fields">
    ${cutTiers.map((tier, index) =>
      textField(shown, { name: cutField(way, tier), label: said.cuts[way][index] as string, keyboard: 'decimal', size: way === 'threshold' ? 9 : 5 }),
    )}
    ${way === 'threshold' ? textField(shown, { name: 'months', label: said.months, keyboard: 'numeric', size: 3 }) : nothing}
    ${choiceField(shown, {
      name: boundaryField(way),
      label: said.boundary,
      options: boundaries.map((value) => ({ value, label: said.boundaries[value] })),
    })}
  </div>`
}
