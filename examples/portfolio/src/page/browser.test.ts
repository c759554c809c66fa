import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { describe, expect, onTestFinished } from 'vitest'
import { hostileNames } from '../../testing/hostileNames.js'
import { invoicesFile, ordersFile, pipelineConfig, runOn, runOnInvoices, runOnPipeline, runWords, type Trial } from '../../testing/trial.js'
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
      const { ranked, rejected, later, selected, tiering, rfm, lifetime } = trial.report()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      expect(await page.locator('#ranking tbody tr').count()).toBe(ranked.length)
      expect(await page.locator('#ranking tr.selected').count()).toBe(selected?.customers)
      expect(await page.locator('#tiers tbody tr').count()).toBe(tiering?.tiers.length)
      expect(await page.locator('#tiers .explained').count()).toBe(tiering?.tiers.length)
      expect(await page.locator('#rfm tbody tr').count()).toBe(rfm?.segments.length)
      expect(await page.locator('#lifetime tbody tr').count()).toBe(20)
      expect(await page.locator('#lifetime .explained').count()).toBe(lifetime?.first.length)
      expect(await page.locator('#rejected tbody tr').count()).toBe(rejected.length)
      expect(await page.locator('#later tbody tr').count()).toBe(later.length)
      const { concentration, dunning, rows } = trial.receivables()
      expect(await page.locator('#debtors tbody tr').count()).toBe(concentration.currencies[0]?.customers.length)
      expect(await page.locator('#letters tbody tr').count()).toBe(dunning?.letters.length)
      expect(await page.locator('#held li').count()).toBe(dunning?.held.length)
      expect(await page.locator('#waiting li').count()).toBe(dunning?.waiting.length)
      expect(await page.locator('#rejected-invoices tbody tr').count()).toBe(rows.rejected)
      expect(await page.locator('#later-invoices tbody tr').count()).toBe(rows.later)
      const charts = await page.locator('figure svg').all()
      expect(charts).toHaveLength(11)
      for (const chart of charts) {
        const { width, height } = (await chart.boundingBox()) ?? { width: 0, height: 0 }
        expect(width).toBeGreaterThan(200)
        expect(height).toBeGreaterThan(150)
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
    expect(await page.locator('svg').count()).toBe(6)
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] })
  })

  itWhereFound(CHROMIUM, 'does nothing that the name of a debtor asks for', async () => {
    const names = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"`)
    const row = (name: string, index: number) => [
      `${name},${name},2026-01-01,2026-01-31,900,no,,`,
      `${name},N-${index},2026-01-01,2026-01-31,90,yes,,`,
      `${name},X-${index},n/a,n/a,5,no,,`,
      `${name},L-${index},2026-12-01,2026-12-31,5,no,,`,
    ]
    const trial = await runOnInvoices(invoicesFile(...names.flatMap(row)))
    const { page, complaints, requests } = await open(trial)
    for (const list of ['#debtors', '#letters'])
      expect((await page.locator(`${list} bdi`).allTextContents()).sort()).toEqual([...hostileNames].sort())
    expect(await page.locator('script, img, iframe, object, link, [onload], [onerror], [onmouseover]').count()).toBe(0)
    expect(await page.locator('svg').count()).toBe(2)
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] })
  })

  itWhereFound(CHROMIUM, 'does nothing that the name of a deal or of its product asks for', async () => {
    const names = hostileNames.map((name) => `"${name.replaceAll('"', '""')}"`)
    const row = (name: string, index: number) => [
      `D-${index},Ann,${name},${name},Won,2026-01-05,2026-02-05,90`,
      `L-${index},Ann,${name},${name},Lost,2026-01-05,2026-02-05,0`,
      `"E-${name.slice(1)},Ann,${name},${name},Engaging,2026-01-05,,`,
      `${name},${name},${name},${name},Prospecting,,,`,
    ]
    const outlook = { forecast: {}, minimumSample: 1, benchmarks: { engaging: 1 }, change: { by: 'month' }, asOf: '2026-02-28' }
    const trial = await runOnPipeline({ deals: names.flatMap(row) }, pipelineConfig({ by: 'product', ...outlook }))
    const { page, complaints, requests } = await open(trial)
    const trimmed = hostileNames.map((name) => name.trim()).sort()
    for (const list of ['#groups', '#comparison']) expect((await page.locator(`${list} bdi`).allTextContents()).sort()).toEqual(trimmed)
    expect(await page.locator('#undated-deals tbody tr').count()).toBe(hostileNames.length)
    expect(await page.locator('script, img, iframe, object, link, [onload], [onerror], [onmouseover]').count()).toBe(0)
    // Of the funnel three; the forecast, its past and the bottleneck: in the month before nothing was won that could be compared.
    expect(await page.locator('svg').count()).toBe(6)
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    expect({ complaints, requests }).toEqual({ complaints: [], requests: [] })
  })
})
