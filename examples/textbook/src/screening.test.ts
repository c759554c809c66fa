import { en } from '@clientele/scoring/locales/en'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showScreening } from './screening.js'
import { chinese, english } from './texts.js'

describe('the screening example', () => {
  it('in English: table, formulas, order, misprint and the word "average"', () => {
    expect(showScreening(english, en)).toEqual([
      'Sales Management, chapter 7: screening customers by weighted score',
      'Weights and ratings both run from 1 to 5; a total is the sum of weight × rating.',
      '',
      'Criterion                                  Weight   A   B   C   D',
      '─────────────────────────────────────────────────────────────────',
      'Large demand for the product or service         5   5   4   3   5',
      'Large contribution to gross profit              4   5   3   2   5',
      "Good prospects of the customer's business       3   4   5   2   4",
      'Able to pay on time                             2   3   4   2   4',
      'Good reputation for cooperation                 1   4   2   2   5',
      'Total, computed                                    67  57  35  70',
      'Total, as printed                                  67  57  53  70',
      '',
      '■ How each total comes about',
      '  A: 5×5 + 4×5 + 3×4 + 2×3 + 1×4 = 67',
      '  B: 5×4 + 4×3 + 3×5 + 2×4 + 1×2 = 57',
      '  C: 5×3 + 4×2 + 3×2 + 2×2 + 1×2 = 35',
      '  D: 5×5 + 4×5 + 3×4 + 2×4 + 1×5 = 70',
      '',
      '■ The result',
      '  From the highest total to the lowest: D (70), A (67), B (57), C (35).',
      '  Selected (the highest 2): D, A.',
      '',
      '■ A misprint to find',
      '  C: 53 is printed, but the total is 35; the difference is 18. It seems that two digits were swapped.',
      '  The order is the same either way, because even 53 is below the 57 of B; the conclusion holds, the number does not.',
      '',
      '■ A word to mind',
      '  The text calls the totals "weighted averages". They are weighted sums; the averages are the sums divided by 15: A 4.467, B 3.8, C 2.333, D 4.667.',
    ])
  })

  it('in Chinese: the same, with columns that line up', () => {
    const lines = showScreening(chinese, zhCN)
    expect(lines.slice(3, 12)).toEqual([
      '标准                    权重   A   B   C   D',
      '────────────────────────────────────────────',
      '对产品或服务的需求量大     5   5   4   3   5',
      '对毛利的贡献大             4   5   3   2   5',
      '客户的业务前景好           3   4   5   2   4',
      '能够按时付款               2   3   4   2   4',
      '合作信誉好                 1   4   2   2   5',
      '总分（计算）                  67  57  35  70',
      '总分（书中）                  67  57  53  70',
    ])
    expect(lines).toContain('  总分由高到低：D（70）、A（67）、B（57）、C（35）。')
    expect(lines).toContain('  C：表中列为 53，实际总分为 35，相差 18。看来两个数字颠倒了。')
    expect(lines).toContain('  两种情况下排序相同，因为即使是 53 也低于 B 的 57：结论成立，数字却错了。')
  })
})
