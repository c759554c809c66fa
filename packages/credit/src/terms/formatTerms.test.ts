import { isInputError } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditTerms, formatTerms, parseTerms } from '../index.js'

const usual: CreditTerms = { kind: 'credit-terms', id: 'usual', version: 1, discounts: [{ withinDays: 15, percent: 2 }], netDays: 30 }

/** Percents in millionths of a percent, as canonical decimals. */
const percentText = (millionths: number): string => {
  const text = String(millionths).padStart(7, '0')
  const [whole, fraction] = [text.slice(0, -6), text.slice(-6).replace(/0+$/, '')]
  return fraction === '' ? whole : `${whole}.${fraction}`
}
const ascending = fc.uniqueArray(fc.oneof(fc.nat(90), fc.nat(Number.MAX_SAFE_INTEGER)), { maxLength: 5 }).map((days) => days.sort((a, b) => a - b))
const falling = fc
  .uniqueArray(
    fc.oneof(
      fc.integer({ min: 1, max: 5 }).map((n) => n * 1_000_000),
      fc.integer({ min: 1, max: 99_999_999 }),
    ),
    { minLength: 5, maxLength: 5 },
  )
  .map((percents) => percents.sort((a, b) => b - a).map(percentText))

/** All that the notation can say. */
const sayable: fc.Arbitrary<CreditTerms> = fc
  .record({ days: ascending, percents: falling, more: fc.nat(60), start: fc.constantFrom(undefined, 'end-of-month', 'delivery-date') })
  .map(({ days, percents, more, start }) => ({
    kind: 'credit-terms',
    id: 'some',
    version: '7',
    discounts: days.map((withinDays, index) => ({ withinDays, percent: percents[index] as string })),
    netDays: Math.min((days.at(-1) ?? 0) + more, Number.MAX_SAFE_INTEGER),
    ...(start === undefined ? {} : { start: start as 'end-of-month' }),
  }))

/** The same terms in all manners of writing. */
const spelled = fc.tuple(sayable, fc.infiniteStream(fc.nat(1000))).map(([terms, stream]) => {
  const pick = <Choice>(...choices: readonly Choice[]): Choice => choices[stream.next().value % choices.length] as Choice
  const wide = (text: string): string =>
    text.replace(/[!-~]/g, (letter) => (pick(0, 1, 2) === 0 ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter))
  const suffix = { 'end-of-month': 'EOM', 'delivery-date': 'ROG', 'invoice-date': '' }[terms.start ?? 'invoice-date']
  const everywhere = pick(true, false)
  const parts = terms.discounts.map(
    ({ percent, withinDays }) => `${percent}${pick('', '%', ' %')}${pick('/', ' / ')}${withinDays}${pick('', ' days', '天')}`,
  )
  const net = `${pick('N/', 'n/', 'net ', 'NET', 'n / ')}${terms.netDays}`
  const days = `${terms.netDays}${pick('天', ' 日', ' days')}`
  parts.splice(pick(0, 1, 2, 3, 4, 5), 0, pick(net, days))
  if (pick(true, false)) parts.reverse()
  const marked = parts.map((part, index) =>
    suffix !== '' && (everywhere || index === parts.length - 1) ? `${part} ${pick(suffix, suffix.toLowerCase())}` : part,
  )
  return { terms, text: wide(marked.map((part) => part + pick(', ', ' ', ';', '、', '，', '； ', '\n')).join('')) }
})

/** The terms of a text, or undefined where it is refused. */
const readOrRefuse = (text: string): CreditTerms | undefined => {
  try {
    return parseTerms(text)
  } catch (error) {
    if (isInputError(error)) return undefined
    throw error
  }
}

describe('formatTerms', () => {
  it('textbook S1: 2/15, 1/20, N/30', () => {
    const discounts = [
      { withinDays: 15, percent: '2.0' },
      { withinDays: 20, percent: 1 },
    ]
    expect(formatTerms({ ...usual, discounts })).toBe('2/15, 1/20, N/30')
  })

  it.each([
    [{}, '2/15, N/30'],
    [{ discounts: [] }, 'N/30'],
    [{ discounts: [], netDays: -0 }, 'N/0'],
    [{ start: 'invoice-date' }, '2/15, N/30'],
    [{ start: 'end-of-month' }, '2/15, N/30 EOM'],
    [{ start: 'delivery-date' }, '2/15, N/30 ROG'],
    [{ discounts: [{ withinDays: 1, percent: '0.000000000000000000001' }] }, '0.000000000000000000001/1, N/30'],
    [{ partialPayments: 'pro-rata', discountBase: 'net-of-tax', rounding: 'down', cashStep: '0.05', title: 'x' }, '2/15, N/30'],
  ] as const)('%o is written %o', (change, text) => expect(formatTerms({ ...usual, ...change })).toBe(text))

  it('names what is wrong with the terms', () => {
    expect(issuesOf(() => formatTerms({ ...usual, netDays: 10 }))).toEqual([['too-large', ['terms', 'discounts', 0, 'withinDays']]])
    expect(issuesOf(() => formatTerms('N/30' as never))).toEqual([['wrong-type', ['terms']]])
  })
})

describe('the notation', () => {
  it('parse ∘ format is the identity on all it can say', () => {
    fc.assert(
      fc.property(sayable, (terms) => {
        expect(parseTerms(formatTerms(terms), { id: 'some', version: '7' })).toStrictEqual(terms)
      }),
    )
  })

  it('format ∘ parse is the identity on what format writes, and gives the id', () => {
    fc.assert(
      fc.property(sayable, (terms) => {
        const text = formatTerms(terms)
        const parsed = parseTerms(text)
        expect(formatTerms(parsed)).toBe(text)
        expect(parsed.id).toBe(text)
        expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual(parsed)
      }),
    )
  })

  it('is read the same however it is written', () => {
    fc.assert(
      fc.property(spelled, ({ terms, text }) => {
        expect(parseTerms(text, { id: 'some', version: '7' })).toStrictEqual(terms)
      }),
    )
  })

  it('reads or refuses any text, and what it reads it writes the same for good', () => {
    const words = fc.constantFrom(
      '2',
      '10',
      '/',
      '%',
      ' ',
      ',',
      'N',
      'net',
      'EOM',
      'ROG',
      '天',
      '月结',
      '货到',
      '.5',
      '-',
      'x',
      '２',
      '／',
      '　',
      '1/20',
      'N/30',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 12 }).map((some) => some.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const read = readOrRefuse(text)
        if (read === undefined) return
        const written = formatTerms(read)
        expect(parseTerms(written)).toStrictEqual(read)
        expect(formatTerms(parseTerms(written))).toBe(written)
      }),
      { numRuns: 2000 },
    )
  })
})
