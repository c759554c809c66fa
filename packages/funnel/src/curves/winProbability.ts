import type { Issue } from '@clientele/core'
import { checkInteger, checkKeys, checkRecord, checkText, ownValue, throwIssues } from '@clientele/core/checks'
import { type ReadCurve, readCurve } from './readCurve.js'
import type { AgedDeal, StageCurves, WinProbability, WinProbabilityOptions } from './types.js'

const UNKNOWN: WinProbability = { probability: null, sample: 0, unresolved: null, throughDays: null }

/**
 * Tells how likely an open deal is won, by what became of those that had been open in its stage for as long.
 *
 * @param deal - `stage`, and `ageDays`: the whole days since it first entered it, 0 or more.
 * @param curves - By stage, as {@link stageCurves} gives them under `curves`. That of the stage must be by `aalen-johansen`: `kaplan-meier` tells too much to be won.
 * @param options - `minimumSample`: with fewer deals to judge by, the probability is null; 1 unless given.
 * @returns The share won by `throughDays` of the deals that were still open at that age; `unresolved` is the share that was open even then, and may be won yet: the rest was
 * lost. `sample` counts the deals that were still watched and open when, after that age, the next was decided; the probability is null, and never 0, where it is too small, where
 * no deal so old was ever decided, or where there is no curve for the stage. Where the curve says that none was left open at that age, `sample` is 0, whoever came under watch
 * later (the curve's diagnosis `risk-set-used-up`).
 * @throws {@link InputError} if anything is not as stated, with every issue.
 * @see The transition probability from that age on of P. Andersen, Ø. Borgan, R. Gill, N. Keiding, *Statistical Models Based on Counting Processes*, 1993, IV.4.
 * @example
 * import { conversionCurve, winProbability } from '@clientele/funnel'
 *
 * const deals = [
 *   { deal: 1, entered: '2024-03-01', left: '2024-03-05', outcome: 'lost' },
 *   { deal: 2, entered: '2024-03-01', left: '2024-03-11', outcome: 'won' },
 *   { deal: 3, entered: '2024-03-01', left: '2024-03-21', outcome: 'lost' },
 *   { deal: 4, entered: '2024-03-01', left: '2024-03-28', outcome: 'won' },
 * ] as const
 * const curves = { quoted: conversionCurve(deals, { asOf: '2024-03-31' }) }
 * winProbability({ stage: 'quoted', ageDays: 0 }, curves) //=> { probability: 0.5, sample: 4, unresolved: 0, throughDays: 27 }
 * winProbability({ stage: 'quoted', ageDays: 20 }, curves).probability //=> 1
 * winProbability({ stage: 'quoted', ageDays: 27 }, curves).probability //=> null
 */
export function winProbability(deal: AgedDeal, curves: StageCurves, options: WinProbabilityOptions = {}): WinProbability {
  const issues: Issue[] = []
  const { stage, ageDays } = readAgedDeal(deal, issues)
  const minimumSample = readMinimumSample(options, issues)
  const curve = findCurve(curves, stage, issues)
  throwIssues(issues)
  return curve === undefined ? { ...UNKNOWN } : judgeByCurve(curve, ageDays, minimumSample)
}

function readAgedDeal(deal: unknown, issues: Issue[]): { readonly stage?: string; readonly ageDays: number } {
  if (!checkRecord(deal, ['deal'], issues)) return { ageDays: 0 }
  checkKeys(deal, ['stage', 'ageDays'], ['deal'], issues)
  const [stage, ageDays] = [ownValue(deal, 'stage'), ownValue(deal, 'ageDays')]
  const isStage = checkText(stage, ['deal', 'stage'], issues)
  checkInteger(ageDays, ['deal', 'ageDays'], issues, { minimum: 0 })
  return { ...(isStage ? { stage } : {}), ageDays: ageDays as number }
}

/** Of the other curves only that they may be some is checked: whoever hands over something else should know. */
function findCurve(curves: unknown, stage: string | undefined, issues: Issue[]): ReadCurve | undefined {
  if (!checkRecord(curves, ['curves'], issues)) return undefined
  for (const name of Object.keys(curves)) if (name !== stage) checkRecord(curves[name], ['curves', name], issues)
  return stage !== undefined && Object.hasOwn(curves, stage) ? readCurve(curves[stage], ['curves', stage], issues) : undefined
}

function readMinimumSample(options: unknown, issues: Issue[]): number {
  if (!checkRecord(options, ['options'], issues)) return 1
  checkKeys(options, ['minimumSample'], ['options'], issues)
  const { minimumSample = 1 } = { ...options }
  return checkInteger(minimumSample, ['options', 'minimumSample'], issues, { minimum: 1 }) ? minimumSample : 1
}

/** What {@link winProbability} tells, of a curve and an age that were read. */
export function judgeByCurve({ times, atRisk, won, open, throughDays }: ReadCurve, ageDays: number, minimumSample: number): WinProbability {
  const next = firstAfter(times, ageDays)
  const openThen = next === 0 ? 1 : (open[next - 1] as number)
  // Who came under watch once nobody was left open is no evidence: the shares say nothing of them.
  const sample = openThen === 0 ? 0 : (atRisk[next] ?? 0)
  if (sample < minimumSample) return { ...UNKNOWN, sample }
  const wonThen = next === 0 ? 0 : (won[next - 1] as number)
  const gained = (won.at(-1) as number) - wonThen
  // Rounding may leave a little less than nothing, or more than all.
  const probability = Math.min(1, Math.max(0, gained / openThen))
  return { probability, sample, unresolved: Math.min(1, (open.at(-1) as number) / openThen), throughDays }
}

/** Where the first of ascending times stands that is later than an age. */
export function firstAfter(times: readonly number[], ageDays: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((times[middle] as number) <= ageDays) low = middle + 1
    else high = middle
  }
  return low
}
