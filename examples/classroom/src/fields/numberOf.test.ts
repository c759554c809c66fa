import { expect, it } from 'vitest'
import { numberOf } from './numberOf.js'

it('reads plain numbers, and leaves everything else to be explained', () => {
  expect(['0', '16', '-2', '1.50'].map(numberOf)).toEqual([0, 16, -2, 1.5])
  for (const text of ['', ' 1', '1e3', '0x10', 'NaN', 'Infinity', '１', '1,5', '.5', '5.', '--1', '9'.repeat(400)]) expect(numberOf(text)).toBe(text)
})
