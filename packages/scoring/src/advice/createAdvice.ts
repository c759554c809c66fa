import type { Issue, JsonValue, Path } from '@clientele/core'
import { formatMessage } from '@clientele/core/checks'
import { type AdviceCode, type AdviceParams, adviceMessages } from './adviceMessages.js'

/** Makes an advice, with its English message. */
export function createAdvice<Code extends AdviceCode>(code: Code, path: Path, params: AdviceParams[Code]): Issue {
  const facts = params as { readonly [name: string]: JsonValue }
  return { code, path, message: formatMessage(adviceMessages[code], facts), params: facts }
}
