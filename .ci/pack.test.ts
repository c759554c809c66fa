// What is published is what is tested here: the packages are packed, and the tarballs installed into empty projects.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entries, packages, read, root } from './workspace.js'

interface Sample {
  /** What is imported, by entry. */
  readonly imports: { readonly [entry: string]: string }
  readonly expression: string
  readonly type: string
  readonly value: unknown
}

/** One verb of each package. */
const SAMPLES: { readonly [name: string]: Sample } = {
  '@clientele/complaints': {
    imports: { '@clientele/complaints': 'openComplaint', '@clientele/complaints/templates': 'counterService' },
    expression: `openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00Z', by: { id: 'li', role: 'clerk' }, complaint: 'C-1', customer: 'Wang', content: 'service', description: 'x' }, counterService).ok`,
    type: 'boolean',
    value: true,
  },
  '@clientele/core': { imports: { '@clientele/core': 'addDecimals' }, expression: `addDecimals(0.1, '0.2')`, type: 'string', value: '0.3' },
  '@clientele/credit': {
    imports: { '@clientele/credit': 'termsTimeline', '@clientele/credit/templates': 'textbookTerms' },
    expression: `termsTimeline({ id: 'I', date: '2024-03-01', amount: '10000', currency: 'CNY' }, textbookTerms).windows[0].payable`,
    type: 'string',
    value: '9800.00',
  },
  '@clientele/funnel': {
    imports: { '@clientele/funnel': 'measureFunnel', '@clientele/funnel/templates': 'opportunityPipeline' },
    expression: `measureFunnel([{ deal: 'D-1', at: '2024-03-01', to: 'need-confirmed' }], opportunityPipeline, { asOf: '2024-03-31' }).entered`,
    type: 'number',
    value: 1,
  },
  '@clientele/scoring': {
    imports: { '@clientele/scoring': 'scoreCandidate', '@clientele/scoring/templates': 'customerScreening' },
    expression: `scoreCandidate({ id: 'A', ratings: { demand: 5, 'gross-profit': 5, prospects: 4, payment: 3, cooperation: 4 } }, customerScreening).total`,
    type: 'string',
    value: '67',
  },
  '@clientele/tiering': {
    imports: { '@clientele/tiering': 'classifyByShare', '@clientele/tiering/templates': 'paretoAbc' },
    expression: `classifyByShare([{ customer: 'C-1', value: '900' }, { customer: 'C-2', value: '50' }], paretoAbc).customers[1].tier`,
    type: 'string',
    value: 'B',
  },
}

interface Tarball {
  readonly name: string
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

const moduleEntries = [...entries.keys()]
const entriesWithoutZod = moduleEntries.filter((entry) => !entry.endsWith('/schemas'))

/** `bare` has the packages and what they depend on; `full` has zod too, and Jest. */
let folder: string
let bare: string
let full: string
let tarballs: readonly Tarball[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-pack-'))
  pnpm('run', 'build')
  tarballs = JSON.parse(pnpm('pack', '--pack-destination', folder, '--json'))
  const zod = /zod: (.*)/.exec(read('pnpm-workspace.yaml'))?.[1]
  bare = install('bare', [])
  full = install('full', [`zod@${zod}`, 'jest@30.5.2'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('tries a verb of every package', () => expect(Object.keys(SAMPLES)).toEqual(packages.map(({ manifest }) => manifest.name)))

describe.each(packages)('$manifest.name', ({ manifest: { name } }) => {
  const tarball = (): Tarball => tarballs.find((candidate) => candidate.name === name) as Tarball
  const sample = SAMPLES[name] as Sample

  it('packs its licence, its README and what it built, and nothing else', () => {
    const files = tarball().files.map(({ path }) => path)
    const others = files.filter((path) => !/^dist\/(esm|cjs)\/.*(?<!\.test)(\.js|\.d\.ts)$|^dist\/json-schema\/[\w-]+\.json$/.test(path)).sort()
    expect(others).toEqual(['LICENSE', 'README.md', 'dist/cjs/package.json', 'package.json'])
    expect(files.filter((path) => /\btest/i.test(path))).toEqual([])
  })

  it('leaves nothing of the workspace in its manifest', () => {
    const manifest = readFileSync(join(full, 'node_modules', name, 'package.json'), 'utf8')
    expect(manifest).not.toMatch(/workspace:|catalog:|@clientele\/source/)
  })

  it('satisfies publint', () => expect(run(root, 'node_modules/.bin/publint', '--strict', tarball().filename)).toContain('All good!'))

  // node16 leaves out TypeScript's oldest resolution, node10, which reads no exports map and so finds no entry of any such package.
  it('satisfies Are The Types Wrong', () => run(root, 'node_modules/.bin/attw', '--profile', 'node16', tarball().filename))

  it('has a verb that ES modules and CommonJS call', () => {
    expect(evaluate(bare, 'sample.mjs', `${esmImports(sample)}\nconsole.log(JSON.stringify(${sample.expression}))`)).toEqual(sample.value)
    expect(evaluate(bare, 'sample.cjs', `${cjsImports(sample)}\nconsole.log(JSON.stringify(${sample.expression}))`)).toEqual(sample.value)
  })

  it('has a verb that bundles without zod', async () => {
    const { code, inputs } = await bundle(full, `${esmImports(sample)}\nconsole.log(JSON.stringify(${sample.expression}))`)
    expect(inputs.filter((path) => path.includes('/zod/'))).toEqual([])
    expect(evaluate(folder, 'bundle.mjs', code)).toEqual(sample.value)
  })

  it('offers its JSON Schema files', () => {
    const files = tarball().files.flatMap(({ path }) => /^dist(\/json-schema\/.*)/.exec(path)?.[1] ?? [])
    expect(files).not.toEqual([])
    const documents = files.map((file) => `require(${JSON.stringify(name + file)}).$schema`)
    expect(evaluate(bare, 'documents.cjs', `console.log(JSON.stringify([${documents}]))`)).toEqual(
      files.map(() => 'https://json-schema.org/draft/2020-12/schema'),
    )
  })
})

describe('every entry', () => {
  const list = (names: readonly string[], form: 'mjs' | 'cjs', project: string) => evaluate(project, `entries.${form}`, listExports(names, form))

  it('exports the same as an ES module and as CommonJS', () => {
    const exported = list(moduleEntries, 'mjs', full) as Record<string, string[]>
    expect(exported).toEqual(list(moduleEntries, 'cjs', full))
    for (const entry of moduleEntries) expect(exported[entry], entry).not.toEqual([])
  })

  it('loads without zod, but for the schemas', () => {
    list(entriesWithoutZod, 'mjs', bare)
    list(entriesWithoutZod, 'cjs', bare)
    for (const entry of moduleEntries.filter((name) => !entriesWithoutZod.includes(name))) {
      expect(() => list([entry], 'mjs', bare), entry).toThrow(`Cannot find package 'zod'`)
      expect(() => list([entry], 'cjs', bare), entry).toThrow(`Cannot find module 'zod'`)
    }
  })

  it('bundles without zod, but for the schemas', async () => {
    const bundled = async (names: readonly string[]) => (await bundle(full, reexport(names))).inputs.filter((path) => path.includes('/zod/'))
    expect(await bundled(entriesWithoutZod)).toEqual([])
    expect(await bundled(moduleEntries), 'the search finds zod').not.toEqual([])
  })

  it.each([
    { name: 'Node', module: 'nodenext', resolution: 'nodenext', files: ['types.mts', 'types.cts'] },
    { name: 'a bundler', module: 'esnext', resolution: 'bundler', files: ['types.mts'] },
  ])('has types for $name', ({ module, resolution, files }) => {
    for (const file of files) writeFileSync(join(full, file), typeChecks())
    // Zod's types name URL, which Node's types or the browser's bring.
    const options = `--noEmit --strict --exactOptionalPropertyTypes --skipLibCheck false --target es2022 --lib es2022,dom`.split(' ')
    run(full, join(root, 'node_modules/.bin/tsc'), ...options, '--module', module, '--moduleResolution', resolution, ...files)
  })
})

it('takes no decimals along where only dates are asked for', async () => {
  const withDecimals = async (verb: string) =>
    (await bundle(full, `export { ${verb} } from '@clientele/core'`)).inputs.filter((path) => path.includes('/decimal.js/'))
  expect(await withDecimals('isCalendarDate')).toEqual([])
  expect(await withDecimals('addDecimals'), 'the search finds decimal.js').not.toEqual([])
})

it('takes no time zones along where only whole days are asked for', async () => {
  const withZones = async (entry: string, names: string) =>
    (await bundle(full, `export { ${names} } from '${entry}'`)).inputs.filter((path) => path.includes('/temporal-polyfill/'))
  expect(await withZones('@clientele/core/business-time', 'addBusinessDays, isBusinessDay, nextBusinessDay, previousBusinessDay')).toEqual([])
  expect(await withZones('@clientele/credit', 'planInstalments')).toEqual([])
  expect(await withZones('@clientele/credit/schemas', 'businessDayCalendarSchema, instalmentPlanSchema')).toEqual([])
  expect(await withZones('@clientele/core/business-time', 'addBusinessTime'), 'the search finds temporal-polyfill').not.toEqual([])
})

it('runs in Jest, in a CommonJS project', () => {
  const cases = Object.values(SAMPLES).map(
    ({ expression, value }) => `it(${JSON.stringify(expression)}, () => expect(${expression}).toEqual(${JSON.stringify(value)}))`,
  )
  writeFileSync(join(full, 'sample.test.js'), [...Object.values(SAMPLES).map(cjsImports), ...cases].join('\n'))
  const report = JSON.parse(run(full, join(full, 'node_modules/.bin/jest'), '--json', '--silent'))
  expect(report.numPassedTests).toBe(cases.length)
})

function run(cwd: string, command: string, ...args: string[]): string {
  try {
    // The commands that pnpm starts find the repository's own packages through NODE_PATH; an empty project must not.
    const env = { ...process.env, NODE_PATH: undefined }
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
  }
}

function pnpm(...args: string[]): string {
  const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string }
  return run(root, 'npx', '-y', packageManager, '-r', '--filter', './packages/*', ...args)
}

/** Installs the tarballs into an empty CommonJS project, with other packages beside them. */
function install(name: string, others: readonly string[]): string {
  const project = join(folder, name)
  mkdirSync(project)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name, private: true }))
  run(project, 'npm', 'install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs.map(({ filename }) => filename), ...others)
  return project
}

/** Writes a script, runs it and reads the JSON it prints. */
function evaluate(project: string, file: string, text: string): unknown {
  writeFileSync(join(project, file), text)
  return JSON.parse(run(project, process.execPath, file))
}

async function bundle(project: string, contents: string): Promise<{ code: string; inputs: string[] }> {
  const stdin = { contents, resolveDir: project }
  const { metafile, outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    metafile: true,
    absWorkingDir: project,
  })
  // A file that is read and shaken out to the last byte is not in the bundle.
  const inputs = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  )
  return { code: outputFiles[0]?.text ?? '', inputs: inputs.map(([path]) => path) }
}

function esmImports({ imports }: Sample): string {
  return Object.entries(imports)
    .map(([entry, name]) => `import { ${name} } from '${entry}'`)
    .join('\n')
}

function cjsImports({ imports }: Sample): string {
  return Object.entries(imports)
    .map(([entry, name]) => `const { ${name} } = require('${entry}')`)
    .join('\n')
}

function reexport(names: readonly string[]): string {
  return names.map((name, index) => `export * as entry${index} from '${name}'`).join('\n')
}

/** A script that prints the exported names of each entry. */
function listExports(names: readonly string[], form: 'mjs' | 'cjs'): string {
  const load = form === 'mjs' ? 'await import(name)' : 'require(name)'
  return `const exported = {}\nfor (const name of ${JSON.stringify(names)}) exported[name] = Object.keys(${load}).sort()\nconsole.log(JSON.stringify(exported))`
}

/** A module that compiles only if every entry has types and the samples are typed as they say, and not `any`. */
function typeChecks(): string {
  const checks = Object.values(SAMPLES).flatMap((sample, index) => [
    esmImports(sample),
    `export const right${index}: ${sample.type} = ${sample.expression}`,
    '// @ts-expect-error',
    `export const wrong${index}: symbol = ${sample.expression}`,
  ])
  return [reexport(moduleEntries), ...checks].join('\n')
}
