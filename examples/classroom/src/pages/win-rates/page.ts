import type { Page } from '../types.js'
import { code } from './code.js'
import { computeWinRates, type WinRates } from './computeWinRates.js'
import { pipeline } from './deals.js'
import { defaults, type WinRatesFields } from './fields.js'
import { teaching } from './texts/teaching.js'
import { handout, view } from './view.js'

/** Eight deals, four win rates (S1, 漏斗理論; S3, 漏斗分析). */
export const page: Page<WinRatesFields, WinRates> = {
  defaults,
  teaching,
  compute: computeWinRates,
  view,
  handout,
  code,
  policy: () => pipeline,
}
