import { isRecord, ownValue } from '@clientele/core/checks'
import { type Lane, nearestUnits, readShortDecimal } from '@clientele/core/decimal'
import type { PreparedCriterion, PreparedScorecard } from '../scorecard/prepareScorecard.js'

/** Rows as the quick loop reads them; it takes nothing for granted and leaves what it does not expect to {@link addRatings}. */
interface Row {
  readonly id: unknown
  readonly ratings: { readonly [criterion: string]: number }
}

const CANDIDATE_KEYS = 2

/** Adds five ratings of each row to the totals; returns the first row that is not as plain as most rows are, or `end`. */
export function addFiveRatings(
  lanes: readonly Lane[],
  ids: readonly string[],
  checksShape: boolean,
  rows: readonly unknown[],
  start: number,
  end: number,
  totals: Float64Array,
): number {
  const [a, b, c, d, e] = lanes as [Lane, Lane, Lane, Lane, Lane]
  const [ia, ib, ic, id, ie] = lanes.map(({ index }) => ids[index]) as [string, string, string, string, string]
  const { scale: sa, low: la, high: ha, coefficient: ca } = a
  const { scale: sb, low: lb, high: hb, coefficient: cb } = b
  const { scale: sc, low: lc, high: hc, coefficient: cc } = c
  const { scale: sd, low: ld, high: hd, coefficient: cd } = d
  const { scale: se, low: le, high: he, coefficient: ce } = e
  const knownKeys = CANDIDATE_KEYS + ids.length
  for (let index = start; index < end; index++) {
    const row = rows[index] as Row
    if (typeof row !== 'object' || row === null) return index
    const { ratings } = row
    if (typeof ratings !== 'object' || ratings === null) return index
    const va = ratings[ia]
    const vb = ratings[ib]
    const vc = ratings[ic]
    const vd = ratings[id]
    const ve = ratings[ie]
    if (typeof va !== 'number' || typeof vb !== 'number' || typeof vc !== 'number' || typeof vd !== 'number' || typeof ve !== 'number') return index
    // Here the compiler knows the objects' shapes from the loads above: checking them earlier takes three times as long.
    if (Object.getPrototypeOf(row) !== Object.prototype || Object.getPrototypeOf(ratings) !== Object.prototype) return index
    if (checksShape) {
      let keys = 0
      for (const _ in row) keys++
      for (const _ in ratings) keys++
      if (keys !== knownKeys || typeof row.id !== 'string' || row.id === '') return index
    }
    const na = nearestUnits(va, sa)
    const nb = nearestUnits(vb, sb)
    const nc = nearestUnits(vc, sc)
    const nd = nearestUnits(vd, sd)
    const ne = nearestUnits(ve, se)
    if (na / sa !== va || !(na >= la && na <= ha)) return index
    if (nb / sb !== vb || !(nb >= lb && nb <= hb)) return index
    if (nc / sc !== vc || !(nc >= lc && nc <= hc)) return index
    if (nd / sd !== vd || !(nd >= ld && nd <= hd)) return index
    if (ne / se !== ve || !(ne >= le && ne <= he)) return index
    totals[index] = (totals[index] as number) + ca * na + cb * nb + cc * nc + cd * nd + ce * ne
  }
  return end
}

/** Adds some ratings of one row, read with care; returns whether every one fits its lane. */
export function addRatings(lanes: readonly Lane[], card: PreparedScorecard, candidate: unknown, row: number, totals: Float64Array): boolean {
  const ratings = isRecord(candidate) ? ownValue(candidate, 'ratings') : undefined
  if (!isRecord(ratings)) return false
  let sum = 0
  for (const lane of lanes) {
    const criterion = card.criteria[lane.index] as PreparedCriterion
    const value = ownValue(ratings, criterion.id)
    // Where a rating is missing, an unknown key may have made up for it in the count.
    if (value === undefined && !hasKnownShape(candidate, card)) return false
    const units = unitsOf(readRating(value, criterion), lane)
    if (Number.isNaN(units)) return false
    sum += lane.coefficient * units
  }
  totals[row] = (totals[row] as number) + sum
  return true
}

function readRating(value: unknown, { substitute }: PreparedCriterion): number {
  if (typeof value === 'number') return value
  if (value !== undefined) return readShortDecimal(value)
  return substitute === undefined ? Number.NaN : substitute.rating.toNumber()
}

function unitsOf(value: number, { scale, low, high, step }: Lane): number {
  const units = nearestUnits(value, scale)
  if (units / scale !== value || !(units >= low && units <= high)) return Number.NaN
  return nearestUnits((units - low) / step, 1) * step === units - low ? units : Number.NaN
}

/** Whether a candidate has an id, ratings, and no key that is not known. */
export function hasKnownShape(candidate: unknown, { criterionIds }: PreparedScorecard): boolean {
  if (!isRecord(candidate)) return false
  const id = ownValue(candidate, 'id')
  const ratings = ownValue(candidate, 'ratings')
  if (typeof id !== 'string' || id === '' || !isRecord(ratings)) return false
  return Object.keys(candidate).length === CANDIDATE_KEYS && Object.keys(ratings).every((key) => criterionIds.includes(key))
}
