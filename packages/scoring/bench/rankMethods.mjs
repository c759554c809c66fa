// Each method with its checks, contributions and diagnoses, against the bare formula in float64: scores alone, without checks or order.
import { rankByPromethee, rankByTopsis, rankByVikor, rankByWeightedProduct, rankByWeightedSum } from '@clientele/scoring'
import { sideBySide } from '../../core/bench/sideBySide.mjs'

/** Reproducible values from 0.01 to 100, and weights that add up to 1. */
function tableOf(rows, columns) {
  const weightSum = (columns * (columns + 1)) / 2
  return {
    alternatives: Array.from({ length: rows }, (_, row) => `alternative ${row}`),
    criteria: Array.from({ length: columns }, (_, column) => ({ id: `criterion ${column}`, weight: (column + 1) / weightSum })),
    values: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => value(row, column))),
  }
}

const value = (row, column) => (((((row + 1) * 7919 * (column + 3) + column * 104729) >>> 3) % 10_000) + 1) / 100

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)
const columnsOf = (values) => values[0].map((_, column) => values.map((row) => row[column]))

const weightedSum = (values, weights) => values.map((row) => sum(row.map((one, column) => one * weights[column])))

const weightedProduct = (values, weights) => values.map((row) => row.reduce((product, one, column) => product * one ** weights[column], 1))

function topsis(values, weights) {
  const norms = columnsOf(values).map((column) => Math.sqrt(sum(column.map((one) => one * one))))
  const weighted = values.map((row) => row.map((one, column) => (one / norms[column]) * weights[column]))
  const columns = columnsOf(weighted)
  const [best, worst] = [columns.map((column) => Math.max(...column)), columns.map((column) => Math.min(...column))]
  return weighted.map((row) => {
    const [near, far] = [best, worst].map((ends) => Math.sqrt(sum(row.map((one, column) => (one - ends[column]) ** 2))))
    return far / (near + far)
  })
}

function vikor(values, weights) {
  const columns = columnsOf(values)
  const [best, worst] = [columns.map((column) => Math.max(...column)), columns.map((column) => Math.min(...column))]
  const losses = values.map((row) => row.map((one, column) => (weights[column] * (best[column] - one)) / (best[column] - worst[column])))
  const [s, r] = [losses.map(sum), losses.map((row) => Math.max(...row))]
  const share = (numbers) => {
    const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)]
    return numbers.map((one) => (one - least) / (greatest - least))
  }
  const [sShare, rShare] = [share(s), share(r)]
  return sShare.map((one, row) => 0.5 * one + 0.5 * rShare[row])
}

function promethee(values, weights) {
  return values.map((one) => {
    let net = 0
    for (const other of values)
      for (let column = 0; column < weights.length; column++) net += weights[column] * Math.sign(one[column] - other[column])
    return net / (values.length - 1)
  })
}

console.log(`Node ${process.version}`)
for (const [rows, columns] of [
  [1000, 10],
  [10_000, 5],
]) {
  const table = tableOf(rows, columns)
  const weights = table.criteria.map(({ weight }) => weight)
  for (const [name, bare, rank] of [
    ['weighted sum', weightedSum, rankByWeightedSum],
    ['weighted product', weightedProduct, rankByWeightedProduct],
    ['TOPSIS', topsis, rankByTopsis],
    ['VIKOR', vikor, rankByVikor],
    ['PROMETHEE', promethee, rankByPromethee],
  ]) {
    const variants = { 'bare formula': () => bare(table.values, weights), [rank.name]: () => rank(table) }
    sideBySide(`${name}, ${rows.toLocaleString('en')} × ${columns}`, 'bare formula', variants, { rounds: 7, warmup: 3 })
  }
}
