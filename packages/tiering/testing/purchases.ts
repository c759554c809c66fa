import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestContext } from 'vitest'
import type { Sale } from '../src/index.js'
import { deepFreeze } from './deepFreeze.js'

/** Purchases of 10 by customers, on the days named. */
export const purchasesOf = (days: { readonly [customer: string]: readonly string[] }): Sale[] =>
  Object.entries(days).flatMap(([customer, dates]) => dates.map((date) => ({ customer, date, amount: 10 })))

/** A buys always but in April, B after a pause of a month, C once, D comes later and returns; in April nobody buys. */
export const purchasesByHand: readonly Sale[] = deepFreeze(
  purchasesOf({
    A: ['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01', '2024-05-01', '2024-06-30'],
    B: ['2024-01-01', '2024-03-31', '2024-03-31'],
    C: ['2024-01-15'],
    D: ['2024-02-10', '2024-05-31'],
  }),
)

function readLines(name: string, { skip }: TestContext): string[] {
  const file = fileURLToPath(new URL(`../../../../shared/data/${name}`, import.meta.url))
  skip(!existsSync(file), `${file} is missing`)
  return readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
}

/** The 6,919 purchases of CDNOW's customers; the test is skipped where they are missing. */
export function readCdnowPurchases(context: TestContext): Sale[] {
  return readLines('cdnow/CDNOW_sample.txt', context).map((line) => {
    const [, customer = '', day = '', , amount = ''] = line.trim().split(/\s+/)
    return { customer, date: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, amount }
  })
}

/** The 4,906 orders of R's package rfm; the test is skipped where they are missing. */
export function readOrders(context: TestContext): Sale[] {
  const lines = readLines('orders/orders.csv', context).slice(1)
  return lines.map((line) => {
    const [customer = '', date = '', amount = ''] = line.split(',')
    return { customer, date, amount }
  })
}
