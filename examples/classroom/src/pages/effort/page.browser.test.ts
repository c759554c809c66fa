import { expect } from 'vitest'
import { expectSound, linkHolding, type Opened, openClassroom, PHONE } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { page as effort } from './page.js'
import { english } from './texts/en.js'
import { locales, shownHours, shownMoney } from './wording.js'

/** What the page shows of the hours of each stage, by the package called here. */
const toldOf = (changes: Partial<typeof effort.defaults>) =>
  resultOf(effort, changes).allocation.stages.map(
    ({ hours, capacityHours }) => `${shownHours(hours, locales.en)} of ${shownHours(capacityHours ?? 0, locales.en)}`,
  )
const expectedOf = (changes: Partial<typeof effort.defaults>) => shownMoney(resultOf(effort, changes).allocation.expectedValue, locales.en)

/** The classroom once the example stands in it. */
async function openExample(...asked: Parameters<typeof openClassroom>): Promise<Opened> {
  const opened = await openClassroom(...asked)
  await opened.page.locator('.headline').waitFor()
  return opened
}

for (const lang of ['en', 'zh-CN']) {
  itInBrowser(`shows how the week is divided in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openExample(`#/effort?lang=${lang}`)
    await expect.poll(() => page.locator('.headline').textContent()).toContain('138600 CNY')
    for (const worth of [2025, 4050, 3375, 3600]) expect(await page.locator('.division .worth', { hasText: `${worth} CNY` }).count()).toBe(1)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows hours that are dragged and a count that is typed, as the package says, and the link restores them', async () => {
  const { page } = await openExample('#/effort?lang=en', { viewport: PHONE })
  const told = async () => (await page.locator('.division .told').allTextContents()).map((text) => text.split(' (')[0])
  await page.locator('[name="hours-slider"]').fill('24')
  await page.locator('[name="hours-slider"]').press('ArrowRight')
  await expect.poll(told).toEqual(toldOf({ hours: '25' }))
  await page.locator('[name="open-prospect"]').fill('9')
  const changes = { hours: '25', 'open-prospect': '9' }
  await expect.poll(told).toEqual(toldOf(changes))
  await expect.poll(() => page.locator('.figure').first().textContent()).toBe(expectedOf(changes))
  const again = await openExample(new URL(await linkHolding(page, 'open-prospect=9')).hash)
  await expect.poll(() => again.page.locator('.figure').first().textContent()).toBe(expectedOf(changes))
  await expectSound(page)
})

itInBrowser('divides a short week by a button, and undoes it', async () => {
  const { page } = await openExample('#/effort?lang=en')
  await page.getByRole('button', { name: english.shortWeek }).press('Enter')
  await expect.poll(() => page.locator('.headline').textContent()).toBe('16 h can bring 62100 CNY: prospect 10 h, partner 6 h.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => page.locator('.figure').first().textContent()).toBe('138600 CNY')
})

itInBrowser('tells which neck to widen first, by the share that should get on', async () => {
  const { page } = await openExample('#/effort?lang=en')
  await expect.poll(() => page.locator('.necks .gain').first().textContent()).toBe('101250 CNY more (5.06 partners more)')
  await page.locator('[name="benchmark-potential"]').fill('0.5')
  await expect.poll(() => page.locator('.necks .gain').first().textContent()).toBe(english.met)
  await page.locator('[name="benchmark-potential"]').fill('')
  await expect.poll(() => page.locator('.necks .gain').first().textContent()).toBe(english.withoutBenchmark)
})

itInBrowser('explains faults beside their fields, and keeps what was there', async () => {
  const { page, complaints } = await openExample('#/effort?lang=zh-CN&hours-partner=0&benchmark-prospect=2')
  await page.locator('[name="open-customer"]').fill('1.5')
  for (const field of ['hours-partner', 'benchmark-prospect', 'open-customer']) {
    await expect.poll(() => page.locator(`#field-${field}-issues`).count()).toBe(1)
    expect(await page.locator(`[name="${field}"]`).getAttribute('aria-invalid')).toBe('true')
  }
  expect(await page.locator('.headline').textContent()).toContain('138600 CNY')
  await expectSound(page)
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

itInBrowser('shows the answers when they are asked for', async () => {
  const { page } = await openExample('#/effort?lang=en', { viewport: PHONE })
  await page.getByRole('button', { name: 'Show the answers' }).click()
  await expect.poll(() => page.locator('.answer').count()).toBe(effort.teaching.en.answers.length)
  await expectSound(page)
})
