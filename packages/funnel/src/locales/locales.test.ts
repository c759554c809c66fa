import { describe, expect, it } from 'vitest'
import { en } from './en.js'
import { zhCN } from './zh-CN.js'

/** Every text of a locale with its place, and the placeholders in it. */
const placeholders = (value: unknown, place = ''): string[] =>
  typeof value === 'string'
    ? [`${place}: ${[...new Set(value.match(/[{]\w+[}]/g) ?? [])].sort().join(' ')}`]
    : Object.entries(value as object).flatMap(([key, one]) => placeholders(one, `${place}.${key}`))

describe('locales', () => {
  it('say the same in both languages, as plain data', () => {
    expect(placeholders(zhCN).sort()).toEqual(placeholders(en).sort())
    for (const locale of [en, zhCN]) expect(JSON.parse(JSON.stringify(locale))).toEqual(locale)
  })

  it('have no English left in the Chinese', () => {
    const { core: _, languageTag: __, ...own } = zhCN
    const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts))
    const foreign = /[{]\w+[}]|Aalen–Johansen|Kaplan–Meier|n = /g
    for (const text of texts(own)) expect(text.replace(foreign, '')).not.toMatch(/[A-Za-z,;:()"]|[A-Za-z.,;:()"]{2}|[.,;:] |[.,;:]$/)
  })
})
