import type { DunningPlan } from '@clientele/credit'
import { explainDunning } from '@clientele/credit/explain'
import type { ReceivablesInput } from '../types.js'

/** Says a part of what is planned; the first sentence counts the whole, which is said elsewhere. */
export function explainPlan(part: Partial<DunningPlan>, { report: { dunning }, settings, texts }: ReceivablesInput): readonly string[] {
  if (dunning === undefined || settings.dunning === undefined) return []
  const plan = { ...dunning, letters: [], held: [], waiting: [], diagnoses: [], ...part }
  return explainDunning(plan, settings.dunning, texts.credit).sentences.slice(1)
}
