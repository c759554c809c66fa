import type { Issue, Path, PolicyReference } from '@clientele/core'
import {
  type CalendarDuration,
  checkFlag,
  checkKeys,
  checkLocalizedText,
  checkMembers,
  checkPolicyHeader,
  checkRecord,
  createIssue,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { readPeriod } from '../dates/readPeriod.js'
import { compareQuantities, type Quantity, quantityText, readQuantity } from '../numbers/quantity.js'
import type { LevelProgramme } from './types.js'

/** A level, checked and read. */
export interface ReadLevel {
  readonly id: string
  readonly from: Quantity
}

/** A programme of levels, checked and read. */
export interface ReadLevelProgramme {
  readonly period: CalendarDuration
  /** From the top. */
  readonly levels: readonly ReadLevel[]
  /** How much of the expected points counts, in percent. */
  readonly forecastPercent: Quantity
  readonly softLanding: boolean
  readonly policy: PolicyReference
}

const KEYS = [...policyKeys, 'title', 'period', 'levels', 'countForecastPercent', 'softLanding']
const LEVEL_KEYS = ['id', 'title', 'from']

/** Checks and reads a programme of levels, or adds issues, which start at `path`, and returns undefined. */
export function readLevelProgramme(value: unknown, path: Path, issues: Issue[]): ReadLevelProgramme | undefined {
  const before = issues.length
  if (!checkRecord(value, path, issues)) return undefined
  const programme: { readonly [key: string]: unknown } = { ...value }
  const { title, countForecastPercent = 0, softLanding = false } = programme
  checkKeys(programme, KEYS, path, issues)
  checkPolicyHeader(programme, 'level-programme', path, issues)
  if (title !== undefined) checkLocalizedText(title, [...path, 'title'], issues)
  const period = readPeriod(programme['period'], [...path, 'period'], issues)
  const levels = readLevels(programme['levels'], [...path, 'levels'], issues)
  const forecastPercent = readQuantity(countForecastPercent, [...path, 'countForecastPercent'], issues, { minimum: '0', maximum: '100' })
  checkFlag(softLanding, [...path, 'softLanding'], issues)
  if (period === undefined || forecastPercent === undefined || issues.length > before) return undefined
  return {
    period,
    levels,
    forecastPercent,
    softLanding: softLanding === true,
    policy: policyReference(programme as unknown as LevelProgramme),
  }
}

function readLevels(value: unknown, path: Path, issues: Issue[]): ReadLevel[] {
  const levels: ReadLevel[] = []
  checkMembers(value, path, issues, (level, place) => {
    const { id, title } = level
    checkKeys(level, LEVEL_KEYS, place, issues)
    if (title !== undefined) checkLocalizedText(title, [...place, 'title'], issues)
    const from = readQuantity(level['from'], [...place, 'from'], issues)
    if (from === undefined) return
    const above = levels.at(-1)
    if (above === undefined || compareQuantities(from, above.from) < 0) levels.push({ id: id as string, from })
    else issues.push(createIssue('not-below', [...place, 'from'], { bound: quantityText(above.from), actual: quantityText(from) }))
  })
  return levels
}
