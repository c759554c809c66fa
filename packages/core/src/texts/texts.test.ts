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

  it('takes the first in the alphabet where English is missing, and nothing where there is nothing', () => {
    expect(localizeText({ fr: 'Oui', de: 'Ja' }, 'zh-CN')).toBe('Ja')
    expect(localizeText({}, 'en')).toBe('')
    expect(localizeText('Plain', 'zh-CN')).toBe('Plain')
  })
})

describe('localizeText of Chinese', () => {
  const both = { 'zh-TW': '繁', 'zh-CN': '简', en: 'e' }
  it.each([
    [both, 'zh-Hans', '简'],
    [both, 'zh', '简'],
    [both, 'zh-SG', '简'],
    [both, 'zh-Hant', '繁'],
    [both, 'zh-HK', '繁'],
    [{ 'zh-HK': '港', 'zh-TW': '臺' }, 'zh-TW', '臺'],
    [{ de: 'd', en: 'e' }, 'fr', 'e'],
    [{ 'zh-Hant': '繁', 'zh-Hans': '简' }, 'zh-CN', '简'],
    [{ 'zh-Hant': '繁', en: 'e' }, 'zh-CN', '繁'],
    [{ 'sr-Latn': 'latinica', 'sr-Cyrl': 'ћирилица' }, 'sr-Cyrl-RS', 'ћирилица'],
  ])('takes the script wanted from %j for %s: %s', (text, tag, expected) => {
    expect(localizeText(text as never, tag)).toBe(expected)
    expect(localizeText(Object.fromEntries(Object.entries(text).reverse()), tag)).toBe(expected)
  })
})

describe('formatMessage', () => {
  it('fills what it has, joins lists, and takes no property of a prototype', () => {
    expect(formatMessage('{a} {b} {c} {toString} {a}', { a: 1, b: ['x', 'y'] })).toBe('1 x, y {c} {toString} 1')
    expect(formatMessage('{a}', { a: '$& {b}', b: 'no' })).toBe('$& {b}')
    expect(formatMessage('{a}', { a: null })).toBe('null')
  })
})
