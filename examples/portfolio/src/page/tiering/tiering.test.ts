import { describe, expect, it } from 'vitest'
import { ordersFile, ownConfig, runOn, type Trial } from '../../../testing/trial.js'
import type { OrdersPart } from '../../config/types.js'

const { tiers: shares, rfm: usual } = ownConfig()

/** A run on a book of which the config says nothing of tiers and scores but what is given. */
async function runWith({ tiers, averageMonths, rfm }: Partial<OrdersPart>, rows: readonly string[], ...words: readonly string[]): Promise<Trial> {
  return await runOn(ordersFile(...rows), { ...ownConfig(), tiers, averageMonths, rfm }, ...words)
}

const page = ({ written }: Trial): string => written('report.html')

/** What stands on the page in a section. */
function section(trial: Trial, id: string): string {
  return page(trial).match(new RegExp(`<section id="${id}"[^]*?</section>`))?.[0] ?? ''
}

const rows = ['A,2026-08-01,900', 'B,2026-07-01,50', 'C,2026-06-01,30', 'D,2026-05-01,20']

describe('the page on tiers', () => {
  it('says what each tier brings in, whether that is expected, and what it takes to rise', async () => {
    const trial = await runWith({ tiers: shares }, rows)
    const text = section(trial, 'tiers')
    expect(text).toContain('<svg')
    expect(text).toContain('A: key customers</span></td>\n<td class="number">1</td><td class="number">25.0%</td>')
    expect(text).toContain('<td class="expected">60% to 80%: not met</td>')
    expect(text).toContain('Tier &quot;A: key customers&quot; brings in 90% of the total, which is not as expected: from 60% to 80%.')
    expect(text).toContain('have at least 900.00 CNY; 850.00 CNY more than this customer.')
    expect(section(trial, 'concentration')).toContain('The top 20% of customers (1) bring in 90.0% of the total.')
    expect(section(trial, 'concentration')).toContain('<svg')
  })

  it('names the months where sales are averaged, and expects nothing unless the scheme does', async () => {
    const { expectedShareOfValue, ...plain } = shares
    const trial = await runWith({ tiers: plain, averageMonths: 3 }, rows)
    expect(section(trial, 'tiers')).toContain('<th class="number">Average monthly sales from 2026-06-01 to 2026-08-31</th>')
    expect(section(trial, 'tiers')).toContain('Sales dated before these months, left out: 1.')
    expect(section(trial, 'tiers')).not.toContain('Expected')
    expect(trial.printed).toContain('Tiers by average monthly sales from 2026-06-01 to 2026-08-31')
    expect(trial.printed).toContain('  A: key customers  1 customers with 91.8% of the total')
  })

  it('has expectations of the tiers that the scheme names alone', async () => {
    const some = { ...shares, expectedShareOfValue: [{ id: 'B', fromPercent: '1', toPercent: '5' }] }
    const trial = await runWith({ tiers: some }, rows)
    expect(section(trial, 'tiers').match(/<td class="expected">[^<]*/g)).toEqual([
      '<td class="expected">',
      '<td class="expected">1% to 5%: met',
      '<td class="expected">',
    ])
    expect(trial.printed.filter((line) => line.includes('expected'))).toHaveLength(1)
  })

  it('has no shares of a total that is not above 0', async () => {
    const trial = await runWith({ tiers: shares }, ['A,2026-08-01,5', 'B,2026-08-01,-9'])
    expect(section(trial, 'tiers')).toContain('The total, −4.00 CNY, is not above 0: nothing is a share of it.')
    expect(section(trial, 'concentration')).not.toContain('<svg')
    expect(section(trial, 'concentration')).not.toContain('The top 20%')
    expect(trial.printed).toContain('  A: key customers  1 customers with – of the total, not as expected (60% to 80%)')
  })

  it('tells refunds that outweigh nearly everything', async () => {
    const trial = await runWith({ tiers: shares, rfm: usual }, ['A,2026-08-01,1000.01', 'B,2026-08-01,-1000', 'C,2026-08-01,1'])
    expect(trial.code).toBe(0)
    expect(trial.report().concentration?.gini).toBeGreaterThan(1)
  })

  it('has no concentration beyond numbers', async () => {
    const nines = '9'.repeat(400)
    const trial = await runWith({ tiers: shares, rfm: usual }, [`A,2026-08-01,${nines}`, `B,2026-08-01,-${nines}`, 'C,2026-08-01,0.01'])
    expect(trial.code).toBe(0)
    expect(trial.report()).not.toHaveProperty('concentration')
    expect(section(trial, 'concentration')).toBe('')
    expect(trial.printed).toContain('Tiers by net revenue')
    expect(page(trial)).not.toMatch(/NaN|Infinity/)
  })

  it('groups the bars of many customers', async () => {
    const trial = await runWith(
      { tiers: shares },
      Array.from({ length: 1500 }, (_, index) => `C-${index},2026-08-01,${index + 1}`),
    )
    expect(section(trial, 'tiers')).toContain('Each bar stands for up to 3 customers')
    expect(section(trial, 'tiers').length).toBeLessThan(200_000)
  })
})

describe('the page on recency, frequency and monetary value', () => {
  it('says what each segment brings in, and what is done with it', async () => {
    const text = section(await runWith({ rfm: usual }, rows), 'rfm')
    expect(text).toContain('<svg')
    expect(text).toContain('<td>new customers</td>\n<td class="number">0</td>')
    expect(text).toContain('<td>write to them personally</td>')
    expect(text).toContain('Recency, frequency and monetary value as of 2026-09-30 under the scheme &quot;RFM with ten segments&quot;')
  })

  it('says who is in no segment, and what a segment without an action lacks', async () => {
    const some = { ...usual, segments: [{ id: 'best', r: [5, 5] as const }] }
    const trial = await runWith({ rfm: some }, rows)
    expect(section(trial, 'rfm')).toContain('<td><span class="soft">none</span></td>\n<td class="number">3</td>')
    expect(trial.printed).toContain('Customers by recency, frequency and monetary value: best 1, none 3')
    const none = await runWith({ rfm: { ...some, segments: [] } }, [])
    expect(section(none, 'rfm')).not.toContain('<table')
  })
})

describe('the ranking', () => {
  it('has a column of tiers and one of scores', async () => {
    const trial = await runWith({ tiers: shares, rfm: usual }, rows)
    expect(section(trial, 'ranking')).toContain('<th>Tier</th><th>RFM</th></tr>')
    expect(section(trial, 'ranking')).toContain('<td>B</td><td><span title="loyal customers">454</span></td></tr>')
    expect(section(await runWith({}, rows), 'ranking')).not.toContain('<th>Tier</th>')
  })
})

it('says nothing of what the config does not ask for, and draws nothing of nobody', async () => {
  const silent = await runWith({}, rows)
  for (const id of ['tiers', 'concentration', 'rfm']) expect(section(silent, id)).toBe('')
  expect(silent.printed.join()).not.toContain('Tiers')
  const empty = await runWith({ tiers: shares, averageMonths: 2, rfm: usual }, [])
  expect(page(empty)).not.toContain('<svg')
  expect(section(empty, 'tiers')).toContain('There are no customers.')
  expect(section(empty, 'concentration')).toContain('There are no values.')
  expect(empty.printed.join()).not.toContain('Tiers')
})

it('speaks Chinese', async () => {
  const trial = await runWith({ tiers: shares, averageMonths: 3, rfm: usual }, rows, '--lang', 'zh-CN')
  expect(section(trial, 'tiers')).toContain('<td class="expected">60% 至 80%：不符合</td>')
  expect(section(trial, 'tiers')).toContain('2026-06-01 至 2026-08-31 的月均销售额')
  expect(section(trial, 'concentration')).toContain('前 20% 的客户（1 个）贡献总额的 91.8%。')
  expect(section(trial, 'rfm')).toContain('<td>个性化联系</td>')
  expect(trial.printed).toContain('按 2026-06-01 至 2026-08-31 的月均销售额划分的等级')
})

it('escapes what stands in titles and actions', async () => {
  const title = '<script>t</script>'
  const tiers = {
    ...shares,
    title,
    cuts: [{ id: '<b>A</b>', title: '<i>A</i>', upToPercent: '100' }],
    expectedShareOfValue: [],
  }
  const rfm = { ...usual, title, segments: [{ id: '<b>S</b>', title: '"><i>S</i>', action: '<i>do</i>' }] }
  const trial = await runWith({ tiers, rfm }, ["<svg onload='x'>,2026-09-30,5"])
  expect(trial.code).toBe(0)
  expect(page(trial)).not.toMatch(/<(script|img|i\b(?! style)|b\b|svg onload)/i)
  expect(page(trial)).toContain('title="&quot;&gt;&lt;i&gt;S&lt;/i&gt;"')
})
