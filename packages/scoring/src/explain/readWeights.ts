import { type Issue, type LocalizedText, localizeText, type Path } from '@clientele/core'
import { checkChoice, checkDecimal, checkList, checkLocalizedText, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import { en } from '../locales/en.js'
import type { FoundWeights } from '../weights/types.js'

/** A criterion's id and title, as scorecards and tables have them. */
export interface NamedCriterion {
  readonly id: string
  /** The id unless given. */
  readonly title?: LocalizedText
}

const METHODS = Object.keys(en.weights.methods) as FoundWeights['method'][]

/** Adds an issue for all that is said of found weights, and is missing or of another kind. */
export function checkFoundWeights(found: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(found, path, issues)) return
  const { method, criteria, diagnoses, correlation, consistencyRatio } = { ...found }
  checkChoice(method, METHODS, [...path, 'method'], issues)
  if (checkList(criteria, [...path, 'criteria'], issues)) {
    Array.from(criteria).forEach((row, index) => checkWeight(row, [...path, 'criteria', index], issues))
  }
  if (method === 'critic') checkChoice(correlation, ['pearson', 'spearman'], [...path, 'correlation'], issues)
  if (method === 'pairwise') checkDecimal(consistencyRatio, [...path, 'consistencyRatio'], issues)
  else checkList(diagnoses, [...path, 'diagnoses'], issues)
}

function checkWeight(row: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(row, path, issues)) return
  checkText(ownValue(row, 'criterion'), [...path, 'criterion'], issues)
  checkDecimal(ownValue(row, 'weight'), [...path, 'weight'], issues)
}

/** Adds an issue for every criterion without an id, or with a title that is none. */
export function checkNamedCriteria(criteria: unknown, issues: Issue[]): void {
  if (!checkList(criteria, ['criteria'], issues)) return
  Array.from(criteria).forEach((criterion, index) => {
    const path = ['criteria', index]
    if (!checkRecord(criterion, path, issues)) return
    const { id, title } = { ...criterion }
    checkText(id, [...path, 'id'], issues)
    if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  })
}

/** The titles of criteria in a language, by id. */
export function titlesOf(criteria: readonly NamedCriterion[], languageTag: string): ReadonlyMap<string, string> {
  return new Map(criteria.map(({ id, title }) => [id, localizeText(title ?? id, languageTag)]))
}
