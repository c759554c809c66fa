import type { CoreLocale } from '@clientele/core/explain'
import type { LifetimeLocale } from './lifetime/types.js'
import type { MembersLocale } from './members/types.js'
import type { MovementLocale } from './movement/types.js'
import type { RetentionLocale } from './retention/types.js'
import type { RfmLocale } from './rfm/types.js'
import type { TiersLocale } from './tiers/types.js'

/** The wording of one language, as plain data: templates with `{placeholders}`. */
export interface TieringLocale extends LifetimeLocale, MembersLocale, MovementLocale, RetentionLocale, RfmLocale, TiersLocale {
  /** The BCP 47 tag by which titles are picked. */
  readonly languageTag: string
  /** The wording of issues, lists and numbers of days. */
  readonly core: CoreLocale
  /** An amount with its currency. */
  readonly money: string
}
