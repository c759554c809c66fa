import { type CodeChecks, checkCount } from '@clientele/core/checks'
import type { ItemDiagnosis } from '../receivables/types.js'

/** Checks of what is to be known about open items. */
export const itemDiagnoses: CodeChecks<ItemDiagnosis> = {
  'rows-rejected': { rejected: checkCount, items: checkCount },
  'items-after-as-of': { count: checkCount },
  'applications-after-as-of': { count: checkCount },
}
