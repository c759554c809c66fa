import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { satisfiesBrDe18 } from '../../testing/naiveBrDe18.js'
import { type CreditTerms, parseSkonto, parseTerms, type SkontoOptions, toSkonto } from '../index.js'

const terms = parseTerms('2.25/14, 1/28, N/60')
const netOfTax: CreditTerms = { ...terms, discountBase: 'net-of-tax' }
const line = '#SKONTO#TAGE=14#PROZENT=2.25#\n'
const lines = `${line}#SKONTO#TAGE=28#PROZENT=1.00#\n`

describe('toSkonto', () => {
  it('KoSIT: #SKONTO#TAGE=14#PROZENT=2.25# and a line break, one a line', () => {
    expect(toSkonto(parseTerms('2.25/14, N/30'))).toBe(line)
    expect(toSkonto(terms)).toBe(lines)
    expect(toSkonto(terms, {})).toBe(lines)
    expect(toSkonto(terms, { text: undefined, base: undefined })).toBe(lines)
    expect(toSkonto(terms, { text: '' })).toBe(lines)
  })

  it('KoSIT: the text for people stands on lines of its own, the base before the last #', () => {
    const skonto = toSkonto(parseTerms('2/7, 1/14, N/30'), { text: 'Test', base: '-5.53' })
    expect(skonto).toBe('#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=-5.53#\n#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=-5.53#\nTest')
  })

  it.each([
    ['0.5/0, N/0', {}, '#SKONTO#TAGE=0#PROZENT=0.50#\n'],
    ['99.99/1, N/1', { base: 1000 }, '#SKONTO#TAGE=1#PROZENT=99.99#BASISBETRAG=1000.00#\n'],
    ['10/1, N/1', { base: '0.5' }, '#SKONTO#TAGE=1#PROZENT=10.00#BASISBETRAG=0.50#\n'],
    ['10/1, N/1', { base: '-0' }, '#SKONTO#TAGE=1#PROZENT=10.00#BASISBETRAG=0.00#\n'],
    ['10/1, N/1', { base: '123456789012345678901.2' }, '#SKONTO#TAGE=1#PROZENT=10.00#BASISBETRAG=123456789012345678901.20#\n'],
    ['N/30', {}, ''],
    ['N/30', { text: '30 Tage' }, '30 Tage'],
    ['N/30', { text: 'Nr. #1#2', base: 5 }, 'Nr. #1#2'],
    ['N/30 EOM', {}, ''],
  ])('%s with %o', (text, options, skonto) => expect(toSkonto(parseTerms(text), options)).toBe(skonto))

  it('states the base of discounts that are taken off the amount without tax', () => {
    expect(toSkonto(netOfTax, { base: 100 })).toBe(
      '#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=100.00#\n#SKONTO#TAGE=28#PROZENT=1.00#BASISBETRAG=100.00#\n',
    )
    expect(issuesOf(() => toSkonto(netOfTax))).toEqual([['missing', ['options', 'base']]])
    expect(toSkonto({ ...netOfTax, discounts: [] })).toBe('')
  })

  it.each([
    ['#', '"#"'],
    ['Test\n#VERZUG#', '"#VERZUG#"'],
    ['a\r #b', '" #b"'],
    ['a\r\n\t#b', '"\\t#b"'],
    [line, '"#SKONTO#TAGE=14#PROZENT=2.25#\\n"'],
  ])('refuses the text %o: a line begins with #', (text, quoted) => {
    expect(issuesOf(() => toSkonto(terms, { text }))).toEqual([['reserved-start', ['options', 'text']]])
    expect(() => toSkonto(terms, { text })).toThrow(`options.text must not have a line that begins with "#", such as ${quoted}`)
    expect(issuesOf(() => toSkonto(parseTerms('N/30'), { text }))).toEqual([['reserved-start', ['options', 'text']]])
  })

  it.each(['Nr. #1# 2', 'Nr. #1#', 'a #1#\nb #2# c\nd', 'a #1# \t'])(
    'refuses the text %o below discounts: something follows its last #…#',
    (text) => {
      expect(satisfiesBrDe18(line + text)).toBe(false)
      expect(issuesOf(() => toSkonto(terms, { text }))).toEqual([['no-line-break', ['options', 'text']]])
    },
  )

  it.each(['Nr. #1', 'a ## b', 'a #1# b\nc #2#\nd', 'a #1# \t\r\n', '　#全角空格不是空白'])('takes the text %o', (text) => {
    expect(satisfiesBrDe18(line + text)).toBe(true)
    expect(parseSkonto(toSkonto(terms, { text })).text).toBe(text)
  })

  it('names percents of more than two decimal places', () => {
    expect(issuesOf(() => toSkonto(parseTerms('2.255/14, 2.250/20, 1.001/28, N/60')))).toEqual([
      ['too-many-decimal-places', ['terms', 'discounts', 0, 'percent']],
      ['too-many-decimal-places', ['terms', 'discounts', 2, 'percent']],
    ])
  })

  it.each(['end-of-month', 'delivery-date'] as const)('names a start that is not the date of the invoice: %s', (start) => {
    expect(issuesOf(() => toSkonto({ ...terms, start }))).toEqual([['not-allowed', ['terms', 'start']]])
    expect(toSkonto({ ...terms, start: 'invoice-date' })).toBe(lines)
  })

  it.each([
    [{ base: 'abc' }, [['not-a-decimal', ['options', 'base']]]],
    [{ base: 1.234 }, [['too-many-decimal-places', ['options', 'base']]]],
    [{ base: null }, [['not-a-decimal', ['options', 'base']]]],
    [{ base: Number.NaN }, [['not-a-decimal', ['options', 'base']]]],
    [{ text: 5 }, [['wrong-type', ['options', 'text']]]],
    [{ text: null }, [['wrong-type', ['options', 'text']]]],
    [{ note: 'x' }, [['unknown-key', ['options', 'note']]]],
    [null, [['wrong-type', ['options']]]],
  ])('names the wrong options %o', (options, issues) => {
    expect(issuesOf(() => toSkonto(terms, options as SkontoOptions))).toEqual(issues)
  })

  it('names everything at once', () => {
    const wrong = { ...netOfTax, start: 'end-of-month' as const, discounts: [{ withinDays: 1, percent: '0.005' }] }
    expect(issuesOf(() => toSkonto(wrong, { text: '#' }))).toEqual([
      ['reserved-start', ['options', 'text']],
      ['missing', ['options', 'base']],
      ['too-many-decimal-places', ['terms', 'discounts', 0, 'percent']],
      ['not-allowed', ['terms', 'start']],
    ])
    expect(issuesOf(() => toSkonto({ ...terms, netDays: 1 }, { base: '1e-3', more: 1 } as never))).toEqual([
      ['too-large', ['terms', 'discounts', 0, 'withinDays']],
      ['too-large', ['terms', 'discounts', 1, 'withinDays']],
      ['unknown-key', ['options', 'more']],
      ['too-many-decimal-places', ['options', 'base']],
    ])
  })
})

describe('parseSkonto ∘ toSkonto', () => {
  const hundredths = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 4, maxLength: 4 }).map((list) => list.sort((a, b) => b - a))
  const someTerms = fc.tuple(fc.uniqueArray(fc.nat(400), { maxLength: 4 }), hundredths).map(([days, percents]): CreditTerms => {
    const discounts = days.sort((a, b) => a - b).map((withinDays, index) => ({ withinDays, percent: String((percents[index] as number) / 100) }))
    return { kind: 'credit-terms', id: 'some', version: 1, discounts, netDays: 400 }
  })
  const words = fc.constantFrom('\n', '\r\n', '\r', ' ', '\t', 'a', '#', '现金折扣', '\u3000', '\u2028', '\u00a0', '#1#', 'SKONTO', '😀', '\ud800')
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 12 }).map((some) => some.join('')),
  )
  const bases = fc.option(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
    { nil: undefined },
  )

  it('gives the discounts, the base and the text back, and satisfies BR-DE-18; what it refuses would not', () => {
    let [given, refused] = [0, 0]
    fc.assert(
      fc.property(someTerms, texts, bases, (some, text, base) => {
        const options = deepFreeze({ text, base })
        const stated = some.discounts
          .map(({ withinDays }, index) => `#SKONTO#TAGE=${withinDays}#PROZENT=${Number(some.discounts[index]?.percent).toFixed(2)}#\n`)
          .join('')
        const isTextFree = !/(^|[\r\n])[ \t]*#/.test(text)
        if (!isTextFree || !satisfiesBrDe18(stated + text)) {
          refused++
          expect(() => toSkonto(deepFreeze(some), options)).toThrow(/^options.text/)
          return
        }
        given++
        const skonto = toSkonto(deepFreeze(some), options)
        expect(satisfiesBrDe18(skonto)).toBe(true)
        const own = base === undefined ? {} : { base: String(base + 0) }
        expect(parseSkonto(skonto)).toStrictEqual({ discounts: some.discounts.map((discount) => ({ ...discount, ...own })), text })
      }),
      { numRuns: 2000 },
    )
    expect(given).toBeGreaterThan(1000)
    expect(refused).toBeGreaterThan(50)
  })
})
