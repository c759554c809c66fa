import { describe, expect, inject } from 'vitest'
import { runExample } from '../../../../.ci/examples.js'
import { expectSound, linkHolding, openClassroom, PHONE } from '../../testing/browser.js'
import { expectAccessible } from '../../testing/expectAccessible.js'
import { itInBrowser } from '../../testing/whereFound.js'
import { pageIds } from '../pages/pageIds.js'

const WEIGHT = '[name="weight-demand"]'

describe('the language', () => {
  itInBrowser('is that of the browser, unless a link says another, and is switched at the top', async () => {
    const chinese = await openClassroom('', { locale: 'zh-CN' })
    expect(await chinese.page.locator('h1').textContent()).toBe('互动课堂')
    const english = await openClassroom('#/screening?lang=en', { locale: 'zh-CN' })
    expect(await english.page.locator('h1').textContent()).toBe('Screening')
    const byQuery = await openClassroom('?lang=zh-CN')
    expect(await byQuery.page.locator('h1').textContent()).toBe('互动课堂')
    await english.page.locator(WEIGHT).fill('7')
    await english.page.getByRole('button', { name: '中文' }).click()
    await expect.poll(() => english.page.locator('h1').textContent()).toBe('客户筛选')
    expect(await english.page.locator(WEIGHT).inputValue()).toBe('7')
    expect(await english.page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await linkHolding(english.page, 'lang=zh-CN&weight-demand=7')
  })
})

describe('the first page', () => {
  for (const lang of ['en', 'zh-CN']) {
    itInBrowser(`leads to all examples in ${lang}, and axe finds nothing`, async () => {
      const { page, complaints } = await openClassroom(`#/?lang=${lang}`, { viewport: PHONE })
      expect(await page.locator('.cards a').count()).toBe(pageIds.length)
      await expectSound(page)
      await expectAccessible(page)
      for (const id of pageIds) {
        await page.locator(`.cards a[href^="#/${id}"]`).click()
        await page.locator('.headline').waitFor()
        await page.goBack()
        await page.locator('.cards').waitFor()
      }
      expect(complaints).toEqual([])
    })
  }
})

describe('a change', () => {
  itInBrowser('is undone, also by key, and reset; what is left stands in the link', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    const field = page.locator(WEIGHT)
    const undo = page.getByRole('button', { name: 'Undo' })
    await field.waitFor()
    expect(await undo.getAttribute('aria-disabled')).toBe('true')
    await field.fill('')
    await field.pressSequentially('12')
    await field.blur()
    await page.locator('[name="A-demand"]').fill('1')
    await page.locator('[name="A-demand"]').blur()
    await undo.click()
    expect(await page.locator('[name="A-demand"]').inputValue()).toBe('5')
    expect(await field.inputValue()).toBe('12')
    await page.locator('body').press('Control+z')
    expect(await field.inputValue()).toBe('5')
    await field.fill('9')
    await linkHolding(page, 'weight-demand=9')
    await page.getByRole('button', { name: 'Reset' }).click()
    expect(await field.inputValue()).toBe('5')
    await expect.poll(() => page.url()).toMatch(/#\/screening\?lang=en$/)
    await undo.click()
    expect(await field.inputValue()).toBe('9')
  })

  itInBrowser('does not follow to another page, and a step back finds it again', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    await page.locator(WEIGHT).fill('9')
    await linkHolding(page, 'weight-demand=9')
    await page.locator('nav a[href^="#/terms"]').click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Credit terms')
    await page.goBack()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Screening')
    expect(await page.locator(WEIGHT).inputValue()).toBe('9')
  })

  itInBrowser('stays when its own page is asked for again', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    await page.locator(WEIGHT).fill('9')
    await page.locator('nav a[aria-current="page"]').click()
    expect(await page.locator(WEIGHT).inputValue()).toBe('9')
    await linkHolding(page, 'weight-demand=9')
  })

  itInBrowser('at once before another page is asked for stays in the link of its own page', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    await page.locator(WEIGHT).fill('8')
    await page.locator('nav a[href^="#/terms"]').click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Credit terms')
    expect(page.url()).not.toContain('weight-demand')
    await page.goBack()
    await expect.poll(() => page.locator(WEIGHT).inputValue()).toBe('8')
  })
})

describe('what is copied', () => {
  itInBrowser('is the link, code that runs, and the policy', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.locator(WEIGHT).fill('7')
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(copied).toBe(`${inject('classroom').address}#/screening?lang=en&weight-demand=7`)
    await page.getByRole('button', { name: 'Copy as code' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Copy as code' }).click()
    await expect.poll(copied).toContain("demand: '7'")
    await runExample(await copied())
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Copy as JSON' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Copy as JSON' }).click()
    await expect.poll(async () => JSON.parse(await copied()).criteria[0].weight).toBe('7')
    await page.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })
})

describe('without a mouse', () => {
  itInBrowser('everything is reached: the content first, then its fields', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    await page.locator(WEIGHT).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    for (let step = 0; step < 10; step++) {
      await page.keyboard.press('Tab')
      if (await page.locator('[name="weight-demand-slider"]:focus').count()) break
    }
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator(WEIGHT).inputValue()).toBe('6')
  })
})

describe('on paper', () => {
  itInBrowser('a changed example has no exercises about another one, and nothing that is at fault', async () => {
    const { page } = await openClassroom('#/screening?lang=en&answers=shown&A-demand=3&B-demand=x')
    await page.locator('.headline').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.answers').count()).toBe(0)
    const paper = (await page.locator('.print-only').textContent()) ?? ''
    expect(paper).toContain('What is different from the example of the chapter')
    expect(paper).not.toContain('overtake')
    expect(await page.locator('.print-only td', { hasText: 'x' }).count()).toBe(0)
  })

  itInBrowser('nothing is printed of what is shown to be copied', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    await page.getByRole('button', { name: 'Copy as code' }).click()
    await page.getByRole('dialog').waitFor()
    // What is read is not changed behind it.
    await page.keyboard.press('Control+z')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('dialog').isVisible()).toBe(false)
  })
})

describe('the answers', () => {
  itInBrowser('are hidden until asked for, stand in the link, and are printed then', async () => {
    const { page } = await openClassroom('#/screening?lang=en')
    const button = page.getByRole('button', { name: 'Show the answers' })
    await button.waitFor()
    expect(await page.locator('.answer').count()).toBe(0)
    await button.click()
    expect(await page.locator('.answer').count()).toBeGreaterThan(1)
    const again = await openClassroom(new URL(await linkHolding(page, 'answers=shown')).hash)
    await again.page.locator('.answer').first().waitFor()
    await again.page.emulateMedia({ media: 'print' })
    expect(await again.page.locator('.answers').isVisible()).toBe(true)
  })
})
