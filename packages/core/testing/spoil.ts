import fc from 'fast-check'

const JUNK: readonly unknown[] = [
  undefined,
  null,
  '',
  ' 1 ',
  'x',
  '-1',
  -1,
  0,
  1,
  1.5,
  '5',
  '1e3',
  Number.NaN,
  Infinity,
  '2024-02-30',
  '2024-02-28',
  'JPY',
  [],
  {},
  [1],
  [null],
  { en: 'x' },
  true,
  1n,
]

const KEYS = ['id', 'extra', '__proto__']

/** Replaces, takes away or adds something anywhere in a document. */
export type Spoil = (document: unknown) => fc.Arbitrary<unknown>

/** A way to spoil documents, with values and keys that nearly belong into those of a package. */
export function spoilWith(ownJunk: readonly unknown[], ownKeys: readonly string[]): Spoil {
  const junk = fc.constantFrom(...JUNK, ...ownJunk)
  const keys = fc.constantFrom(...KEYS, ...ownKeys)
  return (document) => {
    const paths: (string | number)[][] = []
    const walk = (value: unknown, path: (string | number)[]): void => {
      paths.push(path)
      if (typeof value === 'object' && value !== null) for (const [key, one] of Object.entries(value)) walk(one, [...path, key])
    }
    walk(document, [])
    return fc
      .tuple(fc.constantFrom(...paths), junk, fc.constantFrom('replace', 'replace', 'remove', 'add'), keys)
      .map(([path, value, action, key]) => {
        const copy = structuredClone({ root: document }) as unknown as { readonly root: unknown }
        const way = ['root', ...path]
        const last = way.at(-1) as string
        const target = way.slice(0, -1).reduce<Record<string, unknown>>((inside, step) => inside[step] as never, copy)
        if (action === 'replace') target[last] = value
        else if (action === 'remove') delete target[last]
        else if (typeof target[last] === 'object' && target[last] !== null)
          Object.defineProperty(target[last], key, { value, enumerable: true, configurable: true, writable: true })
        return copy.root
      })
  }
}

/** Replaces, takes away or adds something anywhere in a document, whichever package's it is. */
export const spoil: Spoil = spoilWith([], [])
