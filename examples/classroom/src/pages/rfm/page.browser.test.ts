import { scoreRfm } from '@clientele/tiering'
import { textbookRfm } from '@clientele/tiering/templates'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { expectSound, linkHolding, type Opened, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { exampleText } from './example.js'
import { page as rfm } from './page.js'

const SCORES = /^(\d)(\d)(\d)$/

/** Opens a link to the page, and waits until the page is there. */
async function openRfm(...given: Parameters<typeof openClassroom>): Promise<Opened> {
  const opened = await openClassroom(...given)
  await opened.page.locator('.headline').waitFor()
  return opened
}

/** The row of a customer, as it is read: the value of each measure and its score. */
async function rowOf(page: Page, customer: string): Promise<string> {
  const row = page.locator('.customers tbody tr', { has: page.getByRole('button', { name: customer, exact: true }) })
  return (await row.locator('th, td').allTextContents()).join(' ').replace(/\s+/g, ' ').trim()
}

/** The same as the package has it. */
function expectedRow(changes: Partial<typeof rfm.defaults>, customer: string): string {
  const found = resultOf(rfm, changes).rfm.customers.find((one) => one.customer === customer)
  const [, r, f, m] = SCORES.exec(found?.code ?? '') ?? []
  return `${customer} ${found?.recencyDays} ${r} ${found?.frequency} ${f} ${found?.monetary} ${m}`
}

const csvField = (page: Page) => page.locator('textarea[name="csv"]')
const headlineOf = (page: Page) => page.locator('.headline').textContent()

function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  return page.locator('.purchases input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

describe('the example', () => {
  for (const lang of ['en', 'zh-CN']) {
    itInBrowser(`shows its segments and the case of 18 and 65 % in ${lang}, and axe finds nothing`, async () => {
      const { page, complaints } = await openRfm(`#/rfm?lang=${lang}`)
      await whenDrawn(page)
      expect(await headlineOf(page)).toMatch(/18\.18%.*65%/)
      for (const customer of ['A1', 'A2', 'B1', 'B3']) expect(await rowOf(page, customer)).toContain(expectedRow({}, customer))
      await expectSound(page)
      await expectAccessible(page)
      expect(complaints).toEqual([])
    })
  }
})

describe('what is typed', () => {
  itInBrowser('on a phone changes the scores as the package says, and the link restores it', async () => {
    const { page } = await openRfm('#/rfm?lang=en', { viewport: PHONE })
    await csvField(page).focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\nC6,2024-06-30,50000')
    const csv = `${exampleText}\nC6,2024-06-30,50000`
    await expect.poll(() => rowOf(page, 'C6')).toContain(expectedRow({ csv }, 'C6'))
    await page.locator('[name="asOf"]').fill('2024-07-31')
    await page.locator('[name="scores-slider"]').focus()
    await page.keyboard.press('ArrowLeft')
    const changes = { csv, asOf: '2024-07-31', scores: '4' }
    await expect.poll(() => rowOf(page, 'A1')).toContain(expectedRow(changes, 'A1'))
    const again = await openRfm(new URL(await linkHolding(page, 'scores=4')).hash)
    await expect.poll(() => rowOf(again.page, 'C6')).toContain(expectedRow(changes, 'C6'))
    expect(await csvField(again.page).inputValue()).toBe(csv)
    await expectSound(page)
  })

  itInBrowser('by fixed cuts and the ten segments is scored by them', async () => {
    const { page } = await openRfm('#/rfm?lang=en')
    await page.locator('[name="rule"]').selectOption('cuts')
    await page.locator('[name="segments"]').selectOption('usual')
    await page.locator('[name="recency"]').fill('3, 6, 12, 40')
    const changes = { rule: 'cuts', segments: 'usual', recency: '3, 6, 12, 40' }
    await expect.poll(() => rowOf(page, 'A2')).toBe(`${expectedRow(changes, 'A2')} loyal customers`)
  })

  itInBrowser('wrongly is explained beside it, and nothing blanks', async () => {
    const { page } = await openRfm('#/rfm?lang=zh-CN')
    await csvField(page).fill('客户，日期，金额\nA，2024-01-01，5')
    await page.locator('[name="asOf"]').fill('2024-02-30')
    await expect.poll(() => page.locator('#field-csv-issues').textContent()).toMatch(/customer \(客户\)/)
    await expect.poll(() => page.locator('#field-asOf-issues').textContent()).toMatch(/2024-02-30/)
    expect(await page.locator('.purchases').textContent()).toContain('中文逗号')
    expect(await rowOf(page, 'A1')).toContain(expectedRow({}, 'A1'))
    await expectAccessible(page)
    await page.locator('[name="asOf"]').fill('2024-06-30')
    await csvField(page).fill(`${exampleText}\nX,06/07/2024,5\nY,2024-01-01,"1,200"`)
    await expect.poll(() => page.locator('.purchases .issues').last().textContent()).toMatch(/第 32 行，日期：.*06\/07\/2024/)
    await expect.poll(() => rowOf(page, 'Y')).toContain('1200')
    await expectAccessible(page)
  })
})

describe('a file', () => {
  itInBrowser('in GB18030 is opened as of its last purchase', async () => {
    const { page, complaints } = await openRfm('#/rfm?lang=zh-CN')
    // 客户,日期,金额 and 张三, as Excel in China saves them.
    const head = Buffer.from('bfcdbba72cc8d5c6da2cbdf0b6ee0d0a', 'hex')
    await open(page, '销售.csv', Buffer.concat([head, Buffer.from('d5c5c8fd2c', 'hex'), Buffer.from('2023/3/4,80\r\nB,2023-03-01,5\r\n')]))
    await expect.poll(() => rowOf(page, '张三')).toContain('张三 0 5 1 5 80 5')
    expect(await page.locator('[name="asOf"]').inputValue()).toBe('2023-03-04')
    expect(await page.locator('.purchases').textContent()).toContain('销售.csv')
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })

  itInBrowser('is dropped; a workbook is refused, with what to do', async () => {
    const { page } = await openRfm('#/rfm?lang=en')
    await open(page, 'book.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14]))
    await expect.poll(() => page.locator('.refused').textContent()).toMatch(/Save as/)
    expect(await rowOf(page, 'A1')).toContain(expectedRow({}, 'A1'))
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['customer\tdate\tamount\nZ\t2024-01-01\t7'], 'dropped.tsv'))
      return transfer
    })
    await page.locator('.purchases').dispatchEvent('dragover', { dataTransfer: data })
    await page.locator('.purchases').dispatchEvent('drop', { dataTransfer: data })
    await expect.poll(() => rowOf(page, 'Z')).toContain('Z 0 5 1 5 7 5')
    expect(await page.locator('.refused').textContent()).toBe('')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => csvField(page).inputValue()).toBe(exampleText)
  })

  itInBrowser('too long for a link is scored all the same, and the link says what it lacks', async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) => ({
      customer: `K${index % 3000}`,
      date: `2024-0${1 + (index % 9)}-1${index % 10}`,
      amount: `${index % 700}`,
    }))
    const { page } = await openRfm('#/rfm?lang=en')
    await open(
      page,
      'long.csv',
      Buffer.from(['customer,date,amount', ...rows.map(({ customer, date, amount }) => `${customer},${date},${amount}`)].join('\n')),
    )
    await expect.poll(() => headlineOf(page)).toContain('Customers: 3000')
    const { customers } = scoreRfm(rows, textbookRfm, { asOf: '2024-09-19' })
    const best = customers.filter(({ segment }) => segment === 'important-value').length
    expect(await page.locator('.segments tbody tr').first().textContent()).toContain(String(best))
    expect(await page.locator('.customers tbody tr').count()).toBe(20)
    expect(await page.locator('textarea[readonly]').inputValue()).toMatch(/^customer,date,amount\nK0,/)
    const link = await linkHolding(page, 'long.csv')
    expect(link.length).toBeLessThan(1000)
    await expectAccessible(page)
    const again = await openRfm(new URL(link).hash)
    await expect.poll(() => again.page.locator('.notice-box').textContent()).toMatch(/long\.csv/)
  })
})

describe('a customer', () => {
  itInBrowser('that is clicked on is explained, and folded away by another click', async () => {
    const { page } = await openRfm('#/rfm?lang=en')
    const button = page.getByRole('button', { name: 'B1', exact: true })
    await button.click()
    await expect
      .poll(() => page.locator('.why').textContent())
      .toContain('Customer B1 is in the segment "potential, to nurture" with the scores 141.')
    await linkHolding(page, 'customer=B1')
    await button.press('Enter')
    await expect.poll(() => page.locator('.why').textContent()).toContain('Click on a customer')
    await page.locator('[name="segment"]').selectOption('to-nurture')
    await expect.poll(() => page.locator('.customers tbody tr').count()).toBe(2)
  })
})

itInBrowser('the share of the greatest follows its slider', async () => {
  const { page } = await openRfm('#/rfm?lang=en')
  await page.locator('[name="top-slider"]').fill('50')
  await expect
    .poll(() => page.locator('main').textContent())
    .toContain('The greatest 50% of the customers, rounded up to whole customers, give 93.13% of the revenue.')
})
