import type { BpmnGrid, GridCell } from './bpmnGrid.js'
import type { BpmnRoutes } from './bpmnRoutes.js'
import { type Bounds, cellRoom, type Point, SPACE, TRACK } from './bpmnSizes.js'

/** Where the parts of a grid stand. */
export interface BpmnPlaces {
  readonly pool: Bounds
  /** None where no role is named. */
  readonly lanes: readonly Bounds[]
  /** The left end of the middle line of a cell. */
  readonly at: (cell: GridCell) => Point
  /** How far right a track runs in the gap behind a column. */
  readonly track: (gap: number, number: number | undefined) => number
  /** How far down a track runs above all lanes, or below them. */
  readonly above: (number: number | undefined) => number
  readonly below: (number: number | undefined) => number
}

const CORNER: Point = { x: 160, y: 80 }
const HEADER = 30

/** Finds room for columns, rows and tracks. */
export function bpmnPlaces(grid: BpmnGrid, routes: BpmnRoutes): BpmnPlaces {
  const columns = columnPlaces(grid, routes)
  const rows = rowPlaces(grid, routes)
  const width = columns.right - CORNER.x
  const lanes = grid.roles.length === 0 ? [] : rows.lanes
  return {
    pool: { ...CORNER, width, height: rows.bottom - CORNER.y },
    lanes: lanes.map(([top, bottom]) => ({ x: CORNER.x + HEADER, y: top, width: width - HEADER, height: bottom - top })),
    at: ({ column, lane, row }) => ({ x: columns.starts[column] as number, y: rows.middles[lane]?.[row] as number }),
    track: (gap, number = 0) => (columns.ends[gap] as number) + SPACE / 2 + TRACK * number,
    above: (number = 0) => CORNER.y + SPACE / 2 + TRACK * number,
    below: (number = 0) => rows.bottom - SPACE / 2 - TRACK * number,
  }
}

interface ColumnPlaces {
  readonly starts: readonly number[]
  /** Where the gap behind every column begins. */
  readonly ends: readonly number[]
  readonly right: number
}

function columnPlaces({ cells, roles, columns }: BpmnGrid, { gaps }: BpmnRoutes): ColumnPlaces {
  const widths = Array.from({ length: columns }, () => 0)
  for (const cell of cells.values()) widths[cell.column] = Math.max(widths[cell.column] as number, cellRoom(cell).width)
  const starts: number[] = []
  const ends: number[] = []
  let x = CORNER.x + HEADER * (roles.length === 0 ? 1 : 2) + SPACE
  widths.forEach((width, column) => {
    starts.push(x)
    ends.push(x + width)
    x += width + SPACE + TRACK * (gaps[column]?.size as number)
  })
  return { starts, ends, right: x }
}

interface RowPlaces {
  /** By lane and row. */
  readonly middles: readonly (readonly number[])[]
  /** Where the lanes begin and end. */
  readonly lanes: readonly (readonly [top: number, bottom: number])[]
  readonly bottom: number
}

function rowPlaces({ cells, roles }: BpmnGrid, { above, below }: BpmnRoutes): RowPlaces {
  const rooms: { above: number; below: number }[][] = Array.from({ length: Math.max(1, roles.length) }, () => [])
  for (const cell of cells.values()) {
    const lane = rooms[cell.lane] as { above: number; below: number }[]
    const known = lane[cell.row] ?? { above: 0, below: 0 }
    const room = cellRoom(cell)
    lane[cell.row] = { above: Math.max(known.above, room.above), below: Math.max(known.below, room.below) }
  }
  const lanes: [number, number][] = []
  let y = CORNER.y
  const middles = rooms.map((lane, index) => {
    const top = y
    if (index === 0) y += TRACK * above.size
    const found = lane.map((room) => {
      const middle = y + SPACE / 2 + room.above
      y = middle + room.below + SPACE / 2
      return middle
    })
    if (index === rooms.length - 1) y += TRACK * below.size
    lanes.push([top, y])
    return found
  })
  return { middles, lanes, bottom: y }
}
