import { type Issue, localizeText } from '@clientele/core'
import { drawn, inOneLine, type PicturePart, type VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage } from '@clientele/core/explain'
import type { ChangeDecomposition, ChangePart } from '../change/types.js'
import { checkChange } from '../explain/checkChange.js'
import { isPerDay } from '../explain/explainParts.js'
import { fillTemplate } from '../explain/fillTemplate.js'
import { signed, signedPoints } from '../explain/shownDifference.js'
import { shownAmount, shownNumber, withCurrency } from '../explain/shownMoney.js'
import { shownPercentTo, tellApart } from '../explain/tellApart.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { amountsOf, amountTitle, columnLabels, drawColumns, kindsOf, SIDES } from './columns.js'

type DrawnStep = ReturnType<typeof drawStep>
type Effect = 'total' | 'rise' | 'fall' | 'none'

const EFFECTS = ['total', 'rise', 'fall', 'none'] as const
const EFFECT_COLOURS = { total: '#737373', rise: '#1b9e77', fall: '#d94801', none: '#bdbdbd' }

/** The width of bars as a share of a column; lines from one to the next are thin. */
const BAR = { band: 0.6 }
const LINE = { strokeWidth: 1, color: '#737373' }

/** Pixels that a text may have. */
const TEXT_LIMIT = 140

/** A bar from one amount to another. */
interface Step {
  readonly name: string
  readonly effect: Effect
  readonly from: number
  readonly to: number
  /** Written above it. */
  readonly text: string
  /** The factor itself, before and after, if it is a single number. */
  readonly factor: string | null
}

/**
 * Draws why sales, or a conversion rate, changed: a bridge of bars from what it was before to what it is after, each part from where the one before it ends.
 *
 * @param change - What {@link decomposeChange} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside. Labels tell each part, rounded to the minor digits of the currency, which whole amounts go without, or
 * to hundredths of a percentage point, and the factor itself before and after.
 * @throws {@link InputError} if `change` is none, or its figures disagree, such as parts that do not add up to the difference.
 * @example
 * import { decomposeChange } from '@clientele/funnel'
 * import { changeChart } from '@clientele/funnel/charts'
 *
 * const before = { deals: 100, winRate: '0.20', averageValue: 1000 }
 * const after = { deals: 120, winRate: '0.15', averageValue: 1100 }
 * const { data } = changeChart(decomposeChange({ before, after }, { currency: 'EUR' }))
 * data.values.map(({ text }) => text) //=> ['20000', '+3666.67', '−5783.33', '+1916.67', '19800']
 */
export function changeChart(change: ChangeDecomposition, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkChange(change, issues)
  throwIssues(issues)
  const { change: words } = locale.charts
  const { of, subject } = change
  const steps = stepsOf(change, locale)
  const labels = columnLabels(
    steps.map(({ name, factor }) => ({ name, figures: factor === null ? [] : [factor] })),
    locale,
  )
  const values = steps.map((step, place) => drawStep(step, place, labels[place] as string, locale))
  const title =
    subject === undefined ? words.titles[of] : formatMessage(words.titlesOf[of], { subject: inOneLine(localizeText(subject, locale.languageTag)) })
  const texts = { title, notes: [summarise(change, locale)], column: null }
  return drawColumns(values, texts, layersOf(values, change, locale))
}

/** What it was and is, and the difference, with the currency, and of what time they are. */
function summarise(change: ChangeDecomposition, locale: FunnelLocale): string {
  const { before, after, difference, currency } = change
  const { summary, perDay } = locale.charts.change
  const complete = (text: string): string => {
    if (change.of === 'rate') return text
    const amount = withCurrency(text, currency, locale)
    return isPerDay(change) ? fillTemplate(perDay, { amount }) : amount
  }
  const [was, is] = tellApart(before, after, (value, more) => shownLevel(value, change, more))
  return fillTemplate(summary, { before: complete(was), after: complete(is), difference: complete(shownPart(difference, change, locale)) })
}

/** What it was before, the parts each from where the one before it ends, and what it is after. */
function stepsOf(change: ChangeDecomposition, locale: FunnelLocale): Step[] {
  const { change: words } = locale.charts
  const { before, after, parts } = change
  const total = (name: string, to: number): Step => ({ name, effect: 'total', from: 0, to, text: shownLevel(to, change), factor: null })
  let end = before
  const steps = parts.map((part, index): Step => {
    const from = end
    // The last one ends where the total begins, however the others were rounded.
    end = index === parts.length - 1 ? after : from + part.amount
    const effect = part.amount === 0 ? 'none' : part.amount > 0 ? 'rise' : 'fall'
    return {
      name: nameOf(part, change, locale),
      effect,
      from,
      to: end,
      text: shownPart(part.amount, change, locale),
      factor: factorOf(part, change, locale),
    }
  })
  return [total(words.before, before), ...steps, total(words.after, after)]
}

function nameOf({ factor, before }: ChangePart, { counted }: ChangeDecomposition, { charts }: FunnelLocale): string {
  const { factors, groupRates } = charts.change
  if (factor === 'volume') return factors.volume[counted]
  return factor === 'rate' && before === null ? groupRates : factors[factor]
}

function factorOf({ factor, before, after }: ChangePart, { currency }: ChangeDecomposition, { charts }: FunnelLocale): string | null {
  if (before === null || after === null) return null
  const [was, is] = tellApart(before, after, (value, more) => {
    if (factor === 'rate') return `${shownPercentTo(value, more)}%`
    return factor === 'value' ? shownAmount(value, currency, more) : shownNumber(value, more)
  })
  return formatMessage(charts.change.fromTo, { before: was, after: is })
}

/** What changed, before or after: a rate in percent, or an amount. */
function shownLevel(value: number, { of, currency }: ChangeDecomposition, more = 0): string {
  return of === 'rate' ? `${shownPercentTo(value, more)}%` : shownAmount(value, currency, more)
}

/** A part of the difference, with its sign. */
function shownPart(amount: number, { of, currency }: ChangeDecomposition, { charts }: FunnelLocale): string {
  if (of === 'value') return signed(amount, shownAmount(Math.abs(amount), currency))
  return formatMessage(charts.change.points, { points: signedPoints(amount) })
}

function drawStep({ name, effect, from, to, text, factor }: Step, place: number, label: string | readonly string[], { charts }: FunnelLocale) {
  const { change: words, sales } = charts
  const number = (value: number): number => drawn(String(value), SIDES)
  const [start, end] = [number(from), number(to)]
  return {
    place,
    next: place + 1,
    label,
    part: name,
    effect: words.effects[effect],
    from: start,
    to: end,
    top: Math.max(start, end),
    text,
    factor: factor ?? sales.unknown,
    said: formatMessage(words.said, { part: name, amount: text }),
  }
}

/** Lines from one bar to the next, and the bars with their texts above them. */
function layersOf(values: readonly DrawnStep[], change: ChangeDecomposition, { charts }: FunnelLocale): PicturePart[] {
  const { change: words } = charts
  const last = values.length - 1
  const numbers = values.flatMap(({ from, to }) => [from, to])
  const present = EFFECTS.filter((effect) => values.some((value) => value.effect === words.effects[effect]))
  const kinds = present.map((effect) => ({ name: words.effects[effect], colour: EFFECT_COLOURS[effect] }))
  const fact = (field: string, title: string): PicturePart => ({ field, title, type: 'nominal' })
  const at = (field: string): PicturePart => ({ field, type: 'quantitative' })
  return [
    {
      transform: [{ filter: { field: 'place', lt: last } }],
      mark: { type: 'rule', ...LINE, aria: false },
      encoding: { x2: { field: 'next' }, y: at('to') },
    },
    {
      // An outline shows a part that is nothing.
      mark: { type: 'bar', width: BAR, strokeWidth: 1, description: { expr: 'datum.said' } },
      encoding: {
        y: amountsOf('from', axisTitle(change, charts), numbers, change.of === 'rate' ? { format: '~%' } : {}),
        y2: { field: 'to' },
        color: kindsOf('effect', kinds),
        stroke: kindsOf('effect', kinds),
        tooltip: [fact('part', words.part), fact('text', words.effect), fact('factor', words.factor)],
      },
    },
    {
      mark: { type: 'text', baseline: 'bottom', dy: -4, fontSize: 10, limit: TEXT_LIMIT, aria: false },
      encoding: { y: at('top'), text: { field: 'text' } },
    },
  ]
}

function axisTitle(change: ChangeDecomposition, { change: words, sales }: FunnelLocale['charts']): string {
  if (change.of === 'rate') return words.rate
  return amountTitle(change.currency, isPerDay(change) ? { money: words.moneyPerDay, amount: words.amountPerDay } : sales)
}
