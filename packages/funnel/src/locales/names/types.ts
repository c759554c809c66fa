/** What things are called. */
export interface NamesLocale {
  readonly names: {
    readonly quoted: string
    /** What became of a closed deal. */
    readonly outcomes: { readonly won: string; readonly lost: string }
    /** One of several, how many of them there are, and which part of all. */
    readonly bar: string
    /** An amount that states no currency. */
    readonly amountOnly: string
    /** What stands for a lost deal that states no reason, or never was in a stage; and for the deals that state nothing of what groups are told apart by. */
    readonly noReason: string
    readonly noStage: string
    readonly noGroup: string
    /** What stands for those of no group, where nobody knows what groups are told apart by. */
    readonly ungrouped: string
    /** An amount or a number that is near to 0. */
    readonly lessThan: string
    /** A share in percent, told as it is, or only below or above what. */
    readonly percent: { readonly is: string; readonly below: string; readonly above: string }
  }
}
