import type { Database } from '../database/types.js'
import type { Language } from './languages.js'

/** What the routes work with. */
export interface Service {
  readonly database: Database
  /** The only clock: a moment with its offset. */
  readonly now: () => string
}

/** What a request is answered with. */
export interface Answer {
  readonly status: number
  readonly body: object
  /** That of the body's sentences; left out where it has none. */
  readonly language?: Language
  /** Where the thing that was made is. */
  readonly location?: string
}
