// Takes a picture of a page: node testing/look.mjs '#/screening?lang=en' FILE.png [--size 1280x800] [--at http://localhost:5173/] [--print] [--whole]
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1280x800' },
    at: { type: 'string', default: 'http://localhost:5173/' },
    print: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
  },
})
const [hash = '#/', file = 'page.png'] = positionals
const [width = 1280, height = 800] = values.size.split('x').map(Number)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage({ viewport: { width, height } })
page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`))
page.on('pageerror', (error) => console.log(`error: ${error.stack}`))
await page.goto(values.at + hash)
await page.waitForTimeout(2500)
if (values.print) await page.emulateMedia({ media: 'print' })
await page.screenshot({ path: file, fullPage: values.whole })
await browser.close()
