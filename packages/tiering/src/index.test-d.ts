import type { CalendarDate, DecimalColumn, DecimalString, LocalizedText, PolicyReference } from '@clientele/core'
import { expectTypeOf } from 'vitest'
import { explainLevel, explainMigration, explainRfm, explainTiers } from './explain.js'
import {
  type AttritionPolicy,
  type AttritionSignal,
  type AttritionWarnings,
  type AverageMonthlySales,
  assignLevel,
  averageMonthlySales,
  type BenefitProgramme,
  type Benefits,
  benefitsFor,
  type CustomerEquity,
  classifyByScore,
  classifyByShare,
  classifyByThreshold,
  compareSchemes,
  compileRfm,
  compileTiers,
  concentration,
  customerEquity,
  type LevelAssignment,
  type LevelProgramme,
  type LossRebate,
  lintLadder,
  lintRfmScheme,
  type Migration,
  type ModelValidation,
  migrationMatrix,
  type PurchaseSummary,
  projectTiers,
  type Rebate,
  type Retiering,
  type Rfm,
  type RfmCustomer,
  type RfmScheme,
  rebateOnLosses,
  retier,
  type SchemeComparison,
  type ShareScheme,
  scoreRfm,
  shareOfTop,
  summarisePurchases,
  type ThresholdScheme,
  type TieredCustomer,
  type Tiering,
  type TierRecord,
  type TierScheme,
  type ValueConcentration,
  validateModel,
  warnOfAttrition,
} from './index.js'
import {
  airlineLevels,
  casinoRebate,
  paretoAbc,
  textbookAbc,
  textbookAttrition,
  textbookBenefits,
  textbookRetiering,
  textbookShares,
  usualRfm,
} from './templates.js'

// Results are readonly and JSON.
const asOf = '2024-07-15'
const sales = averageMonthlySales([{ customer: 'C-1', date: '2024-05-20', amount: '1500000.01', currency: 'CNY' }], { months: 3, asOf })
expectTypeOf(sales).toEqualTypeOf<AverageMonthlySales>()
const tiering = classifyByThreshold(sales, textbookAbc)
expectTypeOf(tiering).toEqualTypeOf<Tiering>()
expectTypeOf(tiering.policies).toEqualTypeOf<readonly PolicyReference[]>()
expectTypeOf(tiering.tiers[0]?.shareOfValue).toEqualTypeOf<number | null | undefined>()
expectTypeOf(tiering.currency).toEqualTypeOf<string | undefined>()
// @ts-expect-error A result is not to be changed.
tiering.customers.push()
// @ts-expect-error A result is not to be changed.
tiering.total = '0'
const rfm = scoreRfm([{ customer: 'C-1', date: '2024-05-20', amount: 5 }], usualRfm, { asOf })
expectTypeOf(rfm).toEqualTypeOf<Rfm>()
expectTypeOf(rfm.customers[0]?.monetary).toEqualTypeOf<DecimalString | null | undefined>()
// @ts-expect-error A result is not to be changed.
for (const customer of rfm.customers) customer.r = 5
const assignment = assignLevel({ customer: 'C-1', points: [] }, airlineLevels, { asOf })
expectTypeOf(assignment).toEqualTypeOf<LevelAssignment>()
expectTypeOf(assignment.keepsUntil).toEqualTypeOf<CalendarDate | null>()
// @ts-expect-error A result is not to be changed.
assignment.level = 'gold'
const migration = migrationMatrix({ previous: tiering.customers, current: tiering.customers }, { tiers: ['A', 'B', 'C'] })
expectTypeOf(migration).toEqualTypeOf<Migration>()
// @ts-expect-error A result is not to be changed.
for (const row of migration.counts) row.push(1)
expectTypeOf(benefitsFor({ tier: 'A' }, textbookBenefits)).toEqualTypeOf<Benefits>()
expectTypeOf(rebateOnLosses({ level: 'gold', loss: 1000 }, casinoRebate)).toEqualTypeOf<Rebate>()
expectTypeOf(concentration([3, '2.5'])).toEqualTypeOf<ValueConcentration>()
expectTypeOf(shareOfTop([3, '2.5'], { share: '0.2' })).toEqualTypeOf<number | null>()
expectTypeOf(compareSchemes(sales, { before: textbookAbc, after: paretoAbc })).toEqualTypeOf<SchemeComparison>()
const summary = summarisePurchases([{ customer: 'C-1', date: '2024-05-20', amount: 5 }], { asOf, unit: 'week' })
expectTypeOf(summary).toEqualTypeOf<PurchaseSummary>()
// @ts-expect-error A result is not to be changed.
for (const customer of summary.customers) customer.age = 5
const validation = validateModel([{ customer: 'C-1', date: '2024-05-20', amount: 5 }], { calibrateTo: '2024-06-30', until: asOf })
expectTypeOf(validation).toEqualTypeOf<ModelValidation>()
// @ts-expect-error A result is not to be changed.
validation.byRepeatPurchases.pop()

// Reasons and diagnoses are told apart by their code.
for (const reason of tiering.customers[0]?.reasons ?? []) {
  if (reason.code === 'better-tier') expectTypeOf(reason.params.lacking).toEqualTypeOf<DecimalString>()
  if (reason.code === 'within-cut') expectTypeOf(reason.params.ends).toEqualTypeOf<number | null>()
  // @ts-expect-error Whoever is below every threshold has passed none.
  if (reason.code === 'below-every-threshold') reason.params.from
}
for (const { code, params } of tiering.diagnoses) {
  if (code === 'values-below-zero') expectTypeOf(params).toEqualTypeOf<{ readonly count: number; readonly value: DecimalString }>()
  // @ts-expect-error That there are no customers needs no words.
  if (code === 'no-customers') params.count
}
for (const { code, params } of assignment.reasons) if (code === 'level-kept') expectTypeOf(params.until).toEqualTypeOf<CalendarDate>()
for (const { code, params } of rfm.diagnoses) {
  if (code === 'fewer-scores') expectTypeOf(params.measure).toEqualTypeOf<'recency' | 'frequency' | 'monetary'>()
}
for (const { scheme, diagnosis } of compareSchemes([], { before: paretoAbc, after: textbookShares }).diagnoses) {
  expectTypeOf(scheme).toEqualTypeOf<'before' | 'after'>()
  if (diagnosis.code === 'top-tier-empty') expectTypeOf(diagnosis.params.tier).toEqualTypeOf<string>()
}

// Schemes are told apart by their type, RFM schemes by what they are scored by.
const scheme = tiering as unknown as TierScheme
if (scheme.type === 'threshold') expectTypeOf(scheme).toEqualTypeOf<ThresholdScheme>()
else expectTypeOf(scheme).toEqualTypeOf<ShareScheme>()
const signal = textbookAttrition.signals[0] as AttritionSignal
if (signal.type === 'silent-before-contract-end') expectTypeOf(signal.within).toEqualTypeOf<string>()
const rfmScheme = usualRfm as RfmScheme
if (rfmScheme.cuts === undefined) expectTypeOf(rfmScheme.bins).toEqualTypeOf<number>()
// @ts-expect-error Shares have no thresholds.
classifyByThreshold(sales, paretoAbc)
// @ts-expect-error Thresholds are no shares.
classifyByShare(sales, textbookAbc)
// @ts-expect-error Scores are compared with thresholds.
classifyByScore([{ customer: 'C-1', score: 80 }], textbookShares)
classifyByScore({ ranked: [{ candidate: 'C-1', total: '80' }] }, textbookAbc)
// @ts-expect-error A threshold's boundary is above or below.
expectTypeOf({ ...textbookAbc, boundary: 'before' } as const).toExtend<TierScheme>()
// @ts-expect-error Scores are made by bins or by cuts.
expectTypeOf({ ...usualRfm, cuts: { recency: [1], frequency: [1], monetary: [1] } } as const).toExtend<RfmScheme>()

// Policies may be written as constants.
const head = { id: 'usual', version: 1 } as const
const thresholds = [
  { id: 'A', from: '500000' },
  { id: 'B', from: null },
] as const
const abc = { kind: 'tier-scheme', ...head, type: 'threshold', tiers: thresholds } as const
classifyByThreshold([{ customer: 'C-1', value: 1 }], abc)
const expected = [{ id: 'A', fromPercent: 60, toPercent: '80' }] as const
const cuts = [{ id: 'A', title: { en: 'all' }, upToPercent: 100 }] as const
const shares = { kind: 'tier-scheme', ...head, type: 'share-of-value', cuts, expectedShareOfValue: expected } as const
classifyByShare(sales, shares)
const bins = { kind: 'rfm-scheme', ...head, bins: 5, compatible: 'r-rfm', segments: [{ id: 'best', r: [4, 5], action: 'thank' }] } as const
expectTypeOf(lintRfmScheme(bins)).toBeArray()
const fixed = { kind: 'rfm-scheme', ...head, cuts: { recency: [30], frequency: [2], monetary: ['9.5'] }, segments: [] } as const
expectTypeOf(fixed).toExtend<RfmScheme>()
// @ts-expect-error Only bins can be those of R.
expectTypeOf({ ...fixed, compatible: 'r-rfm' } as const).toExtend<RfmScheme>()
const gold = [{ id: 'gold', from: 25_000 }] as const
expectTypeOf({ kind: 'level-programme', ...head, period: 'P12M', levels: gold, softLanding: true } as const).toExtend<LevelProgramme>()
expectTypeOf({ kind: 'loss-rebate', ...head, levels: [{ id: 'gold', percent: 15 }], inKind: false } as const).toExtend<LossRebate>()
const ladder = { type: 'incremental', steps: [{ from: '100', percent: 2.5 }] } as const
expectTypeOf(lintLadder(ladder)).toBeArray()
const served = [{ tier: 'A', terms: 'N/30', ladder, services: ['hotline', { en: 'visits' }], owner: 'manager', visits: 'P1M' }] as const
expectTypeOf({ kind: 'benefit-programme', ...head, tiers: served } as const).toExtend<BenefitProgramme>()
const tiers = [{ id: 'A', promoteFrom: 110, demoteBelow: '90', from: 100 }, { id: 'B' }] as const
const policy = { kind: 'retier-policy', ...head, tiers, up: 'at-once', down: 'at-review', review: { months: [1, 7] } } as const
const retiering = retier({ previous: [], current: [{ customer: 'C-1', value: 100 }] }, policy, { asOf })
const signals = [{ type: 'longer-pause-than-usual', id: 'pause', level: 'watch', times: 2, types: ['visit'] }] as const
const early = { kind: 'attrition-policy', ...head, levels: [{ id: 'watch', action: 'a call' }], signals } as const
const warnings = warnOfAttrition([{ customer: 'C-1', date: asOf, type: 'visit' }], early, { asOf })

// The next run begins where the last one ended, and its rows are places to migrate between.
expectTypeOf(retiering).toEqualTypeOf<Retiering>()
expectTypeOf(retiering.customers).toEqualTypeOf<readonly TierRecord[]>()
retier({ previous: retiering.customers, current: [] }, textbookRetiering, { asOf, invalid: 'collect' })
migrationMatrix({ previous: retiering.customers, current: tiering.customers }, { tiers: ['A', 'B'], lost: 'B', unknown: 'stay' })
expectTypeOf(projectTiers({ counts: [1, '2'], rates: migration.rates }, { periods: 2 })).toEqualTypeOf<number[][]>()
expectTypeOf(customerEquity({ counts: [1], rates: [[1]], margins: ['5'], discountRate: 0.1 })).toEqualTypeOf<CustomerEquity>()
// @ts-expect-error What is worth something has margins.
customerEquity({ counts: [1], rates: [[1]], discountRate: 0.1 })
for (const { reasons } of retiering.moves) {
  for (const { code, params } of reasons) if (code === 'grace') expectTypeOf(params.belowSince).toEqualTypeOf<CalendarDate>()
}
for (const { list, id } of retiering.rejected) {
  expectTypeOf(list).toEqualTypeOf<'previous' | 'current'>()
  expectTypeOf(id).toEqualTypeOf<string | undefined>()
}

expectTypeOf(warnings).toEqualTypeOf<AttritionWarnings>()
expectTypeOf(warnings.warnings[0]?.signals[0]?.code).toEqualTypeOf<AttritionSignal['type'] | undefined>()
expectTypeOf(warnings.warnings[0]?.action).toEqualTypeOf<LocalizedText | undefined>()

// Wrong documents, inputs and options do not compile.
// @ts-expect-error The months must be said.
averageMonthlySales([], { asOf })
// @ts-expect-error A window is a known one.
averageMonthlySales([], { asOf, months: 3, window: 'after' })
// @ts-expect-error The unit of ages must be said.
summarisePurchases([], { asOf })
// @ts-expect-error Both days must be said.
validateModel([], { calibrateTo: asOf })
// @ts-expect-error The day of the answer must be said.
scoreRfm([], usualRfm, {})
// @ts-expect-error A summary says all three.
scoreRfm([{ customer: 'C-1', recencyDays: 1, frequency: 1 }], usualRfm, { asOf })
// @ts-expect-error A level programme is no rebate.
rebateOnLosses({ level: 'gold', loss: 1 }, airlineLevels)
// @ts-expect-error An order has an amount.
benefitsFor({ tier: 'A' }, textbookBenefits, { order: { currency: 'CNY' } })
// @ts-expect-error A signal says of what type it is.
expectTypeOf({ ...early, signals: [{ level: 'watch', silentFor: 'P90D' }] } as const).toExtend<AttritionPolicy>()
// @ts-expect-error A range has two ends.
expectTypeOf({ ...bins, segments: [{ id: 'best', r: [5] }] } as const).toExtend<RfmScheme>()

// What explains a result takes the policy that made it.
expectTypeOf(explainTiers(tiering, textbookAbc).sentences).toEqualTypeOf<readonly string[]>()
// @ts-expect-error Tiers are explained with their scheme.
explainTiers(tiering, usualRfm)
// @ts-expect-error Tiers are no scores.
explainRfm(tiering, usualRfm)
// @ts-expect-error A level is explained with its programme.
explainLevel(assignment, casinoRebate)
// @ts-expect-error A migration has no policy.
explainMigration(migration, textbookAbc)

// Columns are made once for a scheme, and explain a row when asked.
const { classifyColumns } = compileTiers(textbookAbc)
const placed = classifyColumns({ value: { values: Float64Array.of(100), digits: 2 } }, { months: 3 })
expectTypeOf(placed.tier).toEqualTypeOf<Uint8Array>()
expectTypeOf(placed.explain(0)).toEqualTypeOf<TieredCustomer>()
// @ts-expect-error Customers are columns here.
placed.customers
// @ts-expect-error Amounts are in typed arrays.
classifyColumns({ value: [100] })
const { scoreColumns } = compileRfm(usualRfm)
const scored = scoreColumns({ customer: ['C-1'], day: Int32Array.of(0), amount: { values: Float64Array.of(100), digits: 2 } }, { asOf })
expectTypeOf(scored.value).toEqualTypeOf<DecimalColumn>()
expectTypeOf(scored.explain(0)).toEqualTypeOf<RfmCustomer>()
// @ts-expect-error Columns are right or wrong as a whole.
scoreColumns({ customer: ['C-1'], day: Int32Array.of(0), amount: scored.value }, { asOf, invalid: 'collect' })
