import type { ClockRule, ComplaintClock } from '@clientele/complaints'
import type { ComplaintsLocale } from '@clientele/complaints/explain'
import { localizeText } from '@clientele/core'
import { formatMessage, shownDate, shownMoment } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { table } from '../../layout/table.js'
import type { Shown } from '../types.js'
import { lawIds, laws } from './chapter.js'
import type { Deadline } from './computeDeadline.js'
import type { DeadlineFields } from './fields.js'
import type { DeadlineTexts } from './texts/types.js'

/** When a complaint of the same moment is due, by the firm's and the law's rules. */
export function rulesTable(shown: Shown<DeadlineFields, Deadline>, said: DeadlineTexts, locale: ComplaintsLocale): TemplateResult {
  const { law, rules } = shown.result
  const options = lawIds.map((value) => ({ value, label: said.laws[value] }))
  return html`<p>${said.rulesExplained}</p>
    ${choiceField(shown, { name: 'law', label: said.law, options })}
    ${rules === undefined ? html`<p>${said.unreachable}</p>` : html`<div class="rules">${rulesFound(rules, laws[law].clocks)}</div>`}
    <p class="hint">${localizeText(laws[law].note ?? '', locale.languageTag)}</p>`

  function rulesFound(clocks: readonly ComplaintClock[], written: readonly ClockRule[]): TemplateResult {
    return table({
      caption: said.rules,
      isCaptionHidden: true,
      columns: [said.rule, said.ruleDue, said.whose, said.source].map((head) => ({ head })),
      rows: clocks.map((clock) => {
        const rule = written.find(({ id }) => id === clock.clock)
        return {
          cells: [
            localizeText(rule?.title ?? clock.clock, locale.languageTag),
            html`<span class="rule-due">${dueOf(clock)}</span>`,
            said[clock.whose],
            sourceOf(rule),
          ],
        }
      }),
    })
  }

  function dueOf({ dueDate, trace }: ComplaintClock): string {
    if (dueDate !== null) return formatMessage(said.endOfDate, { date: shownDate(dueDate, locale.core) })
    return shownMoment(trace.spans.at(-1)?.toLocal ?? '', locale.core)
  }

  function sourceOf(rule: ClockRule | undefined): string {
    if (rule?.source === undefined) return said.ownRule
    return formatMessage(said.sourceAsOf, { title: localizeText(rule.source.title, locale.languageTag), date: rule.source.asOf })
  }
}
