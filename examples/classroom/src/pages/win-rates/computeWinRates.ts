import type { Issue } from '@clientele/core'
import { checkInteger, throwIssues } from '@clientele/core/checks'
import { type ConversionCurve, conversionCurve, type FunnelMeasure, measureFunnel, type WinProbability, winProbability } from '@clientele/funnel'
import { numberOf } from '../../fields/numberOf.js'
import type { Attempt } from '../types.js'
import { type Deal, LAST_DAY, logOf, type Outcome, pipeline, watchedOf } from './deals.js'
import { daysField, dealNumbers, outcomeField, type WinRatesFields } from './fields.js'

/** Ten years. */
const MOST_DAYS = 3650

/** The win rate in four ways; null where it cannot be told. */
export interface Rates {
  readonly ofEntered: number | null
  readonly ofClosed: number | null
  readonly kaplanMeier: number | null
  readonly eventual: number | null
}

export interface WinRates {
  readonly deals: readonly Deal[]
  readonly measure: FunnelMeasure
  readonly rates: Rates
  readonly aalenJohansen: ConversionCurve
  readonly kaplanMeier: ConversionCurve
  /** What the rates are as it was typed, and what they would be if all open deals were lost or won today. */
  readonly bounds: { readonly [supposed in Outcome]: Rates }
  /** Of each open deal, how likely it is won. */
  readonly chances: readonly { readonly deal: Deal; readonly chance: WinProbability }[]
}

/** Measures the deals in four ways. Days and outcomes are tried apart from each other, so that what is wrong with both is said at once. */
export function computeWinRates(fields: WinRatesFields, attempt: Attempt): WinRates | undefined {
  const outcomes = attempt(
    () => readOutcomes(fields),
    ([, index]) => outcomeField(dealNumbers[index as number] as (typeof dealNumbers)[number]),
  )
  const days = attempt(
    () => readDays(fields),
    ([, index]) => daysField(dealNumbers[index as number] as (typeof dealNumbers)[number]),
  )
  if (outcomes === undefined || days === undefined) return undefined
  const typed = dealNumbers.flatMap((number, index): Deal[] => {
    const [watched, outcome] = [days[index], outcomes[index]]
    return watched === undefined || outcome === undefined ? [] : [{ number, days: watched, outcome, isSupposed: false }]
  })
  return measureDeals(typed, supposedOf(fields))
}

/** What the open deals are taken to be: anything but won and lost leaves them open. */
export function supposedOf({ suppose }: Pick<WinRatesFields, 'suppose'>): Outcome {
  return suppose === 'won' || suppose === 'lost' ? suppose : 'open'
}

function measureDeals(typed: readonly Deal[], supposed: Outcome): WinRates {
  const deals = suppose(typed, supposed)
  const { measure, kaplanMeier, rates } = ratesOf(deals)
  const aalenJohansen = conversionCurve(watchedOf(deals), { asOf: LAST_DAY })
  return {
    deals,
    measure,
    rates,
    aalenJohansen,
    kaplanMeier,
    bounds: { open: ratesOf(typed).rates, lost: ratesOf(suppose(typed, 'lost')).rates, won: ratesOf(suppose(typed, 'won')).rates },
    chances: deals
      .filter(({ outcome }) => outcome === 'open')
      .map((deal) => ({ deal, chance: winProbability({ stage: 'open', ageDays: deal.days }, { open: aalenJohansen }) })),
  }
}

function suppose(deals: readonly Deal[], outcome: Outcome): Deal[] {
  return deals.map((deal) => (deal.outcome === 'open' && outcome !== 'open' ? { ...deal, outcome, isSupposed: true } : deal))
}

function ratesOf(deals: readonly Deal[]): Pick<WinRates, 'measure' | 'kaplanMeier' | 'rates'> {
  const measure = measureFunnel(logOf(deals), pipeline, { asOf: LAST_DAY })
  const kaplanMeier = conversionCurve(watchedOf(deals), { asOf: LAST_DAY, method: 'kaplan-meier' })
  const { ofEntered, ofClosed, eventual } = measure.conversion
  // Before the first deal is won, none is.
  const wonByNow = kaplanMeier.deals === 0 ? null : (kaplanMeier.won.at(-1) ?? 0)
  return { measure, kaplanMeier, rates: { ofEntered, ofClosed, kaplanMeier: wonByNow, eventual: eventual.rate } }
}

/** Every outcome is read, also that of a row without days: the package says which ones there are. */
function readOutcomes(fields: WinRatesFields): Outcome[] {
  const read = dealNumbers.map((number) => fields[outcomeField(number)] as Outcome)
  conversionCurve(
    read.map((outcome, index) => ({ deal: index, entered: LAST_DAY, left: LAST_DAY, outcome })),
    { asOf: LAST_DAY },
  )
  return read
}

/** Days as they are typed: undefined where nothing is. */
function readDays(fields: WinRatesFields): (number | undefined)[] {
  const issues: Issue[] = []
  const read = dealNumbers.map((number, index) => {
    const text = fields[daysField(number)].trim()
    if (text === '') return undefined
    const days = numberOf(text)
    return checkInteger(days, ['days', index], issues, { minimum: 0, maximum: MOST_DAYS }) ? days : undefined
  })
  throwIssues(issues)
  return read
}
