import { type ExitTally, tallyExits } from './tallyExits.js'

/** How deals are decided, day by day, on the days on which any are. */
export interface CompetingRisks {
  readonly times: number[]
  readonly atRisk: number[]
  readonly won: number[]
  readonly lost: number[]
  readonly open: number[]
  /** Of `won`. */
  readonly standardErrors: number[]
  /** The longest time that a deal was watched; null where there are none. */
  readonly throughDays: number | null
  /** How many came under watch once nobody was left open: nothing of what became of them is in the shares. */
  readonly latecomers: number
}

/** Where the deals have got to in the end. */
export interface EventualRate {
  readonly rate: number | null
  readonly unresolved: number | null
  readonly throughDays: number | null
}

type Curve = Omit<CompetingRisks, 'latecomers'>

/** The state of a sweep over the days. */
interface Sweep {
  atRisk: number
  won: number
  lost: number
  open: number
  latecomers: number
  /** Shares at the last time that deals came or went undecided: `heldOpen` is spread evenly over the `held` deals open then. */
  held: number
  heldOpen: number
  heldWon: number
  heldLost: number
  /** Decided since then. */
  wonSince: number
  lostSince: number
  varianceOfOpen: number
  varianceOfWon: number
  covariance: number
}

/**
 * The shares of deals won, lost and still open as time goes by, where won and lost compete and open deals are lost sight of at different ages (Aalen–Johansen). Standard
 * errors by the delta method (Marubini & Valsecchi 1995; equal to Greenwood's where nothing is lost), carried from day to day: O(n + longest).
 *
 * Source: O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5 (1978); E. Marubini, M. G. Valsecchi, Analysing Survival Data, 1995, chapter 10.
 *
 * @param deals.days - How long each deal was watched, in days, 0 or more.
 * @param deals.outcomes - 0 open, 1 won, 2 lost.
 * @param deals.since - The day after which each came under watch, 0 for from the beginning (day 0 included). Those of whom that is no day before the end count nowhere.
 */
export function competingRisks(deals: {
  readonly days: Int32Array
  readonly outcomes: Uint8Array
  readonly since?: Int32Array | undefined
}): CompetingRisks {
  const tally = tallyExits(deals.days, deals.outcomes, deals.since ?? null)
  const risks: Curve = {
    times: [],
    atRisk: [],
    won: [],
    lost: [],
    open: [],
    standardErrors: [],
    throughDays: tally.longest < 0 ? null : tally.longest,
  }
  const { latecomers } = sweepDays(tally, risks)
  return { ...risks, latecomers }
}

/**
 * The end of the curve of `competingRisks`: the share won by the longest time watched, and the share of which nobody knows yet; null without deals.
 *
 * @param days - How long each deal was watched, in days, 0 or more.
 * @param outcomes - 0 open, 1 won, 2 lost.
 */
export function eventualRate(days: Int32Array, outcomes: Uint8Array): EventualRate {
  const tally = tallyExits(days, outcomes, null)
  if (tally.longest < 0) return { rate: null, unresolved: null, throughDays: null }
  const sweep = sweepDays(tally, null)
  return { rate: sweep.won, unresolved: sweep.open, throughDays: tally.longest }
}

function sweepDays(tally: ExitTally, risks: Curve | null): Sweep {
  const sweep = startSweep()
  const rows = tally.won.length
  for (let row = 0; row < rows; row += 1) {
    const entering = tally.entering[row] as number
    if (entering > 0) {
      if (sweep.open === 0) sweep.latecomers += entering
      sweep.atRisk += entering
      sweep.held = 0
    }
    const won = tally.won[row] as number
    const lost = tally.lost[row] as number
    if (won + lost > 0) {
      if (risks !== null) addVariance(sweep, won, lost)
      decide(sweep, won, lost)
      if (risks !== null) record(risks, sweep, tally.days === null ? row : (tally.days[row] as number), won + lost)
    }
    const undecided = tally.open[row] as number
    if (undecided > 0) {
      sweep.atRisk -= undecided
      sweep.held = 0
    }
  }
  return sweep
}

function startSweep(): Sweep {
  return {
    atRisk: 0,
    won: 0,
    lost: 0,
    open: 1,
    latecomers: 0,
    held: 0,
    heldOpen: 1,
    heldWon: 0,
    heldLost: 0,
    wonSince: 0,
    lostSince: 0,
    varianceOfOpen: 0,
    varianceOfWon: 0,
    covariance: 0,
  }
}

/**
 * Each deal at risk carries the same share of what is open, until one comes or goes undecided. By counting in whole deals up to then, the shares are rounded once and not at
 * every time: without undecided deals they are the plain shares.
 */
function decide(sweep: Sweep, won: number, lost: number): void {
  if (sweep.held === 0) {
    sweep.held = sweep.atRisk
    sweep.heldOpen = sweep.open
    sweep.heldWon = sweep.won
    sweep.heldLost = sweep.lost
    sweep.wonSince = 0
    sweep.lostSince = 0
  }
  sweep.wonSince += won
  sweep.lostSince += lost
  sweep.atRisk -= won + lost
  sweep.won = sweep.heldWon + (sweep.heldOpen * sweep.wonSince) / sweep.held
  sweep.lost = sweep.heldLost + (sweep.heldOpen * sweep.lostSince) / sweep.held
  sweep.open = (sweep.heldOpen * sweep.atRisk) / sweep.held
  if (sweep.atRisk > 0) return
  // Where all were won, or all lost, rounding must not leave anything else.
  if (sweep.lost === 0) sweep.won = 1
  else if (sweep.won === 0) sweep.lost = 1
}

/** The delta method for open' = open × (1 − q) and won' = won + open × p, with q decided and p won of those at risk: a multinomial draw independent of what was before. */
function addVariance(sweep: Sweep, won: number, lost: number): void {
  const { atRisk, open, varianceOfOpen, covariance } = sweep
  const p = won / atRisk
  const stay = (atRisk - won - lost) / atRisk
  const drawn = (open * open) / atRisk
  sweep.varianceOfWon += p * (p * varianceOfOpen + 2 * covariance) + drawn * p * ((atRisk - won) / atRisk)
  sweep.covariance = stay * (covariance + p * varianceOfOpen - drawn * p)
  sweep.varianceOfOpen = stay * (stay * varianceOfOpen + drawn * (1 - stay))
  // While nothing is lost, won is what is not open, whose variance is made of nothing but sums.
  if (lost + sweep.lost === 0) sweep.varianceOfWon = sweep.varianceOfOpen
}

function record(risks: Curve, sweep: Sweep, day: number, decided: number): void {
  risks.times.push(day)
  risks.atRisk.push(sweep.atRisk + decided)
  risks.won.push(sweep.won)
  risks.lost.push(sweep.lost)
  risks.open.push(sweep.open)
  // Rounding may leave a variance of nearly 0 below it.
  risks.standardErrors.push(Math.sqrt(Math.max(0, sweep.varianceOfWon)))
}
