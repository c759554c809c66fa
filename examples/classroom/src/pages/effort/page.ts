import { textbookFunnel } from '@clientele/funnel/templates'
import type { Page } from '../types.js'
import { code } from './code.js'
import { computeEffort, type Effort } from './computeEffort.js'
import { defaults, type EffortFields } from './fields.js'
import { teaching } from './texts/teaching.js'
import { handout, view } from './view.js'

/** The funnel guides how a salesperson divides time and effort (S1, 漏斗理論). */
export const page: Page<EffortFields, Effort> = {
  defaults,
  teaching,
  compute: computeEffort,
  view,
  handout,
  code,
  policy: () => textbookFunnel,
}
