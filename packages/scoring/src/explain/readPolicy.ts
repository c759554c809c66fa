import type { Issue, Path } from '@clientele/core'
import { localizeText } from '@clientele/core'
import { checkList, checkRecord, createIssue, describeValue, isRecord, ownValue, throwIssues } from '@clientele/core/checks'
import { type PreparedCriterion, prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'

/** A criterion as a person reads of it. */
export interface TitledCriterion extends PreparedCriterion {
  readonly title: string
}

/** The criteria of a scorecard by id, with their titles in a language. */
export function titledCriteria(scorecard: Scorecard, languageTag: string): ReadonlyMap<string, TitledCriterion> {
  const titles = (index: number, id: string): string => localizeText(scorecard.criteria[index]?.title ?? id, languageTag)
  return new Map(prepareScorecard(scorecard).criteria.map((criterion, index) => [criterion.id, { ...criterion, title: titles(index, criterion.id) }]))
}

/** Throws where scores name a criterion that the scorecard does not have: they were made with another one. */
export function checkContributions(scores: readonly unknown[], pathOf: (index: number) => Path, criteria: ReadonlyMap<string, unknown>): void {
  const issues: Issue[] = []
  scores.forEach((score, index) => {
    const path = pathOf(index)
    if (!checkRecord(score, path, issues)) return
    const contributions = ownValue(score, 'contributions')
    if (!checkList(contributions, [...path, 'contributions'], issues)) return
    contributions.forEach((contribution, position) => {
      const id = isRecord(contribution) ? ownValue(contribution, 'criterion') : undefined
      if (typeof id === 'string' && criteria.has(id)) return
      const allowed = [...criteria.keys()].map((known) => JSON.stringify(known))
      issues.push(createIssue('not-allowed', [...path, 'contributions', position, 'criterion'], { allowed, actual: describeValue(id) }))
    })
  })
  throwIssues(issues)
}
