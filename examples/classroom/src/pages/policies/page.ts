import type { Page } from '../types.js'
import { code } from './code.js'
import { computePolicies, type Policies } from './computePolicies.js'
import { defaults, type PoliciesFields } from './fields.js'
import { handout } from './handout.js'
import { teaching } from './texts/teaching.js'
import { view } from './view.js'

/** Which credit policy pays, and what receivables cost (S1, 客戶信用管理). */
export const page: Page<PoliciesFields, Policies> = {
  defaults,
  teaching,
  compute: computePolicies,
  view,
  handout,
  code,
  policy: (_, { policies, options }) => ({ policies, options }),
}
