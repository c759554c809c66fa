import { currencyDigits, type DecimalString, sumDecimals } from '@clientele/core'
import { rankCandidates } from '@clientele/scoring'
import type { OrdersConfig, RatingRule } from '../config/types.js'
import { measureCustomers } from '../customers/measureCustomers.js'
import { rateCustomers } from '../customers/rateCustomers.js'
import type { Measures } from '../customers/types.js'
import { composeLifetime } from '../lifetime/composeLifetime.js'
import type { OrderBook } from '../orders/types.js'
import { composeTiering } from '../tiering/composeTiering.js'
import { diagnoseBook } from './diagnoseBook.js'
import { shareByGrade, shareRevenue, sumRevenue } from './shareRevenue.js'
import type { OrdersReport, RankedCustomer, RatingSpread } from './types.js'
import { weightRoom } from './weightRoom.js'

/** Measures, rates, scores and ranks the customers of a book, and says all of it as data. */
export function composeOrders(book: OrderBook, config: OrdersConfig): OrdersReport {
  const { asOf, currency, scorecard } = config
  const digits = currencyDigits(currency)
  const customers = measureCustomers(book.used, { asOf, digits })
  const measures = new Map(customers.map((customer) => [customer.id, customer.measures]))
  const candidates = rateCustomers(customers, config.ratings)
  const ranking = rankCandidates(candidates, scorecard, { invalid: 'collect' })
  const ranked: RankedCustomer[] = ranking.ranked.map((row) => ({ ...row, measures: measures.get(row.candidate) as Measures }))
  const chosen = ranked.filter(({ selected }) => selected)
  const revenue = sumRevenue(ranked, digits)
  return {
    asOf,
    currency,
    rows: book.counts,
    totals: { customers: ranked.length, purchases: count(ranked, 'orders'), refunds: count(ranked, 'refunds'), revenue },
    ...(scorecard.select === undefined ? {} : { selected: shareRevenue(chosen, revenue, digits) }),
    grades: shareByGrade(ranked, scorecard.grades ?? [], revenue, digits),
    ratings: config.ratings.map((rule) => spreadRatings(ranked, rule)),
    weights: weightRoom(candidates, scorecard),
    ...composeTiering(book.used, customers, config),
    ...composeLifetime(book.used, config),
    ranked,
    tied: ranking.tied,
    diagnoses: [...diagnoseBook(book, customers), ...ranking.diagnoses],
    later: book.later,
    rejected: book.rejected,
  }
}

function count(customers: readonly RankedCustomer[], measure: 'orders' | 'refunds'): number {
  return customers.reduce((sum, { measures }) => sum + measures[measure], 0)
}

function spreadRatings(customers: readonly RankedCustomer[], { criterion, measure, cuts }: RatingRule): RatingSpread {
  const spread: number[] = Array.from({ length: cuts.length + 1 }, () => 0)
  for (const { contributions } of customers) {
    const rating = Number(contributions.find((contribution) => contribution.criterion === criterion)?.rating)
    spread[rating - 1] = (spread[rating - 1] as number) + 1
  }
  return { criterion, measure, cuts: cuts.map((cut): DecimalString => sumDecimals([cut])), customers: spread }
}
