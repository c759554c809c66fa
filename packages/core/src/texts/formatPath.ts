import type { Path } from '../types.js'

/**
 * Writes a path as code would: `rules[1].when`.
 *
 * @param path - Property names and list indexes, outermost first, as an issue carries them.
 * @returns The text; a name that is no plain one is quoted, and an empty path is an empty text.
 * @example
 * import { formatPath } from '@clientele/core/explain'
 *
 * formatPath(['candidates', 3, 'ratings', 'gross-profit']) //=> 'candidates[3].ratings.gross-profit'
 * formatPath(['titles', 'in Chinese']) //=> 'titles["in Chinese"]'
 */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}
