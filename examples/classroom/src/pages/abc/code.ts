import type { ShareScheme, ThresholdScheme } from '@clientele/tiering'
import { literal } from '../../code/literal.js'
import { numberOf } from '../../fields/numberOf.js'
import { AS_OF, CURRENCY, customers, months } from './chapter.js'
import type { Abc } from './computeAbc.js'
import { type AbcFields, profitsTyped, saleField } from './fields.js'

/** TypeScript that sorts the customers as they are on the screen, and tells what the order gets. */
export function code(fields: AbcFields, result: Abc): string {
  const { tiering, benefits } = result
  const tiers = tiering.tiers.map(({ tier, count, shareOfValue }) => [tier, count, shareOfValue])
  const placed = tiering.customers.map(({ customer, tier }) => `${customer} ${tier}`)
  const discounts = benefits.map(({ terms, discount }) => [terms, discount?.amount])
  return `${result.way === 'threshold' ? byThreshold(fields, result) : byShare(fields, result)}
tiering.tiers.map(({ tier, count, shareOfValue }) => [tier, count, shareOfValue])
//=> ${literal(tiers)}
tiering.customers.map(({ customer, tier }) => \`\${customer} \${tier}\`)
//=> ${literal(placed)}
const benefits = textbookBenefits.tiers.map(({ tier }) => benefitsFor({ tier }, textbookBenefits, { order: ${literal(fields.order)} }))
benefits.map(({ terms, discount }) => [terms, discount?.amount])
//=> ${literal(discounts)}
`
}

function byShare(fields: AbcFields, { way, scheme }: Abc): string {
  const { cuts, boundary } = scheme as ShareScheme
  const template = way === 'share-of-customers' ? 'textbookShares' : 'paretoAbc'
  return `import { benefitsFor, classifyByShare } from '@clientele/tiering'
import { ${[template, 'textbookBenefits'].sort().join(', ')} } from '@clientele/tiering/templates'

const profits: Record<string, string> = ${literal(Object.fromEntries(profitsTyped(fields).map(({ row }) => [row.customer, row.value])))}
const customers = Object.entries(profits).map(([customer, value]) => ({ customer, value }))
const cuts = ${literal(cuts.map(({ id, upToPercent }) => ({ id, upToPercent })))}
const tiering = classifyByShare(customers, { ...${template}, cuts${boundaryOf(boundary)} })`
}

function byThreshold(fields: AbcFields, { scheme }: Abc): string {
  const { tiers, boundary } = scheme as ThresholdScheme
  return `import { averageMonthlySales, benefitsFor, classifyByThreshold } from '@clientele/tiering'
import { textbookAbc, textbookBenefits } from '@clientele/tiering/templates'

// April, May and June.
const amounts: Record<string, string[]> = ${literal(amountsOf(fields))}
const sales = Object.entries(amounts).flatMap(([customer, months]) =>
  months.flatMap((amount, month) => (amount === '' ? [] : [{ customer, date: \`2024-0\${month + 4}-15\`, amount, currency: '${CURRENCY}' }])),
)
const tiers = ${literal(tiers.map(({ id, from }) => ({ id, from })))}
const averages = averageMonthlySales(sales, { months: ${numberOf(fields.months)}, asOf: '${AS_OF}' })
const tiering = classifyByThreshold(averages, { ...textbookAbc, tiers${boundaryOf(boundary)} })`
}

/** The sales of those who have any, month by month. */
function amountsOf(fields: AbcFields): { readonly [customer: string]: readonly string[] } {
  const amounts = customers.map((customer) => [customer, months.map((month) => fields[saleField(customer, month)])] as const)
  return Object.fromEntries(amounts.filter(([, typed]) => typed.some((amount) => amount !== '')))
}

function boundaryOf(boundary: string | undefined): string {
  return boundary === undefined ? '' : `, boundary: ${literal(boundary)}`
}
