import { formatMessage } from '@clientele/core/explain'
import type { DefinitionField } from '../locales/versions/types.js'
import type { DefinitionChange, LimitText } from '../versions/types.js'
import type { ReadVersions } from './checkComparison.js'
import { wordDestination } from './explainMove.js'
import type { VersionsVocabulary } from './versionsVocabulary.js'
import { listed, shownMoney, type Vocabulary } from './vocabulary.js'

/** Says what differs between two definitions. */
export function explainChange({ code, params }: DefinitionChange, { before, after }: ReadVersions, vocabulary: VersionsVocabulary): string {
  const { changes } = vocabulary.locale.versions
  switch (code) {
    case 'initial-changed':
      return formatMessage(changes[code], { before: vocabulary.before.step(params.before), after: vocabulary.step(params.after) })
    case 'opening-changed':
      return formatMessage(changes[code], { fields: namesOf(params.fields, vocabulary) })
    case 'limit-changed': {
      const { role, currency } = params
      const shown = (limit: LimitText | null, isLimited: boolean): string => shownLimit(limit, currency, isLimited, vocabulary)
      const texts = { before: shown(params.before, before.limits.has(role)), after: shown(params.after, after.limits.has(role)) }
      return formatMessage(changes[code], { role: vocabulary.term(role), currency, ...texts })
    }
    default: {
      const { step, command = '', to = '', fields = [] } = { command: undefined, to: undefined, fields: undefined, ...params }
      const facts = { step: vocabulary.step(step), command: vocabulary.term(command), destination: wordDestination(to, vocabulary) }
      return formatMessage(changes[code], { ...facts, fields: namesOf(fields, vocabulary) })
    }
  }
}

function namesOf(fields: readonly string[], vocabulary: Vocabulary): string {
  return listed(
    fields.map((field) => vocabulary.locale.versions.fields[field as DefinitionField]),
    vocabulary,
  )
}

function shownLimit(limit: LimitText | null, currency: string, isLimited: boolean, { locale }: Vocabulary): string {
  const { limit: alone, limitInAll, noLimit, nothing } = locale.versions
  if (limit === null) return isLimited ? nothing : noLimit
  return formatMessage(limit.cumulative ? limitInAll : alone, { amount: shownMoney(limit.amount, currency, locale) })
}
