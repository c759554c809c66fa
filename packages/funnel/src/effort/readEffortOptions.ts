import type { Issue, Path } from '@clientele/core'
import { checkCurrency, checkKeys, checkList, checkRecord, checkUnique, ownValue } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { readQuantity, readSize } from './readQuantity.js'
import { readStage } from './readStage.js'
import { readStageValues } from './readStageValues.js'

/** What it takes to work a deal of a stage, read. */
export interface ReadCost {
  readonly stage: string
  readonly hoursPerDeal: Decimal
  /** Null: without end. */
  readonly capacity: Decimal | null
  readonly value: Decimal
}

/** What there is to divide, read. */
export interface ReadEffort {
  readonly hours: Decimal
  readonly costs: readonly ReadCost[]
  readonly currency: string | null
}

/** Of a cost what nothing is wrong with. */
export type StatedCost = Partial<Omit<ReadCost, 'value'>>

/** Reads what there is to divide among the stages of a measure, or adds issues and returns undefined. Without stages only they are not checked. */
export function readEffortOptions(options: unknown, stages: readonly string[] | undefined, issues: Issue[]): ReadEffort | undefined {
  const before = issues.length
  if (!checkRecord(options, ['options'], issues)) return undefined
  checkKeys(options, ['hours', 'costs', 'values', 'currency'], ['options'], issues)
  const hours = readQuantity(ownValue(options, 'hours'), ['options', 'hours'], issues)
  const costs = readCosts(ownValue(options, 'costs'), stages, issues)
  const worked = costs.flatMap(({ stage }) => (stage === undefined ? [] : [stage]))
  const values = readStageValues(ownValue(options, 'values'), { stages, worked }, issues)
  const currency = ownValue(options, 'currency')
  if (currency !== undefined) checkCurrency(currency, ['options', 'currency'], issues)
  if (issues.length > before) return undefined
  const read = costs.map((cost) => ({ ...cost, value: values.get(cost.stage as string) }) as ReadCost)
  return { hours: hours as Decimal, costs: read, currency: (currency ?? null) as string | null }
}

function readCosts(value: unknown, stages: readonly string[] | undefined, issues: Issue[]): StatedCost[] {
  const path = ['options', 'costs']
  if (!checkList(value, path, issues)) return []
  const costs = Array.from(value, (cost, index) => readCost(cost, stages, [...path, index], issues))
  checkUnique(
    costs.map(({ stage }) => stage),
    (index) => [...path, index, 'stage'],
    issues,
  )
  return costs
}

/** Reads what a deal of a stage takes, or adds issues and leaves out what is wrong. Where the stages are not known, any may be named. */
export function readCost(cost: unknown, stages: readonly string[] | undefined, path: Path, issues: Issue[]): StatedCost {
  if (!checkRecord(cost, path, issues)) return {}
  checkKeys(cost, ['stage', 'hoursPerDeal', 'capacity'], path, issues)
  const stage = readStage(ownValue(cost, 'stage'), stages, [...path, 'stage'], issues)
  const hoursPerDeal = readSize(ownValue(cost, 'hoursPerDeal'), [...path, 'hoursPerDeal'], issues)
  const given = ownValue(cost, 'capacity')
  const capacity = given === undefined ? null : readQuantity(given, [...path, 'capacity'], issues)
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(hoursPerDeal === undefined ? {} : { hoursPerDeal }),
    ...(capacity === undefined ? {} : { capacity }),
  }
}
