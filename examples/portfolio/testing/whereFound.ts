import { existsSync } from 'node:fs'
import { it } from 'vitest'

/** Defines a test that needs a file; where that is missing, the test is skipped by name and the reason is printed. */
export function itWhereFound(file: string, name: string, test: () => Promise<void>): void {
  if (existsSync(file)) {
    it(name, test)
    return
  }
  const reason = `${file} is missing`
  console.warn(`Skipped: "${name}", because ${reason}.`)
  it.skip(`${name} (skipped: ${reason})`, test)
}
