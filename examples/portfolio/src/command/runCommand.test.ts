import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { ordersFile, ownConfig, ownFile, runOn, runWords, temporaryFolder } from '../../testing/trial.js'
import { itWhereFound } from '../../testing/whereFound.js'

/** Beside the repository, where it is there at all. */
const SHARED_ORDERS = fileURLToPath(new URL('../../../../../shared/data/orders/orders.csv', import.meta.url))

const NAMES = ['report.html', 'report.json', 'report.csv']

describe('the command on the example’s own book', () => {
  it('accounts for every row', async () => {
    const { code, printed, warned, report } = await runWords(['--out', 'out'])
    const { rows, rejected, later, ranked, totals } = report()
    const lines = readFileSync(ownFile('data/orders.csv'), 'utf8').trimEnd().split('\n')
    expect({ code, warned }).toEqual({ code: 0, warned: [] })
    expect(rows).toEqual({ read: 2828, used: 2821, later: 1, rejected: 6 })
    expect(rows.read).toBe(lines.length - 1)
    expect(rows.read).toBe(rows.used + rows.later + rows.rejected)
    expect([later.length, rejected.length]).toEqual([rows.later, rows.rejected])
    for (const { line, raw } of rejected) expect(lines[line - 1]).toBe(raw)
    expect(totals).toEqual({ customers: 301, purchases: 2726, refunds: 95, revenue: '13331261.07' })
    expect(ranked).toHaveLength(301)
    expect(printed.slice(0, 4)).toEqual([
      'Customer portfolio of a sample book: 301 customers as of 2026-09-30',
      '2,828 rows read = 2,821 used + 1 dated after 2026-09-30 + 6 rejected',
      'Net revenue 13,331,261.07 CNY from 2,726 purchases and 95 refunds',
      'Selected: 31 customers with 65.0% of the revenue',
    ])
  })

  describe('in any time zone', () => {
    const zone = process.env['TZ']
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    })

    it('writes the same files, byte for byte', async () => {
      const contents: string[][] = []
      for (const name of ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati']) {
        process.env['TZ'] = name
        const { written } = await runWords(['--out', 'out'])
        contents.push(NAMES.map(written))
      }
      for (const other of contents.slice(1)) expect(other).toEqual(contents[0])
    })
  })

  it('writes the same data in every language', async () => {
    const [english, chinese] = [await runWords(['--out', 'out']), await runWords(['--out', 'out', '--lang', 'zh-CN'])]
    for (const name of ['report.json', 'report.csv']) expect(chinese.written(name)).toBe(english.written(name))
    expect(chinese.written('report.html')).not.toBe(english.written('report.html'))
  })
})

describe('the command on other files', () => {
  it('finds relative paths in the folder where it was called', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'in'))
    writeFileSync(join(folder, 'in/book.csv'), ordersFile('A,2026-09-30,1'))
    const { code, report, printed } = await runWords(['--orders', 'in/book.csv', '--out', './out'], folder)
    expect(code).toBe(0)
    expect(report().files).toEqual({ orders: 'book.csv', config: 'config.json' })
    expect(printed.at(-1)).toBe(`Report: ${NAMES.map((name) => join(folder, 'out', name)).join(' ')}`)
  })

  it('tells its progress apart from its results', async () => {
    const { warned, printed } = await runOn(ordersFile('A,2026-09-30,1\n'.repeat(100_000)))
    expect(warned).toEqual(['100,000 rows read …'])
    expect(printed).not.toContain(warned[0])
  })

  itWhereFound(SHARED_ORDERS, 'finds in a shop’s 4,906 orders what the R package rfm finds', async () => {
    const { code, report } = await runWords(['--orders', SHARED_ORDERS, '--config', ownFile('data/orders-rfm.config.json'), '--out', 'out'])
    const { rows, totals, ratings, ranked, grades, selected } = report()
    expect(code).toBe(0)
    expect(rows).toEqual({ read: 4906, used: 4906, later: 0, rejected: 0 })
    expect(totals).toEqual({ customers: 995, purchases: 4906, refunds: 0, revenue: '464158.00' })
    expect(ratings.map(({ customers }) => customers)).toEqual([
      [197, 200, 199, 199, 200],
      [268, 187, 176, 244, 120],
      [200, 200, 198, 202, 195],
    ])
    const ratingsOf = (name: string) =>
      ranked
        .find(({ candidate }) => candidate === name)
        ?.contributions.map(({ rating }) => rating)
        .join('')
    expect(["Abbey O'Reilly", 'Add Senger', 'Aden Murphy'].map(ratingsOf)).toEqual(['343', '412', '544'])
    expect(grades.map(({ customers }) => customers)).toEqual([225, 392, 378])
    expect(selected).toMatchObject({ customers: 225, revenue: '174422.00' })
  })
})

describe('the command used wrongly', () => {
  const usage = expect.stringMatching(/^Usage: /)

  it.each([
    [
      ['--order', 'x'],
      [expect.stringContaining("'--order'"), usage],
    ],
    [['book.csv'], [expect.stringContaining("'book.csv'"), usage]],
    [['--orders'], [expect.stringContaining("'--orders <value>'"), usage]],
    [
      ['--lang', 'fr'],
      ['There is no language "fr"; there are en, zh-CN.', usage],
    ],
    [['--orders', 'none.csv'], [expect.stringMatching(/^Cannot use .*none\.csv: it does not exist\.$/)]],
    [['--orders', '.'], [expect.stringMatching(/: it is a folder\.$/)]],
    [['--config', 'none.json', '--lang', 'zh-CN'], [expect.stringMatching(/^无法使用 .*none\.json：它不存在。$/)]],
  ])('%j says what is wrong and ends with 2', async (words, warned) => {
    expect(await runWords(words)).toMatchObject({ code: 2, printed: [], warned })
  })

  it('says that a config is not JSON', async () => {
    expect(await runOn(ordersFile(), '{ asOf }')).toMatchObject({ code: 2, warned: [expect.stringMatching(/config\.json is not JSON: .*position/)] })
  })

  it('says everything that is wrong with a config, and where', async () => {
    const config = { ...ownConfig(), asOf: '2026-09-31', currency: 'RMB' }
    expect((await runOn(ordersFile(), config)).warned.slice(1)).toEqual([
      '  asOf must be an existing date YYYY-MM-DD between 0001-01-01 and 9999-12-31, not "2026-09-31"',
      '  currency must be an ISO 4217 code of a currency with minor units, such as "CNY", not "RMB"',
    ])
    const other = { ...ownConfig(), ratings: [{ criterion: 'recency', measure: 'orders', cuts: [1, 2, 3, 4, 5] }] }
    expect((await runOn(ordersFile(), other, '--lang', 'zh-CN')).warned.slice(1)).toEqual([
      '  ratings[0].cuts 会得出 1 至 6 的评分，但该标准的评分尺度不接受 6',
      '  scorecard.criteria[1] 没有评分：请为它定出评分，或注明 "missing": "worst" 或 "neutral"',
      '  scorecard.criteria[2] 没有评分：请为它定出评分，或注明 "missing": "worst" 或 "neutral"',
    ])
  })

  it('says that it cannot write', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'out'), '')
    expect(await runWords(['--out', 'out'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/^Cannot use .*out: it is not a folder\.$/)],
    })
  })

  it('tells its usage when asked, also behind the -- that pnpm hands on', async () => {
    for (const words of [['--help'], ['--', '--help']]) expect(await runWords(words)).toMatchObject({ code: 0, printed: [usage], warned: [] })
  })
})
