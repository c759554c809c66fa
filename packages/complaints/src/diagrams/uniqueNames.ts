import { NAME_CHARACTERS } from './characters.js'

/** How ids are made into names. */
export interface Naming {
  /** What a name may consist of besides underscores, as the inside of a character class; letters and digits of any script unless given. */
  readonly characters?: string
  /** The name of an id that has no such character. */
  readonly otherwise: string
  /** Whether a name means something else there. */
  readonly isReserved?: (name: string) => boolean
  /** Whether an id may stand as it is; where none of its characters is lost unless given. */
  readonly isPlain?: (id: string) => boolean
}

/** Names for ids, each its own: the id where it may stand as it is, else what is left of it; the same for the same ids, in linear time. */
export function uniqueNames(ids: readonly string[], naming: Naming): ReadonlyMap<string, string> {
  const { characters = NAME_CHARACTERS, otherwise, isReserved = () => false, isPlain } = naming
  const lost = new RegExp(`[^${characters}]+`, 'gu')
  const nameOf = (id: string): string => id.replace(lost, '_').replace(/^_+|_+$/g, '') || otherwise
  const stands = isPlain ?? ((id: string) => nameOf(id) === id && !isReserved(id))
  const taken = new Set(ids.filter(stands))
  const counts = new Map<string, number>()
  const next = (name: string): string => {
    let count = counts.get(name) ?? 0
    const numbered = (): string => (count === 1 ? name : `${name}_${count}`)
    do count += 1
    while (isReserved(numbered()) || taken.has(numbered()))
    counts.set(name, count)
    return numbered()
  }
  const names = new Map<string, string>()
  for (const id of ids) {
    const name = stands(id) ? id : next(nameOf(id))
    taken.add(name)
    names.set(id, name)
  }
  return names
}
