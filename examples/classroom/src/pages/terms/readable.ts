import { formatMessage } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import type { TermsTexts } from './texts/types.js'

/** Stands before and after what is not to be broken over two lines; no text of the page or the packages has it. */
const EDGE = '\u0000'

/** Characters: as many as the longest date, and some. */
const LONGEST = 20

/** Marks an amount or a date that is to stand in one line. */
export function unbroken(text: string): string {
  return `${EDGE}${text}${EDGE}`
}

/** A text whose marked parts stand in one line each, unless they are so long that no line of a phone would hold them. */
export function inLines(text: string): readonly (string | TemplateResult)[] {
  return text.split(EDGE).map((part, index) => (index % 2 === 0 || part.length > LONGEST ? part : html`<span class="unbroken">${part}</span>`))
}

/** An amount with its thousands separated: `9,800.00`. */
export function grouped(amount: string): string {
  return amount.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
}

/** A date as people say it: `31 March 2024`. */
export function longDate(date: string, { longDate: template, months }: TermsTexts): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  return formatMessage(template, { year, month: months[month - 1] ?? '', day })
}
