import type { DunningPlan } from '@clientele/credit'
import { hasEnded } from '../../receivables/countPlan.js'
import { listSentences } from '../findings.js'
import { html, type Markup } from '../html.js'
import { shownRows, truncation } from '../truncation.js'
import type { ReceivablesInput } from '../types.js'
import { explainPlan } from './explainPlan.js'

type Unlettered = 'held' | 'waiting' | 'ended'

/** The overdue invoices that are in no letter, and why. */
export function unletteredSections(input: ReceivablesInput): Markup {
  const { held = [], waiting = [] } = input.report.dunning ?? {}
  const sections = [
    unlettered('held', held, (shown) => ({ held: shown }), input),
    unlettered(
      'waiting',
      waiting.filter((item) => !hasEnded(item)),
      (shown) => ({ waiting: shown }),
      input,
    ),
    unlettered('ended', waiting.filter(hasEnded), (shown) => ({ waiting: shown }), input),
  ]
  return html`${sections}`
}

function unlettered<Item>(
  id: Unlettered,
  items: readonly Item[],
  partOfPlan: (shown: readonly Item[]) => Partial<DunningPlan>,
  input: ReceivablesInput,
): Markup {
  if (items.length === 0) return html``
  const { title, rule } = input.texts.page.receivables.unlettered[id]
  return html`<section id="${id}">
<h2>${title}</h2>
<p class="soft">${rule}</p>
${truncation(items.length, input.texts)}
${listSentences(explainPlan(partOfPlan(shownRows(items)), input))}
</section>`
}
