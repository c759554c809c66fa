import type { ExposureDiagnosis, ExposurePart } from '../../exposure/types.js'
import type { LimitReason, LimitRule } from '../../limits/types.js'
import type { BreachCode } from '../../orders/policyTypes.js'
import type { OrderDecision, OrderDiagnosis, ReleaseRefusal } from '../../orders/types.js'
import type { ItemDiagnosis } from '../../receivables/types.js'

/** The wording of credit decisions: exposure, orders and limits. */
export interface OrdersLocale {
  readonly exposure: {
    readonly total: string
    /** Which company gives the credit, where it is told. */
    readonly company: string
    readonly parts: { readonly [Part in ExposurePart]: string }
    /** A part that counts; one that lowers the exposure; and one that does not count. */
    readonly counted: string
    readonly deducted: string
    readonly notCounted: string
    /** The parts that count and are 0. */
    readonly nothingIn: string
    readonly diagnoses: { readonly [Code in Exclude<ExposureDiagnosis['code'], ItemDiagnosis['code']>]: string }
    readonly chart: {
      readonly exposure: string
      readonly order: string
      readonly total: string
      readonly thisOrder: string
      readonly together: string
      /** What exposure and order come to, where it is above the limit. */
      readonly over: string
      readonly limit: string
      readonly unlimited: string
    }
  }
  readonly orderDecision: {
    /** What was decided; `released` is said of an order that passes because what held it was released. */
    readonly decisions: { readonly [Decision in OrderDecision['decision'] | 'released']: string }
    /** The order's amount where it is in another currency than the exposure. */
    readonly converted: string
    readonly exposure: string
    /** What is left before the order and after it; before it alone; nothing; and less than nothing. */
    readonly leftAfter: string
    readonly left: string
    readonly nothingLeft: string
    readonly exceeded: string
    readonly unlimited: string
    /** Where the order goes beyond a limit that the policy does not check. */
    readonly beyondUnminded: string
    /** What stands in the way, and what becomes of it. */
    readonly breach: string
    readonly breachNames: { readonly [Code in BreachCode]: string }
    /** `over-limit` where the excess is not told in percent, `overdue` where any amount will do, `report-missing` where any report would do. */
    readonly breaches: { readonly [Code in BreachCode]: string }
    readonly overLimitByRate: string
    readonly overdueMinimum: string
    /** No report where one so deep is asked for, and one that is not so deep. */
    readonly reportNeeded: string
    readonly reportTooShallow: string
    /** A grade that is not among those that are asked for. */
    readonly gradeNotAmong: string
    /** `below-standard` where it is not known: no grade at all, and one alone where a rating would tell. */
    readonly noGrade: string
    readonly gradeAlone: string
    readonly released: string
    readonly releasable: string
    readonly releasableByNobody: string
    readonly refused: string
    /** What would hold an order that is refused for something else. */
    readonly holdsAlone: string
    /** A role, and until when it may release. */
    readonly offer: string
    /** Who may release all that holds an order, where that are several things. */
    readonly releasesAll: string
    readonly nobodyReleasesAll: string
    /** Where nobody may release one of several things that hold an order. */
    readonly cannotPass: string
    /** How long and up to which amount an order passes: by one release alone, and by several. */
    readonly releaseAlone: string
    readonly release: string
    /** A release that lets nothing pass; one that lets a part pass; and one where there is nothing to release. */
    readonly refusedRelease: string
    readonly partialRelease: string
    readonly needlessRelease: string
    readonly refusals: { readonly [Code in Exclude<ReleaseRefusal['code'], 'other-order'>]: string }
    /** How many releases are for other orders. */
    readonly otherOrders: string
    readonly excessTooGreatByRate: string
    /** Where the percentage would be rounded to no more than the role may release. */
    readonly excessJustTooGreat: string
    /** Who may release what a release does not. */
    readonly may: string
    readonly nobodyMay: string
    /** Between the reasons of one release. */
    readonly reasonSeparator: string
    readonly diagnoses: { readonly [Code in Exclude<OrderDiagnosis['code'], ExposureDiagnosis['code']>]: string }
    /** `standard-unknown` of a customer who has a grade. */
    readonly gradeUnknown: string
  }
  readonly suggestedLimit: {
    readonly suggested: string
    readonly none: string
    readonly roundedDown: string
    readonly rules: { readonly [Type in LimitRule['type']]: string }
    readonly reasons: { readonly [Code in LimitReason['code']]: string }
    /** `share-of-net-worth` of one that is not above 0. */
    readonly noNetWorth: string
  }
}
