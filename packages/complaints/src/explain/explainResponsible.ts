import { formatMessage } from '@clientele/core/explain'
import type { Vocabulary } from './vocabulary.js'

/** Says who must see to it that a complaint goes on. */
export function explainResponsible(role: string | null | undefined, { locale, term }: Vocabulary): string {
  const { responsible, nobody } = locale.standing
  return role === undefined || role === null ? nobody : formatMessage(responsible, { role: term(role) })
}
