import type { Issue } from '@clientele/core'
import { drawn, type VegaLiteSpecification, vegaLiteSchema, wrapText } from '@clientele/core/charts'
import { isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { digitsOf, formatMessage, isBelowNil, shown, sizeOf } from '@clientele/core/explain'
import { checkExposure } from '../explain/checkExposure.js'
import { checkOrderDecision } from '../explain/checkOrderDecision.js'
import type { CreditExposure, ExposedPart } from '../exposure/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import type { OrderDecision } from '../orders/types.js'

/** Pixels; longer labels are cut short. */
const WIDTH = 420
const LABEL_LIMIT = 600
const LABEL_GAP = 8
const NAME_LIMIT = 300

/** Characters that a line of the title may have. */
const TITLE_WIDTH = 70

/** Where texts are measured without a browser, wide characters need more than is reckoned. */
const PADDING = { left: 25, right: 25, top: 5, bottom: 5 }

/** An axis spans both sides of 0. */
const SIDES = 2

const COLOURS = { adds: '#6baed6', lowers: '#74c476', sum: '#969696', order: '#fd8d3c' }
const LIMIT_COLOUR = '#a50f15'
const IS_LIMIT = { field: 'kind', equal: 'limit' }

/** A row of the picture: a bar from one amount to another, or a limit, and the amount beside it. */
interface Row {
  readonly name: string
  readonly kind: keyof typeof COLOURS | 'limit' | 'unlimited'
  readonly from: Decimal
  readonly to: Decimal
  readonly label: string
}

/**
 * Draws an exposure: what each part that counts adds or takes off, one below the other, each where the one before ends, and what they come to. Of a
 * decision also the order on top of it, by how much both together exceed the limit, and the limit as a line through all.
 *
 * @param exposure - What {@link assessExposure} or {@link decideOrder} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside. Parts that do not count are not drawn.
 * @throws {@link InputError} if `exposure` is neither.
 * @example
 * import { assessExposure } from '@clientele/credit'
 * import { exposureChart } from '@clientele/credit/charts'
 *
 * const policy = { kind: 'order-policy', id: 'net', version: '1', exposure: { count: ['receivables', 'deposits'] }, breaches: { 'over-limit': 'hold' } }
 * const items = [{ id: 'INV-1', customer: 'C-1', date: '2024-03-01', due: '2024-03-31', amount: '9500', currency: 'CNY' }]
 * const account = { customer: 'C-1', currency: 'CNY', items, deposits: [{ amount: '500' }] }
 * exposureChart(assessExposure(account, policy, { asOf: '2024-03-10' })).data.values[1]
 * //=> { row: 'Deposits', kind: 'lowers', from: 9500, to: 9000, label: '−500.00' }
 */
export function exposureChart(exposure: CreditExposure | OrderDecision, locale: CreditLocale = en): VegaLiteSpecification {
  const isDecision = isRecord(exposure) && ownValue(exposure, 'decision') !== undefined
  const issues: Issue[] = []
  if (isDecision) checkOrderDecision(exposure, ['decision'], issues)
  else checkExposure(exposure, ['exposure'], issues)
  throwIssues(issues)
  const { customer, asOf, currency } = exposure
  const { chart } = locale.exposure
  const title = isDecision
    ? formatMessage(chart.order, { customer, asOf, order: (exposure as OrderDecision).order })
    : formatMessage(chart.exposure, { customer, asOf })
  const rows = isDecision ? rowsOfDecision(exposure as OrderDecision, locale) : rowsOfParts((exposure as CreditExposure).parts, locale)
  return { $schema: vegaLiteSchema, title: wrapText(title, TITLE_WIDTH), ...drawRows(rows, formatMessage(locale.charts.amount, { currency })) }
}

/** The parts that count, each from where the one before ends; then what they come to. */
function rowsOfParts(parts: readonly ExposedPart[], { exposure }: CreditLocale): Row[] {
  let sum = new Decimal(0)
  const rows = parts
    .filter(({ counted }) => counted)
    .map(({ part, amount }): Row => {
      const from = sum
      sum = sum.plus(amount)
      return { name: exposure.parts[part], kind: sum.lt(from) ? 'lowers' : 'adds', from, to: sum, label: shown(amount) }
    })
  const digits = Math.max(...parts.map(({ amount }) => digitsOf(amount)))
  return [...rows, sumRow(exposure.chart.total, sum, digits)]
}

function sumRow(name: string, sum: Decimal, digits: number): Row {
  return { name, kind: 'sum', from: new Decimal(0), to: sum, label: shown(sum.toFixed(digits)) }
}

/** The exposure with the order on top of it, and the limit. */
function rowsOfDecision({ parts, amount, limit, availableAfter }: OrderDecision, locale: CreditLocale): Row[] {
  const { thisOrder, together, over, limit: limitName, unlimited } = locale.exposure.chart
  const rows = rowsOfParts(parts, locale)
  const exposure = (rows.at(-1) as Row).to
  const sum = exposure.plus(amount)
  const order: Row = { name: thisOrder, kind: 'order', from: exposure, to: sum, label: shown(amount) }
  const end = new Decimal(limit ?? 0)
  const limitRow: Row = {
    name: limitName,
    kind: limit === null ? 'unlimited' : 'limit',
    from: end,
    to: end,
    label: limit === null ? unlimited : shown(limit),
  }
  const all = sumRow(together, sum, digitsOf(amount))
  const isOver = availableAfter !== null && isBelowNil(availableAfter)
  const label = isOver ? formatMessage(over, { amount: all.label, excess: shown(sizeOf(availableAfter)) }) : all.label
  return [...rows, order, { ...all, label }, limitRow]
}

function drawRows(rows: readonly Row[], title: string) {
  const number = (amount: Decimal): number => drawn(decimalText(amount), SIDES)
  const values = rows.map(({ name, kind, from, to, label }) => ({ row: name, kind, from: number(from), to: number(to), label }))
  // Without bars there are no amounts that the axis could span.
  const isEmpty = values.every(({ from, to }) => from === 0 && to === 0)
  const x = { type: 'quantitative', title, ...(isEmpty ? { scale: { domain: [0, 1] } } : {}) }
  return {
    padding: PADDING,
    data: { values },
    width: WIDTH,
    encoding: { y: { field: 'row', type: 'nominal', sort: rows.map(({ name }) => name), axis: { title: null, labelLimit: NAME_LIMIT } } },
    layer: [
      {
        transform: [{ filter: { field: 'kind', oneOf: Object.keys(COLOURS) } }],
        mark: 'bar',
        encoding: {
          tooltip: { field: 'label', type: 'nominal' },
          x: { field: 'from', ...x },
          x2: { field: 'to' },
          color: { field: 'kind', type: 'nominal', scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) }, legend: null },
        },
      },
      { data: { values: [{}] }, mark: 'rule', encoding: { x: { datum: 0, ...x }, y: null } },
      ...(values.some(({ kind }) => kind === 'limit') ? [drawLimit(x)] : []),
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', limit: LABEL_LIMIT },
        encoding: {
          x: { value: WIDTH + LABEL_GAP },
          text: { field: 'label' },
          color: { condition: { test: IS_LIMIT, value: LIMIT_COLOUR }, value: 'black' },
        },
      },
    ],
  }
}

function drawLimit(x: { readonly type: string; readonly title: string }) {
  return {
    transform: [{ filter: IS_LIMIT }],
    mark: { type: 'rule', color: LIMIT_COLOUR, strokeWidth: 2, strokeDash: [6, 3] },
    encoding: { x: { field: 'from', ...x }, y: null },
  }
}
