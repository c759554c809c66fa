import type { Issue } from '@clientele/core'
import { explainIssue } from '@clientele/core/explain'
import { en } from '@clientele/core/locales/en'
import { zhCN } from '@clientele/core/locales/zh-CN'
import type { Language } from '../pages/types.js'

const locales = { en, 'zh-CN': zhCN }

/** What is wrong with an input, in the package's own words. */
export function describeIssue(issue: Issue, language: Language): string {
  return explainIssue(issue, locales[language])
}
