import { describe, expect, it } from 'vitest'
import { fillTemplate } from './fillTemplate.js'

describe('fillTemplate', () => {
  it('has a space between a Chinese character and a number, and none between two Chinese characters', () => {
    const template = '由 {before} 变为 {after}。'
    expect(fillTemplate(template, { before: 57, after: '95 天' })).toBe('由 57 变为 95 天。')
    expect(fillTemplate(template, { before: '57 天', after: '不到 1 天' })).toBe('由 57 天变为不到 1 天。')
  })

  it('leaves spaces within facts, beside letters, and where a fact is missing', () => {
    expect(fillTemplate('按 {by} 分组', { by: '区 域' })).toBe('按区 域分组')
    expect(fillTemplate('in {week} of', { week: '周' })).toBe('in 周 of')
    expect(fillTemplate('按 {toString} 分组', {})).toBe('按 {toString} 分组')
    expect(fillTemplate('{group} 个', { group: '{by} 中 文' })).toBe('{by} 中 文个')
  })
})
