import type { Fields } from '../pages/types.js'
import { fitsLink } from './fitsLink.js'
import type { Address } from './types.js'

/** Writes a link, from `#` on: the page, the language, and the fields that differ from the page's example, but those too long for a link. */
export function writeAddress(address: Address, defaults: Fields): string {
  const { page, language, isLarge, areAnswersShown, fields } = address
  const given = new URLSearchParams({ lang: language })
  if (isLarge) given.set('large', 'yes')
  if (areAnswersShown) given.set('answers', 'shown')
  for (const [field, text] of Object.entries(fields)) {
    if (text !== defaults[field] && fitsLink(text)) given.set(field, text)
  }
  return `#/${page === 'home' ? '' : page}?${readable(given.toString())}`
}

/** A fragment may hold these as they are, and people read links. */
function readable(query: string): string {
  return query.replaceAll('%2F', '/').replaceAll('%2C', ',').replaceAll('%3A', ':')
}
