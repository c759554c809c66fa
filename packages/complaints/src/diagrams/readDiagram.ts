import { type Issue, type LocalizedText, localizeText } from '@clientele/core'
import { checkKeys, checkLanguageTag, checkRecord, ownValue, throwIssues } from '@clientele/core/checks'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import { oneLine } from './characters.js'

/** What a diagram is drawn from. */
export interface Diagram {
  readonly workflow: ReadWorkflow
  /** A text in the language of the diagram. */
  readonly text: (text: LocalizedText) => string
  /** What a command, event, field, role or clock is called, on one line: its name, where the definition does not say. */
  readonly term: (name: string) => string
}

/** Reads a definition and how it is drawn, or throws what is wrong. */
export function readDiagram(definition: unknown, options: unknown): Diagram {
  const issues: Issue[] = []
  const workflow = readWorkflow(definition, ['definition'], issues)
  const language = readLanguage(options, issues)
  throwIssues(issues)
  const { document } = workflow as ReadWorkflow
  const terms = document.terms ?? {}
  const text = (one: LocalizedText): string => localizeText(one, language)
  const term = (name: string): string => oneLine(text((ownValue(terms, name) as LocalizedText | undefined) ?? name)) || oneLine(name) || '…'
  return { workflow: workflow as ReadWorkflow, text, term }
}

function readLanguage(options: unknown, issues: Issue[]): string {
  if (!checkRecord(options, ['options'], issues)) return 'en'
  checkKeys(options, ['language'], ['options'], issues)
  const { language = 'en' } = { ...options }
  return checkLanguageTag(language, ['options', 'language'], issues) ? language : 'en'
}
