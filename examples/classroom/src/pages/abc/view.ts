import { formatMessage, shownPercent, shown as signed } from '@clientele/core/explain'
import { explainAverageSales, explainTiers } from '@clientele/tiering/explain'
import { html, type TemplateResult } from 'lit-html'
import { choiceField } from '../../fields/choiceField.js'
import { headline, section } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import { benefits } from './benefits.js'
import { book } from './book.js'
import { customers } from './chapter.js'
import type { Abc } from './computeAbc.js'
import { contributions } from './contributions.js'
import { wayOf } from './fields.js'
import { pareto } from './pareto.js'
import { type ShownAbc, type Spoken, spoken } from './spoken.js'
import { wayChoice } from './wayChoice.js'

export function view(shown: ShownAbc): TemplateResult {
  const { language, result, fields } = shown
  const { said, locale } = spoken[language]
  const told = explainTiers(result.tiering, result.scheme, locale)
  const averages = result.averages === undefined ? [] : explainAverageSales(result.averages, locale).sentences
  return html`${headline(answer(result, spoken[language]))} ${wayChoice(shown, said)}
    <p class="soft">${said.explained[wayOf(fields) ?? result.way]}</p>
    <div class="chart-and-book"><div class="chart-column">${pareto(shown, spoken[language])}</div>${book(shown, said)}</div>
    ${section(said.brings, html`<div class="brings">${contributions(result, said)} ${sentences([...averages, ...told.sentences])}</div>`)}
    ${section(said.gets, benefits(shown, spoken[language]))}
    ${section(said.why, why(shown, spoken[language], told.customers))}`
}

/** How many are in each tier, and what part they bring in; nothing is a part where the total is not above 0. */
function answer({ tiering, way }: Abc, { said }: Spoken): string {
  const { first, other, firstAlone, otherAlone, separator } = said.headline
  const all = tiering.customers.length
  const parts = tiering.tiers.map(({ tier, count, shareOfValue }, index) => {
    const facts = { tier, count, all, brought: said.brought[way] }
    if (shareOfValue === null) return formatMessage(index === 0 ? firstAlone : otherAlone, facts)
    return formatMessage(index === 0 ? first : other, { ...facts, percent: signed(shownPercent(shareOfValue)) })
  })
  return parts.join(separator)
}

function why(shown: ShownAbc, { said }: Spoken, told: ReturnType<typeof explainTiers>['customers']): TemplateResult {
  const found = told.find(({ customer }) => customer === shown.fields.chosen)
  return html`${choiceField(shown, { name: 'chosen', label: said.whose, options: customers.map((one) => ({ value: one, label: one })) })}
    <div role="status">${found === undefined ? html`<p>${said.noSuchCustomer}</p>` : sentences(found.sentences)}</div>`
}
