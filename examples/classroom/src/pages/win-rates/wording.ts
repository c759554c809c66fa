import type { FunnelLocale } from '@clientele/funnel/explain'
import { en } from '@clientele/funnel/locales/en'
import { zhCN } from '@clientele/funnel/locales/zh-CN'
import type { Language } from '../types.js'

/** What is of no interest of eight deals in one stage, without amounts and reasons, is not said. */
function withoutDetails(locale: FunnelLocale): FunnelLocale {
  const { measure, curve } = locale
  const nothing = { lossesByStage: '', lossesByReason: '', stage: '', rates: '', rateDecided: '', ratesUndecided: '' }
  return {
    ...locale,
    measure: { ...measure, ...nothing, diagnoses: { ...measure.diagnoses, 'still-open': '', 'without-reason': '', 'without-amount': '' } },
    curve: { ...curve, summary: '', through: '', milestones: { 'aalen-johansen': '', 'kaplan-meier': '' } },
  }
}

/** The packages' wording. */
export const locales: { readonly [L in Language]: FunnelLocale } = { en: withoutDetails(en), 'zh-CN': withoutDetails(zhCN) }

/** The sentences that say anything. */
export function toldOf({ sentences }: { readonly sentences: readonly string[] }): readonly string[] {
  return sentences.filter((sentence) => sentence.trim() !== '')
}
