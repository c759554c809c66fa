import { type LocalizedText, localizeText } from '@clientele/core'
import { formatMessage } from '@clientele/core/explain'
import type { OverLimit, RefusalReason } from '../commands/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { migrating } from '../workflow/wellKnown.js'
import { listed, quoted, shownMoney, shownPerson, type Vocabulary } from './vocabulary.js'
import { wordActual, wordCondition } from './wordCondition.js'

type ReasonOf<Code extends RefusalReason['code']> = Extract<RefusalReason, { readonly code: Code }>['params']

/** Says what stands against a command and what it would take, then why it is so; each sentence once. */
export function explainReasons(reasons: readonly RefusalReason[], workflow: ReadWorkflow, vocabulary: Vocabulary): string[] {
  const { languageTag, refusals } = vocabulary.locale
  const whys = reasons.flatMap(({ params }) => ('why' in params && params.why !== undefined ? [params.why as LocalizedText] : []))
  return [
    ...new Set([
      ...reasons.map((reason) => explainReason(reason, workflow, vocabulary)),
      ...whys.map((why) => formatMessage(refusals.why, { why: localizeText(why, languageTag) })),
    ]),
  ]
}

function explainReason(reason: RefusalReason, workflow: ReadWorkflow, vocabulary: Vocabulary): string {
  const { locale, term } = vocabulary
  const { refusals } = locale
  const { code, params } = reason
  switch (code) {
    case 'conflict': {
      const { expected, actual } = params
      return actual < expected ? formatMessage(refusals.ahead, params) : formatMessage(refusals.conflict, { expected, count: actual - expected })
    }
    case 'unknown-command':
      return explainUnknown(params, vocabulary)
    case 'closed':
      return explainClosed(params, workflow, vocabulary)
    case 'not-in-this-step':
      return explainElsewhere(params, vocabulary)
    case 'condition':
      return explainUnmet(params, vocabulary)
    case 'evidence': {
      const need = term(params.need)
      if (params.type === 'field') return formatMessage(refusals.evidence.field, { need })
      return formatMessage(refusals.evidence.event, { need, commands: listed(params.commands.map(term), vocabulary) })
    }
    case 'role':
      return formatMessage(refusals.role, { role: term(params.role), allowed: listed(params.allowed.map(term), vocabulary) })
    case 'same-person':
      return formatMessage(refusals['same-person'], { person: params.person, as: shownPerson(params.as, vocabulary) })
    default:
      return explainOverLimit(params, vocabulary)
  }
}

function explainUnknown({ command, known }: ReasonOf<'unknown-command'>, vocabulary: Vocabulary): string {
  const { locale, term } = vocabulary
  const template = locale.refusals[known.length === 0 ? 'noCommands' : 'unknown-command']
  return formatMessage(template, { command: term(command), known: listed(known.map(term), vocabulary) })
}

function explainClosed({ command, step }: ReasonOf<'closed'>, { steps }: ReadWorkflow, vocabulary: Vocabulary): string {
  const { locale, term } = vocabulary
  const possible = [...(steps.get(step)?.on.keys() ?? [])]
  const template = locale.refusals[possible.length === 0 ? 'closedForGood' : 'closed']
  return formatMessage(template, { command: term(command), step: vocabulary.step(step), commands: listed(possible.map(term), vocabulary) })
}

function explainElsewhere({ command, step, steps }: ReasonOf<'not-in-this-step'>, vocabulary: Vocabulary): string {
  const { cannotMigrate, nowhere, 'not-in-this-step': elsewhere } = vocabulary.locale.refusals
  const template = command === migrating.command ? cannotMigrate : steps.length === 0 ? nowhere : elsewhere
  const facts = { command: vocabulary.term(command), step: vocabulary.step(step) }
  return formatMessage(template, { ...facts, steps: listed(quoted(steps.map(vocabulary.step), vocabulary), vocabulary) })
}

function explainUnmet({ condition, trace }: ReasonOf<'condition'>, vocabulary: Vocabulary): string {
  const actual = new Set(trace.map((entry) => wordActual(entry, vocabulary)))
  return formatMessage(vocabulary.locale.refusals.condition, {
    condition: wordCondition(condition, vocabulary),
    actual: listed([...actual], vocabulary),
  })
}

function explainOverLimit({ role, amount, currency, paidToCustomer, total, upTo, roles }: OverLimit, vocabulary: Vocabulary): string {
  const { locale, term } = vocabulary
  const { noLimit, overLimitInAll, 'over-limit': overLimit } = locale.refusals
  const inMoney = (text: string): string => shownMoney(text, currency, locale)
  const facts = { role: term(role), amount: inMoney(amount), currency, roles: listed(roles.map(term), vocabulary) }
  if (upTo === null) return formatMessage(noLimit, facts)
  const limit = { ...facts, upTo: inMoney(upTo) }
  return paidToCustomer === null
    ? formatMessage(overLimit, limit)
    : formatMessage(overLimitInAll, { ...limit, paid: inMoney(paidToCustomer), total: inMoney(total) })
}
