import { formatMessage } from '../texts/formatMessage.js'
import type { JsonValue, Path } from '../types.js'
import { issueMessages } from './issueMessages.js'
import type { Issue, IssueCode, IssueParams } from './types.js'

/** Makes an issue of the shared catalogue, with its English message. */
export function createIssue<Code extends IssueCode>(code: Code, path: Path, params: IssueParams[Code]): Issue {
  const facts = params as { readonly [name: string]: JsonValue }
  return { code, path, message: formatMessage(issueMessages[code], facts), params: facts }
}
