import type { BpmnGrid } from './bpmnGrid.js'
import { bpmnLayout, type FlowPlace } from './bpmnLayout.js'
import type { Bounds } from './bpmnSizes.js'
import { element, type XmlElement } from './xml.js'

/** Where everything of a process is drawn. */
export function bpmnDiagram(grid: BpmnGrid): XmlElement {
  const { pool, lanes, nodes, names, flows } = bpmnLayout(grid)
  const horizontal = { isHorizontal: 'true' }
  const gateways = new Set([...grid.cells.values()].flatMap(({ cell }) => cell.gateway?.id ?? []))
  return element('bpmndi:BPMNDiagram', { id: 'diagram' }, [
    element('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: 'collaboration' }, [
      shape('pool', pool, horizontal),
      ...lanes.map((bounds, index) => shape(`lane_${index + 1}`, bounds, horizontal)),
      ...[...nodes].map(([id, bounds]) => shape(id, bounds, gateways.has(id) ? { isMarkerVisible: 'true' } : {}, names.get(id))),
      ...[...flows].map(([id, place]) => edge(id, place)),
    ]),
  ])
}

function shape(id: string, bounds: Bounds, attributes: XmlElement['attributes'], name?: Bounds): XmlElement {
  const label = name === undefined ? [] : [element('bpmndi:BPMNLabel', {}, [boundsElement(name)])]
  return element('bpmndi:BPMNShape', { id: `shape_${id}`, bpmnElement: id, ...attributes }, [boundsElement(bounds), ...label])
}

function edge(id: string, { waypoints, name }: FlowPlace): XmlElement {
  const points = waypoints.map(({ x, y }) => element('di:waypoint', { x, y }))
  const label = name === null ? [] : [element('bpmndi:BPMNLabel', {}, [boundsElement(name)])]
  return element('bpmndi:BPMNEdge', { id: `edge_${id}`, bpmnElement: id }, [...points, ...label])
}

function boundsElement({ x, y, width, height }: Bounds): XmlElement {
  return element('dc:Bounds', { x, y, width, height })
}
