import { localizeText } from '@clientele/core'
import type { ScoringLocale } from '@clientele/scoring/explain'
import { en } from '@clientele/scoring/locales/en'
import { zhCN } from '@clientele/scoring/locales/zh-CN'
import type { Language } from '../types.js'
import { type CriterionId, chapterCard } from './chapter.js'
import { english } from './texts/en.js'
import type { ScreeningTexts } from './texts/types.js'
import { chinese } from './texts/zh-CN.js'

/** What the page says, by language. */
export const texts: { readonly [L in Language]: ScreeningTexts } = { en: english, 'zh-CN': chinese }

/** What the package says. */
export const locales: { readonly [L in Language]: ScoringLocale } = { en, 'zh-CN': zhCN }

/** The criteria's titles, in their order. */
export function titlesIn(language: Language): readonly { readonly id: CriterionId; readonly title: string }[] {
  return chapterCard.criteria.map(({ id, title }) => ({ id: id as CriterionId, title: localizeText(title ?? id, language) }))
}
