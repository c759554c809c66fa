import type { Locator, Page as Tab } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import type { Tier } from './chapter.js'
import type { AbcFields } from './fields.js'
import { page as abc } from './page.js'

/** Each customer with its tier, as the packages called here say. */
const placesOf = (changes: Partial<AbcFields>) => resultOf(abc, changes).tiering.customers.map(({ customer, tier }) => `${customer} ${tier}`)

/** The same on the screen, in the order of the table. */
const placesOn = (tab: Tab) =>
  tab.locator('.book tbody tr').evaluateAll((rows) =>
    rows.flatMap((row) => {
      const tier = row.querySelector('.badge')?.textContent
      return tier ? [`${row.querySelector('th')?.textContent} ${tier}`] : []
    }),
  )

const expectPlaces = (tab: Tab, changes: Partial<AbcFields>) =>
  expect.poll(async () => (await placesOn(tab)).sort()).toEqual(placesOf(changes).sort())

const grip = (tab: Tab, field: keyof AbcFields) => tab.locator(`.grip[data-field="${field}"]`)

/** Drags a grip as far as so many percent of the plot. */
async function drag(tab: Tab, handle: Locator, [right, down]: readonly [number, number]): Promise<void> {
  const { x, y, width, height } = (await handle.boundingBox()) as Box
  const plot = (await tab.locator('.pareto svg .background').first().boundingBox()) as Box
  const [startX, startY] = [x + width / 2, y + height / 2]
  await tab.mouse.move(startX, startY)
  await tab.mouse.down()
  await tab.mouse.move(startX + (plot.width * right) / 100, startY + (plot.height * down) / 100, { steps: 8 })
  // While it is held, the drawing is there.
  expect(await tab.locator('.pareto svg').count()).toBe(1)
  await tab.mouse.up()
}

/** Opens a link to the page, and waits until the example and its chart are there. */
async function openExample(...link: Parameters<typeof openClassroom>): ReturnType<typeof openClassroom> {
  const opened = await openClassroom(...link)
  await opened.page.locator('.headline').waitFor()
  await whenDrawn(opened.page)
  return opened
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

for (const lang of ['en', 'zh-CN']) {
  itInBrowser(`shows what the second text expects in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openExample(`#/abc?lang=${lang}`)
    await expect.poll(() => page.locator('.headline').textContent()).toMatch(/70%.*22%.*8%/)
    expect(await page.locator('.verdict.met').count()).toBe(3)
    await expectPlaces(page, {})
    for (const payable of ['141750.00', '146000.00', '150000.00']) expect(await page.locator('.benefit', { hasText: payable }).count()).toBe(1)
    await expect.poll(() => page.locator('.grip').count()).toBe(2)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('changes to the way of the chapter by a click, and axe finds nothing there either', async () => {
  const { page, complaints } = await openExample('#/abc?lang=zh-CN')
  await page.locator('input[value="threshold"]').check({ force: true })
  await expectPlaces(page, { way: 'threshold' })
  await expect.poll(() => page.locator('.book').textContent()).toContain('660000.00')
  await whenDrawn(page)
  await expectSound(page)
  await expectAccessible(page)
  expect(complaints).toEqual([])
})

itInBrowser('has lines that are dragged where the chart has them, say who changes tier, and are undone at once', async () => {
  const { page } = await openExample('#/abc?lang=en')
  const first = grip(page, 'share-of-customers-A')
  await drag(page, first, [15, 0])
  const changes = { 'share-of-customers-A': '35' }
  await expect.poll(() => first.getAttribute('aria-valuenow')).toBe('35')
  await expectPlaces(page, changes)
  expect(await page.locator('.changes').textContent()).toContain('K3 (B → A), K4 (B → A)')
  await expect.poll(() => page.locator('[name="share-of-customers-A"]').inputValue()).toBe('35')
  // The dashed line of the chart lies below the one that is dragged.
  const ruleAt = async () => ((await page.locator('.pareto svg .mark-rule.role-mark line').first().boundingBox()) as Box).x
  const lineAt = async () =>
    page.locator('.cut.lower').evaluate((line) => (line.getBoundingClientRect().left + line.getBoundingClientRect().right) / 2)
  await expect.poll(async () => Math.abs((await ruleAt()) - (await lineAt()))).toBeLessThan(1.5)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPlaces(page, {})
})

itInBrowser('never lets a line cross the other, and a link restores where they are', async () => {
  const { page } = await openExample('#/abc?lang=en&way=share-of-value')
  await drag(page, grip(page, 'share-of-value-A'), [0, -60])
  await expect.poll(() => page.locator('[name="share-of-value-A"]').inputValue()).toBe('94')
  await drag(page, grip(page, 'share-of-value-B'), [0, -60])
  await expect.poll(() => page.locator('[name="share-of-value-B"]').inputValue()).toBe('99')
  const moved = { way: 'share-of-value', 'share-of-value-A': '94', 'share-of-value-B': '99' } as const
  await expectPlaces(page, moved)
  const again = await openExample(new URL(await linkHolding(page, 'share-of-value-B=99')).hash)
  await expectPlaces(again.page, moved)
  await expect.poll(() => grip(again.page, 'share-of-value-B').getAttribute('aria-valuetext')).toBe('99%')
})

itInBrowser('has lines that keys move, on a phone too', async () => {
  const { page } = await openExample('#/abc?lang=zh-CN&way=threshold', { viewport: PHONE })
  const first = grip(page, 'threshold-A')
  await first.focus()
  await first.press('ArrowDown')
  await expectPlaces(page, { way: 'threshold', 'threshold-A': '490000' })
  await expect.poll(() => page.locator('.changes').textContent()).toContain('K2（B → A）')
  await first.press('PageUp')
  await expect.poll(() => first.getAttribute('aria-valuetext')).toBe('540000 元')
  await first.press('Home')
  await expect.poll(() => first.getAttribute('aria-valuenow')).toBe('110000')
  await expectPlaces(page, { way: 'threshold', 'threshold-A': '110000' })
  await first.press('End')
  await expect.poll(() => first.getAttribute('aria-valuenow')).toBe('660000')
  await expectSound(page)
})

itInBrowser('explains what is at fault where it was typed, and keeps what was there before', async () => {
  const { page, complaints } = await openExample('#/abc?lang=en')
  await page.locator('[name="share-of-customers-B"]').fill('10')
  await page.locator('[name="profit-K3"]').fill('ninety')
  await expect.poll(() => page.locator('#field-share-of-customers-B-issues').textContent()).toContain('above 20')
  await expect.poll(() => page.locator('#field-profit-K3-issues').textContent()).toContain('ninety')
  await expectPlaces(page, {})
  await expectAccessible(page)
  await page.locator('[name="share-of-customers-B"]').fill('50')
  await page.locator('[name="profit-K3"]').fill('-90')
  await expectPlaces(page, { 'profit-K3': '-90' })
  await expect.poll(() => page.locator('.brings').textContent()).toContain('Customers with a value below 0: 1')
  expect(complaints).toEqual([])
})

itInBrowser('unfolds what a tier gets, and says why a customer is in its tier', async () => {
  const { page } = await openExample('#/abc?lang=en&answers=shown')
  const gets = (tier: Tier) => page.locator('.benefit', { has: page.locator(`h3 .tier-${tier}`) })
  await gets('A').getByRole('button').click()
  await expect.poll(() => gets('A').textContent()).toContain('7% of 25000.00 CNY is 1750.00 CNY')
  expect(await gets('B').locator('.sentences').count()).toBe(0)
  await page.locator('[name="chosen"]').selectOption('K6')
  await expect
    .poll(() => page.locator('section', { hasText: 'Why is it in this tier?' }).textContent())
    .toContain('Customers in tier "B: ordinary customers" have at least 60')
  expect(await page.locator('.teaching .answer').count()).toBe(4)
})

itInBrowser('shows no line to drag where there is nothing to drag along', async () => {
  const { page, complaints } = await openExample('#/abc?lang=en&way=share-of-value&profit-K1=-5000&large=yes')
  await expect.poll(() => page.locator('.brings').textContent()).toContain('nothing is a share of it')
  expect(await page.locator('.grip').count()).toBe(0)
  await page.locator('input[value="share-of-customers"]').check({ force: true })
  await expect.poll(() => page.locator('.grip').count()).toBe(2)
  await expectSound(page)
  expect(complaints).toEqual([])
})
