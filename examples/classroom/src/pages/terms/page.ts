import type { Page } from '../types.js'
import { code } from './code.js'
import { computeTerms, type TermsExample } from './computeTerms.js'
import { defaults, type TermsFields } from './fields.js'
import { handout } from './handout.js'
import { teaching } from './texts/teaching.js'
import { view } from './view.js'

/** Credit terms in their notation (S1, 信用條件). */
export const page: Page<TermsFields, TermsExample> = {
  defaults,
  teaching,
  compute: computeTerms,
  view,
  handout,
  code,
  policy: (_, { terms }) => terms,
}
