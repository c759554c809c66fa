import { fileURLToPath } from 'node:url'

const HOME = new URL('../../', import.meta.url)

/** Where a file of the example's own is. */
export function ownFile(path: string): string {
  return fileURLToPath(new URL(path, HOME))
}
