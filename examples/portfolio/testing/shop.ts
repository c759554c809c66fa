import { addCalendarDays } from '@clientele/core'
import { type Draw, seedDraw } from '../src/seedDraw.js'

/** A day of 2026, from 0 on. */
export function dayOf2026(number: number): string {
  return addCalendarDays('2026-01-01', number)
}

/** Customers who buy at random, each at a pace of its own, and of whom some stop soon and some late. */
export function shop(customers: number, usualOf: (draw: Draw) => number = (draw) => 20 + draw(90)): string[] {
  const draw = seedDraw(8)
  return Array.from({ length: customers }, (_, index) => {
    const [pace, usual, staying] = [2 + draw(6) * draw(6), usualOf(draw), 2 + draw(5) * draw(8)]
    const rows: string[] = []
    for (let number = draw(90); number < 272; number += 1 + draw(2 * pace)) {
      rows.push(`C-${index},${dayOf2026(number)},${((usual * (30 + draw(140))) / 100).toFixed(2)}`)
      if (draw(staying) === 0) break
    }
    return rows
  }).flat()
}
