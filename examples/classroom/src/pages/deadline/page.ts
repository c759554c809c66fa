import type { Page } from '../types.js'
import { code } from './code.js'
import { computeDeadline, type Deadline } from './computeDeadline.js'
import { type DeadlineFields, defaults } from './fields.js'
import { teaching } from './texts/teaching.js'
import { handout, view } from './view.js'

/** By when an answer is due (S1, 客戶投訴管理: act in time), day by day. */
export const page: Page<DeadlineFields, Deadline> = {
  defaults,
  teaching,
  compute: computeDeadline,
  view,
  handout,
  code,
  policy: (_, { calendar }) => calendar,
}
