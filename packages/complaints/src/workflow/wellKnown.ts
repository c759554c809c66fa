/** A command and its event that mean something to the verbs, whatever the definition: a definition with other names has them by either. */
export interface WellKnown {
  readonly command: string
  readonly event: string
}

/** Opens a complaint. */
export const recording: WellKnown = { command: 'recordComplaint', event: 'ComplaintRecorded' }

/** Whose event carries the remedy, and what it costs. */
export const proposing: WellKnown = { command: 'proposeSolution', event: 'SolutionProposed' }

/** What limits apply to. */
export const approving: WellKnown = { command: 'approveSolution', event: 'SolutionApproved' }

/** Begins the next cycle. */
export const reopening: WellKnown = { command: 'reopen', event: 'ComplaintReopened' }

/** Brings a complaint under another version of its definition; no definition has it. */
export const migrating: WellKnown = { command: 'migrateComplaint', event: 'ComplaintMigrated' }

/** Names of people in `notBy`. */
export const people: ReadonlyMap<string, WellKnown> = new Map([
  ['proposer', proposing],
  ['recorder', recording],
])

/** Where moves lead that do not name a step. */
export const STAY = '.'
export const PREVIOUS = '@previous'

/** Keys of events that no command may carry as fields. */
export const eventKeys: readonly string[] = ['sequence', 'definition', 'step', 'cycle', 'command', 'following']
