import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { CHROMIUM } from './whereFound.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the folder is served, and where the one file is. */
    readonly classroom: { readonly address: string; readonly folder: string; readonly file: string }
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the folder and the one file, and serves the folder, for all tests in a browser. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { CLASSROOM: address } = process.env
  // While pages are being written, a server of vite's that is running anyway.
  if (address !== undefined || !existsSync(CHROMIUM)) {
    project.provide('classroom', { address: address ?? '', folder: '', file: '' })
    return undefined
  }
  const folder = await mkdtemp(join(tmpdir(), 'classroom-'))
  const common = { root, logLevel: 'warn' as const, build: { outDir: folder } }
  await build(common)
  await build({ ...common, mode: 'single-file' })
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } })
  const [local = ''] = server.resolvedUrls?.local ?? []
  project.provide('classroom', { address: local, folder, file: join(folder, 'clientele-classroom.html') })
  return async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}
