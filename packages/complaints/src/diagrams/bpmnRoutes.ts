import type { BpmnGrid, GridCell } from './bpmnGrid.js'

/** Which ways the arrows to a target share, each numbered from 0. */
export interface BpmnRoutes {
  /** Between a column and the next one: the targets of the arrows that run there. */
  readonly gaps: readonly ReadonlyMap<string, number>[]
  /** Above all lanes: the targets of arrows that go forward over columns. */
  readonly above: ReadonlyMap<string, number>
  /** Below all lanes: the targets of arrows that go back, or to the same column. */
  readonly below: ReadonlyMap<string, number>
}

/** Finds the ways that arrows take. */
export function bpmnRoutes({ cells, columns }: BpmnGrid): BpmnRoutes {
  const gaps = Array.from({ length: columns }, () => new Map<string, number>())
  const above = new Map<string, number>()
  const below = new Map<string, number>()
  const number = (numbers: Map<string, number> | undefined, target: string): void => {
    if (numbers?.has(target) === false) numbers.set(target, numbers.size)
  }
  for (const from of cells.values()) {
    for (const { target } of from.cell.exits) {
      const to = cells.get(target) as GridCell
      number(gaps[from.column], target)
      if (to.column === from.column + 1) continue
      number(gaps[to.column - 1], target)
      number(to.column > from.column ? above : below, target)
    }
  }
  return { gaps, above, below }
}
