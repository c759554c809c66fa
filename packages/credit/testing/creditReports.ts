import { dayOf, formatDay } from '@clientele/core/days'
import fc from 'fast-check'
import type {
  CreditRatingScheme,
  CreditReport,
  InvestigationScheme,
  RatingFactor,
  ReportCheckOptions,
  ReportDepth,
  ReportSource,
  SectionRule,
} from '../src/index.js'

/** A report, a scheme that asks for some of its sections, and the question. */
export interface RandomInvestigation {
  readonly report: CreditReport
  readonly scheme: InvestigationScheme
  readonly options: ReportCheckOptions
}

/** A report that can be rated, and how it is rated. */
export interface RandomRating {
  readonly report: CreditReport
  readonly scheme: CreditRatingScheme
}

const names = ['basics', 'trade', '__proto__', 'constructor', '财务', 'finances', '0']
const factNames = ['name', 'assets', 'profit', '__proto__', 'toString', '5', '净资产', 'debts']
const depths = fc.constantFrom<ReportDepth>('brief', 'standard', 'in-depth')
const NEW_YEAR = dayOf(2024, 1, 1)
const dates = fc.nat(800).map((days) => formatDay(NEW_YEAR + days) as string)
const durations = fc.constantFrom('P0D', 'P10D', 'P2W', 'P1M', 'P6M', 'P1Y', 'P1M15D', 'P1Y2M3W4D', 'P99999Y')
const plainFacts = fc.constantFrom<string | number | boolean>('limited company', 0, -1.5, '12.50', 3, true, false)
const sources = fc.constantFrom<ReportSource>(
  { type: 'direct', means: 'inquiry' },
  { type: 'direct', means: 'observation', name: 'A. Visitor' },
  { type: 'direct', means: 'questionnaire' },
  { type: 'indirect', means: 'bank' },
  { type: 'indirect', means: 'agency' },
  { type: 'indirect', means: 'authority', name: 'tax office' },
)

/** Of two depths the deeper. */
function deeper(a: ReportDepth, b: ReportDepth): ReportDepth {
  const order = ['brief', 'standard', 'in-depth']
  return order.indexOf(a) > order.indexOf(b) ? a : b
}

/** Leaves out what is undefined. */
function compact<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}

/** For each fact the number of the section that it is in; a number beyond the sections is none. */
const owners = fc.array(fc.nat(8), { minLength: factNames.length, maxLength: factNames.length })

const sectionRules: fc.Arbitrary<SectionRule[]> = fc
  .record({
    ids: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 5 }),
    owner: owners,
    froms: fc.array(depths, { minLength: 5, maxLength: 5 }),
    factDepths: fc.array(fc.option(depths, { nil: undefined }), { minLength: factNames.length, maxLength: factNames.length }),
    brief: fc.nat(4),
    types: fc.array(fc.option(fc.subarray<'direct' | 'indirect'>(['direct', 'indirect']), { nil: undefined }), { minLength: 5, maxLength: 5 }),
    validFor: fc.array(fc.option(durations, { nil: undefined }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ ids, owner, froms, factDepths, brief, types, validFor }) =>
    ids.map((id, index) => {
      const from = index === brief % ids.length ? 'brief' : (froms[index] as ReportDepth)
      const owned = factNames.flatMap((name, place) => (owner[place] === index ? [{ name, depth: factDepths[place] }] : []))
      const facts = owned.map(({ name, depth }) => compact({ id: name, from: depth === undefined ? undefined : deeper(depth, from) }))
      return compact({ id, from, facts: facts.length === 0 ? undefined : facts, sources: types[index], validFor: validFor[index] })
    }),
  )

/** Any investigation schemes. */
export const investigationSchemes: fc.Arbitrary<InvestigationScheme> = fc.record({
  kind: fc.constant('credit-investigation' as const),
  id: fc.constant('random'),
  version: fc.constantFrom<string | number>('1', 2),
  depthBySize: fc.record({ small: depths, ordinary: depths, important: depths }),
  depthByRisk: fc.record({ low: depths, moderate: depths, high: depths }),
  sections: sectionRules,
})

/** Reports with about half of what a scheme asks for, some of it in other sections, and sections that it does not know. */
function reportsFor({ sections }: InvestigationScheme): fc.Arbitrary<CreditReport> {
  const asked = new Map(sections.flatMap(({ id, facts = [] }) => facts.map((fact) => [fact.id, id] as const)))
  return fc
    .record({
      ids: fc.shuffledSubarray([...sections.map(({ id }) => id), 'unknown-1', 'unknown-2']),
      owner: owners,
      stated: fc.array(fc.option(plainFacts, { freq: 4, nil: undefined }), { minLength: factNames.length, maxLength: factNames.length }),
      days: fc.array(fc.option(dates, { nil: undefined }), { minLength: 7, maxLength: 7 }),
      cited: fc.array(fc.option(fc.array(sources, { maxLength: 2 }), { freq: 4, nil: undefined }), { minLength: 7, maxLength: 7 }),
      depth: depths,
      date: dates,
    })
    .map(({ ids, owner, stated, days, cited, depth, date }) => ({
      customer: 'C-1',
      depth,
      date,
      sections: ids.map((id, index) => {
        const own = factNames.filter((name, place) => {
          const owned = owner[place] as number
          return owned > 3 ? asked.get(name) === id : owned === index
        })
        const facts = own.flatMap((name) => {
          const fact = stated[factNames.indexOf(name)]
          return fact === undefined ? [] : [[name, fact] as const]
        })
        return compact({ id, date: days[index], facts: Object.fromEntries(facts), sources: cited[index] })
      }),
    }))
}

/** Any report with a scheme and any question. */
export const investigations: fc.Arbitrary<RandomInvestigation> = investigationSchemes.chain((scheme) =>
  fc.record({
    report: reportsFor(scheme),
    scheme: fc.constant(scheme),
    options: fc.record({ asOf: dates, changedOn: dates, depth: depths }, { requiredKeys: [] }),
  }),
)

const tenths = (least: number, greatest: number): fc.Arbitrary<number> => fc.integer({ min: least, max: greatest }).map((units) => units / 10)
const percents = fc.integer({ min: 0, max: 1000 }).map((units) => units / 10)

const ratingFactors: fc.Arbitrary<RatingFactor[]> = fc
  .uniqueArray(fc.constantFrom(...factNames), { minLength: 1, maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.map(ratingFactor)))

function ratingFactor(id: string): fc.Arbitrary<RatingFactor> {
  return fc
    .record({
      weight: tenths(1, 60),
      froms: fc.uniqueArray(tenths(-20, 60), { maxLength: 5 }),
      points: fc.array(tenths(-50, 100), { minLength: 6, maxLength: 6 }),
      unknownPoints: fc.option(tenths(-80, 100), { nil: undefined }),
      maximum: fc.option(tenths(70, 90), { nil: undefined }),
    })
    .map(({ weight, froms, points, unknownPoints, maximum }) => {
      const bands = [...froms, null].map((from, index) => ({ from, points: points[index] as number }))
      return compact({ id, weight, bands, unknownPoints, maximum })
    })
}

const ratingSchemes: fc.Arbitrary<CreditRatingScheme> = fc
  .record({
    factors: ratingFactors,
    score: fc.constantFrom('weighted-average' as const, 'weighted-sum' as const, undefined),
    froms: fc.uniqueArray(tenths(-60, 120), { maxLength: 5 }),
    losses: fc.array(percents, { minLength: 6, maxLength: 6 }),
    maximumBadDebtPercent: percents,
  })
  .map(({ factors, score, froms, losses, maximumBadDebtPercent }) => {
    const worstFirst = [null, ...[...froms].sort((a, b) => a - b)]
    const falling = [...losses].sort((a, b) => b - a)
    const grades = worstFirst.map((from, index) => ({ id: `G${index}`, from, expectedBadDebtPercent: falling[index] as number }))
    const header = { kind: 'credit-rating' as const, id: 'random', version: 1 }
    return compact({ ...header, factors, score, grades: [...grades].reverse(), standard: { maximumBadDebtPercent } })
  })

/** Any rating of a report that states its facts, but for some that need not be known, in two sections. */
export const ratings: fc.Arbitrary<RandomRating> = ratingSchemes.chain((scheme) => {
  const value = fc.oneof(
    tenths(-30, 70),
    fc.integer({ min: -300, max: 700 }).map((units) => String(units / 100)),
    fc.boolean(),
  )
  const facts = scheme.factors.map(({ id, unknownPoints }) =>
    fc.record({ id: fc.constant(id), value, second: fc.boolean(), isKnown: unknownPoints === undefined ? fc.constant(true) : fc.boolean() }),
  )
  return fc.tuple(...facts).map((stated) => {
    const of = (second: boolean) => stated.filter((fact) => fact.isKnown && fact.second === second).map((fact) => [fact.id, fact.value] as const)
    const sections = [
      { id: 'first', facts: { ...Object.fromEntries(of(false)), notes: 'nothing that is rated' } },
      { id: 'second', facts: Object.fromEntries(of(true)) },
    ]
    return { scheme, report: { customer: 'C-1', depth: 'standard' as const, date: '2024-03-01', sections } }
  })
})
