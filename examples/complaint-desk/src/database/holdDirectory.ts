import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds, at most: what one that looks takes, and some more. */
const PAUSE = 20

/** So often is it tried where others look at the same time, which is seconds. */
const ATTEMPTS = 500

/**
 * Keeps a data directory for this process: two that write to it at once would destroy it, and PGlite does not look.
 *
 * Each process leaves a mark of its own beside the directory, and then looks for those of others: of two at once, one sees the other at least. A mark's name
 * is never used again, so whoever finds one of a process that is gone may remove it at any time. Whoever is alone adds that it holds the directory; whoever meets
 * another that only looks too goes back, and tries again a moment later.
 *
 * @returns Gives the directory free.
 */
export function holdDirectory(directory: string): () => void {
  const folder = `${directory}.marks`
  mkdirSync(folder, { recursive: true })
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const release = tryToHold(directory, folder)
    if (release !== undefined) return release
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Math.random() * PAUSE)
  }
  throw new Error(`${directory} is looked at by others all the time; see ${folder}`)
}

/** Undefined where another looks at the same time. */
function tryToHold(directory: string, folder: string): (() => void) | undefined {
  const name = `${process.pid}.${startOf(process.pid)}.${randomUUID()}`
  const [looking, holding] = [join(folder, `${name}.looking`), join(folder, `${name}.holding`)]
  writeFileSync(looking, '')
  const others = readdirSync(folder).filter((mark) => !mark.startsWith(name) && isOfSomebody(folder, mark))
  if (others.length === 0) {
    writeFileSync(holding, '')
    return () => {
      rmSync(holding, { force: true })
      rmSync(looking, { force: true })
    }
  }
  rmSync(looking, { force: true })
  const holder = others.find((mark) => mark.endsWith('.holding'))
  if (holder === undefined) return undefined
  throw new Error(`${directory} is in use by process ${holder.split('.')[0]}; if that is no such service, remove ${folder}`)
}

/** Removes the mark of a process that is gone. */
function isOfSomebody(folder: string, mark: string): boolean {
  const [pid, start] = mark.split('.')
  const now = startOf(Number(pid))
  if (now === start || now === UNKNOWN) return true
  rmSync(join(folder, mark), { force: true })
  return false
}

const UNKNOWN = 'unknown'

/**
 * When a process began, in the kernel's own count: its number alone is given again, in a container always the same. Undefined where there is no such process,
 * and {@link UNKNOWN} where the system does not tell.
 */
function startOf(pid: number): string | undefined {
  try {
    // The second field, the name, may hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[19]
  } catch {
    return isThere(pid) ? UNKNOWN : undefined
  }
}

function isThere(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
