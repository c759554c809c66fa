import { en } from '@clientele/scoring/locales/en'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showScreening } from './screening.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

describe('the screening example', () => {
  it('in English: table, formulas, order, misprint and the word "average"', () => {
    expect(showScreening(english.screening, en)).toEqual([
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
      '■ How far each weight may move',
      '  Weights are a matter of opinion: one of them moves, the others stay as they are.',
      '  Large demand for the product or service (weight 5): whatever this weight is, the order stays as it is.',
      '  Large contribution to gross profit (weight 4): whatever this weight is, the order stays as it is.',
      "  Good prospects of the customer's business (weight 3): the order stays as it is from 0 to 13.",
      "  B overtakes A when the weight of Good prospects of the customer's business passes 13.",
      "  When the weight of Good prospects of the customer's business reaches 13, also selected: B.",
      "  When the weight of Good prospects of the customer's business passes 13, no longer selected: A.",
      '  Able to pay on time (weight 2): the order stays as it is from 0 to 12.',
      '  B overtakes A when the weight of Able to pay on time passes 12.',
      '  When the weight of Able to pay on time reaches 12, also selected: B.',
      '  When the weight of Able to pay on time passes 12, no longer selected: A.',
      '  Good reputation for cooperation (weight 1): whatever this weight is, the order stays as it is.',
      '  D is nowhere worse than A and somewhere better: no weights put it behind.',
      '  D is better than C in every criterion: no weights put it behind.',
      '  A is better than C in every criterion: no weights put it behind.',
      '  B is nowhere worse than C and somewhere better: no weights put it behind.',
      '',
      '■ Do other methods agree?',
      '  By weighted product, from the highest score to the lowest: D (10000000000), A (4500000000), B (331776000), C (248832).',
      '  By TOPSIS, from the highest score to the lowest: D (0.85), A (0.805), B (0.549), C (0).',
      '  By VIKOR, from the lowest score, which is the best, to the highest: D (0), A (0.0476), B (0.393), C (1).',
      '  The compromise: D, A.',
      '  The first is not ahead of the second by 0.333, which would make its place clear.',
      '  By PROMETHEE II, from the highest score to the lowest: D (8.333), A (5.667), B (0.667), C (−14.667).',
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
    const lines = showScreening(chinese.screening, zhCN)
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
    expect(lines).toContain('  “能够按时付款”的权重超过 12 时，B 超过 A。')
    expect(lines).toContain('  折衷方案：D、A。')
    expect(lines).toContain('  C：表中列为 53，实际总分为 35，相差 18。看来两个数字颠倒了。')
    expect(lines).toContain('  两种情况下排序相同，因为即使是 53 也低于 B 的 57：结论成立，数字却错了。')
  })
})
