// `npm run demo`: builds everything, then runs the examples: the textbook's, the credit service's and the complaint desk's, which take `--lang` alone, and the
// portfolio's, which takes it all.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const args = process.argv.slice(2)

// npm or pnpm, whichever runs this; what a build prints is no part of the report.
const { npm_execpath: packageManager } = process.env
if (packageManager) run([packageManager, 'run', 'build'], { cwd: root, stdio: ['ignore', process.stderr, 'inherit'] })
run([`${root}/examples/textbook/dist/main.js`, ...language()])
run([`${root}/examples/credit-service/dist/demo.js`, ...language()])
run([`${root}/examples/complaint-desk/dist/demo.js`, ...language()])
run([`${root}/examples/portfolio/dist/main.js`, ...args])

/** Runs a script of Node and ends as it ended if it failed. */
function run(command, options = { stdio: 'inherit' }) {
  const { status } = spawnSync(process.execPath, command, options)
  if (status !== 0) process.exit(status ?? 1)
}

function language() {
  const { values } = parseArgs({ args, options: { lang: { type: 'string' } }, strict: false })
  return typeof values.lang === 'string' ? ['--lang', values.lang] : []
}
