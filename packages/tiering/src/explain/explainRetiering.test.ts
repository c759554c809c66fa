import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainRetiering } from '../explain.js'
import { type Retiering, type RetierPolicy, retier, type TierRecord } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { textbookRetiering } from '../templates.js'

const LONG_AGO = '2023-07-01'
const was = (customer: string, tier: string, since = LONG_AGO, belowSince?: string): TierRecord => ({ customer, tier, since, belowSince })
const run = (previous: readonly TierRecord[], values: object, policy = textbookRetiering, asOf = '2024-01-31'): Retiering => {
  const current = Object.entries(values).map(([customer, value]) => ({ customer, value }))
  return deepFreeze(retier({ previous, current }, policy, { asOf, invalid: 'collect' }))
}
const sayAll = (retiering: Retiering, policy = textbookRetiering, locale = en) => explainRetiering(retiering, policy, locale)
/** What is said of the only customer, but for the first sentence where it is not asked for. */
const say = (previous: TierRecord, value: unknown, policy = textbookRetiering, locale = en, asOf?: string): readonly string[] => {
  const [customer] = sayAll(run([previous], value === undefined ? {} : { [previous.customer]: value }, policy, asOf), policy, locale).customers
  return customer?.sentences ?? []
}
const simple: RetierPolicy = {
  kind: 'retier-policy',
  id: 'simple',
  version: 1,
  tiers: [{ id: 'A', promoteFrom: 100, demoteBelow: '80' }, { id: 'B' }],
  up: 'at-review',
  down: 'at-once',
  review: { months: [7, 1] },
}

describe('explainRetiering', () => {
  it('says how many customers move where, and what is to be known about the run', () => {
    const previous = [
      was('a', 'A'),
      was('b', 'B'),
      was('b2', 'B'),
      was('c', 'C'),
      was('e', 'A', LONG_AGO, '2023-09-09'),
      was('g', 'C'),
      was('x', 'D'),
    ]
    const retiering = run(previous, { a: 440000, b: 560000, b2: 560000, c: 100000, e: 5, n: 1, x: 2 })
    expect(sayAll(retiering).sentences).toEqual([
      'As of 2024-01-31, under the policy "Re-tiering twice a year": customers that rise: 2; that fall: 1; that stay: 2; that are held where they are: 1; that are new: 1.',
      'Rising from "B: in between" to "A: few and large": 2.',
      'Falling from "A: few and large" to "B: in between": 1.',
      'New in "C: many and small": 1.',
      'Rows left out because something is wrong with them: 1; rows read: 13.',
      'Customers left out, as their tier up to now could not be read: x.',
      'Customers without a value that could be used, whose tier stays as it is: 1.',
      'Customers without a tier up to now, placed by their value alone: 1.',
    ])
    expect(sayAll(retiering, textbookRetiering, zhCN).sentences).toEqual([
      '截至 2024-01-31，按政策“每半年复评定级”升级的客户：2 家；降级：1 家；不变：2 家；暂缓变动：1 家；新客户：1 家。',
      '由“B 级：居中”升为“A 级：少而大”：2 家。',
      '由“A 级：少而大”降为“B 级：居中”：1 家。',
      '新列入“C 级：多而小”：1 家。',
      '因有错误而未计入的记录：1 条；读入的记录：13 条。',
      '因原等级无法读取而未计入的客户：x。',
      '没有可用的价值数据、等级不变的客户：1 家。',
      '此前没有等级、仅按价值定级的客户：1 家。',
    ])
    expect(sayAll(retiering).customers.map(({ customer }) => customer)).toEqual(['a', 'b', 'b2', 'c', 'e', 'g', 'n'])
  })

  it('says of rises, falls and new ones in this order, of each from the top', () => {
    const policy: RetierPolicy = {
      ...simple,
      tiers: [{ id: 'Z', promoteFrom: 400, demoteBelow: 400 }, { id: 'Y', promoteFrom: 300, demoteBelow: 300 }, { id: 'X' }],
      up: 'at-once',
    }
    const values = { n1: 0, n2: 300, n3: 500, a: 300, b: 500, c: 500, d: 0, e: 300, f: 0, g: 0 }
    const previous = [was('a', 'X'), was('b', 'X'), was('c', 'Y'), was('d', 'Y'), was('e', 'Z'), was('f', 'Z'), was('g', 'Z')]
    expect(sayAll(run(previous, values, policy), policy).sentences.slice(1, 10)).toEqual([
      'Rising from "Y" to "Z": 1.',
      'Rising from "X" to "Z": 1.',
      'Rising from "X" to "Y": 1.',
      'Falling from "Z" to "Y": 1.',
      'Falling from "Z" to "X": 2.',
      'Falling from "Y" to "X": 1.',
      'New in "Z": 1.',
      'New in "Y": 1.',
      'New in "X": 1.',
    ])
  })

  it('says that there is nobody', () => {
    expect(sayAll(run([], {}), textbookRetiering).sentences[1]).toBe('There are no customers.')
    expect(sayAll(run([], {}), textbookRetiering, zhCN)).toEqual({
      sentences: ['截至 2024-01-31，按政策“每半年复评定级”升级的客户：0 家；降级：0 家；不变：0 家；暂缓变动：0 家；新客户：0 家。', '没有客户。'],
      customers: [],
    })
  })

  it('says why a customer rises, and from when on it would fall again', () => {
    expect(say(was('c', 'C'), '600000')).toEqual([
      'Customer c rises from "C: many and small" to "B: in between". Value: 600000.00 CNY.',
      'The value reaches 110000.00 CNY, from which on customers rise to "B: in between".',
      'Tiers that a customer moves at once, at most: 1. The value alone would lead to "A: few and large".',
      'The cut below which it may fall from "B: in between" is 90000.00 CNY; the value is 510000.00 CNY above it.',
    ])
    expect(say(was('c', 'C'), '600000', textbookRetiering, zhCN)).toEqual([
      '客户 c 由“C 级：多而小”升为“B 级：居中”。价值：600000.00 CNY。',
      '价值达到升入等级“B 级：居中”所需的 110000.00 CNY。',
      '一次最多变动的级数：1。仅按价值应为等级“A 级：少而大”。',
      '价值低于 90000.00 CNY 时可能从等级“B 级：居中”降级，目前高出 510000.00 CNY。',
    ])
  })

  it('says why a customer falls, and what it takes to stay there', () => {
    const fallen = was('e', 'A', LONG_AGO, '2023-09-09')
    expect(say(fallen, '5')).toEqual([
      'Customer e falls from "A: few and large" to "B: in between". Value: 5.00 CNY.',
      'The value has been below 450000.00 CNY, the cut of "A: few and large", since 2023-09-09.',
      'Tiers that a customer moves at once, at most: 1. The value alone would lead to "C: many and small".',
      'To rise to "A: few and large", the value must reach 550000.00 CNY; lacking: 549995.00 CNY.',
      'To stay in "B: in between", the value must reach 90000.00 CNY again; lacking: 89995.00 CNY.',
    ])
    expect(say(fallen, '5', textbookRetiering, zhCN)).toEqual([
      '客户 e 由“A 级：少而大”降为“B 级：居中”。价值：5.00 CNY。',
      '自 2023-09-09 起，价值低于等级“A 级：少而大”的降级界限 450000.00 CNY。',
      '一次最多变动的级数：1。仅按价值应为等级“C 级：多而小”。',
      '要升入等级“A 级：少而大”，价值须达到 550000.00 CNY，还差 549995.00 CNY。',
      '要保住等级“B 级：居中”，价值须重新达到 90000.00 CNY，还差 89995.00 CNY。',
    ])
  })

  it('says everything that keeps a customer from falling', () => {
    const young = was('d', 'A', '2024-02-29')
    expect(say(young, '440000.5', textbookRetiering, en, '2024-02-29')).toEqual([
      'Customer d is held in "A: few and large" for now. Value: 440000.50 CNY.',
      'The value has been below 450000.00 CNY, the cut of "A: few and large", since 2024-02-29.',
      'It has been in the tier since 2024-02-29, and nobody falls within 6 months of coming: not before 2024-08-29.',
      'The value has been too low since 2024-02-29, and nobody falls before it has been so for 3 months: not before 2024-05-29.',
      'Such moves wait for a review; the next one is in 2024-07.',
      'It came into the tier on 2024-02-29, and no further move follows on the same day or in the same review.',
      'If the value stays below the cut, the customer may fall from 2025-01-01 on.',
      'To stay in "A: few and large", the value must reach 450000.00 CNY again; lacking: 9999.50 CNY.',
    ])
    expect(say(young, '440000.5', textbookRetiering, zhCN, '2024-02-29')).toEqual([
      '客户 d 暂时仍在等级“A 级：少而大”。价值：440000.50 CNY。',
      '自 2024-02-29 起，价值低于等级“A 级：少而大”的降级界限 450000.00 CNY。',
      '自 2024-02-29 起属于该等级，列入后 6 个月之内不降级：2024-08-29 之前不会降级。',
      '自 2024-02-29 起价值过低，持续满 3 个月才降级：2024-05-29 之前不会降级。',
      '此类变动须待定级复核；下一次复核在 2024-07。',
      '已于 2024-02-29 列入该等级，同一天或同一次复核内不再变动。',
      '若价值一直低于降级界限，自 2025-01-01 起可能降级。',
      '要保住等级“A 级：少而大”，价值须重新达到 450000.00 CNY，还差 9999.50 CNY。',
    ])
  })

  it('says what keeps a customer from rising, and that it moves once at a time', () => {
    expect(say(was('b', 'B'), 100, simple, en, '2024-02-01')).toEqual([
      'Customer b is held in "B" for now. Value: 100.',
      'The value reaches 100, from which on customers rise to "A".',
      'Such moves wait for a review; the next one is in 2024-07.',
    ])
    const today = was('b', 'B', '2024-01-31')
    expect(say(today, 600000)[2]).toBe('It came into the tier on 2024-01-31, and no further move follows on the same day or in the same review.')
  })

  it('says of a customer between the cuts how far each of them is', () => {
    expect(say(was('f', 'B'), 90000)).toEqual([
      'Customer f stays in "B: in between". Value: 90000.00 CNY.',
      'The value asks for no other tier.',
      'To rise to "A: few and large", the value must reach 550000.00 CNY; lacking: 460000.00 CNY.',
      'The cut below which it may fall from "B: in between" is 90000.00 CNY, which the value equals exactly.',
    ])
    expect(say(was('f', 'B'), 90000, textbookRetiering, zhCN)).toEqual([
      '客户 f 仍在等级“B 级：居中”。价值：90000.00 CNY。',
      '按其价值，等级无须变动。',
      '要升入等级“A 级：少而大”，价值须达到 550000.00 CNY，还差 460000.00 CNY。',
      '价值低于 90000.00 CNY 时可能从等级“B 级：居中”降级，目前恰好相等。',
    ])
    const only: RetierPolicy = { ...simple, tiers: [{ id: 'A' }] }
    expect(say(was('f', 'A'), '-1', only)).toEqual(['Customer f stays in "A". Value: −1.', 'There is only one tier.'])
    expect(say(was('f', 'A'), '-1', only, zhCN)[1]).toBe('只有一个等级。')
  })

  it('says of a customer without a value that it stays, or counts as 0', () => {
    const stays = [
      'Customer f stays in "B: in between". Value: not known.',
      'No value could be used, so the tier stays as it is.',
      'To rise to "A: few and large", the value must reach 550000.00 CNY.',
      'The cut below which it may fall from "B: in between" is 90000.00 CNY.',
    ]
    expect(say(was('f', 'B'), undefined)).toEqual(stays)
    expect(say(was('f', 'B'), undefined, textbookRetiering, zhCN)).toEqual([
      '客户 f 仍在等级“B 级：居中”。价值：不明。',
      '没有可用的价值数据，等级不变。',
      '要升入等级“A 级：少而大”，价值须达到 550000.00 CNY。',
      '价值低于 90000.00 CNY 时可能从等级“B 级：居中”降级。',
    ])
    const zero: RetierPolicy = { ...simple, withoutValue: 'zero' }
    expect(say(was('f', 'A'), undefined, zero).slice(0, 2)).toEqual([
      'Customer f falls from "A" to "B". Value: 0.',
      'There is no value, which counts as 0.',
    ])
    expect(say(was('f', 'A'), undefined, zero, zhCN)[1]).toBe('没有价值数据，按 0 计。')
    const zeroRun = run([was('f', 'A')], {}, zero)
    expect(sayAll(zeroRun, zero).sentences.at(-1)).toBe('Customers without a value, which counts as 0: 1.')
    expect(sayAll(zeroRun, zero, zhCN).sentences.at(-1)).toBe('没有价值数据、按 0 计的客户：1 家。')
  })

  it('says of a new customer that its value alone decides, in the currency of the values', () => {
    const { currency: _, ...uncurrencied } = textbookRetiering
    const current = [{ customer: 'n', value: '120000.5', currency: 'EUR' }]
    const retiering = retier({ previous: [], current }, uncurrencied, { asOf: '2024-01-31' })
    expect(explainRetiering(retiering, uncurrencied).customers).toEqual([
      {
        customer: 'n',
        sentences: [
          'Customer n is new and begins in "B: in between". Value: 120000.50 EUR.',
          'There was no tier up to now, and the value reaches 100000.00 EUR, from which on new customers come into "B: in between".',
          'To rise to "A: few and large", the value must reach 550000.00 EUR; lacking: 429999.50 EUR.',
          'The cut below which it may fall from "B: in between" is 90000.00 EUR; the value is 30000.50 EUR above it.',
        ],
      },
    ])
    expect(explainRetiering(retiering, uncurrencied, zhCN).customers[0]?.sentences.slice(0, 2)).toEqual([
      '客户 n 是新客户，列入等级“B 级：居中”。价值：120000.50 EUR。',
      '此前没有等级；价值达到新客户列入等级“B 级：居中”所需的 100000.00 EUR。',
    ])
    const small = retier({ previous: [], current: [{ customer: 'n', value: -5 }] }, simple, { asOf: '2024-01-31' })
    expect(explainRetiering(small, simple).customers[0]?.sentences).toEqual([
      'Customer n is new and begins in "B". Value: −5.',
      'There was no tier up to now, and the value is too low for any but the last one.',
      'To rise to "A", the value must reach 100; lacking: 105.',
    ])
    expect(explainRetiering(small, simple, zhCN).customers[0]?.sentences[1]).toBe('此前没有等级；价值未达到其他等级的界限，列入最低等级。')
  })

  it('explains runs through JSON, of very many customers, and of hostile names', () => {
    const names = ['__proto__', '{value}', '$&', 'constructor']
    const many = Array.from({ length: 5000 }, (_, index) => was(names[index] ?? `C-${index}`, 'B'))
    const retiering = run(many, { a: 1 })
    const said = sayAll(JSON.parse(JSON.stringify(retiering)), JSON.parse(JSON.stringify(textbookRetiering)))
    expect(said).toEqual(sayAll(retiering))
    expect(said.customers).toHaveLength(5001)
    for (const name of names) {
      expect(said.customers.find(({ customer }) => customer === name)?.sentences[0]).toBe(
        `Customer ${name} stays in "B: in between". Value: not known.`,
      )
    }
  })

  it('explains any run of any policy, in whole sentences', () => {
    const ids = ['A', 'B', 'C']
    const days = fc.constantFrom('2023-01-31', '2023-08-31', '2024-01-31', '2024-02-29')
    const records = ids.map((customer) =>
      fc.option(fc.record({ customer: fc.constant(customer), tier: fc.constantFrom(...ids), since: days, belowSince: fc.option(days) }), {
        nil: undefined,
      }),
    )
    const values = [...ids, 'new'].map((customer) =>
      fc.option(
        fc.integer({ min: -10, max: 130 }).map((value) => ({ customer, value })),
        { nil: undefined },
      ),
    )
    const policies = fc.record({
      ...{
        kind: fc.constant('retier-policy' as const),
        id: fc.constant('any'),
        version: fc.constant(1),
        currency: fc.constantFrom(undefined, 'EUR', 'JPY'),
      },
      tiers: fc.constant([
        { id: 'A', promoteFrom: '100.50', from: 90, demoteBelow: 80 },
        { id: 'B', promoteFrom: 5e1, demoteBelow: '50' },
        { id: 'C' },
      ]),
      ...{ minimumStay: fc.constantFrom(undefined, 'P6M', 'P0D', 'P9999Y'), grace: fc.constantFrom(undefined, 'P1M', 'P9999Y') },
      ...{ up: fc.constantFrom('at-once' as const, 'at-review' as const), down: fc.constantFrom('at-once' as const, 'at-review' as const) },
      ...{
        review: fc.constant({ months: [8, 1] }),
        maximumSteps: fc.constantFrom(undefined, 1, 2),
        withoutValue: fc.constantFrom('hold' as const, 'zero' as const),
      },
    })
    const there = <Value>(list: readonly (Value | undefined)[]): Value[] => list.filter((one) => one !== undefined)
    const seen = new Set<string>()
    fc.assert(
      fc.property(
        fc.tuple(...records),
        fc.tuple(...values),
        policies,
        fc.constantFrom('2024-02-29', '2024-08-01', '9999-12-31'),
        (was, now, policy, asOf) => {
          const retiering = retier({ previous: there(was), current: there(now) }, policy, { asOf })
          for (const locale of [en, zhCN]) {
            const { sentences, customers } = explainRetiering(retiering, policy, locale)
            expect(customers.map(({ customer }) => customer)).toEqual(retiering.moves.map(({ customer }) => customer))
            for (const sentence of [...sentences, ...customers.flatMap((one) => one.sentences)]) {
              expect(sentence).toMatch(locale === en ? /^[A-Z].*\.$/ : /。$/)
              expect(sentence).not.toMatch(/[{]\w+[}]|undefined|null|NaN/)
            }
          }
          for (const { type, reasons } of retiering.moves) for (const { code } of reasons) seen.add(type).add(code)
        },
      ),
      { numRuns: 300 },
    )
    expect(seen.size).toBe(5 + 10)
  })

  it('refuses what is no run, or is of another policy', () => {
    const retiering = run([was('a', 'A'), was('b', 'B'), was('c', 'C', LONG_AGO)], { a: 440000, b: 560000, c: 1, n: 1 })
    const refuse = (changed: object, policy: unknown = textbookRetiering) =>
      issuesOf(() => explainRetiering({ ...retiering, ...changed }, policy as never))
    const refuseMove = (index: number, changed: object) =>
      refuse({ moves: retiering.moves.map((move, place) => (place === index ? { ...move, ...changed } : move)) })
    const inMove = (...path: (string | number)[]) => ['retiering', 'moves', ...path]
    expect(issuesOf(() => explainRetiering(undefined as never, undefined as never))).toEqual([
      ['missing', ['policy']],
      ['missing', ['retiering']],
    ])
    expect(refuse({ asOf: 7, currency: 'x', moves: [null], diagnoses: [{ code: 'new-customers', params: { count: -1 } }] })).toEqual([
      ['not-a-calendar-date', ['retiering', 'asOf']],
      ['unknown-currency', ['retiering', 'currency']],
      ['wrong-type', inMove(0)],
      ['too-small', ['retiering', 'diagnoses', 0, 'params', 'count']],
    ])
    expect(refuse({}, { ...textbookRetiering, id: 'other' })).toEqual([['other-policy', ['retiering', 'policies']]])
    expect(refuse({ currency: 'EUR', moves: [] })).toEqual([['outdated-input', ['retiering', 'currency']]])
    expect(refuseMove(0, { from: 'D', to: 'E' })).toEqual([['outdated-input', inMove(0, 'from')]])
    expect(refuseMove(3, { value: null })).toEqual([['outdated-input', inMove(3, 'value')]])
    expect(refuseMove(1, { value: '560000' })).toEqual([['outdated-input', inMove(1, 'value')]])
    for (const [index, type] of [
      [0, 'up'],
      [1, 'held'],
      [2, 'new'],
      [3, 'stay'],
    ] as const)
      expect(refuseMove(index, { type })).toEqual([['outdated-input', inMove(index, 'type')]])
    expect(refuseMove(0, { mayFallFrom: '2024-07-02' })).toEqual([['outdated-input', inMove(0, 'mayFallFrom')]])
    expect(refuseMove(1, { mayFallFrom: '2024-07-01' })).toEqual([['unknown-key', inMove(1, 'mayFallFrom')]])
    const cutOfA = (changed: object) => textbookRetiering.tiers.map((tier) => (tier.id === 'A' ? { ...tier, ...changed } : tier))
    expect(refuse({}, { ...textbookRetiering, grace: 'P1M', tiers: cutOfA({ demoteBelow: 445000 }) })).toEqual([
      ['outdated-input', inMove(0, 'reasons', 0, 'params', 'demoteBelow')],
      ['outdated-input', inMove(0, 'reasons', 1, 'params', 'until')],
    ])
    const grace = { ...retiering.moves[0]?.reasons[1], params: { belowSince: '2023-12-31', until: '2024-03-31' } }
    expect(refuseMove(0, { reasons: [retiering.moves[0]?.reasons[0], grace] })).toEqual([
      ['outdated-input', inMove(0, 'reasons', 1, 'params', 'belowSince')],
      ['outdated-input', inMove(0, 'reasons', 1, 'params', 'until')],
    ])
    const counted = { code: 'value-missing', params: { countedAsZero: true } }
    expect(refuseMove(1, { reasons: [counted, ...(retiering.moves[1]?.reasons ?? [])] })).toEqual([['wrong-length', inMove(1, 'reasons')]])
  })

  it('refuses moves that value and cuts do not lead to, also where the reasons would allow them', () => {
    const retiering = run([was('a', 'A'), was('b', 'B'), was('c', 'C'), was('s', 'B')], { a: 460000, b: 560000, c: 600000, n: 500000, s: 1e5 })
    expect(retiering.moves.map(({ type }) => type)).toEqual(['stay', 'up', 'up', 'new', 'stay'])
    const refuseMove = (index: number, changed: object) =>
      issuesOf(() =>
        explainRetiering(
          { ...retiering, moves: retiering.moves.map((move, place) => (place === index ? { ...move, ...changed } : move)) },
          textbookRetiering,
        ),
      )
    const inMove = (...path: (string | number)[]) => ['retiering', 'moves', ...path]
    // Down although the value is between the cuts; up, but too far; new, but too low; staying although the value is too low.
    expect(refuseMove(0, { to: 'B', type: 'down' })).toEqual([
      ['outdated-input', inMove(0, 'to')],
      ['outdated-input', inMove(0, 'type')],
    ])
    expect(refuseMove(2, { to: 'A' })).toEqual([['outdated-input', inMove(2, 'to')]])
    expect(refuseMove(3, { to: 'B' })).toEqual([['outdated-input', inMove(3, 'to')]])
    expect(refuseMove(4, { value: '5.00' })).toEqual([
      ['missing', inMove(4, 'mayFallFrom')],
      ['outdated-input', inMove(4, 'type')],
      ['wrong-length', inMove(4, 'reasons')],
    ])
    expect(refuseMove(1, { to: 'B', type: 'held' })).toEqual([
      ['outdated-input', inMove(1, 'to')],
      ['outdated-input', inMove(1, 'type')],
    ])
  })
})
