import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ComplaintMigration, DefinitionComparison, DefinitionComparisonCase, StuckComplaint, StuckReason } from '../versions/types.js'
import { checkComparisonOfVersions, type ReadVersions } from './checkComparison.js'
import { explainChange } from './explainChange.js'
import { groupBy } from './groupBy.js'
import { onOneLine } from './onOneLine.js'
import { type VersionsVocabulary, versionsVocabularyOf } from './versionsVocabulary.js'
import { listed, type Vocabulary } from './vocabulary.js'

/**
 * Says in sentences what a new version of a definition changes, and which complaints it would strand.
 *
 * @param comparison - What {@link compareDefinitions} returned.
 * @param definitions - `before` and `after`: the definitions that were compared; terms and titles are taken from the later one, and of what it does not
 * have, from the earlier one.
 * @param locale - The language; English unless given.
 * @returns How many changes there are, and how many complaints can go on or would be stuck; who would be stuck where, and why; the changes; where the
 * other complaints go. Of many complaints alike the first 20 are named.
 * @throws {@link InputError} if the definitions are none, or not those that were compared: what differs is worked out again, so that definitions of the
 * same versions that differ in something else are refused.
 * @example
 * import { compareDefinitions } from '@clientele/complaints'
 * import { explainDefinitionComparison } from '@clientele/complaints/explain'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const after = { ...counterService, version: '2', limits: [] }
 * const comparison = compareDefinitions({ before: counterService, after, open: [] })
 * const { sentences } = explainDefinitionComparison(comparison, { before: counterService, after })
 * sentences[1] //=> 'What the role "clerk" may approve in CNY: until now up to 200.00 CNY; from now on any amount.'
 */
export function explainDefinitionComparison(
  comparison: DefinitionComparison,
  definitions: Pick<DefinitionComparisonCase, 'before' | 'after'>,
  locale: ComplaintsLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const versions = checkComparisonOfVersions(comparison, definitions, issues) as ReadVersions
  throwIssues(issues)
  const vocabulary = versionsVocabularyOf(versions, locale)
  const { changes, stuck, migrations } = comparison
  return {
    sentences: onOneLine([
      explainSummary(comparison, versions, locale),
      ...explainStuck(stuck, vocabulary),
      ...(changes.length === 0 ? [locale.versions.same] : changes.map((change) => explainChange(change, versions, vocabulary))),
      ...explainMigrations(migrations, vocabulary),
    ]),
  }
}

function explainSummary({ changes, stuck, migrations }: DefinitionComparison, { before, after }: ReadVersions, locale: ComplaintsLocale): string {
  const counts = { changes: changes.length, stuck: stuck.length, migrations: migrations.length }
  const versions = { before: before.document.version, after: after.document.version }
  return formatMessage(locale.versions.summary, { title: titleOf(after.document, locale), ...versions, ...counts })
}

/** Who would be stuck, by step and reasons. */
function explainStuck(stuck: readonly StuckComplaint[], vocabulary: VersionsVocabulary): string[] {
  const { locale, before } = vocabulary
  return groupBy(stuck, ({ step, reasons }) => [step, reasons]).map((alike) => {
    const [{ step, reasons }] = alike
    const sentence = formatMessage(locale.versions.stuck, { step: before.step(step), complaints: namesOf(alike, vocabulary) })
    return [sentence, ...reasons.map((reason) => explainReason(reason, vocabulary))].join(locale.sentenceSeparator)
  })
}

function explainReason({ code, params }: StuckReason, vocabulary: VersionsVocabulary): string {
  const { reasons, noMoves } = vocabulary.locale.versions
  const step = vocabulary.step(params.step)
  if (code !== 'no-way-out') return formatMessage(reasons[code], { ...params, step })
  return formatMessage(params.lacking.length === 0 ? noMoves : reasons[code], {
    step,
    lacking: listed(params.lacking.map(vocabulary.term), vocabulary),
  })
}

function explainMigrations(migrations: readonly ComplaintMigration[], vocabulary: VersionsVocabulary): string[] {
  const { versions } = vocabulary.locale
  return groupBy(migrations, ({ from, to }) => [from, to]).map((alike) => {
    const [{ from, to }] = alike
    const facts = { from: vocabulary.before.step(from), to: vocabulary.step(to), complaints: namesOf(alike, vocabulary) }
    return formatMessage(from === to ? versions.kept : versions.migrated, facts)
  })
}

function namesOf(complaints: readonly { readonly complaint: string }[], vocabulary: Vocabulary): string {
  return listed(
    complaints.map(({ complaint }) => complaint),
    vocabulary,
  )
}
