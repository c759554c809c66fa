import { describe, expect, it } from 'vitest'
import { byAge, byStage, salesLog, salesPipeline } from '../../testing/explainedForecasts.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainForecast } from '../explain.js'
import { forecastSales, type PeriodForecast, type SalesForecast } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const sentencesOf = (forecast: SalesForecast): readonly string[] => explainForecast(forecast, salesPipeline).sentences
const [june] = byStage.periods as [PeriodForecast]
const withPeriod = (more: Partial<PeriodForecast>): SalesForecast => ({ ...byStage, periods: [{ ...june, ...more }] })

describe('explainForecast', () => {
  it('says what is expected, how far that is certain and what is missing; how it was told; and what is in no period', () => {
    expect(sentencesOf(byStage)).toEqual([
      'From 2024-06-01 to 2024-06-30, 210 EUR can be expected: 120 EUR already won, 90 EUR from open deals (2 of them). In at least nine of ten cases it is between 120 EUR and 370 EUR; the median is 170 EUR. The target of 250 EUR is reached with a probability of 25%; on average 40 EUR is missing.',
      'Open deals that are in no period because they state no amount: 1. They are: "E".',
      'Open deals that are in no period because no probability is set for their stage: 1, worth 33.34 EUR. They are: "F".',
      'Open deals that state no expected date, and are in no period: 1, worth 90 EUR. They are: "C".',
      'This rests on "Sales" as it stood at the end of 2024-06-05.',
      'By stage: an open deal is won with the probability that is set for its stage, and counts on its expected date.',
      'Open deals whose expected date is past, and which still count on it until it is corrected: 1, worth 50 EUR. They are: "B".',
      'Ranges and probabilities are exact, not simulated.',
      'Deals are taken to be won independently of each other, which makes the ranges too narrow where they are not; a backtest tells which spread fits.',
    ])
    expect(explainForecast(byStage, salesPipeline, zhCN).sentences).toEqual([
      '2024-06-01 至 2024-06-30 期间预计 210 EUR：已赢单 120 EUR、来自未结商机 90 EUR（2 个）。至少九成情况下介于 120 EUR 与 370 EUR 之间；中位数为 170 EUR。达到目标 250 EUR 的概率为 25%；平均尚差 40 EUR。',
      '因未注明金额而未计入任何期间的未结商机：1 个。即：“E”。',
      '因所处阶段未设定概率而未计入任何期间的未结商机：1 个，金额 33.34 EUR。即：“F”。',
      '未注明预计日期、未计入任何期间的未结商机：1 个，金额 90 EUR。即：“C”。',
      '以上依据“销售”截至 2024-06-05 的情况。',
      '按阶段预测：未结商机按所处阶段设定的概率赢单，计入其预计日期。',
      '预计日期已过、在更正之前仍计入该日期的未结商机：1 个，金额 50 EUR。即：“B”。',
      '区间和概率均为精确计算，未经模拟。',
      '各商机视为互不相关；若实际相关，区间就会过窄，应放宽多少可由回测得知。',
    ])
  })

  it('says by age what was taken from history, and how it was simulated; and rounds amounts', () => {
    const [february, later, unknown, , ...told] = sentencesOf(byAge)
    expect(byAge.periods[0]?.expected).toMatch(/^1075\.92\d{3,}$/)
    expect(february).toMatch(
      /^From 2024-02-01 to 2024-02-29, 1075\.92 EUR can be expected: 414 EUR already won, 661\.92 EUR from open deals \(19 of them\)\./,
    )
    expect(later).toMatch(
      /, 1026\.26 EUR can be expected: nothing won yet, 1026\.26 EUR from deals yet to enter\. In at least nine .*; the median is [\d.]+ EUR\.$/,
    )
    expect(told.slice(0, 6)).toEqual([
      'By age: an open deal is won as often as earlier ones that had been open in its stage for as long.',
      'It counts whenever earlier ones were won, whatever date it states.',
      'Earlier deals that must have been open in a stage for as long before a deal is judged by them: 2 at least.',
      'An open deal that states no amount may be worth as much as any won one, with equal chance.',
      'Deals that are yet to enter count too: 1 a day, as in the 90 days before.',
      'By month of the quarter, in percent of what age alone says, deals are won so often (month 1: 100.96%, month 2: 100.23%, month 3: 98.69%), and lost so often (month 1: 100%, month 2: 100%, month 3: 100%).',
    ])
    expect(told[6]).toMatch(
      /^Open deals that state no expected date, and are placed by when .* won: 26, worth 2676 EUR\. They are: ("L\d+", ){10}16 more\.$/,
    )
    expect(told.slice(7)).toEqual([
      'Expected amounts are exact; ranges and probabilities are worked out for some periods, and simulated for the others, with 10000 draws from the seed 7.',
      'Ranges are 1.5 times as wide as those of deals that are won independently of each other, as far as that is possible, and probabilities of targets go by that; the median is not changed.',
      'Changes after 2024-02-10, which are not looked at: 41.',
    ])
    expect(unknown).toMatch(
      /^Open deals that are in no period because too few .* have been decided, or none: 65, worth 6696 EUR\. They are: ("L\d+", ){10}55 more\.$/,
    )
  })

  it('does not say that ranges are exact which were made wider', () => {
    expect(sentencesOf({ ...byStage, spread: 2 }).join(' ')).not.toMatch(/exact|independently of each other, which/)
  })

  it('tells each open deal once: one that is not known neither as overdue nor as without a date', () => {
    const [open] = byStage.unplaced
    const lost = { ...(open as (typeof byStage.unplaced)[number]), reason: 'insufficient-history' as const }
    const late = { ...(byStage.overdue[0] as (typeof byStage.overdue)[number]), reason: 'insufficient-history' as const }
    const diagnoses = [{ code: 'insufficient-history' as const, params: { count: 2 } }]
    const told = sentencesOf({ ...byStage, unknown: [lost, late], diagnoses })
    expect(told.filter((sentence) => sentence.startsWith('Open deals'))).toEqual([
      expect.stringMatching(/too few .*: 2, worth 140 EUR\. They are: "C", "B"\.$/),
    ])
  })

  it('says how far a target is from what is expected', () => {
    const told = (more: Partial<PeriodForecast>): string => (sentencesOf(withPeriod(more))[0] as string).split('. ').at(-1) as string
    expect(told({ target: '200', gap: '-10', probabilityOfTarget: 0.4 })).toBe(
      'The target of 200 EUR is reached with a probability of 40%; on average 10 EUR comes beyond it.',
    )
    expect(told({ target: '210', gap: '0.00', probabilityOfTarget: 0.4 })).toBe(
      'The target of 210 EUR is reached with a probability of 40%; on average it is met exactly.',
    )
    expect(told({ target: '120.00', gap: '-90', probabilityOfTarget: 1 })).toBe(
      'The target of 120 EUR is reached already; on average 90 EUR comes beyond it.',
    )
    expect(told({ target: '210.001', gap: '0.001', probabilityOfTarget: 0 })).toContain(
      'probability of 0%; on average less than 0.01 EUR is missing.',
    )
    const { target: _, gap: __, ...untargeted } = june
    expect(sentencesOf({ ...byStage, periods: [{ ...untargeted, probabilityOfTarget: null }] })[0]).toMatch(/the median is 170 EUR\.$/)
  })

  it('says that all is certain, or one amount most likely, or nothing to be expected', () => {
    expect(sentencesOf(withPeriod({ standardDeviation: 0 }))[0]).toContain(
      '. As far as the forecast goes, that is certain. The target of 250 EUR is missed by 40 EUR.',
    )
    expect(sentencesOf(withPeriod({ low: '120.001', median: '120.002', high: '120.004' }))[0]).toContain(
      '. In at least nine of ten cases it is 120 EUR. The',
    )
    const nothing = forecastSales([], salesPipeline, {
      asOf: '2024-06-05',
      method: 'stage',
      periods: [{ from: '2024-06-01', to: '2024-06-30' }],
      target: 5,
    })
    expect(sentencesOf(nothing)[0]).toBe(
      'From 2024-06-01 to 2024-06-30, nothing can be expected: no deal is won in it, and none that is open counts in it with an amount. The target of 5 EUR is missed by 5 EUR.',
    )
  })

  it('tells twelve of many periods, and that there are none', () => {
    const many = sentencesOf({ ...byStage, periods: Array.from({ length: 15 }, () => june) })
    expect(many.filter((sentence) => sentence.startsWith('From '))).toHaveLength(12)
    expect(many[12]).toBe('Further periods that are not listed here: 3.')
    const none = sentencesOf({ ...byStage, periods: [], currency: null, unknown: [], unplaced: [], diagnoses: [] })
    expect(none.slice(0, 3)).toEqual([
      'No period of "Sales" was asked for.',
      'This rests on "Sales" as it stood at the end of 2024-06-05.',
      'Amounts state no currency.',
    ])
    expect(none.join(' ')).not.toContain('Ranges')
  })

  it('tells periods that follow each other and bring nothing in one sentence', () => {
    const dayOf = (month: string, day: number): string => `2024-${month}-${String(day).padStart(2, '0')}`
    const days = Array.from({ length: 30 }, (_, index) => ({ from: dayOf('07', index + 1), to: dayOf('07', index + 1) }))
    const periods = [...days, { from: '2024-06-01', to: '2024-06-30' }, { from: '2024-09-01', to: '2024-09-30' }]
    const options = { asOf: '2024-06-05', method: 'stage', periods, target: 5 } as const
    const won = [{ deal: 'D', at: '2024-06-03', to: 'won', amount: 3 }]
    const made = forecastSales(won, salesPipeline, options)
    expect(sentencesOf(made).slice(0, 4)).toEqual([
      'In each of 30 periods from 2024-07-01 to 2024-07-30, nothing can be expected: no deal is won in it, and none that is open counts in it with an amount. The target of 5 EUR is missed by 5 EUR.',
      'From 2024-06-01 to 2024-06-30, 3 EUR can be expected: 3 EUR already won. As far as the forecast goes, that is certain. The target of 5 EUR is missed by 2 EUR.',
      'From 2024-09-01 to 2024-09-30, nothing can be expected: no deal is won in it, and none that is open counts in it with an amount. The target of 5 EUR is missed by 5 EUR.',
      'This rests on "Sales" as it stood at the end of 2024-06-05.',
    ])
    expect(explainForecast(made, salesPipeline, zhCN).sentences[0]).toBe(
      '2024-07-01 至 2024-07-30 的 30 个期间均预计没有销售额：没有赢单，也没有计入的未结商机金额。未达目标 5 EUR，差 5 EUR。',
    )
  })

  it('says that nobody can tell where too little is known of the deals that may count, and nothing else is there', () => {
    const log = [{ deal: 'X', at: '2024-05-01', to: 'quoted', amount: 500_000, expected: '2024-06-20' }]
    const [june, july] = [
      { from: '2024-06-01', to: '2024-06-30' },
      { from: '2024-07-01', to: '2024-07-31' },
    ]
    const made = forecastSales(log, salesPipeline, { asOf: '2024-06-05', method: 'age', periods: [june, july], target: 100_000 })
    expect(made.periods[0]).toMatchObject({ expected: '0.00', probabilityOfTarget: 0 })
    expect(sentencesOf(made).slice(0, 2)).toEqual([
      'From 2024-06-01 to 2024-06-30, what is to be expected cannot be told: nothing is won yet, and open deals (1, worth 500000 EUR) have no history to be judged by. How likely the target of 100000 EUR is reached cannot be told either.',
      'From 2024-07-01 to 2024-07-31, nothing can be expected: no deal is won in it, and none that is open counts in it with an amount. The target of 100000 EUR is missed by 100000 EUR.',
    ])
    expect(explainForecast(made, salesPipeline, zhCN).sentences[0]).toBe(
      '2024-06-01 至 2024-06-30 期间无从预测：尚无赢单，而未结商机（1 个，金额 500000 EUR）没有可供判断的历史。达到目标 100000 EUR 的概率同样无从判断。',
    )
    const undated = log.map(({ expected: _, ...change }) => change)
    const anytime = forecastSales(undated, salesPipeline, { asOf: '2024-06-05', method: 'age', periods: [june, july] })
    expect(sentencesOf(anytime)[0]).toMatch(/^In each of 2 periods from 2024-06-01 to 2024-07-31, what is to be expected cannot be told: /)
    const over = forecastSales(undated, salesPipeline, { asOf: '2024-06-30', method: 'age', periods: [june] })
    expect(sentencesOf(over)[0]).toMatch(/, nothing can be expected: /)
  })

  it('says of a period that is past that what open deals count in it has not come', () => {
    const made = forecastSales(salesLog, salesPipeline, { asOf: '2024-06-30', method: 'stage', periods: [{ from: '2024-06-01', to: '2024-06-30' }] })
    expect(sentencesOf(made)[0]).toMatch(/ of them\)\. This period is over: what open deals count in it has not come\. In at least/)
    expect(explainForecast(made, salesPipeline, zhCN).sentences[0]).toContain('该期间已结束，其中未结商机的金额尚未实现。')
    expect(sentencesOf(byStage)[0]).not.toContain('over')
  })

  it('does not say of what never came in a simulation, or always, that it is impossible, or certain', () => {
    const told = (probabilityOfTarget: number, draws: number): string =>
      sentencesOf({ ...withPeriod({ computed: 'simulated', probabilityOfTarget }), simulation: { seed: 1, draws } })[0] as string
    expect(told(0, 10_000)).toContain('with a probability of less than 0.01%;')
    expect(told(1, 10_000)).toContain('with a probability of more than 99.99%;')
    expect(told(0, 2000)).toContain('with a probability of less than 0.05%;')
    expect(told(0, 0)).toContain('with a probability of less than 50%;')
    expect(told(0, 1e9)).toContain('with a probability of less than 0.01%;')
    expect(told(0.25, 10_000)).toContain('with a probability of 25%;')
    expect(sentencesOf(withPeriod({ probabilityOfTarget: 0.000_001 }))[0]).toContain('with a probability of less than 0.01%;')
    expect(explainForecast(withPeriod({ probabilityOfTarget: 0.000_001 }), salesPipeline, zhCN).sentences[0]).toContain('的概率为不到 0.01%；')
  })

  it('tells overdue deals that count whenever their curve says, or state no amount', () => {
    const overdue = byStage.overdue.map((deal) => ({ ...deal, amount: null }))
    const told = sentencesOf({ ...byStage, method: 'age', settings: { ...byStage.settings, placement: 'curve' }, overdue })
    expect(told).toContain('Open deals whose expected date is past: 1. They are: "B".')
  })

  it('says what to bear in mind', () => {
    const others = Object.keys(en.forecast.diagnoses).filter(
      (code) => !byStage.unknown.some(({ reason }) => reason === code) && code !== 'insufficient-history',
    )
    const diagnoses = others.map((code, index) => ({ code: code as 'rejected', params: { count: index + 1 } }))
    expect(sentencesOf({ ...byStage, unknown: [], diagnoses }).slice(-8)).toEqual([
      'Changes after 2024-06-05, which are not looked at: 1.',
      'Open deals whose expected date is in none of the periods: 2.',
      'Periods that share days with another one, and must not be added up: 3.',
      'Deals won in a period that state no amount, and add nothing: 4.',
      'Open deals that state no amount, and are taken to be worth as much as won ones: 5.',
      'Deals yet to enter cannot be told, and are left out: none entered in the 90 days before, or none of those won states an amount (entered then: 6).',
      'A season cannot be told, and is left out: not every month of it has been seen as a whole (decided deals: 7).',
      'Changes that were rejected, and are not looked at: 8.',
    ])
  })

  it('shows amounts as its currency has them', () => {
    const yen = forecastSales(
      salesLog.map((change) => ({ ...change, currency: 'JPY' })),
      { ...salesPipeline, currency: 'JPY' },
      { asOf: '2024-06-05', method: 'stage', periods: [{ from: '2024-06-01', to: '2024-06-30' }], target: '250.5' },
    )
    expect(sentencesOf(yen)[0]).toContain('The target of 251 JPY is reached')
  })

  it('refuses what is not as stated', () => {
    expect(issuesOf(() => explainForecast(withPeriod({ expected: '211' }), salesPipeline))).toEqual([
      ['outdated-input', ['forecast', 'periods', 0, 'expected']],
      ['outdated-input', ['forecast', 'periods', 0, 'gap']],
    ])
    expect(issuesOf(() => explainForecast(null as never, null as never))).toEqual([
      ['wrong-type', ['pipeline']],
      ['wrong-type', ['forecast']],
    ])
  })
})
