import type { GroupedCurrency, ItemGroups } from './itemGroups.js'
import { type CurrencyCells, factorOf, type ItemTable } from './readItemTable.js'

/** The groups of items that come as columns. */
export interface ColumnGroups extends ItemGroups {
  /** How many there are. */
  readonly count: number
  /** The group of each item, or what is no group where its currency or customer is none; left out where all are of the first. */
  readonly column: Int32Array | undefined
}

/** The groups of customers, by the index of the customer. */
type Numbers = Int32Array | undefined

const NO_GROUP = -1

/** Stands for all customers where they are not told. */
const ANYONE = ''

/** Groups items that come as columns by currency, and by customer where there are any. */
export function groupColumns({ currency, customer }: ItemTable): ColumnGroups {
  if (currency.cells !== undefined) return groupEach(currency, currency.cells.quick, customer?.quick, customer?.texts)
  const count = customer?.texts.length ?? 1
  const groups = Array.from({ length: count }, (_, group) => group)
  return { count, column: customer?.quick, currencies: [groupedCurrency(currency, 0, groups)], customers: customer?.texts }
}

function groupedCurrency(currency: CurrencyCells, code: number, groups: number[]): GroupedCurrency {
  return { currency: currency.texts[code] as string, digits: currency.digits[code] as number, factor: factorOf(currency, code), groups }
}

/** Groups items of several currencies; groups are made as they are met. */
function groupEach(
  currency: CurrencyCells,
  codes: Int32Array,
  customers: Int32Array | undefined,
  names: readonly string[] | undefined,
): ColumnGroups {
  const column = new Int32Array(codes.length)
  const members = currency.digits.map((digits) => (digits === undefined ? undefined : { groups: [] as number[], numbers: undefined as Numbers }))
  const owners: string[] = []
  for (let row = 0; row < codes.length; row++) {
    const member = members[codes[row] as number]
    const customer = customers === undefined ? 0 : (customers[row] as number)
    const name = names === undefined ? ANYONE : names[customer]
    column[row] = NO_GROUP
    if (member === undefined || name === undefined) continue
    member.numbers ??= new Int32Array(names?.length ?? 1)
    // Groups are counted from 1 here: 0 is none yet.
    if (member.numbers[customer] === 0) {
      member.numbers[customer] = owners.push(name)
      member.groups.push(owners.length - 1)
    }
    column[row] = (member.numbers[customer] as number) - 1
  }
  const currencies = members.flatMap((member, code) => (member === undefined ? [] : [groupedCurrency(currency, code, member.groups)]))
  return { count: owners.length, column, currencies, customers: names === undefined ? undefined : owners }
}
