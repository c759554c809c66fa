import { describe, expect, it } from 'vitest'
import { titleOf, titlesOf } from '../explain.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const titled = { id: 'a', title: { en: 'One', 'zh-CN': '一' } }

describe('titleOf', () => {
  it('is the title in the language, or the id', () => {
    expect([titleOf(titled, en), titleOf(titled, zhCN)]).toEqual(['One', '一'])
    expect([titleOf({ id: 'b' }, en), titleOf({ id: 'b', title: undefined }, en), titleOf({ id: 'b', title: 'B' }, zhCN)]).toEqual(['b', 'b', 'B'])
  })
})

describe('titlesOf', () => {
  it('finds each by its id; what is not listed is called by its id', () => {
    const title = titlesOf([titled, { id: 'b' }], zhCN)
    expect(['a', 'b', 'c', '__proto__'].map(title)).toEqual(['一', 'b', 'c', '__proto__'])
  })
})
