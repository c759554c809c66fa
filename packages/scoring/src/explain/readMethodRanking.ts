import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkDecimal, checkInteger, checkList, checkRecord, checkText } from '@clientele/core/checks'
import { en } from '../locales/en.js'
import type { MethodRanking, Normalisation } from '../methods/types.js'

const METHODS = Object.keys(en.methods.names) as MethodRanking['method'][]
const NORMALISATIONS = Object.keys(en.methods.normalisations) as Normalisation[]

/** Adds an issue for all that is said of a ranking by a method, and is missing or of another kind. */
export function checkMethodRanking(ranking: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(ranking, path, issues)) return
  const { method, normalisation, ranked, diagnoses, compromise, acceptable } = { ...ranking }
  checkChoice(method, METHODS, [...path, 'method'], issues)
  if (normalisation !== undefined) checkChoice(normalisation, NORMALISATIONS, [...path, 'normalisation'], issues)
  if (checkList(ranked, [...path, 'ranked'], issues)) {
    Array.from(ranked).forEach((row, index) => checkPlace(row, [...path, 'ranked', index], issues))
  }
  checkList(diagnoses, [...path, 'diagnoses'], issues)
  if (method !== 'vikor') return
  checkList(compromise, [...path, 'compromise'], issues)
  checkRecord(acceptable, [...path, 'acceptable'], issues)
}

function checkPlace(row: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(row, path, issues)) return
  const { alternative, rank, score, contributions } = { ...row }
  checkText(alternative, [...path, 'alternative'], issues)
  checkInteger(rank, [...path, 'rank'], issues, { minimum: 1 })
  checkDecimal(score, [...path, 'score'], issues)
  checkList(contributions, [...path, 'contributions'], issues)
}
