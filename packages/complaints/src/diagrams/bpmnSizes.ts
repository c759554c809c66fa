import type { BpmnCell, BpmnNode } from './bpmnGraph.js'
import type { GridCell } from './bpmnGrid.js'

/** How large something is, in points. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A point, from the upper left corner. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where something stands: its upper left corner and its size. */
export interface Bounds extends Point, Size {}

/** Around what stands in the grid, and between a task and its gateway. */
export const SPACE = 30
/** Between arrows that run side by side. */
export const TRACK = 12
/** Between an arrow, or a node, and a name. */
export const NEAR = 5

const EVENT: Size = { width: 36, height: 36 }
/** As large as BPMN editors draw them. */
export const nodeSizes: { readonly [Type in BpmnNode['type']]: Size } = {
  startEvent: EVENT,
  endEvent: EVENT,
  userTask: { width: 120, height: 80 },
  exclusiveGateway: { width: 50, height: 50 },
}

const FLOW_NAME_WIDTH = 170
const EVENT_NAME_WIDTH = 100
const LINE_HEIGHT = 14
const LATIN_WIDTH = 6.5
const WIDE_WIDTH = 12.5
const WIDE_FROM = '\u1100'
/** How much of a line is filled where words are not broken. */
const FILLED = 0.8

/** About as much room as the name of an arrow takes; no height where there is none. */
export function flowNameSize(name: string): Size {
  return textSize(name, FLOW_NAME_WIDTH)
}

/** About as much room as the name of an event takes. */
export function eventNameSize(name: string): Size {
  return textSize(name, EVENT_NAME_WIDTH)
}

function textSize(text: string, width: number): Size {
  const length = Array.from(text).reduce((sum, character) => sum + (character < WIDE_FROM ? LATIN_WIDTH : WIDE_WIDTH), 0)
  return { width, height: Math.ceil(length / (width * FILLED)) * LINE_HEIGHT }
}

/** How far from the left of its cell a node stands: an event over the middle of its name. */
export function nodeIndent({ type }: BpmnNode): number {
  return type === 'userTask' ? 0 : (EVENT_NAME_WIDTH - EVENT.width) / 2
}

/** How far below the middle of its cell every way out leaves it: names stand above the arrows, without meeting. */
export function exitOffsets({ cell: { node, gateway, exits }, straight }: GridCell): readonly number[] {
  if (gateway === null) return exits.map(() => (straight ? 0 : nodeSizes[node.type].height / 4))
  let offset = nodeSizes.exclusiveGateway.height / 2
  return exits.map(({ name }, index) => {
    if (index === 0 && straight) return 0
    offset += Math.max(flowNameSize(name).height + 2 * NEAR, TRACK)
    return offset
  })
}

/** How far from the left of its cell the ways out begin: behind the gateway, where there is one. */
export function exitPlace({ node, gateway }: BpmnCell): number {
  return nodeIndent(node) + nodeSizes[node.type].width + (gateway === null ? 0 : SPACE + nodeSizes.exclusiveGateway.width)
}

/** How much room a cell takes above and below its middle, and in width. */
export function cellRoom(placed: GridCell): { readonly above: number; readonly below: number; readonly width: number } {
  const { cell } = placed
  const { node, exits } = cell
  const half = nodeSizes[node.type].height / 2
  const below = node.type === 'userTask' ? half : half + NEAR + eventNameSize(node.name).height
  const names = exits.some(({ name }) => name !== '') ? FLOW_NAME_WIDTH + 2 * NEAR : nodeIndent(node)
  return {
    above: Math.max(half, flowNameSize(exits[0]?.name ?? '').height + 2 * NEAR),
    below: Math.max(below, exitOffsets(placed).at(-1) ?? 0),
    width: exitPlace(cell) + names,
  }
}
