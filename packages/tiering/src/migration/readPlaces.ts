import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, checkText, readRows } from '@clientele/core/checks'
import type { RejectedPlace } from './types.js'

/** A customer in a tier, checked and read. */
interface ReadPlace {
  readonly customer: string
  /** The index of the tier. */
  readonly tier: number
}

/** A list of customers in tiers, checked and read. */
export interface ReadPlaces {
  readonly places: ReadonlyMap<string, number>
  /** Customers of whom there is no row but a bad one, so that it is not known where they are. */
  readonly unknown: ReadonlySet<string>
  readonly rejected: readonly RejectedPlace[]
}

// Rows of a tiering or a retiering may be given as they are.
const KEYS = ['customer', 'tier', 'value', 'sum', 'rank', 'reasons', 'since', 'belowSince']

/** Reads a list of customers in tiers; each bad row is rejected. */
export function readPlaces(rows: unknown, list: 'previous' | 'current', tiers: ReadonlyMap<string, number>): ReadPlaces {
  const { read, rejected } = readRows(rows, list, 'collect', (row, index, issues) => readPlace(row, [list, index], tiers, issues), 'customer')
  const places = new Map(read.map(({ customer, tier }) => [customer, tier]))
  const ids = rejected.flatMap(({ id }) => (id === undefined || places.has(id) ? [] : [id]))
  return { places, unknown: new Set(ids), rejected: rejected.map((row) => ({ list, ...row })) }
}

function readPlace(row: unknown, path: Path, tiers: ReadonlyMap<string, number>, issues: Issue[]): ReadPlace | undefined {
  if (!checkRecord(row, path, issues)) return undefined
  const { customer, tier, ...others } = { ...row }
  checkKeys(others, KEYS, path, issues)
  const isNamed = checkText(customer, [...path, 'customer'], issues)
  const index = tiers.get(tier as string)
  if (index === undefined) checkChoice(tier, [...tiers.keys()], [...path, 'tier'], issues)
  return isNamed && index !== undefined ? { customer, tier: index } : undefined
}
