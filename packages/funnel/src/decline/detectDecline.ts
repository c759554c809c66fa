import type { Issue } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { rateChange } from '../change/groupChanges.js'
import { fisherExact } from '../numbers/fisherExact.js'
import { chanceOfDecline } from './chanceOfDecline.js'
import { shownWeek } from './readWeek.js'
import { type GroupedWeek, type GroupedWeeks, readWeekly } from './readWeekly.js'
import type { ConversionDecline, DeclineDiagnosis, DeclineOptions, WeekFigures, WeeklyConversion } from './types.js'

const MOST_WEEKS = 52

/**
 * Tells whether the conversion rate fell in each of the last weeks, how often chance alone does that, and whether it was other groups that came or each that converts less.
 *
 * @param weekly - What came in each week, in any order; of a group, such as a channel, at most once a week. Weeks are all of ISO 8601 (`2024-W05`), or all dates in them (weeks begin on
 * Monday), or all whole numbers that count weeks. In a week 1,000,000,000 may enter.
 * @param options - `weeks`: how many weeks running the rate must have fallen, 1 to 52. The week before them is looked at too.
 * @returns `declining`: whether each rate is lower than the one before, all groups together. `chanceOfThis`: how likely that would be if as many had entered in each week and each had
 * converted with one and the same chance, exact: about 1 / 2 with one fall, 1 / 6 with two, 1 / 24 with three; so that a decline is no news by itself. `pValue`: Fisher's exact test of the
 * first of these weeks against the last. `difference` between those two, parted in `mix` and `rate`, as numbers that add up to the last bit; `causes`: the same by group, which add up to
 * it too. Where the weeks are not all there, or nobody entered in one of them, nothing is said, and `diagnoses` says why.
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see E. M. Kitagawa, "Components of a Difference Between Two Rates", 1955 (mix and rate). R. A. Fisher, *The Design of Experiments*, 1935 (p-value).
 * @example
 * import { detectDecline } from '@clientele/funnel'
 *
 * const weekly = [
 *   { week: '2024-W05', entered: 2, converted: 2 },
 *   { week: '2024-W06', entered: 2, converted: 1 },
 *   { week: '2024-W07', entered: 2, converted: 0 },
 * ]
 * const { declining, chanceOfThis, difference } = detectDecline(weekly, { weeks: 2 })
 * declining //=> true
 * chanceOfThis //=> 0.03125
 * difference //=> -1
 */
export function detectDecline(weekly: readonly WeeklyConversion[], options: DeclineOptions): ConversionDecline {
  const issues: Issue[] = []
  const weeks = readWeeks(options, issues)
  const read = readWeekly(weekly, issues)
  throwIssues(issues)
  const series = lastWeeks(read, weeks)
  const diagnosis = diagnose(series, read.size, weeks + 1)
  const told = { weeks, ...(diagnosis === null ? judge(series, read) : UNKNOWN), series: series.map(figuresOf) }
  return { ...told, diagnoses: diagnosis === null ? [] : [diagnosis] }
}

const UNKNOWN = { declining: null, chanceOfThis: null, pValue: null, difference: null, mix: null, rate: null, causes: [] } as const

function readWeeks(options: unknown, issues: Issue[]): number {
  if (!checkRecord(options, ['options'], issues)) return 1
  checkKeys(options, ['weeks'], ['options'], issues)
  const weeks = ownValue(options, 'weeks')
  return checkInteger(weeks, ['options', 'weeks'], issues, { minimum: 1, maximum: MOST_WEEKS }) ? weeks : 1
}

/** The last week of which there are rows, and those before it, as far as they are there. */
function lastWeeks(read: GroupedWeeks, weeks: number): GroupedWeek[] {
  let last = Number.NEGATIVE_INFINITY
  for (const place of read.keys()) last = Math.max(last, place)
  return Array.from({ length: weeks + 1 }, (_, index) => read.get(last - weeks + index)).filter((week) => week !== undefined)
}

function diagnose(series: readonly GroupedWeek[], all: number, needed: number): DeclineDiagnosis | null {
  if (all < needed) return { code: 'insufficient-history', params: { needed, there: all } }
  if (series.length < needed) return { code: 'missing-weeks', params: { needed, there: series.length } }
  const there = series.filter(({ entered }) => entered > 0).length
  return there < needed ? { code: 'nobody-entered', params: { needed, there } } : null
}

function judge(series: readonly GroupedWeek[], read: GroupedWeeks): Omit<ConversionDecline, 'weeks' | 'series' | 'diagnoses'> {
  const [first, last] = [series[0] as GroupedWeek, series.at(-1) as GroupedWeek]
  const { difference, mix, rate, groups } = rateChange(first.groups, last.groups)
  const hasGroups = [...read.values()].some((week) => week.groups.some(({ group }) => group !== null))
  return {
    declining: series.every((week, index) => index === 0 || isLower(week, series[index - 1] as GroupedWeek)),
    chanceOfThis: chanceOfDecline(series),
    pValue: fisherExact(first.converted, first.entered, last.converted, last.entered),
    difference,
    mix,
    rate,
    causes: hasGroups ? groups.map((change) => ({ group: change.group, contribution: change.contribution, mix: change.mix, rate: change.rate })) : [],
  }
}

/** Compares rates as fractions, whose products may be beyond the integers that are exact as numbers. */
function isLower(week: GroupedWeek, before: GroupedWeek): boolean {
  return BigInt(week.converted) * BigInt(before.entered) < BigInt(before.converted) * BigInt(week.entered)
}

function figuresOf({ week, entered, converted }: GroupedWeek): WeekFigures {
  return { week: shownWeek(week), entered, converted, rate: entered === 0 ? null : converted / entered }
}
