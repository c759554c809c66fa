import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Rfm, scoreRfm, shareOfTop } from '@clientele/tiering'
import { textbookRfm, usualRfm } from '@clientele/tiering/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runExample } from '../../../../../.ci/examples.js'
import { computeWith, faultsOf, resultOf, runCode } from '../../../testing/showPage.js'
import { exampleText } from './example.js'
import { page } from './page.js'
import { tellBook, tellCustomer } from './tellBook.js'

const codesOf = ({ customers }: Rfm) => Object.fromEntries(customers.map(({ customer, code }) => [customer, code]))
const membersOf = ({ customers }: Rfm, id: string) => customers.filter(({ segment }) => segment === id).map(({ customer }) => customer)
const purchases = exampleText
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))
  .map(([customer = '', date = '', amount = '']) => ({ customer, date, amount }))
const withLine = (line: string): string => `${exampleText}\n${line}`

describe('the example', () => {
  it('has the two segments of the third text (S3), and its case of 18 % who give 65 %', () => {
    const { rfm, scheme, ofTop } = resultOf(page)
    expect(scheme).toBe(textbookRfm)
    expect(codesOf(rfm)).toMatchObject({ A1: '555', A2: '455', B1: '141', B3: '241' })
    expect([membersOf(rfm, 'important-value'), membersOf(rfm, 'to-nurture')]).toEqual([
      ['A1', 'A2'],
      ['B1', 'B3'],
    ])
    expect(rfm.segments[0]).toMatchObject({ count: 2, value: '52000', shareOfCustomers: 2 / 11, shareOfValue: 0.65 })
    expect(ofTop).toBe(0.65)
  })

  it('is explained customer by customer', () => {
    expect(tellCustomer(resultOf(page), 'B1', 'zh-CN')?.[0]).toBe('客户 B1 属于细分“潜力培育客户”，得分 141。措施：自动培育：白皮书与案例视频。')
    expect(tellCustomer(resultOf(page), '__proto__', 'en')).toBeUndefined()
    const { customers, sentences } = tellBook(resultOf(page), 'en')
    expect(customers.map(({ customer }) => customer).slice(0, 4)).toEqual(['A1', 'A2', 'B3', 'B1'])
    expect(sentences[0]).toMatch(/customers: 11\.$/)
  })
})

describe('what is answered', () => {
  it('of a refund: the amount falls, and no score changes', () => {
    const { rfm } = resultOf(page, { csv: withLine('A2,2024-06-29,-4000') })
    expect(codesOf(rfm)).toEqual(codesOf(resultOf(page).rfm))
    expect(rfm.customers[1]).toMatchObject({ customer: 'A2', recencyDays: 11, frequency: 5, monetary: '18000' })
  })

  it('of half a year without purchases: groups stay, fixed cuts fall', () => {
    const later = { asOf: '2024-12-31' }
    expect(codesOf(resultOf(page, later).rfm)).toEqual(codesOf(resultOf(page).rfm))
    const cuts = { rule: 'cuts' }
    expect(membersOf(resultOf(page, cuts).rfm, 'important-value')).toEqual(['A1', 'A2'])
    const { rfm } = resultOf(page, { ...cuts, ...later })
    expect(membersOf(rfm, 'important-value')).toEqual([])
    expect(rfm.customers.filter(({ r }) => r === 2).map(({ customer }) => customer)).toEqual(['A1', 'A2', 'C3'])
    expect(rfm.customers.filter(({ r }) => r > 2)).toEqual([])
  })

  it('of losing A1: 37.5 % of the revenue', () => {
    expect(
      shareOfTop(
        resultOf(page).rfm.customers.map(({ monetary }) => monetary as string),
        { share: '0.01' },
      ),
    ).toBe(0.375)
    expect(resultOf(page, { top: '1' }).ofTop).toBe(0.375)
  })
})

describe('a change', () => {
  it('gives what the package gives', () => {
    const asOf = '2024-05-31'
    expect(resultOf(page, { segments: 'usual', asOf }).rfm).toEqual(scoreRfm(purchases, usualRfm, { asOf, invalid: 'collect' }))
    const { scheme, rfm } = resultOf(page, { scores: '3', high: '3', asOf })
    expect(scheme).toMatchObject({ bins: 3, segments: [{ r: [3, 3], f: [3, 3], m: [3, 3] }, { r: [1, 2], f: [3, 3], m: [1, 2] }, {}] })
    expect(rfm).toEqual(scoreRfm(purchases, scheme, { asOf, invalid: 'collect' }))
    expect(resultOf(page, { rule: 'cuts', recency: '10，100', frequency: '2 4', monetary: '1e3、5000', high: '2' }).scheme).toMatchObject({
      cuts: { recency: ['10', '100'], frequency: ['2', '4'], monetary: ['1e3', '5000'] },
      segments: [{ r: [2, 3] }, { r: [1, 1] }, {}],
    })
  })

  it('of the statistic scores means, and the revenue stays a sum', () => {
    const { rfm, revenue, ofTop } = resultOf(page, { statistic: 'mean' })
    expect(rfm.customers[0]).toMatchObject({ customer: 'A1', monetary: '6000' })
    expect([revenue.total, ofTop]).toEqual(['80000', 0.65])
  })
})

describe('what is wrong', () => {
  it('is said at every field at once', () => {
    const wrong = { csv: 'a,b\n1,2', asOf: '2024-02-30', scores: '1', high: 'x', top: '0' }
    expect(faultsOf(page, wrong)).toEqual({
      csv: ['incomplete'],
      asOf: ['not-a-calendar-date'],
      scores: ['too-small'],
      high: ['not-an-integer'],
      top: ['not-above'],
    })
    const cuts = { rule: 'cuts', recency: '5, x, 3', frequency: '', monetary: '1, 2' }
    expect(faultsOf(page, cuts)).toEqual({ recency: ['not-a-decimal', 'falling'], frequency: ['empty', 'wrong-length'], monetary: ['wrong-length'] })
    expect(faultsOf(page, { rule: 'cuts', recency: '1 '.repeat(50_000) })).toMatchObject({ recency: ['too-many-parts'] })
    expect(faultsOf(page, { segments: 'usual', rule: 'cuts', recency: '5, 6' })).toEqual({ recency: ['wrong-length'] })
    expect(faultsOf(page, { segments: 'x', rule: 'y', statistic: '' })).toEqual({
      segments: ['not-allowed'],
      rule: ['not-allowed'],
      statistic: ['not-allowed'],
    })
    expect(faultsOf(page, { high: '6', top: '101' })).toEqual({ high: ['too-large'], top: ['too-large'] })
    expect(faultsOf(page, { scores: '9'.repeat(400), top: 'x' })).toEqual({ scores: ['not-an-integer'], top: ['not-a-decimal'] })
    expect(faultsOf(page, { csv: ' \n ' })).toEqual({ csv: ['empty'] })
  })

  it('with a row leaves that row out, and names its line', () => {
    const { book, rfm } = resultOf(page, { csv: withLine('X,06/07/2024,5\n\n"A\nB",2024-05-01,x\n,2024-05-01,5\nY') })
    const faults = rfm.rejected.map(({ index, issues }) => [book.lines[index], issues.map(({ path, code }) => `${path[2]} ${code}`)])
    expect(faults).toEqual([
      [32, ['date not-a-calendar-date']],
      [34, ['amount not-a-decimal']],
      [36, ['customer empty']],
      [37, ['date not-a-calendar-date', 'amount not-a-decimal']],
    ])
    expect(rfm.customers).toHaveLength(11)
  })

  it('with all rows leaves nobody, and no fault of a field', () => {
    for (const csv of ['customer,date,amount', 'customer,date,amount\nX,y,z']) expect(resultOf(page, { csv }).rfm.customers).toEqual([])
    expect(resultOf(page, { asOf: '2020-01-01' }).rfm.customers).toEqual([])
  })

  it('is said at a field of the page, whatever is typed', () => {
    const fields = Object.keys(page.defaults)
    const csv = fc
      .array(
        fc.array(fc.oneof(fc.constantFrom('customer', '日期', '金额', 'A', '2024-01-01', '1e999', '-5', '"', '__proto__', '\t', ';'), fc.string()), {
          maxLength: 5,
        }),
      )
      .map((rows) => rows.map((row) => row.join(',')).join('\n'))
    const row = fc.tuple(fc.string(), fc.constantFrom('2024-01-01', '9999-12-31', 'x'), fc.constantFrom('1e300', '-1e300', '0', '5', '0.000000001'))
    const book = fc.array(row).map((rows) => ['customer,date,amount', ...rows.map((cells) => cells.join(','))].join('\n'))
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      csv,
      book,
      fc.constantFrom('1e999', 'NaN', '-0', '2', '19', 'cuts', 'usual', 'mean'),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), text, { noNullPrototype: true, maxKeys: 5 }), (changes) => {
        const { result, issues } = computeWith(page, changes)
        expect(result === undefined).toBe(issues.size > 0)
        for (const field of issues.keys()) expect(fields).toContain(field)
        if (result === undefined) return
        const told = tellBook(result, 'en')
        expect([...told.sentences, ...told.revenue].join('\n')).not.toMatch(/NaN|undefined|Infinity/)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the code', () => {
  it.each([
    {},
    { segments: 'usual', asOf: '2024-05-01' },
    { scores: '3', high: '2' },
    { rule: 'cuts', statistic: 'mean' },
    { csv: withLine("O'Neil,2024-05-01,5\n__proto__,2024-05-01,5\nX,y,z") },
    { csv: 'date,amount,customer' },
  ])('computes what is shown: %j', (changes) => runCode(page, changes))

  it('of many purchases reads them from a file', async () => {
    const csv = [exampleText, ...Array.from({ length: 200 }, (_, index) => `D${index % 40},2024-0${1 + (index % 6)}-11,${index}`)].join('\n')
    const written = page.code({ ...page.defaults, csv }, resultOf(page, { csv }))
    const folder = await mkdtemp(join(tmpdir(), 'rfm-'))
    await writeFile(join(folder, 'purchases.csv'), csv)
    await runExample(written.replace("'purchases.csv'", JSON.stringify(join(folder, 'purchases.csv'))))
    await rm(folder, { recursive: true })
  })
})
