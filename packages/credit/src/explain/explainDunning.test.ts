import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainDunning } from '../explain.js'
import { type DunningPlan, type DunningScheme, type OpenItem, planDunning, type SentLetter } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const scheme: DunningScheme = {
  kind: 'dunning-scheme',
  id: 'three-steps',
  version: 1,
  title: { en: 'Three steps', 'zh-CN': '三步催款' },
  levels: [
    { level: 1, afterDays: 5, letter: 'reminder' },
    { level: 2, afterDays: 20, letter: 'warning', minimumInterval: 'P10D', feeAmount: '10' },
    { level: 3, afterDays: 40, letter: 'final notice', minimumInterval: 'P1M', feeAmount: { EUR: '40' } },
  ],
}
const charging: DunningScheme = {
  ...scheme,
  interest: { kind: 'interest-rate', id: 'ten', version: 1, steps: [{ from: '2024-03-11', percent: '10' }], daysInYear: 365 },
  minimumAmount: '50',
  skipDisputed: true,
}
const itemOf = (id: string, customer: string, due: string, amount: string, more: Partial<OpenItem> = {}): OpenItem => ({
  id,
  customer,
  date: '2024-01-31',
  due,
  amount,
  currency: 'EUR',
  ...more,
})
const plan = (asOf: string, items: readonly OpenItem[], history: readonly SentLetter[] = [], under = scheme): DunningPlan =>
  planDunning({ items, history }, under, { asOf, invalid: 'collect' })
const say = (asOf: string, items: readonly OpenItem[], history: readonly SentLetter[] = [], under = scheme, locale = en): readonly string[] =>
  explainDunning(plan(asOf, items, history, under), under, locale).sentences

describe('explainDunning', () => {
  const overdue = [itemOf('INV-1', 'C-1', '2024-03-01', '100')]
  const reminded = [{ item: 'INV-1', level: 1, sentOn: '2024-03-06' }]

  it('says of the known answer (Tryton) why the level is still 1 after 30 days, and from which day it may be 2', () => {
    expect(say('2024-03-31', overdue)).toEqual([
      'Letters to send as of 2024-03-31 under the scheme "Three steps": 1. Items held: 0. Items waiting: 0.',
      'Customer C-1 gets the letter "reminder" (level 1), which asks for 100.00 EUR; 100.00 EUR of its items is open.',
      'Item INV-1 (100.00 EUR) has been overdue for 30 days; level 1 requires 5 days.',
      'Item INV-1 is overdue enough for level 2 (20 days), but does not reach it, as the letter of level 1 was not sent before.',
      'Item INV-1 does not reach level 2 before 2024-04-10: it must be 20 days overdue, and this letter at least 10 days old.',
      'The highest level of its items is 1, so the letter is "reminder".',
    ])
    expect(say('2024-03-31', overdue, [], scheme, zhCN)).toEqual([
      '按催款方案“三步催款”，截至 2024-03-31 应发催款函：1 封；暂缓：0 项；等待：0 项。',
      '向客户 C-1 发送第 1 级催款函“reminder”，催收 100.00 EUR，所列未清项未付 100.00 EUR。',
      '未清项 INV-1（100.00 EUR）已逾期 30 天；第 1 级须逾期满 5 天。',
      '未清项 INV-1 的逾期天数已满第 2 级的 20 天，但第 1 级催款函此前尚未发出，故未达该级。',
      '未清项 INV-1 在 2024-04-10 之前不会达到第 2 级：须逾期满 20 天，且距本函满 10 天。',
      '所列未清项的最高级别为第 1 级，故用催款函“reminder”。',
    ])
  })

  it('says why the level is 2 after the first letter, what it charges, and what stops level 3', () => {
    const items = [...overdue, itemOf('CN-1', 'C-1', '2024-03-01', '-15')]
    expect(say('2024-03-31', items, reminded, charging).slice(1)).toEqual([
      'Customer C-1 gets the letter "warning" (level 2), which asks for 95.58 EUR; 100.00 EUR of its items is open.',
      'Item INV-1 (100.00 EUR) has been overdue for 30 days; level 2 requires 20 days.',
      'The letter of level 1 was sent for item INV-1 on 2024-03-06.',
      'Item INV-1 does not reach level 3 before 2024-04-30: it must be 40 days overdue, and this letter at least 1 month old.',
      'The highest level of its items is 2, so the letter is "warning".',
      'A fee of 10.00 EUR is charged for level 2.',
      'Late interest of 0.58 EUR is charged, from the day after each due date up to 2024-03-31.',
      'Credits of 15.00 EUR are deducted.',
      'Items without interest on days before 2024-03-11, when the first step of the rate begins: INV-1.',
    ])
    expect(say('2024-03-31', items, reminded, charging, zhCN).slice(3)).toEqual([
      '未清项 INV-1 的第 1 级催款函已于 2024-03-06 发出。',
      '未清项 INV-1 在 2024-04-30 之前不会达到第 3 级：须逾期满 40 天，且距本函满 1 个月。',
      '所列未清项的最高级别为第 2 级，故用催款函“warning”。',
      '收取第 2 级催款费 10.00 EUR。',
      '计收逾期利息 0.58 EUR，自各到期日次日起算至 2024-03-31。',
      '扣减贷项 15.00 EUR。',
      '利率自 2024-03-11 起才有规定，此前天数不计利息的未清项：INV-1。',
    ])
  })

  it('says of a level that may follow at once that it takes a day', () => {
    const atOnce = { ...scheme, levels: scheme.levels.map((level) => ({ ...level, minimumInterval: 'P0D' })) }
    const { minimumInterval: _, ...second } = scheme.levels[1] as DunningScheme['levels'][number]
    const unsaid = { ...scheme, levels: [...scheme.levels.slice(0, 1), second] }
    for (const under of [atOnce, unsaid]) {
      expect(say('2024-03-31', overdue, [], under)[4]).toBe(
        'Item INV-1 does not reach level 2 before 2024-04-01: it must be 20 days overdue, and this letter at least 1 day old.',
      )
    }
  })

  it('says which levels nothing follows, and why', () => {
    const warned = [...reminded, { item: 'INV-1', level: 2, sentOn: '2024-03-21' }]
    expect(say('2024-04-30', overdue, warned)[4]).toBe('No level follows level 3 of item INV-1.')
    expect(say('2024-04-30', overdue, warned, scheme, zhCN)[4]).toBe('未清项 INV-1 的第 3 级之后没有更高级别。')
    const blocking = { ...scheme, levels: scheme.levels.map((level) => ({ ...level, block: level.level === 2 })) }
    expect(say('2024-03-31', overdue, reminded, blocking)[4]).toBe('After this letter, level 2 blocks item INV-1 from further ones.')
    expect(say('2024-03-31', overdue, reminded, blocking, zhCN)[4]).toBe('本函发出后，按第 2 级的规定不再就未清项 INV-1 催款。')
    const lastly = [itemOf('INV-1', 'C-1', '9999-12-20', '100')]
    expect(say('9999-12-30', lastly)[3]).toBe('The date of the level after level 1 of item INV-1 lies beyond the calendar.')
    expect(say('9999-12-30', lastly, [], scheme, zhCN)[3]).toBe('未清项 INV-1 的第 1 级之后，下一级别的日期超出日历范围。')
  })

  it('says of an item that waits for a day beyond the calendar that it does', () => {
    const items = [itemOf('INV-1', 'C-1', '9999-12-20', '100'), itemOf('INV-2', 'C-1', '9999-12-29', '7')]
    const history = [{ item: 'INV-1', level: 1, sentOn: '9999-12-25' }]
    expect(say('9999-12-30', items, history).slice(1)).toEqual([
      'Item INV-1 of customer C-1 (100.00 EUR, overdue for 10 days) waits for a level whose date lies beyond the calendar: level 2 requires 20 days overdue; the letter of level 1 was sent on 9999-12-25, and level 2 is not reached before 9999-12-31.',
      'Item INV-2 of customer C-1 (7.00 EUR, overdue for 1 day) waits for a level whose date lies beyond the calendar: level 1 requires 5 days overdue.',
    ])
    expect(say('9999-12-30', items, history, scheme, zhCN).slice(1)).toEqual([
      '客户 C-1 的未清项 INV-1（100.00 EUR，逾期 10 天），下一级别的日期超出日历范围：第 2 级须逾期满 20 天；第 1 级催款函已于 9999-12-25 发出，9999-12-31 之前不会达到第 2 级。',
      '客户 C-1 的未清项 INV-2（7.00 EUR，逾期 1 天），下一级别的日期超出日历范围：第 1 级须逾期满 5 天。',
    ])
    // The interval alone may end beyond the calendar, or on its last day.
    const longDue = [itemOf('INV-1', 'C-1', '9999-11-01', '100')]
    const waits = (sentOn: string) => say('9999-12-30', longDue, [{ item: 'INV-1', level: 1, sentOn }])[1]
    expect(waits('9999-12-22')).toMatch(/ waits for a level whose date lies beyond the calendar: .* before 9999-12-31\.$/)
    expect(waits('9999-12-21')).toMatch(/ waits for level 2 until 9999-12-31: /)
  })

  it('says twice why nothing follows only where two levels are why', () => {
    const blocking = { ...scheme, levels: scheme.levels.map((level) => ({ ...level, block: level.level === 2 })) }
    const history = [
      { item: 'INV-1', level: 2, sentOn: '2024-03-22' },
      { item: 'INV-1', level: 3, sentOn: '2024-03-25' },
    ]
    expect(say('2024-03-31', overdue, history, blocking)[1]).toBe(
      'Item INV-1 of customer C-1 (100.00 EUR, overdue for 30 days) gets no further letter: the letter of level 3, the last one, was sent on 2024-03-25; the letter of level 2, which blocks further ones, was sent on 2024-03-22.',
    )
  })

  it('says of each item of a letter what is about it, then what is about all', () => {
    const items = [...overdue, itemOf('INV-2', 'C-1', '2024-03-20', '7'), itemOf('INV-0', 'C-0', '2024-03-20', '8')]
    expect(say('2024-03-31', items, reminded).slice(1)).toEqual([
      'Customer C-0 gets the letter "reminder" (level 1), which asks for 8.00 EUR; 8.00 EUR of its items is open.',
      'Item INV-0 (8.00 EUR) has been overdue for 11 days; level 1 requires 5 days.',
      'Item INV-0 does not reach level 2 before 2024-04-10: it must be 20 days overdue, and this letter at least 10 days old.',
      'The highest level of its items is 1, so the letter is "reminder".',
      'Customer C-1 gets the letter "warning" (level 2), which asks for 117.00 EUR; 107.00 EUR of its items is open.',
      'Item INV-1 (100.00 EUR) has been overdue for 30 days; level 2 requires 20 days.',
      'The letter of level 1 was sent for item INV-1 on 2024-03-06.',
      'Item INV-1 does not reach level 3 before 2024-04-30: it must be 40 days overdue, and this letter at least 1 month old.',
      'Item INV-2 (7.00 EUR) has been overdue for 11 days; level 1 requires 5 days.',
      'Item INV-2 does not reach level 2 before 2024-04-10: it must be 20 days overdue, and this letter at least 10 days old.',
      'The highest level of its items is 2, so the letter is "warning".',
      'A fee of 10.00 EUR is charged for level 2.',
    ])
  })

  it('says why an item is held', () => {
    const items = [
      itemOf('A-1', 'A', '2024-03-01', '100', { blocked: true, disputed: true }),
      itemOf('B-1', 'B', '2024-03-01', '60'),
      itemOf('B-2', 'B', '2024-03-30', '-20'),
      itemOf('C-1', 'C', '2024-03-01', '60'),
      itemOf('C-2', 'C', '2024-04-01', '-60'),
    ]
    expect(say('2024-03-06', items, [], charging)).toEqual([
      'Letters to send as of 2024-03-06 under the scheme "Three steps": 0. Items held: 3. Items waiting: 0.',
      'Item A-1 of customer A (100.00 EUR, overdue for 5 days) has reached level 1, but gets no letter: it is blocked from dunning; it is disputed.',
      'Item B-1 of customer B (60.00 EUR, overdue for 5 days) has reached level 1, but gets no letter: without fee and interest the letter would ask for 40.00 EUR, which is below the minimum of 50.00 EUR.',
      'Item C-1 of customer C (60.00 EUR, overdue for 5 days) has reached level 1, but gets no letter: credits of 60.00 EUR cover the 60.00 EUR that the letter would ask for.',
    ])
    expect(say('2024-03-06', items, [], charging, zhCN).slice(1)).toEqual([
      '客户 A 的未清项 A-1（100.00 EUR，逾期 5 天）已达第 1 级，但暂不催款：已设为不催款；有争议。',
      '客户 B 的未清项 B-1（60.00 EUR，逾期 5 天）已达第 1 级，但暂不催款：不计费用与利息，催款函只会催收 40.00 EUR，低于最低金额 50.00 EUR。',
      '客户 C 的未清项 C-1（60.00 EUR，逾期 5 天）已达第 1 级，但暂不催款：贷项 60.00 EUR 足以抵销催款函所要催收的 60.00 EUR。',
    ])
  })

  it('says what an item waits for, and that it waits for nothing more', () => {
    const blocking = { ...scheme, levels: scheme.levels.map((level) => ({ ...level, block: level.level > 1 })) }
    const items = [
      ...overdue,
      itemOf('INV-2', 'C-1', '2024-03-05', '7'),
      itemOf('INV-3', 'C-1', '2024-03-01', '8'),
      itemOf('INV-4', 'D', '2024-03-01', '9'),
    ]
    const history = [
      { item: 'INV-1', level: 1, sentOn: '2024-03-07' },
      { item: 'INV-3', level: 2, sentOn: '2024-03-07' },
      { item: 'INV-4', level: 3, sentOn: '2024-03-07' },
    ]
    expect(say('2024-03-08', items, history, blocking).slice(1)).toEqual([
      'Item INV-1 of customer C-1 (100.00 EUR, overdue for 7 days) waits for level 2 until 2024-03-21: level 2 requires 20 days overdue; the letter of level 1 was sent on 2024-03-07, and level 2 is not reached before 2024-03-17.',
      'Item INV-2 of customer C-1 (7.00 EUR, overdue for 3 days) waits for level 1 until 2024-03-10: level 1 requires 5 days overdue.',
      'Item INV-3 of customer C-1 (8.00 EUR, overdue for 7 days) gets no further letter: the letter of level 2, which blocks further ones, was sent on 2024-03-07.',
      'Item INV-4 of customer D (9.00 EUR, overdue for 7 days) gets no further letter: the letter of level 3, the last one, was sent on 2024-03-07.',
    ])
    expect(say('2024-03-08', items, history, blocking, zhCN).slice(1)).toEqual([
      '客户 C-1 的未清项 INV-1（100.00 EUR，逾期 7 天）须等到 2024-03-21 才达到第 2 级：第 2 级须逾期满 20 天；第 1 级催款函已于 2024-03-07 发出，2024-03-17 之前不会达到第 2 级。',
      '客户 C-1 的未清项 INV-2（7.00 EUR，逾期 3 天）须等到 2024-03-10 才达到第 1 级：第 1 级须逾期满 5 天。',
      '客户 C-1 的未清项 INV-3（8.00 EUR，逾期 7 天）不再发催款函：第 2 级催款函已于 2024-03-07 发出，此后按规定不再催款。',
      '客户 D 的未清项 INV-4（9.00 EUR，逾期 7 天）不再发催款函：最后一级（第 3 级）催款函已于 2024-03-07 发出。',
    ])
  })

  it('says what is to be known about items and history', () => {
    const items = [
      itemOf('INV-1', 'C-1', '2024-03-01', '100', { disputed: true, applications: [{ date: '2024-04-01', type: 'payment', settles: '1' }] }),
      itemOf('INV-2', 'C-1', '2024-04-01', '100', { date: '2024-04-01' }),
      itemOf('INV-3', 'C-1', '2024-04-01', 'x'),
    ]
    const history = [
      { item: 'INV-1', level: 1, sentOn: '2024-04-01' },
      { item: 'INV-9', level: 1, sentOn: '2024-03-01' },
    ]
    expect(say('2024-03-31', items, history).slice(6)).toEqual([
      'Items left out because something is wrong with them: 1; items read: 2.',
      'Items dated later than the day in question, left out: 1.',
      'Payments and credits applied later than the day in question, left out: 1.',
      'Letters sent later than the day in question, left out: 1.',
      'Letters sent for items that are not given, or that are left out: 1.',
      'Disputed items in letters, as the scheme does not hold them: INV-1.',
    ])
    expect(say('2024-03-31', items, history, scheme, zhCN).slice(6)).toEqual([
      '因有错误而未计入的单据：1 张；读入的单据：2 张。',
      '晚于截止日的单据未计入：1 张。',
      '晚于截止日冲抵的付款与贷项未计入：1 笔。',
      '晚于截止日的催款函未计入：1 封。',
      '所属单据未给出或未计入的催款函：1 封。',
      '方案未规定暂缓有争议的未清项，催款函包含：INV-1。',
    ])
  })

  it('explains a letter about very many items', () => {
    const many = Array.from({ length: 5000 }, (_, index) => itemOf(`I${index}`, 'C-1', '2024-03-01', '1'))
    expect(say('2024-03-06', many)).toHaveLength(3 + 2 * 5000)
  })

  it('reads of a plan and its scheme what is their own, and the parameters that a code has', () => {
    const made = plan('2024-04-30', overdue, [...reminded, { item: 'INV-1', level: 2, sentOn: '2024-03-21' }])
    const inherited = { minimumInterval: 'P5Y', block: true, next: { level: 3, on: '2030-01-01' } }
    const inheriting = <Value extends object>(value: Value): Value => Object.assign(Object.create(inherited), value)
    const [letter] = made.letters as [DunningPlan['letters'][number]]
    const turned = { ...made, letters: [{ ...letter, items: letter.items.map(inheriting) }] }
    const under: DunningScheme = { ...scheme, levels: scheme.levels.map(inheriting) }
    expect(explainDunning(turned, under).sentences).toEqual(explainDunning(made, scheme).sentences)
    const { minimumInterval: _, ...second } = scheme.levels[1] as DunningScheme['levels'][number]
    const unsaid: DunningScheme = { ...scheme, levels: [...scheme.levels.slice(0, 1), inheriting(second)] }
    expect(explainDunning(plan('2024-03-31', overdue, [], unsaid), unsaid).sentences[4]).toMatch(/, and this letter at least 1 day old\.$/)
    const waits = plan('2024-03-31', overdue, [{ item: 'INV-1', level: 3, sentOn: '2024-03-21' }])
    expect(explainDunning({ ...waits, waiting: waits.waiting.map(inheriting) }, scheme).sentences[1]).toMatch(/ gets no further letter: /)
  })

  it('lets what else a reason has change nothing', () => {
    const items = [...overdue, itemOf('CN-1', 'C-1', '2024-03-01', '-15')]
    const made = plan('2024-03-31', items, reminded, charging)
    const waits = plan('2024-03-08', overdue, [{ item: 'INV-1', level: 1, sentOn: '2024-03-07' }])
    const extra = { open: 'x', asOf: 'x', days: 'x', customer: 'x', reasons: 'x', item: 'INV-1', items: ['x'] }
    const widen = <Coded extends { readonly params: object }>(coded: Coded): Coded => ({ ...coded, params: { ...extra, ...coded.params } })
    const wide: DunningPlan = {
      ...made,
      letters: made.letters.map((letter) => ({ ...letter, reasons: letter.reasons.map(widen) })),
      diagnoses: made.diagnoses.map(widen),
    }
    expect(explainDunning(wide, charging).sentences).toEqual(explainDunning(made, charging).sentences)
    const wider = {
      ...waits,
      waiting: waits.waiting.map((item) => ({ ...item, next: { ...extra, ...item.next }, reasons: item.reasons.map(widen) })),
    }
    expect(explainDunning(wider as DunningPlan, scheme).sentences).toEqual(explainDunning(waits, scheme).sentences)
  })

  it('refuses a plan that the scheme of the same version no longer makes', () => {
    const made = plan('2024-03-31', overdue)
    const found = (changes: object, at = 1, of = made) => {
      const levels = scheme.levels.map((level, index) => (index === at ? { ...level, ...changes } : level))
      return issuesOf(() => explainDunning(of, { ...scheme, levels }))
    }
    const letter = ['plan', 'letters', 0]
    const next = ['outdated-input', [...letter, 'items', 0, 'next']]
    expect(found({ minimumInterval: 'P11D' })).toEqual([next])
    expect(found({ afterDays: 35 })).toEqual([['outdated-input', [...letter, 'reasons', 1, 'params', 'afterDays']]])
    expect(found({ afterDays: 6 }, 0)).toEqual([['outdated-input', [...letter, 'reasons', 0, 'params', 'afterDays']]])
    expect(found({ block: true }, 0)).toEqual([next])
    expect(found({ letter: 'other' }, 0)).toEqual([['outdated-input', [...letter, 'letter']]])
    const waits = plan('2024-03-10', overdue, reminded)
    const waiting = ['plan', 'waiting', 0]
    expect(found({ afterDays: 21 }, 1, waits)).toEqual([['outdated-input', [...waiting, 'reasons', 0, 'params', 'afterDays']]])
  })

  it('refuses a plan that lacks a next level, has one too many, or tells of an item that is not in the letter', () => {
    const made = plan('2024-03-31', overdue)
    const [letter] = made.letters as [DunningPlan['letters'][number]]
    const place = ['plan', 'letters', 0, 'items', 0, 'next']
    const { next: _, ...item } = letter.items[0] as DunningPlan['letters'][number]['items'][number]
    const withItem = (changed: object) => ({ ...made, letters: [{ ...letter, items: [changed] }] }) as DunningPlan
    expect(issuesOf(() => explainDunning(withItem(item), scheme))).toEqual([['outdated-input', place]])
    expect(issuesOf(() => explainDunning(withItem({ ...item, next: { level: 3, on: '2024-04-10' } }), scheme))).toEqual([['outdated-input', place]])
    expect(issuesOf(() => explainDunning(withItem({ ...item, level: 3, next: { level: 3, on: '2024-04-10' } }), scheme))).toEqual([
      ['outdated-input', place],
    ])

    const others = letter.reasons.map((reason) =>
      reason.code === 'level-reached' ? { ...reason, params: { ...reason.params, item: 'INV-9' } } : reason,
    )
    const many = Array.from({ length: 30 }, (_, index) => itemOf(`I${index}`, 'C-1', '2024-03-01', '1'))
    const ofMany = plan('2024-03-31', many)
    const [long] = ofMany.letters as [DunningPlan['letters'][number]]
    for (const changed of [
      { ...made, letters: [{ ...letter, reasons: others }] },
      { ...ofMany, letters: [{ ...long, reasons: others }] },
    ]) {
      expect(issuesOf(() => explainDunning(changed as DunningPlan, scheme))).toContainEqual([
        'not-allowed',
        ['plan', 'letters', 0, 'reasons', 0, 'params', 'item'],
      ])
    }

    const waits = plan('2024-03-10', overdue, reminded)
    const [waiting] = waits.waiting as [DunningPlan['waiting'][number]]
    const { next, ...stuck } = waiting
    const nextOf = (changed: object) => issuesOf(() => explainDunning({ ...waits, waiting: [changed] } as DunningPlan, scheme))
    expect(nextOf(stuck)).toEqual([['outdated-input', ['plan', 'waiting', 0, 'next']]])
    expect(nextOf({ ...waiting, next: { ...next, on: '2024-03-22' } })).toEqual([['outdated-input', ['plan', 'waiting', 0, 'next']]])
    const ended = { code: 'last-level-sent', params: { level: 3, sentOn: '2024-03-06' } }
    expect(nextOf({ ...waiting, reasons: [ended] })).toEqual([['outdated-input', ['plan', 'waiting', 0, 'next']]])
    const unknown = { code: 'days-not-reached', params: { level: 7, afterDays: 20, daysOverdue: 9 } }
    expect(nextOf({ ...waiting, reasons: [unknown] })).toEqual([['not-allowed', ['plan', 'waiting', 0, 'reasons', 0, 'params', 'level']]])
  })

  it('refuses the policies of a plan once', () => {
    const made = plan('2024-03-31', overdue, reminded, charging)
    const found = (policies: unknown) => issuesOf(() => explainDunning({ ...made, policies } as DunningPlan, charging))
    expect(found([])).toEqual([['other-policy', ['plan', 'policies']]])
    expect(found(made.policies.slice(0, 1))).toEqual([['other-policy', ['plan', 'policies']]])
    expect(found(undefined)).toEqual([['missing', ['plan', 'policies']]])
    expect(found('x')).toEqual([['wrong-type', ['plan', 'policies']]])
  })

  it('refuses a plan that another scheme or rate made, and what is none', () => {
    const made = plan('2024-03-31', overdue, reminded, charging)
    const interest = { ...charging.interest, version: 2 } as NonNullable<DunningScheme['interest']>
    expect(issuesOf(() => explainDunning(made, { ...charging, id: 'other' }))).toEqual([['other-policy', ['plan', 'policies']]])
    expect(issuesOf(() => explainDunning(made, { ...charging, interest }))).toEqual([['other-policy', ['plan', 'policies']]])
    expect(issuesOf(() => explainDunning(made, { ...charging, levels: [] }))).toEqual([['empty', ['scheme', 'levels']]])
    expect(issuesOf(() => explainDunning('x' as never, null as never))).toEqual([
      ['wrong-type', ['scheme']],
      ['wrong-type', ['plan']],
    ])
    expect(issuesOf(() => explainDunning(undefined as never, charging))).toEqual([['missing', ['plan']]])
    const [letter] = made.letters
    const [item] = letter?.items ?? []
    const held = { item: 'A', customer: 'A', currency: 'EUR', level: 4, daysOverdue: 1, open: '1.00', reasons: [] }
    const bad = {
      ...made,
      letters: [
        { ...letter, level: undefined, items: [{ ...item, next: { level: 7, on: '2024-04-01' } }, null], reasons: [{ code: 'blocked', params: {} }] },
      ],
      held: [held],
      waiting: [
        { ...held, reasons: [{ code: 'last-level-sent', params: { level: 3 } }] },
        { ...held, next: null, reasons: undefined },
      ],
    }
    expect(issuesOf(() => explainDunning(bad as never, charging))).toEqual([
      ['missing', ['plan', 'letters', 0, 'level']],
      ['not-allowed', ['plan', 'letters', 0, 'items', 0, 'next', 'level']],
      ['wrong-type', ['plan', 'letters', 0, 'items', 1]],
      ['not-allowed', ['plan', 'letters', 0, 'reasons', 0, 'code']],
      ['not-allowed', ['plan', 'held', 0, 'level']],
      ['empty', ['plan', 'held', 0, 'reasons']],
      ['missing', ['plan', 'waiting', 0, 'reasons', 0, 'params', 'sentOn']],
      ['wrong-type', ['plan', 'waiting', 1, 'next']],
      ['missing', ['plan', 'waiting', 1, 'reasons']],
    ])
  })
})
