import { describe, expect, it } from 'vitest'
import { curve, probability } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainWinProbability } from '../explain.js'
import { winProbability } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

describe('explainWinProbability', () => {
  it('says how likely a deal is won, what this rests on, and of what nobody can tell', () => {
    expect(explainWinProbability(probability).sentences).toEqual([
      'A deal of this stage and age is won with a probability of 42.86%.',
      'Past deals that were open for longer than that, which this rests on: 7; the fewer, the less it is worth.',
      'Of 25.71% of them nobody can tell, because none was watched beyond an age of 60 days.',
    ])
    expect(explainWinProbability(probability, zhCN).sentences).toEqual([
      '处于该阶段和时长的商机，赢单概率为 42.86%。',
      '所依据的是以往未结时长超过这一时长的商机：7 个；越少，越不足为凭。',
      '其中 25.71% 无从判断，因为没有商机的观察时长超过 60 天。',
    ])
    expect(explainWinProbability({ ...probability, unresolved: 0 }).sentences).toHaveLength(2)
  })

  it('says that there is nobody to judge by, or not as many as were asked for, which is not 0', () => {
    const unknown = winProbability({ stage: 'x', ageDays: 3 }, {})
    expect(explainWinProbability(unknown).sentences).toEqual([
      'How likely a deal of this stage and age is won cannot be told: there is no past deal to judge by that was open for longer than that and was decided later.',
    ])
    expect(explainWinProbability(unknown, zhCN).sentences).toEqual([
      '该阶段和时长的商机赢单概率无从判断：没有未结时长超过这一时长、此后才有结果的以往商机可供判断。',
    ])
    const few = winProbability({ stage: 'quoted', ageDays: 15 }, { quoted: curve }, { minimumSample: 8 })
    expect(explainWinProbability(few).sentences).toEqual([
      'How likely a deal of this stage and age is won is not told: past deals to judge by are too few (7).',
    ])
    expect(explainWinProbability(few, zhCN).sentences).toEqual(['该阶段和时长的商机赢单概率不予给出：可供判断的以往商机太少（7 个）。'])
    const old = winProbability({ stage: 'quoted', ageDays: 60 }, { quoted: curve })
    expect(explainWinProbability(old)).toEqual(explainWinProbability(unknown))
    expect(explainWinProbability({ ...probability, probability: 0 }).sentences[0]).toBe(
      'A deal of this stage and age is won with a probability of 0%.',
    )
  })

  it('refuses what is not as stated', () => {
    const issues = (change: object) => issuesOf(() => explainWinProbability({ ...probability, ...change }))
    expect(issues({ probability: 1.5 })).toEqual([['too-large', ['result', 'probability']]])
    expect(issues({ probability: null })).toEqual([
      ['outdated-input', ['result', 'unresolved']],
      ['outdated-input', ['result', 'throughDays']],
    ])
    expect(issues({ unresolved: null })).toEqual([['wrong-type', ['result', 'unresolved']]])
    expect(issues({ unresolved: 0.9 })).toEqual([['too-large', ['result', 'unresolved']]])
    expect(issues({ sample: 0 })).toEqual([['too-small', ['result', 'sample']]])
    expect(issuesOf(() => explainWinProbability(null as never))).toEqual([['wrong-type', ['result']]])
  })
})
