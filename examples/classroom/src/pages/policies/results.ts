import { formatMessage, isBelowNil, isNil, listTexts } from '@clientele/core/explain'
import type { PolicyDifference, PolicyOutcome } from '@clientele/credit'
import { html, nothing, type TemplateResult } from 'lit-html'
import { table } from '../../layout/table.js'
import { shownAmount, shownChange } from './amounts.js'
import type { Policies } from './computePolicies.js'
import { formulasOf } from './formulas.js'
import type { Wording } from './locales.js'
import type { PoliciesTexts } from './texts/types.js'
import type { Region, Turn } from './turns.js'

const lines = ['contribution', 'opportunity', 'badDebt', 'discount', 'collection', 'profit'] as const

/** Told only where there are any. */
const optional: readonly ResultLine[] = ['badDebt', 'discount', 'collection']

/** Characters. */
const LONGEST_UNBROKEN = 16

type ResultLine = (typeof lines)[number]

/** Per policy what comes of it, with the difference from the first, line by line: of two policies in a column of its own. */
export function resultTable({ comparison }: Policies, said: PoliciesTexts): TemplateResult {
  const { policies, differences } = comparison
  const [only, ...more] = differences
  const isPair = only !== undefined && more.length === 0
  const told = lines.filter((line) => !optional.includes(line) || policies.some((policy) => !isNil(policy[line])))
  const cellsOf = (line: ResultLine) => [
    ...policies.map((policy, index) => amountOf(line, policy, isPair ? undefined : differences[index - 1])),
    ...(isPair ? [changeOf(line, only)] : []),
  ]
  return html`${table({
    caption: said.result,
    isCaptionHidden: true,
    columns: [
      { head: said.figure },
      ...policies.map((policy) => ({ head: headOf(policy, comparison, said), isNumber: true })),
      ...(isPair ? [{ head: said.difference, isNumber: true }] : []),
    ],
    rows: told.map((line) => ({ mark: line === 'profit' ? 'selected' : '', cells: [said.resultLine[line], ...cellsOf(line)] })),
  })}
  ${isPair ? nothing : html`<p class="hint">${only === undefined ? said.onePolicy : said.against}</p>`}`
}

function headOf({ id, profit }: PolicyOutcome, { best, policies }: Policies['comparison'], said: PoliciesTexts): TemplateResult {
  const isBest = policies.length > 1 && policies.some((policy) => policy.id === best && policy.profit === profit)
  return html`<span class="name">${id}</span>${isBest ? html`<br /><span class="badge">${said.best}</span>` : nothing}`
}

function amountOf(line: ResultLine, policy: PolicyOutcome, difference: PolicyDifference | undefined): TemplateResult {
  const amount = shownAmount(policy[line])
  return html`<span class="amount ${lengthOf(amount)}">${amount}</span>${difference === undefined ? nothing : html`<br />${changeOf(line, difference)}`}`
}

function changeOf(line: ResultLine, difference: PolicyDifference): TemplateResult {
  const change = shownChange(difference[line])
  return html`<span class="change ${directionOf(line, difference[line])} ${lengthOf(change)}">${change}</span>`
}

/** Only an amount that would make the table too wide is broken. */
function lengthOf(amount: string): string {
  return amount.length > LONGEST_UNBROKEN ? 'long' : ''
}

/** More contribution and profit is a gain, more of a cost a loss. */
function directionOf(line: ResultLine, change: string): string {
  if (isNil(change)) return ''
  return isBelowNil(change) === (line === 'contribution' || line === 'profit') ? 'worse' : 'better'
}

/** From where on another policy is best. */
export function turnStrips({ turns, comparison }: Policies, { said, locale }: Wording): TemplateResult {
  const ids = comparison.policies.map(({ id }) => id)
  return html`<p class="soft">${said.turnExplained}</p>
    <div class="turns">
      ${turns.map((turn) => {
        const told = turn.regions.map((region) => regionText(region, turn, said, locale))
        const ends = turn.regions.length === 1 ? said.noTurn : ''
        return html`<div class="turn">
          <h3>${formatMessage(said.turnOf[turn.figure], { policy: turn.policy })}</h3>
          ${strip(turn, ids)}
          <ul class="sentences">
            ${told.map((text) => html`<li>${text}</li>`)} ${ends === '' ? nothing : html`<li>${ends}</li>`}
          </ul>
        </div>`
      })}
    </div>`
}

function regionText({ from, to, best }: Region, { figure }: Turn, said: PoliciesTexts, { core }: Wording['locale']): string {
  const [first = '', ...others] = best
  const isOne = from === to
  const place = { value: formatMessage(said.value[figure], { value: from }), range: formatMessage(said.range[figure], { from, to }) }
  if (others.length === 0) return formatMessage(isOne ? said.bestAt : said.bestWithin, { ...place, names: first })
  const names = listTexts(
    best.map((id) => formatMessage(said.quoted, { id })),
    core,
  )
  return formatMessage(isOne ? said.alikeAt : said.alikeWithin, { ...place, names })
}

/** The same as a picture: a stretch for each, and a mark at the present value. */
function strip({ regions, maximum, now }: Turn, ids: readonly string[]): TemplateResult {
  const place = Math.min(Number(now) / maximum, 1) * 100
  return html`<div class="strip" aria-hidden="true">
    ${regions.map(
      ({ from, to, best }) => html`<span
        class=${best.length === 1 ? `policy-${ids.indexOf(best[0] as string)}` : 'alike'}
        style="flex-grow: ${Number(to) - Number(from)}"
        >${best.length === 1 ? best[0] : ''}</span
      >`,
    )}
    <i style="left: ${place}%"></i>
  </div>`
}

/** How each figure of each policy comes about, with the numbers put in. */
export function formulas(policies: Policies, said: PoliciesTexts): TemplateResult {
  return html`<div class="how">
    ${policies.comparison.policies.map(
      ({ id }, index) => html`<div>
        <h3>${id}</h3>
        <dl>
          ${formulasOf(policies, index).map(
            ({ line, text, isGiven }) => html`<dt>${said.line[line]}</dt>
              <dd class="formula">${text} ${isGiven ? html`<span class="soft">(${said.asGiven})</span>` : nothing}</dd>`,
          )}
        </dl>
      </div>`,
    )}
  </div>`
}
