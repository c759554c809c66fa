import type { ShareScheme, ThresholdScheme } from '@clientele/tiering'
import { literal } from '../../code/literal.js'
import { numberOf } from '../../fields/numberOf.js'
import { AS_OF } from './chapter.js'
import type { Abc } from './computeAbc.js'
import { type AbcFields, profitsTyped, salesTyped } from './fields.js'

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
import { ${[template, 'textbookBenefits'].join(', ')} } from '@clientele/tiering/templates'

const profits = [
${linesOf(profitsTyped(fields).map(({ row }) => row))}]
const cuts = ${literal(cuts.map(({ id, upToPercent }) => ({ id, upToPercent })))}
const tiering = classifyByShare(profits, { ...${template}, cuts${boundaryOf(boundary)} })`
}

function byThreshold(fields: AbcFields, { scheme }: Abc): string {
  const { tiers, boundary } = scheme as ThresholdScheme
  return `import { averageMonthlySales, benefitsFor, classifyByThreshold } from '@clientele/tiering'
import { textbookAbc, textbookBenefits } from '@clientele/tiering/templates'

const sales = [
${linesOf(salesTyped(fields).map(({ row }) => row))}]
const tiers = ${literal(tiers.map(({ id, from }) => ({ id, from })))}
const averages = averageMonthlySales(sales, { months: ${numberOf(fields.months)}, asOf: '${AS_OF}' })
const tiering = classifyByThreshold(averages, { ...textbookAbc, tiers${boundaryOf(boundary)} })`
}

function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `  ${literal(row)},\n`).join('')
}

function boundaryOf(boundary: string | undefined): string {
  return boundary === undefined ? '' : `, boundary: ${literal(boundary)}`
}
