import type { JsonValue, Path } from '../types.js'
import { issueMessages } from './issueMessages.js'
import type { Issue, IssueCode, IssueParams } from './types.js'
import { valueKinds } from './valueKinds.js'
import { wordIssue } from './wordIssue.js'

const english = { kinds: valueKinds, listSeparator: ', ' }

/** Makes an issue of the shared catalogue, with its English message. */
export function createIssue<Code extends IssueCode>(code: Code, path: Path, params: IssueParams[Code]): Issue {
  const facts = params as { readonly [name: string]: JsonValue }
  return { code, path, message: wordIssue(issueMessages[code], facts, english), params: facts }
}
