import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REMEMBERED, recordChange, settleChange, undoChange } from './recordChange.js'
import type { History } from './types.js'

const start: History = { present: { weight: '5', amount: '10' }, past: [] }

describe('a change', () => {
  it('that goes on is undone at once', () => {
    const typed = ['1', '12', '120'].reduce((history, amount) => recordChange(history, { amount }), start)
    expect(typed.present).toEqual({ weight: '5', amount: '120' })
    expect(undoChange(typed)).toEqual(start)
  })

  it('of another field, after the field was left, or by a step is another one', () => {
    const first = recordChange(start, { amount: '1' })
    expect(recordChange(first, { weight: '6' }).past).toEqual([start.present, first.present])
    expect(recordChange(settleChange(first), { amount: '2' }).past).toEqual([start.present, first.present])
    expect(recordChange(first, { amount: '2' }, true).past).toEqual([start.present, first.present])
    // And what is typed after a step.
    expect(recordChange(recordChange(start, { amount: '2' }, true), { amount: '3' }).past).toHaveLength(2)
  })

  it('that changes nothing is none', () => {
    expect(recordChange(start, { amount: '10' }, true)).toBe(start)
    expect(undoChange(start)).toBe(start)
  })

  it('is undone after others, step by step, back to the start', () => {
    const change = fc.record({ field: fc.constantFrom('weight', 'amount'), text: fc.constantFrom('1', '2', '3'), isStep: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let history = changes.reduce((before, { field, text, isStep }) => recordChange(before, { [field]: text }, isStep), start)
        for (const before of history.past.toReversed()) {
          history = undoChange(history)
          expect(history.present).toEqual(before)
        }
        expect(history.present).toEqual(start.present)
      }),
    )
  })

  it('is forgotten after many others', () => {
    const many = Array.from({ length: REMEMBERED + 5 }, (_, index) => String(index)).reduce(
      (before, amount) => recordChange(before, { amount }, true),
      start,
    )
    expect(many.past).toHaveLength(REMEMBERED)
    expect(many.past.at(-1)).toEqual({ weight: '5', amount: String(REMEMBERED + 3) })
  })
})
