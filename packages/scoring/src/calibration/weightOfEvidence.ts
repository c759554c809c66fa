import type { Issue, Path } from '@clientele/core'
import { checkDecimal, checkKeys, checkList, checkRecord, checkText, checkUnique, throwIssues } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'
import { checkPositive } from '../numbers/checkPositive.js'
import { sumPrecisely } from '../numbers/sumPrecisely.js'
import { compareShares, type SharePair } from './compareShares.js'
import { predictiveStrengthOf } from './levels.js'
import type { EvidenceBand, EvidenceWeights } from './types.js'

/** A band, read. */
interface ReadBand {
  readonly id: string | undefined
  readonly goods: Decimal
  readonly bads: Decimal
}

/**
 * Weighs what each band of a characteristic says about good and bad: ln(share of goods ÷ share of bads).
 *
 * A band without goods, or without bads, would have infinite evidence and is refused: merge it with its neighbour, or add a small count
 * such as 0.5 to every band.
 *
 * @param bands - At least one: `goods` and `bads`, above 0; and an `id` of its own, if wanted.
 * @returns The bands with their shares, weights of evidence and information values; the characteristic's information value, which is
 * the sum of theirs; and how strong that is.
 * @throws {@link InputError} if a band is wrong.
 * @see N. Siddiqi, "Credit Risk Scorecards", 2006: an information value below 0.02 is unpredictive, below 0.1 weak, below 0.3 medium, from
 * there strong, and above 0.5 to be suspected. The weight is I. J. Good's, "Probability and the weighing of evidence", 1950.
 * @example
 * import { weightOfEvidence } from '@clientele/scoring'
 *
 * const { bands, informationValue, strength } = weightOfEvidence([{ goods: 300, bads: 100 }, { goods: 100, bads: 100 }])
 * bands.map((band) => band.weightOfEvidence) //=> [0.4054651081081644, -0.6931471805599453]
 * informationValue //=> 0.2746530721670274
 * strength //=> 'medium'
 */
export function weightOfEvidence(bands: readonly EvidenceBand[]): EvidenceWeights {
  const read = readBands(bands)
  const pairs = compareShares(
    read.map(({ goods }) => goods),
    read.map(({ bads }) => bads),
  )
  const informationValue = sumPrecisely(pairs.map(({ divergence }) => divergence))
  return {
    bands: read.map(({ id, goods, bads }, index) => {
      const { first, second, logarithm, divergence } = pairs[index] as SharePair
      return {
        ...(id === undefined ? {} : { id }),
        goods: decimalText(goods),
        bads: decimalText(bads),
        goodsShare: first,
        badsShare: second,
        weightOfEvidence: logarithm,
        informationValue: divergence,
      }
    }),
    informationValue,
    strength: predictiveStrengthOf(informationValue),
  }
}

function readBands(value: unknown): ReadBand[] {
  const issues: Issue[] = []
  const members = checkList(value, ['bands'], issues, { filled: true }) ? Array.from(value) : []
  const bands = members.map((member, index) => readBand(member, ['bands', index], issues))
  checkUnique(
    bands.map((band) => band?.id),
    (index) => ['bands', index, 'id'],
    issues,
  )
  throwIssues(issues)
  return bands as ReadBand[]
}

function readBand(value: unknown, path: Path, issues: Issue[]): { readonly [Part in keyof ReadBand]: ReadBand[Part] | undefined } | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const { id, goods, bads, ...others } = { ...value }
  checkKeys(others, ['id', 'goods', 'bads'], path, issues)
  return {
    id: id !== undefined && checkText(id, [...path, 'id'], issues) ? id : undefined,
    goods: checkPositive(goods, [...path, 'goods'], issues, checkDecimal),
    bads: checkPositive(bads, [...path, 'bads'], issues, checkDecimal),
  }
}
