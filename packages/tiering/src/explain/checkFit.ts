import type { Issue, Path } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkCount,
  checkFlag,
  checkInteger,
  checkNumber,
  checkShare,
  codedBy,
  createIssue,
  listOf,
  membersOf,
  oneOf,
  orNull,
} from '@clientele/core/checks'
import { type NumberBounds, readNumber } from '../lifetime/readNumber.js'
import { BG_NBD_BOUNDS, GAMMA_GAMMA_BOUNDS } from '../lifetime/readParameters.js'
import type { BgNbdDiagnosis, BgNbdFit, FitDiagnosis, GammaGammaDiagnosis } from '../lifetime/types.js'
import { checkAgeUnit } from './checkPurchases.js'

/** What a model's numbers may be. */
type Bounds = { readonly [name: string]: NumberBounds }

/** A check of a number within bounds. */
export function within(bounds: NumberBounds): Check {
  return (value, path, issues) => {
    readNumber(value, path, issues, bounds)
  }
}

const CORRELATION = { minimum: -1, maximum: 1 }

/** A fit is of one customer at least. */
const checkSome: Check = (value, path, issues) => {
  checkInteger(value, path, issues, { minimum: 1 })
}

function fitDiagnoses(bounds: Bounds): CodeChecks<FitDiagnosis> {
  return {
    'rows-rejected': { rejected: checkCount, read: checkCount },
    'not-converged': { iterations: checkCount },
    'parameter-at-bound': { parameter: oneOf(Object.keys(bounds)), value: checkShare },
    'few-repeat-buyers': { count: checkCount, least: checkCount },
    'all-alike': { customers: checkCount },
  }
}

const bgNbdDiagnoses: CodeChecks<BgNbdDiagnosis> = {
  ...fitDiagnoses(BG_NBD_BOUNDS),
  'no-repeat-buyers': { customers: checkCount },
  'repeats-at-age-zero': { count: checkCount },
}

const gammaGammaDiagnoses: CodeChecks<GammaGammaDiagnosis> = {
  ...fitDiagnoses(GAMMA_GAMMA_BOUNDS),
  'spend-not-positive': { count: checkCount },
  correlated: { correlation: within(CORRELATION), limit: checkShare },
  'no-mean': { q: within({ ...GAMMA_GAMMA_BOUNDS.q, maximum: 1 }) },
}

/** The members that every fit has. */
function fitMembers(bounds: Bounds, fixed: { readonly [name: string]: Check }): { readonly [name: string]: Check } {
  const each = (check: (name: string) => Check) => Object.fromEntries(Object.keys(bounds).map((name) => [name, check(name)]))
  return {
    parameters: membersOf({ ...fixed, ...each((name) => within(bounds[name] as NumberBounds)) }),
    standardErrors: orNull(membersOf(each(() => checkShare))),
    customers: checkSome,
    repeatBuyers: checkCount,
    logLikelihood: checkNumber,
    converged: checkFlag,
    iterations: checkCount,
  }
}

const checkBgNbdShape: Check = membersOf({
  ...fitMembers(BG_NBD_BOUNDS, { model: oneOf(['bg-nbd']), unit: checkAgeUnit }),
  diagnoses: listOf(codedBy<BgNbdDiagnosis>(bgNbdDiagnoses)),
})

const checkGammaGammaShape: Check = membersOf({
  ...fitMembers(GAMMA_GAMMA_BOUNDS, { model: oneOf(['gamma-gamma']) }),
  correlation: orNull(within(CORRELATION)),
  diagnoses: listOf(codedBy<GammaGammaDiagnosis>(gammaGammaDiagnoses)),
})

/** Adds an issue for all that is wrong with what {@link fitBgNbd} returned. */
export function checkBgNbdFit(fit: unknown, path: Path, issues: Issue[]): void {
  const before = issues.length
  checkBgNbdShape(fit, path, issues)
  if (issues.length > before) return
  const { customers, repeatBuyers } = fit as BgNbdFit
  if (repeatBuyers > customers)
    issues.push(createIssue('too-large', [...path, 'repeatBuyers'], { maximum: String(customers), actual: String(repeatBuyers) }))
}

/** Adds an issue for all that is wrong with what {@link fitGammaGamma} returned. */
export function checkGammaGammaFit(fit: unknown, path: Path, issues: Issue[]): void {
  checkGammaGammaShape(fit, path, issues)
}
