import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ordersFile, ownConfig, temporaryFolder } from '../../testing/trial.js'
import type { OrdersConfig } from '../config/types.js'
import { readOrders } from './readOrders.js'
import type { OrderBook } from './types.js'

async function read(
  content: string | Uint8Array,
  changes: Partial<OrdersConfig> = {},
  progress: (rows: number) => void = () => {},
): Promise<OrderBook> {
  const file = join(temporaryFolder(), 'orders.csv')
  writeFileSync(file, content)
  return await readOrders(file, { ...ownConfig(), ...changes }, progress)
}

/** The line and the issue codes of each rejected row. */
const reasons = ({ rejected }: OrderBook): unknown => rejected.map(({ line, issues }) => [line, ...issues.map(({ code }) => code)])

describe('a file of orders', () => {
  it('may begin with a byte order mark and end its lines as it likes', async () => {
    const lines = ['\uFEFFcustomer_id,order_date,revenue', 'A,2026-01-01,1.50', 'B,2026-01-02,2']
    for (const end of ['\n', '\r\n', '\r']) {
      const { used } = await read(lines.join(end))
      expect(used).toEqual([
        { line: 2, customer: 'A', date: '2026-01-01', amount: '1.5' },
        { line: 3, customer: 'B', date: '2026-01-02', amount: '2' },
      ])
    }
  })

  it.each(['\n', '\r\n', '\r'])('has its lines counted through quoted line breaks and blank lines, ended by %j', async (end) => {
    const text = [
      '',
      'customer_id,order_date,revenue',
      '"A',
      '',
      'Ltd",2026-01-01,1',
      '',
      '"B",2026-01-02,x',
      '"C',
      'D",2026-01-02,y',
      'E,2026-01-03,3',
      '',
    ].join(end)
    const book = await read(text)
    expect(book.used.map(({ line, customer }) => [line, customer])).toEqual([
      [3, `A${end}${end}Ltd`],
      [10, 'E'],
    ])
    expect(book.rejected.map(({ line, lastLine }) => [line, lastLine])).toEqual([
      [7, 7],
      [8, 9],
    ])
    expect(book.counts).toEqual({ read: 4, used: 2, later: 0, rejected: 2 })
  })

  it('may mix line ends, also where a chunk of the file ends between CR and LF', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => `A${index % 7},2026-01-01,1${index % 2 ? '\r\n' : '\n'}`)
    const { counts, used } = await read(`customer_id,order_date,revenue\r\n${rows.join('')}`)
    expect(counts).toEqual({ read: 12_000, used: 12_000, later: 0, rejected: 0 })
    expect(used.at(-1)?.line).toBe(12_001)
  })

  it('keeps quoted commas, doubled quotation marks and other columns', async () => {
    const { used } = await read('note,revenue,"customer_id",order_date\nx,5,"Say ""hi"", Ltd",2026-01-01\n')
    expect(used).toEqual([{ line: 2, customer: 'Say "hi", Ltd', date: '2026-01-01', amount: '5' }])
  })

  it('reports its progress every 100,000 rows', async () => {
    const seen: number[] = []
    await read(ordersFile('A,2026-01-01,1\n'.repeat(200_001)), {}, (rows) => seen.push(rows))
    expect(seen).toEqual([100_000, 200_000])
  })

  it('may hold no orders at all', async () => {
    expect((await read('customer_id,order_date,revenue')).counts).toEqual({ read: 0, used: 0, later: 0, rejected: 0 })
  })
})

describe('a row', () => {
  it('is rejected with everything that is wrong with it', async () => {
    const book = await read(ordersFile('A,2026-02-29,n/a', ' ,2026-01-01,', 'A,2024-02-29,1', 'A,2026-1-1,１', 'A,2026-01-01, 1 '))
    expect(reasons(book)).toEqual([
      [2, 'not-a-calendar-date', 'not-a-decimal'],
      [3, 'empty', 'not-a-decimal'],
      [5, 'not-a-calendar-date', 'not-a-decimal'],
      [6, 'not-a-decimal'],
    ])
    expect(book.rejected[0]).toMatchObject({ customer: 'A', raw: 'A,2026-02-29,n/a', issues: [{ path: ['order_date'] }, { path: ['revenue'] }] })
    expect(book.rejected[1]).not.toHaveProperty('customer')
  })

  it('may have as many decimal places as the currency', async () => {
    const rows = ordersFile('A,2026-01-01,1.25', 'A,2026-01-01,1.250', 'A,2026-01-01,1.255', 'A,2026-01-01,-1', 'A,2026-01-01,1e2')
    expect(reasons(await read(rows))).toEqual([[4, 'too-many-decimal-places']])
    expect(reasons(await read(rows, { currency: 'JPY' }))).toEqual([2, 3, 4].map((line) => [line, 'too-many-decimal-places']))
    expect(reasons(await read(rows, { currency: 'KWD' }))).toEqual([])
  })

  it('is left out, and no more than that, where it is dated after the day in question', async () => {
    const book = await read(ordersFile('A,2026-09-30,1', 'A,2026-10-01,2', 'A,2026-10-01,x'))
    expect(book.later).toEqual([{ line: 3, customer: 'A', date: '2026-10-01', amount: '2' }])
    expect(book.counts).toEqual({ read: 3, used: 1, later: 1, rejected: 1 })
  })

  it('is rejected where it is ragged, and blank lines are no rows', async () => {
    const book = await read(ordersFile('A,2026-01-01', '', 'A,2026-01-01,1,', ',,', 'A'))
    expect(reasons(book)).toEqual([
      [2, 'fields-differ'],
      [4, 'fields-differ'],
      [5, 'empty', 'not-a-calendar-date', 'not-a-decimal'],
      [6, 'fields-differ'],
    ])
    expect(book.counts.read).toBe(4)
  })

  it('is spoiled alone by a stray quotation mark', async () => {
    const book = await read(ordersFile('12" Pipes,2026-01-01,1', '"B" Ltd,2026-01-01,1', ' "C",2026-01-01,1', 'D,2026-01-01,1'))
    expect(reasons(book)).toEqual([2, 3, 4].map((line) => [line, 'quotation-marks']))
    expect(book.used).toHaveLength(1)
  })

  it('is shown shortened', async () => {
    const { rejected } = await read(ordersFile(`${'A'.repeat(500_000)},2026-01-01,x`))
    expect(rejected[0]?.raw).toBe(`${'A'.repeat(160)}…`)
  })

  it('may be long, quoted or not', async () => {
    const name = `${'A,'.repeat(400_000)}""`
    expect((await read(ordersFile(`"${name}",2026-01-01,1`))).counts.used).toBe(1)
  })
})

describe('a file that is refused', () => {
  it.each([
    ['empty', '', 'file-empty', {}],
    ['blank', '\n\r\n\n', 'file-empty', {}],
    ['without a column', 'customer_id,revenue\n', 'columns-missing', { line: 1, missing: ['order_date'], found: ['customer_id', 'revenue'] }],
    ['with another separator', 'customer_id;order_date;revenue\n', 'separator-wrong', { line: 1, found: ['customer_id;order_date;revenue'] }],
    ['with another spelling', '\ncustomer_id,Order_date,revenue\n', 'columns-missing', { line: 2, missing: ['order_date'] }],
    ['with a column twice', 'customer_id,order_date,revenue,revenue\n', 'columns-repeated', { line: 1, repeated: ['revenue'] }],
    ['with an open quotation mark', ordersFile('A,2026-01-01,1', '"B,2026-01-01,1', 'C,2026-01-01,1'), 'row-endless', { line: 3 }],
    ['with a row without end', ordersFile('A,2026-01-01,1', 'B'.repeat(1_000_002)), 'row-endless', { line: 3 }],
    ['in GBK', Uint8Array.from([...Buffer.from(ordersFile()), 0xd6, 0xd0, 0xce, 0xc4]), 'file-not-utf-8', {}],
    ['in UTF-16', Buffer.from(`\uFEFF${ordersFile()}`, 'utf16le'), 'file-not-utf-8', {}],
  ])('is %s', async (_, content, code, params) => {
    await expect(read(content)).rejects.toMatchObject({ name: 'Refusal', code, params })
  })
})
