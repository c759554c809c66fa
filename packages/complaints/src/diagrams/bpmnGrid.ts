import { PREVIOUS } from '../workflow/wellKnown.js'
import type { BpmnCell, BpmnFlow } from './bpmnGraph.js'

interface Place {
  readonly column: number
  /** The stripe of a role, from 0. */
  readonly lane: number
  /** Its place among those of its lane and column, from 0. */
  readonly row: number
}

/** A cell in the grid. */
export interface GridCell extends Place {
  readonly cell: BpmnCell
  /** Whether its first way out may run straight on: not where arrows to another cell right behind it run. */
  readonly straight: boolean
}

/** Which column, lane and row everything stands in. */
export interface BpmnGrid {
  /** By node, in the order of the cells. */
  readonly cells: ReadonlyMap<string, GridCell>
  /** The roles of the lanes; none where the definition names none. */
  readonly roles: readonly string[]
  readonly columns: number
}

/**
 * Arranges cells: a step stands as many columns from the start as it takes commands to get there, in the lane of the role that must see to it, or
 * else of the step before.
 */
export function bpmnGrid(cells: readonly BpmnCell[]): BpmnGrid {
  const byNode = new Map(cells.map((cell) => [cell.node.id, cell]))
  const roles = [...new Set(cells.flatMap(({ responsible }) => responsible ?? []))]
  const { columns, before } = reach(cells, byNode)
  const places = new Map<string, Place>()
  const heights = new Map<string, number>()
  for (const [id, column] of columns) {
    const { responsible, exits } = byNode.get(id) as BpmnCell
    const role = responsible ?? (id === 'start' ? byNode.get(exits[0]?.target as string)?.responsible : undefined)
    const lane = role === undefined ? (places.get(before.get(id) as string)?.lane ?? 0) : roles.indexOf(role)
    // What is reached first stands first: so the first step stands right behind the start.
    const row = heights.get(`${column} ${lane}`) ?? 0
    heights.set(`${column} ${lane}`, row + 1)
    places.set(id, { column, lane, row })
  }
  const nodes = new Map([...places].map(([id, place]) => [placeKey(place), id]))
  const placed = cells.map((cell): [string, GridCell] => {
    const place = places.get(cell.node.id) as Place
    const behind = nodes.get(placeKey({ ...place, column: place.column + 1 }))
    return [cell.node.id, { cell, ...place, straight: behind === undefined || behind === cell.exits[0]?.target }]
  })
  return { cells: new Map(placed), roles, columns: Math.max(...columns.values()) + 1 }
}

function placeKey({ column, lane, row }: Place): string {
  return `${column} ${lane} ${row}`
}

/** How far everything is from the start, and from where it is reached first; going back is the last way to take. */
function reach(cells: readonly BpmnCell[], byNode: ReadonlyMap<string, BpmnCell>) {
  const columns = new Map<string, number>()
  const before = new Map<string, string>()
  const follow = (takes: (flow: BpmnFlow) => boolean): void => {
    for (const [id, column] of columns) {
      // A map also runs over what is added to it meanwhile.
      for (const flow of byNode.get(id)?.exits ?? []) {
        if (columns.has(flow.target) || !takes(flow)) continue
        columns.set(flow.target, column + 1)
        before.set(flow.target, id)
      }
    }
  }
  for (const { node } of cells) {
    if (columns.has(node.id)) continue
    columns.set(node.id, node.id === 'start' ? 0 : 1)
    follow(({ to }) => to !== PREVIOUS)
    follow(() => true)
  }
  return { columns, before }
}
