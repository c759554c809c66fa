import type { Issue, PolicyReference } from '@clientele/core'
import type { BusinessDayCalendar } from '@clientele/core/business-time'
import { checkBusinessDayCalendar, checkKeys, checkRecord, createIssue, describeValue } from '@clientele/core/checks'
import { type BusinessDays, readBusinessDays } from '@clientele/core/days'
import type { ReadStep } from './moveDate.js'
import type { DateStep } from './types.js'

/** Calendars by id; undefined stands for one that is there, but wrong. */
export type ReadCalendars = ReadonlyMap<string, BusinessDays | undefined>

/** Checks and reads the calendars of the options, those that no step names too, or adds issues; undefined where it cannot be told which there are. */
export function readCalendars(options: unknown, issues: Issue[]): ReadCalendars | undefined {
  if (!checkRecord(options, ['options'], issues)) return undefined
  const { calendars = {}, ...others } = { ...options }
  checkKeys(others, ['calendars'], ['options'], issues)
  if (!checkRecord(calendars, ['options', 'calendars'], issues)) return undefined
  const given = Object.entries(calendars).filter(([, calendar]) => calendar !== undefined)
  return new Map(
    given.map(([id, calendar]) => {
      const before = issues.length
      checkBusinessDayCalendar(calendar, ['options', 'calendars', id], issues)
      return [id, issues.length === before ? readBusinessDays(calendar as BusinessDayCalendar) : undefined]
    }),
  )
}

/** Gives each step the calendar that it names; undefined stands for a line that names one which is not there, or wrong. */
export function chooseCalendars(
  dues: readonly (readonly DateStep[])[],
  calendars: ReadCalendars,
  issues: Issue[],
): (readonly ReadStep[] | undefined)[] {
  return dues.map((due, line) => {
    const steps = due.map((step, index): ReadStep | undefined => {
      const { calendar } = step
      if (calendar === undefined) return { step }
      const path = ['plan', 'lines', line, 'due', index, 'calendar']
      if (!calendars.has(calendar)) issues.push(createIssue('unknown-calendar', path, { actual: describeValue(calendar) }))
      const businessDays = calendars.get(calendar)
      return businessDays === undefined ? undefined : { step, businessDays }
    })
    return steps.includes(undefined) ? undefined : (steps as ReadStep[])
  })
}

/** What says which days were business days, each once, in the order in which they were asked. */
export function calendarPolicies(dues: readonly (readonly ReadStep[])[]): PolicyReference[] {
  const policies = new Map<string, PolicyReference>()
  for (const { businessDays } of dues.flat()) {
    const policy = businessDays?.policy
    if (policy !== undefined) policies.set(JSON.stringify([policy.id, policy.version]), policy)
  }
  return [...policies.values()]
}
