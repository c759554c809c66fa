import { en } from '@clientele/complaints/locales/en'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import type { DeadlineFields } from './fields.js'
import { page as deadline } from './page.js'
import { english } from './texts/en.js'
import { answer } from './view.js'

const headlineOn = (page: Page) => page.locator('.headline').textContent()
const answerTo = (changes: Partial<DeadlineFields>) => answer(resultOf(deadline, changes), english, en)
const days = (page: Page) => page.locator('.month-calendar td.day')
const dayOf = (page: Page, date: string) => days(page).filter({ hasText: date })

const examples = [
  { lang: 'en', day: 'Tuesday 24 February 2026', hours: '8 h', due: 'Wed 2026-02-25 10:00', holiday: 'Spring Festival' },
  { lang: 'zh-CN', day: '2026年2月24日星期二', hours: '8 小时', due: '2026-02-25（周三）10:00', holiday: '春节' },
]

for (const { lang, day, hours, due, holiday } of examples) {
  itInBrowser(`shows the ten hours day by day in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openClassroom(`#/deadline?lang=${lang}&answers=shown`)
    await expect.poll(() => headlineOn(page)).toContain(due)
    await expect.poll(() => dayOf(page, day).locator('strong').textContent()).toBe(hours)
    expect(await days(page).count()).toBe(12)
    expect(await days(page).filter({ hasText: holiday }).count()).toBe(9)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows hours that are dragged by key and a calendar that is chosen, and the link restores them', async () => {
  const { page } = await openClassroom('#/deadline?lang=en', { viewport: PHONE })
  const slider = page.locator('[name="hours-slider"]')
  await slider.focus()
  for (let key = 0; key < 3; key += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(() => headlineOn(page)).toBe(answerTo({ hours: '13' }))
  await page.locator('[name="template"]').selectOption('office')
  const changes = { hours: '13', template: 'office', zone: 'Europe/London', weekdays: '09:00-17:00' }
  await expect.poll(() => headlineOn(page)).toBe(answerTo(changes))
  const link = await linkHolding(page, 'template=office')
  const again = await openClassroom(new URL(link).hash)
  await expect.poll(() => headlineOn(again.page)).toBe(answerTo(changes))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
  await expectSound(page)
  await expectAccessible(page)
})

itInBrowser('says beside each field what is wrong, opens where that is, and keeps the answer', async () => {
  const { page } = await openClassroom('#/deadline?lang=en')
  await page.locator('[name="time"]').fill('25:00')
  await page.locator('summary').click()
  await page.locator('[name="weekdays"]').fill('18-9')
  await expect.poll(() => page.locator('#field-time-issues').textContent()).toContain('"25:00"')
  await expect.poll(() => page.locator('#field-weekdays-issues').textContent()).toContain('"09:00"')
  expect(await headlineOn(page)).toBe(answerTo({}))
  await expectSound(page)
  const again = await openClassroom(new URL(await linkHolding(page, 'weekdays=18-9')).hash)
  await again.page.locator('#field-weekdays-issues').waitFor()
  await expectAccessible(again.page)
})

itInBrowser('shows the hour that comes twice, working days, and a long time in few weeks', async () => {
  const { page } = await openClassroom('#/deadline?lang=en')
  await page.getByRole('button', { name: english.presets.back }).click()
  await expect.poll(() => page.locator('.clock-change').textContent()).toContain('01:30-03:30')
  await expect.poll(() => dayOf(page, 'Sunday 1 November 2026').locator('strong').textContent()).toBe('23 h 30 min')
  await page.getByRole('button', { name: english.presets.days }).click()
  await expect.poll(() => headlineOn(page)).toBe(answerTo({ kind: 'days', days: '2' }))
  await expect.poll(() => dayOf(page, 'Wednesday 25 February 2026').locator('strong').textContent()).toBe('day 2')
  await page.locator('[name="kind"]').selectOption('time')
  await page.locator('[name="hours"]').fill('5000')
  await expect.poll(() => headlineOn(page)).toBe(answerTo({ hours: '5000' }))
  expect(await page.locator('.month-calendar tbody tr').count()).toBe(8)
  await expectAccessible(page)
})
