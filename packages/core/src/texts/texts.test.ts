import { describe, expect, it } from 'vitest'
import { formatMessage } from '../explain.js'
import { localizeText } from '../index.js'

describe('localizeText', () => {
  const titles = { fr: 'Réputation', en: 'Reputation', 'zh-CN': '信誉', 'zh-TW': '信譽' }
  it.each([
    ['en', 'Reputation'],
    ['EN', 'Reputation'],
    ['en-GB', 'Reputation'],
    ['zh-CN', '信誉'],
    ['zh-TW', '信譽'],
    ['zh-tw', '信譽'],
    ['zh', '信誉'],
    ['zh-Hans-CN', '信誉'],
    ['fr-CA', 'Réputation'],
    ['de', 'Reputation'],
    ['e', 'Reputation'],
    ['', 'Reputation'],
    ['__proto__', 'Reputation'],
  ])('for %s takes %s', (tag, text) => {
    expect(localizeText(titles, tag)).toBe(text)
  })

  it('takes the first there is where English is missing, and nothing where there is nothing', () => {
    expect(localizeText({ fr: 'Oui', de: 'Ja' }, 'zh-CN')).toBe('Oui')
    expect(localizeText({}, 'en')).toBe('')
    expect(localizeText('Plain', 'zh-CN')).toBe('Plain')
  })
})

describe('formatMessage', () => {
  it('fills what it has, joins lists, and takes no property of a prototype', () => {
    expect(formatMessage('{a} {b} {c} {toString} {a}', { a: 1, b: ['x', 'y'] })).toBe('1 x, y {c} {toString} 1')
    expect(formatMessage('{a}', { a: '$& {b}', b: 'no' })).toBe('$& {b}')
    expect(formatMessage('{a}', { a: null })).toBe('null')
  })
})
