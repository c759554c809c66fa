// A million customers × five criteria, exact, against bare float64 loops over the same data and against decimal.js written plainly.
import { compileScorecard, rankCandidates, scoreCandidate } from '@clientele/scoring'
import { customerScreening } from '@clientele/scoring/templates'
import { Decimal } from 'decimal.js'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

const CUSTOMERS = 1_000_000
const EXPLAINED_CUSTOMERS = 20_000
const ids = customerScreening.criteria.map(({ id }) => id)
const weights = customerScreening.criteria.map(({ weight }) => Number(weight))

/** Reproducible ratings from 1 to 5 in steps of 1 / scale, each the float64 nearest to its decimal. */
const rating = (row, criterion, scale) => (scale + (((row * 7919 + criterion * 104729) >>> 3) % (4 * scale + 1))) / scale

const columnsOf = (scale) => ids.map((_, criterion) => Float64Array.from({ length: CUSTOMERS }, (_, row) => rating(row, criterion, scale)))
const rowsOf = (scale) =>
  Array.from({ length: CUSTOMERS }, (_, row) => ({
    id: `customer ${row}`,
    ratings: {
      demand: rating(row, 0, scale),
      'gross-profit': rating(row, 1, scale),
      prospects: rating(row, 2, scale),
      payment: rating(row, 3, scale),
      cooperation: rating(row, 4, scale),
    },
  }))

function floatColumns(a, b, c, d, e, wa, wb, wc, wd, we, totals) {
  for (let row = 0; row < totals.length; row++) totals[row] = a[row] * wa + b[row] * wb + c[row] * wc + d[row] * wd + e[row] * we
  return totals
}

function floatRows(rows, wa, wb, wc, wd, we, totals) {
  for (let row = 0; row < totals.length; row++) {
    const { ratings } = rows[row]
    totals[row] = ratings.demand * wa + ratings['gross-profit'] * wb + ratings.prospects * wc + ratings.payment * wd + ratings.cooperation * we
  }
  return totals
}

function decimalRows(rows) {
  const factors = weights.map((weight) => new Decimal(weight))
  return rows.map(({ ratings }) => ids.reduce((sum, id, index) => sum.plus(factors[index].times(ratings[id])), new Decimal(0)).toString())
}

function compare(title, card, scale) {
  const compiled = compileScorecard(card)
  const columns = columnsOf(scale)
  const named = Object.fromEntries(ids.map((id, index) => [id, columns[index]]))
  sideBySide(`${title}, columns`, 'bare float64 loop', {
    'bare float64 loop': () => floatColumns(...columns, ...weights, new Float64Array(CUSTOMERS)),
    'scoreColumns, unchecked before': () => compiled.scoreColumns(named),
  })
  const rows = rowsOf(scale)
  sideBySide(`${title}, rows`, 'bare float64 loop over the objects', {
    'bare float64 loop over the objects': () => floatRows(rows, ...weights, new Float64Array(CUSTOMERS)),
    scoreRows: () => compiled.scoreRows(rows),
  })
  return { columns, named, rows, compiled }
}

console.log(`Node ${process.version}, ${CUSTOMERS.toLocaleString('en')} customers × ${ids.length} criteria`)
const { rows, named, compiled } = compare('whole ratings', customerScreening, 1)

sideBySide(
  'decimal.js, written plainly, and the same totals',
  'decimal.js, written plainly',
  {
    'decimal.js, written plainly': () => decimalRows(rows),
    scoreColumns: () => compiled.scoreColumns(named),
    scoreRows: () => compiled.scoreRows(rows),
  },
  { rounds: 3, warmup: 1 },
)

const some = rows.slice(0, EXPLAINED_CUSTOMERS)
sideBySide(
  `${EXPLAINED_CUSTOMERS.toLocaleString('en')} customers with every contribution and reason`,
  'decimal.js, totals alone',
  {
    'decimal.js, totals alone': () => decimalRows(some),
    'scoreRows, then explain of every row': () => {
      const { explain } = compiled.scoreRows(some)
      for (let row = 0; row < some.length; row++) explain(row)
    },
    rankCandidates: () => rankCandidates(some, customerScreening),
  },
  { rounds: 7, warmup: 2 },
)

const finer = { ...customerScreening, scale: { min: 1, max: 5 } }
compare('ratings of two decimal places', finer, 100)
compare('half steps', { ...customerScreening, scale: { min: 1, max: 5, step: '0.5' } }, 2)

// A dozen scorecards that share the code, each with criteria of its own: what a host with many policies has.
const dozen = Array.from({ length: 12 }, (_, policy) => {
  const criteria = customerScreening.criteria.map((criterion) => ({ ...criterion, id: `${criterion.id} ${policy}` }))
  const own = rows
    .slice(0, 50_000)
    .map(({ id, ratings }) => ({ id, ratings: Object.fromEntries(ids.map((key) => [`${key} ${policy}`, ratings[key]])) }))
  return { compiled: compileScorecard({ ...customerScreening, criteria }), own }
})
sideBySide('50,000 rows under each of 12 scorecards', 'the first scorecard', {
  'the first scorecard': () => dozen[0].compiled.scoreRows(dozen[0].own),
  'all twelve, so twelve times the rows': () => dozen.forEach(({ compiled: one, own }) => one.scoreRows(own)),
})

const [one] = rows
sideBySide(
  '10,000 customers, one call each',
  'decimal.js, totals alone',
  {
    'decimal.js, totals alone': () => decimalRows(rows.slice(0, 10_000)),
    'scoreCandidate, which checks the scorecard each time': () => {
      for (let time = 0; time < 10_000; time++) scoreCandidate(one, customerScreening)
    },
  },
  { rounds: 5, warmup: 2 },
)
