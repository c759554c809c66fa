import type { CalendarDate, Issue, Path, PolicyReference } from '@clientele/core'
import {
  type Check,
  checkCount,
  checkCurrency,
  checkDay,
  checkList,
  checkPolicyHeader,
  checkQuantity,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  listOf,
  membersOf,
  policyReference,
} from '@clientele/core/checks'
import type { AgeingDiagnosis } from '../ageing/types.js'
import type { AllowanceDiagnosis } from './types.js'

type Fields = { readonly [key: string]: unknown }

/** The debits of a bucket, in minor units. */
interface ReadBucket {
  readonly id: string
  readonly debits: bigint
}

/** The debits of a currency, by bucket. */
export interface ReadCurrency {
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  readonly buckets: readonly ReadBucket[]
}

/** What an allowance is measured on of an ageing, checked and read. */
export interface AgedDebits {
  readonly asOf: CalendarDate
  readonly currencies: readonly ReadCurrency[]
  readonly diagnoses: readonly AllowanceDiagnosis[]
  readonly policies: readonly PolicyReference[]
}

/** Checks and reads what `ageReceivables` or `ageColumns` returned, as far as an allowance needs it, or adds issues and returns undefined. */
export function readAgedDebits(value: unknown, issues: Issue[]): AgedDebits | undefined {
  const before = issues.length
  if (!checkRecord(value, ['ageing'], issues)) return undefined
  const { asOf, currencies, diagnoses = [], policies } = { ...value }
  checkDay(asOf, ['ageing', 'asOf'], issues)
  const read = readMembers(currencies, 'currency', ['ageing', 'currencies'], issues, readCurrency)
  listOf(checkDiagnosis)(diagnoses, ['ageing', 'diagnoses'], issues)
  listOf(checkScheme)(policies, ['ageing', 'policies'], issues)
  if (issues.length > before) return undefined
  return {
    asOf: asOf as CalendarDate,
    currencies: read as ReadCurrency[],
    diagnoses: (diagnoses as AgeingDiagnosis[]).flatMap((diagnosis) => (diagnosis.code === 'rows-rejected' ? [copyOf(diagnosis)] : [])),
    policies: (policies as PolicyReference[]).map(policyReference),
  }
}

/** Checks the code of a diagnosis, and what is told of rejected rows. */
const checkDiagnosis: Check = (value, path, issues) => {
  if (!checkRecord(value, path, issues)) return
  const { code, params } = { ...value }
  checkText(code, [...path, 'code'], issues)
  if (code === 'rows-rejected') membersOf({ rejected: checkCount, items: checkCount })(params, [...path, 'params'], issues)
}

function copyOf({ code, params: { rejected, items } }: AllowanceDiagnosis): AllowanceDiagnosis {
  return { code, params: { rejected, items } }
}

const checkScheme: Check = (value, path, issues) => {
  if (checkRecord(value, path, issues)) checkPolicyHeader({ ...value }, 'ageing-scheme', path, issues)
}

function readCurrency(value: Fields, path: Path, issues: Issue[]): ReadCurrency | undefined {
  const { currency, buckets } = value
  const digits = checkCurrency(currency, [...path, 'currency'], issues)
  const readBucket = ({ id, debits }: Fields, place: Path): ReadBucket | undefined => {
    const isKnown = checkText(id, [...place, 'id'], issues)
    const units = readUnits(debits, digits, [...place, 'debits'], issues)
    return isKnown && units !== undefined ? { id, debits: units } : undefined
  }
  const read = readMembers(buckets, 'id', [...path, 'buckets'], issues, readBucket)
  return digits === undefined ? undefined : { currency: currency as string, digits, buckets: read as ReadBucket[] }
}

/** Reads a list of objects, in one of whose texts they differ; each reader gets a copy of an object's own properties. */
function readMembers<Member>(
  value: unknown,
  key: string,
  path: Path,
  issues: Issue[],
  read: (member: Fields, path: Path, issues: Issue[]) => Member | undefined,
): (Member | undefined)[] {
  if (!checkList(value, path, issues)) return []
  const records = Array.from(value, (member, index) => (checkRecord(member, [...path, index], issues) ? { ...member } : undefined))
  const members = records.map((record, index) => (record === undefined ? undefined : read(record, [...path, index], issues)))
  const names = records.map((record) => (typeof record?.[key] === 'string' ? record[key] : undefined))
  checkUnique(names, (index) => [...path, index, key], issues)
  return members
}

/** Reads the text of an amount of 0 or more, of any length, as minor units; where the currency is not known, as far as that goes. */
function readUnits(value: unknown, digits: number | undefined, path: Path, issues: Issue[]): bigint | undefined {
  const before = issues.length
  checkQuantity(value, path, issues)
  if (digits === undefined || issues.length > before) return undefined
  const actual = value as string
  const [whole = '', decimals = ''] = actual.split('.')
  if (decimals.length > digits) issues.push(createIssue('too-many-decimal-places', path, { maximum: digits, actual }))
  const units = BigInt(whole + decimals.padEnd(digits, '0'))
  if (units < 0n) issues.push(createIssue('too-small', path, { minimum: '0', actual }))
  return issues.length > before ? undefined : units
}
