import type { DecimalInput, DecimalString } from '@clientele/core'

/** How a population is spread over the same bands at two times. */
export interface PopulationDistributions {
  /** Counts or shares by band, 0 or more, as they were when the scorecard was built; at least one. */
  readonly expected: readonly DecimalInput[]
  /** The same bands, as they are now. */
  readonly actual: readonly DecimalInput[]
}

/** How far a population has moved: an index below 0.1 is `stable`, up to 0.25 `shifting`, above it `shifted`. */
export type StabilityLevel = 'stable' | 'shifting' | 'shifted'

/** One band of a population. */
export interface PopulationBand {
  /** Its share of each list, between 0 and 1. */
  readonly expected: number
  readonly actual: number
  /** (actual − expected) × ln(actual ÷ expected), 0 or more. */
  readonly contribution: number
}

/** How far a population has moved. */
export interface PopulationStability {
  /** The sum of the contributions; 0 where nothing has moved. */
  readonly index: number
  readonly level: StabilityLevel
  /** In the order of the input. */
  readonly bands: readonly PopulationBand[]
}

/** How many goods and bads fell into a band. */
export interface EvidenceBand {
  /** If given, no other band has it. */
  readonly id?: string | undefined
  /** Above 0. */
  readonly goods: DecimalInput
  /** Above 0. */
  readonly bads: DecimalInput
}

/** What a band says about good and bad. */
export interface WeighedBand {
  readonly id?: string
  readonly goods: DecimalString
  readonly bads: DecimalString
  /** Its share of all goods. */
  readonly goodsShare: number
  /** Its share of all bads. */
  readonly badsShare: number
  /** ln(share of goods ÷ share of bads): above 0 where goods are more frequent than elsewhere. */
  readonly weightOfEvidence: number
  /** (share of goods − share of bads) × weight of evidence, 0 or more. */
  readonly informationValue: number
}

/** How well bands tell good from bad: by an information value below 0.02, 0.1, 0.3, up to 0.5, and above it too good to be believed. */
export type PredictiveStrength = 'unpredictive' | 'weak' | 'medium' | 'strong' | 'suspicious'

/** The weights of evidence of a characteristic. */
export interface EvidenceWeights {
  /** In the order of the input. */
  readonly bands: readonly WeighedBand[]
  /** The sum of the bands' information values. */
  readonly informationValue: number
  readonly strength: PredictiveStrength
}

/** What is to be scaled. */
export interface ScaledProbability {
  /** Of the bad outcome; above 0 and below 1. */
  readonly probability: DecimalInput
}

/** A scale of points. */
export interface PointsScale {
  /** The points at `odds`; 600 unless given. */
  readonly points?: DecimalInput | undefined
  /** Good : bad, above 0; 19 unless given. */
  readonly odds?: DecimalInput | undefined
  /** How many points more double the odds, above 0; 50 unless given. */
  readonly doubleEvery?: DecimalInput | undefined
}

/** A probability as points. */
export interface ScaledPoints {
  /** Offset + factor × ln(odds). */
  readonly points: number
  /** Points per unit of ln(odds). */
  readonly factor: number
  /** The points at odds of 1 : 1. */
  readonly offset: number
  /** Good : bad, (1 − p) ÷ p, above 0; null where they are beyond the greatest number, about 1.8e308, or nearest to 0. */
  readonly odds: number | null
}
