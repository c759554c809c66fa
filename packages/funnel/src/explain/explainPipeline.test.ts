import { describe, expect, it } from 'vitest'
import { easyPipeline, strictPipeline } from '../../testing/explainedResults.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainPipeline } from '../explain.js'
import { zhCN } from '../locales/zh-CN.js'
import { opportunityPipeline, textbookFunnel } from '../templates.js'

describe('explainPipeline', () => {
  it('says which stages there are, what they take and ask for, and by which rules', () => {
    expect(explainPipeline(strictPipeline).sentences).toEqual([
      '"Strict sales" (version 2): the stages of a deal, in their order: "First talk", "Offer", "deal".',
      '1. "First talk": top of the funnel; nothing is needed to enter it; deals there are won with a probability of 12.5%.',
      '2. "Offer": middle of the funnel; needed to enter it: offer, terms; how likely deals there are won is not known, which is not 0%.',
      '3. "deal": bottom of the funnel; nothing is needed to enter it; to be done on entering it: send the invoice, call; how likely deals there are won is not known, which is not 0%.',
      'A deal must not skip stages.',
      'A deal must not go back to an earlier stage.',
      'A deal that is won or lost must not be opened again.',
      'A lost deal must state why, by one of these reasons: Price, time.',
      'The log says "signed" of a deal that is won, and "gone" of one that is lost.',
      'Amounts that state no currency are in CNY.',
    ])
    expect(explainPipeline(strictPipeline, zhCN).sentences).toEqual([
      '“严格销售”（第 2 版）：商机依次经过的阶段为“初次洽谈”、“报价”、“deal”。',
      '1．“初次洽谈”：漏斗上部；进入时无须证明材料；处于该阶段的商机赢单概率为 12.5%。',
      '2．“报价”：漏斗中部；进入时须有：offer、条款；处于该阶段的商机赢单概率不详（不等于 0%）。',
      '3．“deal”：漏斗下部；进入时无须证明材料；进入后须办：开具发票、call；处于该阶段的商机赢单概率不详（不等于 0%）。',
      '商机不得跳过阶段。',
      '商机不得退回先前的阶段。',
      '赢单或丢单的商机不得重新打开。',
      '丢单须注明原因，限于：价格、time。',
      '日志中以“signed”表示赢单，以“gone”表示丢单。',
      '未注明币种的金额以 CNY 计。',
    ])
  })

  it('says what is allowed, unknown, or not laid down', () => {
    expect(explainPipeline(easyPipeline).sentences).toEqual([
      '"Easy" (version 1): the stages of a deal, in their order: "a", "b", "c".',
      '1. "a": nothing is needed to enter it; how likely deals there are won is not known, which is not 0%.',
      '2. "b": needed to enter it: quotation; how likely deals there are won is not known, which is not 0%.',
      '3. "c": nothing is needed to enter it; to be done on entering it: review; how likely deals there are won is not known, which is not 0%.',
      'A deal may skip stages.',
      'A deal may go back to an earlier stage.',
      'A deal that is won or lost may be opened again.',
      'There are no reasons for a lost deal to state.',
      'The log says "won" of a deal that is won, and "lost" of one that is lost.',
    ])
    expect(explainPipeline(easyPipeline, zhCN).sentences).toEqual([
      '“Easy”（第 1 版）：商机依次经过的阶段为“a”、“b”、“c”。',
      '1．“a”：进入时无须证明材料；处于该阶段的商机赢单概率不详（不等于 0%）。',
      '2．“b”：进入时须有：quotation；处于该阶段的商机赢单概率不详（不等于 0%）。',
      '3．“c”：进入时无须证明材料；进入后须办：review；处于该阶段的商机赢单概率不详（不等于 0%）。',
      '商机可以跳过阶段。',
      '商机可以退回先前的阶段。',
      '赢单或丢单的商机可以重新打开。',
      '没有规定丢单原因。',
      '日志中以“won”表示赢单，以“lost”表示丢单。',
    ])
    const optional = explainPipeline({ ...easyPipeline, lossReasons: ['price', 'time'] })
    expect(optional.sentences).toContain('A lost deal may state why, by one of these reasons: price, time.')
  })

  it('has a probability of 0 as such', () => {
    const never = { ...easyPipeline, stages: [{ id: 'a', winPercent: 0 }] }
    expect(explainPipeline(never).sentences[1]).toBe('1. "a": nothing is needed to enter it; deals there are won with a probability of 0%.')
  })

  it('takes the templates, in Chinese without a word of English but names', () => {
    for (const template of [opportunityPipeline, textbookFunnel]) {
      expect(explainPipeline(template).sentences.length).toBeGreaterThan(template.stages.length + 4)
      const [, ...sentences] = explainPipeline(template, zhCN).sentences
      for (const sentence of sentences) expect(sentence.replace(/“(won|lost)”/g, '')).not.toMatch(/[A-Za-z]/)
    }
  })

  it('refuses what is no pipeline', () => {
    expect(issuesOf(() => explainPipeline(null as never))).toEqual([['wrong-type', ['pipeline']]])
    expect(issuesOf(() => explainPipeline({ ...easyPipeline, skips: 'x' } as never))).toEqual([['not-allowed', ['pipeline', 'skips']]])
  })
})
