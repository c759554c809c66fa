/**
 * Exact arithmetic for the packages' own use: a private decimal.js, columns of scaled integers that give the same answers, and room for columns.
 *
 * @module
 */
export { Decimal, decimalText, ratio } from './decimal/Decimal.js'
export { decimalAt, sumColumn } from './decimal/decimalColumn.js'
export { addFiveColumns, addOneColumn, type Lane, nearestUnits, type WeightedTerm } from './decimal/lanes.js'
export { createScratch, type Scratch } from './decimal/scratch.js'
export { sumExactly } from './decimal/sumExactly.js'
export { decimalPlacesOf, EXACT_INTEGER_LIMIT, POWERS_OF_TEN, readShortDecimal, toUnits } from './decimal/units.js'
export { type CompiledWeightedSum, compileWeightedSum, LANES_AT_ONCE, type WeightedInput, type WeightedTotals } from './decimal/weightedSum.js'
