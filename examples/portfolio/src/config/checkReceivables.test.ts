import { describe, expect, it } from 'vitest'
import { ownConfig } from '../../testing/trial.js'
import { checkConfig } from './checkConfig.js'

/** The codes and paths of what is wrong with the example's own config once values in its receivables are replaced, or taken out by `undefined`. */
function issuesWith(...changes: readonly (readonly [path: readonly (string | number)[], value: unknown])[]): unknown {
  const config = structuredClone(ownConfig())
  for (const [path, value] of changes) {
    const place = path.slice(0, -1).reduce<unknown>((outer, key) => (outer as Record<string | number, unknown>)[key], config.receivables)
    Object.assign(place as object, { [path.at(-1) as string]: value })
  }
  return checkConfig(JSON.parse(JSON.stringify(config))).map(({ code, path }) => [code, path.slice(1)])
}

describe('a config', () => {
  const { columns, ratings, scorecard, tiers, rfm, lifetime, receivables, ...head } = ownConfig()

  it('may have what orders need, what invoices need, or both', () => {
    const orders = { ...head, columns, ratings, scorecard }
    for (const config of [orders, { ...orders, tiers }, { ...orders, rfm }, { ...orders, lifetime }, { ...head, receivables }, ownConfig()])
      expect(checkConfig(config)).toEqual([])
  })

  it('has at least one of them, and not half of one', () => {
    expect(checkConfig(head).map(({ code, path }) => [code, path])).toEqual([['nothing-to-report', []]])
    expect(checkConfig({ ...head, columns, receivables }).map(({ code, path }) => [code, path])).toEqual([
      ['missing', ['ratings']],
      ['missing', ['scorecard']],
    ])
    for (const part of [{ tiers }, { rfm }, { lifetime }, { tiers, averageMonths: 3 }]) {
      expect(checkConfig({ ...head, ...part, receivables }).map(({ code, path }) => [code, path])).toEqual([
        ['missing', ['columns']],
        ['missing', ['ratings']],
        ['missing', ['scorecard']],
      ])
    }
  })
})

describe('receivables', () => {
  it.each([
    [['columns'], [], 'wrong-type', ['columns']],
    [['columns', 'due'], undefined, 'missing', ['columns', 'due']],
    [['columns', 'due'], 'invoice_date', 'duplicate', ['columns', 'due']],
    [['columns', 'paid'], 'amount', 'duplicate', ['columns', 'paid']],
    [['columns', 'settled'], '', 'empty', ['columns', 'settled']],
    [['columns', 'settled'], undefined, 'missing', ['columns', 'settled']],
    [['columns', 'level'], undefined, 'missing', ['columns', 'level']],
    [['columns', 'levelSentOn'], undefined, 'missing', ['columns', 'levelSentOn']],
    [['columns', 'term'], 'x', 'unknown-key', ['columns', 'term']],
    [['dates'], 'YYYY/MM/DD', 'not-allowed', ['dates']],
    [['disputed'], ['yes'], 'wrong-type', ['disputed']],
    [['disputed', 'yes'], [], 'empty', ['disputed', 'yes']],
    [['disputed', 'yes'], ['yes', 1], 'wrong-type', ['disputed', 'yes', 1]],
    [['disputed', 'no'], ['no', 'yes'], 'word-repeated', ['disputed', 'no', 1]],
    [['disputed', 'no'], undefined, 'missing', ['disputed', 'no']],
    [['disputed'], undefined, 'dispute-half-told', ['disputed']],
    [['columns', 'disputed'], undefined, 'dispute-half-told', ['columns', 'disputed']],
    [['asOf'], '2026-02-29', 'not-a-calendar-date', ['asOf']],
    [['currency'], 'XAU', 'unknown-currency', ['currency']],
    [['salesDays'], 0, 'too-small', ['salesDays']],
    [['salesDays'], 1_000_000, 'too-large', ['salesDays']],
    [['salesDays'], '90', 'not-an-integer', ['salesDays']],
    [['history'], [], 'unknown-key', ['history']],
    [['ageing'], undefined, 'missing', ['ageing']],
    [['ageing', 'buckets', 1, 'upToDays'], 30, 'not-above', ['ageing', 'buckets', 1, 'upToDays']],
    [['dunning', 'levels', 1, 'afterDays'], 5, 'not-above', ['dunning', 'levels', 1, 'afterDays']],
    [['dunning', 'interest', 'steps', 0, 'percent'], -1, 'too-small', ['dunning', 'interest', 'steps', 0, 'percent']],
    [['provisions', 'rates', 0, 'percent'], '101', 'too-large', ['provisions', 'rates', 0, 'percent']],
  ])('with %j = %j are refused', (place, value, code, path) => {
    expect(issuesWith([place, value])).toEqual([[code, path]])
  })

  it('whose parts do not fit together are refused', () => {
    expect(issuesWith([['provisions', 'rates', 4, 'bucket'], 'older'])).toEqual([
      ['incomplete', ['provisions', 'rates']],
      ['not-allowed', ['provisions', 'rates', 4, 'bucket']],
    ])
    expect(issuesWith([['currency'], 'JPY'], [['dunning', 'minimumAmount'], '0.5'])).toEqual([
      ['too-many-decimal-places', ['dunning', 'minimumAmount']],
    ])
  })

  it('whose invoices say their currencies are not tried in the config’s', () => {
    const inYen = [
      [['currency'], 'JPY'],
      [['dunning', 'minimumAmount'], '0.5'],
      [['columns', 'currency'], 'currency'],
    ] as const
    expect(issuesWith(...inYen)).toEqual([])
    expect(issuesWith(...inYen, [['provisions', 'rates', 4, 'bucket'], 'older'])).toEqual([
      ['incomplete', ['provisions', 'rates']],
      ['not-allowed', ['provisions', 'rates', 4, 'bucket']],
    ])
  })

  it('have a period of their own only where one is given', () => {
    expect(issuesWith([['asOf'], '0001-01-01'])).toEqual([])
    expect(issuesWith([['asOf'], '0001-01-01'], [['salesDays'], 90])).toEqual([['too-large', ['salesDays']]])
  })

  it('are told which word they repeat', () => {
    const config = ownConfig()
    const receivables = { ...config.receivables, disputed: { yes: [''], no: ['no', ''] } }
    expect(checkConfig({ ...config, receivables }).map(({ message }) => message)).toEqual(['must be another word: "" stands there already'])
  })

  it('may leave out all that is optional', () => {
    const left = ['dunning', 'provisions', 'disputed', 'salesDays', 'asOf', 'currency', 'dates'].map((key) => [[key], undefined] as const)
    const columns = ['settled', 'paid', 'disputed', 'level', 'levelSentOn'].map((key) => [['columns', key], undefined] as const)
    expect(issuesWith(...left, ...columns)).toEqual([])
  })
})
