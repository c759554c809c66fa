/** The wording of where a complaint stands, and of its history. */
export interface HistoryLocale {
  readonly standing: {
    readonly open: string
    readonly closed: string
    readonly responsible: string
    readonly nobody: string
    /** Which of the textbook's steps is done, and which are still to come. */
    readonly done: string
    readonly ahead: string
    readonly nothingAhead: string
    /** The solution that is proposed: what it costs, or that it costs nothing. */
    readonly proposal: string
    readonly freeProposal: string
    readonly goesBack: string
    readonly cycle: string
    readonly happened: string
    /** When it was recorded; with whose it is and what it is about, where that is known. */
    readonly opened: string
    readonly openedPlain: string
    /** Events of the last command that are missing. */
    readonly incomplete: string
    readonly possible: string
    readonly impossible: string
  }
  readonly events: {
    /** An event with what its command told, and without. */
    readonly told: string
    readonly plain: string
    /** Where the complaint stands after it. */
    readonly begins: string
    readonly moves: string
    readonly stays: string
    /** Before where it stands: that a new cycle has begun, that another version holds from now on. */
    readonly newCycle: string
    readonly migrated: string
  }
}
