import { titlesOf } from '@clientele/core/explain'
import { placesOf } from '../../tiering/placesOf.js'
import { html, type Markup } from '../html.js'
import type { OrdersInput } from '../types.js'

/** The columns of the ranking that say in which tier and segment customers are, as far as that is told. */
export function placeColumns({ report, tiers, rfm, texts }: OrdersInput): {
  readonly header: Markup
  readonly cellsOf: (customer: string) => Markup
} {
  const words = texts.page.tiering
  const placeOf = placesOf(report)
  const titleOfSegment = titlesOf(rfm?.segments ?? [], texts)
  return {
    header: html`${tiers === undefined ? [] : html`<th>${words.tier}</th>`}${rfm === undefined ? [] : html`<th>${words.code}</th>`}`,
    cellsOf: (customer) => {
      const { tier, code, segment } = placeOf(customer)
      const scored = typeof segment === 'string' ? html`<span title="${titleOfSegment(segment)}">${code ?? ''}</span>` : (code ?? '')
      return html`${tiers === undefined ? [] : html`<td>${tier ?? ''}</td>`}${rfm === undefined ? [] : html`<td>${scored}</td>`}`
    },
  }
}
