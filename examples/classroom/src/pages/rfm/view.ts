import { formatMessage } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import { sliderField } from '../../fields/sliderField.js'
import { headline, section, sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import type { Shown } from '../types.js'
import type { ScoredBook } from './computeRfm.js'
import { customerTable } from './customers.js'
import type { RfmFields } from './fields.js'
import { purchasesInput } from './purchases.js'
import { leadingSegment, percentOf, segmentTable, titleOfSegment } from './segments.js'
import { settings } from './settings.js'
import { tellBook } from './tellBook.js'
import { rfmTexts } from './texts/rfmTexts.js'
import type { RfmTexts } from './texts/types.js'

type ShownRfm = Shown<RfmFields, ScoredBook>

export function view(shown: ShownRfm): TemplateResult {
  const { language, result } = shown
  const said = rfmTexts[language]
  const given = html`${purchasesInput(shown, said)} ${settings(shown, said)}`
  if (result.rfm.customers.length === 0) return html`${headline(said.nobody)} ${given}`
  const told = tellBook(result, language)
  return html`<div class="play">${headline(answer(shown, said))} ${sideBySide(given, customerTable(shown, said))}</div>
    ${section(
      said.segmentTable,
      html`<div class="segments">${segmentTable(result, language, said)}</div>
        ${sideBySide(html`<h3>${told.heatMapTitle}</h3>${chart(shown, told.heatMap)}`, sentences(told.sentences))}`,
    )}
    ${section(said.revenue, sideBySide(revenue(shown, said), chart(shown, told.lorenz)))}`
}

function answer({ result, language }: ShownRfm, said: RfmTexts): string {
  const { rfm, scheme } = result
  const facts = { customers: rfm.customers.length, segments: rfm.segments.filter(({ count }) => count > 0).length }
  const leading = leadingSegment(result)
  if (leading === undefined) return formatMessage(said.answerWithoutShare, facts)
  const { segment, shareOfCustomers, shareOfValue } = leading
  return formatMessage(said.answer, {
    ...facts,
    segment: segment === null ? said.noSegment : titleOfSegment(scheme, segment, language),
    customerPercent: percentOf(shareOfCustomers),
    valuePercent: percentOf(shareOfValue),
  })
}

/** Which part of the revenue comes from the greatest customers. */
function revenue(shown: ShownRfm, said: RfmTexts): TemplateResult {
  const { result, fields, language } = shown
  const { ofTop } = result
  return html`<p>${said.revenueExplained}</p>
    ${sliderField(shown, { name: 'top', label: said.top, minimum: 1, maximum: 100, step: 1 })}
    <p role="status">
      <strong>${ofTop === null ? said.topShareless : formatMessage(said.topShare, { percent: fields.top, value: percentOf(ofTop) })}</strong>
    </p>
    ${sentences(tellBook(result, language).revenue)}`
}
