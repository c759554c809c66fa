import { NOT_DUE } from '../ageing/checkAgeingScheme.js'

/** What is not due is of another kind, and another colour, than what grows old. */
const NOT_DUE_COLOUR = '#9ecae1'

/** From young to old: each darker and redder than the one before (Brewer's YlOrRd, without its palest). */
const AGE_COLOURS: readonly (readonly number[])[] = [
  [254, 217, 118],
  [253, 141, 60],
  [227, 26, 28],
  [128, 0, 38],
]

/** A colour for each bucket, by age. */
export function ageColours(buckets: readonly string[]): string[] {
  const ages = buckets.filter((bucket) => bucket !== NOT_DUE)
  let age = 0
  return buckets.map((bucket) => (bucket === NOT_DUE ? NOT_DUE_COLOUR : colourAt(ages.length === 1 ? 1 : age++ / (ages.length - 1))))
}

/** The colour of a place from 0, the youngest, to 1, the oldest. */
function colourAt(place: number): string {
  const along = place * (AGE_COLOURS.length - 1)
  const before = Math.min(Math.floor(along), AGE_COLOURS.length - 2)
  const [from, to] = AGE_COLOURS.slice(before) as [number[], number[]]
  const hex = from.map((part, index) => {
    const mixed = Math.round(part + ((to[index] as number) - part) * (along - before))
    return mixed.toString(16).padStart(2, '0')
  })
  return `#${hex.join('')}`
}
