import type { BpmnFlow } from './bpmnGraph.js'
import type { BpmnGrid, GridCell } from './bpmnGrid.js'
import { type BpmnPlaces, bpmnPlaces } from './bpmnPlaces.js'
import { type BpmnRoutes, bpmnRoutes } from './bpmnRoutes.js'
import { type Bounds, eventNameSize, exitOffsets, exitPlace, flowNameSize, NEAR, nodeIndent, nodeSizes, type Point, SPACE } from './bpmnSizes.js'

/** How an arrow runs, and where its name stands. */
export interface FlowPlace {
  readonly waypoints: readonly Point[]
  readonly name: Bounds | null
}

/** Where everything of a process stands: nodes, the names of those that have them outside, and arrows, by id. */
export interface BpmnLayout {
  readonly pool: Bounds
  readonly lanes: readonly Bounds[]
  readonly nodes: ReadonlyMap<string, Bounds>
  readonly names: ReadonlyMap<string, Bounds>
  readonly flows: ReadonlyMap<string, FlowPlace>
}

/**
 * Lays out what is arranged in a grid. The ways out of a gateway hang below each other; then arrows run in tracks between the columns, one for every
 * target, and where the target is not in the next column, above all lanes or below them. So no arrow crosses a node, and no two names meet.
 */
export function bpmnLayout(grid: BpmnGrid): BpmnLayout {
  const routes = bpmnRoutes(grid)
  const places = bpmnPlaces(grid, routes)
  const cells = [...grid.cells.values()]
  return {
    pool: places.pool,
    lanes: places.lanes,
    nodes: new Map(cells.flatMap((cell) => nodePlaces(cell, places.at(cell)))),
    names: new Map(cells.flatMap((cell) => eventName(cell, places.at(cell)))),
    flows: new Map(cells.flatMap((cell) => [...linkPlace(cell, places.at(cell)), ...exitPlaces(cell, { grid, routes, places })])),
  }
}

function nodePlaces({ cell: { node, gateway } }: GridCell, { x, y }: Point): readonly (readonly [string, Bounds])[] {
  const size = nodeSizes[node.type]
  const place = [node.id, { x: x + nodeIndent(node), y: y - size.height / 2, ...size }] as const
  if (gateway === null) return [place]
  const gatewaySize = nodeSizes[gateway.type]
  return [place, [gateway.id, { x: x + size.width + SPACE, y: y - gatewaySize.height / 2, ...gatewaySize }]]
}

/** Below its event. */
function eventName({ cell: { node } }: GridCell, { x, y }: Point): readonly (readonly [string, Bounds])[] {
  if (node.type === 'userTask') return []
  return [[node.id, { x, y: y + nodeSizes[node.type].height / 2 + NEAR, ...eventNameSize(node.name) }]]
}

/** From a node to its gateway. */
function linkPlace({ cell: { node, link } }: GridCell, { x, y }: Point): readonly (readonly [string, FlowPlace])[] {
  if (link === null) return []
  const start = x + nodeSizes[node.type].width
  const waypoints = [
    { x: start, y },
    { x: start + SPACE, y },
  ]
  return [[link.id, { waypoints, name: null }]]
}

interface Layout {
  readonly grid: BpmnGrid
  readonly routes: BpmnRoutes
  readonly places: BpmnPlaces
}

function exitPlaces(from: GridCell, layout: Layout): readonly (readonly [string, FlowPlace])[] {
  const { x, y } = layout.places.at(from)
  const door = x + exitPlace(from.cell)
  const { width, height } = nodeSizes.exclusiveGateway
  return exitOffsets(from).map((offset, index) => {
    const flow = from.cell.exits[index] as BpmnFlow
    const at = { x: door, y: y + offset }
    const middle = door - width / 2
    const hanging = [
      { x: middle, y: y + height / 2 },
      { x: middle, y: at.y },
    ]
    const start = from.cell.gateway === null || offset === 0 ? [at] : hanging
    return [flow.id, { waypoints: withoutNeedless([...start, ...wayTo(flow, from, at.y, layout)]), name: flowName(flow, at) }]
  })
}

/** From the end of the column to the target. */
function wayTo({ target }: BpmnFlow, from: GridCell, y: number, { grid, routes, places }: Layout): readonly Point[] {
  const to = grid.cells.get(target) as GridCell
  const end = places.at(to)
  const entry = { x: end.x + nodeIndent(to.cell.node), y: end.y }
  const first = places.track(from.column, routes.gaps[from.column]?.get(target))
  if (to.column === from.column + 1) return [{ x: first, y }, { x: first, y: end.y }, entry]
  const corridor = to.column > from.column ? places.above(routes.above.get(target)) : places.below(routes.below.get(target))
  const last = places.track(to.column - 1, routes.gaps[to.column - 1]?.get(target))
  return [{ x: first, y }, { x: first, y: corridor }, { x: last, y: corridor }, { x: last, y: end.y }, entry]
}

/** Above the first stretch of its arrow. */
function flowName({ name }: BpmnFlow, { x, y }: Point): Bounds | null {
  const size = flowNameSize(name)
  return name === '' ? null : { x: x + NEAR, y: y - NEAR - size.height, ...size }
}

/** Points without those on the way from the one before to the one after. */
function withoutNeedless(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before === undefined || after === undefined) return true
    return !(['x', 'y'] as const).some((axis) => before[axis] === point[axis] && point[axis] === after[axis])
  })
}
