import { explainDecision, explainHistory } from '@clientele/complaints/explain'
import { en } from '@clientele/complaints/locales/en'
import { eightSteps } from '@clientele/complaints/templates'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { trials, way } from './chapter.js'
import { eventsIn, refusalIn } from './inLanguage.js'
import { type Entry, writeLog } from './log.js'
import { page as complaint } from './page.js'

const heads = (page: Page) => page.locator('.outcome').textContent()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const linkTo = (log: readonly Entry[], more = '') => `#/complaint?lang=en&log=${encodeURIComponent(writeLog(log))}${more}`

/** Why the last command of a list is refused, as the package says in Node. */
function reasonsOf(log: readonly Entry[]): readonly string[] {
  const decision = resultOf(complaint, { log: writeLog(log) }).outcomes.at(-1)?.decision
  if (decision === undefined || decision.ok) throw new Error('is refused')
  return explainDecision(refusalIn('en', decision), eightSteps, en).sentences.slice(1)
}

for (const [lang, story, foreign] of [
  ['en', 'The kettle leaks.', /[\u4e00-\u9fff]/],
  ['zh-CN', '水壶漏水。', /kettle|agent|Wang|@case/],
] as const) {
  itInBrowser(`begins with the call in ${lang}, and axe finds nothing, at the beginning, refused, in a form, and at the end`, async () => {
    const { page, complaints } = await openClassroom(`#/complaint?lang=${lang}`)
    await expect.poll(() => heads(page)).toContain(story)
    expect(await page.locator('.steps [aria-current="step"]').count()).toBe(1)
    await expectAccessible(page)
    await page.locator('#command-judgeComplaint').click()
    await page.locator('#command-changePriority').click()
    await expectAccessible(page)
    await page.locator('.trials button').last().click()
    await expect.poll(() => page.locator('.history li').count()).toBe(13)
    await expectAccessible(page)
    await expectSound(page)
    expect(await page.locator('.complaint').textContent()).not.toMatch(foreign)
    expect(complaints).toEqual([])
  })
}

itInBrowser('says every reason against a refused command, changes nothing else, and keeps the focus', async () => {
  const { page } = await openClassroom('#/complaint?lang=en')
  const history = await page.locator('.history').textContent()
  await page.locator('#command-judgeComplaint').focus()
  await page.keyboard.press('Enter')
  for (const reason of reasonsOf(trials.early.log)) await expect.poll(() => heads(page)).toContain(reason)
  expect(await focused(page)).toBe('command-judgeComplaint')
  expect(await page.locator('.history').textContent()).toBe(history)
  expect(await page.locator('[name="at"]').inputValue()).toBe('2024-03-01 09:02')
  const link = await linkHolding(page, 'judgeComplaint')
  const again = await openClassroom(new URL(link).hash)
  await expect.poll(() => heads(again.page)).toBe(await heads(page))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => heads(page)).toContain('The kettle leaks.')
})

itInBrowser('is walked through by keyboard: a form takes the focus, and gives it to what can be done then', async () => {
  const { page } = await openClassroom('#/complaint?lang=en')
  await page.locator('#command-expressSympathy').focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => heads(page)).toContain('Done: express sympathy.')
  expect(await focused(page)).toBe('command-expressSympathy')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('field-verdict')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Seen by me.')
  await page.keyboard.press('Enter')
  await expect.poll(() => heads(page)).toContain('"Accepted"')
  expect(await focused(page)).toBe('can-do')
  expect(await page.locator('.history').textContent()).toContain('grounds: Seen by me.')
  expect(await page.locator('[name="at"]').inputValue()).toBe('2024-03-01 09:32')
  await page.getByRole('button', { name: '中文' }).click()
  await expect.poll(() => page.locator('.history').textContent()).toContain('理由：Seen by me.')
})

itInBrowser('is played to its end by what comes next, each time by whoever may', async () => {
  const { page, complaints } = await openClassroom('#/complaint?lang=en', { viewport: PHONE })
  const next = page.locator('.do-next')
  await next.focus()
  for (const [command] of way) {
    const before = await page.locator('.history li').count()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('.history li').count(), { message: command }).toBeGreaterThan(before)
  }
  await expect.poll(() => heads(page)).toContain('All eight steps are done.')
  expect(await page.locator('.steps .done').count()).toBe(8)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('do-next')
  await page.keyboard.press('Enter')
  await page.locator('.trials button').last().click()
  const { events } = resultOf(complaint, { log: writeLog(way) })
  await expect
    .poll(async () => (await page.locator('.history li').allTextContents()).map((text) => text.trim()))
    .toEqual(explainHistory(eventsIn('en', events), eightSteps, en).sentences)
  await expectSound(page)
  expect(complaints).toEqual([])
})

itInBrowser('lets the manager approve up to the limit, and explains an amount that is none beside it', async () => {
  const { page } = await openClassroom(linkTo(way.slice(0, 5), '&actor=chen&at=2024-03-04+16:00'))
  await page.locator('#command-approveSolution').click()
  const paid = page.locator('[name="paidToCustomer"]')
  await paid.fill('48x')
  await expect.poll(() => page.locator('#field-paidToCustomer-issues').textContent()).toContain('"48x"')
  expect(await heads(page)).toContain('"Solution proposed"')
  await expectAccessible(page)
  await paid.fill('4880.01')
  await paid.press('Enter')
  const tooMuch: Entry[] = [...way.slice(0, 5), ['approveSolution', 'chen', '2024-03-04 16:00', { paidToCustomer: '4880.01' }]]
  for (const reason of reasonsOf(tooMuch)) await expect.poll(() => heads(page)).toContain(reason)
  await paid.fill('4880')
  await paid.press('Enter')
  await expect.poll(() => heads(page)).toContain('"Solution approved"')
})

itInBrowser('shows on a phone what was sent back, and which time counts until the deadline', async () => {
  const log: Entry[] = [...way.slice(0, 5), ['sendBack', 'chen', '2024-03-04 16:00']]
  const { page } = await openClassroom(linkTo(log, '&at=2024-03-04+16:15&large=yes'), { viewport: PHONE })
  await expect.poll(() => page.locator('.steps .sent-back').textContent()).toContain('propose a solution')
  await expect.poll(() => page.locator('.month-calendar').textContent()).toContain('due 18:00')
  await page.locator('[name="clock"]').selectOption('first-response')
  await expect.poll(() => page.locator('.explanation').textContent()).toContain('was met')
  await expectSound(page)
})

itInBrowser('explains a link that holds what is no list of commands, and goes on', async () => {
  const { page } = await openClassroom('#/complaint?lang=en&log=%5B%5B%22escalate%22&at=never&clock=__proto__&form=%3Cscript%3E&actor=x')
  await expect.poll(() => page.locator('#field-log-issues').textContent()).toContain('cannot be read')
  await expect.poll(() => page.locator('#field-at-issues').textContent()).toContain('"never" cannot be read')
  expect(await heads(page)).toContain('The kettle leaks.')
  await expectSound(page)
  await expectAccessible(page)
  await page.locator('.trials button').first().click()
  await expect.poll(() => heads(page)).toContain('First the feelings, then the matter.')
})
