import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pipelineConfig, runOnPipeline, runWords, temporaryFolder } from '../../testing/trial.js'

const WON = 'D1,Ann,Bolt,Acme,Won,2026-01-05,2026-01-20,900'
const LOST = 'D2,Bob,Bolt,Acme,Lost,2026-02-01,2026-02-11,0'
const OPEN = 'D3,Ann,Nut,,Engaging,2026-03-01,,'
const PROSPECT = 'D4,Bob,Nut,,Prospecting,,,'

describe('the rows of deals', () => {
  it('enter the first stage on their date, and are closed on the day and for the amount that they say', async () => {
    const { code, pipeline } = await runOnPipeline({ deals: [WON, LOST, OPEN, PROSPECT] })
    const { rows, measure, wonOfRows, mapping } = pipeline()
    expect(code).toBe(0)
    expect(rows).toEqual({ read: 4, used: 4, later: 0, rejected: 0 })
    expect([measure.entered, measure.won.count, measure.lost.count, measure.open.count]).toEqual([3, 1, 1, 1])
    expect(measure.won).toMatchObject({ amounts: [{ currency: null, amount: '900' }], meanDays: 15, medianDays: 15 })
    expect(measure.lost.medianDays).toBe(10)
    expect(measure.conversion).toMatchObject({ ofEntered: 1 / 3, ofClosed: 1 / 2 })
    expect(wonOfRows).toBe(1 / 4)
    expect(mapping).toMatchObject({ enters: 'engaging', currency: null, columns: { date: 'engage_date', amount: 'close_value' } })
  })

  it('without a date are listed, none is dropped', async () => {
    const { pipeline, written } = await runOnPipeline({ deals: [WON, PROSPECT] })
    expect(pipeline().undated).toEqual([
      { line: 3, date: null, deal: 'D4', status: 'Prospecting', owner: 'Bob', product: 'Nut', account: '', closed: null, amount: null },
    ])
    expect(written('report.html')).toMatch(/id="undated-deals"[\s\S]*<bdi>D4<\/bdi>/)
  })

  it('are grouped by the region of their owner, or by what else the config says', async () => {
    const groupsOf = async (changes: object) =>
      (await runOnPipeline({ deals: [WON, LOST, OPEN, 'D5,Cid,Nut,Acme,Engaging,2026-03-02,,'] }, pipelineConfig(changes))).pipeline().measure.groups
    expect((await groupsOf({}))?.map(({ group, entered }) => [group, entered])).toEqual([
      ['East', 1],
      ['West', 2],
      [null, 1],
    ])
    expect((await groupsOf({ by: 'account' }))?.map(({ group, entered }) => [group, entered])).toEqual([
      ['Acme', 3],
      [null, 1],
    ])
  })

  it('are told in the currency of the pipeline where it has one', async () => {
    const { pipeline, written } = await runOnPipeline({ deals: [WON], teams: ['Ann,West'] }, pipelineConfig({}, { currency: 'USD' }))
    expect(pipeline().measure.won.amounts).toEqual([{ currency: 'USD', amount: '900.00' }])
    expect(pipeline().diagnoses).toEqual([])
    expect(written('report.html')).toContain('The files name no currency: the config takes all amounts to be in USD.')
  })

  it('are used, later or rejected, whatever is wrong with them', async () => {
    const wrong = [
      'D1,Ann,Bolt,Acme,Won,2026-04-01,2026-04-02,5',
      ' ,Ann,Bolt,Acme,Engaging,2026-04-01,,',
      'X1,Ann,Bolt,Acme,Signed,2026-04-01,,',
      'X2,Ann,Bolt,Acme,Won,2026-04-01,,',
      'X3,Ann,Bolt,Acme,Engaging,2026-04-01,2026-04-02,5',
      'X4,Ann,Bolt,Acme,Prospecting,2026-04-01,,',
      'X5,Ann,Bolt,Acme,Won,2026-04-02,2026-04-01,5',
      'X6,Ann,Bolt,Acme,Won,2026-02-30,2026-03-01,-5',
      'X7,Ann,Bolt',
    ]
    const { pipeline, written } = await runOnPipeline({ deals: [WON, ...wrong, 'D9,Ann,Bolt,Acme,Engaging,2026-10-01,,'] })
    const { rows, rejected, later, diagnoses } = pipeline()
    expect(rows).toEqual({ read: 11, used: 1, later: 1, rejected: 9 })
    expect(later.map(({ deal }) => deal)).toEqual(['D9'])
    expect(rejected.map(({ line, issues }) => [line, issues.map(({ code, path }) => `${code} ${path.join()}`.trim())])).toEqual([
      [3, ['name-repeated opportunity_id']],
      [4, ['empty opportunity_id']],
      [5, ['not-allowed deal_stage']],
      [6, ['empty close_date', 'empty close_value']],
      [7, ['not-blank close_date', 'not-blank close_value']],
      [8, ['not-blank engage_date']],
      [9, ['too-small close_date']],
      [10, ['not-a-calendar-date engage_date', 'too-small close_value']],
      [11, ['fields-differ']],
    ])
    expect(diagnoses[0]).toEqual({ code: 'deals-rejected', params: { rows: 9 } })
    expect(written('report.html')).toContain('close_date must be blank where the stage is Engaging, not &quot;2026-04-02&quot;')
  })

  it('that are closed after the day looked at are open on it', async () => {
    const { pipeline } = await runOnPipeline({ deals: [WON, 'D5,Ann,Bolt,Acme,Won,2026-09-01,2026-10-05,70'] })
    const { measure } = pipeline()
    expect([measure.won.count, measure.open.count]).toEqual([1, 1])
    expect(measure.diagnoses).toContainEqual({ code: 'later-changes', params: { count: 1 } })
  })

  it('say nothing where there are none', async () => {
    const { code, printed, written } = await runOnPipeline({ teams: [] })
    expect(code).toBe(0)
    expect(printed.slice(0, -1)).toEqual([
      'Customer portfolio: sales pipeline as of 2026-09-30',
      '0 rows read = 0 used + 0 dated after 2026-09-30 + 0 rejected',
      'Of the rows used, 0 have a date and enter "Engaging" on it; 0 have none, and are listed in the report',
      'Won: 0; lost: 0; open: 0',
    ])
    expect(written('report.html')).not.toMatch(/NaN|undefined|null/)
  })
})

describe('the lists beside the deals', () => {
  it('tell which names deals have and they have not, and which look alike', async () => {
    const deals = [
      'D1,Ann,Boltpro,Acme,Engaging,2026-01-05,,',
      'D2,Ann,Bolt Pro,Acme,Engaging,2026-01-05,,',
      'D3,Cid,Nut,,Engaging,2026-01-05,,',
      'D4,Ann,Nut,Zeta,Engaging,2026-01-05,,',
    ]
    const lists = { products: ['Bolt Pro', 'Nut'], accounts: ['Acme,retial', 'Unused,'] }
    const { pipeline, printed } = await runOnPipeline({ deals, ...lists }, pipelineConfig({ sectors: ['retail'] }))
    expect(pipeline().diagnoses).toEqual([
      { code: 'accounts-blank', params: { rows: 1 } },
      { code: 'products-unlisted', params: { rows: 1, names: ['Boltpro'] } },
      { code: 'products-alike', params: { names: ['Bolt Pro', 'Boltpro'] } },
      { code: 'accounts-unlisted', params: { rows: 1, names: ['Zeta'] } },
      { code: 'owners-unlisted', params: { rows: 1, names: ['Cid'] } },
      { code: 'owners-without-deals', params: { number: 1, names: ['Bob'] } },
      { code: 'sectors-unexpected', params: { number: 1, names: ['retial'] } },
    ])
    expect(printed).toContain('  Accounts in sectors that the config does not expect (1), perhaps misspelt: retial.')
  })

  it('are not asked where the folder or the config has none', async () => {
    const { pipeline } = await runOnPipeline({ deals: [WON, LOST], accounts: ['Acme,anything'] })
    expect(pipeline().diagnoses.map(({ code }) => code)).toEqual(['amounts-without-currency'])
  })

  it('may have rows that cannot be read', async () => {
    const { pipeline } = await runOnPipeline({ deals: [WON, LOST], products: ['Bolt', '', 'Bolt'] })
    expect(pipeline().diagnoses).toContainEqual({ code: 'list-rows-rejected', params: { file: 'products.csv', lines: [3, 4] } })
  })

  it('of the teams must be there, and the deals', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'sales'))
    writeFileSync(join(folder, 'config.json'), JSON.stringify(pipelineConfig()))
    const { code, warned } = await runWords(['--pipeline', 'sales', '--config', 'config.json', '--out', 'out'], folder)
    expect(code).toBe(2)
    expect(warned).toEqual([expect.stringMatching(/^Cannot use .*sales_pipeline\.csv: it does not exist\.$/)])
  })
})
