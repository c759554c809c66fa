import type { DefinitionChange, StuckReason } from '../../versions/types.js'

/** What of a step, a move or the opening may differ. */
export type DefinitionField =
  | 'title'
  | 'textbook'
  | 'final'
  | 'responsible'
  | 'clocks'
  | 'when'
  | 'needs'
  | 'role'
  | 'notBy'
  | 'emits'
  | 'startsCycle'
  | 'why'

/** The wording of comparisons of definitions. */
export interface VersionsLocale {
  readonly versions: {
    readonly summary: string
    readonly same: string
    readonly changes: { readonly [Code in DefinitionChange['code']]: string }
    readonly fields: { readonly [Field in DefinitionField]: string }
    readonly stuck: string
    readonly reasons: { readonly [Code in StuckReason['code']]: string }
    /** `no-way-out` where no event is lacking: nothing leads on. */
    readonly noMoves: string
    readonly migrated: string
    readonly kept: string
    /** A limit: without and with what was paid before; none where the role has limits in other currencies; none at all. */
    readonly limit: string
    readonly limitInAll: string
    readonly nothing: string
    readonly noLimit: string
  }
}
