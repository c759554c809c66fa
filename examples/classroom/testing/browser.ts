import { type Browser, chromium, type Page } from 'playwright-core'
import { expect, inject, onTestFinished } from 'vitest'
import { CHROMIUM } from './whereFound.js'

export const SCREEN = { width: 1280, height: 800 }
export const PHONE = { width: 390, height: 844 }

interface OpenOptions {
  readonly viewport?: typeof SCREEN
  readonly locale?: string
  /** Where the page is; the served folder unless given. */
  readonly address?: string
}

/** A page of the classroom in a browser of its own, and what the browser complains of. */
export interface Opened {
  readonly page: Page
  readonly complaints: readonly string[]
  readonly requests: readonly string[]
}

let browser: Promise<Browser> | undefined

/** Opens the classroom at a link (`#/terms?lang=en`); ends with the test. */
export async function openClassroom(
  hash: string,
  { viewport = SCREEN, locale = 'en-GB', address = inject('classroom').address }: OpenOptions = {},
): Promise<Opened> {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
  const context = await (await browser).newContext({ viewport, locale, permissions: ['clipboard-read', 'clipboard-write'] })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !/Lit is in dev mode/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(address + hash)
  await page.locator('h1').waitFor()
  return { page, complaints, requests }
}

/** Waits until all charts are drawn. */
export async function whenDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('clientele-chart')].every((chart) => (chart as HTMLElement).dataset['state'] === 'drawn'),
  )
}

/** The address follows what is typed after a moment; waits until a link holds a text. */
export async function linkHolding(page: Page, text: string): Promise<string> {
  await page.waitForURL((url) => decodeURIComponent(url.hash).includes(text))
  return page.url()
}

/** No page may be wider than the screen, nor show what is no number. */
export async function expectSound(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await page.locator('#classroom').textContent()).not.toMatch(/NaN|undefined|Infinity|\[object|null/)
}
