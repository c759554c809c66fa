import { formatMessage } from '@clientele/core/explain'
import type { TierScheme } from '@clientele/tiering'
import { cutTiers, type Way } from './chapter.js'
import type { Abc } from './computeAbc.js'
import { type AbcFields, cutField, wayOf } from './fields.js'
import type { AbcTexts } from './texts/types.js'

/** A cut that can be dragged between two others. */
export interface Cut {
  readonly field: string
  /** What it is between: `A | B`. */
  readonly mark: string
  readonly label: string
  readonly value: number
  readonly minimum: number
  readonly maximum: number
}

/** The cuts of a way, and in which steps they are dragged. */
export interface Cuts {
  readonly way: Way
  readonly cuts: readonly Cut[]
  /** A power of ten, and how many steps are a leap. */
  readonly step: number
  readonly leap: number
  /** As it stands at the line, and as it is said. */
  show(value: number): string
  say(value: number): string
  /** As it is typed. */
  type(value: number): string
}

interface Range {
  readonly low: number
  readonly high: number
  readonly step: number
}

/** Amounts beyond these are drawn, but not dragged: there are no round steps in numbers. */
const DRAGGED = { least: 1e-6, most: 1e14 }

/** The cuts as they are typed; what is typed in vain stays where it was. None where there is nothing to drag along. */
export function cutsOf(fields: AbcFields, result: Abc, said: AbcTexts): Cuts | undefined {
  const { way } = result
  const range = way === 'threshold' ? thresholdRange(result) : { low: 0, high: 100, step: 1 }
  if (way !== wayOf(fields) || range === undefined || result.tiering.customers.length === 0) return undefined
  const digits = Math.max(0, -Math.round(Math.log10(range.step)))
  const values = cutTiers.map((tier, index) => typedNumber(fields[cutField(way, tier)]) ?? cutsMade(result.scheme)[index]) as [number, number]
  const bounds = boundsOf(values, range, way)
  return {
    way,
    step: range.step,
    leap: 5,
    cuts: cutTiers.map((tier, index) => ({
      field: cutField(way, tier),
      mark: said.marks[index] as string,
      label: said.cuts[way][index] as string,
      value: values[index] as number,
      ...(bounds[index] as (typeof bounds)[number]),
    })),
    show: (value) => `${value}${way === 'threshold' ? '' : '%'}`,
    say: (value) => formatMessage(said.units[way], { number: String(value) }),
    type: (value) => value.toFixed(digits),
  }
}

/** Each cut stays a step away from the other one and from the ends; amounts fall from A to C, shares rise. */
function boundsOf([first, second]: readonly [number, number], { low, high, step }: Range, way: Way): { minimum: number; maximum: number }[] {
  const above = (value: number): number => (Math.floor(value / step) + 1) * step
  const below = (value: number): number => (Math.ceil(value / step) - 1) * step
  if (way === 'threshold') {
    return [
      { minimum: above(second), maximum: high },
      { minimum: low, maximum: below(first) },
    ]
  }
  return [
    { minimum: above(low), maximum: below(second) },
    { minimum: above(first), maximum: below(high) },
  ]
}

/** From 0, or the least value where that is below it, to the greatest, in about a hundred round steps. */
function thresholdRange({ tiering }: Abc): Range | undefined {
  const values = tiering.customers.map(({ value }) => Number(value))
  const [greatest, least] = [Math.max(0, ...values), Math.min(0, ...values)]
  const span = greatest - least
  if (!(span >= DRAGGED.least && span <= DRAGGED.most)) return undefined
  const step = 10 ** (Math.floor(Math.log10(span)) - 1)
  return { low: Math.ceil(least / step) * step, high: Math.floor(greatest / step) * step, step }
}

function cutsMade(scheme: TierScheme): number[] {
  return scheme.type === 'threshold' ? scheme.tiers.map(({ from }) => Number(from)) : scheme.cuts.map(({ upToPercent }) => Number(upToPercent))
}

function typedNumber(text: string): number | undefined {
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined
}
