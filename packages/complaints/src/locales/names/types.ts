import type { Comparison } from '@clientele/core'
import type { ComplaintContent } from '../../commands/types.js'

/** A name that means something to the verbs, whatever the definition. */
type WellKnownName =
  | 'recordComplaint'
  | 'proposeSolution'
  | 'approveSolution'
  | 'migrateComplaint'
  | 'ComplaintRecorded'
  | 'SolutionProposed'
  | 'SolutionApproved'
  | 'ComplaintMigrated'
  | 'proposer'
  | 'recorder'
  | 'complaint'
  | 'customer'
  | 'content'
  | 'description'
  | 'remedy'
  | 'amount'
  | 'currency'
  | 'paidToCustomer'
  | 'into'

/** A place in what conditions see that has a name of its own. */
type KnownPath =
  | 'command.at'
  | 'command.by.id'
  | 'command.by.role'
  | 'command.by.department'
  | 'state.complaint'
  | 'state.cycle'
  | 'state.step'
  | 'state.sequence'
  | 'state.openedAt'
  | 'state.enteredAt'
  | 'state.updatedAt'
  | 'state.proposal.remedy'
  | 'state.proposal.amount'
  | 'state.proposal.currency'
  | 'state.proposal.by.id'

/** A text for each way to compare. */
export type ComparisonTexts = { readonly [Operator in Comparison['operator']]: string }

/** A text for each way to order dates. */
export type DateTexts = { readonly [Operator in 'at-least' | 'at-most' | 'above' | 'below']: string }

/** What commands, events, fields, people and values are called, and conditions in words. */
export interface NamesLocale {
  readonly names: {
    /** What is called so unless the definition's `terms` say otherwise. */
    readonly wellKnown: { readonly [Name in WellKnownName]: string }
    readonly contents: { readonly [Content in ComplaintContent]: string }
    readonly actor: string
    readonly actorOfDepartment: string
    /** Whoever gave a command, or brought an event about. */
    readonly whoever: string
    /** A name and its number. */
    readonly numbered: string
    /** Before the last of several that are to choose from, and that all hold. */
    readonly or: string
    readonly and: string
    /** Instead of a list of nothing. */
    readonly none: string
    readonly quoted: string
  }
  readonly values: {
    readonly yes: string
    readonly no: string
    /** Instead of what is null, or empty. */
    readonly nothing: string
    readonly field: string
    readonly fieldSeparator: string
    /** A value that has fields of its own. */
    readonly record: string
    /** A value that lies too deep to be shown. */
    readonly deeper: string
  }
  readonly conditions: {
    readonly comparisons: ComparisonTexts
    /** What must not hold. */
    readonly opposites: ComparisonTexts
    /** The same of dates; and that something is a date at all. */
    readonly dates: DateTexts
    readonly oppositeDates: DateTexts
    readonly isDate: string
    readonly isNoDate: string
    readonly happened: string
    readonly notHappened: string
    /** A part of what is known of an event. */
    readonly factPart: string
    readonly paths: { readonly [Path in KnownPath]: string }
    /** Several conditions as a part of another. */
    readonly group: string
  }
}
