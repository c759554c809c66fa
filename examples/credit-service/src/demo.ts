// Starts the service in memory, and plays a quarter of a year with one customer.
import { parseArgs } from 'node:util'
import { type CalendarDate, type LocalizedText, localizeText } from '@clientele/core'
import { startService } from './server/startService.js'

/** What is asked on which day. */
interface Step {
  readonly on: CalendarDate
  readonly title: LocalizedText
  readonly ask: string
  readonly body?: object
  /** 201 unless given; the demo fails where another is answered. */
  readonly status?: number
  /** Whether the first sentence of the explanation will do. */
  readonly brief?: boolean
}

const customer = {
  id: 'ACME',
  name: 'Acme Trading',
  currency: 'CNY',
  limit: { amount: '100000.00', validUntil: '2026-12-31' },
  deposits: [{ amount: '10000.00' }],
  grade: 'A',
  terms: 'two-ten-net-thirty',
}

const steps: readonly Step[] = [
  {
    on: '2026-07-01',
    title: { en: 'A customer with a limit and a deposit', 'zh-CN': '新建客户：信用额度与保证金' },
    ask: 'POST /customers',
    body: customer,
    brief: true,
  },
  {
    on: '2026-07-02',
    title: { en: 'An order within the limit', 'zh-CN': '额度之内的订单' },
    ask: 'POST /orders',
    body: { id: 'ORD-1', customer: 'ACME', amount: '80000.00' },
  },
  {
    on: '2026-07-02',
    title: { en: 'A second one, over it', 'zh-CN': '第二笔订单超出额度' },
    ask: 'POST /orders',
    body: { id: 'ORD-2', customer: 'ACME', amount: '45000.00' },
  },
  {
    on: '2026-07-02',
    title: { en: 'A role too low', 'zh-CN': '权限不足者放行' },
    ask: 'POST /orders/ORD-2/releases',
    body: { by: 'Li Na', role: 'sales-manager' },
    status: 422,
  },
  {
    on: '2026-07-02',
    title: { en: 'One that may', 'zh-CN': '有权限者放行' },
    ask: 'POST /orders/ORD-2/releases',
    body: { by: 'Wang Wei', role: 'credit-manager' },
  },
  { on: '2026-07-05', title: { en: 'Goods go out', 'zh-CN': '发货' }, ask: 'POST /orders/ORD-1/delivery', status: 200, brief: true },
  { on: '2026-07-06', title: { en: 'And the invoice', 'zh-CN': '开票' }, ask: 'POST /orders/ORD-1/invoice', body: { id: 'INV-1' } },
  {
    on: '2026-07-15',
    title: { en: 'A part is paid', 'zh-CN': '支付一部分' },
    ask: 'POST /payments',
    body: { id: 'PAY-1', customer: 'ACME', amount: '49000.00' },
  },
  { on: '2026-09-20', title: { en: 'What is at stake', 'zh-CN': '信用敞口' }, ask: 'GET /customers/ACME/exposure', status: 200 },
  {
    on: '2026-09-20',
    title: { en: 'The rest is overdue, so a small order is held', 'zh-CN': '余款逾期，小额订单也暂缓' },
    ask: 'POST /orders',
    body: { id: 'ORD-3', customer: 'ACME', amount: '500.00' },
  },
  { on: '2026-09-20', title: { en: 'How old the receivables are', 'zh-CN': '账龄' }, ask: 'GET /ageing', status: 200 },
  {
    on: '2026-09-21',
    title: { en: 'The rest is paid', 'zh-CN': '付清余款' },
    ask: 'POST /payments',
    body: { id: 'PAY-2', customer: 'ACME', amount: '31000.00' },
  },
  { on: '2026-09-21', title: { en: 'And the order decided again', 'zh-CN': '重新审批订单' }, ask: 'POST /orders/ORD-3/decisions', brief: true },
]

const { values } = parseArgs({ args: process.argv.slice(2).filter((word) => word !== '--'), options: { lang: { type: 'string', default: 'en' } } })
let today: CalendarDate = '2026-07-01'
const server = await startService({ today: () => today })
const address = await server.listen({ host: '127.0.0.1', port: 0 })
console.log('Credit service: PostgreSQL in memory, usual order policy.')
for (const step of steps) await play(step)
await server.close()

async function play({ on, title, ask, body, status = 201, brief = false }: Step): Promise<void> {
  today = on
  const [method = '', path = ''] = ask.split(' ')
  const response = await fetch(`${address}${path}?lang=${encodeURIComponent(values.lang)}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer = (await response.json()) as {
    readonly order?: { readonly status: string }
    readonly detail?: string
    readonly explanation?: readonly string[]
  }
  if (response.status !== status) throw new Error(`${ask} was answered ${response.status}: ${JSON.stringify(answer)}`)
  const { order, detail, explanation = [] } = answer
  console.log(`\n${on}  ${localizeText(title, values.lang)}`)
  console.log(`  ${ask}${body === undefined ? '' : ` ${JSON.stringify(body)}`}`)
  console.log(`  ${response.status}${order === undefined ? '' : ` ${order.status}`}`)
  for (const line of [...(detail === undefined ? [] : [detail]), ...(brief ? explanation.slice(0, 1) : explanation)]) console.log(`  | ${line}`)
}
