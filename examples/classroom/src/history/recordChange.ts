import type { Fields } from '../pages/types.js'
import type { History } from './types.js'

/** So many changes can be undone. */
export const REMEMBERED = 500

/** Changes fields. What is still being changed goes into the change before; a step is a change by itself. */
export function recordChange(history: History, changes: Fields, isStep = false): History {
  const { present, past, changing } = history
  const next = { ...present, ...changes }
  const changed = Object.keys(changes).filter((field) => changes[field] !== present[field])
  if (changed.length === 0) return history
  const names = Object.keys(changes).sort().join(' ')
  if (isStep) return { present: next, past: remember(past, present) }
  return { present: next, past: names === changing ? past : remember(past, present), changing: names }
}

/** What is changed from now on is another change. */
export function settleChange({ present, past }: History): History {
  return { present, past }
}

/** Takes the last change back. */
export function undoChange(history: History): History {
  const present = history.past.at(-1)
  return present === undefined ? history : { present, past: history.past.slice(0, -1) }
}

function remember(past: readonly Fields[], present: Fields): readonly Fields[] {
  return [...past.slice(1 - REMEMBERED), present]
}
