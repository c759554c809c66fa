import { Decimal, ratio } from '@clientele/core/decimal'
import { layOnGrid } from './binaryGrid.js'
import { convertedOf, groupChanges } from './groupChanges.js'
import { enteredOf, RATE_UNIT, rateTerms, rateWorths } from './rateTerms.js'
import type { ReadSalesPeriod } from './readSalesPeriod.js'
import { shapley } from './shapley.js'
import type { ChangeDecomposition, ChangeFactor, ChangePart } from './types.js'

/** A factor before and after; of `mix`, and of `rate` beside groups, there is no single one. */
type Sides = readonly [before: Decimal, after: Decimal]

/** Why deals × rate × value / days changed, of periods of one form that state a value. */
export function valueChange(before: ReadSalesPeriod, after: ReadSalesPeriod): Omit<ChangeDecomposition, 'subject' | 'currency' | 'counted'> {
  const sides = [before, after]
  const hasGroups = before.groups !== null
  const volume = sidesOf(sides, ({ groups, factors }) => (groups === null ? (factors.deals as Decimal) : new Decimal(enteredOf(groups).toString())))
  const value = sidesOf(sides, ({ factors }) => factors.averageValue as Decimal)
  const days = sidesOf(sides, ({ factors }) => factors.cycleDays ?? new Decimal(1))
  const rate = hasGroups ? null : sidesOf(sides, ({ factors }) => factors.winRate as Decimal)
  const hasSpeed = sides.some(({ factors }) => factors.cycleDays !== undefined)
  const factors: ChangeFactor[] = ['volume', ...(hasGroups ? (['mix'] as const) : []), 'rate', 'value', ...(hasSpeed ? (['speed'] as const) : [])]
  const worth = worthOf({ volume, rates: rate === null ? groupRates(before, after) : statedRates(rate), value, days })
  const { dividends, divisor } = shapley(factors.length, (coalition) => worth.of((factor) => (coalition & (1 << factors.indexOf(factor))) !== 0))
  // Each part is its own only member.
  const { total, sums } = layOnGrid(
    dividends.map((dividend) => [dividend]),
    divisor * worth.divisor,
  )
  const told: { readonly [Factor in ChangeFactor]: Sides | null } = { volume, mix: null, rate, value, speed: days }
  const won = sidesOf(sides, (side) => wonOf(side))
  return {
    of: 'value',
    before: ratio(won[0].times(value[0]), days[0]) as number,
    after: ratio(won[1].times(value[1]), days[1]) as number,
    difference: total,
    parts: factors.map((factor, index) => partOf(factor, sums[index] as number, told[factor])),
    ...(hasGroups ? { groups: groupChanges(before.groups ?? [], after.groups ?? []) } : {}),
  }
}

function sidesOf(sides: readonly ReadSalesPeriod[], read: (side: ReadSalesPeriod) => Decimal): Sides {
  return sides.map(read) as unknown as Sides
}

function wonOf({ groups, factors }: ReadSalesPeriod): Decimal {
  return groups === null ? (factors.deals as Decimal).times(factors.winRate as Decimal) : convertedOf(groups)
}

function partOf(factor: ChangeFactor, amount: number, sides: Sides | null): ChangePart {
  if (sides === null) return { factor, amount, before: null, after: null, change: null }
  const [before, after] = sides
  // Speed is one over the days that are told: it falls as they rise.
  const change = factor === 'speed' ? ratio(before.minus(after), after) : ratio(after.minus(before), before)
  return { factor, amount, before: before.toNumber() + 0, after: after.toNumber() + 0, change }
}

/** Rates in units: at 0 that of before, at 1 with the shares of after, at 2 with its rates, at 3 with both. */
interface Rates {
  readonly units: readonly bigint[]
  readonly unit: bigint
}

function statedRates(rate: Sides): Rates {
  const { units, unit } = inUnits(rate)
  return { units: [units[0], units[0], units[1], units[1]], unit }
}

function groupRates(before: ReadSalesPeriod, after: ReadSalesPeriod): Rates {
  return { units: rateWorths(rateTerms(before.groups ?? [], after.groups ?? [])), unit: RATE_UNIT }
}

/** What sales would be worth if some factors were as they are after, and the others as they were before; over a common divisor. */
function worthOf({ volume, rates, value, days }: { readonly volume: Sides; readonly rates: Rates; readonly value: Sides; readonly days: Sides }): {
  readonly of: (isAfter: (factor: ChangeFactor) => boolean) => bigint
  readonly divisor: bigint
} {
  const [deals, worths, cycle] = [inUnits(volume), inUnits(value), inUnits(days)]
  return {
    of: (isAfter) => {
      const rate = rates.units[(isAfter('mix') ? 1 : 0) + (isAfter('rate') ? 2 : 0)] as bigint
      // To divide by the days of one side is to multiply by those of the other, of both of which the divisor is made.
      const otherDays = cycle.units[isAfter('speed') ? 0 : 1]
      return deals.units[isAfter('volume') ? 1 : 0] * rate * worths.units[isAfter('value') ? 1 : 0] * otherDays * cycle.unit
    },
    divisor: deals.unit * rates.unit * worths.unit * cycle.units[0] * cycle.units[1],
  }
}

/** Two decimals as integers of one scale. */
function inUnits(sides: Sides): { readonly units: readonly [bigint, bigint]; readonly unit: bigint } {
  const places = Math.max(sides[0].decimalPlaces(), sides[1].decimalPlaces())
  const unit = 10n ** BigInt(places)
  const scale = new Decimal(unit.toString())
  return { units: [BigInt(sides[0].times(scale).toFixed(0)), BigInt(sides[1].times(scale).toFixed(0))], unit }
}
