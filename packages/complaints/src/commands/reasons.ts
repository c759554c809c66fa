import type { LocalizedText } from '@clientele/core'
import type { ComplaintState } from '../history/types.js'
import type { ReadMove, ReadWorkflow } from '../workflow/compiled.js'
import type { ReadCommand } from './readCommand.js'
import type { RefusalReason } from './types.js'

/** A command, where the complaint stands, and how complaints are handled. */
export interface Situation {
  readonly command: ReadCommand
  readonly state: ComplaintState
  readonly workflow: ReadWorkflow
}

/** Why a move is as it is, where it says so. */
export function whyOf({ why }: Pick<ReadMove, 'why'>): { readonly why?: LocalizedText } {
  return why === undefined ? {} : { why }
}

/** The reason for a field that is lacking. */
export function lacksField(need: string, move?: ReadMove): RefusalReason {
  return { code: 'evidence', params: { need, type: 'field', ...(move && whyOf(move)) } }
}

/** Reasons, each once, whatever moves give as why. */
export function withoutRepeats(reasons: readonly RefusalReason[]): readonly RefusalReason[] {
  const seen = new Set<string>()
  return reasons.filter(({ code, params }) => {
    const name = JSON.stringify([code, { ...params, why: undefined }])
    return !seen.has(name) && seen.add(name)
  })
}
