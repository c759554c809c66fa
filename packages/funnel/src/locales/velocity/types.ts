/** The wording of how much a pipeline brings a day. */
export interface VelocityLocale {
  readonly velocity: {
    readonly perDay: string
    readonly nothing: string
    readonly factors: string
    readonly cycle: string
  }
}
