import { describe, expect, it } from 'vitest'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainInstalments } from '../explain.js'
import { type InstalmentPlan, planInstalments } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'
import { threeEqualInstalments } from '../templates.js'

const plan: InstalmentPlan = {
  kind: 'instalment-plan',
  id: 'mixed',
  version: 1,
  lines: [
    { share: { type: 'fixed', amount: '100' }, due: [] },
    { share: { type: 'percent', percent: '25.0', of: 'total' }, due: [{ addDays: 10 }, { addMonths: 1 }, { toEndOfMonth: true }] },
    { share: { type: 'percent', percent: 10, of: 'after-fixed' }, due: [{ addDays: 5 }] },
    { share: { type: 'percent', percent: '1e1', of: 'net-of-tax' }, due: [{ addDays: -1 }] },
    { share: { type: 'percent', percent: '50', of: 'remaining' }, due: [{ addMonths: 3 }] },
    { share: { type: 'rest' }, due: [{ addMonths: 4 }] },
  ],
}
const instalments = planInstalments({ date: '2024-01-25', amount: '1000', tax: '100', currency: 'CNY' }, plan)

describe('explainInstalments', () => {
  it('says in English how much is due when, and why', () => {
    expect(explainInstalments(instalments, plan).sentences).toEqual([
      'The plan "mixed" divides 1000.00 CNY, counted from 2024-01-25. Instalments: 6.',
      'Instalment 1: 100.00 CNY on 2024-01-25 (a fixed amount).',
      'Instalment 2: 250.00 CNY on 2024-03-31 (25% of the whole amount).',
      'How the date of instalment 2 came about: 2024-02-04 → 2024-03-04 → 2024-03-31.',
      'Instalment 3: 90.00 CNY on 2024-01-30 (10% of what the fixed amounts leave).',
      'Instalment 4: 90.00 CNY on 2024-01-24 (10% of the amount without tax).',
      'Instalment 5: 235.00 CNY on 2024-04-25 (50% of what is left).',
      'Instalment 6: 235.00 CNY on 2024-05-25 (the rest).',
      'Instalment 3 is due on 2024-01-30, earlier than the instalment before it (2024-03-31).',
      'Instalment 4 is due on 2024-01-24, before the date of the invoice.',
      'Instalment 4 is due on 2024-01-24, earlier than the instalment before it (2024-01-30).',
    ])
  })

  it('says it in Chinese', () => {
    expect(explainInstalments(instalments, plan, zhCN).sentences).toEqual([
      '按分期计划“mixed”，1000.00 CNY 自 2024-01-25 起算，分 6 期支付。',
      '第 1 期：2024-01-25 支付 100.00 CNY（固定金额）。',
      '第 2 期：2024-03-31 支付 250.00 CNY（总额的 25%）。',
      '第 2 期日期的推算：2024-02-04 → 2024-03-04 → 2024-03-31。',
      '第 3 期：2024-01-30 支付 90.00 CNY（扣除固定金额后余额的 10%）。',
      '第 4 期：2024-01-24 支付 90.00 CNY（不含税金额的 10%）。',
      '第 5 期：2024-04-25 支付 235.00 CNY（余额的 50%）。',
      '第 6 期：2024-05-25 支付 235.00 CNY（余款）。',
      '第 3 期的付款日 2024-01-30 早于前一期（2024-03-31）。',
      '第 4 期的付款日 2024-01-24 早于发票日期。',
      '第 4 期的付款日 2024-01-24 早于前一期（2024-01-30）。',
    ])
  })

  it('rounds long percentages, takes the title of the plan, and shows a minus sign', () => {
    const thirds = planInstalments({ date: '2024-01-31', amount: '-100', currency: 'CNY' }, threeEqualInstalments)
    expect(explainInstalments(thirds, threeEqualInstalments).sentences).toEqual([
      'The plan "Three equal monthly instalments" divides −100.00 CNY, counted from 2024-01-31. Instalments: 3.',
      'Instalment 1: −33.33 CNY on 2024-02-29 (33.333333% of the whole amount).',
      'Instalment 2: −33.33 CNY on 2024-03-31 (33.333333% of the whole amount).',
      'Instalment 3: −33.34 CNY on 2024-04-30 (the rest).',
    ])
    expect(explainInstalments(thirds, threeEqualInstalments, zhCN).sentences[0]).toBe(
      '按分期计划“按月分三期等额付款”，−100.00 CNY 自 2024-01-31 起算，分 3 期支付。',
    )
  })

  it('does not round a share to nothing or all', () => {
    const shares = ['99.99999999', '0.00000001'].map((percent) => ({ share: { type: 'percent', percent, of: 'total' }, due: [] }) as const)
    const [all, nothing] = shares.map((line) => {
      const split: InstalmentPlan = { ...plan, lines: [line, { share: { type: 'rest' }, due: [] }] }
      return explainInstalments(planInstalments({ date: '2024-01-01', amount: '100', currency: 'CNY' }, split), split).sentences[1]
    })
    expect(all).toBe('Instalment 1: 100.00 CNY on 2024-01-01 (99.99999999% of the whole amount).')
    expect(nothing).toBe('Instalment 1: 0.00 CNY on 2024-01-01 (0.00000001% of the whole amount).')
  })

  it('knows the plan among the calendars that were asked', () => {
    const calendar = { kind: 'business-calendar', id: 'days', version: 1 } as const
    const asked: InstalmentPlan = { ...plan, lines: [{ share: { type: 'rest' }, due: [{ toBusinessDay: 'following', calendar: 'days' }] }] }
    const some = planInstalments({ date: '2024-01-27', amount: '10', currency: 'CNY' }, asked, { calendars: { days: calendar } })
    expect(some.policies).toHaveLength(2)
    expect(explainInstalments(some, asked).sentences.at(-1)).toBe('Instalment 1: 10.00 CNY on 2024-01-29 (the rest).')
  })

  it('refuses instalments that another plan made, and what are none', () => {
    expect(issuesOf(() => explainInstalments(instalments, { ...plan, id: 'other' }))).toEqual([['other-policy', ['instalments', 'policies']]])
    expect(issuesOf(() => explainInstalments({ ...instalments, amount: 1000 } as never, { ...plan, lines: [] }))).toEqual([
      ['empty', ['plan', 'lines']],
      ['wrong-type', ['instalments', 'amount']],
    ])
    expect(issuesOf(() => explainInstalments(undefined as never, plan))).toEqual([['missing', ['instalments']]])
    const bad = { ...instalments, instalments: [{ ...instalments.instalments[0], line: 7, dates: 'x' }], diagnoses: [{ code: 'dates-fall' }] }
    expect(issuesOf(() => explainInstalments(bad as never, plan))).toEqual([
      ['too-large', ['instalments', 'instalments', 0, 'line']],
      ['wrong-type', ['instalments', 'instalments', 0, 'dates']],
      ['missing', ['instalments', 'diagnoses', 0, 'params']],
    ])
  })
})
