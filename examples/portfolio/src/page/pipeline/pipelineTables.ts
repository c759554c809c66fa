import type { Conversion, FunnelCohort, FunnelGroup } from '@clientele/funnel'
import { formatShareTo, groupThousands } from '../../texts/formatNumber.js'
import { describeAmounts } from '../../texts/pipeline/describeAmounts.js'
import { describeShares } from '../../texts/pipeline/describeShares.js'
import { type Content, html, type Markup } from '../html.js'
import { shownRows, truncation } from '../truncation.js'
import type { PipelineInput } from '../types.js'

const DIGITS = 2

/** The shares that are won, side by side. */
export function sharesTable(input: PipelineInput): Markup {
  const words = input.texts.page.pipeline
  const rows = describeShares(input).map(
    ({ name, share, meaning }) => html`<tr><td class="name">${name}</td><td class="number">${share}</td><td>${meaning}</td></tr>
`,
  )
  const head = html`<tr><th>${words.rate}</th><th class="number">${words.share}</th><th>${words.meaning}</th></tr>`
  return table('shares', words.rates, html`<p class="soft">${words.ratesRule}</p>`, head, rows)
}

/** What became of the deals of each group. */
export function groupsTable({ report, texts }: PipelineInput): Markup {
  const words = texts.page.pipeline
  const groups = report.measure.groups ?? []
  const heads = [html`<th>${words.attributes[report.by]}</th>`, ...numberHeads(...countHeads(texts), words.amount)]
  const rows = shownRows(groups).map(({ group, entered, won, lost, open, conversion }: FunnelGroup) => {
    const counts = [entered, won.count, lost.count, open.count].map(groupThousands)
    const cells = [...counts, ...ratesOf(conversion), describeAmounts(won.amounts, texts)].map(number)
    return html`<tr><td class="name"><bdi>${group ?? texts.funnel.names.noGroup}</bdi></td>${cells}</tr>
`
  })
  return table('groups', words.groups[report.by], truncation(groups.length, texts), html`<tr>${heads}</tr>`, rows)
}

/** What became of the deals that entered in each period, and whether it can be compared. */
export function cohortsTable({ report, texts }: PipelineInput): Markup {
  const words = texts.page.pipeline
  const cohorts = report.measure.cohorts ?? []
  const heads = [html`<th>${words.cohort}</th>`, ...numberHeads(...countHeads(texts)), html`<th>${words.maturity}</th>`]
  const rows = shownRows(cohorts).map(({ from, to, mature, entered, won, lost, open, conversion }: FunnelCohort) => {
    const cells = [...[entered, won, lost, open].map(groupThousands), ...ratesOf(conversion)].map(number)
    return html`<tr><td>${from} – ${to}</td>${cells}<td>${mature ? words.mature : words.immature}</td></tr>
`
  })
  return table('deal-cohorts', words.cohorts, truncation(cohorts.length, texts), html`<tr>${heads}</tr>`, rows)
}

function countHeads({ page }: PipelineInput['texts']): string[] {
  const { keyNumbers, shares } = page.pipeline
  return [keyNumbers.entered, keyNumbers.won, keyNumbers.lost, keyNumbers.open, shares.ofEntered.name, shares.ofClosed.name, shares.eventual.name]
}

function ratesOf({ ofEntered, ofClosed, eventual }: Conversion): string[] {
  return [ofEntered, ofClosed, eventual.rate].map((share) => formatShareTo(share, DIGITS))
}

function number(text: string): Markup {
  return html`<td class="number">${text}</td>`
}

function numberHeads(...heads: readonly string[]): Markup[] {
  return heads.map((head) => html`<th class="number">${head}</th>`)
}

function table(id: string, heading: string, rule: Content, head: Markup, rows: readonly Markup[]): Markup {
  return html`<section id="${id}">
<h2>${heading}</h2>
${rule}
<div class="scroll"><table class="compact"><thead>${head}</thead><tbody>${rows}</tbody></table></div>
</section>`
}
