// How far weights may move: every two of 300 candidates against the same fractions in decimal.js written plainly, and the bounds of many.
import { rankCandidates, weightStability } from '@clientele/scoring'
import { customerScreening } from '@clientele/scoring/templates'
import { Decimal } from 'decimal.js'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const ids = customerScreening.criteria.map(({ id }) => id)
const scorecard = { ...customerScreening, scale: { min: 1, max: 5 }, select: { type: 'top', count: 20 } }

/** Reproducible ratings from 1 to 5 of two decimal places. */
const rating = (row, criterion) => (100 + (((row * 7919 + criterion * 104729) >>> 3) % 401)) / 100
const candidatesOf = (number) =>
  Array.from({ length: number }, (_, row) => ({
    id: `customer ${row}`,
    ratings: Object.fromEntries(ids.map((id, criterion) => [id, rating(row, criterion)])),
  }))

function decimalTies(candidates) {
  const weights = scorecard.criteria.map(({ weight }) => new Decimal(weight))
  const rows = candidates.map(({ ratings }) => {
    const values = ids.map((id) => new Decimal(ratings[id]))
    return { values, total: values.reduce((sum, value, index) => sum.plus(value.times(weights[index])), new Decimal(0)) }
  })
  let ties = 0
  for (const [index, one] of rows.entries()) {
    for (const other of rows.slice(index + 1)) {
      for (const [criterion, weight] of weights.entries()) {
        const slope = one.values[criterion].minus(other.values[criterion])
        if (!slope.isZero() && weight.minus(one.total.minus(other.total).div(slope)).gte(0)) ties += 1
      }
    }
  }
  return ties
}

const some = candidatesOf(300)
sideBySide(
  'every two of 300 candidates × five criteria',
  'decimal.js, the ties alone',
  {
    'decimal.js, the ties alone': () => decimalTies(some),
    weightStability: () => weightStability(some, scorecard),
  },
  { rounds: 7, warmup: 2 },
)

for (const number of [2000, 20_000]) {
  const many = candidatesOf(number)
  sideBySide(
    `the bounds for ${number.toLocaleString('en')} candidates × five criteria, without pairs`,
    'rankCandidates',
    {
      rankCandidates: () => rankCandidates(many, scorecard),
      'weightStability, detail "criteria"': () => weightStability(many, scorecard, { detail: 'criteria' }),
    },
    { rounds: 5, warmup: 1 },
  )
}
