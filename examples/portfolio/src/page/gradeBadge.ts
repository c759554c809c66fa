import { localizeText } from '@clientele/core'
import { html, type Markup } from './html.js'
import type { OrdersInput } from './types.js'

/** A grade's title, coloured by its height among the grades; nothing where a customer reaches none. */
export function gradeBadge(grade: string | null | undefined, { report, scorecard, texts }: OrdersInput): Markup {
  if (grade === undefined) return html``
  if (grade === null) return html`<span class="soft">${texts.page.noGrade}</span>`
  const title = scorecard.grades?.find(({ id }) => id === grade)?.title ?? grade
  const place = report.grades.findIndex((share) => share.grade === grade)
  return html`<span class="grade grade-${place}">${localizeText(title, texts.languageTag)}</span>`
}
