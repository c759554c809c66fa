import type { ComplaintState, Decision, WorkflowDefinition } from '@clientele/complaints'
import { explainDecision } from '@clientele/complaints/explain'
import type { Connection } from '../database/types.js'
import { type Language, locales } from '../server/languages.js'
import { Problem } from '../server/Problem.js'
import type { Overtaken } from './appendEvents.js'
import { readComplaint } from './readComplaint.js'

export type Refusal = Extract<Decision, { readonly ok: false }>

interface Circumstances {
  readonly definition: WorkflowDefinition
  readonly language: Language
  /** Null where there is no complaint yet. */
  readonly state: ComplaintState | null
}

/** What a refused command is answered with: every reason, in words too, and where the complaint stands, so that its sender can look and try again. */
export function refusalOf(refusal: Refusal, { definition, language, state }: Circumstances): Problem {
  const { reasons, policies } = refusal
  const explanation = explainDecision(refusal, definition, locales[language]).sentences
  const code = reasons.some((reason) => reason.code === 'conflict') ? 'conflict' : 'refused'
  return new Problem(
    code,
    { en: 'Nothing was changed; see the reasons.', 'zh-CN': '未作任何更改，详见理由。' },
    { facts: { reasons, explanation, state, policies } },
  )
}

/** What is answered to whoever was overtaken: where the complaint stands now. */
export async function conflictOf(connection: Connection, { complaint, expected }: Overtaken, language: Language): Promise<Problem> {
  const { state, definition } = await readComplaint(connection, complaint)
  const { kind, id, version } = definition
  const reason = { code: 'conflict', params: { expected, actual: state.sequence } } as const
  return refusalOf({ ok: false, reasons: [reason], policies: [{ kind, id, version }] }, { definition, language, state })
}
