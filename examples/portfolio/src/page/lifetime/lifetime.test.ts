import { describe, expect, it } from 'vitest'
import { hostileNames } from '../../../testing/hostileNames.js'
import { shop } from '../../../testing/shop.js'
import { ordersFile, ownConfig, runOn, type Trial } from '../../../testing/trial.js'
import { html } from '../html.js'

/** A run on a book of which the config asks for nothing but lifetime value. */
async function runWith(rows: readonly string[], changes: object = {}, ...words: readonly string[]): Promise<Trial> {
  const { tiers, rfm, lifetime, ...config } = ownConfig()
  return await runOn(ordersFile(...rows), { ...config, lifetime: { ...lifetime, ...changes } }, ...words)
}

/** What stands on the page in a section. */
function section({ written }: Trial, id: string): string {
  return written('report.html').match(new RegExp(`<section id="${id}"[^]*?</section>`))?.[0] ?? ''
}

describe('the page on lifetime value', () => {
  it('says what customers will bring in, and by which models', async () => {
    const trial = await runWith(shop(120))
    const { first, values } = trial.report().lifetime ?? {}
    const text = section(trial, 'lifetime')
    expect(text).toContain('<svg')
    expect(text).toContain('The first 20 of 120 customers; report.csv has all.')
    expect(text.match(/<td class="name">/g)).toHaveLength(20)
    expect(text.match(/<div class="explained">/g)).toHaveLength(3)
    expect(first?.map(({ customer, value }) => [customer, value.value])).toEqual(
      values?.customers.slice(0, 3).map(({ customer, value }) => [customer, value]),
    )
    expect(text).toContain('Value expected over the next 52 weeks')
    expect(text).toContain('BG/NBD, a model of how often customers buy and when they stop. Customers that it is made from: 120')
    expect(text).toContain('Gamma-Gamma, a model of how much customers spend on a purchase.')
  })

  it('says why it is not told', async () => {
    const few = await runWith(shop(20))
    expect(section(few, 'lifetime')).toContain('Lifetime value is not told: too few customers have bought again for models to rely on.')
    expect(section(few, 'lifetime')).toContain('Fewer than 30 tell too little: do not rely on these parameters.')
    expect(section(few, 'lifetime')).not.toMatch(/<svg|<table/)
    expect(few.printed).toContain('Lifetime value is not told: too few customers have bought again for models to rely on.')
    const empty = await runWith([])
    expect(section(empty, 'lifetime')).toContain('Lifetime value is not told: nobody has bought anything.')
    expect(empty.printed.join()).not.toContain('Lifetime')
  })

  it('escapes the names of those who come first', async () => {
    const quoted = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"`)
    const rows = quoted.flatMap((name) => ['2026-07-01', '2026-08-01', '2026-09-01'].map((date) => `${name},${date},9000`))
    const trial = await runWith([...shop(120), ...rows])
    expect(trial.code).toBe(0)
    for (const name of hostileNames) expect(section(trial, 'lifetime')).toContain(html`<td class="name"><bdi>${name}</bdi></td>`.text)
    expect(trial.written('report.html')).not.toMatch(/<(script|img|b\b|svg onload)/i)
  })
})

describe('the page on the trial', () => {
  it('compares what was expected with what came', async () => {
    const trial = await runWith(shop(120))
    const text = section(trial, 'trial')
    expect(text).toContain('<svg')
    expect(text).toContain('BG/NBD fitted to purchases up to 2026-06-30 and compared with those after it up to 2026-09-30')
    expect(trial.printed.join()).toMatch(/The model of purchases up to 2026-06-30, tried on those up to 2026-09-30: [\d.]+ expected, \d+ made/)
  })

  it('says of whom the model is far off', async () => {
    const silent = Array.from({ length: 60 }, (_, index) => ['01-05', '03-05', '05-05', '06-25'].map((date) => `S-${index},2026-${date},50`)).flat()
    const trial = await runWith([...shop(120), ...silent])
    expect(trial.report().lifetime?.missed.map(({ repeatPurchases, orMore, actual }) => [repeatPurchases, orMore, actual])).toEqual([
      [3, false, 4],
      [7, true, 153],
    ])
    expect(section(trial, 'trial')).toMatch(
      /so many repeat purchases before: 3 \([\d.]+ expected, 4 made\), 7 or more \([\d.]+ expected, 153 made\)\./,
    )
    const chinese = await runWith([...shop(120), ...silent], {}, '--lang', 'zh-CN')
    expect(section(chinese, 'trial')).toMatch(/模型偏差超过四分之一：3（预期 [\d.]+，实际 4）、7 次及以上（预期 [\d.]+，实际 153）。/)
  })

  it('says why there is none, without a picture', async () => {
    const few = await runWith(shop(20))
    expect(section(few, 'trial')).toContain('up to the day of the trial too few customers had bought again')
    expect(section(few, 'trial')).not.toContain('<svg')
    expect(section(await runWith(shop(120), { calibrateTo: '2020-01-01' }), 'trial')).toContain(
      'up to the day of the trial nobody had bought anything',
    )
  })
})

describe('the page on retention', () => {
  it('draws cohorts, and says who came back', async () => {
    const text = section(await runWith(shop(120)), 'retention')
    expect(text).toContain('<svg')
    expect(text).toContain('Churn rate of 2026-Q3')
    const refunds = section(await runWith([...shop(120), 'C-1,2026-09-01,-1']), 'retention')
    expect(refunds.match(/Refunds, which do not count as purchases: 1\./g)).toHaveLength(1)
  })

  it('draws no more than a page shows at ease', async () => {
    const many = section(await runWith(['Old,2020-01-01,5', ...shop(120)], { period: 'week' }), 'retention')
    expect(many).not.toContain('<svg')
    expect(many).toContain('Cohorts and periods are too many to draw; report.json has all.')
    const one = section(await runWith(['A,2026-09-01,5'], { period: 'year' }), 'retention')
    expect(one).not.toContain('<svg')
    expect(one).not.toContain('too many')
    const ages = section(await runWith(['A,0001-01-01,5']), 'retention')
    expect(ages).toContain('Retention is not told: there are too many periods since the first purchase')
  })
})

it('speaks Chinese', async () => {
  const trial = await runWith(shop(120), {}, '--lang', 'zh-CN')
  expect(section(trial, 'lifetime')).toContain('120 个客户中的前 20 个；全部见 report.csv。')
  expect(section(trial, 'trial')).toContain('2026-06-30')
  expect(section(trial, 'retention')).toContain('流失率')
  expect(section(await runWith(shop(20), {}, '--lang', 'zh-CN'), 'lifetime')).toContain('未给出客户终身价值：重复购买的客户太少，得不出可靠的模型。')
})

it('says nothing of what the config does not ask for', async () => {
  const { lifetime, ...config } = ownConfig()
  const silent = await runOn(ordersFile(...shop(40)), config)
  for (const id of ['lifetime', 'trial', 'retention']) expect(section(silent, id)).toBe('')
  expect(silent.printed.join()).not.toContain('Lifetime')
})
