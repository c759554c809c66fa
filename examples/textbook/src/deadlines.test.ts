import { en } from '@clientele/complaints/locales/en'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showDeadlines } from './deadlines.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

describe('the example of deadlines', () => {
  const inEnglish = showDeadlines(english.deadlines, english.complaints, en).join('\n')
  const inChinese = showDeadlines(chinese.deadlines, chinese.complaints, zhCN).join('\n')

  it('counts one hour on the Saturday that is worked, none on the nine days of the festival, eight and one after it', () => {
    expect(inEnglish).toMatch(/10 h\b/)
    expect(inEnglish).toMatch(/Sat 2026-02-14/)
    expect(inEnglish).toMatch(/2026-02-24/)
    expect(inEnglish).toMatch(/2026-02-25/)
    expect(inChinese).toMatch(/2026-02-25/)
  })

  it('tells whose the seven working days are', () => {
    expect(inEnglish).toMatch(/authority/)
    expect(inChinese).toMatch(/主管部门|市场监督管理部门/)
  })

  it('has every clock met at the end', () => {
    const end = inEnglish.slice(inEnglish.indexOf(english.deadlines.end))
    expect(end).toMatch(/missed: 0; running: 0; waiting: 0; met: 4/)
  })

  it('calls events and calendars by their titles, and tells all times in those of the office', () => {
    for (const text of [inEnglish, inChinese]) expect(text).not.toMatch(/"[A-Z][a-z]+[A-Z]\w*"|“[A-Z][A-Za-z]+”|UTC\+00:00/)
    expect(inEnglish).toContain('"complaint accepted" came on')
    expect(inChinese).toContain('“投诉成立”发生于')
  })

  it('leaves no placeholder open', () => {
    for (const text of [inEnglish, inChinese]) expect(text).not.toMatch(/\{[a-z]+\}|undefined|NaN/)
  })
})
