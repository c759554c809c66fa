import { moneyText } from '../money/readMoney.js'
import type { ReadMove, ReadStep } from '../workflow/compiled.js'
import { PREVIOUS } from '../workflow/wellKnown.js'
import { shownCharacters } from './characters.js'
import { conditionsText } from './conditionText.js'
import type { Diagram } from './readDiagram.js'
import { words } from './words.js'

/** What must hold for a move and what comes of it, a line a fact, and why. */
export function moveDocumentation(move: ReadMove, diagram: Diagram): string {
  const why = move.why === undefined ? '' : shownCharacters(diagram.text(move.why))
  return [...factsOf(move, diagram), ...(why === '' ? [] : [why])].join('\n')
}

/** Who is responsible in a step, what becomes of its clocks, and the moves that do not leave it, with what must hold for them. */
export function stepDocumentation({ document }: ReadStep, staying: readonly ReadMove[], diagram: Diagram): string {
  const { text, term } = diagram
  const { responsible, clocks = {} } = document
  const states = Object.entries(clocks).map(([clock, state]) => `${term(clock)} (${text(words[state])})`)
  const moves = staying.map((move) => `- ${term(move.on)} (${factsOf(move, diagram).join('; ')})`)
  const lines = [
    ...factOf('responsible', responsible === undefined ? [] : [term(responsible)], diagram),
    ...factOf('clocks', states, diagram),
    ...(moves.length === 0 ? [] : [`${text(words.staying)}:`, ...moves]),
  ]
  return lines.join('\n')
}

/** What must be told to open a complaint, and what comes of it. */
export function openingDocumentation(diagram: Diagram): string {
  const { needs, emits } = diagram.workflow.opening
  return [...factOf('needs', needs.map(diagram.term), diagram), ...factOf('events', emits.map(diagram.term), diagram)].join('\n')
}

function factsOf(move: ReadMove, diagram: Diagram): readonly string[] {
  const { text, term, workflow } = diagram
  const condition = conditionsText(move.conditions, diagram)
  const limits = move.approves ? [...workflow.limits.values()].flat() : []
  const limitTexts = limits.map(({ role, upTo: { amount, digits, currency }, cumulative }) => {
    return `${term(role)} ≤ ${moneyText(amount, digits)} ${currency}${cumulative ? ` (${text(words.cumulative)})` : ''}`
  })
  return [
    ...factOf('condition', condition === '' ? [] : [condition], diagram),
    ...factOf('needs', [...move.events, ...move.fields].map(term), diagram),
    ...factOf('by', (move.role ?? []).map(term), diagram),
    ...factOf(
      'notBy',
      move.notBy.map(({ name }) => term(name)),
      diagram,
    ),
    ...factOf('limits', limitTexts, diagram),
    ...factOf('events', move.emits.map(term), diagram),
    ...(move.startsCycle ? [text(words.cycle)] : []),
    ...(move.to === PREVIOUS ? [text(words.previous)] : []),
  ]
}

function factOf(word: keyof typeof words, texts: readonly string[], { text }: Diagram): readonly string[] {
  return texts.length === 0 ? [] : [`${text(words[word])}: ${texts.join(', ')}`]
}
