import { expect, it } from 'vitest'
import { addIssuesAt, createIssue } from '../checks.js'
import type { Issue } from '../index.js'

it("addIssuesAt puts a document's issues where the document stands, and more of them than a call has arguments", () => {
  const found = [createIssue('missing', ['id'], {}), createIssue('empty', [], {})]
  const issues: Issue[] = [createIssue('empty', ['options'], {})]
  addIssuesAt(['terms', 0], found, issues)
  expect(issues.map(({ path }) => path)).toEqual([['options'], ['terms', 0, 'id'], ['terms', 0]])
  expect(found.map(({ path }) => path)).toEqual([['id'], []])
  const [first] = found
  addIssuesAt([], Array(500_000).fill(first), issues)
  expect(issues).toHaveLength(500_003)
})
