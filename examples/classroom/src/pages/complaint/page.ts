import { eightSteps } from '@clientele/complaints/templates'
import type { Page } from '../types.js'
import { code } from './code.js'
import { type Complaint, computeComplaint } from './computeComplaint.js'
import { type ComplaintFields, defaults } from './fields.js'
import { handout } from './handout.js'
import { teaching } from './texts/teaching.js'
import { view } from './view.js'

/** A complaint handled in eight steps (S1, 客戶投訴管理). */
export const page: Page<ComplaintFields, Complaint> = {
  defaults,
  teaching,
  compute: computeComplaint,
  view,
  handout,
  code,
  policy: () => eightSteps,
}
