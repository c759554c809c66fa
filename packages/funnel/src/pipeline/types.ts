import type { JsonValue, LocalizedText } from '@clientele/core'

/** What a deal must have to enter a stage, or why one was lost: its id, and what it is called. */
export interface NamedEntry {
  readonly id: string
  readonly title?: LocalizedText | undefined
}

/** Something for the host to do when a deal enters a stage: the name of it, and whatever else the host needs to know. */
export interface StageEffect {
  readonly effect: string
  readonly [field: string]: JsonValue
}

/** A stage of a pipeline: a milestone, not an activity. */
export interface PipelineStage {
  /** Neither that of another stage nor the name of an outcome. */
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** The part of the funnel: acquiring, nurturing or closing (textbook S2). */
  readonly band?: 'top' | 'middle' | 'bottom' | undefined
  /** What a deal needs to enter the stage: a text stands for an entry with that id. */
  readonly evidence?: readonly (string | NamedEntry)[] | undefined
  /** How likely a deal of the stage is won, from 0 to 100 (`"25"` is 25 %); null or left out: unknown, which is not 0. */
  readonly winPercent?: string | number | null | undefined
  readonly onEnter?: readonly StageEffect[] | undefined
}

/** The stages that deals pass on their way to being won or lost. */
export interface Pipeline {
  readonly kind: 'pipeline'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** In their order, at least one, at most 250. */
  readonly stages: readonly PipelineStage[]
  /** What a change says it leads to when the deal is won: `won`, or another name that is no stage's. */
  readonly won: string
  readonly lost: string
  /** Why deals are lost: a text stands for an entry with that id. */
  readonly lossReasons: readonly (string | NamedEntry)[]
  /** Whether a deal may enter a stage without having entered all those before it. */
  readonly skips: 'allow' | 'refuse'
  /** Whether a deal may go back to an earlier stage. */
  readonly regressions: 'allow' | 'refuse'
  /** Whether a deal that is won or lost may come back to a stage: `allow` unless given. */
  readonly reopenings?: 'allow' | 'refuse' | undefined
  /** Whether a lost deal must say why: `optional` unless given. */
  readonly lossReason?: 'required' | 'optional' | undefined
  /** The ISO 4217 code of amounts that state none. */
  readonly currency?: string | undefined
}
