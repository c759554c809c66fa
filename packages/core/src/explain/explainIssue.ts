import type { Issue, IssueCode } from '../issues/types.js'
import { wordIssue } from '../issues/wordIssue.js'
import { en } from '../locales/en.js'
import type { CoreLocale } from '../locales/types.js'

/**
 * Says in a language what is wrong with an input.
 *
 * @param issue - One of the issues that an error or a rejected row carries.
 * @param locale - The language; English unless given.
 * @returns What is wrong and what is allowed, without the path; the issue's own English message where the locale lacks its code.
 * @example
 * import { checkCondition } from '@clientele/core'
 * import { explainIssue } from '@clientele/core/explain'
 * import { zhCN } from '@clientele/core/locales/zh-CN'
 *
 * const [issue] = checkCondition({ all: [] })
 * issue && explainIssue(issue, zhCN) //=> '不能为空'
 */
export function explainIssue(issue: Issue, locale: CoreLocale = en): string {
  const template = Object.hasOwn(locale.issues, issue.code) ? locale.issues[issue.code as IssueCode] : undefined
  return template === undefined ? issue.message : wordIssue(template, issue.params, locale)
}
