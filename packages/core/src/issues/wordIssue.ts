import { formatMessage } from '../texts/formatMessage.js'
import type { JsonValue } from '../types.js'
import type { ValueKind } from './valueKinds.js'

/** What the wording of issues needs of a language. */
export interface IssueWording {
  readonly listSeparator: string
  /** What a value may have to be. */
  readonly kinds: { readonly [Kind in ValueKind]: string }
}

/** Puts an issue's parameters into the words of a language. */
export function wordIssue(template: string, params: { readonly [name: string]: JsonValue }, { kinds, listSeparator }: IssueWording): string {
  const { expected } = params
  const isKind = typeof expected === 'string' && Object.hasOwn(kinds, expected)
  return formatMessage(template, isKind ? { ...params, expected: kinds[expected as ValueKind] } : params, listSeparator)
}
