import type { RfmScheme, Transaction } from '@clientele/tiering'
import { textbookRfm, usualRfm } from '@clientele/tiering/templates'
import { literal } from '../../code/literal.js'
import type { ScoredBook } from './computeRfm.js'
import type { RfmFields } from './fields.js'

/** More purchases are read from a file: nobody pastes them. */
const WRITTEN = 100

/** TypeScript that scores the customers as they are on the screen. */
export function code(_: RfmFields, { book, scheme, rfm }: ScoredBook): string {
  const wrong = new Set(rfm.rejected.map(({ index }) => index))
  const purchases = book.purchases.filter((__, index) => !wrong.has(index))
  const isShort = purchases.length <= WRITTEN
  const { imports, written } = writtenScheme(scheme)
  const scores = rfm.customers.map(({ customer, code: scored, segment }) => [customer, scored, segment])
  const segments = rfm.segments.map(({ segment, count, shareOfValue }) => [segment, count, shareOfValue])
  return `${isShort ? '' : "import { readFileSync } from 'node:fs'\n"}import { scoreRfm${imports.verbs} } from '@clientele/tiering'
${imports.templates}
${written}
${isShort ? writtenPurchases(purchases) : READ_PURCHASES}
const rfm = scoreRfm(purchases, scheme, { asOf: ${literal(rfm.asOf)} })
${isShort ? `rfm.customers.map(({ customer, code, segment }) => [customer, code, segment])\n//=> ${literal(scores)}\n` : ''}rfm.segments.map(({ segment, count, shareOfValue }) => [segment, count, shareOfValue])
//=> ${literal(segments)}
`
}

/** Of many purchases the code says how they must stand in a file; the rows that are at fault are none of them. */
const READ_PURCHASES = `// Too many purchases to be written here: purchases.csv has the lines customer,date,amount, without quotes, with dates like 2024-06-28.
const [, ...lines] = readFileSync('purchases.csv', 'utf8').trim().split(/\\r?\\n/)
const purchases = lines.map((line) => line.split(',')).map(([customer = '', date = '', amount = '']) => ({ customer, date, amount }))`

/** A line for each customer. */
function writtenPurchases(purchases: readonly Transaction[]): string {
  const lines = new Map<string, string[]>()
  for (const { customer, date, amount } of purchases) {
    const line = lines.get(customer) ?? []
    lines.set(customer, line)
    line.push(literal([customer, date, amount]))
  }
  return `const rows: [customer: string, date: string, amount: string][] = [
${[...lines.values()].map((line) => `  ${line.join(', ')},\n`).join('')}]
const purchases = rows.map(([customer, date, amount]) => ({ customer, date, amount }))`
}

interface WrittenScheme {
  readonly imports: { readonly verbs: string; readonly templates: string }
  readonly written: string
}

/** A template is imported; another scheme is written down, without what is said of its segments. */
function writtenScheme(scheme: RfmScheme): WrittenScheme {
  for (const [name, template] of Object.entries({ textbookRfm, usualRfm })) {
    if (scheme !== template) continue
    return { imports: { verbs: '', templates: `import { ${name} } from '@clientele/tiering/templates'\n` }, written: `const scheme = ${name}` }
  }
  const { kind, id, version, bins, cuts, monetary } = scheme
  const segments = scheme.segments.map(({ title: _, action: __, ...segment }) => segment)
  const scoring = cuts === undefined ? { bins } : { cuts }
  const written = `const scheme: RfmScheme = ${literal({ kind, id, version, ...scoring, monetary, segments })}`
  return { imports: { verbs: ', type RfmScheme', templates: '' }, written }
}
