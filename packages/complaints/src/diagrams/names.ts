import type { ReadMove, ReadStep } from '../workflow/compiled.js'
import { oneLine } from './characters.js'
import { conditionsText } from './conditionText.js'
import type { Diagram } from './readDiagram.js'

/** What a step is called, after the number of the textbook's step. */
export function stepName({ id, document: { textbook, title } }: ReadStep, { text }: Diagram): string {
  const name = oneLine(text(title)) || oneLine(id) || '…'
  return textbook === undefined ? name : `${textbook} · ${name}`
}

/** What a command is called, and where several moves of the step answer it, when this one does. */
export function moveName({ on, conditions }: ReadMove, step: ReadStep, diagram: Diagram): string {
  const command = diagram.term(on)
  if (conditions.length === 0 || step.on.get(on)?.length === 1) return command
  return `${command} (${conditionsText(conditions, diagram)})`
}
