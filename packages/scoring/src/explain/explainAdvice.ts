import type { Issue, JsonValue } from '@clientele/core'
import { checkList, checkRecord, checkText, throwIssues } from '@clientele/core/checks'
import { explainIssue, formatMessage, formatPath } from '@clientele/core/explain'
import type { AdviceCode } from '../advice/adviceMessages.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import { listTexts } from './listTexts.js'
import { shown } from './shown.js'

const NEGATIVE_DECIMAL = /^-\d+(\.\d+)?$/

/**
 * Says in sentences what a document says in vain, and where.
 *
 * @param issues - What {@link lintScorecard} or {@link lintRulebook} returned; issues of a document's check are said as well.
 * @param locale - The language; English unless given.
 * @returns One sentence for each, in their order.
 * @throws {@link InputError} if `issues` is no list of issues.
 * @example
 * import { lintRulebook } from '@clientele/scoring'
 * import { explainAdvice } from '@clientele/scoring/explain'
 * import { zhCN } from '@clientele/scoring/locales/zh-CN'
 *
 * const spends = (value: number) => ({ field: 'spending', operator: 'at-least', value }) as const
 * const rules = [{ id: 'some', when: spends(5), grade: 'B' }, { id: 'much', when: spends(7), grade: 'A' }]
 * const advice = lintRulebook({ kind: 'rulebook', id: 'customers', version: 1, rules, otherwise: { grade: 'C' } })
 * explainAdvice(advice).sentences
 * //=> ['rules[1].when never decides: whenever it is met, an earlier rule is met as well (some).']
 * explainAdvice(advice, zhCN).sentences
 * //=> ['rules[1].when 永远不起作用：凡是它成立时，前面的规则（some）已经成立。']
 */
export function explainAdvice(issues: readonly Issue[], locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  checkIssues(issues)
  return {
    sentences: issues.map((issue) => formatMessage(locale.adviceAt, { place: formatPath(issue.path), advice: wordAdvice(issue, locale) })),
  }
}

function checkIssues(issues: unknown): void {
  const wrong: Issue[] = []
  if (checkList(issues, ['issues'], wrong)) {
    Array.from(issues).forEach((issue, index) => {
      const path = ['issues', index]
      if (!checkRecord(issue, path, wrong)) return
      const { code, path: place, message, params } = { ...issue }
      checkText(code, [...path, 'code'], wrong)
      checkList(place, [...path, 'path'], wrong)
      checkText(message, [...path, 'message'], wrong)
      checkRecord(params, [...path, 'params'], wrong)
    })
  }
  throwIssues(wrong)
}

function wordAdvice(issue: Issue, locale: ScoringLocale): string {
  if (!Object.hasOwn(locale.advice, issue.code)) return explainIssue(issue, locale.core)
  const shownParams = Object.entries(issue.params).map(([name, value]) => [name, showParam(value, locale)])
  return formatMessage(locale.advice[issue.code as AdviceCode], Object.fromEntries(shownParams))
}

function showParam(value: JsonValue, locale: ScoringLocale): JsonValue {
  if (Array.isArray(value)) return listTexts(value.map(String), locale)
  return typeof value === 'string' && NEGATIVE_DECIMAL.test(value) ? shown(value) : value
}
