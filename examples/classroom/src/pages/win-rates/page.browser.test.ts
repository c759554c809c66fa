import { shownPercent } from '@clientele/core/explain'
import { expect } from 'vitest'
import { expectSound, linkHolding, type Opened, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { page as winRates } from './page.js'
import { english } from './texts/en.js'

const shownRates = (changes: Partial<typeof winRates.defaults>) =>
  Object.values(resultOf(winRates, changes).rates).map((rate) => (rate === null ? '–' : `${shownPercent(rate)}%`))

/** The classroom once the example stands in it. */
async function openExample(...asked: Parameters<typeof openClassroom>): Promise<Opened> {
  const opened = await openClassroom(...asked)
  await opened.page.locator('.headline').waitFor()
  return opened
}

for (const lang of ['en', 'zh-CN']) {
  itInBrowser(`shows the four win rates in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openExample(`#/win-rates?lang=${lang}`)
    await expect.poll(() => page.locator('.rate').allTextContents()).toEqual(['37.5%', '60%', '65%', '50%'])
    await whenDrawn(page)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows days that are dragged and an outcome that is chosen, as the package says, and the link restores them', async () => {
  const { page } = await openExample('#/win-rates?lang=en', { viewport: PHONE })
  const rates = () => page.locator('.rate').allTextContents()
  await page.locator('[name="days-3-slider"]').fill('59')
  await page.locator('[name="days-3-slider"]').press('ArrowRight')
  await expect.poll(rates).toEqual(shownRates({ 'days-3': '60' }))
  await page.locator('[name="outcome-1"]').selectOption('lost')
  const changes = { 'days-3': '60', 'outcome-1': 'lost' }
  await expect.poll(rates).toEqual(shownRates(changes))
  const again = await openExample(new URL(await linkHolding(page, 'outcome-1=lost')).hash)
  await expect.poll(() => again.page.locator('.rate').allTextContents()).toEqual(shownRates(changes))
  await expectSound(page)
})

itInBrowser('supposes the open deals to be decided, and takes it back', async () => {
  const { page } = await openExample('#/win-rates?lang=en')
  const rates = () => page.locator('.rate').allTextContents()
  await page.getByRole('button', { name: english.supposed.won }).press('Enter')
  await expect.poll(rates).toEqual(shownRates({ suppose: 'won' }))
  await expect.poll(() => page.locator('.deals').textContent()).toContain('won after 50 days, if so')
  await page.getByRole('button', { name: english.supposed.open }).click()
  await expect.poll(rates).toEqual(shownRates({}))
})

itInBrowser('explains a fault beside its field, and keeps what was there', async () => {
  const { page } = await openExample('#/win-rates?lang=zh-CN')
  await page.locator('[name="days-2"]').fill('10.5')
  await expect.poll(() => page.locator('#field-days-2-issues').textContent()).toMatch(/10\.5/)
  expect(await page.locator('[name="days-2"]').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('.rate').allTextContents()).toEqual(['37.5%', '60%', '65%', '50%'])
  await expectSound(page)
  await expectAccessible(page)
})

itInBrowser('stands without any deal, and with an outcome of a link that is none', async () => {
  const { page, complaints } = await openExample(`#/win-rates?lang=en&${[1, 2, 3, 4, 5, 6, 7, 8].map((number) => `days-${number}=`).join('&')}`)
  await expect.poll(() => page.locator('.headline').textContent()).toBe(english.nothing)
  await whenDrawn(page)
  await expectSound(page)
  await page.goto(page.url().replace(/#.*/, '#/win-rates?lang=en&outcome-1=%3Cscript%3E&boss=you'))
  await expect.poll(() => page.locator('#field-outcome-1-issues').count()).toBe(1)
  await expectSound(page)
  expect(complaints).toEqual([])
})

itInBrowser('says of the rate that is to be told to the boss what it is worth', async () => {
  const { page } = await openExample('#/win-rates?lang=en')
  await page.locator('[name="boss"]').selectOption('kaplanMeier')
  await expect.poll(() => page.getByText(english.ways.kaplanMeier.told).count()).toBe(1)
  await page.getByRole('button', { name: 'Show the answers' }).click()
  await expect.poll(() => page.locator('.answer').count()).toBe(winRates.teaching.en.answers.length)
})
