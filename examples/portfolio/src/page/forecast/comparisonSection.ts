import { explainComparison } from '@clientele/funnel/explain'
import { formatRounded, formatShareTo, groupThousands } from '../../texts/formatNumber.js'
import { listSentences } from '../findings.js'
import { html, type Markup } from '../html.js'
import { shownRows, truncation } from '../truncation.js'
import type { PipelineInput } from '../types.js'
import { type Head, sectionTable } from './sectionTable.js'

const DIGITS = 2
const DIGITS_OF_CHANCE = 3
const RAREST = 0.001

/** Each group beside all the others; nothing where nobody asked. */
export function comparisonSection({ report: { comparison, by }, settings: { document }, texts }: PipelineInput): Markup {
  if (comparison === undefined) return html``
  const { forecast: words, pipeline } = texts.page
  const { compared } = comparison
  const figures = [words.decided, pipeline.share, words.interval, words.others, words.chance, words.corrected]
  const heads: Head[] = [[pipeline.attributes[by], 'name'], ...figures.map((title): Head => [title, 'number'])]
  const rows = shownRows(compared).map(({ group, sample, rate, interval, others, pValue, adjustedPValue }) => [
    html`<bdi>${group ?? texts.funnel.names.noGroup}</bdi>`,
    groupThousands(sample),
    formatShareTo(rate, DIGITS),
    interval.map((bound) => formatShareTo(bound, DIGITS)).join(' – '),
    formatShareTo(others, DIGITS),
    ...[pValue, adjustedPValue].map(describePValue),
  ])
  return html`<section id="comparison">
<h2>${words.compared[by]}</h2>
${compared.length === 0 ? [] : [truncation(compared.length, texts), sectionTable(heads, rows)]}
${listSentences(explainComparison(comparison, document, texts.funnel).sentences)}
</section>`
}

/** What chance makes too rarely for the digits that are shown does not look as if it never did. */
function describePValue(chance: number): string {
  return chance < RAREST ? `<${RAREST}` : formatRounded(chance, DIGITS_OF_CHANCE)
}
