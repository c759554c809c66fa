// Builds the package in the current folder file by file: dist/esm, dist/cjs (with types for each) and dist/json-schema.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import ts from 'typescript'

/** Jest in CommonJS cannot load it: the one file that imports it carries it along. */
const ESM_ONLY = 'temporal-polyfill'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')

rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })

// The types are checked by now and read the same in both forms, so CommonJS is a rewrite of each file and not a second compilation.
const commonJs = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true }
cpSync('dist/esm', 'dist/cjs', { recursive: true })
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n')
for (const file of readdirSync('dist/cjs', { recursive: true })) {
  if (!file.endsWith('.js')) continue
  const path = join('dist/cjs', file)
  const text = readFileSync(path, 'utf8')
  if (text.includes(`from '${ESM_ONLY}/`)) bundle(path)
  else writeFileSync(path, ts.transpileModule(text, { compilerOptions: commonJs }).outputText)
}

/** Writes a file with what it imports of a package that has no CommonJS form, and its licence. */
function bundle(path) {
  const licence = readFileSync(join('node_modules', ESM_ONLY, 'LICENSE'), 'utf8').trim()
  const banner = { js: `/*!\nIncludes parts of ${ESM_ONLY}:\n\n${licence}\n*/` }
  buildSync({ entryPoints: [path], outfile: path, allowOverwrite: true, bundle: true, format: 'cjs', target: 'es2022', minify: true, banner })
}

const schemas = resolve('dist/esm/schemas.js')
if (existsSync(schemas)) {
  const { jsonSchemas } = await import(pathToFileURL(schemas).href)
  mkdirSync('dist/json-schema')
  for (const [name, schema] of Object.entries(jsonSchemas())) writeFileSync(`dist/json-schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`)
}
