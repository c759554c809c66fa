import { type Issue, type LocalizedText, localizeText, type Path } from '@clientele/core'
import { explainIssue } from '@clientele/core/explain'
import { type Language, locales } from './languages.js'

/** What may be wrong with a request beside what the packages' codes say. */
const wordings = {
  'not-an-id': {
    en: 'must be 1 to 64 letters, digits, ".", "_" or "-", the first a letter or digit',
    'zh-CN': '必须为 1 至 64 个字母、数字、“.”、“_” 或 “-”，首位须为字母或数字',
  },
  'not-a-plain-text': { en: 'must be 1 to 200 characters without control characters', 'zh-CN': '必须为 1 至 200 个字符，不含控制字符' },
  'not-money': { en: 'must be a string such as "1250.50", not below 0', 'zh-CN': '必须为 "1250.50" 形式的字符串，且不小于 0' },
  'not-wanted': { en: 'must be left out: the address says everything', 'zh-CN': '不应给出：地址已说明一切' },
} as const satisfies { readonly [code: string]: LocalizedText }

export type OwnIssueCode = keyof typeof wordings

/** Makes an issue that the packages have no code for. */
export function createOwnIssue(code: OwnIssueCode, path: Path): Issue {
  return { code, path, message: localizeText(wordings[code], 'en'), params: {} }
}

/** An issue in the caller's language. */
export function localizeIssue(issue: Issue, language: Language): Issue {
  const own = Object.hasOwn(wordings, issue.code) ? wordings[issue.code as OwnIssueCode] : undefined
  return { ...issue, message: own === undefined ? explainIssue(issue, locales[language].core) : localizeText(own, language) }
}
