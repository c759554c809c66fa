import type { Issue } from '@clientele/core'
import { checkKeys, checkRecord, checkText, createIssue, describeValue, ownValue, throwIssues } from '@clientele/core/checks'
import type { FastifyRequest } from 'fastify'

/** A body that was read as JSON. */
export type Body = { readonly [key: string]: unknown }

interface BodyKeys {
  /** The only ones, where they are given. */
  readonly known?: readonly string[]
  readonly reserved?: readonly string[]
}

/** The body, which must be an object of the `known` keys, without the `reserved` ones. */
export function readBody({ body }: FastifyRequest, { known, reserved = [] }: BodyKeys = {}): Body {
  const issues: Issue[] = []
  if (!checkRecord(body, [], issues)) throwIssues(issues)
  const read = body as Body
  if (known !== undefined) checkKeys(read, known, [], issues)
  for (const key of reserved) {
    if (ownValue(read, key) !== undefined) issues.push(createIssue('reserved-name', [key], { actual: describeValue(key) }))
  }
  throwIssues(issues)
  return read
}

/** A text of the address's query, where it is given. */
export function readQuery({ query }: FastifyRequest, key: string): string | undefined {
  const value = ownValue(query as Body, key)
  const issues: Issue[] = []
  if (value !== undefined) checkText(value, [key], issues)
  throwIssues(issues)
  return value as string | undefined
}
