import type { Issue } from '@clientele/core'
import { checkList, createIssue, describeValue } from '@clientele/core/checks'
import type { GroupConversion } from '../change/types.js'
import { type ReadWeek, WEEK_FORMS } from './readWeek.js'
import { MOST_ENTERED, type ReadWeekly, readWeeklyConversion } from './readWeeklyConversion.js'
import type { WeeklyConversion } from './types.js'

/** A week with all of its groups. */
export interface GroupedWeek {
  readonly week: ReadWeek
  readonly entered: number
  readonly converted: number
  readonly groups: readonly GroupConversion[]
}

/** The weeks of which there are rows, by their place. */
export type GroupedWeeks = ReadonlyMap<number, GroupedWeek>

/** A week while its rows are gathered. */
interface Gathered {
  readonly week: ReadWeek
  /** At which row each group stands. */
  readonly rows: Map<string | null, number>
  readonly groups: GroupConversion[]
  entered: number
  converted: number
}

/** Reads weeks, or adds issues. */
export function readWeekly(value: unknown, issues: Issue[]): GroupedWeeks {
  const weeks = new Map<number, Gathered>()
  if (!checkList(value, ['weekly'], issues)) return weeks
  let form: ReadWeek['form'] | undefined
  Array.from(value).forEach((one, index) => {
    const row = readWeeklyConversion(one, ['weekly', index], issues)
    if (row === undefined) return
    form ??= row.week.form
    if (row.week.form === form) gather(row, index, one as WeeklyConversion, weeks, issues)
    else
      issues.push(
        createIssue('unreadable', ['weekly', index, 'week'], { expected: WEEK_FORMS[form], actual: describeValue((one as WeeklyConversion).week) }),
      )
  })
  return weeks
}

function gather(row: ReadWeekly, index: number, stated: WeeklyConversion, weeks: Map<number, Gathered>, issues: Issue[]): void {
  const { week, group, entered, converted } = row
  const known = weeks.get(week.place)
  const gathered = known ?? { week, rows: new Map<string | null, number>(), groups: [], entered: 0, converted: 0 }
  if (known === undefined) weeks.set(week.place, gathered)
  const first = gathered.rows.get(group)
  if (first !== undefined) issues.push(createIssue('duplicate', ['weekly', index, 'week'], { value: String(stated.week), first }))
  else gathered.rows.set(group, index)
  const left = MOST_ENTERED - gathered.entered
  if (first !== undefined) return
  if (entered > left) {
    issues.push(createIssue('too-large', ['weekly', index, 'entered'], { maximum: String(left), actual: String(entered) }))
    return
  }
  gathered.groups.push({ group, entered, converted })
  gathered.entered += entered
  gathered.converted += converted
}
