import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkDecimal,
  checkInteger,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  createIssue,
  describeValue,
} from '@clientele/core/checks'
import { en } from '../locales/en.js'
import type { MethodDiagnosis, MethodRanking, Normalisation } from '../methods/types.js'

type Check = (value: unknown, path: Path, issues: Issue[]) => void

const METHODS = Object.keys(en.methods.names) as MethodRanking['method'][]
const NORMALISATIONS = Object.keys(en.methods.normalisations) as Normalisation[]
const CODES = Object.keys(en.methods.diagnoses) as MethodDiagnosis['code'][]
const CHANGES = Object.keys(en.methods.changes)

/** What every ranking has. */
const KEYS = ['method', 'ranked', 'diagnoses']

/** The normalisations of the methods that have any. */
const normalisations: { readonly [Method in MethodRanking['method']]?: readonly Normalisation[] } = {
  'weighted-sum': NORMALISATIONS,
  'weighted-product': NORMALISATIONS.filter((one) => one !== 'min-max'),
  topsis: NORMALISATIONS,
}

/** What is said of each diagnosis. */
const params: { readonly [Code in MethodDiagnosis['code']]: { readonly [name: string]: Check } } = {
  'constant-criterion': { criterion: checkText },
  'no-alternatives': {},
  'nothing-differs': {},
  'only-one-alternative': {},
  'reversal-not-ruled-out': {
    change: (value, path, issues) => checkChoice(value, CHANGES, path, issues),
    tried: checkInteger,
    possible: checkInteger,
  },
  'reversed-by-adding': { values: listOf(checkDecimal), copyOf: optional(checkText), higher: checkText, lower: checkText },
  'reversed-by-removing': { alternative: checkText, higher: checkText, lower: checkText },
}

/** Adds an issue for all that is said of a ranking by a method, and is missing or of another kind. */
export function checkMethodRanking(ranking: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(ranking, path, issues)) return
  const { method, normalisation, ranked, diagnoses, compromise, acceptable } = { ...ranking }
  if (checkChoice(method, METHODS, [...path, 'method'], issues)) {
    const allowed = normalisations[method]
    if (allowed !== undefined) checkChoice(normalisation, allowed, [...path, 'normalisation'], issues)
    else if (normalisation !== undefined) checkKeys({ normalisation }, KEYS, path, issues)
  }
  listOf(checkPlace)(ranked, [...path, 'ranked'], issues)
  listOf(checkDiagnosis)(diagnoses, [...path, 'diagnoses'], issues)
  if (method !== 'vikor') return
  listOf(checkText)(compromise, [...path, 'compromise'], issues)
  checkMembers(acceptable, { advantage: checkBoolean, stability: checkBoolean }, [...path, 'acceptable'], issues)
}

function checkPlace(row: unknown, path: Path, issues: Issue[]): void {
  const rank: Check = (value, place, found) => checkInteger(value, place, found, { minimum: 1 })
  checkMembers(row, { alternative: checkText, rank, score: checkDecimal, contributions: listOf(checkContribution) }, path, issues)
}

function checkContribution(contribution: unknown, path: Path, issues: Issue[]): void {
  checkMembers(contribution, { criterion: checkText }, path, issues)
}

function checkDiagnosis(diagnosis: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(diagnosis, path, issues)) return
  const { code, params: told } = { ...diagnosis }
  if (checkChoice(code, CODES, [...path, 'code'], issues)) checkMembers(told, params[code], [...path, 'params'], issues)
}

function checkMembers(value: unknown, checks: { readonly [name: string]: Check }, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const members = { ...value }
  for (const [name, check] of Object.entries(checks)) check(members[name], [...path, name], issues)
}

function listOf(check: Check): Check {
  return (value, path, issues) => {
    if (checkList(value, path, issues)) Array.from(value).forEach((member, index) => check(member, [...path, index], issues))
  }
}

function optional(check: Check): Check {
  return (value, path, issues) => {
    if (value !== undefined) check(value, path, issues)
  }
}

function checkBoolean(value: unknown, path: Path, issues: Issue[]): void {
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else if (typeof value !== 'boolean') issues.push(createIssue('not-allowed', path, { allowed: ['true', 'false'], actual: describeValue(value) }))
}
