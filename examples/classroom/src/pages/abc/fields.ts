import type { CustomerValue, Sale } from '@clientele/tiering'
import { paretoAbc, textbookAbc, textbookShares } from '@clientele/tiering/templates'
import { CURRENCY, type CustomerId, customers, cutTiers, type Month, months, profits, sales, type Tier, tiers, type Way, ways } from './chapter.js'

type CutTier = (typeof cutTiers)[number]
type ProfitField = `profit-${CustomerId}`
type SaleField = `sales-${CustomerId}-${Month}`
type CutField = `${Way}-${CutTier}`
type UnfoldedField = `unfolded-${Tier}`
type OtherField = 'way' | 'share-boundary' | 'threshold-boundary' | 'months' | 'order' | 'chosen'

/** The way, its cuts, what customers bring in, an order, and what is unfolded. */
export type AbcFields = { readonly [field in ProfitField | SaleField | CutField | UnfoldedField | OtherField]: string }

export const profitField = (customer: CustomerId): ProfitField => `profit-${customer}`
export const saleField = (customer: CustomerId, month: Month): SaleField => `sales-${customer}-${month}`
export const cutField = (way: Way, tier: CutTier): CutField => `${way}-${tier}`
export const unfoldedField = (tier: Tier): UnfoldedField => `unfolded-${tier}`
export const boundaryField = (way: Way): 'share-boundary' | 'threshold-boundary' => (way === 'threshold' ? 'threshold-boundary' : 'share-boundary')

const templateCuts: { readonly [way in Way]: readonly string[] } = {
  'share-of-customers': textbookShares.cuts.map(({ upToPercent }) => String(upToPercent)),
  'share-of-value': paretoAbc.cuts.map(({ upToPercent }) => String(upToPercent)),
  threshold: textbookAbc.tiers.map(({ from }) => String(from)),
}

export const defaults: AbcFields = Object.fromEntries([
  ['way', 'share-of-customers'],
  ...ways.flatMap((way) => cutTiers.map((tier, index) => [cutField(way, tier), templateCuts[way][index]])),
  ['share-boundary', 'before'],
  ['threshold-boundary', 'above'],
  ...customers.map((customer) => [profitField(customer), profits[customer] ?? '']),
  ...customers.flatMap((customer) => months.map((month, index) => [saleField(customer, month), sales[customer]?.[index] ?? ''])),
  ['months', '3'],
  ['order', '150000'],
  ...tiers.map((tier) => [unfoldedField(tier), 'no']),
  ['chosen', 'K3'],
])

/** The way that is chosen, if it is one. */
export function wayOf({ way }: Pick<AbcFields, 'way'>): Way | undefined {
  return ways.find((one) => one === way)
}

/** A row that something was typed into, and the field it was typed into. */
export interface Typed<T> {
  readonly row: T
  readonly field: ProfitField | SaleField
}

/** What was typed as profits; without an amount there is no such customer. */
export function profitsTyped(fields: AbcFields): Typed<CustomerValue>[] {
  return customers
    .filter((customer) => fields[profitField(customer)] !== '')
    .map((customer) => ({ row: { customer, value: fields[profitField(customer)] }, field: profitField(customer) }))
}

/** What was typed as sales, dated in the middle of their month. */
export function salesTyped(fields: AbcFields): Typed<Sale>[] {
  return customers.flatMap((customer) =>
    months
      .map((month) => ({ month, field: saleField(customer, month) }))
      .filter(({ field }) => fields[field] !== '')
      .map(({ month, field }) => ({ row: { customer, date: `${month}-15`, amount: fields[field], currency: CURRENCY }, field })),
  )
}
