import type { AttritionDiagnosis, AttritionSignal } from '../../attrition/types.js'
import type { MigrationDiagnosis } from '../../migration/types.js'
import type { RetierDiagnosis, RetierReason, TierMove } from '../../retiering/types.js'

/** The wording of re-tiering, migration, projection, equity and attrition. */
export interface MovementLocale {
  readonly retiering: {
    readonly run: string
    /** How many went from which tier to which; of new ones into which. */
    readonly flows: { readonly [Type in 'up' | 'down' | 'new']: string }
    /** What becomes of a customer. */
    readonly moves: { readonly [Type in TierMove['type']]: string }
    readonly valueUnknown: string
    readonly reasons: { readonly [Code in Exclude<RetierReason['code'], 'value-missing'>]: string }
    /** `first-tier` where the tier asks for nothing. */
    readonly firstInLast: string
    readonly valueMissing: { readonly [Counted in 'asZero' | 'held']: string }
    /** `between-cuts` where there is only one tier. */
    readonly onlyTier: string
    /** On which day a customer that is held may fall. */
    readonly mayFallFrom: string
    /** What it takes to rise, to fall, and not to fall where the value is too low already. */
    readonly rise: string
    readonly fall: string
    readonly fallNow: string
    readonly recover: string
    /** The same where the value is not known. */
    readonly riseFrom: string
    readonly fallBelow: string
    readonly diagnoses: { readonly [Code in Exclude<RetierDiagnosis['code'], 'customers-without-value'>]: string }
    readonly withoutValue: { readonly [Counted in 'asZero' | 'held']: string }
  }
  readonly migration: {
    readonly total: string
    readonly nobody: string
    /** Where the customers of a tier went, and one such tier. */
    readonly tier: string
    readonly place: string
    readonly placeSeparator: string
    readonly diagnoses: { readonly [Code in MigrationDiagnosis['code']]: string }
    /** `customers-gone` where they are left out. */
    readonly goneLeftOut: string
    /** `tier-unknown` where its customers are taken to stay. */
    readonly unknownStays: string
    readonly chart: { readonly [Part in 'title' | 'before' | 'after' | 'rate' | 'count' | 'nobody']: string }
  }
  readonly projection: {
    readonly periods: string
    readonly tier: string
    readonly chart: { readonly [Part in 'title' | 'period' | 'customers' | 'tier']: string }
  }
  readonly equity: {
    readonly total: string
    readonly tier: string
    /** Where all customers of a tier are a part of the total. */
    readonly tierWithShare: string
  }
  readonly attrition: {
    readonly looked: string
    readonly level: string
    readonly customer: string
    readonly action: string
    readonly signals: { readonly [Type in AttritionSignal['type']]: string }
    /** What is added to a signal: that only some types of activity count, and which it is. */
    readonly onlyTypes: string
    readonly ofSignal: string
    readonly activityType: string
    readonly typeSeparator: string
    /** What a signal is called. */
    readonly signalNames: { readonly [Type in AttritionSignal['type']]: string }
    readonly diagnoses: { readonly [Code in AttritionDiagnosis['code']]: string }
  }
}
