import { explainRanking } from '@clientele/scoring/explain'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import type { ScreeningFields } from './fields.js'
import { page as screening } from './page.js'
import { english } from './texts/en.js'
import { chinese } from './texts/zh-CN.js'

/** What the package, called here, says of the order and of who is selected. */
const orderWith = (changes: Partial<ScreeningFields>) => {
  const { ranking, scorecard } = resultOf(screening, changes)
  return explainRanking(ranking, scorecard).sentences.slice(0, 2).join(' ')
}

const headlineOf = (page: Page) => () => page.locator('.headline').textContent()
const roomOf = (page: Page, criterion: string) => () => page.locator(`#field-weight-${criterion}-hint`).textContent()

for (const [lang, said] of Object.entries({ en: english, 'zh-CN': chinese })) {
  itInBrowser(`shows the chapter's totals and averages in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openClassroom(`#/screening?lang=${lang}`)
    await expect.poll(() => page.locator('.total').allTextContents()).toEqual(['70', '67', '57', '35'])
    for (const total of ['67', '57', '35', '70']) expect(await page.locator('.formula', { hasText: `= ${total}` }).count()).toBe(1)
    const averages = page.getByRole('table', { name: said.averages })
    for (const average of ['4.467', '3.8', '2.333', '4.667']) expect(await averages.textContent()).toContain(average)
    await whenDrawn(page)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('shows weights, ratings and totals at once on a screen', async () => {
  const { page } = await openClassroom('#/screening?lang=en')
  for (const last of ['[name="weight-cooperation"]', '[name="D-cooperation"]', '.formula >> nth=3']) {
    const box = await page.locator(last).boundingBox()
    expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(800)
  }
})

itInBrowser('follows a weight that is dragged, as the package says, and the link restores it', async () => {
  const { page } = await openClassroom('#/screening?lang=en', { viewport: PHONE })
  await expect.poll(roomOf(page, 'prospects')).toBe('The order holds up to 13. Above, B overtakes A.')
  await page.locator('[name="weight-prospects-slider"]').fill('14')
  await expect.poll(headlineOf(page)).toBe(orderWith({ 'weight-prospects': '14' }))
  expect(await roomOf(page, 'prospects')()).toBe('The order holds from 13 to 16. Below, A overtakes B. Above, B overtakes D.')
  const again = await openClassroom(new URL(await linkHolding(page, 'weight-prospects=14')).hash)
  await expect.poll(headlineOf(again.page)).toBe(orderWith({ 'weight-prospects': '14' }))
  await expectSound(page)
})

itInBrowser('follows the mouse, and a step of undo takes the whole of it back', async () => {
  const { page } = await openClassroom('#/screening?lang=en')
  const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator('[name="weight-payment-slider"]').boundingBox()) ?? {}
  await page.mouse.move(x + 0.1 * width, y + height / 2)
  await page.mouse.down()
  for (const part of [0.3, 0.6, 0.9]) await page.mouse.move(x + part * width, y + height / 2)
  await page.mouse.up()
  const weightOf = () => page.locator('[name="weight-payment"]').inputValue()
  await expect.poll(async () => Number(await weightOf())).toBeGreaterThan(15)
  const weight = await weightOf()
  await expect.poll(headlineOf(page)).toBe(orderWith({ 'weight-payment': weight }))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(headlineOf(page)).toBe(orderWith({}))
})

itInBrowser('keeps the answer in sight of a phone while the last weight is dragged by keys', async () => {
  const { page } = await openClassroom('#/screening?lang=en', { viewport: PHONE })
  await page.locator('[name="weight-cooperation-slider"]').press('ArrowRight')
  await expect.poll(headlineOf(page)).toBe(orderWith({ 'weight-cooperation': '1.5' }))
  expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(200)
  const { y = -1, height = 0 } = (await page.locator('.headline').boundingBox()) ?? {}
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThan(PHONE.height / 2)
})

itInBrowser('follows a rating that is typed, and says who ties', async () => {
  const { page } = await openClassroom('#/screening?lang=en')
  await page.locator('[name="B-demand"]').fill('5')
  await expect.poll(headlineOf(page)).toBe(orderWith({ 'B-demand': '5' }))
  await page.locator('[name="B-demand"]').fill('4')
  await page.locator('[name="weight-prospects"]').fill('13')
  await expect.poll(headlineOf(page)).toBe(orderWith({ 'weight-prospects': '13' }))
  expect(await page.locator('.ties').textContent()).toBe('Equal totals: A, B. The total 107 at the cut is shared by A, B: 3 are selected, not 2.')
  expect(await page.locator('tr.selected').count()).toBe(3)
})

itInBrowser('explains ratings off the scale and a weight below 0 beside them, and keeps what was there', async () => {
  const { page } = await openClassroom('#/screening?lang=en', { viewport: PHONE })
  await page.locator('[name="A-demand"]').fill('6')
  await page.locator('[name="weight-payment"]').fill('-1')
  await expect.poll(() => page.locator('#field-A-demand-issues').textContent()).toBe('must be between 1 and 5, not 6')
  expect(await page.locator('#field-weight-payment-issues').textContent()).toBe('must be at least 0, not -1')
  expect(await page.locator('[name="A-demand"]').getAttribute('aria-invalid')).toBe('true')
  expect(await headlineOf(page)()).toBe(orderWith({}))
  await expectSound(page)
  await expectAccessible(page)
})

itInBrowser('stands with weights that are all 0, and with very long ones', async () => {
  const none = Object.keys(screening.defaults).filter((field) => field.startsWith('weight-'))
  const { page, complaints } = await openClassroom(`#/screening?lang=en&${none.map((field) => `${field}=0`).join('&')}`, { viewport: PHONE })
  await expect.poll(() => page.locator('.ties').textContent()).toContain('4 are selected, not 2')
  expect(await page.locator('main').textContent()).toContain(english.noAverage)
  await whenDrawn(page)
  await expectSound(page)
  for (const weight of ['0.333333333333333333333333', '1'.repeat(300)]) {
    await page.locator('[name="weight-demand"]').fill(weight)
    await expect.poll(() => page.locator('.formula').first().textContent()).toContain(`${weight}×5`)
    await whenDrawn(page)
    await expectSound(page)
  }
  expect(complaints).toEqual([])
})

itInBrowser('tells whoever looks for the misprint how near it is, and shows it to whoever finds it', async () => {
  const { page } = await openClassroom('#/screening?lang=en')
  const verdict = () => page.locator('.verdict').textContent()
  const solution = page.locator('li', { hasText: 'two digits were swapped' })
  await page.locator('[name="misprint"]').selectOption('A')
  await expect.poll(verdict).toBe(english.verdicts['wrong-customer'])
  await page.locator('[name="misprint"]').selectOption('C')
  await expect.poll(verdict).toBe(english.verdicts['right-customer'])
  await page.locator('[name="correct"]').fill('36')
  await expect.poll(verdict).toContain('not 36 either')
  expect(await solution.count()).toBe(0)
  await page.locator('[name="correct"]').fill('35')
  await expect.poll(verdict).toBe(english.verdicts.right)
  expect(await solution.count()).toBe(1)
  expect(await page.locator('main').textContent()).toContain('even 53 is below the 57 of B')
  await expectAccessible(page)
})

itInBrowser('shows the misprint on demand, and the link keeps it shown', async () => {
  const { page } = await openClassroom('#/screening?lang=zh-CN')
  const solution = 'li:has-text("看来两个数字颠倒了")'
  await page.getByRole('button', { name: chinese.solve }).press('Enter')
  await page.locator(solution).waitFor()
  const again = await openClassroom(new URL(await linkHolding(page, 'solved=yes')).hash)
  await again.page.locator(solution).waitFor()
  await again.page.getByRole('button', { name: chinese.hide }).click()
  await expect.poll(() => again.page.locator(solution).count()).toBe(0)
})
