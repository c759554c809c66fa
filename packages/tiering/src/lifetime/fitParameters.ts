import { type Maximum, maximize, type Surface } from '../numbers/maximize.js'
import { solvePositive } from '../numbers/solvePositive.js'
import type { AlikeRows } from './groupAlike.js'
import type { NumberBounds } from './readNumber.js'
import { sampleGroups } from './sampleGroups.js'
import type { FitDiagnosis, FitFacts } from './types.js'

/**
 * Within these a fit keeps shapes. Further out customers are as good as all alike, or as good as all or nothing, and what is left of the difference
 * is rounding.
 */
export const SHAPE_BOUNDS: NumberBounds = { minimum: 1e-6, maximum: 1e6 }

/** Within these parts of the geometric mean of ages, or of spend, a fit keeps rates: wide enough for shapes at a bound. */
const RATE_BOUNDS: NumberBounds = { minimum: 1e-12, maximum: 1e12 }

/** Likelihoods that differ by less than this part of their logarithm are of the same maximum. */
const SAME = 1e-9

/** How many groups, of customers with repeats and of others each, are searched before all are. */
const SAMPLES: readonly number[] = [1000, 10_000]

/**
 * What a model says of customers, with respect to the logarithms of its parameters, and what these may be. The first number of a customer is a count,
 * the others are in the unit of the parameter that is the rate.
 */
export interface Model<Name extends string> {
  readonly likelihood: (groups: readonly AlikeRows[], logarithms: readonly number[]) => Surface
  readonly bounds: { readonly [name in Name]: NumberBounds }
  readonly rate: Name
}

/** Where searches begin: in the usual places, and in the further ones where those lead to no maximum. */
export interface Starts<Name extends string> {
  readonly usual: readonly { readonly [name in Name]: number }[]
  readonly further: readonly { readonly [name in Name]: number }[]
}

/** The parameters of a model under which customers are most likely. */
export interface Fitted<Name extends string> extends Pick<FitFacts, 'logLikelihood' | 'converged' | 'iterations'> {
  readonly parameters: { readonly [name in Name]: number }
  readonly standardErrors: { readonly [name in Name]: number } | null
  readonly diagnoses: FitDiagnosis[]
}

/** A parameter, its bounds, and what it is counted in while the search goes on. */
interface Coordinate<Name> extends NumberBounds {
  readonly name: Name
  readonly unit: number
}

type Search = (among: readonly AlikeRows[], start: readonly number[]) => Maximum

/**
 * Searches for the parameters of a model under which customers are most likely, uphill from each start: there may be several maxima, above all where
 * customers are few. The highest is taken. What is in the unit of the rate is divided by its geometric mean, so that a search is the same in every unit.
 */
export function fitParameters<Name extends string>(
  model: Model<Name>,
  groups: readonly AlikeRows[],
  starts: Starts<Name>,
  tolerance: number,
): Fitted<Name> {
  const scale = scaleOf(groups, model.bounds[model.rate])
  const coordinates = coordinatesOf(model, scale)
  const box = {
    low: coordinates.map(({ minimum, unit }) => Math.log(minimum / unit)),
    high: coordinates.map(({ maximum, unit }) => Math.log(maximum / unit)),
  }
  const search: Search = (among, start) => maximize((point) => model.likelihood(among, point), start, box, tolerance)
  const pointsOf = (places: Starts<Name>['usual']): number[][] =>
    places.map((place) => coordinates.map(({ name, unit }) => Math.log(place[name] / unit)))
  const scaled = groups.map(({ numbers: [first, ...others], count }) => ({ numbers: [first as number, ...others.map((one) => one / scale)], count }))
  const found = searchHighest(search, levelsOf(scaled), pointsOf(starts.usual), pointsOf(starts.further))
  return describeMaximum(model, groups, coordinates, found)
}

/** The geometric mean of the customers' last numbers, which one who is far out does not lead astray, within what a rate may be. */
function scaleOf(groups: readonly AlikeRows[], { minimum, maximum }: NumberBounds): number {
  let [sum, customers] = [0, 0]
  for (const { numbers, count } of groups) {
    const last = numbers.at(-1) as number
    if (last > 0) {
      sum += count * Math.log(last)
      customers += count
    }
  }
  return Math.min(Math.max(Math.exp(sum / Math.max(customers, 1)), minimum), maximum)
}

function coordinatesOf<Name extends string>({ bounds, rate }: Model<Name>, scale: number): Coordinate<Name>[] {
  return (Object.keys(bounds) as Name[]).map((name) => {
    const { minimum, maximum } = bounds[name]
    if (name !== rate) return { name, unit: 1, minimum, maximum }
    return { name, unit: scale, minimum: Math.max(minimum, RATE_BOUNDS.minimum * scale), maximum: Math.min(maximum, RATE_BOUNDS.maximum * scale) }
  })
}

/** Samples of a book, each larger than the one before, and the book. */
function levelsOf(groups: readonly AlikeRows[]): [readonly AlikeRows[], ...(readonly AlikeRows[])[]] {
  const samples = SAMPLES.map((most) => sampleGroups(groups, most)).filter(({ length }) => length < groups.length)
  const [first, ...others] = [...samples, groups]
  return [first as readonly AlikeRows[], ...others]
}

/** Where customers are many, a sample leads near to the maximum of all in less time; what it leaves open, the next one is asked from the start. */
function searchHighest(
  search: Search,
  [sample, ...larger]: [readonly AlikeRows[], ...(readonly AlikeRows[])[]],
  usual: readonly (readonly number[])[],
  further: readonly (readonly number[])[],
): Maximum {
  const searchFrom = (among: readonly AlikeRows[], starts: readonly (readonly number[])[]): Maximum[] => starts.map((start) => search(among, start))
  let best = highestOf(searchFrom(sample, usual))
  if (!isInner(best)) best = highestOf([best, ...searchFrom(sample, further)])
  for (const [index, level] of larger.entries()) {
    const next = highestOf(searchFrom(level, index === 0 && !isInner(best) ? [best.point, ...usual] : [best.point]))
    best = { ...next, iterations: best.iterations + next.iterations }
  }
  return best
}

/** The first of the highest maxima; those that differ by rounding are the same. */
function highestOf(searches: readonly Maximum[]): Maximum {
  return searches.reduce((best, other) => {
    const { value } = best.surface
    return other.surface.value - value > SAME * Math.max(1, Math.abs(value)) ? other : best
  })
}

function isInner({ isMaximum, atBound }: Maximum): boolean {
  return isMaximum && atBound.length === 0
}

/** Tells in terms of a model where a search ended. */
function describeMaximum<Name extends string>(
  { likelihood }: Model<Name>,
  groups: readonly AlikeRows[],
  coordinates: readonly Coordinate<Name>[],
  found: Maximum,
): Fitted<Name> {
  const { surface, iterations, isMaximum, atBound } = found
  const values = coordinates.map((coordinate, index) => valueAt(coordinate, found.point[index] as number))
  const record = (numbers: readonly number[]): { [name in Name]: number } =>
    Object.fromEntries(coordinates.map(({ name }, index) => [name, numbers[index]])) as { [name in Name]: number }
  const converged = isInner(found)
  const diagnoses: FitDiagnosis[] = isMaximum ? [] : [{ code: 'not-converged', params: { iterations } }]
  for (const index of atBound) {
    diagnoses.push({
      code: 'parameter-at-bound',
      params: { parameter: (coordinates[index] as Coordinate<Name>).name, value: values[index] as number },
    })
  }
  return {
    parameters: record(values),
    standardErrors: converged ? record(relativeErrors(surface).map((error, index) => error * (values[index] as number))) : null,
    logLikelihood: likelihood(groups, values.map(Math.log)).value,
    converged,
    iterations,
    diagnoses,
  }
}

/** A bound is given back as it is, whatever its logarithm was rounded to. */
function valueAt<Name>({ unit, minimum, maximum }: Coordinate<Name>, logarithm: number): number {
  if (logarithm <= Math.log(minimum / unit)) return minimum
  return logarithm >= Math.log(maximum / unit) ? maximum : Math.exp(logarithm) * unit
}

/** The standard errors of logarithms, which are those of the parameters as parts of these (by the delta method), from the observed information. */
function relativeErrors({ hessian }: Surface): number[] {
  const information = hessian.map((row) => row.map((bend) => -bend))
  return information.map((row, index) => {
    const unit = row.map((_, column) => (column === index ? 1 : 0))
    return Math.sqrt(solvePositive(information, unit)?.[index] as number)
  })
}
