import { writeFileSync } from 'node:fs'
import { generateOrders } from './generateOrders.js'

writeFileSync(new URL('../data/orders.csv', import.meta.url), generateOrders())
