import type { Issue } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  activities,
  attritionCases,
  bgNbdParameters,
  contracts,
  customerScores,
  customerValues,
  equityCases,
  gammaGammaParameters,
  levelMembers,
  migrationCases,
  purchaseHistories,
  retentionCases,
  sales,
  summaries,
  tierPlaces,
  tierProjections,
  tierRecords,
} from '../testing/customers.js'
import { describeSchema, issuesOfVerb, isValid, spoil } from '../testing/describeSchema.js'
import {
  attritionPolicies,
  benefitProgrammes,
  ladders,
  levelProgrammes,
  lossRebates,
  retierPolicies,
  rfmSchemes,
  tierSchemes,
} from '../testing/policies.js'
import {
  assignLevel,
  averageMonthlySales,
  checkAttritionPolicy,
  checkBenefitProgramme,
  checkBgNbdParameters,
  checkGammaGammaParameters,
  checkLevelProgramme,
  checkLossRebate,
  checkRetierPolicy,
  checkRfmScheme,
  checkTierScheme,
  classifyByScore,
  classifyByThreshold,
  customerEquity,
  lifetimeValue,
  lintLadder,
  migrationMatrix,
  projectTiers,
  type RetierPolicy,
  type RfmScheme,
  retentionValue,
  retier,
  scoreRfm,
  type ThresholdScheme,
  warnOfAttrition,
} from './index.js'
import * as entry from './schemas.js'
import * as templates from './templates.js'

const lastDay = { asOf: '9999-12-31' }
const thresholds: ThresholdScheme = {
  kind: 'tier-scheme',
  id: 'plain',
  version: 1,
  type: 'threshold',
  tiers: [
    { id: 'A', from: 1 },
    { id: 'B', from: null },
  ],
}
const means: RfmScheme = { kind: 'rfm-scheme', id: 'means', version: 1, bins: 2, monetary: { measure: 'net', statistic: 'mean' }, segments: [] }

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? value[key as never] : undefined

/** The texts under a key of some rows; one that no row has where there are none. */
const namesIn = (rows: unknown, key: string): string[] => {
  const found = (Array.isArray(rows) ? [...rows] : [rows]).map((row) => own(row, key)).filter((name) => typeof name === 'string' && name !== '')
  return found.length === 0 ? ['some tier'] : [...new Set(found as string[])]
}

/** What a verb says of a value that stands so deep in its arguments. */
const told = (depth: number, run: () => unknown): readonly Issue[] => issuesOfVerb(run).map((issue) => ({ ...issue, path: issue.path.slice(depth) }))

const tierAgain = (value: unknown): readonly Issue[] => {
  const tiers = namesIn(value, 'tier').map((id) => ({ id }))
  const policy: RetierPolicy = { kind: 'retier-policy', id: 'any', version: 1, tiers, up: 'at-once', down: 'at-once' }
  return told(2, () => retier({ previous: [value as never], current: [] }, policy, lastDay))
}
const migrate = (value: unknown): readonly Issue[] => {
  const tiers = [...new Set([...namesIn(own(value, 'previous'), 'tier'), ...namesIn(own(value, 'current'), 'tier')])]
  return told(0, () => migrationMatrix(value as never, { tiers }))
}
const join = (value: unknown): readonly Issue[] =>
  told(1, () => {
    const levels = namesIn(value, 'level').map((id) => ({ id, from: 1 }))
    assignLevel(value as never, { kind: 'level-programme', id: 'any', version: 1, period: 'P1Y', levels }, lastDay)
  })
/** By sums, or by means where only these may be null; beside another summary, so that whatever it is, it is no transaction. */
const summarize = (value: unknown): readonly Issue[] => {
  const scheme = own(value, 'monetary') === null ? means : { ...means, monetary: undefined }
  return told(2, () => scoreRfm([value as never, { customer: 'another', recencyDays: 1, frequency: 1, monetary: 1 }], scheme, lastDay))
}
/** A list would be one of activity alone. */
const warn = (value: unknown): readonly Issue[] =>
  told(0, () => warnOfAttrition({ ...(value as object) } as never, templates.textbookAttrition, lastDay))

const models = {
  purchases: { model: 'bg-nbd', unit: 'week', r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  spend: { model: 'gamma-gamma', p: 6.25, q: 3.74, v: 15.44 },
} as const
const nothingAhead = { horizon: 0, discountRate: 0, marginRate: 1 }

/** A document's or input's schema, valid examples, and what its check or verb says of it; paths begin at it. */
const schemas: { readonly [name: string]: readonly [z.ZodType, fc.Arbitrary<unknown>, (value: unknown) => readonly Issue[]] } = {
  'tier-scheme': [entry.tierSchemeSchema, tierSchemes, checkTierScheme],
  'rfm-scheme': [entry.rfmSchemeSchema, rfmSchemes, checkRfmScheme],
  'level-programme': [entry.levelProgrammeSchema, levelProgrammes, checkLevelProgramme],
  'loss-rebate': [entry.lossRebateSchema, lossRebates, checkLossRebate],
  'benefit-programme': [entry.benefitProgrammeSchema, benefitProgrammes, checkBenefitProgramme],
  'retier-policy': [entry.retierPolicySchema, retierPolicies, checkRetierPolicy],
  'attrition-policy': [entry.attritionPolicySchema, attritionPolicies, checkAttritionPolicy],
  sale: [entry.saleSchema, sales, (value) => told(2, () => averageMonthlySales([value as never], { asOf: '2024-06-30', months: 3 }))],
  'customer-value': [entry.customerValueSchema, customerValues, (value) => told(2, () => classifyByThreshold([value as never], thresholds))],
  'customer-score': [entry.customerScoreSchema, customerScores, (value) => told(2, () => classifyByScore([value as never], thresholds))],
  transaction: [entry.transactionSchema, sales, (value) => told(2, () => scoreRfm([value as never], means, lastDay))],
  'rfm-summary': [entry.rfmSummarySchema, summaries, summarize],
  'level-member': [entry.levelMemberSchema, levelMembers, join],
  'discount-ladder': [entry.discountLadderSchema, ladders, (value) => told(1, () => lintLadder(value as never))],
  'tier-record': [entry.tierRecordSchema, tierRecords, tierAgain],
  'tier-place': [
    entry.tierPlaceSchema,
    tierPlaces,
    (value) => told(2, () => migrationMatrix({ previous: [], current: [value as never] }, { tiers: namesIn(value, 'tier') })),
  ],
  'migration-case': [entry.migrationCaseSchema, migrationCases, migrate],
  'tier-projection': [entry.tierProjectionSchema, tierProjections, (value) => told(1, () => projectTiers(value as never, { periods: 2 }))],
  'equity-case': [entry.equityCaseSchema, equityCases, (value) => told(1, () => customerEquity(value as never))],
  activity: [entry.activitySchema, activities, (value) => told(2, () => warnOfAttrition([value as never], templates.textbookAttrition, lastDay))],
  'customer-contract': [
    entry.customerContractSchema,
    contracts,
    (value) => told(2, () => warnOfAttrition({ activity: [], contracts: [value as never] }, templates.textbookAttrition, lastDay)),
  ],
  'attrition-case': [entry.attritionCaseSchema, attritionCases, warn],
  'bg-nbd-parameters': [entry.bgNbdParametersSchema, bgNbdParameters, checkBgNbdParameters],
  'gamma-gamma-parameters': [entry.gammaGammaParametersSchema, gammaGammaParameters, checkGammaGammaParameters],
  'purchase-history': [entry.purchaseHistorySchema, purchaseHistories, (value) => told(1, () => lifetimeValue(value as never, models, nothingAhead))],
  'retention-case': [entry.retentionCaseSchema, retentionCases, (value) => told(1, () => retentionValue(value as never))],
}

for (const [name, [schema, examples, issuesOf]] of Object.entries(schemas)) describeSchema({ name, schema, examples, issuesOf })

describe.each(Object.entries(schemas))('the schema of %s', (_, [schema, examples, issuesOf]) => {
  it('speaks with the codes, paths and messages of the check', () => {
    const isRecord = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Object]'
    fc.assert(
      fc.property(examples.chain(spoil).filter(isRecord), (value) => {
        const issues = issuesOf(value)
        // Which tiers or levels there are, the schema of a customer does not know.
        fc.pre(issues.every(({ code, path }) => code !== 'not-allowed' || (path.at(-1) !== 'tier' && path[0] !== 'level')))
        const found = schema.safeParse(value).error?.issues ?? []
        expect(found.map(({ path, message }) => ({ path, message }))).toEqual(issues.map(({ path, message }) => ({ path, message })))
        expect(found).toMatchObject(issues.map(({ code }) => ({ code: 'custom', params: { code } })))
      }),
      { numRuns: 30 },
    )
  })

  it.each([[[]], ['x'], [7], [null], [undefined]])('refuses %j, which is no object', (value) => {
    const issues = schema.safeParse(value).error?.issues
    expect(issues).toMatchObject([{ code: 'custom', path: [], params: { code: value === undefined ? 'missing' : 'wrong-type' } }])
  })
})

describe('schemas', () => {
  const { jsonSchemas, ...every } = entry
  const documentName = (schema: string): string => schema.replace(/Schema$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

  it('are all tested, and published under their names', () => {
    const named = Object.fromEntries(Object.entries(every).map(([name, schema]) => [documentName(name), schema]))
    expect(Object.keys(jsonSchemas()).sort()).toEqual(Object.keys(named).sort())
    for (const [name, schema] of Object.entries(named)) {
      expect(schemas[name]?.[0]).toBe(schema)
      expect(jsonSchemas()[name]).toEqual(z.toJSONSchema(schema))
    }
  })

  it.each(Object.entries(templates))('take the template %s, just one of them', (_, template) => {
    expect(Object.values(every).flatMap((schema) => schema.safeParse(template).data ?? [])).toEqual([template])
    expect(isValid(template.kind, template)).toBe(true)
    expect(isValid(template.kind, { ...template, colour: 'red' })).toBe(false)
  })

  it('take customers of any tiers, as long as these are texts', () => {
    const issuesIn = (schema: z.ZodType, value: unknown) =>
      schema.safeParse(value).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
    const place = (customer: number, tier: unknown) => ({ customer: String(customer), tier })
    expect(issuesIn(entry.tierPlaceSchema, place(1, 7))).toEqual(['tier must be a string, not 7'])
    expect(issuesIn(entry.tierPlaceSchema, place(1, ''))).toEqual(['tier must not be empty'])
    expect(issuesIn(entry.tierRecordSchema, { ...place(1, null), since: '2024-01-01' })).toEqual(['tier must be a string, not null'])
    const hundred = Array.from({ length: 100 }, (_, index) => place(index, `tier ${index}`))
    expect(issuesIn(entry.migrationCaseSchema, { previous: hundred, current: hundred })).toBeUndefined()
    expect(issuesIn(entry.migrationCaseSchema, { previous: [place(1, 'A'), place(2, {})], current: [] })).toEqual([
      'previous.1.tier must be a string, not {…}',
    ])
    const { error } = entry.migrationCaseSchema.safeParse({ previous: hundred, current: [place(1, 'one more')] })
    expect(error?.issues).toMatchObject([{ path: ['current', 0, 'tier'], params: { code: 'not-allowed' } }])
  })

  it('let an error that is not about the input through', () => {
    const sale = {
      get customer(): string {
        throw new RangeError('out of reach')
      },
    }
    expect(() => entry.saleSchema.safeParse(sale)).toThrow('out of reach')
  })

  it('know of a customer twice only in a case', () => {
    const place = { customer: 'C-1', tier: 'A' }
    const { error } = entry.migrationCaseSchema.safeParse({ previous: [place, place], current: [] })
    expect(error?.issues).toMatchObject([{ path: ['previous', 1, 'customer'], params: { code: 'duplicate' } }])
  })
})

describe('JSON Schema', () => {
  const customer = 'C-1'
  const date = '2024-02-29'

  it.each<[name: string, value: object]>([
    ['tier-scheme', { ...templates.textbookAbc, cuts: [{ id: 'A', upToPercent: 100 }] }],
    ['tier-scheme', { ...templates.textbookAbc, boundary: 'before' }],
    ['tier-scheme', { ...templates.paretoAbc, cuts: [] }],
    ['tier-scheme', { ...templates.paretoAbc, type: 'share-of-profit' }],
    ['rfm-scheme', { ...templates.usualRfm, bins: 21 }],
    ['rfm-scheme', { ...templates.usualRfm, cuts: { recency: [1], frequency: [1], monetary: [1] } }],
    ['rfm-scheme', { ...templates.usualRfm, segments: [{ id: 'best', r: [5] }] }],
    ['rfm-scheme', { ...templates.usualRfm, segments: [{ id: 'best', r: [4, 5, 5] }] }],
    ['rfm-scheme', { ...templates.usualRfm, segments: [{ id: 'best', r: [0, 5] }] }],
    ['level-programme', { ...templates.airlineLevels, period: '12 months' }],
    ['level-programme', { ...templates.airlineLevels, levels: [{ id: 'gold', from: null }] }],
    ['loss-rebate', { ...templates.casinoRebate, levels: [{ id: 'gold' }] }],
    ['loss-rebate', { ...templates.casinoRebate, currency: 'yuan' }],
    ['benefit-programme', { ...templates.textbookBenefits, tiers: [{ tier: 'A' }] }],
    ['retier-policy', { ...templates.textbookRetiering, review: { months: [13] } }],
    ['retier-policy', { ...templates.textbookRetiering, up: 'never' }],
    ['attrition-policy', { ...templates.textbookAttrition, signals: [{ type: 'silent', level: 'urgent' }] }],
    ['attrition-policy', { ...templates.textbookAttrition, signals: [{ type: 'away', level: 'urgent', silentFor: 'P1M' }] }],
    ['sale', { customer, date, amount: '1,000' }],
    ['customer-value', { customer, value: null }],
    ['customer-score', { customer, score: 1, currency: 'CNY' }],
    ['transaction', { customer, date: '29.2.2024', amount: 1 }],
    ['rfm-summary', { customer, recencyDays: -1, frequency: 1, monetary: 1 }],
    ['rfm-summary', { customer, recencyDays: 1, frequency: 1.5, monetary: 1 }],
    ['level-member', { customer, points: [{ date }] }],
    ['discount-ladder', { type: 'all-units', steps: [] }],
    ['tier-record', { customer, tier: 'A' }],
    ['tier-place', { customer, tier: '' }],
    ['migration-case', { previous: [] }],
    ['tier-projection', { counts: [1], rates: [1] }],
    ['equity-case', { counts: [1], rates: [[1]], margins: [1] }],
    ['activity', { customer, date }],
    ['customer-contract', { customer, from: date, to: null }],
    ['attrition-case', { activity: [{ customer }] }],
    ['bg-nbd-parameters', { ...models.purchases, unit: 'month' }],
    ['bg-nbd-parameters', { ...models.purchases, r: 0 }],
    ['gamma-gamma-parameters', { ...models.spend, model: 'bg-nbd' }],
    ['gamma-gamma-parameters', { ...models.spend, v: null }],
    ['purchase-history', { repeatPurchases: 1, lastPurchaseAge: 1, age: 2 }],
    ['purchase-history', { repeatPurchases: 0.5, lastPurchaseAge: 0, age: 2, meanSpend: 1 }],
    ['retention-case', { margin: 1, retentionRate: 1, discountRate: 1, from: 'then' }],
  ])('refuses what has not the shape of a %s: %j', (name, value) => {
    expect(isValid(name, value)).toBe(false)
  })
})
