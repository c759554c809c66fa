import type { Issue, Path } from '@clientele/core'
import { checkInteger, throwIssues } from '@clientele/core/checks'
import {
  allocateEffort,
  type BottleneckRanking,
  type EffortAllocation,
  type EffortCost,
  type FunnelMeasure,
  measureFunnel,
  rankBottlenecks,
} from '@clientele/funnel'
import { textbookFunnel } from '@clientele/funnel/templates'
import { numberOf } from '../../fields/numberOf.js'
import type { Attempt } from '../types.js'
import { type Counts, CURRENCY, LAST_DAY, logOf, type Stage, stages, WORTH } from './book.js'
import { defaults, type EffortFields, fieldOf } from './fields.js'

/** Everybody has a line in the log. */
const MOST_PEOPLE = 500

export interface Effort {
  readonly measure: FunnelMeasure
  readonly costs: readonly EffortCost[]
  readonly allocation: EffortAllocation
  readonly ranking: BottleneckRanking
}

/** Divides the hours. What is wrong with the counts, with the hours and with the benchmarks is said at once: each is tried with the example of the others. */
export function computeEffort(fields: EffortFields, attempt: Attempt): Effort | undefined {
  const counts = attempt(
    () => readCounts(fields),
    ([field]) => String(field),
  )
  const measure = attempt(
    () => measureBook(counts ?? exampleCounts, fields.worth.trim()),
    () => 'worth',
  )
  const tried = measure ?? measureBook(counts ?? exampleCounts, WORTH)
  const costs = costsOf(fields, tried)
  const allocation = attempt(
    () => allocateEffort(tried, { hours: fields.hours.trim(), costs, values: fields.worth.trim(), currency: CURRENCY }),
    ([, of, index]) => (of === 'hours' ? 'hours' : of === 'values' ? 'worth' : fieldOf('hours', stages[index as number] as Stage)),
  )
  // The worth may be at fault: not so that a log could not state it, but so that hours cannot be weighed by it.
  const priced = allocation === undefined ? measureBook(counts ?? exampleCounts, WORTH) : tried
  const ranking = attempt(
    () => rankBottlenecks(priced, { benchmarks: benchmarksOf(fields) }),
    ([, , stage]: Path) => fieldOf('benchmark', stage as Stage),
  )
  if (counts === undefined || measure === undefined || allocation === undefined || ranking === undefined) return undefined
  return { measure, costs, allocation, ranking }
}

function measureBook(counts: Counts, worth: string): FunnelMeasure {
  return measureFunnel(logOf(counts, worth), textbookFunnel, { asOf: LAST_DAY })
}

/** Who is open can be worked on. */
function costsOf(fields: EffortFields, measure: FunnelMeasure): EffortCost[] {
  return stages.map((stage) => ({
    stage,
    hoursPerDeal: fields[fieldOf('hours', stage)].trim(),
    capacity: measure.stages.find((measured) => measured.stage === stage)?.open,
  }))
}

/** A stage whose benchmark is empty is not judged. */
function benchmarksOf(fields: EffortFields): { readonly [stage: string]: string } {
  const typed = stages.map((stage) => [stage, fields[fieldOf('benchmark', stage)].trim()] as const)
  return Object.fromEntries(typed.filter(([, benchmark]) => benchmark !== ''))
}

function readCounts(fields: EffortFields): Counts {
  const issues: Issue[] = []
  const read = (field: keyof EffortFields): number => {
    const count = numberOf(fields[field].trim())
    return checkInteger(count, [field], issues, { minimum: 0, maximum: MOST_PEOPLE }) ? count : 0
  }
  const each = (of: 'lost' | 'open') => Object.fromEntries(stages.map((stage) => [stage, read(fieldOf(of, stage))])) as Counts['lost']
  const counts = { lost: each('lost'), open: each('open'), stay: read('stay') }
  throwIssues(issues)
  return counts
}

const exampleCounts = readCounts(defaults)
