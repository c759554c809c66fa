import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { ownFile } from '../testing/trial.js'
import { generateInvoices } from './generateInvoices.js'

it('gives the committed file again', () => {
  expect(generateInvoices()).toBe(readFileSync(ownFile('data/invoices.csv'), 'utf8'))
})

it('invoices the customers who ordered, on the day and by the amount of their orders', () => {
  const orders = parse<Record<string, string>>(readFileSync(ownFile('data/orders.csv')), { columns: true, relax_column_count: true })
  const placed = new Set(orders.map(({ customer_id, order_date, revenue }) => [customer_id, order_date, revenue].join()))
  const invoices = parse<Record<string, string>>(generateInvoices(), { columns: true }).filter(({ invoice }) => invoice?.startsWith('F'))
  const strangers = invoices.filter(({ customer_id, invoice_date, amount }) => !placed.has([customer_id, invoice_date, amount].join()))
  expect(invoices.length).toBeGreaterThan(1000)
  expect(strangers.map(({ amount }) => amount)).toEqual(['99.00'])
})
