import { compareDecimals, type DecimalString, sumDecimals } from '@clientele/core'
import type { Grade } from '@clientele/scoring'
import { padDecimals } from '../texts/formatNumber.js'
import { shareOf } from './shareOf.js'
import type { GradeShare, RankedCustomer, RevenueShare } from './types.js'

/** What some customers bring in, and which part of all revenue that is. */
export function shareRevenue(customers: readonly RankedCustomer[], revenue: DecimalString, digits: number): RevenueShare {
  const sum = sumRevenue(customers, digits)
  return { customers: customers.length, revenue: sum, revenueShare: shareOf(sum, revenue) }
}

/** The exact revenue of customers together. */
export function sumRevenue(customers: readonly RankedCustomer[], digits: number): DecimalString {
  return padDecimals(sumDecimals(customers.map(({ measures }) => measures.revenue)), digits)
}

/** What the customers of each grade bring in, from the highest grade to those who reach none. */
export function shareByGrade(customers: readonly RankedCustomer[], grades: readonly Grade[], revenue: DecimalString, digits: number): GradeShare[] {
  const descending = [...grades].sort((a, b) => compareDecimals(b.from, a.from))
  const shares: GradeShare[] = descending.map(({ id, from }) => {
    const members = customers.filter(({ grade }) => grade === id)
    return { grade: id, from: sumDecimals([from]), ...shareRevenue(members, revenue, digits) }
  })
  const ungraded = customers.filter(({ grade }) => grade === undefined)
  return grades.length > 0 && ungraded.length > 0 ? [...shares, { grade: null, ...shareRevenue(ungraded, revenue, digits) }] : shares
}
