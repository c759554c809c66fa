import { addCalendarDays, addCalendarMonths } from '@clientele/core'
import type {
  Conversion,
  DealStanding,
  FunnelCohort,
  FunnelFigures,
  FunnelMeasure,
  FunnelOptions,
  LossMeasure,
  OutcomeMeasure,
  Pipeline,
  StageChange,
  StageMeasure,
} from '../src/index.js'

/** What the naive way finds: everything but the texts of issues. */
export type NaiveMeasure = Omit<FunnelMeasure, 'rejected' | 'policies'> & { readonly refused: readonly (readonly [index: number, code: string])[] }

/** A change, once it is known when and where to. */
interface Step {
  readonly index: number
  readonly deal: string
  readonly date: string
  /** Milliseconds; null where only the date is known. */
  readonly moment: number | null
  /** 0 for the first stage, after the last one won and then lost. */
  readonly place: number
  readonly change: StageChange
}

interface Told {
  readonly deal: string
  readonly steps: readonly Step[]
  readonly outcome: 'won' | 'lost' | 'open'
  readonly entered: string
  /** Of an open deal the last date looked at. */
  readonly closed: string
  /** -1: it never was in a stage. */
  readonly furthest: number
  readonly amount: bigint | null
  readonly currency: string | null
  readonly reason: string | null
  readonly expected: string | null
  readonly attributes: ReadonlyMap<string, string>
}

const PLACES = 15
const UNIT = 10n ** BigInt(PLACES)
const Z = 1.959963984540054
const A_DAY = 86_400_000

/** Amounts without an exponent, in units of 10 to the power of −15. */
function unitsOf(amount: string | number): bigint {
  const [whole = '', decimals = ''] = String(amount).split('.')
  return BigInt(whole + decimals.padEnd(PLACES, '0'))
}

function amountText(units: bigint, currency: string | null): string {
  const minor = currency === null || currency === 'JPY' ? 0 : currency === 'KWD' ? 3 : 2
  const decimals = String(units % UNIT)
    .padStart(PLACES, '0')
    .replace(/0+$/, '')
    .padEnd(minor, '0')
  return `${units / UNIT}${decimals === '' ? '' : `.${decimals}`}`
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / A_DAY

const calendars = new Map<string, Intl.DateTimeFormat>()

/** The date in a zone, as the host's own calendar tells it. */
export function dateIn(zone: string, moment: number): string {
  const known = calendars.get(zone)
  const calendar = known ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(zone, calendar)
  const parts = calendar.formatToParts(moment)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value as string
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** All changes of a deal that come before a date's end, ordered by hand: the earliest of what is left, again and again. */
function orderSteps(steps: readonly Step[]): Step[] {
  const left = [...steps]
  const ordered: Step[] = []
  const comesBefore = (one: Step, other: Step): boolean => {
    if (one.date !== other.date) return one.date < other.date
    const isVague = steps.some(({ date, moment }) => date === one.date && moment === null)
    const [first, second] = [one.moment ?? Number.NEGATIVE_INFINITY, other.moment ?? Number.NEGATIVE_INFINITY]
    if (!isVague && first !== second) return first < second
    if (one.place !== other.place) return one.place < other.place
    return first === second ? one.index < other.index : first < second
  }
  while (left.length > 0) {
    const earliest = left.find((one) => left.every((other) => other === one || comesBefore(one, other))) as Step
    ordered.push(earliest)
    left.splice(left.indexOf(earliest), 1)
  }
  return ordered
}

/** Tells what became of a deal; undefined where nothing of it can be taken. */
function tellDeal(deal: string, all: readonly Step[], pipeline: Pipeline, asOf: string, refused: (readonly [number, string])[]): Told | undefined {
  const won = pipeline.stages.length
  const steps: Step[] = []
  const ordered = orderSteps(all)
  for (const [index, step] of ordered.entries()) {
    const before = steps.at(-1)
    const isCopy = ordered.slice(0, index).some(({ place, date, moment }) => place === step.place && date === step.date && moment === step.moment)
    if (isCopy) refused.push([step.index, 'duplicate'])
    else if (before !== undefined && before.place >= won && step.place >= won && before.place !== step.place)
      refused.push([step.index, 'already-closed'])
    else steps.push(step)
  }
  const last = steps.at(-1)
  if (last === undefined) return undefined
  // The last episode's end: the first of the outcomes that nothing but outcomes follows.
  const ending = steps.filter((_, index) => steps.slice(index).every(({ place }) => place >= won))
  let [amount, currency, expected]: [bigint | null, string | null, string | null] = [null, pipeline.currency ?? null, null]
  const attributes = new Map<string, string>()
  for (const { change } of steps) {
    if (change.amount !== undefined) amount = unitsOf(change.amount)
    currency = change.currency ?? currency
    expected = change.expected ?? expected
    for (const [attribute, value] of Object.entries(change.attributes ?? {})) {
      attributes.delete(attribute)
      if (value !== null && value !== '') attributes.set(attribute, value)
    }
  }
  return {
    deal,
    steps,
    outcome: last.place < won ? 'open' : last.place === won ? 'won' : 'lost',
    entered: (steps[0] as Step).date,
    closed: ending[0]?.date ?? asOf,
    furthest: Math.max(-1, ...steps.map(({ place }) => place).filter((place) => place < won)),
    amount,
    currency: amount === null ? null : currency,
    reason:
      ending
        .map(({ change }) => change.reason)
        .filter((reason) => reason !== undefined)
        .at(-1) ?? null,
    expected,
    attributes,
  }
}

function conversionOf(cases: readonly { readonly days: number; readonly outcome: Told['outcome'] }[]): Conversion {
  const count = (outcome: Told['outcome']): number => cases.filter((one) => one.outcome === outcome).length
  const [won, closed] = [count('won'), count('won') + count('lost')]
  let [rate, open] = [0, 1]
  for (const time of [...new Set(cases.map(({ days }) => days))].sort((one, other) => one - other)) {
    const atRisk = cases.filter(({ days }) => days >= time).length
    const wonNow = cases.filter(({ days, outcome }) => days === time && outcome === 'won').length
    const lostNow = cases.filter(({ days, outcome }) => days === time && outcome === 'lost').length
    rate += (open * wonNow) / atRisk
    open *= 1 - (wonNow + lostNow) / atRisk
  }
  const throughDays = cases.length === 0 ? null : Math.max(...cases.map(({ days }) => days))
  const p = won / closed
  const middle = (p + (Z * Z) / (2 * closed)) / (1 + (Z * Z) / closed)
  const half = (Z / (1 + (Z * Z) / closed)) * Math.sqrt((p * (1 - p)) / closed + (Z * Z) / (4 * closed * closed))
  return {
    ofEntered: cases.length === 0 ? null : won / cases.length,
    ofClosed: closed === 0 ? null : p,
    eventual: throughDays === null ? { rate: null, unresolved: null, throughDays } : { rate, unresolved: open, throughDays },
    interval: closed === 0 ? null : [middle - half, middle + half],
  }
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((one, other) => one - other)
  const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return sorted.length === 0 ? null : ((middle[0] as number) + (middle[1] as number)) / 2
}

function measureStage({ stages }: Pipeline, stage: number, deals: readonly Told[]): StageMeasure {
  const passages = deals.flatMap((deal) => {
    const { steps, outcome, furthest, closed } = deal
    if (furthest < stage && outcome !== 'won') return []
    const inStages = steps.filter(({ place }) => place < stages.length)
    const arrival = inStages.find(({ place }) => place >= stage)
    const departure = inStages.find(({ place }) => place > stage)
    const became = departure === undefined ? outcome : ('won' as const)
    const days = daysBetween(arrival?.date ?? closed, departure?.date ?? closed)
    const stood = inStages.some(({ place }) => place === stage)
    return [{ days, outcome: became, stood, stayed: arrival?.place === stage, stands: outcome === 'open' && inStages.at(-1)?.place === stage }]
  })
  const daysOf = (...outcomes: readonly string[]): number[] =>
    passages.filter(({ outcome, stayed }) => stayed && outcomes.includes(outcome)).map(({ days }) => days)
  const count = (holds: (passage: (typeof passages)[number]) => boolean): number => passages.filter(holds).length
  return {
    stage: stages[stage]?.id as string,
    entered: passages.length,
    skipped: count(({ stood }) => !stood),
    advanced: count(({ outcome }) => outcome === 'won'),
    lost: count(({ outcome }) => outcome === 'lost'),
    open: count(({ outcome }) => outcome === 'open'),
    standing: count(({ stands }) => stands),
    conversion: conversionOf(passages),
    medianDays: medianOf(daysOf('won', 'lost')),
    medianDaysAdvanced: medianOf(daysOf('won')),
    medianDaysLost: medianOf(daysOf('lost')),
  }
}

function amountsOf(deals: readonly Told[]): OutcomeMeasure['amounts'] {
  const stated = deals.filter(({ amount }) => amount !== null)
  const codes = [...new Set(stated.map(({ currency }) => currency))]
  const inOrder = [...codes.filter((code) => code !== null).sort(), ...codes.filter((code) => code === null)]
  return inOrder.map((currency) => {
    const own = stated.filter((deal) => deal.currency === currency)
    return {
      currency,
      amount: amountText(
        own.reduce((sum, { amount }) => sum + (amount as bigint), 0n),
        currency,
      ),
    }
  })
}

function measureOutcome(deals: readonly Told[]): OutcomeMeasure {
  const days = deals.map(({ entered, closed }) => daysBetween(entered, closed))
  return {
    count: deals.length,
    amounts: amountsOf(deals),
    withoutAmount: deals.filter(({ amount }) => amount === null).length,
    meanDays: deals.length === 0 ? null : days.reduce((sum, one) => sum + one, 0) / deals.length,
    medianDays: medianOf(days),
  }
}

function measureLosses({ stages, lossReasons }: Pipeline, lost: readonly Told[]): LossMeasure[] {
  const known = lossReasons.map((reason) => (typeof reason === 'string' ? reason : reason.id))
  const unknown = [...new Set(lost.map(({ reason }) => reason))].filter((reason) => reason !== null && !known.includes(reason)).sort()
  return [-1, ...stages.keys()].flatMap((stage) =>
    [...known, ...unknown, null].flatMap((reason) => {
      const own = lost.filter((deal) => deal.furthest === stage && deal.reason === reason)
      return own.length === 0 ? [] : [{ stage: stages[stage]?.id ?? null, reason, count: own.length, amounts: amountsOf(own) }]
    }),
  )
}

function measureFigures(pipeline: Pipeline, deals: readonly Told[]): FunnelFigures {
  const those = (outcome: Told['outcome']): Told[] => deals.filter((deal) => deal.outcome === outcome)
  return {
    entered: deals.length,
    stages: pipeline.stages.map((_, stage) => measureStage(pipeline, stage, deals)),
    conversion: conversionOf(deals.map(({ entered, closed, outcome }) => ({ days: daysBetween(entered, closed), outcome }))),
    won: measureOutcome(those('won')),
    lost: measureOutcome(those('lost')),
    open: measureOutcome(those('open')),
    losses: measureLosses(pipeline, those('lost')),
  }
}

function isPeriodStart(date: string, by: string, fiscalYearStart: number): boolean {
  const [month, day] = [Number(date.slice(5, 7)), date.slice(8)]
  if (by === 'day') return true
  if (by === 'week') return new Date(date).getUTCDay() === 1
  if (by === 'month') return day === '01'
  return day === '01' && (month - fiscalYearStart + 12) % (by === 'quarter' ? 3 : 12) === 0
}

function measureCohorts(deals: readonly Told[], { cohorts, asOf }: FunnelOptions): FunnelCohort[] {
  const { by, fiscalYearStart = 1, matureAfter } = cohorts as NonNullable<FunnelOptions['cohorts']>
  const startOf = (date: string): string => (isPeriodStart(date, by, fiscalYearStart) ? date : startOf(addCalendarDays(date, -1)))
  const endOf = (date: string): string => (isPeriodStart(addCalendarDays(date, 1), by, fiscalYearStart) ? date : endOf(addCalendarDays(date, 1)))
  return [...new Set(deals.map(({ entered }) => startOf(entered)))].sort().map((from) => {
    const own = deals.filter(({ entered }) => startOf(entered) === from)
    const to = endOf(from)
    const { entered, won, lost, open, conversion } = measureFigures({ stages: [], lossReasons: [] } as never, own)
    const [, months = 0, days = 0] = (/^P(?:(\d+)M)?(?:(\d+)D)?$/.exec(matureAfter ?? '') ?? []).map((part) => Number(part ?? 0))
    const mature = matureAfter === undefined ? to <= asOf && open.count === 0 : addCalendarDays(addCalendarMonths(to, months), days) <= asOf
    return { from, to, mature, entered, won: won.count, lost: lost.count, open: open.count, conversion }
  })
}

function standingOf({ stages }: Pipeline, told: Told): DealStanding {
  const { deal, steps, outcome, entered, closed, furthest, amount, currency, reason, expected, attributes } = told
  const stood = steps.filter(({ place }) => place < stages.length).at(-1)
  return {
    deal,
    outcome,
    stage: stages[stood?.place ?? -1]?.id ?? null,
    furthest: stages[furthest]?.id ?? null,
    entered,
    closed: outcome === 'open' ? null : closed,
    days: daysBetween(entered, closed),
    amount: amount === null ? null : amountText(amount, currency),
    currency,
    expected,
    reason,
    attributes: Object.fromEntries([...attributes].sort()),
  }
}

/** A funnel by its definitions, everything looked up again for every figure. Every change must be right by itself; only copies that say the same are told apart. */
export function measureNaively(log: readonly StageChange[], pipeline: Pipeline, options: FunnelOptions): NaiveMeasure {
  const { asOf, zone = 'UTC', entered, by, currencyRates, cohorts, detail } = options
  const names = [...pipeline.stages.map(({ id }) => id), pipeline.won, pipeline.lost]
  const steps = log.map((change, index): Step => {
    const moment = change.at.length === 10 ? null : Date.parse(change.at)
    const date = moment === null ? change.at : dateIn(zone, moment)
    return { index, deal: String(change.deal), date, moment, place: names.indexOf(change.to), change }
  })
  const known = steps.filter(({ date }) => date <= asOf)
  const refused: (readonly [number, string])[] = []
  const all = [...new Set(known.map(({ deal }) => deal))].sort().flatMap((deal) => {
    const own = known.filter((step) => step.deal === deal)
    return tellDeal(deal, own, pipeline, asOf, refused) ?? []
  })
  const chosen = all.filter((deal) => deal.entered >= (entered?.from ?? '0001-01-01') && deal.entered <= (entered?.to ?? '9999-12-31'))
  const deals = chosen.map((deal): Told => {
    if (currencyRates === undefined || deal.amount === null) return deal
    if (deal.currency === null) return deal
    const rate = deal.currency === currencyRates.to ? '1' : (currencyRates.rates[deal.currency as string] as string)
    return { ...deal, amount: (deal.amount * unitsOf(rate)) / UNIT, currency: currencyRates.to }
  })
  const values = by === undefined ? [] : [...new Set(deals.map(({ attributes }) => attributes.get(by)))]
  const groups = [...values.filter((value) => value !== undefined).sort(), ...values.filter((value) => value === undefined)]
  return {
    asOf,
    zone,
    ...(entered === undefined ? {} : { enteredWithin: { from: entered.from ?? '0001-01-01', to: entered.to ?? '9999-12-31' } }),
    ...measureFigures(pipeline, deals),
    ...(cohorts === undefined ? {} : { cohorts: measureCohorts(deals, options) }),
    ...(by === undefined
      ? {}
      : {
          by,
          groups: groups.map((value) => ({
            group: value ?? null,
            ...measureFigures(
              pipeline,
              deals.filter(({ attributes }) => attributes.get(by) === value),
            ),
          })),
        }),
    ...(detail === undefined ? {} : { deals: deals.map((deal) => standingOf(pipeline, deal)) }),
    diagnoses: diagnose(pipeline, deals, {
      later: steps.length - known.length,
      enteredOtherwise: all.length - deals.length,
      withoutGroup: by === undefined ? 0 : deals.filter(({ attributes }) => !attributes.has(by)).length,
      rejected: refused.length,
    }),
    refused: refused.sort(([one], [other]) => one - other),
  }
}

function diagnose(
  { stages, lossReasons }: Pipeline,
  deals: readonly Told[],
  { later, enteredOtherwise, withoutGroup, rejected }: { readonly [count in 'later' | 'enteredOtherwise' | 'withoutGroup' | 'rejected']: number },
): NaiveMeasure['diagnoses'] {
  const count = (holds: (deal: Told) => boolean): number => deals.filter(holds).length
  const neighbours = (deal: Told, holds: (one: number, next: number) => boolean): boolean =>
    deal.steps.some(({ place }, index) => index > 0 && holds((deal.steps[index - 1] as Step).place, place))
  const known = lossReasons.map((reason) => (typeof reason === 'string' ? reason : reason.id))
  const counts = {
    'later-changes': later,
    'entered-otherwise': enteredOtherwise,
    'still-open': count(({ outcome }) => outcome === 'open'),
    skipped: count(({ outcome, furthest, steps }) =>
      stages.some((_, stage) => (outcome === 'won' || stage < furthest) && !steps.some(({ place }) => place === stage)),
    ),
    regressed: count((deal) => neighbours(deal, (one, next) => next < one && one < stages.length)),
    reopened: count((deal) => neighbours(deal, (one, next) => one >= stages.length && next < stages.length)),
    'lost-without-stage': count(({ outcome, furthest }) => outcome === 'lost' && furthest === -1),
    'without-reason': count(({ outcome, reason }) => outcome === 'lost' && reason === null),
    'unknown-reason': count(({ outcome, reason }) => outcome === 'lost' && reason !== null && !known.includes(reason)),
    'without-amount': count(({ amount }) => amount === null),
    'without-currency': count(({ amount, currency }) => amount !== null && currency === null),
    'without-group': withoutGroup,
    rejected,
  }
  return Object.entries(counts).flatMap(([code, found]) => (found === 0 ? [] : [{ code: code as keyof typeof counts, params: { count: found } }]))
}
