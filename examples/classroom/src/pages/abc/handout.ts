import { formatMessage } from '@clientele/core/explain'
import { benefitsFor } from '@clientele/tiering'
import { explainBenefits } from '@clientele/tiering/explain'
import { textbookBenefits } from '@clientele/tiering/templates'
import { html, type TemplateResult } from 'lit-html'
import { numberOf } from '../../fields/numberOf.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import { customers, months } from './chapter.js'
import { cutField, profitField, saleField } from './fields.js'
import { type ShownAbc, spoken } from './spoken.js'

/** The example on paper: what customers bring in, where the tiers are cut, and what each gets. The tiers are for the class to write. */
export function handout({ language, fields }: ShownAbc): TemplateResult {
  const { said, locale } = spoken[language]
  const rows = customers.filter((customer) =>
    [profitField(customer), ...months.map((month) => saleField(customer, month))].some((field) => fields[field] !== ''),
  )
  const cuts = (way: 'share-of-customers' | 'threshold') => ({ A: given(fields[cutField(way, 'A')]), B: given(fields[cutField(way, 'B')]) })
  const number = { isNumber: true }
  const { profits, sales, rules, byShare, byThreshold, benefits } = said.handout
  const boundary = fields['threshold-boundary'] === 'at-or-above' ? 'at-or-above' : 'above'
  return html`<div class="handout-tables">${table({
    caption: profits,
    columns: [{ head: said.customer }, { head: said.amount['share-of-customers'], ...number }, { head: said.tier }],
    rows: rows.map((customer) => ({ cells: [customer, given(fields[profitField(customer)]), ''] })),
  })}
    ${table({
      caption: sales,
      columns: [
        { head: said.customer },
        ...months.map((month) => ({ head: said.monthNames[month], ...number })),
        { head: said.average, ...number },
        { head: said.tier },
      ],
      rows: rows.map((customer) => ({ cells: [customer, ...months.map((month) => given(fields[saleField(customer, month)])), '', ''] })),
    })}
    </div><h2>${rules}</h2>
    ${sentences([formatMessage(byShare, cuts('share-of-customers')), formatMessage(byThreshold[boundary], cuts('threshold'))])}
    <h2>${benefits}</h2>
    ${sentences(textbookBenefits.tiers.flatMap(({ tier }) => explainBenefits(benefitsFor({ tier }, textbookBenefits), textbookBenefits, locale).sentences.slice(0, 2)))}`
}

/** What is typed, or a blank where that is no number. */
function given(text: string): string {
  return text === '' || typeof numberOf(text) === 'number' ? text : '____'
}
