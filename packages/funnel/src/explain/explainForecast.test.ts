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
      'From 2024-06-01 to 2024-06-30, 210 EUR can be expected: 120 EUR already won, 90 EUR from open deals (2 of them). In nine of ten cases it is between 120 EUR and 370 EUR, in half of them up to 170 EUR. The target of 250 EUR is reached with a probability of 25%; on average 40 EUR is missing.',
      'This rests on "Sales" as it stood at the end of 2024-06-05.',
      'By stage: an open deal is won with the probability that is set for its stage, and counts on its expected date.',
      'Open deals whose expected date is past, and which still count on it until it is corrected: 1, worth 50 EUR. They are: "B".',
      'Open deals that state no expected date, and are in no period: 1, worth 90 EUR. They are: "C".',
      'Ranges and probabilities are exact, not simulated.',
      'Deals are taken to be won independently of each other, which makes the ranges too narrow where they are not; a backtest tells which spread fits.',
      'Open deals that are in no period because they state no amount: 1. They are: "E".',
      'Open deals that are in no period because no probability is set for their stage: 1. They are: "F".',
    ])
    expect(explainForecast(byStage, salesPipeline, zhCN).sentences).toEqual([
      '2024-06-01 至 2024-06-30 预计 210 EUR：已赢单 120 EUR、来自未结商机 90 EUR（2 个）。九成情况下介于 120 EUR 与 370 EUR 之间，半数情况下不超过 170 EUR。达到目标 250 EUR 的概率为 25%；平均尚差 40 EUR。',
      '以上依据“销售”截至 2024-06-05 的情况。',
      '按阶段预测：未结商机按所处阶段设定的概率赢单，计入其预计日期。',
      '预计日期已过、在更正之前仍计入该日期的未结商机：1 个，金额 50 EUR。即：“B”。',
      '未注明预计日期、未计入任何期间的未结商机：1 个，金额 90 EUR。即：“C”。',
      '区间和概率均为精确计算，未经模拟。',
      '各商机视为互不相关；若实际相关，区间就会过窄，应放宽多少可由回测得知。',
      '因未注明金额而未计入任何期间的未结商机：1 个。即：“E”。',
      '因所处阶段未设定概率而未计入任何期间的未结商机：1 个。即：“F”。',
    ])
  })

  it('says by age what was taken from history, and how it was simulated; and rounds amounts', () => {
    const [february, later, , ...told] = sentencesOf(byAge)
    expect(byAge.periods[0]?.expected).toMatch(/^1075\.92\d{3,}$/)
    expect(february).toMatch(
      /^From 2024-02-01 to 2024-02-29, 1075\.92 EUR can be expected: 414 EUR already won, 661\.92 EUR from open deals \(19 of them\)\./,
    )
    expect(later).toMatch(/, 1026\.26 EUR can be expected: nothing won yet, 1026\.26 EUR from deals yet to enter\. In nine .* up to [\d.]+ EUR\.$/)
    expect(told.slice(0, 6)).toEqual([
      'By age: an open deal is won as often as earlier ones that had been open in its stage for as long.',
      'It counts whenever earlier ones were won, whatever date it states.',
      'Earlier deals that must have been open in a stage for as long before a deal is judged by them: 2 at least.',
      'An open deal that states no amount may be worth as much as any won one, with equal chance.',
      'Deals that are yet to enter count too: 1 a day, as in the 90 days before.',
      'By month of the quarter, in percent of what age alone says, deals are won: month 1 100.96%, month 2 100.23%, month 3 98.69%; and lost: month 1 100%, month 2 100%, month 3 100%.',
    ])
    expect(told[6]).toMatch(
      /^Open deals that state no expected date, and are placed by when .* won: 26, worth 2676 EUR\. They are: ("L\d+", ){10}16 more\.$/,
    )
    expect(told[7]).toMatch(/^Open deals that state no expected date, and are in no period: 65, worth 6696 EUR\. They are: ("L\d+", ){10}55 more\.$/)
    expect(told.slice(8, 11)).toEqual([
      'Expected amounts are exact; ranges and probabilities are exact for some periods, and simulated for the others, with 10000 draws from the seed 7.',
      'Ranges are 1.5 times as wide as those of deals that are won independently of each other.',
      'Changes after 2024-02-10, which are not looked at: 41.',
    ])
    expect(told[11]).toMatch(/^Open deals that are in no period because too few .* have been decided, or none: 65\. They are: "L101", /)
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
    expect(told({ target: '210.001', gap: '0.001', probabilityOfTarget: 0 })).toContain('probability of 0%; on average <0.01 EUR is missing.')
    const { target: _, gap: __, ...untargeted } = june
    expect(sentencesOf({ ...byStage, periods: [{ ...untargeted, probabilityOfTarget: null }] })[0]).toMatch(/up to 170 EUR\.$/)
  })

  it('says that all is certain, or one amount most likely, or nothing to be expected', () => {
    expect(sentencesOf(withPeriod({ standardDeviation: 0 }))[0]).toContain('. As far as the forecast goes, that is certain. The target')
    expect(sentencesOf(withPeriod({ low: '120.001', median: '120.002', high: '120.004' }))[0]).toContain('. In nine of ten cases it is 120 EUR. The')
    const nothing = forecastSales([], salesPipeline, {
      asOf: '2024-06-05',
      method: 'stage',
      periods: [{ from: '2024-06-01', to: '2024-06-30' }],
      target: 5,
    })
    expect(sentencesOf(nothing)[0]).toBe(
      'From 2024-06-01 to 2024-06-30, nothing can be expected: no deal is won in it, and none that is open counts in it with an amount. The target of 5 EUR is reached with a probability of 0%; on average 5 EUR is missing.',
    )
  })

  it('tells twelve of many periods, and that there are none', () => {
    const many = sentencesOf({ ...byStage, periods: Array.from({ length: 15 }, () => june) })
    expect(many.filter((sentence) => sentence.startsWith('From '))).toHaveLength(12)
    expect(many[12]).toBe('Further periods that are not listed here: 3.')
    const none = sentencesOf({ ...byStage, periods: [], currency: null })
    expect(none.slice(0, 3)).toEqual([
      'No period of "Sales" was asked for.',
      'This rests on "Sales" as it stood at the end of 2024-06-05.',
      'Amounts state no currency.',
    ])
    expect(none.join(' ')).not.toContain('Ranges')
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
