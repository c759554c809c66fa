import { EXACT_INTEGER_LIMIT } from '@clientele/core/decimal'
import { isDay } from '../columns/isPlain.js'
import { type ApplicationCells, type CurrencyCells, factorOf, type ItemTable } from './readItemTable.js'

/** What is open of items that come as columns, for the quick loop. */
export interface OpenColumn {
  /** In units of the amounts; NaN where that cannot be proven the quick way. */
  readonly opens: Float64Array
  /** The applications that name no row of an item. */
  readonly strays: readonly number[]
}

/** Takes what settles items up to a day off their amounts. */
export function openColumn({ length, amount, currency, applications }: ItemTable, asOf: number): OpenColumn {
  const factors = factorColumn(currency)
  if (applications === undefined && factors === undefined) return { opens: amount.quick, strays: [] }
  const opens = new Float64Array(length)
  for (let row = 0; row < length; row++) {
    const units = amount.quick[row] as number
    opens[row] = isWhole(units, factors?.[row] ?? 1) ? units : Number.NaN
  }
  return { opens, strays: applications === undefined ? [] : apply(applications, opens, factors, asOf) }
}

function apply({ item, date, settles }: ApplicationCells, opens: Float64Array, factors: Float64Array | undefined, asOf: number): number[] {
  const strays: number[] = []
  for (let index = 0; index < item.length; index++) {
    const row = item.quick[index] as number
    const day = date.quick[index] as number
    const units = settles.quick[index] as number
    if (!(row >= 0 && row < opens.length)) strays.push(index)
    else if (!(isDay(day) && isWhole(units, factors?.[row] ?? 1))) opens[row] = Number.NaN
    else if (day <= asOf) {
      // Of two integers below 2⁵³ the difference is exact if it is below 2⁵³ too.
      const open = (opens[row] as number) - units
      opens[row] = Math.abs(open) < EXACT_INTEGER_LIMIT ? open : Number.NaN
    }
  }
  return strays
}

/** Whether a number is a whole number of minor units, and none too large. */
function isWhole(units: number, factor: number): boolean {
  return Math.abs(units) < EXACT_INTEGER_LIMIT && Math.floor(units / factor) * factor === units
}

/** How many units make one minor unit of each item's currency; left out where it is one of all. */
function factorColumn(currency: CurrencyCells): Float64Array | undefined {
  const factors = currency.texts.map((_, code) => factorOf(currency, code))
  if (currency.cells === undefined || factors.every((factor) => factor === 1)) return undefined
  return Float64Array.from(currency.cells.quick, (code) => factors[code] ?? 1)
}
