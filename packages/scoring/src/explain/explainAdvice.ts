import type { Issue, JsonValue, Path } from '@clientele/core'
import { checkList, checkRecord, checkText, ownValue, reportType, throwIssues } from '@clientele/core/checks'
import { explainIssue, formatMessage, formatPath, listTexts, shown } from '@clientele/core/explain'
import type { AdviceCode } from '../advice/adviceMessages.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'

const NEGATIVE_DECIMAL = /^-\d+(\.\d+)?$/

/**
 * Says in sentences what a document says in vain, and where.
 *
 * @param issues - What {@link lintScorecard} or {@link lintRulebook} returned; issues of a document's check are said as well.
 * @param locale - The language; English unless given.
 * @returns One sentence for each, in their order.
 * @throws {@link InputError} if `issues` is no list of issues, or one of them lacks what the words for its code need.
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
 * //=> ['rules[1].when 永远不起作用：凡它成立时，前面的规则（some）中必有一条已经成立。']
 */
export function explainAdvice(issues: readonly Issue[], locale: ScoringLocale = en): { readonly sentences: readonly string[] } {
  checkIssues(issues, locale)
  return {
    sentences: issues.map((issue) => formatMessage(locale.adviceAt, { place: formatPath(issue.path), advice: wordAdvice(issue, locale) })),
  }
}

function checkIssues(issues: unknown, locale: ScoringLocale): void {
  const wrong: Issue[] = []
  if (checkList(issues, ['issues'], wrong)) Array.from(issues).forEach((issue, index) => checkIssue(issue, ['issues', index], wrong, locale))
  throwIssues(wrong)
}

function checkIssue(issue: unknown, path: Path, wrong: Issue[], locale: ScoringLocale): void {
  if (!checkRecord(issue, path, wrong)) return
  const { code, path: place, message, params } = { ...issue }
  const known = checkText(code, [...path, 'code'], wrong) ? templateOf(code, locale) : undefined
  if (checkList(place, [...path, 'path'], wrong)) Array.from(place).forEach((key, index) => checkKey(key, [...path, 'path', index], wrong))
  checkText(message, [...path, 'message'], wrong)
  if (checkRecord(params, [...path, 'params'], wrong)) {
    for (const name of namesIn(known ?? '')) checkParam(ownValue(params, name), [...path, 'params', name], wrong)
  }
}

function checkKey(key: unknown, path: Path, wrong: Issue[]): void {
  if (typeof key !== 'string' && typeof key !== 'number') reportType(key, path, wrong, 'string-or-number')
}

/** Checks what a placeholder is filled with: a scalar or a list of them. */
function checkParam(value: unknown, path: Path, wrong: Issue[]): void {
  if (Array.isArray(value)) Array.from(value).forEach((one, index) => checkScalar(one, [...path, index], wrong))
  else checkScalar(value, path, wrong)
}

function checkScalar(value: unknown, path: Path, wrong: Issue[]): void {
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) reportType(value, path, wrong, 'scalar')
}

/** The words for a code, if there are any. */
function templateOf(code: string, { advice, core }: ScoringLocale): string | undefined {
  const templates: { readonly [code: string]: string } = Object.hasOwn(advice, code) ? advice : core.issues
  return Object.hasOwn(templates, code) ? templates[code] : undefined
}

function namesIn(template: string): readonly string[] {
  return Array.from(template.matchAll(/\{(\w+)\}/g), ([, name]) => name as string)
}

function wordAdvice(issue: Issue, locale: ScoringLocale): string {
  if (!Object.hasOwn(locale.advice, issue.code)) return explainIssue(issue, locale.core)
  const shownParams = Object.entries(issue.params).map(([name, value]) => [name, showParam(value, locale)])
  return formatMessage(locale.advice[issue.code as AdviceCode], Object.fromEntries(shownParams))
}

function showParam(value: JsonValue, locale: ScoringLocale): JsonValue {
  if (Array.isArray(value)) return listTexts(value.map(String), locale.core)
  return typeof value === 'string' && NEGATIVE_DECIMAL.test(value) ? shown(value) : value
}
