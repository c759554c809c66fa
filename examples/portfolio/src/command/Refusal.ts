import type { Issue, JsonValue } from '@clientele/core'
import type { RefusalCode } from '../texts/types.js'

/** Why the command cannot do its work: the user is told, and sees no stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly params: { readonly [name: string]: JsonValue }
  readonly issues: readonly Issue[]

  constructor(code: RefusalCode, params: { readonly [name: string]: JsonValue }, issues: readonly Issue[] = []) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
    this.issues = issues
  }
}
