import type { Page } from '../types.js'
import { code } from './code.js'
import { computeScreening, type Screening } from './computeScreening.js'
import { defaults, type ScreeningFields } from './fields.js'
import { handout } from './handout.js'
import { teaching } from './texts/teaching.js'
import { view } from './view.js'

/** Screening customers by weighted score (S1, 客戶篩選). */
export const page: Page<ScreeningFields, Screening> = {
  defaults,
  teaching,
  compute: computeScreening,
  view,
  handout,
  code,
  policy: (_, { scorecard }) => scorecard,
}
