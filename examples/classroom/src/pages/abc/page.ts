import { textbookBenefits } from '@clientele/tiering/templates'
import type { Page } from '../types.js'
import { code } from './code.js'
import { type Abc, computeAbc } from './computeAbc.js'
import { type AbcFields, defaults } from './fields.js'
import { handout } from './handout.js'
import { teaching } from './texts/teaching.js'
import { view } from './view.js'

/** Customers in the tiers A, B and C, by shares (S2) or by average monthly sales (S1, 客戶等級管理), and what each tier gets. */
export const page: Page<AbcFields, Abc> = {
  defaults,
  teaching,
  compute: computeAbc,
  view,
  handout,
  code,
  policy: (_, { scheme }) => [scheme, textbookBenefits],
}
