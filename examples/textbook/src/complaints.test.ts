import { en } from '@clientele/complaints/locales/en'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { showComplaints } from './complaints.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

/** The lines below a heading, up to the next heading. */
function section(lines: readonly string[], heading: string): string {
  const start = lines.indexOf(`■ ${heading}`) + 1
  const end = lines.findIndex((line, index) => index > start && line.startsWith('■'))
  return lines.slice(start, end === -1 ? undefined : end).join('\n')
}

describe('the example of complaints', () => {
  const inEnglish = showComplaints(english.complaints, en)
  const inChinese = showComplaints(chinese.complaints, zhCN)
  const told = (heading: keyof typeof english.complaints): string => section(inEnglish, english.complaints[heading])
  const toldInChinese = (heading: keyof typeof chinese.complaints): string => section(inChinese, chinese.complaints[heading])

  it('goes the whole way, from the record to the file', () => {
    expect(told('case').trim().split('\n')).toHaveLength(13)
    expect(told('case')).toMatch(/13\b.*complaint closed/i)
    expect(toldInChinese('case')).toMatch(/投诉已结案/)
    expect(told('outcome')).toMatch(/Closed/)
    expect(toldInChinese('outcome')).toMatch(/已结案/)
  })

  it('refuses a verdict before anyone has expressed sympathy', () => {
    expect(told('tooEarly')).toMatch(/express sympathy/)
    expect(told('tooEarly')).toMatch(/First the feelings, then the matter/)
    expect(toldInChinese('tooEarly')).toMatch(/先处理感情，再处理事情/)
  })

  it('refuses an agent’s approval of her own proposal, for both reasons', () => {
    expect(told('ownProposal')).toMatch(/manager/)
    expect(told('ownProposal')).toMatch(/proposer/)
    expect(toldInChinese('ownProposal')).toMatch(/主管经理/)
  })

  it('refuses the manager what goes beyond the limit together with what was paid before: 4,900 + 120 > 5,000', () => {
    expect(told('overLimit')).toMatch(/5020\.00/)
    expect(told('overLimit')).toMatch(/director/)
    expect(toldInChinese('overLimit')).toMatch(/5020\.00.*5000\.00/s)
  })

  it('draws the diagram in both languages', () => {
    expect(told('diagram')).toMatch(/stateDiagram-v2/)
    expect(told('diagram')).toMatch(/Recorded/)
    expect(toldInChinese('diagram')).toMatch(/已记录/)
  })

  it('leaves no placeholder open and says nothing twice in English', () => {
    const sections = Object.entries(english.complaints).map(([, heading]) => section(inEnglish, heading))
    for (const text of [...inEnglish.filter((line) => !line.includes('{"')), ...inChinese]) expect(text).not.toMatch(/\{[a-z]+\}|undefined|NaN/)
    expect(sections.filter((text) => text !== '').length).toBeGreaterThanOrEqual(10)
  })
})
