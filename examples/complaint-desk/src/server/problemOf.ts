import { isInputError } from '@clientele/core'
import { sqlState } from '../database/sqlState.js'
import { Problem } from './Problem.js'

/** Classes of PostgreSQL's codes: no connection, too few resources, the operator intervened; and a lock that was waited for in vain, a deadlock. */
const UNAVAILABLE = /^(08|53|57)|^(55P03|40P01|40001)$/

/** What PostgreSQL cannot keep: U+0000 in a text, half a surrogate pair; or a name too long for an index. */
const UNFIT = /^(22|54)/

/** The names that the engine has for what bodies say. */
const BODIES: ReadonlySet<unknown> = new Set(['command', 'to', 'after'])

/** What went wrong, as the caller is told; undefined where it is the service's own fault. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (isInputError(error)) {
    // The caller knows the body alone, which is the command, or says which definition is to follow.
    const issues = error.issues.map((issue) => (BODIES.has(issue.path[0]) ? { ...issue, path: issue.path.slice(1) } : issue))
    return new Problem('malformed-request', { en: 'See its issues.', 'zh-CN': '详见各项问题。' }, { issues })
  }
  const state = sqlState(error)
  if (state !== undefined && UNFIT.test(state)) {
    return new Problem('malformed-request', { en: 'The database refuses a value of the request.', 'zh-CN': '数据库拒绝请求中的某个值。' })
  }
  return (state !== undefined && UNAVAILABLE.test(state)) || isLostConnection(error)
    ? new Problem('unavailable', {
        en: 'Send it again, with the same Idempotency-Key: it is then done once, whatever became of this one.',
        'zh-CN': '请以相同的 Idempotency-Key 重发：无论此次结果如何，都只执行一次。',
      })
    : undefined
}

/** Errors of the network and of the driver's pool, which have no code of PostgreSQL's. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    /^(ECONN|EPIPE|ENOTFOUND|ENOENT|ETIMEDOUT)/.test(code) || /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  )
}
