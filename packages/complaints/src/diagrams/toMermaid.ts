import type { WorkflowDefinition } from '../workflow/types.js'
import { recording } from '../workflow/wellKnown.js'
import { mermaidText } from './mermaidText.js'
import { moveName, stepName } from './names.js'
import { type Diagram, readDiagram } from './readDiagram.js'
import type { DiagramOptions } from './types.js'
import { uniqueNames } from './uniqueNames.js'
import { type StepWays, waysOut } from './waysOut.js'

/** What Mermaid's state diagrams, in any of its versions, take for something else than a state's name. */
const RESERVED = new Set(
  `accdescr acctitle as choice class classdef click default direction divider end fork hide href join left note right root root_end root_start scale
  start state statediagram style subgraph`.split(/\s+/),
)

/**
 * Draws a workflow as a Mermaid state diagram.
 *
 * A state stands for a step, by its title and the number of the textbook's step; below it are the commands that do not leave the step. An arrow
 * between two steps has all the commands that lead from one to the other; where a step knows several moves on a command, with its condition. A move
 * to the step that a complaint came from is drawn to every step from which the complaint can have come. Arrows to the end leave the final steps.
 *
 * @param definition - The workflow.
 * @param options - `language`: of the texts, which are those of the definition; English unless given.
 * @returns The text of the diagram, for Mermaid 12, which draws no more than 50 000 characters unless its `maxTextSize` is raised. States are named
 * by the steps' ids where these are made of letters, digits and underscores, else by what is left of them. No character of the definition's texts
 * means anything to Mermaid, to Markdown or to HTML.
 * @throws {@link InputError} if the definition is not right, or the language is no language tag.
 * @see https://mermaid.js.org/syntax/stateDiagram.html
 * @example
 * import { toMermaid } from '@clientele/complaints'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * toMermaid(counterService).split('\n').slice(0, 4)
 * //=> ['stateDiagram-v2', '    accTitle: Complaints at the counter', '    state "1 · Heard" as heard', '    state "6 · Settled" as settled']
 * toMermaid(counterService, { language: 'zh-CN' }).includes('heard --> settled : 当场处理') //=> true
 */
export function toMermaid(definition: WorkflowDefinition, options: DiagramOptions = {}): string {
  const diagram = readDiagram(definition, options)
  const { workflow, text } = diagram
  const { document, initial, steps } = workflow
  const names = uniqueNames([...steps.keys()], { otherwise: 'step', isReserved })
  const nameOf = (step: string): string => names.get(step) as string
  const ways = waysOut(workflow)
  const title = document.title === undefined ? '' : mermaidText(text(document.title))
  const lines = [
    ...(title === '' ? [] : [`accTitle: ${title}`]),
    ...ways.flatMap((way) => stateLines(way, nameOf(way.step.id), diagram)),
    `[*] --> ${nameOf(initial)} : ${mermaidText(diagram.term(recording.command))}`,
    ...ways.flatMap((way) => arrowLines(way, nameOf, diagram)),
    ...[...steps.values()].filter(({ final }) => final).map(({ id }) => `${nameOf(id)} --> [*]`),
  ]
  return ['stateDiagram-v2', ...lines.map((line) => `    ${line}`), ''].join('\n')
}

function isReserved(name: string): boolean {
  return RESERVED.has(name.toLowerCase()) || name in Object.prototype || /direction$/i.test(name)
}

function stateLines({ step, staying }: StepWays, name: string, diagram: Diagram): readonly string[] {
  const moves = new Set(staying.map((move) => mermaidText(moveName(move, step, diagram))))
  return [`state "${mermaidText(stepName(step, diagram))}" as ${name}`, ...[...moves].map((move) => `${name} : ${move}`)]
}

function arrowLines({ step, out }: StepWays, nameOf: (step: string) => string, diagram: Diagram): readonly string[] {
  const labels = new Map<string, Set<string>>()
  for (const { move, to } of out) labels.set(to, (labels.get(to) ?? new Set()).add(mermaidText(moveName(move, step, diagram))))
  return [...labels].map(([to, moves]) => `${nameOf(step.id)} --> ${nameOf(to)} : ${[...moves].join(' / ')}`)
}
