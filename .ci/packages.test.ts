import { describe, expect, it } from 'vitest'
import { type Entry, entries, listFiles, packages, read } from './workspace.js'

const SOURCE = '@clientele/source'

/** What every package says of itself in the same words, and what a published one must say. */
const COMMON = {
  version: packages[0]?.manifest.version,
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: JSON.parse(read('package.json')).engines,
  files: ['dist'],
  publishConfig: { access: 'public', provenance: true },
}

/** Every domain package has these entries; core has those it needs, and its own. */
const DOMAIN_ENTRIES = [
  '.',
  './schemas',
  './templates',
  './explain',
  './charts',
  './locales/en',
  './locales/zh-CN',
  './json-schema/*.json',
  './package.json',
]

describe.each(packages)('$folder', ({ folder, manifest }) => {
  const modules = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object')

  it('is named after its folder and describes itself', () => {
    expect(manifest.name).toBe(folder.replace('packages', '@clientele'))
    expect(manifest.description).toMatch(/\.$/)
    expect(manifest['keywords']).toContain('crm')
  })

  it('says the same of itself as the others', () => expect(manifest).toMatchObject(COMMON))

  it('has the licence of the repository, and a README', () => {
    expect(read(`${folder}/LICENSE`)).toBe(read('LICENSE'))
    expect(read(`${folder}/README.md`)).toContain(manifest.name)
  })

  it('has the entries of its kind', () => {
    if (manifest.name !== '@clientele/core') expect(Object.keys(manifest.exports)).toEqual(DOMAIN_ENTRIES)
    for (const [entry, target] of modules) expect(JSON.stringify(target)).toBe(JSON.stringify(moduleEntry(entry === '.' ? 'index' : entry.slice(2))))
    expect(Object.entries(manifest.exports).filter(([, target]) => typeof target === 'string')).toEqual([
      ['./json-schema/*.json', './dist/json-schema/*.json'],
      ['./package.json', './package.json'],
    ])
  })

  it('publishes its entries without their sources', () => {
    expect(manifest.publishConfig.exports).toEqual(withoutSources(manifest.exports))
    expect(JSON.stringify(manifest.publishConfig)).not.toContain(SOURCE)
  })

  it('has no module at the top of src that is no entry', () => {
    const top = listFiles(`${folder}/src`).filter((file) => /\/src\/[^/]+(?<!\.test(-d)?|\/types)\.ts$/.test(file))
    expect(top.filter((file) => ![...entries.values()].includes(file))).toEqual([])
  })

  it('asks for zod only of those who import the schemas', () => {
    expect(manifest['peerDependencies']).toHaveProperty('zod')
    expect(manifest['peerDependenciesMeta']).toMatchObject({ zod: { optional: true } })
    expect(manifest['dependencies']).not.toHaveProperty('zod')
  })
})

it('runs one version of pnpm', () => {
  const { packageManager, scripts } = JSON.parse(read('package.json')) as { packageManager: string; scripts: Record<string, string> }
  const called = Object.values(scripts).flatMap((script) => script.match(/pnpm@[\d.]+/g) ?? [])
  expect(new Set(called)).toEqual(new Set([packageManager]))
})

/** In this order: the first condition that applies is taken, so the source stands before what is built, and types before code. */
function moduleEntry(path: string): Entry {
  const form = (name: string): Entry => ({ types: `./dist/${name}/${path}.d.ts`, default: `./dist/${name}/${path}.js` })
  return { [SOURCE]: `./src/${path}.ts`, import: form('esm'), require: form('cjs') }
}

function withoutSources(exports: { readonly [entry: string]: Entry }): unknown {
  return JSON.parse(JSON.stringify(exports, (key, value) => (key === SOURCE ? undefined : value)))
}
