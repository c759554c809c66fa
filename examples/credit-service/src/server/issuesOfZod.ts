import type { Issue, JsonValue } from '@clientele/core'
import { createIssue, describeValue } from '@clientele/core/checks'
import * as z from 'zod'
import { createOwnIssue } from './ownIssues.js'

/** What zod calls the kinds that a request's parts are of. */
const KINDS = { string: 'string', boolean: 'boolean', number: 'number', object: 'object', array: 'list' } as const

const SEPARATOR = ','

/** Has zod tell which keys an object may have: it names the unknown ones alone. The only map of errors through which it shows its schema. */
export const keysOfObject: z.core.$ZodErrorMap = ({ inst }) => (inst instanceof z.ZodObject ? Object.keys(inst.shape).join(SEPARATOR) : undefined)

/** One of zod's issues in the packages' own codes, so that it can be said in the caller's language. What a package's check found has its code already. */
export function issuesOfZod(issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
  const actual = describeValue(issue.input)
  if (issue.code === 'custom') {
    const { code, ...params } = issue.params ?? {}
    return [{ code: String(code), path, message: issue.message, params: params as { readonly [name: string]: JsonValue } }]
  }
  if (issue.code === 'unrecognized_keys') {
    const allowed = issue.message.split(SEPARATOR).filter((key) => key !== '')
    return issue.keys.map((key) => {
      const place = [...path, key]
      return allowed.length === 0 ? createOwnIssue('not-wanted', place) : createIssue('unknown-key', place, { allowed })
    })
  }
  if (issue.input === undefined) return [createIssue('missing', path, {})]
  if (issue.code === 'invalid_value')
    return [createIssue('not-allowed', path, { allowed: issue.values.map((value) => `"${String(value)}"`), actual })]
  if (issue.code === 'too_small') return [createIssue('too-small', path, { minimum: String(issue.minimum), actual })]
  if (issue.code === 'too_big') {
    const { maximum } = issue
    return [
      issue.origin === 'array'
        ? createIssue('too-many-parts', path, { maximum: Number(maximum) })
        : createIssue('too-large', path, { maximum: String(maximum), actual }),
    ]
  }
  if (issue.code !== 'invalid_type') throw new Error(`a shape uses what has no code here: ${issue.code}`)
  if (issue.expected === 'int') return [createIssue('not-an-integer', path, { actual })]
  return [createIssue('wrong-type', path, { expected: KINDS[issue.expected as keyof typeof KINDS], actual })]
}
