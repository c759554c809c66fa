import type { ComparisonOperator, ConditionResult, ConditionTraceEntry } from '../conditions/types.js'
import { en } from '../locales/en.js'
import type { CoreLocale } from '../locales/types.js'
import { formatMessage } from '../texts/formatMessage.js'
import type { JsonValue } from '../types.js'
import { listTexts } from './listTexts.js'
import { shownDuration } from './shownDuration.js'

/**
 * Says in a language how each comparison of a condition came out.
 *
 * @param result - What evaluateCondition returned.
 * @param locale - The language; English unless given.
 * @returns One sentence per comparison, in the order of the trace, and one for the condition as a whole.
 * @example
 * import { evaluateCondition } from '@clientele/core'
 * import { explainCondition } from '@clientele/core/explain'
 *
 * const result = evaluateCondition({ field: 'budget', operator: 'at-least', value: '500000' }, { budget: 600000 }, { asOf: '2024-03-01' })
 * explainCondition(result) //=> ['budget must be at least 500000: it is 600000, which meets this.', 'The condition as a whole is met.']
 */
export function explainCondition(result: ConditionResult, locale: CoreLocale = en): string[] {
  const { holds, fails } = locale.outcomes
  return [...result.trace.map((entry) => explainEntry(entry, locale)), result.met ? holds : fails]
}

function explainEntry({ path, operator, required, actual, met, reason }: ConditionTraceEntry, locale: CoreLocale): string {
  const comparison = formatMessage(locale.comparisons[operator], { field: path.join('.'), required: showRequired(operator, required, locale) })
  return formatMessage(locale.outcomes[reason ?? (met ? 'met' : 'unmet')], { comparison, actual: show(actual, locale) })
}

function showRequired(operator: ComparisonOperator, required: JsonValue, locale: CoreLocale): string {
  return operator === 'within' && typeof required === 'string' ? shownDuration(required, locale) : show(required, locale)
}

/** A value; of a long list the first 20 members, and how many more there are. */
function show(value: JsonValue, locale: CoreLocale): string {
  return Array.isArray(value) ? listTexts(value.map(showMember), locale) : showMember(value)
}

function showMember(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
