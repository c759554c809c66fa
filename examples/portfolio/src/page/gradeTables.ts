import { localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { RatingSpread } from '../report/types.js'
import { formatShare, groupThousands } from '../texts/formatNumber.js'
import type { Texts } from '../texts/types.js'
import { gradeBadge } from './gradeBadge.js'
import { html, type Markup } from './html.js'
import type { OrdersInput } from './types.js'

/** What the customers of each grade bring in. */
export function gradeTable(input: OrdersInput): Markup {
  const { grades } = input.report
  const { page } = input.texts
  if (grades.length === 0) return html``
  const rows = grades.map(
    ({ grade, from, customers, revenue, revenueShare }) => html`<tr><td>${gradeBadge(grade, input)}</td><td class="number">${from ?? ''}</td>
<td class="number">${groupThousands(customers)}</td><td class="number">${groupThousands(revenue)}</td><td class="number">${formatShare(revenueShare)}</td>${bar(revenueShare ?? 0)}</tr>
`,
  )
  return html`<section>
<h2>${page.grades}</h2>
<div class="scroll"><table>
<thead><tr><th>${page.grade}</th><th class="number">${page.fromTotal}</th><th class="number">${page.customers}</th>
<th class="number">${page.revenue}</th><th class="number">${page.share}</th><th></th></tr></thead>
<tbody>${rows}</tbody></table></div>
</section>`
}

/** What each rating means, and how many customers have it. */
export function ratingTables(input: OrdersInput): Markup {
  const { page } = input.texts
  return html`<section>
<h2>${page.ratings}</h2>
<p class="soft">${page.ratingsRule}</p>
<div class="side">${input.report.ratings.map((spread) => ratingTable(spread, input))}</div>
</section>`
}

function ratingTable(spread: RatingSpread, { report, scorecard, texts }: OrdersInput): Markup {
  const { page } = texts
  const criterion = scorecard.criteria.find(({ id }) => id === spread.criterion)
  const total = Math.max(report.totals.customers, 1)
  const rows = spread.customers.map(
    (customers, index) => html`<tr><td class="number">${index + 1}</td><td>${describeRange(spread, index, texts)}</td>
<td class="number">${groupThousands(customers)}</td>${bar(customers / total)}</tr>
`,
  )
  return html`<div>
<h3>${localizeText(criterion?.title ?? spread.criterion, texts.languageTag)}</h3>
<p class="soft small">${page.measures[spread.measure]}${texts.listSeparator}${formatMessage(page.weight, { weight: String(criterion?.weight) })}</p>
<table class="compact">
<thead><tr><th class="number">${page.rating}</th><th>${page.range}</th><th class="number">${page.customers}</th><th></th></tr></thead>
<tbody>${rows.reverse()}</tbody></table>
</div>`
}

/** What a measure must be for the rating `index + 1`. */
function describeRange({ measure, cuts }: RatingSpread, index: number, { page: { ranges } }: Texts): string {
  const shown = cuts.map(groupThousands)
  if (measure === 'recencyDays') {
    const place = cuts.length - index
    const bounds = { lower: shown[place - 1] ?? '', upper: shown[place] ?? '' }
    return formatMessage(index === 0 ? ranges.above : place === 0 ? ranges.atMost : ranges.aboveUpTo, bounds)
  }
  const bounds = { lower: shown[index - 1] ?? '', upper: shown[index] ?? '' }
  return formatMessage(index === 0 ? ranges.below : index === cuts.length ? ranges.atLeast : ranges.between, bounds)
}

/** A cell with a bar as long as a share. */
export function bar(share: number): Markup {
  const width = Math.round(Math.min(Math.max(share, 0), 1) * 1000) / 10
  return html`<td class="bar"><i style="width:${width}%"></i></td>`
}
