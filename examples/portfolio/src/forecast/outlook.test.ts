import { sumDecimals } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { steadyDeals } from '../../testing/steadyDeals.js'
import { pipelineConfig, runOnPipeline } from '../../testing/trial.js'

const prices = ['Bolt,100', 'Nut,40']
const listPrices = {}

describe('the forecast of a sales pipeline', () => {
  it('is of the three months that end next, with targets, and with the spread that fits the past', async () => {
    const forecast = { target: ['5000', null, '0'] }
    const { pipeline } = await runOnPipeline({ deals: steadyDeals(), prices }, pipelineConfig({ listPrices, forecast }))
    const { forecast: told, backtest, measure } = pipeline()
    expect(told?.periods.map(({ from, to, target }) => [from, to, target])).toEqual([
      ['2026-10-01', '2026-10-31', '5000'],
      ['2026-11-01', '2026-11-30', undefined],
      ['2026-12-01', '2026-12-31', '0'],
    ])
    expect(told?.periods.map(({ probabilityOfTarget }) => probabilityOfTarget)).toEqual([expect.any(Number), null, 1])
    for (const { won, open, newDeals, expected } of told?.periods ?? []) expect(sumDecimals([won, open, newDeals])).toBe(expected)
    expect(told).toMatchObject({
      asOf: '2026-09-30',
      method: 'age',
      settings: { newDeals: 'history', season: 'month-of-quarter', missingAmounts: 'history' },
    })
    expect(told?.unplaced.map(({ amount }) => amount)).toContain('40')
    expect(told?.unplaced).toHaveLength(measure.open.count)
    expect(backtest?.runs.map(({ asOf, from, to }) => [asOf, from, to])).toEqual([
      ['2026-06-30', '2026-07-01', '2026-07-30'],
      ['2026-07-31', '2026-08-01', '2026-08-30'],
      ['2026-08-31', '2026-09-01', '2026-09-30'],
    ])
    expect(backtest?.spread).toBeGreaterThanOrEqual(1)
    expect(told?.spread).toBe(backtest?.spread)
    expect(backtest?.settings).toEqual(told?.settings)
  })

  it('goes by what the config says', async () => {
    const forecast = { months: 1, backtests: 2, newDeals: 'none', season: 'none', missingAmounts: 'none', seed: 9 }
    const { pipeline } = await runOnPipeline({ deals: steadyDeals() }, pipelineConfig({ forecast, asOf: '2026-09-15' }))
    const { forecast: told, backtest } = pipeline()
    expect(told?.periods.map(({ from, to, newDeals }) => [from, to, newDeals])).toEqual([['2026-09-01', '2026-09-30', '0']])
    expect(Number(told?.periods[0]?.won)).toBeGreaterThan(0)
    expect(told?.settings).toMatchObject({ newDeals: 'none', season: 'none', missingAmounts: 'none' })
    expect(told?.unknown.some(({ reason }) => reason === 'without-amount')).toBe(true)
    expect(backtest?.runs.map(({ asOf }) => asOf)).toEqual(['2026-06-30', '2026-07-31'])
  })

  it('says what came of the past, whatever was expected', async () => {
    const { pipeline } = await runOnPipeline({ deals: steadyDeals(), prices }, pipelineConfig({ listPrices, forecast: {} }))
    const sold = steadyDeals()
      .map((row) => row.split(','))
      .filter(([, , , , status, , closed = '']) => status === 'Won' && '2026-09-01' <= closed && closed <= '2026-09-30')
      .map(([, , , , , , , amount = '']) => amount)
    expect(sold.length).toBeGreaterThan(5)
    expect(pipeline().backtest?.runs.at(-1)?.actual).toBe(sumDecimals(sold))
  })

  it.each([
    ['0001-01-10', 3, undefined],
    ['9999-11-30', 1, expect.anything()],
  ])('takes as many months as the calendar has from %s on', async (asOf, months, backtest) => {
    const config = pipelineConfig({ asOf, forecast: { target: ['1', '2', '3'] }, change: { by: 'quarter' } })
    const { code, pipeline, written } = await runOnPipeline({}, config)
    expect(code).toBe(0)
    expect(pipeline().forecast?.periods).toHaveLength(months)
    expect(pipeline().backtest).toEqual(backtest)
    expect(written('report.html')).not.toMatch(/NaN|undefined|null/)
  })
})

describe('what else is made of the past', () => {
  it('is nothing unless the config asks', async () => {
    const { pipeline, written } = await runOnPipeline({ deals: steadyDeals() })
    for (const part of ['forecast', 'backtest', 'comparison', 'bottlenecks', 'change']) {
      expect(pipeline()).not.toHaveProperty(part)
      expect(written('report.html')).not.toContain(`<section id="${part}">`)
    }
  })

  it('is how each group stands beside all the others', async () => {
    const { pipeline, printed } = await runOnPipeline({ deals: steadyDeals() }, pipelineConfig({ minimumSample: 10 }))
    const { comparison, measure } = pipeline()
    // Bob of the East wins one of three, Ann of the West two of three.
    expect(comparison?.alerts.map(({ group, significant }) => [group, significant])).toEqual([['East', true]])
    expect(comparison?.compared.map(({ group }) => group)).toEqual(['East', 'West'])
    expect(comparison?.compared.map(({ rate }) => rate)).toEqual(measure.groups?.map(({ conversion }) => conversion.ofClosed))
    expect(printed).toContain('Significantly below all others: East')
    const few = await runOnPipeline({ deals: steadyDeals() }, pipelineConfig({ minimumSample: 10_000 }))
    expect(few.pipeline().comparison).toMatchObject({ alerts: [], compared: [], insufficient: [{ group: 'East' }, { group: 'West' }] })
    expect(few.printed).toContain('Nobody is significantly below all others (Region)')
  })

  it('is what stages below their benchmarks cost', async () => {
    const deals = ['D1,Ann,Bolt,,Won,2026-01-05,2026-01-20,300', 'D2,Ann,Bolt,,Lost,2026-01-05,2026-01-20,0']
    const { pipeline, printed } = await runOnPipeline({ deals }, pipelineConfig({ benchmarks: { engaging: '0.75' } }, { currency: 'USD' }))
    // (0.75 − 0.5) × 2 × 300
    expect(pipeline().bottlenecks?.bottlenecks).toMatchObject([
      { stage: 'engaging', lostDeals: 0.5, lostValue: [{ currency: 'USD', amount: '150.00' }] },
    ])
    expect(printed).toContain('Below their benchmark: Engaging')
  })

  it('is why sales changed, by what was decided in whole periods', async () => {
    const deals = [
      'D1,Ann,Bolt,,Won,2026-01-05,2026-04-01,300',
      'D2,Bob,Bolt,,Won,2026-01-05,2026-06-30,100',
      'D3,Bob,Bolt,,Lost,2026-01-05,2026-06-30,0',
      'D4,Ann,Bolt,,Won,2026-07-01,2026-07-01,500.25',
      'D5,Bob,Bolt,,Lost,2026-07-01,2026-08-01,0',
      'D6,Bob,Bolt,,Won,2026-01-05,2026-03-31,7',
    ]
    const config = (by: string, asOf: string) => pipelineConfig({ change: { by }, asOf }, { currency: 'USD' })
    const { pipeline, printed } = await runOnPipeline({ deals }, config('quarter', '2026-09-30'))
    const { before, after, decomposition, gap } = pipeline().change ?? {}
    expect([before, after, gap]).toEqual([{ from: '2026-04-01', to: '2026-06-30' }, { from: '2026-07-01', to: '2026-09-30' }, null])
    expect(decomposition).toMatchObject({ of: 'value', before: 400, after: 500.25, difference: 100.25, currency: 'USD' })
    expect(decomposition?.parts.map(({ factor }) => factor)).toEqual(['volume', 'mix', 'rate', 'value'])
    expect(decomposition?.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(100.25)
    expect(decomposition?.groups?.map(({ group }) => group).sort()).toEqual(['East', 'West'])
    expect(printed).toContain('Sales from 2026-07-01 to 2026-09-30: 500.25 USD, before: 400.00 USD')
    // On the day before its end a quarter is not whole yet.
    expect((await runOnPipeline({ deals }, config('quarter', '2026-09-29'))).pipeline().change).toMatchObject({
      before: { from: '2026-01-01', to: '2026-03-31' },
      after: { from: '2026-04-01', to: '2026-06-30' },
      decomposition: { before: 7, after: 400 },
    })
    expect((await runOnPipeline({ deals }, config('month', '2026-05-10'))).pipeline().change?.after).toEqual({ from: '2026-04-01', to: '2026-04-30' })
  })

  it('is not why sales changed where nobody can tell', async () => {
    const won = (amount: string) => ['D1,Ann,Bolt,,Won,2026-01-05,2026-04-01,300', `D2,Bob,Bolt,,Won,2026-01-05,2026-07-30,${amount}`]
    const run = (deals: readonly string[]) => runOnPipeline({ deals }, pipelineConfig({ change: { by: 'quarter' } }))
    const none = await run(won('5').slice(1))
    expect(none.pipeline().change).toMatchObject({ decomposition: null, gap: 'nothing-won' })
    expect(none.written('report.html')).toContain('In one of the two periods nothing was won')
    const huge = await run(won(`1${'0'.repeat(200)}`))
    expect(huge.pipeline().change).toMatchObject({ decomposition: null, gap: 'beyond-numbers' })
    expect(huge.written('report.html')).toContain('beyond what numbers can hold')
  })

  it('takes amounts of any size', async () => {
    const deals = steadyDeals().map((row) => row.replace(/,(\d+)$/, (_, amount: string) => `,${amount}${'0'.repeat(200)}`))
    const { code, pipeline } = await runOnPipeline({ deals }, pipelineConfig({ forecast: {}, benchmarks: { engaging: 1 } }))
    expect(code).toBe(0)
    expect(pipeline().forecast?.periods[0]?.expected.length).toBeGreaterThan(200)
  })
})
