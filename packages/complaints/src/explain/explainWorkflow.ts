import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { moneyText } from '../money/readMoney.js'
import type { ReadLimit, ReadMove, ReadStep, ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { recording } from '../workflow/wellKnown.js'
import { explainMove } from './explainMove.js'
import { explainResponsible } from './explainResponsible.js'
import { groupBy } from './groupBy.js'
import { onOneLine } from './onOneLine.js'
import { listed, quoted, shownMoney, type Vocabulary, vocabularyOf } from './vocabulary.js'

/** In how many steps a move is told once for all of them, at the end. */
const SHARED_BY = 3

/** What is said of every move. */
type Said = ReadonlyMap<ReadMove, string>

/** The steps that have a move alike, by what is said of it. */
type SharedMoves = ReadonlyMap<string, readonly string[]>

/**
 * Says in sentences how complaints are handled, from beginning to end.
 *
 * @param definition - How complaints are handled; its terms and titles are taken.
 * @param locale - The language; English unless given.
 * @returns How the process ends; how it begins; step by step which of the textbook's eight steps is done, who is responsible for what comes next, which
 * clocks run, and what can be done there: by whom, what it needs, where it leads and why; then what can be done alike at three steps or more; who may
 * approve how much; and where complaints of earlier versions go.
 * @throws {@link InputError} if the definition is not one.
 * @see Textbook §5, the eight steps.
 * @example
 * import { explainWorkflow } from '@clientele/complaints/explain'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const { sentences } = explainWorkflow(counterService)
 * sentences[0] //=> '"Complaints at the counter" (version 1) is how complaints are handled; they end at: "Filed", "Turned down".'
 */
export function explainWorkflow(definition: WorkflowDefinition, locale: ComplaintsLocale = en): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  const workflow = readWorkflow(definition, ['definition'], issues) as ReadWorkflow
  throwIssues(issues)
  const vocabulary = vocabularyOf(workflow.document, locale)
  const steps = [...workflow.steps.values()]
  const said = new Map(steps.flatMap(({ moves }) => moves.map((move) => [move, explainMove(move, vocabulary)] as const)))
  const shared = sharedMoves(workflow, said)
  return {
    sentences: onOneLine([
      explainEnds(workflow, vocabulary),
      explainOpening(workflow, vocabulary),
      ...steps.flatMap((step) => explainStep(step, said, shared, vocabulary)),
      ...explainShared(shared, vocabulary),
      ...explainLimits(workflow, vocabulary),
      ...explainMigrations(workflow, vocabulary),
    ]),
  }
}

function explainEnds({ document, steps }: ReadWorkflow, vocabulary: Vocabulary): string {
  const { summary, endless } = vocabulary.locale.process
  const ends = [...steps.values()].filter(({ final }) => final).map(({ id }) => vocabulary.step(id))
  const facts = { title: titleOf(document, vocabulary.locale), version: document.version }
  return formatMessage(ends.length === 0 ? endless : summary, { ...facts, ends: listed(quoted(ends, vocabulary), vocabulary) })
}

function explainOpening({ opening, initial }: ReadWorkflow, vocabulary: Vocabulary): string {
  const { locale, term, step } = vocabulary
  const names = (list: readonly string[]): string => listed(list.map(term), vocabulary)
  const facts = { command: term(recording.command), fields: names(opening.needs), events: names(opening.emits), step: step(initial) }
  return formatMessage(locale.process.opening, facts)
}

/** The moves that many steps have alike. */
function sharedMoves({ steps }: ReadWorkflow, said: Said): SharedMoves {
  const found = new Map<string, Set<string>>()
  for (const { id, moves } of steps.values()) {
    for (const move of moves) {
      const text = said.get(move) as string
      const having = found.get(text)
      if (having === undefined) found.set(text, new Set([id]))
      else having.add(id)
    }
  }
  return new Map(Array.from(found, ([text, having]) => [text, [...having]] as const).filter(([, having]) => having.length >= SHARED_BY))
}

/** What is told for several steps at once, together where the steps are the same. */
function explainShared(shared: SharedMoves, vocabulary: Vocabulary): string[] {
  const { locale, step } = vocabulary
  const alike = groupBy([...shared], ([, steps]) => steps)
  return alike.flatMap((moves) => {
    const [[, steps]] = moves
    return [formatMessage(locale.process.alike, { places: listed(quoted(steps.map(step), vocabulary), vocabulary) }), ...moves.map(([text]) => text)]
  })
}

function explainStep(step: ReadStep, said: Said, shared: SharedMoves, vocabulary: Vocabulary): string[] {
  const { locale, term } = vocabulary
  const { moves, final, document } = step
  const isShared = (move: ReadMove): boolean => shared.has(said.get(move) as string)
  const told = [...new Set(moves.filter(isShared).map(({ on }) => term(on)))]
  const sentences = [
    explainPlace(step, vocabulary),
    ...(final ? [locale.process.closes] : [explainResponsible(document.responsible, vocabulary)]),
    ...explainClocks(step, vocabulary),
  ]
  return [
    sentences.join(locale.sentenceSeparator),
    ...moves.filter((move) => !isShared(move)).map((move) => said.get(move) as string),
    ...(told.length === 0 ? [] : [formatMessage(locale.process.shared, { commands: listed(told, vocabulary) })]),
  ]
}

function explainPlace({ id, document }: ReadStep, { locale, step: title }: Vocabulary): string {
  const { step, plainStep } = locale.process
  const number = document.textbook
  if (number === undefined) return formatMessage(plainStep, { step: title(id) })
  return formatMessage(step, { step: title(id), number, name: locale.textbook.steps[number - 1] as string })
}

function explainClocks({ document: { clocks = {} } }: ReadStep, vocabulary: Vocabulary): string[] {
  const { locale, term } = vocabulary
  const texts = Object.entries(clocks).map(([clock, state]) => formatMessage(locale.process.clock[state], { clock: term(clock) }))
  return texts.length === 0 ? [] : [formatMessage(locale.process.clocks, { clocks: listed(texts, vocabulary) })]
}

function explainLimits({ limits }: ReadWorkflow, vocabulary: Vocabulary): string[] {
  const all = [...limits.values()].flat()
  return all.length === 0 ? [] : [...all.map((limit) => explainLimit(limit, vocabulary)), vocabulary.locale.process.limits]
}

function explainLimit({ role, upTo, cumulative }: ReadLimit, { locale, term }: Vocabulary): string {
  const { limit, limitInAll } = locale.process
  const amount = shownMoney(moneyText(upTo.amount, upTo.digits), upTo.currency, locale)
  return formatMessage(cumulative ? limitInAll : limit, { role: term(role), upTo: amount })
}

function explainMigrations({ migrate }: ReadWorkflow, vocabulary: Vocabulary): string[] {
  const { migration, migratedStep } = vocabulary.locale.process
  return Array.from(migrate, ([version, steps]) => {
    const texts = Array.from(steps, ([from, to]) => formatMessage(migratedStep, { from, to: vocabulary.step(to) }))
    return formatMessage(migration, { version, steps: listed(texts, vocabulary) })
  })
}
