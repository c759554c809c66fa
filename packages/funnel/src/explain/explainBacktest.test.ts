import { describe, expect, it } from 'vitest'
import { backtestOf } from '../../testing/chartedForecasts.js'
import { unfinished } from '../../testing/everyForecast.js'
import { backtest, salesPipeline } from '../../testing/explainedForecasts.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { explainBacktest } from '../explain.js'
import { type BacktestRun, backtestForecast, type ForecastBacktest } from '../index.js'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'

const policies = backtest.policies
const sentencesOf = (result: ForecastBacktest, locale = en): readonly string[] =>
  explainBacktest({ ...result, policies }, salesPipeline, locale).sentences
const made = (...came: Parameters<typeof backtestOf>[0][number][2][]): ForecastBacktest =>
  backtestOf(came.map((one, index) => [`2026-01-${10 + index}`, '2026-02-28', one]))

describe('explainBacktest', () => {
  it('says how far off forecasts were, how often ranges held, and how each run came out', () => {
    expect(sentencesOf(backtest)).toEqual([
      'Forecasts of "Sales" for 30 days were too high: by 1.9% of what came, over all runs.',
      'A single forecast was off by 1.9% of what came, on average.',
      'What came was within the range of the forecast in 100% of the runs (3 of 3); 90% is promised.',
      'What came asks for no wider ranges than those with the spread of 1 that was tested here.',
      'Runs that this rests on: 3; the fewer, the less it is worth.',
      'As of 2023-11-30, for 2023-12-01 to 2023-12-30: forecast 1039.26 EUR (between 613 EUR and 1544 EUR), came 1029 EUR, of which 615 EUR from deals that were open then. The forecast was too high by 1%. Open deals that could not be forecast: 41.',
      'As of 2023-12-31, for 2024-01-01 to 2024-01-30: forecast 1064.37 EUR (between 616 EUR and 1550 EUR), came 1028 EUR, of which 721 EUR from deals that were open then. The forecast was too high by 3.54%. Open deals that could not be forecast: 51.',
      'As of 2024-01-15, for 2024-01-16 to 2024-02-14: forecast 1043.02 EUR (between 615 EUR and 1546 EUR), came 1031 EUR, of which 721 EUR from deals that were open then. The forecast was too high by 1.17%. Open deals that could not be forecast: 56.',
      'By age: an open deal is won as often as earlier ones that had been open in its stage for as long.',
      'It counts on its expected date; where it states none, whenever earlier ones were won.',
      'An open deal that states no amount may be worth as much as any won one, with equal chance.',
      'Deals that are yet to enter count too, as many a day as entered in the 90 days before.',
      'The months of a quarter are told apart, as more deals are decided in some of them.',
    ])
    const inChinese = explainBacktest(backtest, salesPipeline, zhCN).sentences
    expect(inChinese.slice(0, 6)).toEqual([
      '对“销售”未来 30 天的预测总体偏高：高出实际 1.9%。',
      '单次预测与实际平均相差 1.9%。',
      '实际落在预测区间之内的回测占 100%（3/3）；名义水平为 90%。',
      '就实际情况而言，区间无需宽于回测所用的倍数 1。',
      '以上依据的回测：3 次；越少，越不足为凭。',
      '截至 2023-11-30，对 2023-12-01 至 2023-12-30 预测 1039.26 EUR（介于 613 EUR 与 1544 EUR 之间），实际 1029 EUR，其中 615 EUR 来自当时未结的商机。预测偏高 1%。无从预测的未结商机：41 个。',
    ])
    expect(inChinese).toHaveLength(13)
  })

  it('says that forecasts were too low, or right, and which spread fits', () => {
    const low = made(['90', '80', '95', '100'], ['60', '10', '70', '50'], ['50', '10', '70', '50'])
    expect(sentencesOf({ ...low, spread: 2.5 }).slice(0, 8)).toEqual([
      'Forecasts of "Sales" for 30 days were neither too high nor too low, over all runs.',
      'A single forecast was off by 10% of what came, on average.',
      'What came was within the range of the forecast in 66.67% of the runs (2 of 3); 90% is promised.',
      'The ranges were too narrow: a spread of 2.5 fits what came, not 1 as tested here.',
      'Runs that this rests on: 3; the fewer, the less it is worth.',
      'As of 2026-01-10, for 2026-01-11 to 2026-02-28: forecast 90 CNY (between 80 CNY and 95 CNY), came 100 CNY, of which 100 CNY from deals that were open then. The forecast was too low by 10%. What came is outside the range.',
      'As of 2026-01-11, for 2026-01-12 to 2026-02-28: forecast 60 CNY (between 10 CNY and 70 CNY), came 50 CNY, of which 50 CNY from deals that were open then. The forecast was too high by 20%.',
      'As of 2026-01-12, for 2026-01-13 to 2026-02-28: forecast 50 CNY (between 10 CNY and 70 CNY), came 50 CNY, of which 50 CNY from deals that were open then. The forecast was exact.',
    ])
    const near = made(['10000.1', '90', '20000', '10000'])
    expect(sentencesOf(near).slice(0, 2)).toEqual([
      'Forecasts of "Sales" for 30 days were too high: by less than 0.01% of what came, over all runs.',
      'A single forecast was off by less than 0.01% of what came, on average.',
    ])
    const one = made(['75', '60', '90', '100'])
    expect(sentencesOf(one)[0]).toBe('Forecasts of "Sales" for 30 days were too low: by 25% of what came, over all runs.')
    expect(sentencesOf(one)[3]).toBe(
      'Which spread fits cannot be told: it takes two runs at least, and none in which something came that was held to be impossible.',
    )
    expect(sentencesOf({ ...one, testedSpread: 3, spread: 1.25 })[3]).toBe(
      'The ranges were too wide: a spread of 1.25 fits what came, not 3 as tested here.',
    )
  })

  it('says of a run that ended after the log that it does not count', () => {
    const told = sentencesOf(unfinished)
    expect(told[0]).toBe('Forecasts of "Sales" for 30 days were too low: by 25% of what came, over all runs.')
    expect(told.find((sentence) => sentence.startsWith('What came was within'))).toContain('(0 of 1)')
    const runs = told.filter((sentence) => sentence.startsWith('As of'))
    const ending = 'It ends after the log, so that more may have come, and counts in no figure.'
    expect(runs.map((sentence) => sentence.endsWith(ending))).toEqual([false, true])
    expect(sentencesOf(unfinished, zhCN).filter((sentence) => sentence.endsWith('该期间晚于日志，实际可能更多，不计入各项指标。'))).toHaveLength(1)
  })

  it('says that nothing came, could be forecast, or was tested', () => {
    const nothing = sentencesOf(made(['10', '0', '20', '0']))
    expect(nothing.slice(0, 2)).toEqual(['Nothing came in any run, so that no error can be told.', expect.stringMatching(/^What came was within/)])
    expect(nothing.find((sentence) => sentence.startsWith('As of'))).toMatch(/came 0 CNY, of which 0 CNY from deals that were open then\.$/)
    expect(sentencesOf({ ...made(null), currency: null }).slice(0, 3)).toEqual([
      'Nothing could be forecast in any run, so that no error can be told.',
      'As of 2026-01-10, for 2026-01-11 to 2026-02-28: nothing could be forecast; came 50.',
      'Amounts state no currency.',
    ])
    expect(sentencesOf(made())[0]).toBe('No forecast of "Sales" was tested.')
  })

  it('tells the latest twelve of many runs, and what to bear in mind', () => {
    const codes = Object.keys(en.backtest.diagnoses) as ForecastBacktest['diagnoses'][number]['code'][]
    const diagnoses = codes.map((code, index) => ({ code, params: { count: index + 1 } }))
    const told = sentencesOf({ ...made(...Array.from({ length: 14 }, () => ['9', '8', '10', '9'] as const)), diagnoses })
    expect(told.filter((sentence) => sentence.startsWith('As of'))[0]).toMatch(/^As of 2026-01-12/)
    expect(told).toContain('Earlier runs that are not listed here: 2.')
    expect(told.slice(-6)).toEqual([
      'Runs whose period ends after the log, so that more may have come: 1.',
      'Runs in which nothing could be forecast, and which are in no figure: 2.',
      'Runs in which nothing came, which have no error of their own: 3.',
      'Runs whose season could not be told for lack of history: 4.',
      'Runs whose deals yet to enter could not be told for lack of history: 5.',
      'Changes that were rejected, and are not looked at: 6.',
    ])
  })

  it('refuses what is not as stated', () => {
    const check = (change: object, run: Partial<BacktestRun> = {}) =>
      issuesOf(() =>
        explainBacktest({ ...backtest, runs: backtest.runs.map((one, index) => (index === 1 ? { ...one, ...run } : one)), ...change }, salesPipeline),
      )
    expect(check({ bias: -0.019 })).toEqual([['outdated-input', ['backtest', 'bias']]])
    expect(check({ coverage: 0.9 })).toEqual([['outdated-input', ['backtest', 'coverage']]])
    expect(check({ meanAbsolutePercentageError: null })).toEqual([['outdated-input', ['backtest', 'meanAbsolutePercentageError']]])
    expect(check({ horizon: '30 days' })).toEqual([['not-a-duration', ['backtest', 'horizon']]])
    expect(check({}, { covered: false })).toEqual([['outdated-input', ['backtest', 'runs', 1, 'covered']]])
    expect(check({}, { low: '1600' })).toContainEqual(['too-small', ['backtest', 'runs', 1, 'high']])
    expect(check({}, { actualOfOpen: '1600' })).toEqual([['too-small', ['backtest', 'runs', 1, 'actual']]])
    expect(check({}, { from: '2023-12-31' })).toEqual([['not-above', ['backtest', 'runs', 1, 'from']]])
    expect(check({}, { asOf: '2023-11-30' })).toEqual([['not-above', ['backtest', 'runs', 1, 'asOf']]])
    expect(check({}, { low: null })).toEqual([['wrong-type', ['backtest', 'runs', 1, 'low']]])
    expect(check({}, { expected: null })).toContainEqual(['outdated-input', ['backtest', 'runs', 1, 'low']])
    expect(check({}, { error: 0.5 })).toEqual([['outdated-input', ['backtest', 'runs', 1, 'error']]])
    const other = { ...salesPipeline, id: 'other' }
    expect(issuesOf(() => explainBacktest(backtest, other))).toEqual([['other-policy', ['backtest', 'policies']]])
    const two = backtestForecast([], salesPipeline, { cutoffs: ['2024-01-01'], horizon: 'P1M' })
    expect(issuesOf(() => explainBacktest({ ...two, currency: 'EURO' }, salesPipeline))).toEqual([['unknown-currency', ['backtest', 'currency']]])
  })
})
