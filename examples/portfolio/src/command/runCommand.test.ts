import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterEach, describe, expect, it } from 'vitest'
import {
  invoicesFile,
  ordersFile,
  ownConfig,
  ownFile,
  pipelineConfig,
  runOn,
  runOnInvoices,
  runWords,
  temporaryFolder,
  ticketsConfig,
} from '../../testing/trial.js'
import { itWhereFound } from '../../testing/whereFound.js'

/** Beside the repository, where it is there at all. */
const SHARED_ORDERS = fileURLToPath(new URL('../../../../../shared/data/orders/orders.csv', import.meta.url))

const SHARED_INVOICES = fileURLToPath(new URL('../../../../../shared/data/receivables/invoices.csv', import.meta.url))

const SHARED_TICKETS = fileURLToPath(new URL('../../../../../shared/data/tickets/tickets.csv', import.meta.url))

const SHARED_PIPELINE = fileURLToPath(new URL('../../../../../shared/data/pipeline', import.meta.url))

const NAMES = ['report.html', 'report.json', 'report.csv', 'receivables.csv']

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

  it('tells tiers, what the greatest bring in, and segments', async () => {
    const lines = (printed: readonly string[]) => printed.slice(9, 15)
    expect(lines((await runWords(['--out', 'out'])).printed)).toEqual([
      'Tiers by net revenue',
      '  A: key customers  61 customers with 82.1% of the total, not as expected (60% to 80%)',
      '  B: ordinary customers  90 customers with 12.7% of the total, not as expected (15% to 30%)',
      '  C: small customers  150 customers with 5.2% of the total, as expected (5% to 15%)',
      'The top 20% of customers (61) bring in 82.1% of the total.',
      'Customers by recency, frequency and monetary value: champions 34, loyal customers 71, potential loyalists 33, new customers 9, promising 10, in need of attention 10, about to sleep 13, not to be lost 2, at risk 36, hibernating 83',
    ])
    expect(lines((await runWords(['--out', 'out', '--lang', 'zh-CN'])).printed).slice(0, 5)).toEqual([
      '按净收入划分的等级',
      '  A 级：重点客户  61 个客户，占总额 82.1%，不符合预期（60% 至 80%）',
      '  B 级：普通客户  90 个客户，占总额 12.7%，不符合预期（15% 至 30%）',
      '  C 级：小客户  150 个客户，占总额 5.2%，符合预期（5% 至 15%）',
      '前 20% 的客户（61 个）贡献总额的 82.1%。',
    ])
  })

  it('tells lifetime value, how the model did and who came back', async () => {
    const lines = (printed: readonly string[]) => printed.slice(15, 18)
    expect(lines((await runWords(['--out', 'out'])).printed)).toEqual([
      'Lifetime value, 52 weeks: 1,889,631.59 CNY from 300 customers, 1,485.2 purchases expected of them',
      'The model of purchases up to 2026-06-30, tried on those up to 2026-09-30: 341.3 expected, 313 made',
      'Customers of the period before who bought again in 2026-Q3: 80.1%',
    ])
    expect(lines((await runWords(['--out', 'out', '--lang', 'zh-CN'])).printed)).toEqual([
      '未来 52 周的客户终身价值：1,889,631.59 CNY，来自 300 个客户，预期购买 1,485.2 次',
      '用截至 2026-06-30 的购买拟合的模型，以截至 2026-09-30 的购买检验：预期 341.3 次，实际 313 次',
      '上一期的客户在 2026-Q3 再次购买：80.1%',
    ])
  })

  it('accounts for every invoice, and for every overdue one', async () => {
    const { printed, receivables, written } = await runWords(['--out', 'out'])
    const { rows, rejected, summary, open, ageing, sales, dunning, allowance } = receivables()
    const invoices = parse<Record<string, string>>(written('receivables.csv'), { bom: true, columns: true })
    const lines = readFileSync(ownFile('data/invoices.csv'), 'utf8').trimEnd().split('\n')
    expect(rows).toEqual({ read: 1432, used: 1425, later: 1, rejected: 6 })
    expect(rows.read).toBe(lines.length - 1)
    for (const { line, raw } of rejected) expect(lines[line - 1]).toBe(raw)
    const accounted = [...invoices, ...rejected].map(({ line }) => Number(line)).sort((a, b) => a - b)
    expect(accounted).toEqual(lines.slice(1).map((_, index) => index + 2))
    expect(summary).toMatchObject({ invoices: 1426, creditNotes: 1, customers: 259, disputed: 51, partPaid: 36, settled: 1200, settledLate: 331 })
    expect(summary.currencies).toEqual([{ currency: 'CNY', invoices: 1426, amount: '6790128.68' }])
    expect(open).toMatchObject([{ amount: '1297645.61', invoices: 225, overdueInvoices: 98, overdue: '631953.63' }])
    expect(ageing.currencies[0]?.buckets.map(({ amount }) => amount)).toEqual(['666941.98', '173829.55', '154260.82', '60550.82', '242062.44'])
    expect(sales).toMatchObject([{ from: '2026-07-03', to: '2026-09-30', days: 90 }])
    expect(allowance?.currencies[0]?.allowance).toBe('40010.46')
    const lettered = dunning?.letters.flatMap(({ items }) => items.map(({ id }) => id)) ?? []
    const named = [...lettered, ...[...(dunning?.held ?? []), ...(dunning?.waiting ?? [])].map(({ item }) => item)]
    const overdue = invoices.filter((row) => Number(row['days-overdue']) > 0 && Number(row['open']) > 0)
    expect(named.sort()).toEqual(overdue.map(({ invoice }) => invoice).sort())
    expect(printed.slice(18, -1)).toEqual([
      'Customer portfolio of a sample book: receivables as of 2026-09-30',
      '1,432 rows read = 1,425 used + 1 dated after 2026-09-30 + 6 rejected',
      'Invoices: 1,426; customers: 259; disputed: 51',
      'Invoiced, less credit notes: 6,790,128.68 CNY',
      'Paid in whole: 1,200, on average 32.0 days after their date',
      'Paid in whole after the due date: 331, on average 24.5 days late',
      'Open: 1,297,645.61 CNY; invoices: 225',
      '  overdue: 48.7% of debits',
      '  Not due yet: 666,941.98, 1-30 days: 173,829.55, 31-60 days: 154,260.82, 61-90 days: 60,550.82, over 90 days: 242,062.44',
      '  Ticklish Pancake Timber  462,667.60 CNY, 35.7% of balances above 0',
      '  倒着走企鹅五金  119,835.63 CNY, 9.2% of balances above 0',
      '  Absent Snail Textiles  113,719.12 CNY, 8.8% of balances above 0',
      'Days sales outstanding in CNY: 66.9; average days delinquent: 32.5; days of the period: 90',
      'Letters to send: 49. Overdue invoices in them: 68; held: 23; waiting: 7; without a further letter: 0.',
      'Loss allowance: 40,010.46 CNY',
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
    for (const name of NAMES.slice(1)) expect(chinese.written(name)).toBe(english.written(name))
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
    expect(printed.at(-1)).toBe(
      `Report: ${NAMES.slice(0, 3)
        .map((name) => join(folder, 'out', name))
        .join(' ')}`,
    )
  })

  it('reads the files that are named, and its own where none is', async () => {
    const { files: both } = (await runWords(['--out', 'out'])).report()
    expect(both).toEqual({ orders: 'orders.csv', invoices: 'invoices.csv', config: 'config.json' })
    const { report, written, printed } = await runOnInvoices(invoicesFile('A,1,2026-09-01,2026-09-15,10,no,,'))
    expect(report().files).toEqual({ invoices: 'invoices.csv', config: 'config.json' })
    expect(report()).not.toHaveProperty('ranked')
    expect(() => written('report.csv')).toThrow('ENOENT')
    expect(printed.at(-1)).not.toContain('report.csv')
    const { receivables: _, ...config } = ownConfig()
    const onlyOrders = await runOn(ordersFile('A,2026-09-30,1'), config)
    expect(onlyOrders.report()).not.toHaveProperty('receivables')
    expect(() => onlyOrders.written('receivables.csv')).toThrow('ENOENT')
  })

  it('leaves no table of an earlier run beside its page', async () => {
    const { folder, written } = await runWords(['--out', 'out'])
    writeFileSync(join(folder, 'out', 'notes.csv'), 'mine')
    writeFileSync(join(folder, 'i.csv'), invoicesFile('A,1,2026-09-01,2026-09-15,10,no,,'))
    await runWords(['--invoices', 'i.csv', '--out', 'out'], folder)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['notes.csv', 'receivables.csv', 'report.html', 'report.json'])
    writeFileSync(join(folder, 'o.csv'), ordersFile('A,2026-09-30,1'))
    await runWords(['--orders', 'o.csv', '--out', 'out'], folder)
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['notes.csv', 'report.csv', 'report.html', 'report.json'])
    expect(written('notes.csv')).toBe('mine')
  })

  it('says in one report what named orders and invoices hold', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'o.csv'), ordersFile('A,2026-09-01,10'))
    writeFileSync(join(folder, 'i.csv'), invoicesFile('A,1,2026-09-01,2026-09-15,10,no,,', 'B,2,2026-09-01,2026-09-15,10,no,,'))
    const { report, receivables } = await runWords(['--orders', 'o.csv', '--invoices', 'i.csv', '--out', 'out'], folder)
    expect(report().ranked.map(({ candidate }) => candidate)).toEqual(['A'])
    expect(receivables().concentration.currencies[0]?.customers.map(({ customer }) => customer)).toEqual(['A', 'B'])
    expect(receivables().diagnoses).toContainEqual({ code: 'customers-without-orders', params: { number: 1, customers: ['B'] } })
  })

  it('tells its progress apart from its results', async () => {
    const { warned, printed } = await runOn(ordersFile('A,2026-09-30,1\n'.repeat(100_000)))
    expect(warned).toEqual(['100,000 rows read …'])
    expect(printed).not.toContain(warned[0])
  })

  describe('on the tickets of a help desk', () => {
    const words = ['--tickets', SHARED_TICKETS, '--config', ownFile('data/tickets-helpdesk.config.json'), '--out', 'out']

    itWhereFound(SHARED_TICKETS, 'finds 4,580 cases, 21,348 events and 226 paths, of which 2,366 cases took the commonest', async () => {
      const { code, warned, tickets, report } = await runWords(words)
      const { rows, log, later, rejected, diagnoses } = tickets()
      expect({ code, warned }).toEqual({ code: 0, warned: [] })
      expect(rows).toEqual({ read: 21_348, used: 21_348, later: 0, rejected: 0 })
      expect([log.cases, log.events, log.variants.length]).toEqual([4580, 21_348, 226])
      expect(log.variants[0]).toMatchObject({ path: ['Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed'], count: 2366 })
      expect(log.variants.slice(1, 3).map(({ count }) => count)).toEqual([552, 228])
      expect(log.variants.at(-1)?.cumulative).toBe(1)
      expect(log.timeBetween.reduce((sum, { count }) => sum + count, 0)).toBe(21_348 - 4580)
      expect([later, rejected]).toEqual([[], []])
      expect(diagnoses).toEqual([{ code: 'same-moment', params: { cases: 129 } }])
      expect(report().policies).toEqual([{ kind: 'portfolio', id: 'tickets-helpdesk', version: '1' }])
    })

    itWhereFound(SHARED_TICKETS, 'says so in both languages', async () => {
      const { printed, written } = await runWords(words)
      const chinese = await runWords([...words, '--lang', 'zh-CN'])
      expect(printed.slice(0, -1)).toEqual([
        'Tickets of a help desk: tickets as of 2014-01-03, times in UTC',
        '21,348 rows read = 21,348 used + 0 dated after 2014-01-03 + 0 rejected',
        'Tickets: 4,580; events: 21,348; different paths: 226',
        'The commonest path, 2,366 tickets (51.7%): Assign seriousness → Take in charge ticket → Resolve ticket → Closed',
        'Something was done again in 1,240 tickets (27.1%)',
        '  Take in charge ticket: 775 times in 623 tickets, 99 times right after itself',
        '  Assign seriousness: 443 times in 394 tickets, 439 times right after itself',
        '  Resolve ticket: 414 times in 386 tickets, 254 times right after itself',
        'From first to last event: median 39.9 days, 90th percentile 53.0 days',
        '  Resolve ticket → Closed: 4,558 times, median 30.0 days, 90th percentile 45.7 days',
        '  Assign seriousness → Take in charge ticket: 4,160 times, median 6.1 h, 90th percentile 14.0 days',
        '  Take in charge ticket → Resolve ticket: 3,563 times, median 2.7 h, 90th percentile 12.3 days',
      ])
      expect(chinese.printed.slice(0, 5)).toEqual([
        '某服务台的工单：截至 2014-01-03 的工单，时间按 UTC 时区',
        '读入 21,348 行 = 采用 21,348 行 + 晚于 2014-01-03 的 0 行 + 拒绝 0 行',
        '工单 4,580 张，事件 21,348 个，不同的路径 226 种',
        '最常见的路径，2,366 张工单（51.7%）：Assign seriousness → Take in charge ticket → Resolve ticket → Closed',
        '有 1,240 张工单（27.1%）出现过重复做的事',
      ])
      expect(written('report.html')).toContain('4,580 tickets with 21,348 events took 226 different paths; 2,366 of them (51.7%) took the commonest:')
      expect(chinese.written('report.html')).toContain(
        '4,580 张工单共有 21,348 个事件，走了 226 种不同的路径；其中 2,366 张（51.7%）走的是最常见的一种：',
      )
      expect(written('report.html')).toContain('The file says no offset of its times: they are taken in UTC.')
      expect(chinese.written('report.html')).toContain('文件中的时间没有注明时差，均按 UTC 时区理解。')
      expect(chinese.written('report.json')).toBe(written('report.json'))
    })
  })

  describe('on the opportunities of a seller of computer hardware', () => {
    const words = ['--pipeline', SHARED_PIPELINE, '--config', ownFile('data/pipeline-crm.config.json'), '--out', 'out']

    itWhereFound(SHARED_PIPELINE, 'finds 4,238 won, 2,473 lost and 1,589 open ones, and lists 500 that have no date', async () => {
      const { code, warned, pipeline, report } = await runWords(words)
      const { rows, measure, wonOfRows, undated, rejected } = pipeline()
      expect({ code, warned }).toEqual({ code: 0, warned: [] })
      expect(rows).toEqual({ read: 8800, used: 8800, later: 0, rejected: 0 })
      expect([measure.entered, measure.won.count, measure.lost.count, measure.open.count]).toEqual([8300, 4238, 2473, 1589])
      expect(measure.stages).toMatchObject([{ stage: 'engaging', entered: 8300, advanced: 4238, lost: 2473, open: 1589 }])
      const written = readFileSync(join(SHARED_PIPELINE, 'sales_pipeline.csv'))
      const told = parse<Record<string, string>>(written, { columns: true })
      const prospects = told.filter((row) => row['deal_stage'] === 'Prospecting').map((row) => row['opportunity_id'])
      expect(undated.map(({ deal }) => deal)).toEqual(prospects)
      expect([undated.length, rejected]).toEqual([500, []])
      expect(measure.conversion.ofClosed).toBe(4238 / 6711)
      expect(measure.conversion.ofEntered).toBe(4238 / 8300)
      expect(wonOfRows).toBe(4238 / 8800)
      expect(measure.won.meanDays).toBeCloseTo(51.8, 1)
      expect(measure.won.medianDays).toBe(57)
      expect(report().policies).toEqual([
        { kind: 'portfolio', id: 'pipeline-crm', version: '1' },
        { kind: 'pipeline', id: 'crm-opportunities', version: '1' },
      ])
    })

    itWhereFound(SHARED_PIPELINE, 'finds what each region won, what nobody can tell yet, and which quarters are not mature', async () => {
      const { measure, curve } = (await runWords(words)).pipeline()
      expect(measure.groups?.map(({ group, won }) => [group, won.amounts])).toEqual([
        ['Central', [{ currency: null, amount: '3346293' }]],
        ['East', [{ currency: null, amount: '3090594' }]],
        ['West', [{ currency: null, amount: '3568647' }]],
      ])
      expect(measure.groups?.map(({ entered }) => entered).reduce((sum, count) => sum + count, 0)).toBe(8300)
      // Closed deals took 138 days at most: the quarters that began last have younger ones.
      expect(measure.cohorts?.map(({ from, mature }) => [from, mature])).toEqual([
        ['2016-10-01', true],
        ['2017-01-01', true],
        ['2017-04-01', true],
        ['2017-07-01', false],
        ['2017-10-01', false],
      ])
      const { rate, unresolved, throughDays } = measure.conversion.eventual
      expect([curve.won.at(-1), curve.open.at(-1), curve.throughDays]).toEqual([rate, unresolved, throughDays])
      expect((rate ?? 0) + (unresolved ?? 0) + (curve.lost.at(-1) ?? 0)).toBeCloseTo(1, 12)
    })

    itWhereFound(SHARED_PIPELINE, 'takes open deals to be worth their list prices, and finds what the quarters and regions differ in', async () => {
      const { listed, measure, backtest, forecast, comparison, bottlenecks, change } = (await runWords(words)).pipeline()
      expect(listed).toEqual({ names: { GTXPro: 'GTX Pro' }, deals: 4238, share: 10005534 / 10023482 })
      expect(measure.open.amounts).toEqual([{ currency: null, amount: '3892229' }])
      // What came, by the file itself, whatever was forecast.
      expect(backtest?.runs.map(({ asOf, actual }) => [asOf, actual])).toEqual([
        ['2017-09-30', '714849'],
        ['2017-10-31', '938943'],
        ['2017-11-30', '1089809'],
      ])
      expect(forecast?.periods.map(({ from, target }) => [from, target])).toEqual([
        ['2018-01-01', '731980'],
        ['2018-02-01', '938943'],
        ['2018-03-01', '1131573'],
      ])
      expect([forecast?.spread, forecast?.unplaced.length]).toEqual([backtest?.spread, 1589])
      expect(comparison?.compared.map(({ group, sample, significant }) => [group, sample, significant])).toEqual([
        ['Central', 2604, false],
        ['East', 1858, false],
        ['West', 2249, false],
      ])
      // (0.65 − 4,238 / 6,711) × 8,300 × 10,005,534 / 4,238
      expect(bottlenecks?.bottlenecks).toMatchObject([{ stage: 'engaging', rate: 4238 / 6711, lostValue: [{ currency: null, amount: '362507.42' }] }])
      expect(change).toMatchObject({ after: { from: '2017-10-01', to: '2017-12-31' }, decomposition: { before: 2982255, after: 2802496 } })
      const parts = change?.decomposition?.parts.map(({ factor, amount }) => [factor, Math.round(amount)])
      expect(parts).toEqual([
        ['volume', -88893],
        ['mix', 1271],
        ['rate', -56225],
        ['value', -35912],
      ])
    })

    itWhereFound(SHARED_PIPELINE, 'forecasts the months ahead as the guide says', async () => {
      const { forecast, backtest } = (await runWords(words)).pipeline()
      const told = forecast?.periods.map(({ expected, low, high }) => [expected, low, high].map((amount) => Math.round(Number(amount))))
      expect(told).toEqual([
        [175234, 80012, 283134],
        [202119, 98044, 314202],
        [431746, 279422, 595969],
      ])
      const figures = [backtest?.bias, backtest?.meanAbsolutePercentageError, backtest?.coverage, backtest?.spread]
      expect(figures.map((figure) => Math.round((figure ?? 0) * 1000))).toEqual([44, 142, 333, 2069])
    })

    itWhereFound(SHARED_PIPELINE, 'says so in both languages, with what is odd in the files', async () => {
      const { printed, written } = await runWords(words)
      const chinese = await runWords([...words, '--lang', 'zh-CN'])
      expect(printed.slice(0, -1)).toEqual([
        'Opportunities of a seller of computer hardware: sales pipeline as of 2017-12-31',
        '8,800 rows read = 8,800 used + 0 dated after 2017-12-31 + 0 rejected',
        'Of the rows used, 8,300 have a date and enter "Engaging" on it; 500 have none, and are listed in the report',
        'Won: 4,238; lost: 2,473; open: 1,589',
        '  won of the 6,711 closed: 63.15% (95% interval 61.99% to 64.30%)',
        '  won of the 8,300 that entered with a date: 51.06%',
        '  won of all 8,800 rows: 48.16%',
        '  won in the end, as estimated: 51.94%; of 17.88% nobody can tell after 423 days',
        'Days from entering to winning: mean 51.8, median 57',
        'By region, of which won:',
        '  Central: 1,629 of 3,012, 3,346,293; of closed 62.56%',
        '  East: 1,171 of 2,291, 3,090,594; of closed 63.02%',
        '  West: 1,438 of 2,997, 3,568,647; of closed 63.94%',
        'By when deals entered, of which won:',
        '  2016-10-01 to 2016-12-31: 250 of 358; of closed 81.97%',
        '  2017-01-01 to 2017-03-31: 898 of 1,619; of closed 67.93%',
        '  2017-04-01 to 2017-06-30: 1,246 of 2,388; of closed 61.62%',
        '  2017-07-01 to 2017-09-30: 1,207 of 2,770; of closed 59.99% (not mature)',
        '  2017-10-01 to 2017-12-31: 637 of 1,165; of closed 60.67% (not mature)',
        'Expected, and in at least nine cases of ten:',
        expect.stringMatching(/^ {2}2018-01-01 to 2018-01-31: [\d,]+ \([\d,]+ to [\d,]+\); the target of 731,980 is reached in <0\.1% of all cases$/),
        expect.stringMatching(/^ {2}2018-02-01 to 2018-02-28: .*938,943/),
        expect.stringMatching(/^ {2}2018-03-01 to 2018-03-31: .*1,131,573/),
        expect.stringMatching(
          /^ {2}the same 3 times in the past: bias −?[\d.]+%, mean absolute error [\d.]+%, within the bounds in [\d.]+%; spread [\d.]+$/,
        ),
        'Nobody is significantly below all others (Region)',
        'Below their benchmark: Engaging',
        'Sales from 2017-10-01 to 2017-12-31: 2,802,496, before: 2,982,255',
        'Found in the files:',
        '  Deals without a date (500): they are listed, and in no figure of the funnel.',
        '  Amounts in no currency, as the files name none (6,711): they are added up as they stand.',
        '  Rows whose account is blank (1,425).',
        '  Products that products.csv does not list (1,480 rows): GTXPro.',
        '  Counted as different products, though the names look alike: GTX Pro, GTXPro.',
        '  Listed in sales_teams.csv, but without any deal (5): Carl Lin, Carol Thompson, Elizabeth Anderson, Mei-Mei Johns, Natalya Ivanova.',
        '  Accounts in sectors that the config does not expect (12), perhaps misspelt: technolgy.',
      ])
      expect(chinese.printed.slice(0, 8)).toEqual([
        '某计算机硬件商的商机：截至 2017-12-31 的销售管道',
        '读入 8,800 行 = 采用 8,800 行 + 晚于 2017-12-31 的 0 行 + 拒绝 0 行',
        '采用的行中，8,300 行有日期，于当天进入“接洽中”；500 行没有日期，列于报告中',
        '赢单 4,238 个，丢单 2,473 个，未结 1,589 个',
        '  占已关闭的 6,711 个：63.15%（95% 置信区间 61.99% 至 64.30%）',
        '  占有日期而进入的 8,300 个：51.06%',
        '  占全部 8,800 行：48.16%',
        '  最终赢单（估计）：51.94%；423 天之后，其中 17.88% 尚无从得知',
      ])
      expect(written('report.html')).toContain('Rows whose account is blank (1,425).')
      expect(written('report.html')).toContain('The files name no currency, and none is assumed.')
      expect(chinese.written('report.html')).toContain('有 1,425 行的客户为空。')
      expect(chinese.written('report.json')).toBe(written('report.json'))
    })
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

  itWhereFound(SHARED_ORDERS, 'scores a shop’s 995 customers as the R package rfm does', async () => {
    const { report } = await runWords(['--orders', SHARED_ORDERS, '--config', ownFile('data/orders-rfm.config.json'), '--out', 'out'])
    const { rfm, ranked } = report()
    expect(rfm?.cuts).toEqual({ recency: [115, 181, 297.4, 482], frequency: [4, 5, 6, 8], monetary: ['255.80', '382.00', '506.40', '666.00'] })
    const counts = (score: 'r' | 'f' | 'm') => [1, 2, 3, 4, 5].map((value) => rfm?.customers.filter((one) => one[score] === value).length)
    expect([counts('r'), counts('f'), counts('m')]).toEqual([
      [197, 200, 199, 199, 200],
      [268, 187, 176, 244, 120],
      [200, 200, 198, 202, 195],
    ])
    const codes = new Map(rfm?.customers.map(({ customer, code }) => [customer, code]))
    expect(["Abbey O'Reilly", 'Add Senger', 'Aden Murphy'].map((name) => codes.get(name))).toEqual(['343', '412', '544'])
    // The ratings' cuts are the package's too.
    for (const { candidate, contributions } of ranked) expect(contributions.map(({ rating }) => rating).join('')).toBe(codes.get(candidate))
    expect(rfm?.segments.map(({ count }) => count).reduce((sum, one) => sum + one, 0)).toBe(995)
    expect(rfm?.segments.at(0)).toMatchObject({ segment: 'champions', count: 99, value: '67802.00' })
  })
})

describe('the command on a vendor’s 2,466 invoices', () => {
  const words = ['--invoices', SHARED_INVOICES, '--config', ownFile('data/receivables-watson.config.json'), '--out', 'out']

  itWhereFound(SHARED_INVOICES, 'finds their total, which were late and which are disputed', async () => {
    const { code, receivables } = await runWords(words)
    const { rows, summary } = receivables()
    expect(code).toBe(0)
    expect(rows).toEqual({ read: 2466, used: 1930, later: 536, rejected: 0 })
    expect(summary).toMatchObject({ invoices: 2466, customers: 100, settled: 2466, settledLate: 877, disputed: 561, partPaid: 0, creditNotes: 0 })
    expect(summary.currencies).toEqual([{ currency: 'USD', invoices: 2466, amount: '147703.18' }])
  })

  itWhereFound(SHARED_INVOICES, 'finds the days to settle and the days late that every row says', async () => {
    const told = parse<Record<string, string>>(readFileSync(SHARED_INVOICES), { columns: true })
    const found = parse<Record<string, string>>((await runWords(words)).written('receivables.csv'), { bom: true, columns: true })
    const days = (rows: Record<string, string>[], number: string, settle: string, late: string) =>
      rows.map((row) => [row[number], row[settle], row[late]])
    expect(found).toHaveLength(2466)
    expect(days(found, 'invoice', 'days-to-settle', 'days-late')).toEqual(days(told, 'invoiceNumber', 'DaysToSettle', 'DaysLate'))
  })

  itWhereFound(SHARED_INVOICES, 'finds open on 2013-06-30 what a plain sum finds', async () => {
    const day = (text = '') => text.replace(/(\d+)\/(\d+)\/(\d+)/, (_, m, d, y) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`)
    const told = parse<Record<string, string>>(readFileSync(SHARED_INVOICES), { columns: true }).map((row) => ({
      cents: Math.round(Number(row['InvoiceAmount']) * 100),
      age: (Date.UTC(2013, 5, 30) - Date.parse(day(row['DueDate']))) / 86_400_000,
      isOpen: day(row['InvoiceDate']) <= '2013-06-30' && day(row['SettledDate']) > '2013-06-30',
      isSale: day(row['InvoiceDate']) >= '2013-04-02' && day(row['InvoiceDate']) <= '2013-06-30',
    }))
    const sum = (rows: typeof told) => rows.reduce((cents, row) => cents + row.cents, 0)
    const open = told.filter(({ isOpen }) => isOpen)
    const buckets = [-Infinity, 0, 30, 60, 90].map((least, index, bounds) =>
      open.filter(({ age }) => age > least && age <= (bounds[index + 1] ?? Infinity)),
    )
    const { ageing, sales } = (await runWords(words)).receivables()
    const [dollars] = ageing.currencies
    expect(dollars?.buckets.map(({ count, amount }) => [count, Math.round(Number(amount) * 100)])).toEqual(
      buckets.map((rows) => [rows.length, sum(rows)]),
    )
    expect([dollars?.total, dollars?.buckets.map(({ count }) => count)]).toEqual(['5119.85', [72, 12, 0, 0, 0]])
    expect(sales[0]?.outstanding?.daysSalesOutstanding).toBeCloseTo((sum(open) / sum(told.filter(({ isSale }) => isSale))) * 90, 10)
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

  it('says that a config has nothing for a file that is named', async () => {
    const { columns, ratings, scorecard, tiers, rfm, lifetime, ...invoicesOnly } = ownConfig()
    const { receivables, ...ordersOnly } = ownConfig()
    const refused = [expect.stringMatching(/config\.json says nothing of orders: it lacks columns, ratings and scorecard\.$/)]
    expect(await runOn(ordersFile(), invoicesOnly)).toMatchObject({ code: 2, warned: refused })
    expect(await runOnInvoices(invoicesFile(), ordersOnly, '--lang', 'zh-CN')).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/config\.json 未涉及发票：缺少 receivables。$/)],
    })
  })

  it('says that a config has nothing for tickets, or tickets alone and none is named', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 't.csv'), 'ticket,what,when\n')
    writeFileSync(join(folder, 'c.json'), JSON.stringify(ticketsConfig()))
    expect(await runWords(['--tickets', 't.csv'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/config\.json says nothing of tickets: it lacks tickets\.$/)],
    })
    expect(await runWords(['--config', 'c.json'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/name a file with --tickets\.$/)],
    })
    expect(await runWords(['--config', 'c.json', '--orders', 't.csv', '--lang', 'zh-CN'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringContaining('未涉及订单')],
    })
  })

  it('says that a config has nothing for a sales pipeline, or that alone and none is named', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'c.json'), JSON.stringify(pipelineConfig()))
    expect(await runWords(['--pipeline', '.'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/config\.json says nothing of a sales pipeline: it lacks pipeline\.$/)],
    })
    expect(await runWords(['--config', 'c.json', '--lang', 'zh-CN'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/请用 --pipeline 指定文件夹。$/)],
    })
    expect(await runWords(['--config', 'c.json', '--pipeline', 'c.json'], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/a part of its path is not a folder\.$/)],
    })
  })

  it('says that a scheme does not fit a currency of the invoices', async () => {
    const { receivables, ...config } = ownConfig()
    const columns = { customer: 'c', invoice: 'n', date: 'd', due: 'u', amount: 'a', currency: 'q' }
    const { disputed: _, ...part } = receivables
    const wrong = { ...config, receivables: { ...part, columns, dunning: { ...receivables.dunning, minimumAmount: '0.5' } } }
    expect(await runOnInvoices('c,n,d,u,a,q\nA,1,2026-01-01,2026-01-31,5,JPY\n', wrong)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(/is not a config:$/), '  receivables.dunning.minimumAmount must have at most 0 decimal places, not 0.5'],
    })
  })

  it.each([
    ['receivables.csv', '--orders', 'en', /^.*receivables\.csv would be written over or removed: choose another folder for the report than .*\.$/],
    ['report.csv', '--invoices', 'zh-CN', /^.*report\.csv 会被覆盖或删除：请为报告另选文件夹，不要用 .*。$/],
  ])('says that %s, named as %s, is in the way', async (name, option, language, warned) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, name), 'mine')
    expect(await runWords([option, name, '--out', '.', '--lang', language], folder)).toMatchObject({
      code: 2,
      warned: [expect.stringMatching(warned)],
    })
    expect(readdirSync(folder)).toEqual([name])
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine')
  })

  it.each([
    ['a;b;c\n1;2;3\n', /the header on line 1 has a single column, a;b;c; probably the separator is not a comma\.$/],
    ['a\tb\n', /probably the separator is not a comma\.$/],
    ['a b\n', /lacks customer_id, /],
    ['a;b,c\n', /lacks customer_id, /],
  ])('says of the header of %j what it lacks', async (text, warned) => {
    expect(await runOnInvoices(text)).toMatchObject({ code: 2, warned: [expect.stringMatching(warned)] })
  })

  it('does nothing to a terminal, whatever a config or a header holds', async () => {
    const hostile = '\u001b[2J\u0007\u009b31m\nReport: all is well'
    const config = await runOn(ordersFile(), { ...ownConfig(), currency: hostile, [hostile]: 1 })
    const header = await runOn(`"${hostile}",x\n`)
    const option = await runWords([`--${hostile}`])
    for (const { code, warned } of [config, header, option]) {
      expect(code).toBe(2)
      expect(warned.join('')).toContain('\uFFFD[2J')
      expect(warned.join('')).not.toMatch(/\p{Cc}/u)
    }
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
