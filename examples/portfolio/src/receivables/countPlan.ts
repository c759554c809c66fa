import type { DunningPlan, WaitingItem } from '@clientele/credit'

/** How many letters are planned, and what becomes of each overdue invoice: it is in one of them, held, waiting, or at its end. */
export interface PlanCounts {
  readonly letters: number
  readonly lettered: number
  readonly held: number
  /** For a next level. */
  readonly waiting: number
  /** Without a further letter. */
  readonly ended: number
}

/** Counts what is planned; lettered + held + waiting + ended are all overdue invoices. */
export function countPlan({ letters, held, waiting }: DunningPlan): PlanCounts {
  const ended = waiting.filter(hasEnded).length
  const lettered = letters.reduce((sum, { items }) => sum + items.length, 0)
  return { letters: letters.length, lettered, held: held.length, waiting: waiting.length - ended, ended }
}

/** Whether an invoice gets no further letter, however long it stays open. */
export function hasEnded({ next }: WaitingItem): boolean {
  return next === undefined
}
