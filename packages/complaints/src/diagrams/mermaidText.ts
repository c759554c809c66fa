import { oneLine } from './characters.js'

/** What Markdown, HTML and Mermaid's lexer may take for more than a character of a text; not what joins words and numbers, inside of them. */
const UNSAFE = /[!-&*+:-<>-@[-^`{-~]|(?<![A-Za-z0-9])[-_]|[-_](?![A-Za-z0-9])|(?<![0-9])\.|\.(?![0-9])/g

/** Markdown takes it for the first item of a list. */
const ITEM = /^([0-9]+)\)/

/** Mermaid's own placeholders for entities, which it turns into them wherever it finds them in the end. */
const PLACEHOLDERS = /ﬂ(?=°)|¶(?=ß)/g

/** Whatever stands before it on its line, or after it on the next one, "direction LR" turns the diagram. */
const DIRECTION = /direction/gi

const entityOf = (character: string): string => `#${character.charCodeAt(0)};`

/** A text on one line as Mermaid shows it, character by character; empty where nothing of it can be shown. */
export function mermaidText(text: string): string {
  return oneLine(text)
    .replace(PLACEHOLDERS, (character) => (character === '¶' ? '¶ ' : 'fl'))
    .replace(UNSAFE, entityOf)
    .replace(ITEM, `$1${entityOf(')')}`)
    .replace(DIRECTION, (word) => entityOf(word) + word.slice(1))
}
