import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import configuration from '../.dependency-cruiser.mjs'

const source = (entry: string) => ({ '@clientele/source': `./src/${entry}.ts`, import: `./dist/${entry}.js` })
const coreEntries = {
  '.': source('index'),
  './business-time': source('business-time'),
  './schemas': source('schemas'),
  './locales/en': source('locales/en'),
}
const core = { name: '@clientele/core', exports: coreEntries }

/** A workspace that keeps every rule, in miniature. */
const SOUND = {
  'node_modules/zod/index.js': '',
  'node_modules/decimal.js/index.js': '',
  'node_modules/temporal-polyfill/index.js': '',
  'packages/core/package.json': JSON.stringify(core),
  'packages/core/src/index.ts': `export * from './sums/add.js'`,
  'packages/core/src/sums/add.ts': `import 'decimal.js'`,
  'packages/core/src/sums/add.test.ts': `import './add.js'\nimport 'zod'\nimport 'node:fs'\nimport 'temporal-polyfill'\nimport '../../testing/hosts.js'`,
  'packages/core/src/zones/zone.ts': `import 'temporal-polyfill'`,
  'packages/core/src/business-time.ts': `import './zones/zone.js'`,
  'packages/core/src/days.ts': `import './sums/add.js'`,
  'packages/core/testing/hosts.ts': '',
  'packages/core/src/schemas.ts': `import 'zod'\nimport './sums/add.js'`,
  'packages/core/src/schemas/parts.ts': `import 'zod'`,
  'packages/core/src/locales/en.ts': '',
  'packages/scoring/src/index.ts': `import '@clientele/core'\nimport '@clientele/core/business-time'`,
  'packages/scoring/src/explain/explain.ts': `import '@clientele/core/locales/en'`,
  'packages/scoring/bench/naive.mjs': `import 'decimal.js'\nimport 'node:fs'`,
  'packages/tiering/package.json': JSON.stringify({ name: '@clientele/tiering', exports: source('index') }),
  'packages/tiering/src/index.ts': '',
  'examples/a/src/main.ts': `import '../../../packages/scoring/src/index.js'`,
}

/** For each rule, files that break it and no other. */
const BREACHES: { readonly [rule: string]: readonly { readonly [file: string]: string }[] } = {
  'domains-know-only-core': [
    { 'packages/scoring/src/x/a.ts': `import '@clientele/tiering'` },
    { 'packages/scoring/src/x/a.test.ts': `import '@clientele/tiering'` },
    { 'packages/core/src/x/a.ts': `import type { A } from '../../../tiering/src/index.js'` },
  ],
  'packages-meet-at-their-entries': [
    { 'packages/scoring/src/x/a.ts': `import '../../../core/src/sums/add.js'` },
    { 'examples/a/src/a.ts': `import '../../../packages/core/src/sums/add.js'` },
  ],
  'logic-has-no-surface': [
    { 'packages/core/src/x/a.ts': `import '../schemas.js'` },
    { 'packages/core/src/x/a.ts': `import '../schemas/parts.js'` },
    { 'packages/core/src/x/a.ts': `import type { Locale } from '../locales/en.js'` },
    { 'packages/scoring/src/x/a.ts': `import '@clientele/core/schemas'` },
    { 'packages/core/src/index.ts': `import './charts/a.js'`, 'packages/core/src/charts/a.ts': '' },
    { 'packages/core/src/x/a.ts': `import '../explain.js'`, 'packages/core/src/explain.ts': '' },
    { 'packages/core/src/x/a.ts': `import '../templates/a.js'`, 'packages/core/src/templates/a.ts': '' },
  ],
  'zod-is-for-schemas': [
    { 'packages/core/src/x/a.ts': `import * as z from 'zod'` },
    { 'packages/core/src/x/a.ts': `import type { ZodType } from 'zod'` },
    { 'packages/scoring/src/x/schemas.ts': `import 'zod'` },
  ],
  'arithmetic-is-for-core': [{ 'packages/scoring/src/x/a.ts': `import { Decimal } from 'decimal.js'` }],
  'zones-are-for-core-zones': [{ 'packages/core/src/x/a.ts': `import { Temporal } from 'temporal-polyfill'` }],
  'dates-need-no-zones': [
    { 'packages/core/src/index.ts': `import './zones/zone.js'` },
    { 'packages/core/src/days.ts': `import './x/a.js'`, 'packages/core/src/x/a.ts': `import '../zones/zone.js'` },
  ],
  'packages-run-anywhere': [{ 'packages/core/src/x/a.ts': `import 'node:fs'` }, { 'packages/core/src/x/a.ts': `import 'fs'` }],
  'tests-are-not-imported': [
    { 'packages/core/src/x/a.ts': `import '../sums/add.test.js'` },
    { 'packages/core/src/x/a.ts': `import '../../testing/hosts.js'` },
  ],
  'packages-know-no-example': [{ 'packages/core/src/x/a.test.ts': `import '../../../../examples/a/src/main.js'` }],
  'everything-is-found': [{ 'packages/core/src/x/a.ts': `import './b.js'` }, { 'packages/scoring/src/x/a.ts': `import '@clientele/core/x/a'` }],
  'no-cycles': [{ 'packages/core/src/x/a.ts': `import './b.js'`, 'packages/core/src/x/b.ts': `import type { A } from './a.js'` }],
}

let folder: string
let cases = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-boundaries-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function rulesBroken(files: { readonly [file: string]: string }): Promise<string[]> {
  const baseDir = join(folder, String(cases++))
  for (const [file, text] of Object.entries({ ...SOUND, ...files })) {
    mkdirSync(dirname(join(baseDir, file)), { recursive: true })
    writeFileSync(join(baseDir, file), text)
  }
  mkdirSync(join(baseDir, 'node_modules/@clientele'))
  for (const name of ['core', 'tiering']) symlinkSync(`../../packages/${name}`, join(baseDir, 'node_modules/@clientele', name))
  const { forbidden, options } = configuration
  const { enhancedResolveOptions: resolveOptions = {}, ...cruiseOptions } = options ?? {}
  const { output } = await cruise(
    ['packages', 'examples'],
    { ...cruiseOptions, baseDir, validate: true, ruleSet: { forbidden: forbidden ?? [] } },
    resolveOptions,
  )
  return [...new Set((output as ICruiseResult).summary.violations.map(({ rule }) => rule.name))]
}

it('passes a sound workspace', async () => expect(await rulesBroken({})).toEqual([]))

it.each(Object.entries(BREACHES).flatMap(([rule, breaches]) => breaches.map((files) => ({ rule, files }))))(
  '$rule: $files',
  async ({ rule, files }) => expect(await rulesBroken(files)).toEqual([rule]),
)

it('tries every rule', () => expect(configuration.forbidden?.map(({ name }) => name)).toEqual(Object.keys(BREACHES)))
