import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { type AgeingRun, placeNowhere } from './ageingRun.js'

/** How many days of the calendar follow its first one. */
const DAYS = LAST_DAY - FIRST_DAY

/** Sums up items in float64 integers; returns the first row that is not as plain as most are, or the number of rows. */
export function sumRows(run: AgeingRun, from: number): number {
  const { asOf, sums, places } = run
  const { length, days, dues, amounts, opens, groups, disputed: flags } = run.items
  const { isByDueDate, bucketOfAge, buckets } = run.prepared
  const { capacity, counts } = sums
  const { cells: debits } = sums.debits
  const { cells: credits } = sums.credits
  const { cells: disputes } = sums.disputed
  const bucketColumn = places?.bucket
  const openColumn = places?.open
  const lastAge = bucketOfAge.length - 1
  const origins = isByDueDate ? dues : days
  let row = from
  for (; row < length; row++) {
    const open = (opens[row] as number) + 0
    const size = Math.abs(open)
    const day = days[row] as number
    const group = groups === undefined ? 0 : (groups[row] as number)
    const flag = flags === undefined ? 0 : (flags[row] as number)
    // What is NaN fails here too. A shift makes numbers below 0 too large.
    if (!(size < EXACT_INTEGER_LIMIT && Math.floor(size) === size && flag <= 1 && group >>> 0 < capacity)) break
    if ((day - FIRST_DAY) >>> 0 > DAYS || ((dues[row] as number) - FIRST_DAY) >>> 0 > DAYS) break
    if (day > asOf) {
      run.later += 1
      if (places !== undefined) placeNowhere(places, row)
      continue
    }
    const age = clamp(asOf - (origins[row] as number), lastAge)
    const bucket = open === 0 ? buckets.length : (bucketOfAge[age] as number)
    const cell = bucket * capacity + group
    // Of two integers below 2⁵³ the sum is exact if it is below 2⁵³ too.
    const disputed = flag === 1 ? (disputes[cell] as number) + open : 0
    if (!(Math.abs(disputed) < EXACT_INTEGER_LIMIT)) break
    if (open < 0) {
      const credit = (credits[cell] as number) + open
      if (!(credit > -EXACT_INTEGER_LIMIT)) break
      credits[cell] = credit
    } else {
      const debit = (debits[cell] as number) + open
      if (!(debit < EXACT_INTEGER_LIMIT)) break
      debits[cell] = debit
    }
    if (flag === 1) disputes[cell] = disputed
    counts[cell] = (counts[cell] as number) + 1
    if (open * (amounts[row] as number) <= 0 && open !== 0) run.beyond += 1
    if (bucketColumn !== undefined && openColumn !== undefined) {
      bucketColumn[row] = open === 0 ? -1 : bucket
      openColumn[row] = open
    }
  }
  return row
}

/** An integer of 32 bits, or 0 or the greatest where it is not between these: ages are too mixed for the processor to guess a way. */
function clamp(value: number, greatest: number): number {
  const excess = value - greatest
  const lesser = greatest + (excess & (excess >> 31))
  return lesser & ~(lesser >> 31)
}
