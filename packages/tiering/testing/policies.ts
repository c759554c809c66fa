import fc from 'fast-check'
import type {
  AttritionPolicy,
  AttritionSignal,
  BenefitProgramme,
  DiscountLadder,
  LevelProgramme,
  LossRebate,
  RetierPolicy,
  RetierTier,
  RfmCuts,
  RfmScheme,
  RfmSegment,
  TierScheme,
} from '../src/index.js'
import { shareSchemes, thresholdSchemes } from './tierSchemes.js'

export const names: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.string({ minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '客户') },
)
export const currencies: fc.Arbitrary<string> = fc.constantFrom('CNY', 'JPY', 'KWD')
const titles = fc.constantFrom('a title', { en: 'a title', 'zh-CN': '标题' })
const periods = fc.constantFrom('P1Y', 'P3M', 'P1Y2M10D', 'P2W', 'P30D')
const durations = fc.oneof(periods, fc.constant('P0D'))

/** What every document has. */
const header = { id: names, version: fc.oneof(fc.string({ minLength: 1, maxLength: 3 }), fc.integer()) }
const trimmings = fc.record({ format: fc.constant(1 as const), title: titles }, { requiredKeys: [] })
const money = fc.record({ currency: currencies }, { requiredKeys: [] })

/** A record of which some fields may be left out. */
const partly = <Required, Optional>(
  required: { [Key in keyof Required]: fc.Arbitrary<Required[Key]> },
  optional: {
    [Key in keyof Optional]: fc.Arbitrary<Optional[Key]>
  },
): fc.Arbitrary<Required & Partial<Optional>> =>
  fc.tuple(fc.record(required), fc.record(optional, { requiredKeys: [] })).map(([must, may]) => ({ ...must, ...may }) as Required & Partial<Optional>)

/** Different integers from the greatest to the least, some as texts. */
const falling = (bounds: { min: number; max: number }, minLength: number, maxLength: number): fc.Arbitrary<(string | number)[]> =>
  fc
    .uniqueArray(fc.integer(bounds), { minLength, maxLength })
    .map((list) => list.sort((a, b) => b - a).map((one, index) => (index % 2 === 0 ? `${one}.00` : one)))

const someNames = (count: number): fc.Arbitrary<string[]> => fc.uniqueArray(names, { minLength: count, maxLength: count })

/** So many records with ids of their own, some with titles. */
const members = <Member extends object>(own: readonly Member[]): fc.Arbitrary<(Member & { id: string; title?: string })[]> =>
  fc
    .tuple(someNames(own.length), fc.boolean())
    .map(([ids, isTitled]) => own.map((one, index) => ({ id: ids[index] as string, ...(isTitled ? { title: 'a title' } : {}), ...one })))

/** Tier schemes of any type, some with expectations. */
export const tierSchemes: fc.Arbitrary<TierScheme> = fc
  .tuple(fc.oneof(thresholdSchemes, shareSchemes), trimmings, money, fc.boolean())
  .map(([scheme, head, currency, isExpecting]) => {
    if (scheme.type === 'threshold' || !isExpecting) return { ...scheme, ...head, ...currency }
    return { ...scheme, ...head, ...currency, expectedShareOfValue: scheme.cuts.map(({ id }) => ({ id, fromPercent: 0, toPercent: '12.5' })) }
  })

const segmentsOf = (bins: number): fc.Arbitrary<RfmSegment[]> => {
  const range = fc
    .tuple(fc.integer({ min: 1, max: bins }), fc.integer({ min: 1, max: bins }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  return fc.array(fc.record({ r: range, f: range, m: range, action: titles }, { requiredKeys: [] }), { maxLength: 4 }).chain(members)
}

const cutsOf = (bins: number): fc.Arbitrary<RfmCuts> => {
  const cuts = falling({ min: -5, max: 99 }, bins - 1, bins - 1).map((list) => list.reverse())
  return fc.record({ recency: cuts, frequency: cuts, monetary: cuts })
}

const monetary = fc.record({
  measure: fc.constantFrom('net' as const, 'gross' as const),
  statistic: fc.constantFrom('sum' as const, 'mean' as const),
})

/** RFM schemes with bins or with cuts. */
export const rfmSchemes: fc.Arbitrary<RfmScheme> = fc.integer({ min: 2, max: 6 }).chain((bins) => {
  const head = { kind: fc.constant('rfm-scheme' as const), ...header, segments: segmentsOf(bins) }
  const scored = fc.oneof(
    partly({ ...head, bins: fc.constant(bins) }, { monetary, compatible: fc.constant('r-rfm' as const) }),
    partly({ ...head, cuts: cutsOf(bins) }, { monetary }),
  )
  return fc.tuple(scored, trimmings, money).map(([scheme, extra, currency]) => ({ ...scheme, ...extra, ...currency }))
})

export const levelProgrammes: fc.Arbitrary<LevelProgramme> = falling({ min: -5, max: 99 }, 1, 4)
  .chain((list) => members(list.map((from) => ({ from }))))
  .chain((levels) =>
    partly(
      { kind: fc.constant('level-programme' as const), ...header, period: periods, levels: fc.constant(levels) },
      { format: fc.constant(1 as const), title: titles, countForecastPercent: fc.constantFrom(0, '12.5', 100), softLanding: fc.boolean() },
    ),
  )

export const lossRebates: fc.Arbitrary<LossRebate> = falling({ min: 0, max: 100 }, 1, 4)
  .chain((list) => members(list.map((percent) => ({ percent }))))
  .chain((levels) =>
    partly(
      { kind: fc.constant('loss-rebate' as const), ...header, levels: fc.constant(levels) },
      { format: fc.constant(1 as const), title: titles, currency: currencies, inKind: fc.boolean() },
    ),
  )

/** Ladders of both types; percentages go up and down. */
export const ladders: fc.Arbitrary<DiscountLadder> = fc
  .tuple(falling({ min: 0, max: 500 }, 1, 4), fc.constantFrom('all-units' as const, 'incremental' as const), fc.integer({ min: 0, max: 25 }))
  .map(([list, type, percent]) => ({ type, steps: list.reverse().map((from, index) => ({ from, percent: (percent * (index + 1)) % 101 })) }))

const tierBenefits = partly(
  { tier: names, terms: fc.constantFrom('N/30', '2/15, 1/20, N/30'), ladder: ladders, services: fc.array(titles, { maxLength: 2 }), owner: titles },
  { title: titles, visits: periods, roster: fc.boolean() },
)

export const benefitProgrammes: fc.Arbitrary<BenefitProgramme> = partly(
  {
    kind: fc.constant('benefit-programme' as const),
    ...header,
    tiers: fc.uniqueArray(tierBenefits, { minLength: 1, maxLength: 3, selector: ({ tier }) => tier }),
  },
  { format: fc.constant(1 as const), title: titles, currency: currencies },
)

const retierTiers: fc.Arbitrary<RetierTier[]> = fc
  .integer({ min: 0, max: 3 })
  .chain((count) => falling({ min: -20, max: 99 }, 2 * count, 2 * count))
  .chain((cuts) => {
    const last = fc.constantFrom({}, { promoteFrom: null }, { promoteFrom: null, demoteBelow: null, from: null })
    return fc.tuple(last, fc.boolean()).chain(([none, isEasy]) => {
      const upper = cuts.flatMap((promoteFrom, index) => {
        const demoteBelow = cuts[index + 1] as string
        return index % 2 === 0 ? [{ promoteFrom, demoteBelow, ...(isEasy ? { from: demoteBelow } : {}) }] : []
      })
      return members<Omit<RetierTier, 'id'>>([...upper, none])
    })
  })

const moments = fc.constantFrom('at-once' as const, 'at-review' as const)

export const retierPolicies: fc.Arbitrary<RetierPolicy> = partly(
  {
    kind: fc.constant('retier-policy' as const),
    ...header,
    tiers: retierTiers,
    up: moments,
    down: moments,
    review: fc.record({ months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }) }),
  },
  {
    format: fc.constant(1 as const),
    title: titles,
    currency: currencies,
    minimumStay: durations,
    grace: durations,
    maximumSteps: fc.integer({ min: 1, max: 5 }),
    withoutValue: fc.constantFrom('hold' as const, 'zero' as const),
  },
)

const signalsOf = (levels: readonly { readonly id: string }[]): fc.Arbitrary<AttritionSignal[]> => {
  const level = fc.constantFrom(...levels.map(({ id }) => id))
  const types = { types: fc.uniqueArray(names, { minLength: 1, maxLength: 2 }) }
  const signal: fc.Arbitrary<AttritionSignal> = fc.oneof(
    partly(
      {
        type: fc.constant('interactions-falling' as const),
        level,
        window: periods,
        comparedWindows: fc.integer({ min: 1, max: 100 }),
        fallPercent: fc.constantFrom(100, '0.5'),
      },
      { ...types, leastExpected: fc.constantFrom('0.5', 3) },
    ),
    partly({ type: fc.constant('silent-before-contract-end' as const), level, within: durations, silentFor: periods }, types),
    partly({ type: fc.constant('silent' as const), level, silentFor: periods }, types),
    partly(
      { type: fc.constant('longer-pause-than-usual' as const), level, times: fc.constantFrom('1.5', 2) },
      { ...types, leastPauses: fc.integer({ min: 1, max: 9 }) },
    ),
  )
  const different = fc.uniqueArray(signal, { minLength: 1, maxLength: 4, selector: (one) => `${one.type} ${one.level}` })
  return fc.tuple(different, fc.boolean()).map(([list, isNamed]) => list.map((one, index) => (isNamed ? { ...one, id: `sign ${index}` } : one)))
}

export const attritionPolicies: fc.Arbitrary<AttritionPolicy> = fc
  .array(fc.record({ action: titles }), { minLength: 1, maxLength: 3 })
  .chain(members)
  .chain((levels) =>
    partly(
      { kind: fc.constant('attrition-policy' as const), ...header, levels: fc.constant(levels), signals: signalsOf(levels) },
      { format: fc.constant(1 as const), title: titles },
    ),
  )
