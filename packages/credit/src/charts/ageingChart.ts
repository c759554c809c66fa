import type { Issue, JsonValue } from '@clientele/core'
import { drawn, labelsOf, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, isNil } from '@clientele/core/explain'
import type { AgedBucket, AgedCurrency, Ageing } from '../ageing/types.js'
import { checkAgeing } from '../explain/checkAgeing.js'
import { greatestFirst } from '../explain/greatestFirst.js'
import { shownBucket } from '../explain/shownFacts.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { ageColours } from './ageColours.js'
import { LEGEND_LIMIT } from './legendLimit.js'

/** So many customers at most have a bar of their own. */
const DRAWN = 20

/** Pixels; longer names are cut short. */
const WIDTH = 420
const NAME_LIMIT = 200

/** Debits and credits. */
const SIDES = 2

type AgedParts = readonly Pick<AgedBucket, 'id' | 'debits' | 'credits'>[]

/** What a bar stands for: a customer, or several together. */
interface Bar {
  readonly name: string
  readonly parts: AgedParts
}

/** Bars on one axis. */
interface Picture {
  readonly currency: string
  readonly bars: readonly Bar[]
}

/**
 * Draws how old what each customer owes is: a bar for each customer, the greatest debtor first, with a part for each bucket, from what is not due
 * to the oldest. What a customer is owed stands on the other side of 0.
 *
 * @param ageing - What {@link ageReceivables} or `ageColumns` of {@link compileAgeing} returned. Buckets are called by their ids.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: for each currency a picture, and beyond 20 customers another with one bar for all others,
 * on axes of their own. Where no customers are listed, all have one bar.
 * @throws {@link InputError} if `ageing` is none.
 * @example
 * import { ageReceivables } from '@clientele/credit'
 * import { ageingChart } from '@clientele/credit/charts'
 * import { ageingTo90Days } from '@clientele/credit/templates'
 *
 * const items = [{ id: 'INV-1', customer: 'A', date: '2024-01-10', due: '2024-02-09', amount: '300', currency: 'CNY' }]
 * ageingChart(ageReceivables(items, ageingTo90Days, { asOf: '2024-03-31' })).data
 * //=> { values: [{ picture: 0, currency: 'CNY', customer: 'A', bucket: '31-60', age: 2, amount: 300 }] }
 */
export function ageingChart(ageing: Ageing, locale: CreditLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkAgeing(ageing, ['ageing'], issues)
  throwIssues(issues)
  const { charts } = locale
  const { asOf, currencies } = ageing
  const title = formatMessage(charts.ageing, { asOf })
  const ids = [...new Set(currencies.flatMap(({ buckets }) => buckets.map(({ id }) => id)))]
  const titles = labelsOf(ids.map((id) => ({ id, title: shownBucket(id, locale) })))
  const color = {
    field: 'bucket',
    type: 'nominal',
    title: charts.bucket,
    scale: { domain: [...titles.values()], range: ageColours(ids) },
    ...(ids.length > LEGEND_LIMIT ? { legend: null } : {}),
  }
  const pictures = currencies.flatMap((aged) => picturesOf(aged, locale))
  const values = pictures.flatMap(({ currency, bars }, picture) =>
    bars.flatMap((bar) => drawBar(bar, titles).map((part) => ({ picture, currency, ...part }))),
  )
  const drawnPictures = pictures.map((picture, index) => drawPicture(picture, index, color, locale))
  return {
    $schema: vegaLiteSchema,
    data: { values },
    ...(pictures.length === 0 ? { title: { text: title, subtitle: locale.ageing.nothing }, mark: 'bar' } : { title, vconcat: drawnPictures }),
  }
}

/** The greatest debtors, and the others together: on an axis of its own, for their bar is as long as all of theirs. */
function picturesOf({ currency, customers, buckets }: AgedCurrency, { charts }: CreditLocale): Picture[] {
  if (customers.length === 0) return [{ currency, bars: [{ name: charts.allCustomers, parts: buckets }] }]
  const bars = greatestFirst(customers)
    .slice(0, DRAWN)
    .map((one) => ({ name: one.customer, parts: one.buckets }))
  if (customers.length <= DRAWN) return [{ currency, bars }]
  const others = { name: formatMessage(charts.others, { count: customers.length - DRAWN }), parts: partsWithout(buckets, bars) }
  return [
    { currency, bars },
    { currency, bars: [others] },
  ]
}

/** What is left of the parts of all customers without those of some. */
function partsWithout(all: AgedParts, bars: readonly Bar[]): AgedParts {
  const some = bars.flatMap(({ parts }) => parts)
  return all.map(({ id, debits, credits }) => {
    const left = { debits: new Decimal(debits), credits: new Decimal(credits) }
    for (const part of some.filter((one) => one.id === id)) {
      left.debits = left.debits.minus(part.debits)
      left.credits = left.credits.minus(part.credits)
    }
    return { id, debits: decimalText(left.debits), credits: decimalText(left.credits) }
  })
}

/** The parts of a bar that are not empty: debits on one side of 0, credits on the other. */
function drawBar({ name, parts }: Bar, titles: ReadonlyMap<string, string>) {
  const ages = [...titles.keys()]
  // The parts on either side of 0 are piled up, and the axis spans both sides.
  const drawPart = (id: string, amount: string) => ({
    customer: name,
    bucket: titles.get(id) ?? id,
    age: ages.indexOf(id),
    amount: drawn(amount, parts.length * SIDES),
  })
  return parts.flatMap(({ id, debits, credits }) => [debits, credits].filter((amount) => !isNil(amount)).map((amount) => drawPart(id, amount)))
}

function drawPicture({ currency, bars }: Picture, index: number, color: JsonValue, { charts, ageing }: CreditLocale) {
  const domain = bars.map(({ name }) => name)
  const isEmpty = bars.every(({ parts }) => parts.every(({ debits, credits }) => isNil(debits) && isNil(credits)))
  const x = { type: 'quantitative', title: formatMessage(charts.open, { currency }) }
  return {
    ...(isEmpty ? { title: formatMessage(ageing.nothingOpen, { currency }) } : {}),
    transform: [{ filter: { field: 'picture', equal: index } }],
    width: WIDTH,
    encoding: { y: { field: 'customer', type: 'nominal', title: charts.customer, scale: { domain }, axis: { title: null, labelLimit: NAME_LIMIT } } },
    layer: [
      {
        mark: { type: 'bar', tooltip: true },
        // Without bars there are no amounts that the axis could span.
        encoding: {
          x: { field: 'amount', ...x, ...(isEmpty ? { scale: { domain: [0, 1] } } : {}) },
          color,
          order: { field: 'age', type: 'quantitative' },
        },
      },
      { data: { values: [{}] }, mark: 'rule', encoding: { x: { datum: 0, ...x }, y: null } },
    ],
  }
}
