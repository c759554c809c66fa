import type { Issue, Path } from '@clientele/core'
import {
  addIssuesAt,
  checkCalendarDate,
  checkChoice,
  checkCurrency,
  checkInteger,
  checkKeys,
  checkList,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  ownValue,
  reportType,
} from '@clientele/core/checks'
import { checkAgeingScheme, checkDunningScheme, checkProvisionMatrix } from '@clientele/credit'
import { createPortfolioIssue } from '../issues/createPortfolioIssue.js'

const KEYS = ['columns', 'dates', 'disputed', 'asOf', 'currency', 'salesDays', 'ageing', 'dunning', 'provisions']

/** Finds everything that is wrong with the part of a config that speaks of invoices, each part in itself. */
export function checkReceivables(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, KEYS, path, issues)
  checkColumns(value['columns'], [...path, 'columns'], issues)
  const { dates, disputed, asOf, currency, salesDays, dunning, provisions } = value
  if (dates !== undefined) checkChoice(dates, ['YYYY-MM-DD', 'M/D/YYYY', 'D/M/YYYY', 'D.M.YYYY'], [...path, 'dates'], issues)
  if (disputed !== undefined) checkWords(disputed, [...path, 'disputed'], issues)
  if (asOf !== undefined) checkCalendarDate(asOf, [...path, 'asOf'], issues)
  if (currency !== undefined) checkCurrency(currency, [...path, 'currency'], issues)
  if (salesDays !== undefined) checkInteger(salesDays, [...path, 'salesDays'], issues, { minimum: 1 })
  addIssuesAt([...path, 'ageing'], checkAgeingScheme(value['ageing']), issues)
  if (dunning !== undefined) addIssuesAt([...path, 'dunning'], checkDunningScheme(dunning), issues)
  if (provisions !== undefined) addIssuesAt([...path, 'provisions'], checkProvisionMatrix(provisions), issues)
}

const wanted = ['customer', 'invoice', 'date', 'due', 'amount']
const optional = ['settled', 'paid', 'disputed', 'level', 'levelSentOn', 'currency']

/** The first of each needs the second. */
const needs = [
  ['paid', 'settled'],
  ['level', 'levelSentOn'],
  ['levelSentOn', 'level'],
] as const

function checkColumns(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, [...wanted, ...optional], path, issues)
  const roles = [...wanted, ...optional.filter((role) => ownValue(value, role) !== undefined)]
  const names = roles.map((role) => {
    const name = ownValue(value, role)
    return checkText(name, [...path, role], issues) ? name : undefined
  })
  checkUnique(names, (index) => [...path, roles[index] as string], issues)
  for (const [role, other] of needs) if (roles.includes(role) && !roles.includes(other)) issues.push(createIssue('missing', [...path, other], {}))
}

/** Words for yes and for no: no word stands for both; a blank cell may mean either. */
function checkWords(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, ['yes', 'no'], path, issues)
  const places = ['yes', 'no'].flatMap((answer) => {
    const list = ownValue(value, answer)
    if (!checkList(list, [...path, answer], issues, { filled: true })) return []
    return Array.from(list, (word, index) => ({ word, place: [...path, answer, index] }))
  })
  for (const { word, place } of places) if (typeof word !== 'string') reportType(word, place, issues, 'string')
  const words = places.map(({ word }) => (typeof word === 'string' ? word : undefined))
  words.forEach((word, index) => {
    if (word === undefined || words.indexOf(word) === index) return
    issues.push(createPortfolioIssue('word-repeated', places[index]?.place ?? path, { actual: JSON.stringify(word) }))
  })
}
