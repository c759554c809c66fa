import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { satisfiesBrDe18 } from '../../testing/naiveBrDe18.js'
import { parseSkonto } from '../index.js'

const line = '#SKONTO#TAGE=14#PROZENT=2.25#\n'
const fourteen = { withinDays: 14, percent: '2.25' }

describe('parseSkonto', () => {
  it('KoSIT: the valid example', () => {
    expect(parseSkonto('#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=-5.53#\nTest')).toStrictEqual({
      discounts: [
        { withinDays: 7, percent: '2' },
        { withinDays: 14, percent: '1', base: '-5.53' },
      ],
      text: 'Test',
    })
  })

  it("KoSIT's tests: space around the lines is allowed, and text between them", () => {
    const text = '   testentry\n   #SKONTO#TAGE=7#PROZENT=2.00#\n   testentry\n\t#SKONTO#TAGE=30#PROZENT=0.00#     \r\n   testentry\n'
    expect(parseSkonto(text)).toStrictEqual({
      discounts: [
        { withinDays: 7, percent: '2' },
        { withinDays: 30, percent: '0' },
      ],
      text: '   testentry\n   testentry\n   testentry\n',
    })
  })

  it.each([
    ['', [], ''],
    ['\n', [], '\n'],
    ['60 Tage netto', [], '60 Tage netto'],
    ['Nr. #1# 2', [], 'Nr. #1# 2'],
    [line, [fourteen], ''],
    [`${line}\n`, [fourteen], '\n'],
    [`a\n${line}b`, [fourteen], 'a\nb'],
    [`a\r\n${line}b\r`, [fourteen], 'a\r\nb\r'],
    [line.replace('\n', '\r\n'), [fourteen], ''],
    [line.replace('\n', '\rb'), [fourteen], 'b'],
    [`${line}a #1# b\n#SKONTO#TAGE=14#PROZENT=2.25#\n`, [fourteen, fourteen], 'a #1# b\n'],
    ['#SKONTO#TAGE=007#PROZENT=0100.00#BASISBETRAG=-00.00#\n', [{ withinDays: 7, percent: '100', base: '0' }], ''],
    ['#SKONTO#TAGE=0#PROZENT=0.10#BASISBETRAG=357.90#\n', [{ withinDays: 0, percent: '0.1', base: '357.9' }], ''],
  ])('reads %o', (text, discounts, rest) => expect(parseSkonto(text)).toStrictEqual({ discounts, text: rest }))

  it.each([
    ['#SKONTO#TAGE=14#PROZENT=2.000#\n', '"PROZENT=2.000"'],
    ['#SKONTO#TAGE=14#PROZENT=2,53#\n', '"PROZENT=2,53"'],
    ['#SKONTO#TAGE=14#PROZENT=2#\n', '"PROZENT=2"'],
    ['#SKONTO#TAGE=14#PROZENT=-2.00#\n', '"PROZENT=-2.00"'],
    ['#SKONTO#TAGE=14#PROZENT=２.００#\n', '"PROZENT=２.００"'],
    ['#SKONTO#Tage=14#PROZENT=2.25#\n', '"Tage=14"'],
    ['#SKONTO#TAGE = 14#PROZENT=2.25#\n', '"TAGE = 14"'],
    ['#SKONTO#TAGE=14.5#PROZENT=2.25#\n', '"TAGE=14.5"'],
    ['#SKONTO #TAGE=14#PROZENT=2.25#\n', '"SKONTO "'],
    ['#skonto#TAGE=14#PROZENT=2.25#\n', '"skonto"'],
    ['#VERZUG#TAGE=30#PROZENT=0.00#\n', '"VERZUG"'],
    ['#VERZUG#\n', '"VERZUG"'],
    ['#SKONTO#PROZENT=2.25#TAGE=14#\n', '"PROZENT=2.25"'],
    ['#SKONTO#TAGE=14#PROZENT=2.25#Test\n', '"Test"'],
    ['#SKONTO#TAGE=14#PROZENT=2.25# Test\n', '" Test"'],
    [`${line.trim()}SKONTO#TAGE=28#PROZENT=1.00#\n`, '"SKONTO"'],
    ['#SKONTO#TAGE=14#PROZENT=2.25\n', '"#SKONTO#TAGE=14#PROZENT=2.25"'],
    ['#SKONTO#TAGE=14#\n', '"#SKONTO#TAGE=14#"'],
    ['#\n', '"#"'],
    ['##SKONTO#TAGE=14#PROZENT=2.25#\n', '"##SKONTO#TAGE=14#PROZENT=2.25#"'],
    ['# Test', '" Test"'],
    ['#VERZUG#SKONTO#TAGE=14#PROZENT=2.25#\n', '"VERZUG"'],
  ])('KoSIT: %o is no discount', (text, quoted) => {
    expect(satisfiesBrDe18(text)).toBe(false)
    expect(issuesOf(() => parseSkonto(text))).toEqual([['unreadable', ['text', 0]]])
    expect(() => parseSkonto(text)).toThrow(`text[0] must be written like "#SKONTO#TAGE=14#PROZENT=2.25#"; ${quoted} cannot be read`)
  })

  it.each(['BASISBETRAG=5.5', 'BASISBETRAG=5,53', 'BASISBETRAG=+5.53', 'BASISBEITRAG=5.53'])('KoSIT: %s is no base', (base) => {
    const text = `Test\n#SKONTO#TAGE=14#PROZENT=2.25#${base}#\n`
    expect(satisfiesBrDe18(text)).toBe(false)
    expect(issuesOf(() => parseSkonto(text))).toEqual([['unreadable', ['text', 1]]])
    expect(() => parseSkonto(text)).toThrow(`like "#SKONTO#TAGE=14#PROZENT=2.25#BASISBETRAG=-5.53#"; "${base}" cannot be read`)
  })

  it.each([
    ['#SKONTO#TAGE=14#PROZENT=2.25#', 0],
    ['#SKONTO#TAGE=14#PROZENT=2.25# \t', 0],
    [`${line}#SKONTO#TAGE=28#PROZENT=1.00#`, 1],
    [`${line}a\nNr. #1#`, 2],
    [`Nr. #1#\n${line}\r\nNr. #1# 2\nb`, 3],
  ])('KoSIT: %o has no line break after the last #', (text, index) => {
    expect(satisfiesBrDe18(text)).toBe(false)
    expect(issuesOf(() => parseSkonto(text))).toEqual([['no-line-break', ['text', index]]])
  })

  it('names every line that is wrong', () => {
    const text = `Test\n#VERZUG#\n${line}#skonto#\r#SKONTO#TAGE=99999999999999999999#PROZENT=1.00#\nNr. #1#`
    expect(issuesOf(() => parseSkonto(text))).toEqual([
      ['unreadable', ['text', 1]],
      ['unreadable', ['text', 3]],
      ['too-large', ['text', 4]],
      ['no-line-break', ['text', 5]],
    ])
    const digits = '9'.repeat(1001)
    expect(issuesOf(() => parseSkonto(`#SKONTO#TAGE=1#PROZENT=${digits}.00#BASISBETRAG=-${digits}.00#\n`))).toEqual([
      ['too-many-digits', ['text', 0]],
      ['too-many-digits', ['text', 0]],
    ])
  })

  it.each([null, 5, ['#'], { text: '' }])('takes no %o for a text', (text) => {
    expect(issuesOf(() => parseSkonto(text as never))).toEqual([['wrong-type', ['text']]])
  })

  it('names a missing text', () => expect(issuesOf(() => parseSkonto(undefined as never))).toEqual([['missing', ['text']]]))

  it('takes what BR-DE-18 takes, and refuses what it refuses', () => {
    const words = [
      '\n',
      '\r\n',
      '\r',
      ' ',
      '\t',
      '\u3000',
      'a',
      '#',
      '##',
      '#1#',
      'SKONTO',
      '#SKONTO#TAGE=1#PROZENT=1.00#',
      line,
      '#SKONTO',
      '#TAGE=2',
      '#PROZENT=3.00',
      '#BASISBETRAG=-1.00',
      '.0',
    ]
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 10 }), (some) => {
        const text = some.join('')
        if (satisfiesBrDe18(text)) {
          taken++
          const { discounts, text: rest } = parseSkonto(text)
          expect(discounts).toHaveLength(text.split('#SKONTO#TAGE=').length - rest.split('#SKONTO#TAGE=').length)
          expect(satisfiesBrDe18(rest)).toBe(true)
        } else {
          refused++
          expect(() => parseSkonto(text)).toThrow(/^text\[/)
        }
      }),
      { numRuns: 5000 },
    )
    expect(Math.min(taken, refused)).toBeGreaterThan(1000)
  })

  it.each([
    ['line breaks', '\n'.repeat(200_000)],
    ['carriage returns', '\r'.repeat(200_000)],
    ['marks', '#'.repeat(1_000_000)],
    ['spaces', `${' '.repeat(1_000_000)}#`],
    ['spaces within a discount', `#SKONTO#TAGE=1${' '.repeat(1_000_000)}#`],
    ['spaces behind a discount', `#SKONTO#TAGE=1#PROZENT=1.00#${' '.repeat(1_000_000)}x`],
    ['letters', `${'x'.repeat(1_000_000)}#1#`],
    ['digits', `#SKONTO#TAGE=${'9'.repeat(1_000_000)}#`],
    ['discounts', '#SKONTO#TAGE=1#PROZENT=1.00#\n'.repeat(20_000)],
  ])('refuses a mass of %s before a mark, in linear time', (_, text) => expect(() => parseSkonto(`${text}\n#`)).toThrow(/^text/))
})
