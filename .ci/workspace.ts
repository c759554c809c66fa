// The workspace's folders, files and manifests, as the repository's tests read them.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** An entry of an exports map: a file, or what is taken under each condition. */
export type Entry = string | { readonly [condition: string]: Entry }

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly exports: { readonly [entry: string]: Entry }
  readonly publishConfig: { readonly exports: Manifest['exports'] }
  readonly [field: string]: unknown
}

export interface Package {
  /** Relative to the root, as are the files. */
  readonly folder: string
  readonly manifest: Manifest
}

export const packages: readonly Package[] = readdirSync(join(root, 'packages'))
  .sort()
  .map((name) => {
    const folder = `packages/${name}`
    return { folder, manifest: JSON.parse(read(`${folder}/package.json`)) as Manifest }
  })

/** The source of every entry that is a module, by the name it is imported under. */
export const entries: ReadonlyMap<string, string> = new Map(
  packages.flatMap(({ folder, manifest }) =>
    Object.entries(manifest.exports).flatMap(([entry, target]) =>
      typeof target === 'string' ? [] : [[manifest.name + entry.slice(1), join(folder, target['@clientele/source'] as string)] as const],
    ),
  ),
)

/** Reads a file of the repository. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Lists the files below a folder; what is installed, built or hidden is left out. */
export function listFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((item) => {
    const path = join(folder, item.name)
    if (item.isFile()) return [path]
    return !item.isDirectory() || /^(node_modules|dist|out|coverage|reports|\..*)$/.test(item.name) ? [] : listFiles(path)
  })
}

/** The packages' own modules: neither tests nor type tests. */
export const sources: readonly string[] = packages
  .flatMap(({ folder }) => listFiles(`${folder}/src`))
  .filter((file) => file.endsWith('.ts') && !/\.test(-d)?\.ts$/.test(file))
