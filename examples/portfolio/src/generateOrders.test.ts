import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ownFile } from '../testing/trial.js'
import { generateOrders } from './generateOrders.js'
import { inventName } from './inventName.js'

it('gives the committed file again', () => {
  expect(generateOrders()).toBe(readFileSync(ownFile('data/orders.csv'), 'utf8'))
})

it('gives each customer a name of its own, in both languages', () => {
  const names = Array.from({ length: 600 }, (_, number) => inventName(number))
  expect(new Set(names).size).toBe(600)
  expect(names.filter((name) => /^[\u4e00-\u9fff]+$/.test(name))).toHaveLength(240)
})
