import type { WorkflowDefinition } from '../workflow/types.js'
import { bpmnDiagram } from './bpmnDiagram.js'
import { bpmnGraph } from './bpmnGraph.js'
import { bpmnGrid } from './bpmnGrid.js'
import { bpmnProcess } from './bpmnProcess.js'
import { oneLine } from './characters.js'
import { readDiagram } from './readDiagram.js'
import type { DiagramOptions } from './types.js'
import { element, xmlDocument } from './xml.js'

const NAMESPACES = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:clientele': 'urn:clientele:complaints',
}

/**
 * Draws a workflow as a process in BPMN 2.0, with its layout: bpmn.io, Camunda Modeler and their like show it as it is.
 *
 * A user task stands for a step, in the lane of the role that must see to it, or else of the step before; an arrow for a move to another step, by
 * its command, behind an exclusive gateway where there are several. A final step that cannot be left is an end event; behind another one stands an
 * end event. The moves that do not leave a step stand in its documentation, and what must hold for a move in that of its arrow. A move to the step
 * that a complaint came from has an arrow to every step from which it can have come. Attributes `clientele:step`, `clientele:command` and
 * `clientele:to` tell what is drawn in the definition's own names.
 *
 * @param definition - The workflow.
 * @param options - `language`: of the texts; English unless given.
 * @returns An XML document, which is not meant to be executed. Its names and documentation leave out what no text shows, as control characters; in
 * the definition's own names U+FFFD stands for what XML cannot hold.
 * @throws {@link InputError} if the definition is not right, or the language is no language tag.
 * @see Object Management Group (2011), Business Process Model and Notation 2.0: https://www.omg.org/spec/BPMN/2.0/
 * @example
 * import { toBpmn } from '@clientele/complaints'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const xml = toBpmn(counterService, { language: 'zh-CN' })
 * xml.includes('<bpmn:userTask id="step_heard" name="1 · 已听取" clientele:step="heard">') //=> true
 * xml.match(/<bpmn:endEvent id="\w+" name="[^"]+"/g)?.length //=> 2
 */
export function toBpmn(definition: WorkflowDefinition, options: DiagramOptions = {}): string {
  const diagram = readDiagram(definition, options)
  const { title, id, version } = diagram.workflow.document
  const name = oneLine(title === undefined ? id : diagram.text(title)) || oneLine(id)
  const grid = bpmnGrid(bpmnGraph(diagram))
  const target = { id: 'definitions', targetNamespace: 'urn:clientele:complaints', exporter: 'Clientele' }
  const attributes = { ...NAMESPACES, ...target, 'clientele:definition': id, 'clientele:version': version }
  return xmlDocument(element('bpmn:definitions', attributes, [...bpmnProcess(grid, name, diagram), bpmnDiagram(grid)]))
}
