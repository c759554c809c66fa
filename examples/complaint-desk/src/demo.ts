// Starts the desk in memory, and plays one complaint from the first call to the evaluation.
import { parseArgs } from 'node:util'
import type { Actor } from '@clientele/complaints'
import { startService } from './server/startService.js'

/** What is asked when, by whom. */
interface Step {
  readonly at: string
  readonly by: Actor
  /** The command; 200 is expected unless `status` is given, and the demo fails where another is answered. */
  readonly type: string
  readonly fields?: object
  readonly status?: number
}

const li = { id: 'Li Na', role: 'agent' }
const wang = { id: 'Wang Wei', role: 'manager' }
const zhao = { id: 'Zhao Min', role: 'director' }

const heading = {
  en: 'Complaint desk: PostgreSQL in memory, the eight steps. An answer shows its HTTP status, the step, and how many events there are.',
  'zh-CN': '投诉处理台：内存中的 PostgreSQL，八个步骤。每个应答依次列出：HTTP 状态码、所处步骤、事件数。',
}

/** What is said in the case. */
const said = {
  en: {
    customer: 'Acme',
    description: '40 kettles leak at the spout',
    photographs: 'photographs',
    samples: 'photographs and two samples',
    department: 'quality',
    remedy: 'refund',
    lesson: 'Spouts are tested before delivery.',
  },
  'zh-CN': {
    customer: '顶峰百货',
    description: '40 只水壶壶嘴漏水',
    photographs: '照片',
    samples: '照片和两件样品',
    department: '质检部',
    remedy: '退款',
    lesson: '出厂前检验壶嘴。',
  },
}

const { values } = parseArgs({ args: process.argv.slice(2).filter((word) => word !== '--'), options: { lang: { type: 'string' } } })
const languages = values.lang === undefined ? ['en', 'zh-CN'] : [values.lang]
const told = said[languages[0] as keyof typeof said] ?? said.en
const opening = { complaint: 'C-2026.17', customer: told.customer, content: 'product-quality', description: told.description }

const steps: readonly Step[] = [
  { at: '2026-07-01T09:12', by: li, type: 'judgeComplaint', fields: { verdict: 'upheld', grounds: told.photographs }, status: 422 },
  { at: '2026-07-01T09:14', by: li, type: 'expressSympathy' },
  { at: '2026-07-01T11:30', by: li, type: 'judgeComplaint', fields: { verdict: 'upheld', grounds: told.samples } },
  { at: '2026-07-01T11:40', by: li, type: 'assignDepartment', fields: { department: told.department } },
  { at: '2026-07-02T15:05', by: li, type: 'analyseCause', fields: { cause: 'product-or-service-defect' } },
  { at: '2026-07-02T16:20', by: wang, type: 'proposeSolution', fields: { remedy: told.remedy, amount: '6200.00', currency: 'CNY' } },
  { at: '2026-07-02T16:25', by: wang, type: 'approveSolution', status: 422 },
  { at: '2026-07-02T16:30', by: wang, type: 'escalateApproval' },
  { at: '2026-07-03T10:00', by: zhao, type: 'approveSolution', fields: { expectedSequence: 8 } },
  // Whoever still looks at what was there before is told what is there now.
  { at: '2026-07-03T10:00', by: li, type: 'withdraw', fields: { expectedSequence: 8 }, status: 409 },
  { at: '2026-07-03T10:20', by: li, type: 'notifyCustomer' },
  { at: '2026-07-06T14:00', by: li, type: 'carryOutSolution' },
  { at: '2026-07-08T09:30', by: li, type: 'recordCustomerResponse', fields: { response: 'accepted' } },
  { at: '2026-07-08T17:00', by: wang, type: 'evaluateComplaint', fields: { lesson: told.lesson } },
]

interface Answer {
  readonly state?: { readonly step: string; readonly sequence: number }
  readonly explanation: readonly string[] | { readonly state: readonly string[]; readonly history: readonly string[] }
}

let now = '2026-07-01T09:05:00+08:00'
const server = await startService({ now: () => now })
const address = await server.listen({ host: '127.0.0.1', port: 0 })
const path = `/complaints/${opening.complaint}`
for (const language of languages) console.log(heading[language as keyof typeof heading] ?? heading.en)
await play('/complaints', { ...opening, by: li }, 201)
for (const { at, by, type, fields, status = 200 } of steps) {
  now = `${at}:00+08:00`
  await play(`${path}/commands`, { type, by, ...fields }, status)
}
for (const language of languages) {
  const { explanation } = await ask(path, language, { status: 200 })
  console.log(`\nGET ${path}?lang=${language}`)
  if ('history' in explanation) for (const line of [...explanation.state, '', ...explanation.history]) console.log(`  | ${line}`)
}
await server.close()

/** Sends a command; what is refused is sent in every language, for it changes nothing. */
async function play(to: string, body: object, status: number): Promise<void> {
  console.log(`\n${now}\n  POST ${to} ${JSON.stringify(body)}`)
  for (const language of status < 300 ? languages.slice(0, 1) : languages) {
    const { state, explanation } = await ask(to, language, { body, status })
    console.log(`  ${status} ${state?.step ?? ''} ${state?.sequence ?? ''}`)
    for (const line of status < 300 ? [] : (explanation as readonly string[])) console.log(`  | ${line}`)
  }
}

async function ask(to: string, language: string, { body, status }: { readonly body?: object; readonly status: number }): Promise<Answer> {
  const response = await fetch(`${address}${to}?lang=${encodeURIComponent(language)}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer = (await response.json()) as Answer
  if (response.status !== status) throw new Error(`${to} was answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}
