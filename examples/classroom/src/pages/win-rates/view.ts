import { formatMessage, shownDays, shownPercent } from '@clientele/core/explain'
import { conversionCurveChart } from '@clientele/funnel/charts'
import { explainConversionCurve, explainFunnel, explainWinProbability, type FunnelLocale } from '@clientele/funnel/explain'
import { html, nothing, type TemplateResult } from 'lit-html'
import { chart } from '../../charts/chart.js'
import { choiceField } from '../../fields/choiceField.js'
import { headline, section, sideBySide } from '../../layout/sections.js'
import { sentences } from '../../layout/sentences.js'
import { table } from '../../layout/table.js'
import type { Language, Shown } from '../types.js'
import type { Rates, WinRates } from './computeWinRates.js'
import { dealRows } from './dealRows.js'
import { outcomes, pipeline } from './deals.js'
import { daysField, dealNumbers, outcomeField, type WinRatesFields } from './fields.js'
import { english } from './texts/en.js'
import type { WinRatesTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'
import { locales, toldOf } from './wording.js'

export type ShownWinRates = Shown<WinRatesFields, WinRates>

const texts: { readonly [L in Language]: WinRatesTexts } = { en: english, 'zh-CN': chinese }

const ways = ['ofEntered', 'ofClosed', 'kaplanMeier', 'eventual'] as const satisfies readonly (keyof Rates)[]

export function view(shown: ShownWinRates): TemplateResult {
  const { language, result } = shown
  const said = texts[language]
  const locale = locales[language]
  return html`<div class="play">
      ${headline(answer(result, said))}
      <ul class="rates">${ways.map((way) => rateCard(way, result, said, locale))}</ul>
      ${dealRows(shown, said, locale)}
    </div>
    ${bounds(shown, said)} ${section(said.boss, boss(shown, said))}
    ${section(said.inWords, sentences(toldOf(explainFunnel(result.measure, pipeline, locale))))} ${overTime(shown, said, locale)}
    ${chances(result, said, locale)}`
}

/** The example on paper: the deals, without their rates. */
export function handout({ language, fields }: ShownWinRates): TemplateResult {
  const said = texts[language]
  const rows = dealNumbers.flatMap((number) => {
    const [days, outcome] = [fields[daysField(number)].trim(), fields[outcomeField(number)]]
    const known = outcomes.find((one) => one === outcome)
    return days === '' ? [] : [{ cells: [formatMessage(said.deal, { number }), days, known === undefined ? outcome : said.outcomes[known]] }]
  })
  const columns = [{ head: said.deals }, { head: said.days, isNumber: true }, { head: said.outcome }]
  return html`<p>${said.paper}</p>
    ${table({ caption: said.deals, isCaptionHidden: true, columns, rows })}`
}

function answer({ measure, rates }: WinRates, said: WinRatesTexts): string {
  const facts = { won: measure.won.count, lost: measure.lost.count, open: measure.open.count }
  if (measure.entered === 0) return said.nothing
  if (facts.won + facts.lost === 0) return formatMessage(said.undecided, facts)
  const told = ways.map((way) => [way, percent(rates[way], said)] as const)
  const template = told.every(([, rate]) => rate === told[0]?.[1]) ? said.agreed : said.headline
  return formatMessage(template, { ...facts, ...Object.fromEntries(told) })
}

function percent(share: number | null, said: WinRatesTexts): string {
  return share === null ? said.unknown : `${shownPercent(share)}%`
}

function rateCard(way: keyof Rates, { measure, rates }: WinRates, said: WinRatesTexts, { core }: FunnelLocale): TemplateResult {
  const { name, open, lost, meaning } = said.ways[way]
  const { won, entered, conversion } = measure
  const { unresolved, throughDays } = conversion.eventual
  const facts = {
    won: won.count,
    all: entered,
    closed: won.count + measure.lost.count,
    unresolved: percent(unresolved, said),
    days: shownDays(throughDays ?? 0, core),
  }
  const template = way === 'eventual' && unresolved === 0 ? said.resolved : meaning
  return html`<li>
    <h2>${name}</h2>
    <p class="rate">${percent(rates[way], said)}</p>
    <dl>
      <dt>${said.openDeals}</dt>
      <dd>${open}</dd>
      <dt>${said.lostDeals}</dt>
      <dd>${lost}</dd>
    </dl>
    ${rates[way] === null ? nothing : html`<p class="hint">${formatMessage(template, facts)}</p>`}
  </li>`
}

/** What the rates are, and what they would be if the open deals were decided. */
function bounds({ result }: ShownWinRates, said: WinRatesTexts): TemplateResult {
  const supposed = ['open', 'lost', 'won'] as const
  return section(
    said.bounds,
    html`<p>${said.boundsExplained}</p>
      ${table({
        caption: said.suppose,
        columns: [{ head: said.way }, ...supposed.map((outcome) => ({ head: said.supposed[outcome], isNumber: true }))],
        rows: ways.map((way) => ({ cells: [said.ways[way].name, ...supposed.map((outcome) => percent(result.bounds[outcome][way], said))] })),
      })}`,
  )
}

/** The curves of both methods, each with what the package says of it. */
function overTime(shown: ShownWinRates, said: WinRatesTexts, locale: FunnelLocale): TemplateResult {
  const [competing, careless] = [shown.result.aalenJohansen, shown.result.kaplanMeier].map(
    (curve) => html`${chart(shown, conversionCurveChart(curve, locale))} ${sentences(toldOf(explainConversionCurve(curve, locale)))}`,
  ) as [TemplateResult, TemplateResult]
  return section(said.overTime, html`<p>${said.overTimeExplained}</p>${sideBySide(competing, careless)}`)
}

/** Of each open deal how likely it is won, by what became of the others. */
function chances({ chances: all }: WinRates, said: WinRatesTexts, locale: FunnelLocale): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing
  return section(
    said.chances,
    html`<p>${said.chancesExplained}</p>
      <dl class="chances">
        ${all.map(
          ({ deal: { number, days }, chance }) => html`<dt>
              ${formatMessage(said.openDeal, { number, days: shownDays(days, locale.core) })}
            </dt>
            <dd>${explainWinProbability(chance, locale).sentences.join(locale.sentenceSeparator)}</dd>`,
        )}
      </dl>`,
  )
}

function boss(shown: ShownWinRates, said: WinRatesTexts): TemplateResult {
  const { boss: chosen } = shown.fields
  const way = ways.find((one) => one === chosen)
  const reply = way === undefined ? said.noSuch : said.ways[way].told
  return html`${choiceField(shown, {
    name: 'boss',
    label: said.bossQuestion,
    options: [
      { value: '', label: said.choose },
      ...ways.map((one) => ({ value: one, label: `${said.ways[one].name}: ${percent(shown.result.rates[one], said)}` })),
    ],
  })}
    <p role="status"><strong>${chosen === '' ? '' : reply}</strong></p>
    ${way === undefined ? nothing : html`<p>${said.whichever}</p>`}`
}
