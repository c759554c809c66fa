import type { Issue } from '@clientele/core'
import { checkText, isRecord, ownValue } from '@clientele/core/checks'
import { calendarDateSchema, checkedSchema, idSchema } from '@clientele/core/schemas'
import * as z from 'zod'
import { migrationMatrix } from '../migration/migrationMatrix.js'
import type { MigrationCase, TierPlace } from '../migration/types.js'
import { retier } from '../retiering/retier.js'
import type { RetierPolicy, TierRecord } from '../retiering/types.js'
import { MOST_TIERS } from '../tiers/mostTiers.js'
import { FIRST_ROW, issuesOfLists, issuesOfVerb } from './verbIssues.js'

/** The tiers that rows name, so that whatever is wrong with a row is not that its tier is none. */
function tiersOf(...lists: readonly unknown[]): string[] {
  const rows = lists.flatMap((list) => (Array.isArray(list) ? Array.from(list) : []))
  const tiers = rows.map((row) => (isRecord(row) ? ownValue(row, 'tier') : undefined))
  const named = new Set(tiers.filter((tier) => typeof tier === 'string' && tier !== ''))
  return named.size === 0 ? ['any'] : ([...named] as string[])
}

/** A policy of one tier, whichever the row names. */
function policyOf(row: unknown): RetierPolicy {
  const tiers = tiersOf([row]).map((id) => ({ id }))
  return { kind: 'retier-policy', id: 'any', version: 1, tiers, up: 'at-once', down: 'at-once' }
}

/** A customer's tier, and since when. */
export const tierRecordSchema: z.ZodType<TierRecord> = checkedSchema(
  z.strictObject({
    customer: idSchema,
    tier: idSchema,
    since: calendarDateSchema,
    belowSince: calendarDateSchema.nullable().optional(),
  }) as z.ZodType<TierRecord>,
  issuesOfVerb(FIRST_ROW, (row) => retier({ previous: [row], current: [] }, policyOf(row), { asOf: '9999-12-31' })),
)

/** Which tiers there are is not known, so a tier that is no text is told to be that, not to be none of some tiers. */
function withoutTiers(check: (value: unknown) => readonly Issue[]): (value: unknown) => Issue[] {
  return (value) =>
    check(value).flatMap((issue) => {
      const { code, path } = issue
      if (code !== 'not-allowed') return [issue]
      const tier = path.reduce<unknown>((inside, key) => (inside as { readonly [key: string]: unknown })[key], value)
      const issues: Issue[] = []
      return checkText(tier, path, issues) ? [issue] : issues
    })
}

/** What rows of a tiering or a retiering have besides, which is not looked at. */
const ignored = z.unknown().optional()
const tierPlace = z.strictObject({
  customer: idSchema,
  tier: idSchema,
  value: ignored,
  sum: ignored,
  rank: ignored,
  reasons: ignored,
  since: ignored,
  belowSince: ignored,
})

/** A customer in a tier. */
export const tierPlaceSchema: z.ZodType<TierPlace> = checkedSchema(
  tierPlace as z.ZodType<TierPlace>,
  withoutTiers(issuesOfVerb(FIRST_ROW, (row) => migrationMatrix({ previous: [row], current: [] }, { tiers: tiersOf([row]) }))),
)

/** Tiers at two times. */
export const migrationCaseSchema: z.ZodType<MigrationCase> = checkedSchema(
  z.strictObject({ previous: z.array(tierPlace), current: z.array(tierPlace) }) as unknown as z.ZodType<MigrationCase>,
  withoutTiers(
    issuesOfLists((value: MigrationCase) => {
      const { previous, current }: Partial<MigrationCase> = { ...value }
      return migrationMatrix(value, { tiers: tiersOf(previous, current).slice(0, MOST_TIERS) })
    }),
  ),
)
