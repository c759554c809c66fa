import type { CalendarDate, DecimalInput, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'

/** Points that a member has, or is expected to get. */
export interface PointsEntry {
  readonly date: CalendarDate
  /** Of any sign: points may be taken back. */
  readonly points: DecimalInput
  /** Whether they are expected, such as those of travel that is booked; false unless given. */
  readonly forecast?: boolean | undefined
}

/** A member of a programme. */
export interface LevelMember {
  readonly customer: string
  /** In any order; several may have the same date. */
  readonly points: readonly PointsEntry[]
  /** The previous level, if any. */
  readonly level?: string | null | undefined
  /** Since when, not after `asOf`; only with a level. */
  readonly since?: CalendarDate | null | undefined
}

/** A level from so many points on. */
export interface ProgrammeLevel {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** Below that of the level before. */
  readonly from: DecimalInput
}

/** How points become levels. */
export interface LevelProgramme {
  readonly kind: 'level-programme'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /**
   * An ISO 8601 duration in years, months, weeks and days, longer than nothing: points of the past count for so long, those expected count so far ahead,
   * and a level once reached is kept for so long.
   */
  readonly period: string
  /** From the top. */
  readonly levels: readonly ProgrammeLevel[]
  /** How much of the expected points counts, 0 to 100; 0 unless given. */
  readonly countForecastPercent?: DecimalInput | undefined
  /** Whether a member falls by one level at a time; false unless given. */
  readonly softLanding?: boolean | undefined
}

/** On which day levels are assigned. */
export interface LevelOptions {
  readonly asOf: CalendarDate
}

/** Why a member has a level. */
export type LevelReason =
  /** The points reach it. */
  | { readonly code: 'level-reached'; readonly params: { readonly level: string; readonly from: DecimalString } }
  | { readonly code: 'no-level-reached'; readonly params: { readonly lowest: string; readonly from: DecimalString } }
  /** The points reach a lower level or none, but the previous level is kept for its period. */
  | { readonly code: 'level-kept'; readonly params: { readonly level: string; readonly until: CalendarDate; readonly earned: string | null } }
  /**
   * The points reach a lower level or none, and the period is over, or since when the previous level was held is not known: the level is the one below
   * the previous level.
   */
  | { readonly code: 'soft-landing'; readonly params: { readonly from: string; readonly level: string | null; readonly earned: string | null } }
  /** The same where there is no soft landing: the level is the one that the points reach. */
  | { readonly code: 'level-lost'; readonly params: { readonly from: string; readonly level: string | null } }
  | { readonly code: 'level-gained'; readonly params: { readonly from: string | null; readonly level: string } }
  /** The points expected within the period, and how much of them counts; nothing at 0 percent. */
  | {
      readonly code: 'forecast-counted'
      readonly params: { readonly points: DecimalString; readonly percent: DecimalString; readonly counted: DecimalString }
    }
  /** Expected points that do not count: their day has passed, or lies further ahead than the period. */
  | { readonly code: 'forecast-left-out'; readonly params: { readonly count: number } }
  /** Points that do not count: dated later than `asOf` and not expected, or older than the period. */
  | { readonly code: 'points-left-out'; readonly params: { readonly later: number; readonly older: number } }

/** A member's level. */
export interface LevelAssignment {
  readonly customer: string
  readonly asOf: CalendarDate
  /** Null where the points reach none. */
  readonly level: string | null
  /** What counts: past and expected points together. */
  readonly points: DecimalString
  readonly pastPoints: DecimalString
  readonly forecastPoints: DecimalString
  /** The level that the points alone reach. */
  readonly earned: string | null
  /** The next better level than `level`, and how many points are lacking; null at the top. */
  readonly toNext: { readonly level: string; readonly from: DecimalString; readonly lacking: DecimalString } | null
  /** Since when the level is held: `asOf` where it is new; null where there is none, or where that is not known. */
  readonly since: CalendarDate | null
  /** The last day on which the level is kept if no points come other than those that count on `asOf`; null where there is none, or no end. */
  readonly keepsUntil: CalendarDate | null
  readonly reasons: readonly LevelReason[]
  readonly policies: readonly PolicyReference[]
}

/** A member's level, and what was lost. */
export interface LossCase {
  readonly level: string
  /** Below 0 what was won. */
  readonly loss: DecimalInput
}

/** How much of a loss a level gives back. */
export interface RebateLevel {
  readonly id: string
  readonly title?: LocalizedText | undefined
  /** 0 to 100. */
  readonly percent: DecimalInput
}

/** How much of their losses is given back to whom. */
export interface LossRebate {
  readonly kind: 'loss-rebate'
  readonly id: string
  readonly version: string | number
  readonly format?: 1 | undefined
  readonly title?: LocalizedText | undefined
  /** An ISO 4217 code; where it is left out, amounts are not rounded. */
  readonly currency?: string | undefined
  /** From the top; no level has a smaller percentage than the one below it. */
  readonly levels: readonly RebateLevel[]
  /** Whether it is given in goods and services, and not in money; true unless given. */
  readonly inKind?: boolean | undefined
}

/** What is given back. */
export interface Rebate {
  readonly level: string
  readonly loss: DecimalString
  readonly percent: DecimalString
  /** Rounded half-up to the currency's minor digits, but never more than the loss; 0 where nothing was lost. */
  readonly amount: DecimalString
  readonly currency?: string
  readonly inKind: boolean
  readonly policies: readonly PolicyReference[]
}
