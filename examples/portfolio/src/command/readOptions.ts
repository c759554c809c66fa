import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { languages } from '../texts/languages.js'
import type { Texts } from '../texts/types.js'
import { Refusal } from './Refusal.js'

/** What the command was asked for; paths are absolute. */
export interface CommandOptions {
  readonly orders: string
  readonly config: string
  readonly out: string
  readonly texts: Texts
  readonly help: boolean
}

const HOME = new URL('../../', import.meta.url)

/** Reads the command line; relative paths start at `folder`, and what is left out is the example's own. */
export function readOptions(words: readonly string[], folder: string): CommandOptions {
  const { orders, config, out, lang = 'en', help = false } = parseWords(words)
  const texts = languages.get(lang)
  if (texts === undefined) throw new Refusal('language-unknown', { language: lang, languages: [...languages.keys()] })
  const place = (given: string | undefined, own: string): string => (given === undefined ? fileURLToPath(new URL(own, HOME)) : resolve(folder, given))
  return { orders: place(orders, 'data/orders.csv'), config: place(config, 'data/config.json'), out: place(out, 'out'), texts, help }
}

function parseWords(words: readonly string[]): { orders?: string; config?: string; out?: string; lang?: string; help?: boolean } {
  const text = { type: 'string' } as const
  const options = { orders: text, config: text, out: text, lang: text, help: { type: 'boolean' } } as const
  // pnpm hands on the `--` that npm takes away.
  const first = words.findIndex((word) => word !== '--')
  try {
    return parseArgs({ args: first === -1 ? [] : words.slice(first), options }).values
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new Refusal('options-wrong', { reason: error.message })
    throw error
  }
}
