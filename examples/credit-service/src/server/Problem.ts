import { type Issue, type LocalizedText, localizeText } from '@clientele/core'

/** Which problems there are, with the status and the title of each. */
export const problems = {
  'malformed-request': { status: 400, title: { en: 'The request is malformed', 'zh-CN': '请求格式不正确' } },
  'not-found': { status: 404, title: { en: 'There is no such thing', 'zh-CN': '没有所指的对象' } },
  conflict: { status: 409, title: { en: 'This does not fit what was done before', 'zh-CN': '与此前所做的不符' } },
  'key-reused': { status: 422, title: { en: 'The Idempotency-Key was used for another request', 'zh-CN': 'Idempotency-Key 已用于另一请求' } },
  'bad-input': { status: 422, title: { en: 'The request cannot be carried out as it is', 'zh-CN': '请求无法照此执行' } },
  'release-refused': { status: 422, title: { en: 'The release lets nothing pass', 'zh-CN': '此放行未能放行任何事项' } },
  unavailable: { status: 503, title: { en: 'The database does not answer; try again', 'zh-CN': '数据库没有应答，请重试' } },
  'internal-error': { status: 500, title: { en: 'Something is wrong with the service', 'zh-CN': '服务自身出错' } },
} as const

export type ProblemCode = keyof typeof problems

/** Why a request is not carried out; nothing of it is done. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly detail: LocalizedText
  readonly issues: readonly Issue[]
  /** More members of the answer. */
  readonly facts: { readonly [name: string]: unknown }

  constructor(code: ProblemCode, detail: LocalizedText, issues: readonly Issue[] = [], facts: { readonly [name: string]: unknown } = {}) {
    super(localizeText(detail, 'en'))
    this.code = code
    this.detail = detail
    this.issues = issues
    this.facts = facts
  }
}

const chinese = {
  customer: '客户',
  order: '订单',
  invoice: '发票',
  payment: '收款',
  'order-policy': '订单政策',
  'credit-terms': '信用条件',
  'ageing-scheme': '账龄方案',
}

/** What may be asked for by its id. */
export type Noun = keyof typeof chinese

/** No route has this address, or nothing can. */
export function nothingHere(): Problem {
  return new Problem('not-found', { en: 'Nothing is at this address.', 'zh-CN': '此地址没有内容。' })
}

/** Nothing has this id. */
export function notFound(noun: Noun, id: string): Problem {
  return new Problem('not-found', { en: `There is no ${noun} ${id}.`, 'zh-CN': `没有${chinese[noun]} ${id}。` })
}
