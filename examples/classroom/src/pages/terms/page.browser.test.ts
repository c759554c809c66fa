import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { page as terms } from './page.js'
import { grouped } from './readable.js'

const textOf = (page: Page, selector: string) => expect.poll(async () => (await page.locator(selector).textContent())?.replace(/\s+/g, ' '))

for (const lang of ['en', 'zh-CN']) {
  itInBrowser(`shows the chapter's terms in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openClassroom(`#/terms?lang=${lang}`)
    await whenDrawn(page)
    const [by16, by21, by31] =
      lang === 'en' ? ['16 March 2024', '21 March 2024', '31 March 2024'] : ['2024年3月16日', '2024年3月21日', '2024年3月31日']
    for (const text of ['9,800.00', by16, '9,900.00', by21, '10,000.00', by31]) await textOf(page, '.headline').toContain(text)
    for (const amount of ['9,800.00', '9,900.00', '10,000.00']) await textOf(page, '.result table').toContain(amount)
    for (const rate of ['74.49%', '36.87%', '49.66%']) await textOf(page, '.formulas').toContain(`= ${rate}`)
    await textOf(page, '.answer-of-day').toContain('9,800.00 CNY')
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows the day that is dragged, also by the keyboard, and the link restores it', async () => {
  const { page } = await openClassroom('#/terms?lang=en', { viewport: PHONE })
  await page.locator('[name="asOf-slider"]').fill('20')
  await textOf(page, '.answer-of-day').toContain('day 20, Thu 2024-03-21 9,900.00 CNY 1% off: the last day')
  await page.locator('[name="asOf-slider"]').press('ArrowRight')
  await textOf(page, '.answer-of-day').toContain('10,000.00 CNY No discount; due in 9 days')
  await expect.poll(() => page.locator('[name="asOf"]').inputValue()).toBe('2024-03-22')
  await expect.poll(() => page.locator('[name="asOf-slider"]').getAttribute('aria-valuetext')).toBe('Fri 2024-03-22')
  await page.locator('[name="asOf-slider"]').press('End')
  await textOf(page, '.answer-of-day').toContain('Overdue by 10 days')
  const again = await openClassroom(new URL(await linkHolding(page, 'asOf=2024-04-10')).hash)
  await textOf(again.page, '.answer-of-day').toContain('Overdue by 10 days')
  await expectSound(page)
})

itInBrowser('follows terms, amount and currency as the package says', async () => {
  const { page, complaints } = await openClassroom('#/terms?lang=zh-CN')
  const changes = { terms: '1/10, N/45', amount: '123456789012345678901234567890', currency: 'JPY', 'date-1': '', 'amount-1': '' }
  for (const [field, text] of Object.entries(changes)) await page.locator(`[name="${field}"]`).fill(text)
  const { windows } = resultOf(terms, changes).timeline
  for (const { payable } of windows) await textOf(page, '.headline').toContain(grouped(payable))
  await textOf(page, '.formulas').toContain('= 10.53%')
  await page.locator('[name="interest"]').selectOption('compound')
  await textOf(page, '.formulas').toContain('= 11.05%')
  await whenDrawn(page)
  await expectSound(page)
  expect(complaints).toEqual([])
})

itInBrowser('asks for the delivery where terms count from it, and reads what buttons say', async () => {
  const { page } = await openClassroom('#/terms?lang=en')
  await page.locator('.headline').waitFor()
  expect(await page.locator('[name="deliveryDate"]').count()).toBe(0)
  await page.getByRole('button', { name: '2/10, N/30 ROG' }).click()
  await textOf(page, '.read-as').toContain('days count from the receipt of the goods.')
  await page.locator('[name="deliveryDate"]').fill('2024-02-31')
  await textOf(page, '#field-deliveryDate-issues').toContain('2024-02-31')
  await page.getByRole('button', { name: '月结60天' }).click()
  await textOf(page, '.read-as').toContain('N/60 EOM')
  await textOf(page, '.headline').toContain('30 May 2024')
  await page.getByRole('button', { name: 'Undo' }).click()
  await textOf(page, '#field-deliveryDate-issues').toContain('2024-02-31')
})

itInBrowser('explains a faulty notation and shows its place while the result from before stays', async () => {
  const { page, complaints } = await openClassroom('#/terms?lang=en')
  const notation = page.locator('[name="terms"]')
  await notation.fill('2/10, foo, N/30')
  await textOf(page, '#field-terms-issues').toContain('"foo" cannot be read')
  expect(await page.locator('.read-as mark').allTextContents()).toEqual(['foo'])
  await textOf(page, '.headline').toContain('9,800.00 by 16 March 2024')
  await notation.fill('2/20, 1/15, N/30')
  await expect.poll(() => page.locator('.read-as mark').allTextContents()).toEqual(['2/20', '1/15'])
  await textOf(page, '.read-as').toContain('the percentage')
  await notation.fill('2/10')
  await textOf(page, '.read-as').toContain('Missing (the credit period, such as N/30): 2/10 ?')
  await expectAccessible(page)
  await notation.fill('')
  await textOf(page, '#field-terms-issues').toContain('empty')
  await notation.fill('2/10, N/30')
  await textOf(page, '.headline').toContain('9,800.00 by 11 March 2024')
  await expectSound(page)
  expect(complaints).toEqual([])
})

itInBrowser('says that a day lies before the invoice', async () => {
  const { page } = await openClassroom('#/terms?lang=en&asOf=2020-01-01')
  await textOf(page, '.answer-of-day').toContain('Wed 2020-01-01 lies before the invoice of Fri 2024-03-01')
  expect(await page.locator('tr.selected').count()).toBe(0)
  await page.locator('[name="terms"]').fill('月结30天')
  await page.locator('[name="asOf"]').fill('2024-03-01')
  await textOf(page, '.answer-of-day').toContain('before the days count 10,000.00 CNY')
})

itInBrowser('settles part payments by the rule that is chosen', async () => {
  const { page } = await openClassroom('#/terms?lang=en', { viewport: PHONE })
  await textOf(page, '.payments-settled').toContain('5100.00 CNY of invoice INV-1')
  await page.locator('[name="partialPayments"]').selectOption('pro-rata')
  await textOf(page, '.payments-settled').toContain('earned settles 100.00 CNY')
  await page.locator('[name="date-2"]').fill('2024-03-16')
  await page.locator('[name="amount-2"]').fill('5000')
  await textOf(page, '.payments-settled').toContain('settled and overpaid by 100.00 CNY')
  await page.locator('[name="currency-2"]').fill('USD')
  await textOf(page, '#field-currency-2-issues').toContain('USD')
  await expectSound(page)
})
