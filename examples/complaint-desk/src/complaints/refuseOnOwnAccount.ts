import type { ComplaintCommand, ComplaintState } from '@clientele/complaints'
import { type LocalizedText, localizeText } from '@clientele/core'
import type { Connection } from '../database/types.js'
import type { Language } from '../server/languages.js'
import { Problem } from '../server/Problem.js'

interface Circumstances {
  readonly command: ComplaintCommand
  /** Before the command. */
  readonly state: ComplaintState
  readonly language: Language
}

/** A reason that no definition can know, for it takes more than one complaint. */
interface OwnReason {
  readonly code: 'not-open' | 'amount-approved'
  readonly params: { readonly complaint: string }
  readonly text: LocalizedText
}

/**
 * Refuses what the workflow allows and would lose something all the same.
 *
 * @throws {@link Problem} with every reason, like a refusal of the workflow.
 */
export async function refuseOnOwnAccount(connection: Connection, { command, state, language }: Circumstances): Promise<void> {
  const found = [await mergerReason(connection, command, state), await customerReason(connection, command, state)]
  const reasons = found.filter((reason) => reason !== undefined)
  if (reasons.length === 0) return
  const detail = { en: 'The workflow allows it, the desk does not; see the reasons.', 'zh-CN': '流程允许，但本系统不予执行，详见理由。' }
  const facts = {
    reasons: reasons.map(({ code, params }) => ({ code, params })),
    explanation: reasons.map(({ text }) => localizeText(text, language)),
    state,
  }
  throw new Problem('refused', detail, { facts })
}

/** What a complaint is merged into must go on. Both are locked, in the same order always: two that are merged into each other would both be lost. */
async function mergerReason(connection: Connection, { into }: ComplaintCommand, { complaint }: ComplaintState): Promise<OwnReason | undefined> {
  if (!into) return undefined
  const locked = await connection.query<{ readonly id: string; readonly closed: boolean }>(
    'SELECT id, closed FROM complaints WHERE id IN ($1, $2) ORDER BY id FOR UPDATE',
    [complaint, into],
  )
  if (locked.some(({ id, closed }) => id === into && !closed)) return undefined
  const text = { en: `There is no open complaint ${into} that this one could go on in.`, 'zh-CN': `没有可供并入的未终结投诉 ${into}。` }
  return { code: 'not-open', params: { complaint: into }, text }
}

/** An approval counts for the customer that it was given to; whoever could name another one afterwards would pass every limit. */
async function customerReason(connection: Connection, { customer }: ComplaintCommand, state: ComplaintState): Promise<OwnReason | undefined> {
  if (customer === undefined || customer === state.record['customer']) return undefined
  const { complaint } = state
  const approvals = await connection.query('SELECT 1 FROM approvals WHERE complaint = $1 LIMIT 1', [complaint])
  if (approvals.length === 0) return undefined
  const text = {
    en: `An amount has been approved for the customer of complaint ${complaint}, who is therefore not changed any more.`,
    'zh-CN': `投诉 ${complaint} 已有批准给该客户的金额，不得再更改客户。`,
  }
  return { code: 'amount-approved', params: { complaint }, text }
}
