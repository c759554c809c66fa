import { expect, it } from 'vitest'
import type { Order } from '../orders/types.js'
import { measureCustomers } from './measureCustomers.js'
import { rateCustomers } from './rateCustomers.js'

const order = (customer: string, date: string, amount: string): Order => ({ line: 2, customer, date, amount })
const measure = (...orders: Order[]) => measureCustomers(orders, { asOf: '2024-03-01', digits: 2 })

it('measures purchases, refunds and what they come to', () => {
  const [customer, ...others] = measure(
    order('A', '2024-02-29', '100'),
    order('A', '2023-03-01', '0.1'),
    order('A', '2024-03-01', '-0.3'),
    order('A', '2024-02-01', '0'),
    order('A', '2023-03-01', '0.1'),
  )
  expect(customer).toEqual({ id: 'A', measures: { recencyDays: 1, lastPurchase: '2024-02-29', orders: 3, refunds: 1, revenue: '99.90' } })
  expect(others).toEqual([])
})

it('counts the days of a leap year', () => {
  const days = (...dates: string[]) => measure(...dates.map((date) => order(date, date, '1'))).map(({ measures }) => measures.recencyDays)
  expect(days('2024-03-01', '2024-02-28', '2023-03-01', '2020-02-29')).toEqual([0, 2, 366, 1462])
})

it('has no last purchase of a customer with refunds only, and says what they come to', () => {
  const customers = measure(order('A', '2024-02-29', '-12.5'))
  expect(customers).toEqual([{ id: 'A', measures: { recencyDays: null, lastPurchase: null, orders: 0, refunds: 1, revenue: '-12.50' } }])
  expect(rateCustomers(customers, [{ criterion: 'recency', measure: 'recencyDays', cuts: [30, 90] }])).toEqual([{ id: 'A', ratings: { recency: 1 } }])
})

it('takes customers and criteria of any name', () => {
  const names = ['__proto__', 'constructor', 'toString', '', 'A', 'a', 'A ']
  const customers = measure(...names.map((name) => order(name, '2024-01-01', '1')))
  expect(customers.map(({ id }) => id)).toEqual(names)
  const [candidate] = rateCustomers(customers, [{ criterion: '__proto__', measure: 'orders', cuts: [1] }])
  expect(JSON.stringify(candidate)).toBe('{"id":"__proto__","ratings":{"__proto__":2}}')
})

it('adds up exactly, however large the amounts', () => {
  const [customer] = measure(
    order('A', '2024-01-01', '123456789012345678901234567890.01'),
    order('A', '2024-01-01', '0.02'),
    order('A', '2024-01-01', '-0.01'),
  )
  expect(customer?.measures.revenue).toBe('123456789012345678901234567890.02')
})
