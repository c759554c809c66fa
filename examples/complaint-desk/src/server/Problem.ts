import { type Issue, type LocalizedText, localizeText } from '@clientele/core'

/** Which problems there are, with the status and the title of each. */
export const problems = {
  'malformed-request': { status: 400, title: { en: 'The request cannot be taken as it is', 'zh-CN': '请求无法照此受理' } },
  'not-found': { status: 404, title: { en: 'There is no such thing', 'zh-CN': '没有所指的对象' } },
  conflict: { status: 409, title: { en: 'Others have acted in the meantime', 'zh-CN': '其间已有他人办理' } },
  taken: { status: 409, title: { en: 'There is another one of this name', 'zh-CN': '此名称已另有所指' } },
  refused: { status: 422, title: { en: 'The workflow does not allow this', 'zh-CN': '流程不允许这样做' } },
  'key-reused': { status: 422, title: { en: 'The Idempotency-Key was used for another request', 'zh-CN': 'Idempotency-Key 已用于另一请求' } },
  unavailable: { status: 503, title: { en: 'The database does not answer; try again', 'zh-CN': '数据库没有应答，请重试' } },
  'internal-error': { status: 500, title: { en: 'Something is wrong with the service', 'zh-CN': '服务自身出错' } },
} as const

/** Why a request is not carried out; nothing of it is done. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: keyof typeof problems
  readonly detail: LocalizedText
  readonly issues: readonly Issue[]
  /** More members of the answer. */
  readonly facts: { readonly [name: string]: unknown }

  constructor(
    code: keyof typeof problems,
    detail: LocalizedText,
    { issues = [], facts = {} }: { readonly issues?: readonly Issue[]; readonly facts?: { readonly [name: string]: unknown } } = {},
  ) {
    super(localizeText(detail, 'en'))
    this.code = code
    this.detail = detail
    this.issues = issues
    this.facts = facts
  }
}

/** No route has this address. */
export function nothingHere(): Problem {
  return new Problem('not-found', { en: 'Nothing is at this address.', 'zh-CN': '此地址没有内容。' })
}
