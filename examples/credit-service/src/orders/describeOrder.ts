import type { OrderDecision } from '@clientele/credit'
import { explainOrderDecision } from '@clientele/credit/explain'
import type { Connection } from '../database/types.js'
import { readPolicyVersion } from '../policies/readPolicy.js'
import { type Language, locales } from '../server/languages.js'
import { moneyText } from '../server/moneyText.js'
import { withoutNulls } from '../server/withoutNulls.js'
import { readOrder } from './readOrder.js'

interface Decided {
  readonly decision: OrderDecision
  readonly id: string
  readonly version: string
}

/** An order with its last decision, explained by the policy that made it. */
export async function describeOrder(connection: Connection, id: string, language: Language): Promise<object> {
  const order = await readOrder(connection, id)
  const [last] = await explainDecisions(connection, (await readDecisions(connection, id)).slice(-1), language)
  return { order: withoutNulls({ ...order, amount: moneyText(order.amount, order.currency) }), ...last }
}

/** Every decision about an order, the first one first. */
export async function describeDecisions(connection: Connection, id: string, language: Language): Promise<object> {
  await readOrder(connection, id)
  return { decisions: await explainDecisions(connection, await readDecisions(connection, id), language) }
}

function readDecisions(connection: Connection, order: string): Promise<readonly Decided[]> {
  return connection.query<Decided>(
    'SELECT result AS decision, policy_id AS id, policy_version AS version FROM decisions WHERE order_id = $1 ORDER BY moment',
    [order],
  )
}

async function explainDecisions(connection: Connection, decided: readonly Decided[], language: Language): Promise<object[]> {
  const explained: object[] = []
  for (const { decision, id, version } of decided) {
    const policy = await readPolicyVersion(connection, 'order-policy', id, version)
    explained.push({ decision, explanation: explainOrderDecision(decision, policy, locales[language]).sentences })
  }
  return explained
}
