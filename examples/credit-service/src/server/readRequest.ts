import type * as z from 'zod'
import { issuesOfZod, keysOfObject } from './issuesOfZod.js'
import { Problem } from './Problem.js'

/** Reads part of a request by a schema. */
export function readRequest<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data, error } = schema.safeParse(value, { reportInput: true, error: keysOfObject })
  if (success) return data
  const detail = { en: 'The request is not as it must be; see its issues.', 'zh-CN': '请求不合要求，详见各项问题。' }
  throw new Problem('malformed-request', detail, error.issues.flatMap(issuesOfZod))
}
