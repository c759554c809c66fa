import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords, badTexts } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type LossCase, type LossRebate, rebateOnLosses } from '../index.js'

const levels = [
  { id: 'diamond', percent: '30' },
  { id: 'platinum', percent: '20' },
  { id: 'gold', percent: '12.50' },
  { id: 'silver', percent: 10 },
]
const programme: LossRebate = { kind: 'loss-rebate', id: 'casino', version: 1, currency: 'USD', levels }
const { currency: _none, ...without } = programme
const amountOf = (level: string, loss: string | number, some: LossRebate = programme): string => rebateOnLosses({ level, loss }, some).amount

describe('rebateOnLosses', () => {
  it('gives back 10 to 30 % of losses in kind (textbook §3, the casino)', () => {
    expect(rebateOnLosses(deepFreeze({ level: 'diamond', loss: '1000' }), deepFreeze(programme))).toEqual({
      level: 'diamond',
      loss: '1000.00',
      percent: '30',
      amount: '300.00',
      currency: 'USD',
      inKind: true,
      policies: [{ kind: 'loss-rebate', id: 'casino', version: 1 }],
    })
    expect(levels.map(({ id }) => amountOf(id, 1000))).toEqual(['300.00', '200.00', '125.00', '100.00'])
  })

  it('gives money where the programme says so', () => {
    expect(rebateOnLosses({ level: 'gold', loss: 8 }, { ...programme, inKind: false })).toMatchObject({
      inKind: false,
      percent: '12.5',
      amount: '1.00',
    })
    expect(rebateOnLosses({ level: 'gold', loss: 8 }, { ...programme, inKind: undefined })).toMatchObject({ inKind: true })
  })

  it.each([
    ['0.01', '0.00'],
    ['0.03', '0.01'],
    ['0.15', '0.05'],
    ['1234.55', '370.37'],
    ['-0', '0.00'],
    ['-1000', '0.00'],
    ['0.0166', '0.00'],
    ['0.016666666666666666666666666666667', '0.01'],
    ['123456789012345678901234567890', '37037036703703703670370370367.00'],
  ])('rounds half-up to the minor digits: of %s it gives %s', (loss, amount) => expect(amountOf('diamond', loss)).toBe(amount))

  it('shows a loss that is finer than the currency', () => {
    expect(rebateOnLosses({ level: 'silver', loss: '0.005' }, programme)).toMatchObject({ loss: '0.005', amount: '0.00' })
    expect(rebateOnLosses({ level: 'silver', loss: -7 }, programme)).toMatchObject({ loss: '-7.00', amount: '0.00' })
  })

  it('gives back no more than the loss, also where that is finer than the currency', () => {
    const all = { ...programme, levels: [{ id: 'all', percent: 100 }] }
    expect(rebateOnLosses({ level: 'all', loss: '0.005' }, all)).toMatchObject({ loss: '0.005', amount: '0.005' })
    expect(amountOf('all', '0.004', all)).toBe('0.00')
    expect(amountOf('all', '7.006', all)).toBe('7.006')
    expect(amountOf('all', '-0.005', all)).toBe('0.00')
  })

  it('rounds to whole units of a currency without minor ones, and not at all without currency', () => {
    expect(rebateOnLosses({ level: 'gold', loss: 100 }, { ...programme, currency: 'JPY' })).toMatchObject({
      loss: '100',
      amount: '13',
      currency: 'JPY',
    })
    const bare = rebateOnLosses({ level: 'gold', loss: '0.10' }, without)
    expect(bare).toMatchObject({ loss: '0.1', amount: '0.0125' })
    expect('currency' in bare).toBe(false)
    expect(amountOf('gold', -3, without)).toBe('0')
  })

  it('knows a level named like what every object has', () => {
    const odd = { ...programme, levels: [{ id: '__proto__', percent: 50 }] }
    expect(amountOf('__proto__', 3, odd)).toBe('1.50')
  })

  it('is the rounded percentage, whatever the loss', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1_000_000 }), fc.integer({ min: 0, max: 1000 }), (cents, permille) => {
        const result = rebateOnLosses({ level: 'all', loss: `${cents}e-2` }, { ...programme, levels: [{ id: 'all', percent: `${permille}e-1` }] })
        expect(Math.round(Number(result.amount) * 100)).toBe(cents < 0 ? 0 : Math.floor((cents * permille * 2 + 1000) / 2000))
        expect(JSON.parse(JSON.stringify(result))).toStrictEqual(result)
      }),
    )
  })
})

describe('rebateOnLosses: what is wrong', () => {
  const refusals = (one: unknown, some: unknown): unknown => issuesOf(() => rebateOnLosses(one as LossCase, some as LossRebate))

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(refusals(value, value)).toEqual([
      [code, ['programme']],
      [code, ['lossCase']],
    ])
  })
  it.each(badTexts)('refuses the level %o', (value, code) => {
    expect(refusals({ level: value, loss: 1 }, { ...programme, levels: [] })).toEqual([
      ['empty', ['programme', 'levels']],
      [code, ['lossCase', 'level']],
    ])
    expect(refusals({ level: value, loss: 1 }, programme)).toEqual([[value === undefined ? 'missing' : 'not-allowed', ['lossCase', 'level']]])
  })
  it.each([
    [{ level: 'bronze', loss: 1 }, [['not-allowed', ['lossCase', 'level']]]],
    [{ level: 'toString', loss: 1 }, [['not-allowed', ['lossCase', 'level']]]],
    [{ level: 'gold' }, [['missing', ['lossCase', 'loss']]]],
    [{ level: 'gold', loss: Number.NaN }, [['not-a-decimal', ['lossCase', 'loss']]]],
    [{ level: 'gold', loss: ' 1 ' }, [['not-a-decimal', ['lossCase', 'loss']]]],
    [{ level: 'gold', loss: 1, currency: 'USD' }, [['unknown-key', ['lossCase', 'currency']]]],
  ])('refuses %o', (one, issues) => expect(refusals(one, programme)).toEqual(issues))
})
