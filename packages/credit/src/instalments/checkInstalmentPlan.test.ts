import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixed, linesOf, percentOf, planOf, plans, rest } from '../../testing/instalmentPlans.js'
import { codesAndPaths } from '../../testing/issuesOf.js'
import { checkInstalmentPlan, type InstalmentShare, type ShareBase } from '../index.js'

const good = planOf(linesOf(rest))
const found = (value: unknown): unknown => codesAndPaths(checkInstalmentPlan(value))
const withLine = (line: unknown): unknown => found({ ...good, lines: [line, ...good.lines] })
const withShare = (share: unknown): unknown => withLine({ share, due: [] })
const withStep = (step: unknown): unknown => withLine({ share: fixed(1), due: [{}, step] })
const half: InstalmentShare = percentOf(50, 'total')
const of = (base: ShareBase, ...percents: readonly number[]): InstalmentShare[] => percents.map((percent) => percentOf(percent, base))

describe('checkInstalmentPlan', () => {
  it('takes every optional part, undefined for a part left out, and any plan with nothing wrong in it', () => {
    const step = {
      setMonth: 12,
      addMonths: -1,
      setDay: 31,
      addWeeks: 0,
      addDays: -400,
      toEndOfMonth: true,
      toPayDay: [1, 31],
      toWeekday: 7,
      toBusinessDay: 'modified-following',
      calendar: '__proto__',
    }
    const title = { en: 'Thirds', 'zh-CN': '三期' }
    const lines = [{ share: half, due: [step, Object.fromEntries(Object.keys(step).map((key) => [key, undefined]))] }, ...good.lines]
    expect(found({ ...good, format: 1, title, rounding: 'floor', cashStep: '0.05', lines })).toEqual([])
    expect(found({ ...good, format: undefined, title: undefined, rounding: undefined, cashStep: undefined })).toEqual([])
    fc.assert(fc.property(plans, (plan) => checkInstalmentPlan(plan).length === 0))
  })

  it.each([
    [null, [['wrong-type', []]]],
    [undefined, [['missing', []]]],
    [[], [['wrong-type', []]]],
    [
      {},
      [
        ['missing', ['kind']],
        ['missing', ['id']],
        ['missing', ['version']],
        ['missing', ['lines']],
      ],
    ],
    [{ ...good, kind: 'credit-terms' }, [['not-allowed', ['kind']]]],
    [{ ...good, id: '' }, [['empty', ['id']]]],
    [{ ...good, version: null }, [['wrong-type', ['version']]]],
    [{ ...good, format: 2 }, [['not-allowed', ['format']]]],
    [{ ...good, title: 5 }, [['wrong-type', ['title']]]],
    [{ ...good, rounding: 'half' }, [['not-allowed', ['rounding']]]],
    [{ ...good, cashStep: 0 }, [['not-above', ['cashStep']]]],
    [{ ...good, cashStep: '-0.05' }, [['not-above', ['cashStep']]]],
    [{ ...good, cashStep: ' 1 ' }, [['not-a-decimal', ['cashStep']]]],
    [{ ...good, line: [] }, [['unknown-key', ['line']]]],
    [JSON.parse(JSON.stringify(good).replace('{', '{"__proto__":{},')), [['unknown-key', ['__proto__']]]],
    [{ ...good, lines: [] }, [['empty', ['lines']]]],
    [{ ...good, lines: { 0: good.lines[0] } }, [['wrong-type', ['lines']]]],
    [
      { ...good, lines: Object.assign([null], { 2: good.lines[0] }) },
      [
        ['wrong-type', ['lines', 0]],
        ['missing', ['lines', 1]],
      ],
    ],
    [
      { ...good, lines: [{}] },
      [
        ['missing', ['lines', 0, 'share']],
        ['missing', ['lines', 0, 'due']],
      ],
    ],
    [{ ...good, lines: [{ share: rest, due: [], on: 1 }] }, [['unknown-key', ['lines', 0, 'on']]]],
    [{ ...good, lines: [{ share: rest, due: {} }] }, [['wrong-type', ['lines', 0, 'due']]]],
    [
      { ...good, lines: [Object.create({ share: rest, due: [] })] },
      [
        ['missing', ['lines', 0, 'share']],
        ['missing', ['lines', 0, 'due']],
      ],
    ],
  ])('plan %o', (value, issues) => expect(found(value)).toEqual(issues))

  it.each([
    ['rest', [['wrong-type', []]]],
    [{}, [['missing', ['type']]]],
    [{ type: 'half', percent: 'x' }, [['not-allowed', ['type']]]],
    [{ type: 'toString' }, [['not-allowed', ['type']]]],
    [
      { type: 'percent' },
      [
        ['missing', ['percent']],
        ['missing', ['of']],
      ],
    ],
    [{ ...half, percent: '0' }, [['not-above', ['percent']]]],
    [{ ...half, percent: -5 }, [['not-above', ['percent']]]],
    [{ ...half, percent: '100.0001' }, [['too-large', ['percent']]]],
    [{ ...half, percent: '５０' }, [['not-a-decimal', ['percent']]]],
    [{ ...half, percent: Number.NaN }, [['not-a-decimal', ['percent']]]],
    [{ ...half, of: 'rest' }, [['not-allowed', ['of']]]],
    [{ ...half, of: undefined }, [['missing', ['of']]]],
    [{ ...half, amount: 1 }, [['unknown-key', ['amount']]]],
    [{ type: 'fixed' }, [['missing', ['amount']]]],
    [{ type: 'fixed', amount: 0 }, [['not-above', ['amount']]]],
    [{ type: 'fixed', amount: '-1' }, [['not-above', ['amount']]]],
    [{ type: 'fixed', amount: '0x3' }, [['not-a-decimal', ['amount']]]],
    [{ type: 'fixed', amount: 1, of: 'total' }, [['unknown-key', ['of']]]],
    [{ type: 'rest', percent: 100 }, [['unknown-key', ['percent']]]],
  ] as const)('share %o', (share, issues) => {
    expect(withShare(share)).toEqual(issues.map(([code, path]) => [code, ['lines', 0, 'share', ...path]]))
  })

  it.each([
    [null, [['wrong-type', []]]],
    [[], [['wrong-type', []]]],
    [{ days: 1 }, [['unknown-key', ['days']]]],
    [{ setMonth: 0 }, [['too-small', ['setMonth']]]],
    [{ setMonth: 13 }, [['too-large', ['setMonth']]]],
    [{ addMonths: 0.5 }, [['not-an-integer', ['addMonths']]]],
    [{ addMonths: '1' }, [['not-an-integer', ['addMonths']]]],
    [{ addMonths: 2 ** 53 }, [['too-large', ['addMonths']]]],
    [{ setDay: 0 }, [['too-small', ['setDay']]]],
    [{ setDay: 32 }, [['too-large', ['setDay']]]],
    [{ addWeeks: Number.NaN }, [['not-an-integer', ['addWeeks']]]],
    [{ addDays: null }, [['not-an-integer', ['addDays']]]],
    [{ addDays: Number.POSITIVE_INFINITY }, [['not-an-integer', ['addDays']]]],
    [{ toEndOfMonth: 1 }, [['not-allowed', ['toEndOfMonth']]]],
    [{ toPayDay: 5 }, [['wrong-type', ['toPayDay']]]],
    [{ toPayDay: [] }, [['empty', ['toPayDay']]]],
    [
      { toPayDay: Object.assign([0, 32, 5], { 4: 5 }) },
      [
        ['too-small', ['toPayDay', 0]],
        ['too-large', ['toPayDay', 1]],
        ['missing', ['toPayDay', 3]],
        ['duplicate', ['toPayDay', 4]],
      ],
    ],
    [{ toWeekday: 0 }, [['too-small', ['toWeekday']]]],
    [{ toWeekday: 8 }, [['too-large', ['toWeekday']]]],
    [{ toBusinessDay: 'next' }, [['not-allowed', ['toBusinessDay']]]],
    [{ toBusinessDay: true }, [['not-allowed', ['toBusinessDay']]]],
    [{ toBusinessDay: 'following', calendar: '' }, [['empty', ['calendar']]]],
    [{ toBusinessDay: 'following', calendar: 5 }, [['wrong-type', ['calendar']]]],
    [{ calendar: 'x' }, [['missing', ['toBusinessDay']]]],
  ] as const)('step %o', (step, issues) => {
    expect(withStep(step)).toEqual(issues.map(([code, path]) => [code, ['lines', 0, 'due', 1, ...path]]))
  })

  it.each<[string, InstalmentShare[]]>([
    ['a rest', [rest]],
    ['a rest after 100 % and more', [...of('total', 60, 60), rest]],
    ['a rest after anything', [fixed(1), half, ...of('remaining', 1), ...of('net-of-tax', 2), ...of('after-fixed', 3), rest]],
    ['100 % of the total', of('total', 100)],
    ['percentages of the total that add up to 100', of('total', 33.3, 33.3, 33.4)],
    ['percentages of what fixed amounts leave', [fixed(1), ...of('after-fixed', 30), fixed(2), ...of('after-fixed', 70)]],
    ['percentages of what no fixed amounts leave', of('after-fixed', 30, 70)],
  ])('takes %s', (_, shares) => expect(found(planOf(linesOf(...shares)))).toEqual([]))

  it.each<[string, InstalmentShare[], string, number]>([
    ['percentages below 100', of('total', 30, 69.9999), 'shares-not-whole', 1],
    ['percentages above 100', of('total', 30, 70, 0.0001), 'shares-not-whole', 2],
    ['percentages of what fixed amounts leave, below 100', [...of('after-fixed', 99), fixed(1)], 'shares-not-whole', 1],
    ['fixed amounts only', [fixed(40), fixed(60)], 'rest-missing', 1],
    ['percentages of the total beside a fixed amount', [fixed(40), ...of('total', 100)], 'rest-missing', 1],
    ['percentages of the total and of what fixed amounts leave', [...of('total', 50), ...of('after-fixed', 50)], 'rest-missing', 1],
    ['all that remains', of('remaining', 100), 'rest-missing', 0],
    ['all without tax', of('net-of-tax', 50, 50), 'rest-missing', 1],
    ['a rest that is not last', [rest, half], 'rest-not-last', 0],
  ])('refuses %s', (_, shares, code, line) => {
    expect(found(planOf(linesOf(...shares)))).toEqual([[code, ['lines', line, 'share']]])
  })

  it('names every rest but the last line', () => {
    expect(found(planOf(linesOf(rest, half, rest, rest)))).toEqual([
      ['rest-not-last', ['lines', 0, 'share']],
      ['rest-not-last', ['lines', 2, 'share']],
    ])
  })

  it('names a rest that is not last also where another share is wrong', () => {
    expect(found(planOf(linesOf(rest, { type: 'percent', percent: 'x', of: 'total' })))).toEqual([
      ['not-a-decimal', ['lines', 1, 'share', 'percent']],
      ['rest-not-last', ['lines', 0, 'share']],
    ])
  })

  it('says which keys a line and each type of share may have', () => {
    const lines = [
      { share: { ...half, x: 1 }, due: [], x: 1 },
      { share: { ...fixed(1), x: 1 }, due: [{ x: 1 }] },
      { share: { ...rest, x: 1 }, due: [] },
    ]
    const issues = checkInstalmentPlan({ ...good, lines, x: 1 })
    expect(issues.map(({ code, path, params }) => [code, path.join('.'), params['allowed']])).toEqual([
      ['unknown-key', 'x', ['kind', 'id', 'version', 'format', 'title', 'rounding', 'cashStep', 'lines']],
      ['unknown-key', 'lines.0.x', ['share', 'due']],
      ['unknown-key', 'lines.0.share.x', ['type', 'percent', 'of']],
      ['unknown-key', 'lines.1.share.x', ['type', 'amount']],
      [
        'unknown-key',
        'lines.1.due.0.x',
        ['setMonth', 'addMonths', 'setDay', 'addWeeks', 'addDays', 'toWeekday', 'toEndOfMonth', 'toPayDay', 'toBusinessDay', 'calendar'],
      ],
      ['unknown-key', 'lines.2.share.x', ['type']],
    ])
  })

  it('adds up exactly, and says to what', () => {
    const tiny = `0.${'0'.repeat(499)}1`
    const [issue] = checkInstalmentPlan(planOf(linesOf(...of('total', 30, 70), percentOf(tiny, 'total'))))
    expect(issue?.params).toEqual({ actual: `100.${'0'.repeat(499)}1` })
    expect(found(planOf(linesOf(...Array.from({ length: 1000 }, () => percentOf(0.1, 'total')))))).toEqual([])
  })
})
