/**
 * Letters, digits and the other characters of names in XML (Extensible Markup Language 1.0, 5th edition, production 4) but marks of punctuation and
 * spaces, as the inside of a character class: unlike `\p{L}` the same in every engine.
 */
export const NAME_CHARACTERS: string = [
  'A-Za-z0-9',
  String.raw`\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u167F\u1681-\u1FFF`,
  String.raw`\u2070-\u218F\u2C00-\u2DFF\u2E80-\u2FEF\u3005-\u3007\u3021-\uD7FF`,
  String.raw`\uF900-\uFDCF\uFDF0-\uFEFE\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\uFF66-\uFFDC\u{10000}-\u{EFFFF}`,
].join('')

const LINE_BREAKS = /\r\n|[\r\n\u0085\u2028\u2029]/g

/** What no text shows, or XML does not hold: control characters, halves of characters, no characters, and what turns the direction of others. */
const UNSHOWN = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

/** A text without what cannot be shown; its lines may be told from each other, by `'\n'`. */
export function shownCharacters(text: string): string {
  return text
    .split(LINE_BREAKS)
    .map((line) =>
      line
        .replace(/[\t\v\f]/g, ' ')
        .replace(UNSHOWN, '')
        .trim(),
    )
    .join('\n')
}

/** A text on one line, of what can be shown. */
export function oneLine(text: string): string {
  return shownCharacters(text).replace(/\s+/g, ' ').trim()
}
