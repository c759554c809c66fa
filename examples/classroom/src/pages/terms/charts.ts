import type { VegaLiteSpecification } from '@clientele/core/charts'
import { forgoingCostChart, timelineChart } from '@clientele/credit/charts'
import { html, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import type { Shown } from '../types.js'
import type { TermsExample } from './computeTerms.js'
import type { TermsFields } from './fields.js'
import { locales } from './texts/texts.js'

type ShownTerms = Shown<TermsFields, TermsExample>

/** What is looked at of the package's specifications. */
interface Layered {
  readonly layer: readonly [Layer, Layer, ...Layer[]]
}
interface Layer {
  readonly mark: object
  readonly encoding: { readonly x: { readonly axis: object }; readonly y: { readonly axis: object } }
}
interface Barred {
  readonly encoding: { readonly y: { readonly axis: object } }
}

/** Pixels: room for two lines, and for amounts beside their axis. */
const BAR_HEIGHT = 52
const AMOUNT_WIDTH = 150

/** The windows as steps, with the day in question behind them. A narrow picture has no room for the labels, which the table above says. */
export function timelinePicture(shown: ShownTerms): TemplateResult {
  const { timeline, asOf, firstDay, lastDay } = shown.result
  const drawn = timelineChart(timeline, locales[shown.language])
  const [steps, labels, ...others] = (drawn as unknown as Layered).layer
  const days = inShort(steps)
  const text = { value: { expr: "width < 440 ? '' : datum.label" } }
  const labelled = { ...labels, encoding: { ...labels.encoding, text } }
  // A day far from the windows would press them into a corner.
  const marked = asOf >= firstDay && asOf <= lastDay ? [dayLayer(asOf, days)] : []
  return titled(shown, { ...drawn, layer: [...marked, days, haloed(labelled), labelled, ...others] } as unknown as VegaLiteSpecification)
}

/** A light edge behind labels, so that the line of the day does not run through them. */
function haloed({ mark, ...others }: Layer): object {
  return { ...others, mark: { ...mark, stroke: 'white', strokeWidth: 5, strokeJoin: 'round' } }
}

/** Where there is little room, days are named without their year; and long amounts must leave some. */
function inShort({ encoding, ...others }: Layer): Layer {
  const labelExpr = "width < 120 && datum.index > 0 ? '' : width < 300 ? utcFormat(datum.value, '%m-%d') : datum.label"
  const x = { ...encoding.x, axis: { ...encoding.x.axis, labelExpr, labelOverlap: 'greedy' } }
  const y = { ...encoding.y, axis: { ...encoding.y.axis, labelLimit: AMOUNT_WIDTH } }
  return { ...others, encoding: { ...encoding, x, y } }
}

/** A day is a stretch of the axis: its mark stands at noon. */
function dayLayer(day: string, { encoding: { x } }: Layer): object {
  return {
    data: { values: [{ day, noon: `${day}T12:00Z` }] },
    mark: { type: 'rule', strokeWidth: 2, color: '#b45309', tooltip: true },
    encoding: { x: { ...x, field: 'noon' } },
  }
}

/** The yearly costs as bars; what is forgone and what it is forgone for stand in a line each. */
export function costPicture(shown: ShownTerms): TemplateResult {
  const drawn = forgoingCostChart(shown.result.cost, locales[shown.language])
  const { encoding } = drawn as unknown as Barred
  const y = { ...encoding.y, axis: { ...encoding.y.axis, labelExpr: "[split(datum.label, ' → ')[0], '→ ' + split(datum.label, ' → ')[1]]" } }
  return titled(shown, { ...drawn, width: 400, height: barsOf(drawn) * BAR_HEIGHT, encoding: { ...encoding, y } } as unknown as VegaLiteSpecification)
}

function barsOf({ data }: VegaLiteSpecification): number {
  return (data as unknown as { readonly values: readonly unknown[] }).values.length
}

/** A title in the page breaks where there is no room, and is read aloud. */
function titled(shown: ShownTerms, { title, ...untitled }: VegaLiteSpecification): TemplateResult {
  const { text, subtitle } =
    typeof title === 'string' ? { text: title, subtitle: undefined } : (title as { readonly text: string; readonly subtitle?: string })
  return html`<figure class="titled-chart">
    <figcaption><strong>${text}</strong> ${subtitle ?? ''}</figcaption>
    ${chart(shown, untitled as VegaLiteSpecification)}
  </figure>`
}
