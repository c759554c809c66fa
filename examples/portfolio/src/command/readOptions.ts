import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { languages } from '../texts/languages.js'
import type { Texts } from '../texts/types.js'
import { ownFile } from './ownFile.js'
import { Refusal } from './Refusal.js'

/** What the command was asked for; paths are absolute. */
export interface CommandOptions {
  /** Undefined where it is left out. */
  readonly orders: string | undefined
  /** Undefined where it is left out. */
  readonly invoices: string | undefined
  /** Undefined where it is left out. */
  readonly tickets: string | undefined
  /** A folder; undefined where it is left out. */
  readonly pipeline: string | undefined
  readonly config: string
  readonly out: string
  readonly texts: Texts
  readonly help: boolean
}

/** Reads the command line; relative paths start at `folder`. */
export function readOptions(words: readonly string[], folder: string): CommandOptions {
  const { orders, invoices, tickets, pipeline, config, out, lang = 'en', help = false } = parseWords(words)
  const texts = languages.get(lang)
  if (texts === undefined) throw new Refusal('language-unknown', { language: lang, languages: [...languages.keys()] })
  const place = (given: string | undefined): string | undefined => (given === undefined ? undefined : resolve(folder, given))
  return {
    orders: place(orders),
    invoices: place(invoices),
    tickets: place(tickets),
    pipeline: place(pipeline),
    config: place(config) ?? ownFile('data/config.json'),
    out: place(out) ?? ownFile('out'),
    texts,
    help,
  }
}

function parseWords(words: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    orders: text,
    invoices: text,
    tickets: text,
    pipeline: text,
    config: text,
    out: text,
    lang: text,
    help: { type: 'boolean' },
  } as const
  // pnpm hands on the `--` that npm takes away.
  const first = words.findIndex((word) => word !== '--')
  try {
    return parseArgs({ args: first === -1 ? [] : words.slice(first), options }).values
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw new Refusal('options-wrong', { reason: error.message })
    throw error
  }
}
