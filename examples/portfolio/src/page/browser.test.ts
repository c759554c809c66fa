import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { describe, expect, onTestFinished } from 'vitest'
import { hostileNames } from '../../testing/hostileNames.js'
import { ordersFile, runOn, runWords, type Trial } from '../../testing/trial.js'
import { itWhereFound } from '../../testing/whereFound.js'

const CHROMIUM = '/usr/bin/chromium'

/** What a browser makes of the page. */
async function open({ folder }: Trial) {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  const address = pathToFileURL(join(folder, 'out', 'report.html')).href
  await page.goto(address)
  return { page, complaints, requests: requests.filter((request) => request !== address) }
}

describe('the page in a browser', () => {
  for (const language of ['en', 'zh-CN']) {
    itWhereFound(CHROMIUM, `shows tables and charts in ${language} and asks for nothing else`, async () => {
      const trial = await runWords(['--out', 'out', '--lang', language])
      const { page, complaints, requests } = await open(trial)
      const { ranked, rejected, later, selected } = trial.report()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('#ranking tbody tr').count()).toBe(ranked.length)
      expect(await page.locator('#ranking tr.selected').count()).toBe(selected?.customers)
      expect(await page.locator('#rejected tbody tr').count()).toBe(rejected.length)
      expect(await page.locator('#later tbody tr').count()).toBe(later.length)
      const charts = await page.locator('figure svg').all()
      expect(charts).toHaveLength(3)
      for (const chart of charts) {
        const { width, height } = (await chart.boundingBox()) ?? { width: 0, height: 0 }
        expect(Math.min(width, height)).toBeGreaterThan(200)
        expect(await chart.locator('path').count()).toBeGreaterThan(10)
      }
      expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
      expect({ complaints, requests }).toEqual({ complaints: [], requests: [] })
    })
  }

  itWhereFound(CHROMIUM, 'does nothing that a customer’s name asks for', async () => {
    const names = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"`)
    const trial = await runOn(ordersFile(...names.flatMap((name) => [`${name},2026-09-30,5`, `${name},n/a,5`])))
    const { page, complaints, requests } = await open(trial)
    expect((await page.locator('#ranking bdi').allTextContents()).sort()).toEqual([...hostileNames].sort())
    expect(await page.locator('script, img, iframe, object, link, [onload], [onerror], [onmouseover]').count()).toBe(0)
    expect(await page.locator('svg').count()).toBe(3)
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] })
  })
})
