import type { Surface } from './maximize.js'

/** A function's part, and how many times it counts. */
export type WeighedSurface = readonly [surface: Surface, weight: number]

/** The sum of functions of so many coordinates at one point, taken in the order in which they come. */
export function sumSurfaces(coordinates: number, parts: Iterable<WeighedSurface>): Surface {
  let value = 0
  let size = 0
  const gradient = Array.from({ length: coordinates }, () => 0)
  const hessian = gradient.map(() => [...gradient])
  for (const [part, weight] of parts) {
    value += weight * part.value
    size += weight * part.size
    addTimes(gradient, part.gradient, weight)
    for (let row = 0; row < coordinates; row++) addTimes(hessian[row] as number[], part.hessian[row] as number[], weight)
  }
  return { value, size, gradient, hessian }
}

function addTimes(sums: number[], terms: readonly number[], weight: number): void {
  for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] as number) + weight * (terms[index] as number)
}
