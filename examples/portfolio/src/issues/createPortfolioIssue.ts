import type { Issue, JsonValue, Path } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import { en } from '../texts/en.js'
import type { PortfolioIssueCode } from '../texts/types.js'

/** Makes an issue that only this example knows, with its English message. */
export function createPortfolioIssue(code: PortfolioIssueCode, path: Path, params: { readonly [name: string]: JsonValue }): Issue {
  return { code, path, message: formatMessage(en.issues[code], params), params }
}
