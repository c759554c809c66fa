import { en } from '@clientele/credit/locales/en'
import { zhCN } from '@clientele/credit/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showCredit } from './credit.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

/** The lines below a heading, up to the next empty one. */
function section(lines: readonly string[], heading: string): string[] {
  const start = lines.indexOf(`■ ${heading}`) + 1
  const end = lines.indexOf('', start)
  return lines.slice(start, end === -1 ? undefined : end)
}

describe('the credit example', () => {
  const inEnglish = showCredit(english.credit, en)
  const inChinese = showCredit(chinese.credit, zhCN)

  it('shows what is payable when, as the chapter has it', () => {
    expect(inEnglish.slice(0, 7)).toEqual([
      'Sales Management, chapter 7: credit terms',
      'An invoice of 10000.00 CNY of 2024-03-01, under the terms 2/15, 1/20, N/30:',
      '',
      'From        To          Off (%)    To pay',
      '─────────────────────────────────────────',
      '2024-03-01  2024-03-16        2   9800.00',
      '2024-03-17  2024-03-21        1   9900.00',
    ])
    expect(inEnglish[7]).toBe('2024-03-22  2024-03-31        0  10000.00')
  })

  it('says so in both languages', () => {
    expect(section(inEnglish, 'In words').slice(1)).toEqual([
      '  If paid by 2024-03-16: 9800.00 CNY, after a discount of 2% (200.00 CNY).',
      '  If paid from 2024-03-17 to 2024-03-21: 9900.00 CNY, after a discount of 1% (100.00 CNY).',
      '  If paid from 2024-03-22 to 2024-03-31: 10000.00 CNY, without a discount.',
    ])
    expect(section(inChinese, '用文字说明').slice(1)).toEqual([
      '  2024-03-16 及之前付款：应付 9800.00 CNY，现金折扣 2%（200.00 CNY）。',
      '  2024-03-17 至 2024-03-21 付款：应付 9900.00 CNY，现金折扣 1%（100.00 CNY）。',
      '  2024-03-22 至 2024-03-31 付款：应付 10000.00 CNY，没有现金折扣。',
    ])
  })

  it('shows who pays when, on time and too late', () => {
    const lines = section(inEnglish, 'Who pays when')
    expect(lines.filter((line) => line.startsWith('    As of'))).toEqual([
      '    As of 2024-03-16, invoice INV-1 (10000.00 CNY) is settled.',
      '    As of 2024-03-21, invoice INV-1 (10000.00 CNY) is settled.',
      '    As of 2024-03-31, invoice INV-1 (10000.00 CNY) is settled.',
      '    As of 2024-03-18, 200.00 CNY of invoice INV-1 (10000.00 CNY) is open; it is due on 2024-03-31.',
      '    As of 2024-04-05, 200.00 CNY of invoice INV-1 (10000.00 CNY) is open and has been overdue for 5 days; it was due on 2024-03-31.',
    ])
    expect(lines).toContain(
      '    The discount of 2% within 15 days was taken too late: 200.00 CNY is still to be settled, unless 100.00 CNY is paid by 2024-03-21.',
    )
    expect(section(inChinese, '何时付款，结果如何')).toContain(
      '    已过折扣期，仍扣除了 15 天内付款 2% 的现金折扣：除非在 2024-03-21 及之前支付 100.00 CNY，否则尚须结清 200.00 CNY。',
    )
  })

  it('shows what it costs a year not to take the discount', () => {
    expect(section(inEnglish, 'What it costs not to take the discount').slice(2)).toEqual([
      '  Letting the discount of 2% within 15 days go for the discount of 1% within 20 days costs 74.49% a year.',
      '  Letting the discount of 1% within 20 days go and paying the whole amount on day 30 costs 36.87% a year.',
      '  Letting the discount of 2% within 15 days go and paying the whole amount on day 30 costs 49.66% a year.',
    ])
    expect(section(inChinese, '放弃现金折扣的成本').slice(1).join('')).toMatch(/74\.49%.*36\.87%.*49\.66%/)
  })
})
