import { roundDecimal } from '@clientele/core'
import { formatMessage, listTexts, shownSmall } from '@clientele/core/explain'
import type { CandidatePair, CriterionStability } from '@clientele/scoring'
import type { ScoringLocale } from '@clientele/scoring/explain'
import { html, type TemplateResult } from 'lit-html'
import type { ScreeningTexts } from './texts/types.js'

/** The end of the sliders: everything that happens to the chapter's customers happens before it. */
export const HEAVIEST = 20

/** Between which weights the order holds, as a band along the slider. */
export function roomBand({ orderHolds: { from, to } }: CriterionStability): TemplateResult {
  const place = (weight: number): number => Math.min(weight, HEAVIEST) / HEAVIEST
  const ends = [...(from > 0 ? ['from'] : []), ...(to !== null && to <= HEAVIEST ? ['to'] : [])].join(' ')
  return html`<div class="band ${ends}" aria-hidden="true"><span style="--from: ${place(from)}; --to: ${place(to ?? HEAVIEST)}"></span></div>`
}

/** The same in a few words, and who overtakes whom beyond. */
export function roomText({ weight, orderHolds }: CriterionStability, said: ScreeningTexts, locale: ScoringLocale): string {
  const sentences = [
    ...(weight === '0' ? [formatMessage(said.weightZero, { advice: locale.advice['weight-zero'] })] : []),
    ...(orderHolds.from === orderHolds.to ? [tie(orderHolds.tiedAtTo, said, locale)] : holds({ orderHolds }, said, locale)),
  ]
  return sentences.join(locale.sentenceSeparator)
}

function holds({ orderHolds }: Pick<CriterionStability, 'orderHolds'>, said: ScreeningTexts, locale: ScoringLocale): string[] {
  const { from, to, tiedAtFrom, tiedAtTo } = orderHolds
  const say = (template: string, pairs: readonly CandidatePair[]): string => formatMessage(template, { changes: overtaking(pairs, said, locale) })
  return [
    formatMessage(holding(orderHolds, said), { from: bound(from), to: bound(to ?? 0) }),
    ...(from > 0 ? [say(said.below, tiedAtFrom)] : []),
    ...(to === null ? [] : [say(said.above, tiedAtTo)]),
  ]
}

function holding({ from, to }: CriterionStability['orderHolds'], said: ScreeningTexts): string {
  if (to === null) return from > 0 ? said.holdsFrom : said.holdsAlways
  return from > 0 ? said.holdsBetween : said.holdsUpTo
}

function overtaking(pairs: readonly CandidatePair[], said: ScreeningTexts, { core }: ScoringLocale): string {
  return listTexts(
    pairs.map(({ higher, lower }) => formatMessage(said.overtakes, { higher, lower })),
    core,
  )
}

function tie(pairs: readonly CandidatePair[], said: ScreeningTexts, { core }: ScoringLocale): string {
  const ties = pairs.map(({ higher, lower }) => `${higher} = ${lower}`)
  return formatMessage(said.tie, { ties: listTexts(ties, core) })
}

function bound(weight: number): string {
  return weight < 1 ? shownSmall(weight) : roundDecimal(weight, 3)
}
