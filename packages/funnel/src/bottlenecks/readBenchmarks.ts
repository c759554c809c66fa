import type { Issue, Path } from '@clientele/core'
import { checkChoice, checkDecimal, checkKeys, checkRecord, checkText, checkUnique, createIssue, ownValue } from '@clientele/core/checks'
import { type Decimal, decimalText } from '@clientele/core/decimal'

/** Reads which share of the deals of which stage should get on, by record or list, or adds issues; where the stages are not known, any may be named. */
export function readBenchmarks(options: unknown, stages: readonly string[] | undefined, issues: Issue[]): ReadonlyMap<string, Decimal> {
  if (!checkRecord(options, ['options'], issues)) return new Map()
  checkKeys(options, ['benchmarks'], ['options'], issues)
  const benchmarks = ownValue(options, 'benchmarks')
  const path = ['options', 'benchmarks']
  if (Array.isArray(benchmarks)) return readList(benchmarks, stages, path, issues)
  if (!checkRecord(benchmarks, path, issues)) return new Map()
  const read = Object.entries(benchmarks).map(([stage, rate]) => {
    checkStage(stage, stages, [...path, stage], issues)
    return [stage, readRate(rate, [...path, stage], issues)] as const
  })
  return mapOf(read)
}

function readList(benchmarks: readonly unknown[], stages: readonly string[] | undefined, path: Path, issues: Issue[]): ReadonlyMap<string, Decimal> {
  const read = Array.from(benchmarks, (member, index) => readBenchmark(member, stages, [...path, index], issues))
  checkUnique(
    read.map(([stage]) => stage),
    (index) => [...path, index, 'stage'],
    issues,
  )
  return mapOf(read)
}

/** Reads which share of the deals of a stage should get on, or adds issues and leaves out what is wrong. Where the stages are not known, any may be named. */
export function readBenchmark(
  value: unknown,
  stages: readonly string[] | undefined,
  path: Path,
  issues: Issue[],
): readonly [stage: string | undefined, rate: Decimal | undefined] {
  if (!checkRecord(value, path, issues)) return [undefined, undefined]
  checkKeys(value, ['stage', 'rate'], path, issues)
  const stage = ownValue(value, 'stage')
  checkStage(stage, stages, [...path, 'stage'], issues)
  return [typeof stage === 'string' ? stage : undefined, readRate(ownValue(value, 'rate'), [...path, 'rate'], issues)]
}

function checkStage(stage: unknown, stages: readonly string[] | undefined, path: Path, issues: Issue[]): void {
  if (stages === undefined) checkText(stage, path, issues)
  else checkChoice(stage, stages, path, issues)
}

/** A share of deals, 0 to 1. */
function readRate(value: unknown, path: Path, issues: Issue[]): Decimal | undefined {
  const rate = checkDecimal(value, path, issues, { minimum: '0' })
  if (rate?.gt(1)) issues.push(createIssue('too-large', path, { maximum: '1', actual: decimalText(rate) }))
  return rate
}

function mapOf(read: readonly (readonly [stage: string | undefined, rate: Decimal | undefined])[]): ReadonlyMap<string, Decimal> {
  return new Map(read.flatMap(([stage, rate]) => (stage === undefined || rate === undefined ? [] : [[stage, rate] as const])))
}
