import { formatMessage, listTexts, shown as shownDecimal } from '@clientele/core/explain'
import { type CreditLocale, explainTimeline } from '@clientele/credit/explain'
import { html, type TemplateResult } from 'lit-html'
import { section, sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Shown } from '../types.js'
import { timelinePicture } from './charts.js'
import type { TermsExample } from './computeTerms.js'
import { cost } from './cost.js'
import { day } from './day.js'
import type { TermsFields } from './fields.js'
import { given } from './given.js'
import { money } from './money.js'
import { payments } from './payments.js'
import { grouped, inLines, longDate, unbroken } from './readable.js'
import { locales, texts } from './texts/texts.js'
import type { TermsTexts } from './texts/types.js'

export function view(shown: Shown<TermsFields, TermsExample>): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const locale = locales[language]
  return html`<p class="headline" role="status">${inLines(whatWhen(result, said, locale))}</p>
    ${sideBySide(given(shown, said, locale), day(shown, said, locale))}
    ${timelinePicture(shown)}
    ${section(said.inWords, sentences(explainTimeline(result.timeline, result.terms, locale).sentences))} ${cost(shown, said, locale)}
    ${payments(shown, said, locale)}`
}

function whatWhen({ timeline }: TermsExample, said: TermsTexts, locale: CreditLocale): string {
  const windows = timeline.windows.map(({ payable, to }) =>
    formatMessage(said.window, { payable: unbroken(grouped(shownDecimal(payable))), to: unbroken(longDate(to, said)) }),
  )
  return formatMessage(said.headline, {
    amount: unbroken(money(timeline.amount, timeline.currency, locale)),
    windows: listTexts(windows, locale.core),
  })
}
