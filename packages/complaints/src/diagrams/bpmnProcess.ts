import type { BpmnFlow, BpmnNode } from './bpmnGraph.js'
import type { BpmnGrid } from './bpmnGrid.js'
import type { Diagram } from './readDiagram.js'
import { element, type XmlElement } from './xml.js'

/** A pool, and the process in it: lanes, nodes and arrows. */
export function bpmnProcess(grid: BpmnGrid, name: string, diagram: Diagram): readonly XmlElement[] {
  const cells = [...grid.cells.values()].map(({ cell }) => cell)
  const nodes = cells.flatMap(({ node, gateway }) => (gateway === null ? [node] : [node, gateway]))
  const flows = cells.flatMap(({ link, exits }) => (link === null ? exits : [link, ...exits]))
  const [incoming, outgoing] = [group(flows, 'target'), group(flows, 'source')]
  const pool = element('bpmn:participant', { id: 'pool', name, processRef: 'process' })
  return [
    element('bpmn:collaboration', { id: 'collaboration' }, [pool]),
    element('bpmn:process', { id: 'process', name, isExecutable: 'false' }, [
      ...laneSet(grid, diagram),
      ...nodes.map((node) => nodeElement(node, incoming.get(node.id) ?? [], outgoing.get(node.id) ?? [])),
      ...flows.map(flowElement),
    ]),
  ]
}

function group(flows: readonly BpmnFlow[], by: 'source' | 'target'): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const flow of flows) {
    const ids = groups.get(flow[by])
    if (ids === undefined) groups.set(flow[by], [flow.id])
    else ids.push(flow.id)
  }
  return groups
}

/** The lanes; none where no role is named. */
function laneSet({ cells, roles }: BpmnGrid, diagram: Diagram): readonly XmlElement[] {
  if (roles.length === 0) return []
  const lanes = roles.map((role, index) => {
    const inside = [...cells.values()].filter(({ lane }) => lane === index)
    const ids = inside.flatMap(({ cell: { node, gateway } }) => (gateway === null ? [node.id] : [node.id, gateway.id]))
    const references = ids.map((id) => element('bpmn:flowNodeRef', {}, id))
    return element('bpmn:lane', { id: `lane_${index + 1}`, name: diagram.term(role), 'clientele:role': role }, references)
  })
  return [element('bpmn:laneSet', { id: 'lanes' }, lanes)]
}

function documented(documentation: string): readonly XmlElement[] {
  return documentation === '' ? [] : [element('bpmn:documentation', {}, documentation)]
}

function nodeElement({ id, type, name, documentation, step }: BpmnNode, incoming: readonly string[], outgoing: readonly string[]): XmlElement {
  return element(`bpmn:${type}`, { id, name: name === '' ? undefined : name, 'clientele:step': step }, [
    ...documented(documentation),
    ...incoming.map((flow) => element('bpmn:incoming', {}, flow)),
    ...outgoing.map((flow) => element('bpmn:outgoing', {}, flow)),
  ])
}

function flowElement({ id, source, target, name, documentation, command, to }: BpmnFlow): XmlElement {
  const said = { id, name: name === '' ? undefined : name, sourceRef: source, targetRef: target }
  return element('bpmn:sequenceFlow', { ...said, 'clientele:command': command, 'clientele:to': to }, documented(documentation))
}
