import { expect, it } from 'vitest'
import { grouped, longDate } from './readable.js'
import { texts } from './texts/texts.js'

it('separates thousands before the point only', () => {
  expect(['0', '999', '1000', '9800.00', '−1234567.8912', '100000'].map(grouped)).toEqual([
    '0',
    '999',
    '1,000',
    '9,800.00',
    '−1,234,567.8912',
    '100,000',
  ])
})

it('says dates in full', () => {
  expect([longDate('2024-03-31', texts.en), longDate('0987-12-01', texts['zh-CN'])]).toEqual(['31 March 2024', '987年12月1日'])
})
