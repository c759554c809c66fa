import { chromium } from 'playwright-core'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
for (const [name, hash, w, h, whole, print] of JSON.parse(process.argv[2])) {
  const page = await browser.newPage({ viewport: { width: w, height: h } })
  page.on('console', (m) => /vite|Lit is/.test(m.text()) || console.log(name, m.type(), m.text().slice(0, 300)))
  page.on('pageerror', (e) => console.log(name, 'error', e.stack))
  await page.goto('http://127.0.0.1:5173/#/screening?' + hash)
  await page.locator('.headline').waitFor({ timeout: 60000 })
  await page.waitForFunction(() => [...document.querySelectorAll('clientele-chart')].every((c) => c.dataset.state === 'drawn'), undefined, { timeout: 60000 }).catch(() => console.log(name, 'not drawn'))
  if (print) await page.emulateMedia({ media: 'print' })
  console.log(name, await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth, /NaN|undefined|Infinity|\[object|null/.exec(document.querySelector('#classroom').textContent)?.[0], [...document.querySelectorAll('svg *')].filter((e) => /NaN|Infinity/.test(e.outerHTML.split('>')[0])).length]))
  await page.screenshot({ path: `/tmp/h13/scr/${name}.png`, fullPage: !!whole })
  await page.close()
}
await browser.close()
