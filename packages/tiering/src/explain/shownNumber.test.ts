import { describe, expect, it } from 'vitest'
import { shownApart } from './shownNumber.js'

describe('shownApart', () => {
  it.each<[a: number, b: number, texts: [string, string]]>([
    [5, 5, ['5', '5']],
    [0.7552, 0.7551, ['0.7552', '0.7551']],
    [1e-9, 5, ['<0.01', '5']],
    [0.00001, 0.00002, ['0.00001', '0.00002']],
    [-0.3, -0.30001, ['−0.3', '−0.30001']],
  ])('%d and %d, with as many decimal places as show which is greater', (a, b, texts) => expect(shownApart(a, b)).toEqual(texts))

  it.each<[a: number, b: number, texts: [string, string]]>([
    [0, 0, ['0', '0']],
    [4e-13, 0, ['<0.01', '0']],
    [0, 3e-7, ['0', '<0.01']],
    [-0, -1e-300, ['0', '>−0.01']],
    [1.234, 0, ['1.23', '0']],
  ])('%d and %d: nothing is told from next to nothing without more decimal places', (a, b, texts) => expect(shownApart(a, b)).toEqual(texts))
})
