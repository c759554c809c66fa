// Builds the package in the current folder file by file: dist/esm, dist/cjs (with types for each) and dist/json-schema.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const compile = (...options) => execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', ...options], { stdio: 'inherit' })

rmSync('dist', { recursive: true, force: true })
compile()
compile('--outDir', 'dist/cjs', '--module', 'commonjs', '--moduleResolution', 'bundler', '--verbatimModuleSyntax', 'false')
writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n')

const schemas = resolve('dist/esm/schemas.js')
if (existsSync(schemas)) {
  const { jsonSchemas } = await import(pathToFileURL(schemas).href)
  mkdirSync('dist/json-schema')
  for (const [name, schema] of Object.entries(jsonSchemas())) writeFileSync(`dist/json-schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`)
}
