import { formatMessage } from '@clientele/core/explain'
import type { ComplaintState } from '../history/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { PREVIOUS, STAY } from '../workflow/wellKnown.js'
import { listed, type Vocabulary } from './vocabulary.js'

/** Says which of the textbook's eight steps are done where a complaint stands, and which may still come; nothing where the definition does not tell. */
export function explainTextbook(state: ComplaintState, workflow: ReadWorkflow, vocabulary: Vocabulary): string[] {
  const { locale } = vocabulary
  const { done: doneOnly, ahead: withAhead, nothingAhead } = locale.standing
  const done = textbookStep(state, workflow)
  if (done === undefined) return []
  const ahead = [...stepsAhead(state, workflow)].filter((number) => number > done).sort((a, b) => a - b)
  const template = state.closed ? doneOnly : ahead.length === 0 ? nothingAhead : withAhead
  const texts = ahead.map((number) => nameOf(number, vocabulary))
  return [formatMessage(template, { step: nameOf(done, vocabulary), ahead: listed(texts, vocabulary) })]
}

/** A step of the textbook, with its number. */
function nameOf(number: number, { locale }: Vocabulary): string {
  const { steps, step } = locale.textbook
  return formatMessage(step, { number, name: steps[number - 1] as string })
}

/** Which of the textbook's steps has been done: that of the complaint's step, or where it has none, of the nearest one that it goes back to. */
function textbookStep({ step, returnTo }: ComplaintState, { document }: ReadWorkflow): number | undefined {
  return [...returnTo, step].flatMap((id) => document.steps[id]?.textbook ?? []).at(-1)
}

/** The textbook's steps that a complaint can come to in this cycle. */
function stepsAhead({ step, returnTo }: ComplaintState, { steps }: ReadWorkflow): ReadonlySet<number> {
  const reached = new Set([step, ...returnTo])
  const numbers = new Set<number>()
  // What is added to a set while it is walked through is walked through too.
  for (const id of reached) {
    const { moves = [], final = true, document } = { ...steps.get(id) }
    if (document?.textbook !== undefined) numbers.add(document.textbook)
    if (final) continue
    for (const { to, startsCycle } of moves) if (!startsCycle && to !== STAY && to !== PREVIOUS) reached.add(to)
  }
  return numbers
}
