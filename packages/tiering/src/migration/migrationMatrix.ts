import type { InvalidRows, Issue } from '@clientele/core'
import {
  checkChoice,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  isRecord,
  readOptions,
  throwIssues,
} from '@clientele/core/checks'
import { MOST_TIERS } from '../tiers/mostTiers.js'
import { type ReadPlaces, readPlaces } from './readPlaces.js'
import type { Migration, MigrationCase, MigrationDiagnosis, MigrationOptions } from './types.js'

/** Between which tiers customers migrate, checked and read. */
interface ReadMigrationOptions {
  readonly tiers: readonly string[]
  readonly lost: string | undefined
  /** Whether customers of a tier of which nothing is known stay. */
  readonly stays: boolean
  readonly invalid: InvalidRows
}

/** Who went where. */
interface Moves {
  readonly counts: readonly number[][]
  /** There before and not after, and not lost already. */
  readonly gone: number
  /** There after and not before. */
  readonly joined: number
}

/**
 * Counts how many customers went from which tier to which between two times, and which part of each tier's customers that is.
 *
 * Whoever is there before and not after goes to the tier `lost`, or is left out where none is named; whoever is there after and not before is left
 * out. Both are counted in `diagnoses`. A customer of whom one of the lists has nothing but a bad row is neither, and counts nowhere.
 *
 * @param migration - `previous` and `current`: at each time, in which tier each customer was, in any order, each customer once. Rows of a tiering or
 * of a retiering may be given as they are: what else they hold is ignored.
 * @param options - `tiers`: up to 100 different ids, from the top; a row of any other tier is a bad one. `lost`: one of them. `unknown`: `stay` where
 * customers of a tier of which nothing is known are to be taken to stay. `invalid`: `throw` (unless given) all bad rows together, or `collect` them in
 * `rejected`.
 * @returns `counts` and `rates`, a row for each tier before and a column for each tier after. Of a tier of which nobody could be compared a diagnosis
 * tells, and its rates are all 0, unless `unknown` says that its customers stay; but of `lost` they always say that who is lost stays so.
 * {@link projectTiers} and {@link customerEquity} take rates that are all 0 only of a tier where nobody is or ever comes; with `unknown: 'stay'` they
 * take all.
 * @throws {@link InputError} if an option or, unless they are collected, a row is not as stated, with every issue.
 * @see T. W. Anderson and L. A. Goodman, "Statistical Inference about Markov Chains", *Annals of Mathematical Statistics* 28, 1957: the parts are the
 * most likely rates.
 * @example
 * import { migrationMatrix } from '@clientele/tiering'
 *
 * const previous = [{ customer: 'C-1', tier: 'A' }, { customer: 'C-2', tier: 'A' }, { customer: 'C-3', tier: 'B' }, { customer: 'C-4', tier: 'B' }]
 * const current = [{ customer: 'C-1', tier: 'A' }, { customer: 'C-2', tier: 'B' }, { customer: 'C-3', tier: 'B' }, { customer: 'C-5', tier: 'A' }]
 * const { counts, rates, diagnoses } = migrationMatrix({ previous, current }, { tiers: ['A', 'B', 'lost'], lost: 'lost' })
 * counts //=> [[1, 1, 0], [0, 1, 1], [0, 0, 0]]
 * rates //=> [[0.5, 0.5, 0], [0, 0.5, 0.5], [0, 0, 1]]
 * diagnoses.map(({ code }) => code) //=> ['customers-gone', 'customers-joined']
 */
export function migrationMatrix(migration: MigrationCase, options: MigrationOptions): Migration {
  const issues: Issue[] = []
  const { previous, current, ...others } = checkRecord(migration, ['migration'], issues) ? { ...migration } : ({} as Partial<MigrationCase>)
  checkKeys(others, ['previous', 'current'], [], issues)
  if (isRecord(migration)) for (const [list, rows] of Object.entries({ previous, current })) checkList(rows, [list], issues)
  const { tiers, lost, stays, invalid } = readMigrationOptions(options, issues)
  throwIssues(issues)
  const indexes = new Map(tiers.map((tier, index) => [tier, index]))
  const before = readPlaces(previous, 'previous', indexes)
  const after = readPlaces(current, 'current', indexes)
  const rejected = [...before.rejected, ...after.rejected]
  if (invalid === 'throw') throwIssues(rejected.flatMap((row) => row.issues))
  const lostIndex = lost === undefined ? undefined : indexes.get(lost)
  const moves = countMoves(before, after, tiers.length, lostIndex)
  const diagnoses: MigrationDiagnosis[] =
    rejected.length === 0 ? [] : [{ code: 'rows-rejected', params: { rejected: rejected.length, read: before.places.size + after.places.size } }]
  return {
    tiers: [...tiers],
    counts: moves.counts,
    rates: moves.counts.map((row, index) => ratesOf(row, stays || index === lostIndex ? index : undefined)),
    rejected,
    diagnoses: [...diagnoses, ...diagnose(moves, tiers, lost, stays)],
  }
}

function readMigrationOptions(options: unknown, issues: Issue[]): ReadMigrationOptions {
  const invalid = readOptions(options, ['tiers', 'lost', 'unknown', 'invalid'], issues)
  const { tiers, lost, unknown } = { ...(options as Partial<MigrationOptions>) }
  const path = ['options', 'tiers']
  const names: string[] = []
  if (unknown !== undefined) checkChoice(unknown, ['stay'], ['options', 'unknown'], issues)
  if (checkRecord(options, [], []) && checkList(tiers, path, issues, { filled: true })) {
    if (tiers.length > MOST_TIERS) issues.push(createIssue('too-many-parts', path, { maximum: MOST_TIERS }))
    const texts = Array.from(tiers, (tier, index) => (checkText(tier, [...path, index], issues) ? tier : undefined))
    checkUnique(texts, (index) => [...path, index], issues)
    for (const text of texts) if (text !== undefined) names.push(text)
    if (lost !== undefined && names.length > 0) checkChoice(lost, names, ['options', 'lost'], issues)
  }
  return { tiers: names, lost, stays: unknown === 'stay', invalid }
}

function countMoves(before: ReadPlaces, after: ReadPlaces, size: number, lost: number | undefined): Moves {
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  let gone = 0
  for (const [customer, from] of before.places) {
    const isThere = after.places.has(customer)
    if (!isThere && after.unknown.has(customer)) continue
    if (!isThere && from !== lost) gone += 1
    const row = counts[from] as number[]
    const to = after.places.get(customer) ?? lost
    if (to !== undefined) row[to] = (row[to] as number) + 1
  }
  let joined = 0
  for (const customer of after.places.keys()) if (!before.places.has(customer) && !before.unknown.has(customer)) joined += 1
  return { counts, gone, joined }
}

/** The parts of a row; of a row of nobody nothing, or that all stay in a tier that keeps them. */
function ratesOf(row: readonly number[], keeps: number | undefined): number[] {
  const sum = sumOf(row)
  return row.map((count, index) => (sum > 0 ? count / sum : index === keeps ? 1 : 0))
}

function diagnose({ counts, gone, joined }: Moves, tiers: readonly string[], lost: string | undefined, stays: boolean): MigrationDiagnosis[] {
  const diagnoses: MigrationDiagnosis[] = []
  if (gone > 0) diagnoses.push({ code: 'customers-gone', params: { count: gone, lost: lost ?? null } })
  if (joined > 0) diagnoses.push({ code: 'customers-joined', params: { count: joined } })
  for (const [index, tier] of tiers.entries()) {
    if (tier !== lost && sumOf(counts[index] as number[]) === 0) diagnoses.push({ code: 'tier-unknown', params: { tier, stays } })
  }
  return diagnoses
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
