import { readZone } from '@clientele/core/clocks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOfVerb } from '../../../core/testing/schemaTests.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { changesIn, pipelines } from '../../testing/pipelines.js'
import { type AdvanceRefusal, type AdvanceResult, advanceDeal, type Pipeline, type StageChange } from '../index.js'
import { readPipeline } from '../pipeline/readPipeline.js'
import { type ReadStageLog, readStageLog, type StageLogContext } from '../stageLog/readStageLog.js'

const idOf = (entry: string | { readonly id: string }): string => (typeof entry === 'string' ? entry : entry.id)
const dayAfter = (index: number): string => new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10)

/** Changes of a deal in a pipeline, in any order. */
const logs = pipelines.chain((pipeline) =>
  fc.record({ pipeline: fc.constant(pipeline), changes: fc.array(changesIn(pipeline), { minLength: 1, maxLength: 8 }) }),
)
/** The same, one day after another, whatever follows on what. */
const walks = logs.map(({ pipeline, changes }) => ({ pipeline, changes: changes.map((change, index) => ({ ...change, at: dayAfter(index) })) }))

/** Makes each change that is allowed, one day after another; tells the answers, and the history before each. */
function walk(
  pipeline: Pipeline,
  changes: readonly StageChange[],
): { change: StageChange; history: readonly StageChange[]; result: AdvanceResult }[] {
  let history: readonly StageChange[] = []
  return changes.map((change) => {
    const result = advanceDeal({ change, history }, pipeline)
    const step = { change, history, result }
    if (result.ok) history = [...history, change]
    return step
  })
}

/** The same, said another way: episode by episode, with the names of stages in place of numbers. */
function oracle({ change, history }: { change: StageChange; history: readonly StageChange[] }, pipeline: Pipeline): object {
  const { stages, won, lost } = pipeline
  const order = [...stages.map(({ id }) => id), won]
  const placesBefore = history.map(({ to }) => to)
  const here = placesBefore.at(-1) ?? null
  const closedAs = here === won ? 'won' : here === lost ? 'lost' : null
  const entered = stages.find(({ id }) => id === change.to && id !== here)
  const known = new Set([...history, change].flatMap(({ evidence = [] }) => evidence.map(idOf)))
  const missing = (entered?.evidence ?? []).map(idOf).filter((id) => !known.has(id))
  const isMove = change.to !== here
  const earlier = isMove ? order.slice(0, Math.max(order.indexOf(change.to), 0)) : []
  const skipped = earlier.filter((stage) => !placesBefore.includes(stage))
  const goesBack = here !== null && closedAs === null && entered !== undefined && order.indexOf(entered.id) < order.indexOf(here)
  const allowed = pipeline.lossReasons.map(idOf)
  const reasons: AdvanceRefusal[] = []
  const refuse = (applies: boolean, refusal: AdvanceRefusal): unknown => applies && reasons.push(refusal)
  refuse(missing.length > 0, { code: 'missing-evidence', params: { stage: change.to, missing } })
  refuse(pipeline.skips === 'refuse' && skipped.length > 0, { code: 'skipped-stage', params: { to: change.to, skipped } })
  refuse(pipeline.regressions === 'refuse' && goesBack, { code: 'regression', params: { from: String(here), to: change.to } })
  if (change.to === lost) {
    const { reason } = change
    if (reason !== undefined) refuse(!allowed.includes(reason), { code: 'unknown-reason', params: { reason, allowed } })
    else refuse(pipeline.lossReason === 'required' && isMove, { code: 'missing-reason', params: { allowed } })
  }
  if (closedAs !== null && isMove) {
    const mayReopen = entered !== undefined && pipeline.reopenings !== 'refuse'
    refuse(!mayReopen, { code: 'closed', params: { outcome: closedAs, to: change.to } })
  }
  const policies = [{ kind: 'pipeline', id: pipeline.id, version: pipeline.version }]
  if (reasons.length > 0) return { ok: false, reasons, policies }
  const reopens = closedAs !== null && entered !== undefined
  return { ok: true, from: here, to: change.to, reopens, skipped, effects: entered?.onEnter ?? [], policies }
}

/** The log of a deal, as everything that measures reads it. */
function read(log: readonly StageChange[], pipeline: Pipeline): ReadStageLog {
  const zone = readZone('UTC', [], []) as StageLogContext['zone']
  const readable = readPipeline(pipeline, [], []) as StageLogContext['pipeline']
  return readStageLog(log, { pipeline: readable, zone, lastDay: 1e6, invalid: 'collect' })
}

describe('laws of advancing', () => {
  it('every answer is the oracle’s, plain data, and made of inputs that stay as they are', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(walks, ({ pipeline, changes }) => {
        for (const { change, history, result } of walk(pipeline, changes)) {
          expect(result).toEqual(oracle({ change, history }, pipeline))
          expect(JSON.parse(JSON.stringify(result))).toEqual(result)
          const frozen = deepFreeze(structuredClone({ change, history, pipeline }))
          expect(advanceDeal({ change: frozen.change, history: frozen.history }, frozen.pipeline)).toEqual(result)
          const told = result.ok
            ? [result.reopens ? 'reopens' : 'ok', result.skipped.length > 0 ? 'skips' : 'ok']
            : result.reasons.map(({ code }) => code)
          for (const one of told) seen.set(one, (seen.get(one) ?? 0) + 1)
        }
      }),
      { numRuns: 500, seed: 11 },
    )
    const every = ['ok', 'reopens', 'skips', 'missing-evidence', 'skipped-stage', 'regression', 'unknown-reason', 'missing-reason', 'closed']
    for (const one of every) expect([one, (seen.get(one) ?? 0) > 15]).toEqual([one, true])
  })

  it('what is allowed can be measured: in its log it comes last, nothing is rejected, and the deal can advance again', () => {
    const seen = { allowed: 0, refused: 0, bad: 0 }
    fc.assert(
      fc.property(logs, ({ pipeline, changes }) => {
        let history: readonly StageChange[] = []
        for (const change of changes) {
          let result: AdvanceResult | undefined
          const issues = issuesOfVerb(() => {
            result = advanceDeal({ change, history }, pipeline)
          })
          // What was allowed before is never what is wrong now.
          for (const { code, path } of issues) {
            expect([path, ['too-small', 'duplicate'].includes(code)]).toEqual([['change', 'at'], true])
          }
          seen[issues.length > 0 ? 'bad' : result?.ok ? 'allowed' : 'refused'] += 1
          if (!result?.ok) continue
          history = [...history, change]
          const { deals, rejected } = read(history, pipeline)
          expect(rejected).toEqual([])
          expect(deals.map((deal) => deal.changes.map(({ index }) => index))).toEqual([history.map((_, index) => index)])
        }
      }),
      { numRuns: 400, seed: 11 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(200)
  })

  it('a history is taken exactly where a log is, with the same against it', () => {
    const seen = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(logs, ({ pipeline, changes: history }) => {
        const change = { deal: 1, at: '2024-12-31', to: pipeline.lost }
        const issues = issuesOfVerb(() => advanceDeal({ change, history }, pipeline))
        const inLog = read(history, pipeline).rejected.flatMap((row) => row.issues)
        expect(issues).toEqual(inLog.map(({ path, ...issue }) => ({ ...issue, path: ['history', ...path.slice(1)] })))
        seen[issues.length > 0 ? 'refused' : 'taken'] += 1
      }),
      { numRuns: 400, seed: 11 },
    )
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(50)
  })

  it('the order of a history, and of its keys, does not matter', () => {
    const shuffled = logs.chain(({ pipeline, changes }) =>
      fc.record({
        pipeline: fc.constant(pipeline),
        changes: fc.constant(changes),
        history: fc.shuffledSubarray(changes.slice(1), { minLength: changes.length - 1 }),
      }),
    )
    const turned = (change: StageChange) => Object.fromEntries(Object.entries(change).reverse()) as unknown as StageChange
    const seen = { results: 0, issues: 0 }
    fc.assert(
      fc.property(shuffled, ({ pipeline, changes: [first, ...rest], history }) => {
        const change = { ...(first as StageChange), at: '2024-03-06' }
        const answer = (changes: readonly StageChange[]): unknown => {
          let result: unknown
          const issues = issuesOfVerb(() => {
            result = advanceDeal({ change, history: changes }, pipeline)
          })
          seen[issues.length > 0 ? 'issues' : 'results'] += 1
          return result ?? issues.map(({ code, path }) => `${code} ${path[0]}`).sort()
        }
        expect(answer(history.map(turned))).toEqual(answer(rest))
      }),
      { numRuns: 500, seed: 11 },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(100)
  })

  it('where everything is allowed, and nothing is asked for, only closed deals and unknown reasons are refused', () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(walks, ({ pipeline, changes }) => {
        const stages = pipeline.stages.map(({ evidence: _, ...stage }) => stage)
        const open: Pipeline = { ...pipeline, stages, skips: 'allow', regressions: 'allow', reopenings: 'allow', lossReason: 'optional' }
        for (const { result } of walk(open, changes)) {
          for (const code of result.ok ? [] : result.reasons.map((reason) => reason.code)) seen.set(code, (seen.get(code) ?? 0) + 1)
        }
      }),
      { numRuns: 300, seed: 11 },
    )
    expect([...seen.keys()].sort()).toEqual(['closed', 'unknown-reason'])
  })

  it('the stricter the pipeline, the more is refused: a rule adds its own reason, and takes none away', () => {
    const rules = { skips: 'skipped-stage', regressions: 'regression', reopenings: 'closed' } as const
    fc.assert(
      fc.property(walks, fc.constantFrom(...(Object.keys(rules) as (keyof typeof rules)[])), ({ pipeline, changes }, rule) => {
        const reasonsIn = (subject: { change: StageChange; history: readonly StageChange[] }, permission: 'allow' | 'refuse') => {
          const result = advanceDeal(subject, { ...pipeline, [rule]: permission })
          return result.ok ? [] : result.reasons
        }
        for (const { change, history } of walk(pipeline, changes)) {
          const lenient = reasonsIn({ change, history }, 'allow')
          const strict = reasonsIn({ change, history }, 'refuse')
          expect(strict).toEqual(expect.arrayContaining([...lenient]))
          expect(strict.filter(({ code }) => code !== rules[rule])).toEqual(lenient.filter(({ code }) => code !== rules[rule]))
        }
      }),
      { numRuns: 200 },
    )
  })
})
