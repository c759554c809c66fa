import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadVersions } from './checkComparison.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** What things are called in the later of two definitions, and of what it does not have, in the earlier one. */
export interface VersionsVocabulary extends Vocabulary {
  readonly before: Vocabulary
}

/** Tells what things are called in two versions of a definition. */
export function versionsVocabularyOf({ before, after }: ReadVersions, locale: ComplaintsLocale): VersionsVocabulary {
  const [earlier, later] = [vocabularyOf(before.document, locale), vocabularyOf(after.document, locale)]
  const { terms = {} } = after.document
  return {
    ...later,
    before: earlier,
    term: (name) => (Object.hasOwn(terms, name) ? later : earlier).term(name),
    step: (id) => (after.steps.has(id) ? later : earlier).step(id),
  }
}
