import { explainPolicyComparison, explainReceivablesCost } from '@clientele/credit/explain'
import { zhCN } from '@clientele/credit/locales/zh-CN'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { exampleFields } from './examples.js'
import type { PoliciesFields } from './fields.js'
import { page as policies } from './page.js'

/** What the package says of the example with changes. */
const answerOf = (changes: Partial<PoliciesFields>) => explainPolicyComparison(resultOf(policies, changes).comparison).sentences[0]
const headline = (page: Page) => page.locator('.headline').textContent()
const profits = (page: Page) => page.locator('.result tr.selected').first().innerText()

for (const lang of ['en', 'zh-CN'] as const) {
  itInBrowser(`shows the textbook case in ${lang}, and axe finds nothing, nor with four policies`, async () => {
    const { page, complaints } = await openClassroom(`#/policies?lang=${lang}`)
    await whenDrawn(page)
    await expect.poll(() => profits(page)).toMatch(/375\s+400\.5\s+\+25\.5/)
    expect(await page.locator('.how').innerText()).toContain('1100 ÷ 360 × 90 × 60% = 165')
    await expectSound(page)
    await expectAccessible(page)
    await page.locator('.examples button').nth(1).click()
    await expect.poll(() => profits(page)).toMatch(/1314\s+1365\.6\s+\+51\.6\s+1221\s+−93\s+1405\.5\s+\+91\.5/)
    await whenDrawn(page)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows what is dragged, also by keyboard, as the package says, and the link restores it', async () => {
  const { page } = await openClassroom('#/policies?lang=en')
  await page.locator('[name="capital-slider"]').fill('60')
  await expect.poll(() => headline(page)).toBe(answerOf({ capital: '60' }))
  await page.locator('[name="days-2-slider"]').press('ArrowLeft')
  await expect.poll(() => headline(page)).toBe(answerOf({ capital: '60', 'days-2': '89' }))
  await page.locator('[name="loss-2"]').fill('0.5%')
  const changes = { capital: '60', 'days-2': '89', 'loss-2': '0.5%' }
  await expect.poll(() => headline(page)).toBe(answerOf(changes))
  const again = await openClassroom(new URL(await linkHolding(page, 'loss-2=0.5%')).hash, { viewport: PHONE })
  await expect.poll(() => headline(again.page)).toBe(answerOf(changes))
  await whenDrawn(again.page)
  await expectSound(again.page)
})

itInBrowser('says where the answer turns, and it turns there', async () => {
  const { page } = await openClassroom('#/policies?lang=en')
  const said = page.locator('.turn').first()
  await expect.poll(() => said.innerText()).toContain('"n/60" is best from 49.24% to 100%')
  for (const [capital, best] of [
    ['49.23', 'n/90'],
    ['49.24', 'n/60'],
  ] as const) {
    await page.locator('#field-capital').fill(capital)
    await expect.poll(() => headline(page)).toContain(`"${best}"${best === 'n/60' ? ', is' : ' is'} best`)
  }
})

itInBrowser('takes a third policy that is told by parts of the customers, and gives it up again', async () => {
  const { page } = await openClassroom('#/policies?lang=en')
  await page.getByRole('button', { name: 'Add a policy' }).click()
  await page.locator('#field-payment-3').selectOption('mix')
  await expect.poll(() => page.locator('#field-share-3-1-issues').textContent()).toBe('must not be empty')
  const parts = { 'share-3-1': '50', 'day-3-1': '30', 'percent-3-1': '2', 'share-3-2': '50', 'day-3-2': '90', 'loss-3': '10' }
  for (const [field, text] of Object.entries(parts)) await page.locator(`#field-${field}`).fill(text)
  await expect.poll(() => profits(page)).toMatch(/375\s+400\.5\s+\+25\.5\s+400\s+\+25/)
  await page.getByRole('button', { name: 'Remove the last one' }).click()
  await expect.poll(() => profits(page)).toMatch(/375\s+400\.5\s+\+25\.5/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => profits(page)).toMatch(/400\s+\+25/)
})

itInBrowser('explains what is wrong beside the field, and keeps the result from before', async () => {
  const { page, complaints } = await openClassroom('#/policies?lang=zh-CN&days-2=long&loss-1=101%25&cost-loss=-1')
  await expect.poll(() => page.locator('#field-loss-1-issues').textContent()).toBe('最多为 100，而不是 101')
  expect(await page.locator('#field-days-2-issues').textContent()).toContain('"long"')
  expect(await page.locator('#field-cost-loss-issues').textContent()).toBe('至少为 0，而不是 -1')
  expect(await page.locator('#field-days-2').getAttribute('aria-invalid')).toBe('true')
  expect(await profits(page)).toMatch(/375\s+400\.5/)
  await whenDrawn(page)
  await expectSound(page)
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

itInBrowser('shows on a phone four policies, huge and equal ones and one alone, no wider than it is', async () => {
  const { page } = await openClassroom('#/policies?lang=zh-CN', { viewport: PHONE })
  await page.locator('.examples button').nth(1).click()
  await expect
    .poll(() => headline(page))
    .toBe(explainPolicyComparison(resultOf(policies, exampleFields('discount', 'zh-CN')).comparison, zhCN).sentences[0])
  await expectSound(page)
  for (const changes of [
    { 'sales-1': '9'.repeat(300), 'sales-2': '1e-300' },
    { 'variable-1': '900', 'sales-2': '0' },
    { 'name-2': '', 'sales-2': '', 'variable-2': '', 'days-2': '', 'loss-2': '', 'collection-2': '' },
  ]) {
    const other = await openClassroom(`#/policies?${new URLSearchParams({ lang: 'en', ...changes })}`, { viewport: PHONE })
    await expect.poll(() => headline(other.page)).toBe(answerOf(changes))
    await whenDrawn(other.page)
    await expectSound(other.page)
  }
})

itInBrowser('tells the three costs of receivables, as the package does', async () => {
  const { page } = await openClassroom('#/policies?lang=en')
  await page.locator('[name="cost-days-slider"]').fill('20')
  const [said = ''] = explainReceivablesCost(resultOf(policies, { 'cost-days': '20' }).cost).sentences
  await expect.poll(() => page.locator('p[role="status"]', { hasText: 'Receivables cost' }).textContent()).toBe(said)
  expect(await page.locator('tr', { hasText: '10000 × 20 × 60% × 10% = 12000' }).count()).toBe(1)
})
