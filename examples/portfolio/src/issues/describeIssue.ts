import type { Issue, Path } from '@clientele/core'
import { explainIssue, formatMessage } from '@clientele/core/explain'
import type { Texts } from '../texts/types.js'

/** Says in a language what is wrong and where: `ratings[0].cuts[2] must be above 90, not 30`. */
export function describeIssue(issue: Issue, texts: Texts): string {
  const own: { readonly [code: string]: string } = texts.issues
  const template = Object.hasOwn(own, issue.code) ? own[issue.code] : undefined
  const explanation = template === undefined ? explainIssue(issue, texts.core) : formatMessage(template, issue.params)
  return `${formatPath(issue.path)} ${explanation}`.trim()
}

function formatPath(path: Path): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`
    return text === '' ? key : `${text}.${key}`
  }, '')
}
