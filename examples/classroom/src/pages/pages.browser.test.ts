import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject } from 'vitest'
import { expectSound, openClassroom, PHONE, SCREEN, whenDrawn } from '../../testing/browser.js'
import { expectAccessible } from '../../testing/expectAccessible.js'
import { itInBrowser } from '../../testing/whereFound.js'
import { shellTexts } from '../texts/shellTexts.js'
import { pageIds } from './pageIds.js'

const KILOBYTE = 1000

const viewports = {
  'a screen': { viewport: SCREEN, large: '' },
  'a phone': { viewport: PHONE, large: '' },
  'a projector': { viewport: SCREEN, large: '&large=yes' },
}

describe.each(pageIds)('%s', (id) => {
  for (const language of ['en', 'zh-CN'] as const) {
    for (const [where, { viewport, large }] of Object.entries(viewports)) {
      itInBrowser(`stands on ${where} in ${language}, and axe finds nothing`, async () => {
        const { page, complaints } = await openClassroom(`#/${id}?lang=${language}${large}`, { viewport })
        await expect.poll(() => page.locator('h1').textContent()).toBe(shellTexts[language].pages[id].title)
        await page.locator('.headline').waitFor()
        await whenDrawn(page)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        await expectSound(page)
        await expectAccessible(page)
        expect(complaints).toEqual([])
      })
    }

    itInBrowser(`is printed in ${language} as a handout without its result`, async () => {
      const { page } = await openClassroom(`#/${id}?lang=${language}`)
      await page.locator('.headline').waitFor()
      await page.emulateMedia({ media: 'print' })
      for (const hidden of ['header', 'nav', '.headline', '.teaching', '.answers'])
        expect(await page.locator(hidden).filter({ visible: true }).count()).toBe(0)
      expect(await page.locator('.print-only .lines').filter({ visible: true }).count()).toBeGreaterThan(2)
      await expectAccessible(page)
    })
  }

  itInBrowser('is shown by the one file, which asks for nothing else', async () => {
    const file = pathToFileURL(inject('classroom').file).href
    const { page, complaints, requests } = await openClassroom(`#/${id}?lang=zh-CN`, { address: file })
    await page.locator('.headline').waitFor()
    await whenDrawn(page)
    await expectSound(page)
    expect(complaints).toEqual([])
    expect(requests.filter((request) => request.split('#')[0] !== file && !request.startsWith('data:'))).toEqual([])
  })

  itInBrowser('weighs less than 250 kB before the charts', async () => {
    const { page } = await openClassroom('#/?lang=en')
    const bodies: Promise<number>[] = []
    page.on('response', (response) => bodies.push(response.body().then((body) => gzipSync(body).length)))
    // Whoever draws is not loaded: the first view is measured without.
    await page.route(/drawChart/, (route) => route.abort())
    await page.goto('about:blank')
    await page.goto(`${inject('classroom').address}#/${id}?lang=en`)
    await page.locator('.headline').waitFor()
    await page.waitForLoadState('networkidle')
    const weight = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0)
    expect(weight).toBeGreaterThan(20 * KILOBYTE)
    expect(weight).toBeLessThan(250 * KILOBYTE)
  })
})
