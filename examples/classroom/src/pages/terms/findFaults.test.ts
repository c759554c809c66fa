import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findFaults } from './findFaults.js'

/** The notation with its faulty stretches in brackets. */
const marked = (notation: string): string | undefined => {
  const found = findFaults(notation)
  return found?.stretches.map(({ text, isFaulty }) => (isFaulty ? `[${text}]` : text)).join('')
}

describe('findFaults', () => {
  it.each([
    ['2/10, foo, N/30', '2/10, [foo], N/30'],
    ['N/30, 30', 'N/30, [30]'],
    ['N 30, 30', 'N 30, [30]'],
    ['foo 2/10 bar; N/30', '[foo] 2/10 [bar]; N/30'],
    ['foo, 2/40, 3/50, N/30', '[foo], 2/40, 3/50, N/30'],
    ['2/10 EOM, N/30', '2/10 [EOM], N/30'],
    ['2/10，foo、N/30', '2/10，[foo]、N/30'],
    ['2//10, N/30', '[2//10], N/30'],
  ])('marks what the package cannot read: %s', (notation, expected) => expect(marked(notation)).toBe(expected))

  it.each([
    ['2/31, N/30', '[2/31], N/30', ['withinDays']],
    ['0/10, N/30', '[0/10], N/30', ['percent']],
    ['2/20, 1/15, N/30', '[2/20], [1/15], N/30', ['percent']],
    ['2 / 31, N / 30', '[2 / 31], N / 30', ['withinDays']],
    ['N/30, N/60', '[N/30], [N/60]', ['netDays']],
    ['30 days, 2/10, net 30', '[30 days], 2/10, [net 30]', ['netDays']],
  ])('marks what contradicts something else: %s', (notation, expected, members) => {
    expect(marked(notation)).toBe(expected)
    expect(findFaults(notation)).toMatchObject({ isIncomplete: false, members })
  })

  it('says where something is missing', () => {
    expect(findFaults('2/10, 1/20')).toEqual({ stretches: [{ text: '2/10, 1/20', isFaulty: false }], isIncomplete: true, members: ['netDays'] })
  })

  it('marks all of it where no piece alone is at fault', () => {
    expect(marked('N/99999999999999999999')).toBe('[N/99999999999999999999]')
  })

  it.each(['2/15, 1/20, N/30', '', '  ', `${'x '.repeat(200)}`])('finds nothing in %o', (notation) => expect(findFaults(notation)).toBeUndefined())

  it('keeps every character of what is typed', () => {
    const notations = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc
        .array(fc.constantFrom('2', '/', '10', ' ', ',', 'N/', '30', 'EOM', '、', 'foo', '％', '\u3000'), { maxLength: 40 })
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(notations, (notation) => {
        const found = findFaults(notation)
        if (found !== undefined) expect(found.stretches.map(({ text }) => text).join('')).toBe(notation)
      }),
    )
  })
})
