import type { Issue } from '@clientele/core'
import { checkChoice, checkInteger, createIssue, describeValue } from '@clientele/core/checks'
import type { ForecastSettings, SalesForecast } from './types.js'

type Settings = SalesForecast['settings']

/** What is usual, and all that a forecast by stage can do. */
const USUAL: Settings = { placement: 'expected', newDeals: 'none', missingAmounts: 'none', season: 'none', minimumSample: 1 }

const CHOICES = {
  placement: ['expected', 'curve'],
  newDeals: ['none', 'history'],
  missingAmounts: ['none', 'history'],
  season: ['none', 'month-of-quarter', 'month-of-year'],
} as const satisfies { readonly [Setting in keyof ForecastSettings]?: readonly string[] }

/** The names of the settings. */
export const SETTINGS: readonly (keyof Settings)[] = Object.keys(USUAL) as (keyof Settings)[]

/** Reads the settings, or adds issues and returns undefined. */
export function readSettings(
  stated: { readonly [key: string]: unknown },
  method: 'stage' | 'age',
  issues: Issue[],
  usual: Settings = USUAL,
): Settings | undefined {
  const before = issues.length
  const settings: { [setting: string]: unknown } = {}
  for (const setting of SETTINGS) {
    const path = ['options', setting]
    const { [setting]: value = method === 'stage' ? USUAL[setting] : usual[setting] } = stated
    settings[setting] = value
    const isRead =
      setting === 'minimumSample' ? checkInteger(value, path, issues, { minimum: 1 }) : checkChoice(value, CHOICES[setting], path, issues)
    if (isRead && method === 'stage' && value !== USUAL[setting]) {
      issues.push(createIssue('not-allowed', path, { allowed: [String(USUAL[setting])], actual: describeValue(value) }))
    }
  }
  return issues.length > before ? undefined : (settings as unknown as Settings)
}
