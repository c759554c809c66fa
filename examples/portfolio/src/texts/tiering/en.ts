import type { TieringCommandTexts, TieringPageTexts } from './types.js'

/** The words of the page on tiers, and on recency, frequency and monetary value, in English. */
export const enPage: TieringPageTexts = {
  tiers: 'Tiers',
  tier: 'Tier',
  values: { revenue: 'Net revenue', average: 'Average monthly sales from {from} to {to}' },
  shareOfCustomers: 'Of all customers',
  shareOfTotal: 'Of the total',
  expected: 'Expected of the total',
  met: '{from}% to {to}%: met',
  unmet: '{from}% to {to}%: not met',
  total: 'Total',
  firstOfEach: 'The first of each tier',
  concentration: 'Concentration',
  topShare: 'The top 20% of customers ({customers}) bring in {ofValue} of the total.',
  rfm: 'Recency, frequency and monetary value',
  code: 'RFM',
  segment: 'Segment',
  noSegment: 'none',
  value: 'Value',
  action: 'What to do',
}

/** What the command prints of tiers, and of recency, frequency and monetary value, in English. */
export const enCommand: TieringCommandTexts = {
  tiers: { revenue: 'Tiers by net revenue', average: 'Tiers by average monthly sales from {from} to {to}' },
  tier: '  {tier}  {customers} customers with {share} of the total',
  met: '{line}, as expected ({from}% to {to}%)',
  unmet: '{line}, not as expected ({from}% to {to}%)',
  segments: 'Customers by recency, frequency and monetary value: {segments}',
  segment: '{segment} {customers}',
}
