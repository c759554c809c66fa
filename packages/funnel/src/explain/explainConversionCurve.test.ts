import { describe, expect, it } from 'vitest'
import { curve, kaplanMeier, openCurve } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { AS_OF, watched } from '../../testing/watchedDeals.js'
import { explainConversionCurve } from '../explain.js'
import { conversionCurve } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainConversionCurve', () => {
  it('says of known answer 10 (R survival) that half of the deals are won and that of 22.5 % nobody can tell', () => {
    expect(explainConversionCurve(curve).sentences).toEqual([
      'Deals that the curve up to 2024-12-31 is made of: 8.',
      'By 60 days after entering, 50% are won, 27.5% are lost, and 22.5% are not decided.',
      'Half of the deals are won within 60 days of entering.',
      'Won after entering: within 7 days 0%, within 14 days 12.5%, within 30 days 27.5%.',
      'At its end the curve of won deals has a standard error of 21.07 percentage points; with a confidence of 95% it lies between 18.99% and 89.79% there.',
      'No deal was watched for longer than 60 days: of what comes later the curve says nothing.',
      'Aalen–Johansen: being won and being lost compete, so that a lost deal is never won; open deals count for as long as they were watched.',
    ])
    expect(explainConversionCurve(curve, zhCN).sentences).toEqual([
      '截至 2024-12-31 的曲线所依据的商机：8 个。',
      '进入后 60 天之内，赢单 50%，丢单 27.5%，未定 22.5%。',
      '半数商机在进入后 60 天之内赢单。',
      '进入后赢单的比率：7 天内 0%、14 天内 12.5%、30 天内 27.5%。',
      '赢单曲线末端的标准误为 21.07 个百分点；在 95% 的置信度下介于 18.99% 与 89.79% 之间。',
      '没有商机的观察时长超过 60 天，此后的情形曲线不作判断。',
      '采用 Aalen–Johansen 法：赢单与丢单相互竞争，丢单的商机不会再赢单；未结商机按已观察的时长计入。',
    ])
  })

  it('says that Kaplan–Meier makes 65 % of the same deals, and why that is too much', () => {
    expect(explainConversionCurve(kaplanMeier).sentences).toEqual([
      'Deals that the curve up to 2024-12-31 is made of: 8.',
      'By 60 days after entering, 65% would be won and 35% not yet, if no deal were ever lost.',
      'If no deal were ever lost, half of them would be won within 60 days of entering.',
      'Won after entering, if no deal were ever lost: within 7 days 0%, within 14 days 12.5%, within 30 days 30%.',
      'At its end the curve of won deals has a standard error of 26.37 percentage points; with a confidence of 95% it lies between 22.67% and 98.62% there.',
      'No deal was watched for longer than 60 days: of what comes later the curve says nothing.',
      'Kaplan–Meier: lost deals count as if they had only been lost sight of and might still be won, so that the share that is won is too high wherever deals are lost; Aalen–Johansen does without this.',
    ])
    expect(explainConversionCurve(kaplanMeier, zhCN).sentences).toEqual([
      '截至 2024-12-31 的曲线所依据的商机：8 个。',
      '假如没有丢单，进入后 60 天之内赢单 65%，尚未赢单 35%。',
      '假如没有丢单，半数商机会在进入后 60 天之内赢单。',
      '假如没有丢单，进入后赢单的比率：7 天内 0%、14 天内 12.5%、30 天内 30%。',
      '赢单曲线末端的标准误为 26.37 个百分点；在 95% 的置信度下介于 22.67% 与 98.62% 之间。',
      '没有商机的观察时长超过 60 天，此后的情形曲线不作判断。',
      '采用 Kaplan–Meier 法：丢单视同失去观察、仍可能赢单，因此只要有丢单，赢单比率就偏高；Aalen–Johansen 法没有这一问题。',
    ])
  })

  it('says that nothing is decided yet, and that there is nothing to decide', () => {
    expect(explainConversionCurve(openCurve).sentences).toEqual([
      'Deals that the curve up to 2024-12-31 is made of: 1.',
      'None of them is won or lost yet.',
      'No deal was watched for longer than 5 days: of what comes later the curve says nothing.',
      'Aalen–Johansen: being won and being lost compete, so that a lost deal is never won; open deals count for as long as they were watched.',
    ])
    expect(explainConversionCurve(openCurve, zhCN).sentences).toEqual([
      '截至 2024-12-31 的曲线所依据的商机：1 个。',
      '其中尚无赢单或丢单。',
      '没有商机的观察时长超过 5 天，此后的情形曲线不作判断。',
      '采用 Aalen–Johansen 法：赢单与丢单相互竞争，丢单的商机不会再赢单；未结商机按已观察的时长计入。',
    ])
    const lost = conversionCurve([watched('a', 5, 'lost')], { asOf: AS_OF, method: 'kaplan-meier' })
    expect(explainConversionCurve(lost).sentences[1]).toBe('None of them is won yet.')
    const none = conversionCurve([], { asOf: AS_OF })
    expect(explainConversionCurve(none).sentences).toEqual(['There are no deals to make a curve of up to 2024-12-31.'])
    expect(explainConversionCurve(none, zhCN).sentences).toEqual(['截至 2024-12-31 没有可供绘制曲线的商机。'])
  })

  it('says that half are never won, and that there is no interval, where that is so', () => {
    const { sentences } = explainConversionCurve(conversionCurve([watched('a', 1, 'lost'), watched('b', 2, 'lost')], { asOf: AS_OF }))
    expect(sentences.slice(1, 4)).toEqual([
      'By 2 days after entering, 0% are won, 100% are lost, and 0% are not decided.',
      'As far as the curve goes, less than half of the deals are won.',
      'At its end the curve of won deals has a standard error of 0 percentage points; no interval can be told.',
    ])
    const one = conversionCurve([watched('a', 1, 'won'), watched('b', 2, 'open'), watched('c', 2, 'open')], { asOf: AS_OF, method: 'kaplan-meier' })
    expect(explainConversionCurve(one).sentences[2]).toBe(
      'As far as the curve goes, less than half of the deals would be won, even if none were ever lost.',
    )
    expect(explainConversionCurve(one, zhCN).sentences[2]).toBe('就曲线所及，即使没有丢单，赢单的商机也不到半数。')
  })

  it('tells what share was won by then at every milestone before the end, and at none after it', () => {
    const deals = [0, 7, 14, 45, 800].map((days) => watched(days, days, 'won'))
    const told = explainConversionCurve(conversionCurve(deals, { asOf: '2026-12-31' })).sentences[3]
    expect(told).toBe(
      'Won after entering: within 7 days 40%, within 14 days 60%, within 30 days 60%, within 60 days 80%, within 90 days 80%, within 180 days 80%, within 365 days 80%, within 730 days 80%.',
    )
  })

  it('says what to bear in mind', () => {
    const counts = { 'entered-later': 1, 'never-watched': 2, 'closed-later': 3, 'risk-set-used-up': 4, rejected: 5 }
    const diagnoses = Object.entries(counts).map(([code, count]) => ({ code: code as keyof typeof counts, params: { count } }))
    expect(explainConversionCurve({ ...curve, diagnoses }).sentences.slice(-5)).toEqual([
      'Deals that entered after 2024-12-31, and are not in the curve: 1.',
      'Deals that were not watched by 2024-12-31, and are not in the curve: 2.',
      'Deals that were won or lost after 2024-12-31, and are open here: 3.',
      'Deals that came under watch when no deal was left open, and of which the curve tells nothing: 4.',
      'Deals that were rejected, and are not in the curve: 5.',
    ])
  })

  it('refuses what is not as stated', () => {
    const issues = (change: object) => issuesOf(() => explainConversionCurve({ ...curve, ...change } as never))
    expect(issues({ median: 30 })).toEqual([['outdated-input', ['curve', 'median']]])
    expect(issues({ times: [] })).toContainEqual(['wrong-length', ['curve', 'won']])
    expect(issuesOf(() => explainConversionCurve(null as never))).toEqual([['wrong-type', ['curve']]])
  })
})
