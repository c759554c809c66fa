import { isInputError } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { decodeFile, MOST_BYTES } from './decodeFile.js'
import { readBook } from './readBook.js'
import { readAmount, readDate } from './readCell.js'
import { readHeader } from './readHeader.js'

const rows = (text: string) => readBook(text).purchases.map(({ customer, date, amount }) => [customer, date, amount])

function faultOf(text: string): unknown {
  try {
    return readBook(text)
  } catch (error) {
    return isInputError(error) ? error.issues.map(({ code, params }) => [code, params]) : error
  }
}

describe('a list of purchases', () => {
  it.each([
    ['commas', 'customer,date,amount\nA,2024-01-02,5'],
    ['semicolons and capitals', 'Customer;DATE;Amount\r\nA;2024-01-02;5\r\n'],
    ['tabs, as a spreadsheet gives them', '客户\t日期\t金额\rA\t2024-01-02\t5'],
    ['a mark at the start, and empty lines', '\uFEFF\n ,, \ncustomer,date,amount\n\n,,\nA,2024-01-02,5\n\n'],
    ['other columns, in another order', '"订单号","订单日期","销售额（元）","客户名称","备注"\n1,2024-01-02,5,A,"x, y"\n'],
    ['blanks around', ' customer_id ; Order Date ; Revenue [CNY] \n A ; "2024-01-02" ; 5 '],
    ['cells in quotes', '"customer","date","amount"\n"A","2024-01-02","5"'],
  ])('is read with %s', (_, text) => expect(rows(text)).toEqual([['A', '2024-01-02', '5']]))

  it('has quotes as they are in the middle of a cell', () => expect(rows('customer,date,amount\n5" pipe,2024-01-02,5')[0]?.[0]).toBe('5" pipe'))

  it('says what its first line lacks', () => {
    expect(faultOf('A,2024-01-02,5')).toEqual([['incomplete', { missing: ['customer (客户)', 'date (日期)', 'amount (金额)'] }]])
    expect(faultOf('客户;日期\nA;2024-01-02')).toEqual([['incomplete', { missing: ['amount (金额)'] }]])
    expect(faultOf('客户，日期，金额\nA，2024-01-02，5')).toMatchObject([['incomplete', {}]])
    expect(faultOf('"customer,date,amount\nA,2024-01-02,5')).toMatchObject([['incomplete', {}]])
    expect(readHeader('客户;日期\nA;2024-01-02')).toMatchObject({ names: ['客户', '日期'], separator: ';', missing: ['amount'] })
  })

  it('says where a quote is not closed', () => {
    expect(faultOf('customer,date,amount\n"A\nB",2024-01-02,5\n\n"C,2024-01-02,5\nD,2024-01-02,5')).toEqual([
      ['unreadable', { expected: '"…"', actual: '5: "C,2024-01-02,5' }],
    ])
  })
})

describe('a date', () => {
  it.each(['2024-06-08', '2024/6/8', '2024.6.8', '20240608', '2024年6月8日', '2024-06-08 13:05', '2024-06-08T13:05:59.5', '2024/6/8 0:00'])(
    'is %s',
    (text) => expect(readDate(text)).toBe('2024-06-08'),
  )
  it.each(['06/07/2024', '6.7.24', '2024-6', '45000', '', '2024-06-08 noon'])('is not made of %j', (text) => expect(readDate(text)).toBe(text))
})

describe('an amount', () => {
  it.each([
    ['1234.50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['-1,234,567', '-1234567'],
    ['¥12', '12'],
    ['￥ 1,200', '1200'],
    ['12,50', '12,50'],
    ['1.234,50', '1.234,50'],
    ['1,23,456', '1,23,456'],
    ['5 kg', '5 kg'],
  ])('%s is %s', (text, amount) => expect(readAmount(text)).toBe(amount))
})

describe('a file', () => {
  const text = '客户,日期,金额\n张三,2024-01-02,5'
  const bytes = (...values: number[]) => Uint8Array.from(values)

  it('is decoded as it was written', () => {
    const utf8 = new TextEncoder().encode(text)
    const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer)])
    for (const file of [utf8, bytes(0xef, 0xbb, 0xbf, ...utf8), utf16]) expect(decodeFile(file)).toEqual({ text })
    // 客户 in GB18030.
    expect(decodeFile(bytes(0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0x31))).toEqual({ text: '客户,1' })
  })

  it('is refused where it is no text, or too large', () => {
    expect(decodeFile(bytes(0x50, 0x4b, 0x03, 0x04, 0x14))).toEqual({ refused: 'workbook' })
    expect(decodeFile(bytes(0xd0, 0xcf, 0x11, 0xe0))).toEqual({ refused: 'workbook' })
    expect(decodeFile(new Uint8Array(MOST_BYTES + 1))).toEqual({ refused: 'too-large' })
    expect(decodeFile(bytes())).toEqual({ text: '' })
  })
})
