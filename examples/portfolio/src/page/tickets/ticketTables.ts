import { formatMessage } from '@clientele/core/explain'
import { formatShare, groupThousands } from '../../texts/formatNumber.js'
import { formatPath, formatTime } from '../../texts/tickets/formatTime.js'
import { type Content, html, type Markup } from '../html.js'
import type { TicketsInput } from '../types.js'

/** How many rows a table of the page shows. */
const SHOWN = 20

/** The paths that most tickets took. */
export function variantsTable({ report, texts }: TicketsInput): Markup {
  const words = texts.page.tickets
  const rows = report.log.variants
    .slice(0, SHOWN)
    .map(({ path, count, share, cumulative }) => [
      name(formatPath(path)),
      number(groupThousands(count)),
      number(formatShare(share)),
      number(formatShare(cumulative)),
    ])
  const heads = [html`<th>${words.path}</th>`, ...numberHeads(words.cases, words.share, words.cumulative)]
  return table(words.variants, [], heads, rows, report.log.variants.length, texts)
}

/** How long it took from one activity to the next. */
export function timesTable({ report, texts }: TicketsInput): Markup {
  const words = texts.page.tickets
  const rows = report.log.timeBetween
    .slice(0, SHOWN)
    .map(({ from, to, count, median, p90 }) => [
      name(from),
      name(to),
      number(groupThousands(count)),
      number(formatTime(median, texts)),
      number(formatTime(p90, texts)),
    ])
  const heads = [html`<th>${words.from}</th><th>${words.to}</th>`, ...numberHeads(words.count, words.median, words.p90)]
  return table(words.timeBetween, html`<p class="soft">${words.timeBetweenRule}</p>`, heads, rows, report.log.timeBetween.length, texts)
}

/** What was done again. */
export function reworkTable({ report, texts }: TicketsInput): Markup {
  const words = texts.page.tickets
  const { activities } = report.log.rework
  const rows = activities
    .slice(0, SHOWN)
    .map(({ activity, repeats, selfLoops, cases }) => [name(activity), ...[repeats, selfLoops, cases].map((one) => number(groupThousands(one)))])
  const heads = [html`<th>${words.activity}</th>`, ...numberHeads(words.repeats, words.selfLoops, words.cases)]
  return table(words.rework, html`<p class="soft">${words.reworkRule}</p>`, heads, rows, activities.length, texts)
}

/** How often each activity happened. */
export function activitiesTable({ report, texts }: TicketsInput): Markup {
  const words = texts.page.tickets
  const { activities } = report.log
  const rows = activities
    .slice(0, SHOWN)
    .map(({ activity, count, cases, starts, ends }) => [name(activity), ...[count, cases, starts, ends].map((one) => number(groupThousands(one)))])
  const heads = [html`<th>${words.activity}</th>`, ...numberHeads(words.count, words.cases, words.starts, words.ends)]
  return table(words.activities, [], heads, rows, activities.length, texts)
}

function name(text: string): Markup {
  return html`<td class="name"><bdi>${text}</bdi></td>`
}

function number(text: string): Markup {
  return html`<td class="number">${text}</td>`
}

function numberHeads(...heads: readonly string[]): Markup[] {
  return heads.map((head) => html`<th class="number">${head}</th>`)
}

/** A section with a table, of which the page may show the first rows only. */
function table(heading: string, rule: Content, heads: Content, rows: readonly Content[], all: number, { page }: TicketsInput['texts']): Markup {
  if (rows.length === 0) return html`<section><h2>${heading}</h2><p class="soft">${page.none}</p></section>`
  const shown = { shown: groupThousands(rows.length), number: groupThousands(all) }
  return html`<section>
<h2>${heading}</h2>
${rule}
${rows.length < all ? html`<p class="soft">${formatMessage(page.truncated, shown)}</p>` : []}
<div class="scroll"><table class="compact"><thead><tr>${heads}</tr></thead><tbody>${rows.map((row) => html`<tr>${row}</tr>\n`)}</tbody></table></div>
</section>`
}
