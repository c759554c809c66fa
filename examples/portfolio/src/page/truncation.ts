import { formatMessage } from '@clientele/core/explain'
import { groupThousands } from '../texts/formatNumber.js'
import type { Texts } from '../texts/types.js'
import { type Content, html } from './html.js'

/** A browser shows so many rows at ease. */
const SHOWN = 5000

/** The rows of a table that the page shows. */
export function shownRows<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.slice(0, SHOWN)
}

/** Says so where a table does not show all of its rows. */
export function truncation(number: number, { page }: Texts): Content {
  if (number <= SHOWN) return []
  return html`<p class="soft">${formatMessage(page.truncated, { shown: groupThousands(SHOWN), number: groupThousands(number) })}</p>`
}
