import type { Issue, LocalizedText } from '@clientele/core'
import { checkLocalizedText } from '@clientele/core/checks'
import { formatMessage, listTexts, type Title, type Titled, titleOf, titlesOf } from '@clientele/core/explain'
import type { FunnelLocale } from '../locales/types.js'
import type { NamedEntry, Pipeline, PipelineStage, StageEffect } from '../pipeline/types.js'

/** What the names of a pipeline are called in a language. */
export interface Vocabulary {
  readonly locale: FunnelLocale
  readonly document: Pipeline
  /** The pipeline itself. */
  readonly title: string
  readonly stages: readonly PipelineStage[]
  readonly stage: Title
  /** A stage, or the outcome that a change leads to. */
  readonly place: Title
  readonly reason: Title
  /** What a stage needs. */
  readonly evidence: (stage: string) => Title
  /** What a host is to do, as a list for a sentence: by their titles, where these are texts, else by their names. */
  readonly effects: (effects: readonly StageEffect[]) => string
}

/** Tells what the names of a pipeline that nothing is wrong with are called. */
export function vocabularyOf(pipeline: Pipeline, locale: FunnelLocale): Vocabulary {
  const document = { ...pipeline }
  const stages = document.stages.map((stage) => ({ ...stage }))
  const { won, lost } = locale.names.outcomes
  const stage = titlesOf(stages, locale)
  const needs = new Map(stages.map(({ id, evidence = [] }) => [id, titlesOf(evidence.map(titledOf), locale)]))
  return {
    locale,
    document,
    title: titleOf(document, locale),
    stages,
    stage,
    place: (name) => (name === document.won ? won : name === document.lost ? lost : stage(name)),
    reason: titlesOf(document.lossReasons.map(titledOf), locale),
    evidence: (id) => needs.get(id) ?? ((name) => name),
    effects: (effects) =>
      listTexts(
        effects.map((effect) => titleOf(titledEffect(effect), locale)),
        locale.core,
      ),
  }
}

/** An entry, which may be told by its id alone. */
export function titledOf(entry: string | NamedEntry): Titled {
  return typeof entry === 'string' ? { id: entry } : { ...entry }
}

/** What else than its name a host says of an effect is its own affair; but for a title that is a text. */
function titledEffect({ effect, title }: StageEffect): Titled {
  const issues: Issue[] = []
  checkLocalizedText(title, [], issues)
  return issues.length === 0 ? { id: effect, title: title as LocalizedText } : { id: effect }
}

/** Names in quotes, as a list for a sentence. */
export function listQuoted(texts: readonly string[], { core, names }: FunnelLocale): string {
  return listTexts(
    texts.map((text) => formatMessage(names.quoted, { text })),
    core,
  )
}
