import { describe, expect, it } from 'vitest'
import { pipelineConfig, runOnPipeline } from '../../testing/trial.js'

const deals = [
  'D1,Ann,Bolt,Acme,Won,2026-01-05,2026-01-20,900',
  'D2,Ann,NutPro,Acme,Won,2026-01-05,2026-01-20,50',
  'D3,Bob,Bolt,Acme,Lost,2026-02-01,2026-02-11,0',
  'D4,Ann,Bolt,,Engaging,2026-03-01,,',
  'D5,Ann,NutPro,,Engaging,2026-03-01,,',
  'D6,Ann,Saw,,Engaging,2026-03-01,,',
  'D7,Ann,Saw,,Prospecting,,,',
  'D8,Ann,Bolt,Acme,Won,2026-01-05,2026-10-20,7',
]
const prices = ['Bolt,1000', 'Nut Pro,60.5', 'Saw,']

describe('list prices', () => {
  it('are what open deals are worth, under the name that the config gives for that of the deals', async () => {
    const { pipeline, written } = await runOnPipeline({ deals, prices }, pipelineConfig({ listPrices: { names: { NutPro: 'Nut Pro' } } }))
    const { measure, listed, diagnoses } = pipeline()
    // D4 and D8, which is won after the day looked at, at 1,000, and D5 at 60.5.
    expect(measure.open.amounts).toEqual([{ currency: null, amount: '2060.5' }])
    expect(measure.won.amounts).toEqual([{ currency: null, amount: '950' }])
    expect(measure.lost.amounts).toEqual([{ currency: null, amount: '0' }])
    expect(listed).toEqual({ names: { NutPro: 'Nut Pro' }, deals: 2, share: 950 / 1060.5 })
    expect(diagnoses).toContainEqual({ code: 'products-unpriced', params: { deals: 1, names: ['Saw'] } })
    const page = written('report.html')
    expect(page).toContain('Until it is closed, a deal is taken to be worth the sales_price that products.csv gives for its product.')
    expect(page).toContain('&quot;NutPro&quot; of the deals is taken for &quot;Nut Pro&quot; there, for its price only.')
    expect(page).toContain('The 2 won deals whose product has one were won for 89.6% of it in all.')
    expect(page).toContain('nobody knows what they are worth before they are closed (1): Saw.')
  })

  it('are none of a product that the list calls otherwise, unless the config says so', async () => {
    const { pipeline } = await runOnPipeline({ deals, prices }, pipelineConfig({ listPrices: {} }))
    expect(pipeline().measure.open.amounts).toEqual([{ currency: null, amount: '2000' }])
    expect(pipeline().listed).toEqual({ names: {}, deals: 1, share: 0.9 })
    expect(pipeline().diagnoses).toContainEqual({ code: 'products-unpriced', params: { deals: 3, names: ['NutPro', 'Saw'] } })
  })

  it('are not asked for where the config has none', async () => {
    const { pipeline, written } = await runOnPipeline({ deals, products: ['Bolt'] })
    expect(pipeline().measure.open.amounts).toEqual([])
    expect(pipeline()).not.toHaveProperty('listed')
    expect(written('report.html')).not.toContain('sales_price')
  })

  it('are told in no share where nothing is won, and in no more than the list has', async () => {
    const { pipeline, written } = await runOnPipeline({ deals: [deals[3] as string], prices }, pipelineConfig({ listPrices: {} }))
    expect(pipeline().listed).toEqual({ names: {}, deals: 0, share: null })
    expect(written('report.html')).not.toContain('were won for')
  })

  it('must be there, each a decimal of 0 or more', async () => {
    const config = pipelineConfig({ listPrices: {} })
    const without = await runOnPipeline({ deals }, config)
    expect([without.code, without.warned]).toEqual([2, [expect.stringMatching(/^Cannot use .*products\.csv: it does not exist\.$/)]])
    const unpriced = await runOnPipeline({ deals, products: ['Bolt'] }, config)
    expect([unpriced.code, unpriced.warned]).toEqual([2, [expect.stringMatching(/products\.csv: the header on line 1 lacks sales_price;/)]])
    const { pipeline } = await runOnPipeline({ deals, prices: ['Bolt,ten', 'NutPro,-1', 'Saw,7'] }, config)
    expect(pipeline().diagnoses).toContainEqual({ code: 'list-rows-rejected', params: { file: 'products.csv', lines: [2, 3] } })
    expect(pipeline().measure.open.amounts).toEqual([{ currency: null, amount: '7' }])
  })

  it('belong to nobody by the name of what every object has', async () => {
    const odd = ['D1,Ann,constructor,,Engaging,2026-03-01,,', 'D2,Ann,__proto__,,Engaging,2026-03-01,,']
    const { pipeline } = await runOnPipeline({ deals: odd, prices: ['__proto__,5'] }, pipelineConfig({ listPrices: { names: { a: 'b' } } }))
    expect(pipeline().measure.open.amounts).toEqual([{ currency: null, amount: '5' }])
  })
})
