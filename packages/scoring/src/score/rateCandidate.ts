import type { Issue, Path } from '@clientele/core'
import { checkKeys, checkRecord, checkText, ownValue } from '@clientele/core/checks'
import type { PreparedScorecard, ReadRating } from '../scorecard/prepared.js'
import { readRatings } from './readRatings.js'

const CANDIDATE_KEYS: readonly string[] = ['id', 'ratings']

/** Checks a candidate and reads its ratings, in the order of the criteria; undefined where anything is wrong. */
export function rateCandidate(
  candidate: unknown,
  card: PreparedScorecard,
  path: Path,
  issues: Issue[],
  keys: readonly string[] = CANDIDATE_KEYS,
): { id: string; ratings: ReadRating[] } | undefined {
  const before = issues.length
  if (!checkRecord(candidate, path, issues)) return undefined
  checkKeys(candidate, keys, path, issues)
  const id = ownValue(candidate, 'id')
  checkText(id, [...path, 'id'], issues)
  const given = ownValue(candidate, 'ratings')
  const place = [...path, 'ratings']
  if (!checkRecord(given, place, issues)) return undefined
  checkKeys(given, card.positions, place, issues)
  const ratings = readRatings(
    card,
    (criterion) => ownValue(given, criterion),
    (criterion) => [...place, criterion],
    issues,
  )
  return issues.length === before ? { id: id as string, ratings } : undefined
}
