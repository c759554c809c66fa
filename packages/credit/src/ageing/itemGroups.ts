/** The groups of one currency. */
export interface GroupedCurrency {
  readonly currency: string
  /** The currency's minor digits. */
  readonly digits: number
  /** How many units make one of the currency's minor units. */
  readonly factor: number
  readonly groups: readonly number[]
}

/** Items by currency and customer, or by currency alone. */
export interface ItemGroups {
  readonly currencies: readonly GroupedCurrency[]
  /** The customer of each group; left out where customers are not told. */
  readonly customers: readonly string[] | undefined
}

/** One currency's groups, more of which are made as customers are met. */
export interface GrowingCurrency extends GroupedCurrency {
  readonly groups: number[]
  readonly byCustomer: Map<string, number>
}

/** Groups that are made as they are met. */
export interface GrowingGroups extends ItemGroups {
  readonly currencies: GrowingCurrency[]
  readonly customers: string[]
  /** The currency of each group. */
  readonly owners: GrowingCurrency[]
}

/** Starts with no groups. */
export function startGroups(): GrowingGroups {
  return { currencies: [], customers: [], owners: [] }
}

/** Finds the groups of a currency, or adds it with none. */
export function findOrAddCurrency({ currencies }: GrowingGroups, currency: string, digits: number): GrowingCurrency {
  const known = currencies.find((one) => one.currency === currency)
  if (known !== undefined) return known
  const added = { currency, digits, factor: 1, groups: [], byCustomer: new Map<string, number>() }
  currencies.push(added)
  return added
}

/** Finds the group of a customer in a currency, or adds it. */
export function findOrAddGroup({ customers, owners }: GrowingGroups, currency: GrowingCurrency, customer: string): number {
  const known = currency.byCustomer.get(customer)
  if (known !== undefined) return known
  const group = customers.length
  customers.push(customer)
  owners.push(currency)
  currency.groups.push(group)
  currency.byCustomer.set(customer, group)
  return group
}
