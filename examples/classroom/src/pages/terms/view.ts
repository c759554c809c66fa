import { formatMessage, listTexts, shown as shownDecimal } from '@clientele/core/explain'
import { type CreditLocale, explainTimeline } from '@clientele/credit/explain'
import { html, type TemplateResult } from 'lit-html'
import { headline, section, sideBySide } from '../../layout/sections.js'
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
import { locales, texts } from './texts/texts.js'
import type { TermsTexts } from './texts/types.js'

export function view(shown: Shown<TermsFields, TermsExample>): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const locale = locales[language]
  return html`${headline(whatWhen(result, said, locale))} ${sideBySide(given(shown, said, locale), day(shown, said, locale))}
    ${timelinePicture(shown)}
    ${section(said.inWords, sentences(explainTimeline(result.timeline, result.terms, locale).sentences))} ${cost(shown, said, locale)}
    ${payments(shown, said, locale)}`
}

function whatWhen({ timeline }: TermsExample, said: TermsTexts, locale: CreditLocale): string {
  const windows = timeline.windows.map(({ payable, to }) => formatMessage(said.window, { payable: shownDecimal(payable), to }))
  return formatMessage(said.headline, {
    amount: money(timeline.amount, timeline.currency, locale),
    windows: listTexts(windows, locale.core),
  })
}
