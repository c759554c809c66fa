import { eightSteps } from '@clientele/complaints/templates'
import { formatMessage } from '@clientele/core/explain'
import { html, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import { storyIn } from './headline.js'
import { nameIn } from './inLanguage.js'
import { type Person, people } from './people.js'
import { locales, type ShownComplaint, termIn, texts } from './words.js'

/** The case on paper: the call, who handles it, the eight steps, what the firm promises. */
export function handout({ language }: ShownComplaint): TemplateResult {
  const said = texts[language].handout
  return html`<p>${storyIn(language)}</p>
    <p>${said.promised}</p>
    ${table({
      caption: said.people,
      columns: [{ head: said.name }, { head: said.role }, { head: said.limit }],
      rows: people.map((person) => ({ cells: [nameIn(language, person.id), termIn(language, person.role), limitOf(person)] })),
    })}
    <h2>${texts[language].steps}</h2>
    <ol>${locales[language].textbook.steps.map((step) => html`<li>${step}</li>`)}</ol>`

  function limitOf({ role }: Person): string {
    const limit = eightSteps.limits?.find((one) => one.role === role)?.upTo
    if (limit !== undefined) return formatMessage(said.upTo, { amount: String(limit.amount), currency: limit.currency })
    const approves = Object.values(eightSteps.steps).some(({ moves }) =>
      moves.some((move) => move.on === 'approveSolution' && move.role?.includes(role)),
    )
    return approves ? said.noLimit : said.none
  }
}
