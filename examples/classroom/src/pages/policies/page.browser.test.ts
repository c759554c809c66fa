import { explainPolicyComparison, explainReceivablesCost } from '@clientele/credit/explain'
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
const PATIENCE = { timeout: 10_000 }
const eventually = <T>(read: () => T) => expect.poll(read, PATIENCE)

const openPolicies = async (...given: Parameters<typeof openClassroom>) => {
  const opened = await openClassroom(...given)
  await opened.page.locator('.headline').waitFor()
  return opened
}

/** Of each policy the profit, and after it the difference. */
const profits = async (page: Page) => {
  const cells = await page.locator('.result tr.selected').first().locator('td').allTextContents()
  return cells.map((cell) => cell.trim()).join(' ')
}

for (const lang of ['en', 'zh-CN'] as const) {
  itInBrowser(`shows the textbook case in ${lang}, and axe finds nothing, nor with four policies`, async () => {
    const { page, complaints } = await openPolicies(`#/policies?lang=${lang}`)
    await whenDrawn(page)
    await eventually(() => profits(page)).toBe('375 400.5 +25.5')
    expect(await page.locator('.how').textContent()).toContain('1100 ÷ 360 × 90 × 60% = 165')
    await expectSound(page)
    await expectAccessible(page)
    await page.locator('.examples button').nth(1).click()
    await eventually(() => profits(page)).toBe('1314 1365.6+51.6 1221−93 1405.5+91.5')
    await whenDrawn(page)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows what is dragged, also by keyboard, as the package says, and the link restores it', async () => {
  const { page } = await openPolicies('#/policies?lang=en')
  await page.locator('[name="capital-slider"]').fill('60')
  await eventually(() => headline(page)).toBe(answerOf({ capital: '60' }))
  await page.locator('[name="days-2-slider"]').press('ArrowLeft')
  await eventually(() => headline(page)).toBe(answerOf({ capital: '60', 'days-2': '89' }))
  await page.locator('[name="loss-2"]').fill('0.5%')
  const changes = { capital: '60', 'days-2': '89', 'loss-2': '0.5%' }
  await eventually(() => headline(page)).toBe(answerOf(changes))
  const again = await openPolicies(new URL(await linkHolding(page, 'loss-2=0.5%')).hash, { viewport: PHONE })
  await eventually(() => headline(again.page)).toBe(answerOf(changes))
  await whenDrawn(again.page)
  await expectSound(again.page)
})

itInBrowser('says where the answer turns, and it turns there', async () => {
  const { page } = await openPolicies('#/policies?lang=en')
  const said = page.locator('.turn').first()
  await eventually(() => said.textContent()).toContain('"n/60" is best from 49.24% to 100%')
  for (const [capital, best] of [
    ['49.23', 'n/90'],
    ['49.24', 'n/60'],
  ] as const) {
    await page.locator('#field-capital').fill(capital)
    await eventually(() => headline(page)).toContain(`"${best}"${best === 'n/60' ? ', is' : ' is'} best`)
  }
})

itInBrowser('takes a third policy that is told by parts of the customers, and gives it up again', async () => {
  const { page } = await openPolicies('#/policies?lang=en')
  await page.getByRole('button', { name: 'Add a policy' }).click()
  await page.locator('#field-payment-3').selectOption('mix')
  await eventually(() => page.locator('#field-share-3-1-issues').textContent()).toBe('must not be empty')
  const parts = { 'share-3-1': '50', 'day-3-1': '30', 'percent-3-1': '2', 'share-3-2': '50', 'day-3-2': '90', 'loss-3': '10' }
  for (const [field, text] of Object.entries(parts)) await page.locator(`#field-${field}`).fill(text)
  await eventually(() => profits(page)).toBe('375 400.5+25.5 400+25')
  await page.getByRole('button', { name: 'Remove the last one' }).click()
  await eventually(() => profits(page)).toBe('375 400.5 +25.5')
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(() => profits(page)).toBe('375 400.5+25.5 400+25')
})

itInBrowser('explains what is wrong beside the field, and keeps the result from before', async () => {
  const { page, complaints } = await openPolicies('#/policies?lang=zh-CN&days-2=long&loss-1=101%25&cost-loss=-1')
  await eventually(() => page.locator('#field-loss-1-issues').textContent()).toBe('最多为 100，而不是 101')
  expect(await page.locator('#field-days-2-issues').textContent()).toContain('"long"')
  expect(await page.locator('#field-cost-loss-issues').textContent()).toBe('至少为 0，而不是 -1')
  expect(await page.locator('#field-days-2').getAttribute('aria-invalid')).toBe('true')
  expect(await profits(page)).toBe('375 400.5 +25.5')
  await whenDrawn(page)
  await expectSound(page)
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

const alone = { 'name-2': '', 'sales-2': '', 'variable-2': '', 'days-2': '', 'loss-2': '', 'collection-2': '' }
const alike = { 'sales-2': '1000', 'days-2': '60', 'loss-2': '10', 'collection-2': '5' }
const states: Readonly<Record<string, Partial<PoliciesFields>>> = {
  'four policies': exampleFields('discount', 'en'),
  'huge and tiny sales': { 'sales-1': '9'.repeat(300), 'sales-2': '1e-300' },
  losses: { 'variable-1': '900', 'sales-2': '0' },
  'policies alike': alike,
  'one policy': alone,
}

for (const [what, changes] of Object.entries(states)) {
  itInBrowser(`shows on a phone ${what}, no wider than it is`, async () => {
    const { page } = await openPolicies(`#/policies?${new URLSearchParams({ lang: 'en', ...changes })}`, { viewport: PHONE })
    await eventually(() => headline(page)).toBe(answerOf(changes))
    await whenDrawn(page)
    await expectSound(page)
  })
}

itInBrowser('tells the three costs of receivables, as the package does', async () => {
  const { page } = await openPolicies('#/policies?lang=en')
  await page.locator('[name="cost-days-slider"]').fill('20')
  const [said = ''] = explainReceivablesCost(resultOf(policies, { 'cost-days': '20' }).cost).sentences
  await eventually(() => page.locator('p[role="status"]', { hasText: 'Receivables cost' }).textContent()).toBe(said)
  expect(await page.locator('tr', { hasText: '10000 × 20 × 60% × 10% = 12000' }).count()).toBe(1)
})
