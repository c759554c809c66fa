import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { BAD_PARAMETERS, CDNOW } from '../../testing/lifetimes.js'
import { checkBgNbdParameters } from '../index.js'

const found = (value: unknown): unknown => codesAndPaths(checkBgNbdParameters(value))

describe('checkBgNbdParameters', () => {
  it('takes what fits give, and bounds', () => {
    expect(found(CDNOW)).toEqual([])
    expect(found({ ...CDNOW, unit: 'day', r: 1e-9, alpha: 1e15, a: 1e9, b: 1e9 })).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => expect(found(value)).toEqual([[code, []]]))

  it.each(BAD_PARAMETERS)('tells of %o', (changed, issues) => expect(found({ ...CDNOW, ...changed })).toEqual(issues))

  it('reads own properties only, and knows no further ones', () => {
    expect(found(Object.create(CDNOW))).toEqual(['model', 'unit', 'r', 'alpha', 'a', 'b'].map((key) => ['missing', [key]]))
    expect(found(JSON.parse('{"model":"bg-nbd","unit":"week","r":1,"alpha":1,"a":1,"b":1,"__proto__":1}'))).toEqual([['unknown-key', ['__proto__']]])
  })
})
