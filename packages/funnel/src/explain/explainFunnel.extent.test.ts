import { describe, expect, it } from 'vitest'
import { pipeline, wayOf } from '../../testing/stageLogs.js'
import { explainFunnel } from '../explain.js'
import { type FunnelOptions, measureFunnel, type StageChange } from '../index.js'
import { zhCN } from '../locales/zh-CN.js'

const asOf = '2024-03-31'
const locales = [undefined, zhCN]
const explained = (log: readonly StageChange[], more: Partial<FunnelOptions> = {}) =>
  locales.map((locale) => explainFunnel(measureFunnel(log, pipeline, { asOf, ...more }), pipeline, locale).sentences)

const open = wayOf('A', ['2024-03-01', 'lead'])

describe('explainFunnel of few deals, or of some of them', () => {
  it('says that there are no deals', () => {
    expect(explained([])).toEqual([['There are no deals in "sales" up to 2024-03-31.'], ['截至 2024-03-31，“sales”没有商机。']])
    expect(explained(wayOf('A', ['2024-04-01', 'lead']))[0]).toEqual([
      'There are no deals in "sales" up to 2024-03-31.',
      'Changes after 2024-03-31, which are in no figure: 1.',
    ])
  })

  it('does not say that there are no deals where their changes were rejected', () => {
    expect(explained(wayOf('A', ['never', 'lead']), { invalid: 'collect' })).toEqual([
      [
        'The log has no valid change of a deal in "sales" up to 2024-03-31.',
        'Changes that were rejected, and are in no figure: 1. Their deals are told by what is left of them, if anything is.',
      ],
      ['日志中没有“sales”截至 2024-03-31 的有效变更。', '被拒绝、未计入的变更：1 条；所属商机如有其余变更，按其余变更计。'],
    ])
  })

  it('does not say that there are no deals where none entered when it was asked', () => {
    expect(explained(open, { entered: { from: '2024-01-01', to: '2024-01-31' } })).toEqual([
      [
        'As of 2024-03-31, no deal in "sales" is known to have entered from 2024-01-01 to 2024-01-31.',
        'Deals that entered at another time, and are in no figure: 1.',
      ],
      ['就截至 2024-03-31 所知，“sales”中没有于 2024-01-01 至 2024-01-31 期间进入的商机。', '在其他时间进入、未计入的商机：1 个。'],
    ])
  })

  it.each<[NonNullable<FunnelOptions['entered']>, string, string]>([
    [
      { from: '2024-03-01', to: '2024-03-31' },
      'Deals in "sales" that entered from 2024-03-01 to 2024-03-31, as of 2024-03-31: 1; won: 0; lost: 0; open: 1.',
      '截至 2024-03-31，“sales”中于 2024-03-01 至 2024-03-31 期间进入的商机共 1 个：赢单 0 个；丢单 0 个；未结 1 个。',
    ],
    [
      { from: '2024-03-01' },
      'Deals in "sales" that entered on 2024-03-01 or later, as of 2024-03-31: 1; won: 0; lost: 0; open: 1.',
      '截至 2024-03-31，“sales”中于 2024-03-01 及以后进入的商机共 1 个：赢单 0 个；丢单 0 个；未结 1 个。',
    ],
    [
      { to: '2024-03-01' },
      'Deals in "sales" that entered on 2024-03-01 or earlier, as of 2024-03-31: 1; won: 0; lost: 0; open: 1.',
      '截至 2024-03-31，“sales”中于 2024-03-01 及以前进入的商机共 1 个：赢单 0 个；丢单 0 个；未结 1 个。',
    ],
    [
      {},
      'Deals in "sales" up to 2024-03-31: 1; won: 0; lost: 0; open: 1.',
      '截至 2024-03-31，“sales”的商机共 1 个：赢单 0 个；丢单 0 个；未结 1 个。',
    ],
  ])('says of which deals it tells: entered %j', (entered, ...summaries) => {
    expect(explained(open, { entered }).map(([summary]) => summary)).toEqual(summaries)
  })

  it('says that no share can be told, and not that it is 0, where no deal is won or lost', () => {
    const [english, chinese] = explained(open)
    expect(english?.[1]).toBe('No deal is won or lost yet, so that no share that is won can be told.')
    expect(chinese?.[1]).toBe('尚无赢单或丢单的商机，赢单率无从得出。')
    expect([english, chinese].flat().filter((sentence) => /%|These three|三种/.test(sentence ?? ''))).toEqual([])
  })

  it('says that deals came to a stage or beyond it, of which some only passed it', () => {
    const [english, chinese] = explained(wayOf('A', ['2024-03-01', 'lead'], ['2024-03-11', 'won']))
    expect(english).toContain(
      'Came to "quoted" or beyond: 1; got on: 1; lost: 0; open: 0. Of these, passed it without ever standing in it: 1. Of those that came, 100% got on.',
    )
    expect(chinese).toContain('“quoted”：到达（含越过）1 个；推进 1 个；丢单 0 个；未结 0 个。到达的商机中，只是越过的有 1 个。推进率为 100%。')
  })

  it('quotes what groups are called, and not what deals in none of them are called', () => {
    const named = 'deals that state no region'
    const log = ['A', 'B'].flatMap((deal) =>
      wayOf(deal, ['2024-03-01', 'lead', { attributes: { region: deal === 'A' ? named : null } }], ['2024-03-11', 'won']),
    )
    expect(explained(log, { by: 'region' })[0]).toContain(
      `Won of the deals that are won or lost, by region, the highest share first: "${named}" 100% (1 of 1), ${named} 100% (1 of 1).`,
    )
    const undecided = log.filter(({ to }) => to === 'lead')
    expect(explained(undecided, { by: 'region' })[0]).toContain(`Groups of which no deal is won or lost yet: "${named}", ${named}.`)
  })

  it('tells the ten most frequent reasons, and how many more there are', () => {
    const lost = (count: number) =>
      Array.from({ length: count }, (_, index) => wayOf(`D${index}`, ['2024-03-01', 'lead'], ['2024-03-11', 'lost', { reason: `r${index}` }])).flat()
    const reasonsOf = (count: number) =>
      explained(lost(count)).map((sentences) => sentences.find((one) => /^(Lost deals, by reason|丢单按原因)/.test(one)) ?? '')
    const [english, chinese] = reasonsOf(12) as [string, string]
    expect(english.match(/r\d+ 1 \(8[.]33%\)/g)).toHaveLength(10)
    expect(english).toMatch(/, 2 more[.]$/)
    expect(chinese).toMatch(/、另有 2 个。$/)
    const [ten] = reasonsOf(10) as [string, string]
    expect(ten.match(/r\d+ 1 \(10%\)/g)).toHaveLength(10)
    expect(ten).not.toContain('more')
  })
})
