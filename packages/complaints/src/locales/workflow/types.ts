import type { ClockState } from '../../workflow/types.js'

/** The wording of how complaints are handled. */
export interface WorkflowLocale {
  /** The textbook's eight steps. */
  readonly textbook: { readonly steps: readonly string[]; readonly step: string }
  readonly process: {
    /** What it is, and how it ends; without an end that can be told. */
    readonly summary: string
    readonly endless: string
    readonly opening: string
    /** A step: with the textbook's step that has been done there, and without. */
    readonly step: string
    readonly plainStep: string
    /** Of a step where complaints are closed. */
    readonly closes: string
    readonly clocks: string
    readonly clock: { readonly [State in ClockState]: string }
    /** A move: who may do what here, and on which condition; what else it needs follows in clauses, then what comes of it, and why it is so. */
    readonly move: string
    readonly openMove: string
    readonly provided: string
    readonly clauseSeparator: string
    readonly clauses: {
      readonly events: string
      readonly fields: string
      readonly notBy: string
    }
    readonly sentence: string
    readonly outcome: string
    readonly newCycleOutcome: string
    readonly destinations: {
      readonly moves: string
      readonly stays: string
      readonly goesBack: string
    }
    readonly why: string
    /** In a step, what is told for several steps at once; and there, for which. */
    readonly shared: string
    readonly alike: string
    readonly limit: string
    readonly limitInAll: string
    readonly limits: string
    readonly migration: string
    readonly migratedStep: string
  }
  readonly path: {
    readonly commands: string
    readonly command: string
    readonly there: string
    readonly unreachable: string
  }
}
