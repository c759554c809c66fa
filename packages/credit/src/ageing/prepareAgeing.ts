import type { Issue, Path, PolicyReference } from '@clientele/core'
import { addIssuesAt, policyReference, throwIssues } from '@clientele/core/checks'
import { FIRST_DAY, LAST_DAY } from '@clientele/core/days'
import { checkAgeingScheme, NOT_DUE } from './checkAgeingScheme.js'
import type { AgeingScheme } from './types.js'

/** An ageing scheme, checked and read. */
export interface PreparedAgeing {
  readonly isByDueDate: boolean
  /** The ids of the buckets, `not-due` among them where there is one. */
  readonly buckets: readonly string[]
  /** The bucket of each age from 0 on; all greater ages have that of the last one, and all lower ones that of age 0. */
  readonly bucketOfAge: Int32Array
  readonly policies: readonly PolicyReference[]
}

/** No age in the calendar is greater. */
const GREATEST_AGE = LAST_DAY - FIRST_DAY

/** Checks and reads an ageing scheme, or adds issues, which start at `path`, and returns undefined. */
export function readAgeing(value: unknown, path: Path, issues: Issue[]): PreparedAgeing | undefined {
  const found = checkAgeingScheme(value)
  addIssuesAt(path, found, issues)
  return found.length === 0 ? prepare({ ...(value as AgeingScheme) }) : undefined
}

/** Checks and reads an ageing scheme, or throws what is wrong with it. */
export function prepareAgeing(scheme: AgeingScheme): PreparedAgeing {
  const issues: Issue[] = []
  const prepared = readAgeing(scheme, ['scheme'], issues)
  throwIssues(issues)
  return prepared as PreparedAgeing
}

/** The bucket of an age in days. */
export function bucketOf({ bucketOfAge }: PreparedAgeing, age: number): number {
  return bucketOfAge[Math.min(Math.max(age, 0), bucketOfAge.length - 1)] as number
}

function prepare(scheme: AgeingScheme): PreparedAgeing {
  const isByDueDate = scheme.by === 'due-date'
  const less = scheme.boundary === 'below' ? 1 : 0
  const ids = scheme.buckets.map(({ id }) => id)
  const greatest = scheme.buckets.slice(0, -1).map(({ upToDays }) => Math.min((upToDays as number) - less, GREATEST_AGE))
  const ends = isByDueDate ? [0, ...greatest] : greatest
  const bucketOfAge = new Int32Array((ends.at(-1) ?? -1) + 2)
  let bucket = 0
  for (let age = 0; age < bucketOfAge.length; age++) {
    while (bucket < ends.length && age > (ends[bucket] as number)) bucket++
    bucketOfAge[age] = bucket
  }
  return { isByDueDate, buckets: isByDueDate ? [NOT_DUE, ...ids] : ids, bucketOfAge, policies: [policyReference(scheme)] }
}
