import type { Page } from '../types.js'
import { code } from './code.js'
import { computeRfm, type ScoredBook } from './computeRfm.js'
import { defaults, type RfmFields } from './fields.js'
import { handout } from './handout.js'
import { teaching } from './texts/teaching.js'
import { view } from './view.js'

/** Customers by recency, frequency and monetary value (S3). */
export const page: Page<RfmFields, ScoredBook> = {
  defaults,
  teaching,
  compute: computeRfm,
  view,
  handout,
  code,
  policy: (_, { scheme }) => scheme,
}
