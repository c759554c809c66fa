import type { Issue, Path } from '@clientele/core'
import { checkCalendarDate, checkChoice, checkKeys, checkRecord, checkText, checkUnique, ownValue } from '@clientele/core/checks'
import { readZone } from '@clientele/core/clocks'

const ROLES = ['case', 'activity', 'at']

/** Finds everything that is wrong with the part of a config that speaks of tickets. */
export function checkTickets(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, ['columns', 'times', 'zone', 'asOf'], path, issues)
  checkColumns(value['columns'], [...path, 'columns'], issues)
  const { times, asOf } = value
  if (times !== undefined) checkChoice(times, ['ISO 8601', 'YYYY-MM-DD HH:MM:SS', 'YYYY/MM/DD HH:MM:SS'], [...path, 'times'], issues)
  readZone(value['zone'], [...path, 'zone'], issues)
  if (asOf !== undefined) checkCalendarDate(asOf, [...path, 'asOf'], issues)
}

function checkColumns(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, ROLES, path, issues)
  const names = ROLES.map((role) => {
    const name = ownValue(value, role)
    return checkText(name, [...path, role], issues) ? name : undefined
  })
  checkUnique(names, (index) => [...path, ROLES[index] as string], issues)
}
