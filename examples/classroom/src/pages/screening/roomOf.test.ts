import { weightStability } from '@clientele/scoring'
import { en } from '@clientele/scoring/locales/en'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import { describe, expect, it } from 'vitest'
import { candidatesOf, defaults, type ScreeningFields, scorecardOf } from './fields.js'
import { roomText } from './roomOf.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

const stabilityOf = (changes: Partial<ScreeningFields>) => {
  const fields = { ...defaults, ...changes }
  return weightStability(candidatesOf(fields), scorecardOf(fields)).criteria
}

const rooms = (changes: Partial<ScreeningFields>) => stabilityOf(changes).map((one) => roomText(one, english, en))

describe('the room of a weight', () => {
  it('is said of the chapter', () => {
    expect(rooms({})).toEqual([
      'The order holds, whatever this weight is.',
      'The order holds, whatever this weight is.',
      'The order holds up to 13. Above, B overtakes A.',
      'The order holds up to 12. Above, B overtakes A.',
      'The order holds, whatever this weight is.',
    ])
    expect(stabilityOf({}).map((one) => roomText(one, chinese, zhCN))[2]).toBe('不超过 13 时，顺序不变。再大，B 超过 A。')
  })

  it('has bounds on both sides', () => {
    expect(rooms({ 'weight-prospects': '14' })).toEqual([
      'The order holds from 3 to 6. Below, B overtakes D. Above, A overtakes B.',
      'The order holds from 3 to 4.5. Below, B overtakes D. Above, A overtakes B.',
      'The order holds from 13 to 16. Below, A overtakes B. Above, B overtakes D.',
      'The order holds from 1. Below, A overtakes B.',
      'The order holds from 0.333 to 1.5. Below, B overtakes D. Above, A overtakes B.',
    ])
  })

  it('is none where totals tie', () => {
    expect(rooms({ 'weight-prospects': '13' })[0]).toBe('Here A = B; any other weight decides.')
  })

  it('is told of a weight that counts for nothing', () => {
    expect(rooms({ 'weight-demand': '0' })[0]).toBe('A weight of 0 counts for nothing. The order holds, whatever this weight is.')
    const chineseRooms = stabilityOf({ 'weight-demand': '0' }).map((one) => roomText(one, chinese, zhCN))
    expect(chineseRooms[0]).toBe('权重为 0，不起任何作用。无论权重多少，顺序都不变。')
  })
})
