import type { MonetaryRule, RfmCuts, RfmScheme, RfmSegment } from './types.js'

/** What an RFM scheme says, from its own properties alone. */
export interface ReadRfmScheme {
  readonly kind: string
  readonly id: string
  readonly version: string | number
  readonly currency: string | undefined
  readonly monetary: MonetaryRule
  /** How many scores there are. */
  readonly bins: number
  /** Where they are fixed. */
  readonly cuts: RfmCuts | undefined
  readonly isCompatible: boolean
  readonly segments: readonly RfmSegment[]
}

const NET_SUM: MonetaryRule = { measure: 'net', statistic: 'sum' }

/** Reads an RFM scheme that has been checked. */
export function readRfmScheme(scheme: RfmScheme): ReadRfmScheme {
  const { kind, id, version, currency, monetary, segments, cuts, compatible, bins } = { ...scheme }
  return {
    kind,
    id,
    version,
    currency,
    monetary: { ...(monetary ?? NET_SUM) },
    bins: bins ?? cuts.recency.length + 1,
    cuts: cuts === undefined ? undefined : { ...cuts },
    isCompatible: compatible !== undefined,
    segments: segments.map((segment) => ({ ...segment })),
  }
}
