import type { RefusalReason } from '../../commands/types.js'

/** The wording of decisions, and of what can be done. */
export interface CommandsLocale {
  readonly decision: {
    readonly accepted: string
    readonly refused: string
    /** Where the complaint stands now: open, or closed. */
    readonly stands: string
    readonly closed: string
    readonly newCycle: string
    readonly migrated: string
  }
  readonly refusals: { readonly [Code in Exclude<RefusalReason['code'], 'evidence'>]: string } & {
    readonly evidence: { readonly field: string; readonly event: string }
    /** `conflict` where the command was given on more events than there are. */
    readonly ahead: string
    /** `unknown-command` where there are no commands; `closed` where nothing can be done any more. */
    readonly noCommands: string
    readonly closedForGood: string
    /** `not-in-this-step` where no other step knows the command, and where it is a migration. */
    readonly nowhere: string
    readonly cannotMigrate: string
    /** What a comparison of a condition found: a value, nothing, that an event has happened, or that it has not. */
    readonly actual: string
    readonly actualMissing: string
    readonly actualHappened: string
    readonly actualNotHappened: string
    /** `over-limit` where what was paid before counts, and where the role may approve nothing in the currency. */
    readonly overLimitInAll: string
    readonly noLimit: string
    readonly why: string
  }
  readonly available: {
    readonly possible: string
    readonly nothing: string
    /** Where a command leads: to other steps, to the one where the complaint stands, or to either. */
    readonly leads: string
    readonly stays: string
    readonly leadsOrStays: string
    readonly refused: string
  }
}
