import fc from 'fast-check'
import { expect, it } from 'vitest'
import { literal } from './literal.js'

it('writes data as people do', () => {
  expect(literal({ id: 'A', 'gross-profit': 5, list: [], none: {}, open: null, isIt: true })).toBe(
    "{ id: 'A', 'gross-profit': 5, list: [], none: {}, open: null, isIt: true }",
  )
  expect(literal(`it's "\\" so`)).toBe(`'it\\'s "\\\\" so'`)
})

it('gives the data back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(new Function(`return (${literal(value)})`)()).toStrictEqual(value)
    }),
  )
})
