import { en } from '@clientele/funnel/locales/en'
import { zhCN } from '@clientele/funnel/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showEffort } from './effort.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

describe('the example of the dividing of time', () => {
  const inEnglish = showEffort(english.effort, en).join('\n')
  const inChinese = showEffort(chinese.effort, zhCN).join('\n')

  /** What is told below a heading, up to the next. */
  const told = (heading: 'book' | 'week' | 'shortWeek', all = inEnglish, texts = english.effort): string =>
    all.slice(all.indexOf(`■ ${texts[heading]}`)).split('\n■')[0] as string

  it('states the counts as examples, with the hours that one takes', () => {
    expect(told('book')).toMatch(/figures are examples/)
    expect(told('book')).toMatch(/potential customer +250 +105 +105 +40 +2\n/)
    expect(told('book')).toMatch(/long-term supporter or partner +42 +36 +4 +2 +5\n/)
    expect(told('book', inChinese, chinese.effort)).toMatch(/数字为举例[\s\S]*准客户 +105 +60 +40 +5 +2\n/)
  })

  it('gives the hours of a week to where one brings most: 4,050, 3,600, 3,375 and 2,025 yuan', () => {
    // By hand: 0.9 × 0.75 × 0.6 × 20,000 / 2; 0.9 × 20,000 / 5; 0.9 × 0.75 × 20,000 / 4; half of 0.9 × 0.75 × 0.6 × 20,000 / 2.
    expect(told('week')).toMatch(
      /"prospect" gets 10 h: .* 4050 CNY[\s\S]*partner" gets 10 h: .* 3600 CNY[\s\S]*"actual customer" gets 16 h: .* 3375 CNY[\s\S]*"potential customer" gets 4 h: .* 2025 CNY/,
    )
    expect(told('week')).toMatch(/40 h of work .* 138600 CNY/)
    expect(told('week', inChinese, chinese.effort)).toMatch(/40 小时.*138600 CNY[\s\S]*“准客户”分得 10 小时[\s\S]*“潜在客户”分得 4 小时/)
  })

  it('lets two stages go without in a short week', () => {
    expect(told('shortWeek')).toMatch(/16 h of work .* 62100 CNY/)
    expect(told('shortWeek')).toMatch(
      /"prospect" gets 10 h[\s\S]*partner" gets 6 h[\s\S]*"actual customer" gets no time[\s\S]*"potential customer" gets no time/,
    )
    expect(told('shortWeek', inChinese, chinese.effort)).toMatch(/“现实客户”不分配时间[\s\S]*“潜在客户”不分配时间/)
  })

  it('calls who is won a partner, and says that who goes without brings less', () => {
    expect(told('week')).toContain('Worked on in that time: 2, of whom 20.25% stay partners in the end; that brings 8100 CNY.')
    expect(told('week', inChinese, chinese.effort)).toContain('其间可跟进 2 个，最终成为合作伙伴的比例为 20.25%，预计带来 8100 CNY。')
    expect(told('shortWeek')).toContain('"actual customer" gets no time: an hour there brings 3375 CNY, less than where the hours went.')
    expect(inChinese).not.toContain('最终赢单率')
  })

  it('says what follows from it', () => {
    for (const lesson of english.effort.lessons) expect(inEnglish).toContain(lesson)
    for (const lesson of chinese.effort.lessons) expect(inChinese).toContain(lesson)
  })

  it('leaves no placeholder', () => {
    for (const text of [inEnglish, inChinese]) expect(text).not.toMatch(/[{}]|undefined|null|NaN/)
  })
})
