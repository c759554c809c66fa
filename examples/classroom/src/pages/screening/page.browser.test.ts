import { expect } from 'vitest'
import { expectSound, linkHolding, openClassroom, PHONE, whenDrawn } from '../../../testing/browser.js'
import { expectAccessible } from '../../../testing/expectAccessible.js'
import { resultOf } from '../../../testing/showPage.js'
import { itInBrowser } from '../../../testing/whereFound.js'
import { page as screening } from './page.js'

const totalsOn = (changes: Partial<typeof screening.defaults>) =>
  Object.fromEntries(resultOf(screening, changes).ranking.ranked.map(({ candidate, total }) => [candidate, total]))

for (const lang of ['en', 'zh-CN']) {
  itInBrowser(`shows the chapter's totals in ${lang}, and axe finds nothing`, async () => {
    const { page, complaints } = await openClassroom(`#/screening?lang=${lang}`)
    await whenDrawn(page)
    for (const total of ['67', '57', '35', '70']) await expect.poll(() => page.locator('tr', { hasText: `= ${total}` }).count()).toBe(1)
    await expectSound(page)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

itInBrowser('follows a weight that is dragged, as the package says, and the link restores it', async () => {
  const { page } = await openClassroom('#/screening?lang=en', { viewport: PHONE })
  await page.locator('[name="weight-prospects-slider"]').fill('14')
  const { B, A } = totalsOn({ 'weight-prospects': '14' })
  await expect.poll(() => page.locator('.headline').textContent()).toContain(`B ${B}, A ${A}`)
  const link = await linkHolding(page, 'weight-prospects=14')
  const again = await openClassroom(new URL(link).hash)
  await expect.poll(() => again.page.locator('.headline').textContent()).toContain(`B ${B}, A ${A}`)
  await expectSound(page)
})
