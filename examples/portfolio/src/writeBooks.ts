import { writeFileSync } from 'node:fs'
import { generateInvoices } from './generateInvoices.js'
import { generateOrders } from './generateOrders.js'

for (const [name, content] of [
  ['orders.csv', generateOrders()],
  ['invoices.csv', generateInvoices()],
] as const)
  writeFileSync(new URL(`../data/${name}`, import.meta.url), content)
