import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { BAD_SPEND_PARAMETERS, CDNOW_SPEND } from '../../testing/lifetimes.js'
import { checkGammaGammaParameters } from '../index.js'

const found = (value: unknown): unknown => codesAndPaths(checkGammaGammaParameters(value))

describe('checkGammaGammaParameters', () => {
  it('takes what fits give, and bounds', () => {
    expect(found(CDNOW_SPEND)).toEqual([])
    expect(found({ ...CDNOW_SPEND, p: 1e9, q: 1e-9, v: 1e15 })).toEqual([])
  })

  it.each(badRecords)('refuses %o', (value, code) => expect(found(value)).toEqual([[code, []]]))

  it.each(BAD_SPEND_PARAMETERS)('tells of %o', (changed, issues) => expect(found({ ...CDNOW_SPEND, ...changed })).toEqual(issues))

  it('reads own properties only', () => {
    expect(found(Object.create(CDNOW_SPEND))).toEqual(['model', 'p', 'q', 'v'].map((key) => ['missing', [key]]))
  })
})
