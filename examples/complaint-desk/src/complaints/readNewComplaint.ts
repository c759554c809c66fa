import type { Issue } from '@clientele/core'
import { checkText, createIssue, describeValue, ownValue } from '@clientele/core/checks'
import { Problem } from '../server/Problem.js'
import type { Body } from '../server/readRequest.js'

/** Letters and digits of any script, and `.`, `_`, `-` after the first: it stands in an address. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u

const EXAMPLE = '"C-2026.17"'

/** Checks what the desk itself needs of a new complaint, whatever its definition asks for: an id to find it by, and a customer to add up payments for. */
export function readNewComplaint(body: Body): Body {
  const issues: Issue[] = []
  const id = ownValue(body, 'complaint')
  if (checkText(id, ['complaint'], issues) && !ID.test(id)) {
    issues.push(createIssue('unreadable', ['complaint'], { expected: EXAMPLE, actual: describeValue(id) }))
  }
  checkText(ownValue(body, 'customer'), ['customer'], issues)
  if (issues.length === 0) return body
  const detail = {
    en: 'A complaint has a customer, and an id of 1 to 64 letters, digits, ".", "_" or "-", the first a letter or digit.',
    'zh-CN': '投诉须有客户，并有 1 至 64 个字母、数字、“.”、“_” 或 “-” 组成的编号，首位须为字母或数字。',
  }
  throw new Problem('malformed-request', detail, { issues })
}
