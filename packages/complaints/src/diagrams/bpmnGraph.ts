import type { ReadStep } from '../workflow/compiled.js'
import { PREVIOUS, recording } from '../workflow/wellKnown.js'
import { moveDocumentation, openingDocumentation, stepDocumentation } from './moveDocumentation.js'
import { moveName, stepName } from './names.js'
import type { Diagram } from './readDiagram.js'
import { uniqueNames } from './uniqueNames.js'
import { type StepWays, waysOut } from './waysOut.js'

/** A node of a process. */
export interface BpmnNode {
  readonly id: string
  readonly type: 'startEvent' | 'userTask' | 'exclusiveGateway' | 'endEvent'
  readonly name: string
  readonly documentation: string
  /** The step that it stands for. */
  readonly step?: string
}

/** An arrow between nodes. */
export interface BpmnFlow {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly name: string
  readonly documentation: string
  /** The command that it stands for, and where its move says that it leads. */
  readonly command?: string
  readonly to?: string
}

/** What is drawn in one place: a node, and the gateway behind it where there are several ways out. */
export interface BpmnCell {
  readonly node: BpmnNode
  readonly gateway: BpmnNode | null
  /** The arrow from the node to its gateway. */
  readonly link: BpmnFlow | null
  /** The arrows that leave the cell. */
  readonly exits: readonly BpmnFlow[]
  /** The role that must see to it; undefined where none is named. */
  readonly responsible: string | undefined
}

/** The cells of a process: the start, then every step, and the end of a final step that can still be left right behind it. */
export function bpmnGraph(diagram: Diagram): readonly BpmnCell[] {
  const { workflow } = diagram
  const names = uniqueNames([...workflow.steps.keys()], { characters: 'A-Za-z0-9', otherwise: 'step' })
  const number = counter()
  const idOf = (step: string): string => `step_${names.get(step)}`
  const opening = { id: `flow_${number()}`, source: 'start', target: idOf(workflow.initial), name: '', documentation: '' }
  const start: BpmnCell = {
    node: { id: 'start', type: 'startEvent', name: diagram.term(recording.command), documentation: openingDocumentation(diagram) },
    gateway: null,
    link: null,
    exits: [opening],
    responsible: undefined,
  }
  return [start, ...waysOut(workflow).flatMap((ways) => cellsOf(ways, { diagram, names, idOf, number }))]
}

function counter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}

interface Drawing {
  readonly diagram: Diagram
  readonly names: ReadonlyMap<string, string>
  readonly idOf: (step: string) => string
  readonly number: () => number
}

function cellsOf({ step, out, staying }: StepWays, { diagram, names, idOf, number }: Drawing): readonly BpmnCell[] {
  const ends = step.final && step.moves.length > 0
  const node = nodeOf(step, idOf(step.id), stepDocumentation(step, staying, diagram), diagram)
  const isChoice = out.length + (ends ? 1 : 0) > 1
  const gateway: BpmnNode | null = isChoice ? { id: `choice_${names.get(step.id)}`, type: 'exclusiveGateway', name: '', documentation: '' } : null
  const link = gateway && { id: `flow_${number()}`, source: node.id, target: gateway.id, name: '', documentation: '' }
  const source = (gateway ?? node).id
  const moves = out.map(({ move, to }): BpmnFlow => {
    const came = move.to === PREVIOUS ? ` (${stepName(diagram.workflow.steps.get(to) as ReadStep, diagram)})` : ''
    const name = moveName(move, step, diagram) + came
    return { id: `flow_${number()}`, source, target: idOf(to), name, documentation: moveDocumentation(move, diagram), command: move.on, to: move.to }
  })
  const { responsible } = step.document
  const cell = { node, gateway, link, responsible }
  if (!ends) return [{ ...cell, exits: moves }]
  const end: BpmnNode = { id: `end_${names.get(step.id)}`, type: 'endEvent', name: node.name, documentation: '' }
  const ending = { id: `flow_${number()}`, source, target: end.id, name: '', documentation: '' }
  return [
    { ...cell, exits: [ending, ...moves] },
    { node: end, gateway: null, link: null, exits: [], responsible },
  ]
}

function nodeOf(step: ReadStep, id: string, documentation: string, diagram: Diagram): BpmnNode {
  const type = step.final && step.moves.length === 0 ? 'endEvent' : 'userTask'
  return { id, type, name: stepName(step, diagram), documentation, step: step.id }
}
