import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainRebate } from '../explain.js'
import { type LossRebate, rebateOnLosses } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { casinoRebate } from '../templates.js'

const inDollars: LossRebate = { ...casinoRebate, currency: 'USD', inKind: false }
const say = (loss: number | string, programme = casinoRebate, locale = en): readonly string[] =>
  explainRebate(deepFreeze(rebateOnLosses({ level: 'diamond', loss }, programme)), programme, locale).sentences

describe('explainRebate', () => {
  it('says how much of a loss is given back, in kind or in money', () => {
    expect(say(20000)).toEqual([
      'Under the programme "Casino rebate on losses", the level "diamond" gets 30% of losses back.',
      'Of a loss of 20000, 6000 is given back, in goods and services.',
    ])
    expect(say('1234.55', inDollars)[1]).toBe('Of a loss of 1234.55 USD, 370.37 USD is given back, in money.')
    expect(say('1234.55', inDollars, zhCN)).toEqual([
      '按返还方案“赌场按等级返还损失”，等级“钻石级”的损失返还比例为 30%。',
      '损失 1234.55 USD，以现金返还 370.37 USD。',
    ])
    expect(say(100, casinoRebate, zhCN)[1]).toBe('损失 100，以商品和服务返还 30。')
  })

  it('says why nothing is given back', () => {
    expect(say(0)[1]).toBe('Nothing was lost, so nothing is given back.')
    expect(say('-5', inDollars)[1]).toBe('5.00 USD was won, so nothing is given back.')
    expect([say(0, casinoRebate, zhCN)[1], say('-5', inDollars, zhCN)[1]]).toEqual(['没有损失，不予返还。', '赢得 5.00 USD，没有损失，不予返还。'])
  })

  it('refuses what is no rebate, or is of another programme', () => {
    const rebate = rebateOnLosses({ level: 'gold', loss: 100 }, casinoRebate)
    const refuse = (changed: object, programme: unknown = casinoRebate) =>
      issuesOf(() => explainRebate({ ...rebate, ...changed }, programme as never))
    expect(issuesOf(() => explainRebate(null as never, casinoRebate))).toEqual([['wrong-type', ['rebate']]])
    expect(refuse({ loss: 5, inKind: undefined }, { ...casinoRebate, levels: [] })).toEqual([
      ['empty', ['programme', 'levels']],
      ['wrong-type', ['rebate', 'loss']],
      ['missing', ['rebate', 'inKind']],
    ])
    expect(refuse({ policies: [] })).toEqual([['other-policy', ['rebate', 'policies']]])
    expect(refuse({ level: 'bronze' })).toEqual([['outdated-input', ['rebate', 'level']]])
    expect(refuse({}, { ...casinoRebate, inKind: false, levels: [{ id: 'gold', percent: 20 }] })).toEqual([
      ['outdated-input', ['rebate', 'percent']],
      ['outdated-input', ['rebate', 'amount']],
      ['outdated-input', ['rebate', 'inKind']],
    ])
    expect(refuse({ currency: 'CNY' })).toEqual([['unknown-key', ['rebate', 'currency']]])
  })
})
