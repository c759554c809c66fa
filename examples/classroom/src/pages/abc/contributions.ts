import { formatMessage, shownPercent, shown as signed } from '@clientele/core/explain'
import type { ShareExpectation } from '@clientele/tiering'
import { html, nothing, type TemplateResult } from 'lit-html'
import { styleMap } from 'lit-html/directives/style-map.js'
import { table } from '../../layout/table.js'
import { badge } from './badge.js'
import type { Abc } from './computeAbc.js'
import type { AbcTexts } from './texts/types.js'

/** How many customers each tier has and what they bring in; where the text says what it expects, beside that. */
export function contributions({ tiering, way }: Abc, said: AbcTexts): TemplateResult {
  const { expectations } = tiering
  return table({
    caption: said.shares,
    isCaptionHidden: true,
    columns: [
      { head: said.tier },
      { head: said.customers, isNumber: true },
      { head: said.share[way], isNumber: true },
      ...(expectations === undefined ? [] : [{ head: said.expected }]),
    ],
    rows: tiering.tiers.map(({ tier, count, shareOfCustomers, shareOfValue }) => {
      const expected = expectations?.find((one) => one.tier === tier)
      return {
        cells: [
          badge(tier),
          formatMessage(said.countAndShare, { count, percent: shownPercent(shareOfCustomers ?? 0) }),
          html`${shareOfValue === null ? '–' : `${signed(shownPercent(shareOfValue))}%`}${bar(shareOfValue, expected, tier)}`,
          ...(expected === undefined ? [] : [expectation(expected, said)]),
        ],
      }
    }),
  })
}

function expectation({ fromPercent, toPercent, met }: ShareExpectation, said: AbcTexts): TemplateResult {
  return html`${formatMessage(said.range, { from: fromPercent, to: toPercent })}
    <strong class="verdict ${met ? 'met' : 'unmet'}">${met ? said.met : said.unmet}</strong>`
}

/** The share as a bar, within a frame where it is expected to end; for the eye alone, the numbers stand beside it. */
function bar(share: number | null, expected: ShareExpectation | undefined, tier: string): TemplateResult {
  const percent = Math.min(100, Math.max(0, (share ?? 0) * 100))
  const frame = expected && { left: `${expected.fromPercent}%`, width: `${Number(expected.toPercent) - Number(expected.fromPercent)}%` }
  return html`<span class="share-bar" aria-hidden="true"
    ><span class="part tier-${tier}" style=${styleMap({ width: `${percent}%` })}></span>${
      frame === undefined ? nothing : html`<span class="frame" style=${styleMap(frame)}></span>`
    }</span
  >`
}
