import { describe, expect, it } from 'vitest'
import { issuesOfVerb } from '../../../core/testing/schemaTests.js'
import { badLists, badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { smallPipeline } from '../../testing/pipelines.js'
import { type AdvanceOptions, type AdvanceResult, advanceDeal, type Pipeline, type StageChange } from '../index.js'
import { opportunityPipeline } from '../templates.js'

const withRules = (others: object): Pipeline => ({ ...smallPipeline, ...others })
const policies = [{ kind: 'pipeline', id: 'small', version: 1 }]

/** Changes to places one day after another, from the first of March. */
const wayTo = (...places: readonly string[]): StageChange[] => places.map((to, index) => ({ deal: 'D', at: `2024-03-0${index + 1}`, to }))
const to = (place: string, others: object = {}): StageChange => ({ deal: 'D', at: '2024-03-20', to: place, evidence: ['quotation'], ...others })
const advance = (change: StageChange, history: readonly StageChange[] = [], pipeline = smallPipeline, options?: AdvanceOptions): AdvanceResult =>
  advanceDeal(deepFreeze({ change, history }), pipeline, options)
const reasonsOf = (result: AdvanceResult): unknown => (result.ok ? 'ok' : result.reasons)
const fine = (others: object): object => ({ ok: true, reopens: false, skipped: [], effects: [], policies, ...others })

describe('advanceDeal', () => {
  it('goes the way of an opportunity (textbook S3), milestone by milestone with its evidence, and tells what each asks for', () => {
    const steps: readonly (readonly [to: string, evidence: readonly string[], effects: readonly string[]])[] = [
      ['need-confirmed', ['requirement-document'], []],
      ['quoted', ['quotation'], []],
      ['negotiating', ['draft-contract'], ['request-legal-review']],
      ['signed-and-paid', ['signed-contract', 'proof-of-payment'], ['send-welcome-pack', 'open-after-sales-ticket', 'send-payment-plan']],
      ['won', [], []],
    ]
    let history: readonly StageChange[] = []
    for (const [index, [place, evidence, effects]] of steps.entries()) {
      const bare = { deal: 7, at: `2024-03-0${index + 1}`, to: place }
      const missing = { ok: false, reasons: [{ code: 'missing-evidence', params: { stage: place, missing: evidence } }] }
      if (evidence.length > 0) expect(advance(bare, history, opportunityPipeline)).toMatchObject(missing)
      const result = advance({ ...bare, evidence }, history, opportunityPipeline)
      expect(result).toMatchObject({ ok: true, from: history.at(-1)?.to ?? null, to: place, reopens: false, skipped: [] })
      expect(result.ok && result.effects.map(({ effect }) => effect)).toEqual(effects)
      history = [...history, { ...bare, evidence }]
    }
  })

  it('lets a new deal begin anywhere that its pipeline lets it, lost and won too', () => {
    expect(advance(to('a'))).toEqual(fine({ from: null, to: 'a' }))
    expect(advance(to('c'))).toEqual(fine({ from: null, to: 'c', skipped: ['a', 'b'], effects: smallPipeline.stages[2]?.onEnter }))
    expect(advance(to('won'))).toEqual(fine({ from: null, to: 'won', skipped: ['a', 'b', 'c'] }))
    expect(advance(to('lost'))).toEqual(fine({ from: null, to: 'lost' }))
  })

  it('takes a change to where the deal is for an update: it asks for nothing and does nothing', () => {
    const bare = { evidence: undefined, amount: 5 }
    const strict = withRules({ skips: 'refuse', regressions: 'refuse', reopenings: 'refuse', lossReason: 'required' })
    for (const place of ['b', 'won', 'lost']) {
      expect(advance(to(place, bare), wayTo(place), strict)).toEqual(fine({ from: place, to: place }))
    }
    expect(reasonsOf(advance(to('lost', { reason: 'weather' }), wayTo('lost')))).toMatchObject([{ code: 'unknown-reason' }])
  })

  it('finds evidence in the change and wherever it was stated before, as a text or in a record', () => {
    const needing = withRules({ stages: [{ id: 'a' }, { id: 'b', evidence: ['p', { id: 'q' }, 'r'] }] })
    const [first, second] = wayTo('a', 'lost') as [StageChange, StageChange]
    const history = [{ ...first, evidence: ['p'] }, second]
    const found = (evidence: StageChange['evidence']) => reasonsOf(advance(to('b', { evidence }), history, needing))
    expect(found(undefined)).toEqual([{ code: 'missing-evidence', params: { stage: 'b', missing: ['q', 'r'] } }])
    expect(found(['r', 'r', 'other'])).toEqual([{ code: 'missing-evidence', params: { stage: 'b', missing: ['q'] } }])
    expect(found(['q', { id: 'r', pages: 3 }])).toBe('ok')
  })

  it('refuses to skip stages where the pipeline does: those before that the deal never stood in; losing skips none', () => {
    const strict = withRules({ skips: 'refuse' })
    const skipping = (change: StageChange, ...places: string[]) => reasonsOf(advance(change, wayTo(...places), strict))
    expect(skipping(to('b'))).toEqual([{ code: 'skipped-stage', params: { to: 'b', skipped: ['a'] } }])
    expect(skipping(to('won'), 'a', 'c')).toEqual([{ code: 'skipped-stage', params: { to: 'won', skipped: ['b'] } }])
    expect(skipping(to('c'), 'a', 'b', 'a')).toBe('ok')
    expect(skipping(to('lost'))).toBe('ok')
    expect(skipping(to('c'), 'a', 'lost')).toEqual([{ code: 'skipped-stage', params: { to: 'c', skipped: ['b'] } }])
    expect(skipping(to('c'), 'a', 'b', 'won')).toBe('ok')
  })

  it('refuses to go back where the pipeline does, but not to open a deal again at an earlier stage', () => {
    const strict = withRules({ regressions: 'refuse' })
    const going = (change: StageChange, ...places: string[]) => reasonsOf(advance(change, wayTo(...places), strict))
    expect(going(to('a'), 'a', 'c')).toEqual([{ code: 'regression', params: { from: 'c', to: 'a' } }])
    expect(going(to('a'), 'a', 'c', 'lost')).toBe('ok')
    expect(going(to('a'), 'c', 'lost', 'b')).toEqual([{ code: 'regression', params: { from: 'b', to: 'a' } }])
    expect(going(to('b'), 'c', 'lost', 'a')).toBe('ok')
    expect(advance(to('a'), wayTo('a', 'c'))).toEqual(fine({ from: 'c', to: 'a' }))
  })

  it('lets a deal that is won or lost take no other outcome, and a stage only where it may be opened again', () => {
    const strict = withRules({ reopenings: 'refuse' })
    const again = (change: StageChange, outcome: string, pipeline?: Pipeline) => reasonsOf(advance(change, wayTo('a', 'b', 'c', outcome), pipeline))
    expect(again(to('lost'), 'won')).toEqual([{ code: 'closed', params: { outcome: 'won', to: 'lost' } }])
    expect(again(to('won'), 'lost')).toEqual([{ code: 'closed', params: { outcome: 'lost', to: 'won' } }])
    expect(again(to('c'), 'won', strict)).toEqual([{ code: 'closed', params: { outcome: 'won', to: 'c' } }])
    const named = withRules({ won: 'gained', lost: 'dropped' })
    expect(again(to('gained'), 'dropped', named)).toEqual([{ code: 'closed', params: { outcome: 'lost', to: 'gained' } }])
    const reopened = { from: 'won', to: 'c', reopens: true, effects: smallPipeline.stages[2]?.onEnter }
    expect(advance(to('c'), wayTo('a', 'b', 'c', 'won'))).toEqual(fine(reopened))
  })

  it('takes of lost deals the reasons of the pipeline, and none only where it asks for none; of others any', () => {
    const strict = withRules({ lossReason: 'required' })
    const allowed = ['price', 'time']
    const losing = (reason: string | undefined, pipeline?: Pipeline) => reasonsOf(advance(to('lost', { reason }), wayTo('a'), pipeline))
    expect([losing('price'), losing('time'), losing(undefined), losing('time', strict)]).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(losing('weather', strict)).toEqual([{ code: 'unknown-reason', params: { reason: 'weather', allowed } }])
    expect(losing(undefined, strict)).toEqual([{ code: 'missing-reason', params: { allowed } }])
    expect(losing('price', withRules({ lossReasons: [] }))).toEqual([{ code: 'unknown-reason', params: { reason: 'price', allowed: [] } }])
    expect(reasonsOf(advance(to('won', { reason: 'weather' }), wayTo('a'), strict))).toBe('ok')
  })

  it('tells every reason at once, in their order', () => {
    const strict = withRules({ skips: 'refuse', regressions: 'refuse', reopenings: 'refuse', lossReason: 'required' })
    const codes = (change: StageChange, ...places: string[]) => {
      const result = advance(change, wayTo(...places), strict)
      return result.ok ? [] : result.reasons.map(({ code }) => code)
    }
    expect(codes(to('b', { evidence: [] }), 'c')).toEqual(['missing-evidence', 'skipped-stage', 'regression'])
    expect(codes(to('b', { evidence: [] }), 'lost')).toEqual(['missing-evidence', 'skipped-stage', 'closed'])
    expect(codes(to('lost', { reason: 'weather' }), 'won')).toEqual(['unknown-reason', 'closed'])
    expect(codes(to('lost'), 'won')).toEqual(['missing-reason', 'closed'])
    expect(codes(to('won'), 'a', 'lost')).toEqual(['skipped-stage', 'closed'])
  })

  it('knows where the deal is whatever the order of its history, and by moments within a day', () => {
    const history = [
      to('lost', { at: '2024-03-02T10:00:00Z' }),
      to('b', { at: '2024-03-01' }),
      to('c', { at: '2024-03-02T18:30:00+08:00' }),
      to('a', { at: '2024-03-01' }),
    ]
    expect(advance(to('won'), history, withRules({ skips: 'refuse' }))).toEqual(fine({ from: 'c', to: 'won' }))
    expect(advance(to('won'), [...history].reverse())).toEqual(fine({ from: 'c', to: 'won' }))
    expect(advance(to('c', { at: '2024-03-02T10:45:00Z', amount: 7 }), history)).toEqual(fine({ from: 'c', to: 'c' }))
  })

  it('hands out its own copies', () => {
    const pipeline = structuredClone(smallPipeline)
    const results = [advance(to('c'), [], pipeline), advance(to('c'), [], pipeline)].map((result) => (result.ok ? result.effects : []))
    const effect = results[0]?.[0] as unknown as { by: string[] }
    effect.by.push('me')
    expect(results[1]).toEqual(smallPipeline.stages[2]?.onEnter)
    expect(pipeline).toEqual(smallPipeline)
  })
})

describe('advanceDeal refuses as bad input', () => {
  const told = (change: unknown, history: unknown = [], pipeline: unknown = smallPipeline, options?: unknown): unknown =>
    issuesOf(() => advanceDeal({ change, history } as never, pipeline as never, options as never))
  const on = (at: string, place: string, others: object = {}) => to(place, { at, ...others })

  it('what is no change, no history and no pipeline, all at once', () => {
    for (const [value, code] of badRecords) {
      expect(issuesOf(() => advanceDeal(value as never, smallPipeline))).toEqual([[code, ['subject']]])
      expect(told(value)).toEqual([[code, ['change']]])
      expect(told(to('a'), [value])).toEqual([[code, ['history', 0]]])
      expect(issuesOf(() => advanceDeal({ change: to('a'), history: [] }, value as never))).toEqual([[code, ['pipeline']]])
      if (value !== undefined) expect(told(to('a'), [], smallPipeline, value)).toEqual([[code, ['options']]])
    }
    for (const [value, code] of badLists) expect(told(to('a'), value)).toEqual([[code, ['history']]])
    expect(issuesOf(() => advanceDeal({ change: to('a') } as never, smallPipeline))).toEqual([['missing', ['history']]])
    expect(told(to('a'), Array(1))).toEqual([['missing', ['history', 0]]])
    expect(issuesOf(() => advanceDeal({ change: to('a'), history: [], colour: 'red' } as never, smallPipeline))).toEqual([
      ['unknown-key', ['colour']],
    ])
    expect(told({ deal: 'D', at: 'noon', to: 'z', n: 1 }, [{ deal: '', to: 'a' }], withRules({ skips: 'no' }), { zone: 'Mars', at: 1 })).toEqual([
      ['not-allowed', ['pipeline', 'skips']],
      ['unknown-key', ['options', 'at']],
      ['unknown-zone', ['options', 'zone']],
      ['unknown-key', ['change', 'n']],
      ['not-a-calendar-date', ['change', 'at']],
      ['empty', ['history', 0, 'deal']],
      ['missing', ['history', 0, 'at']],
    ])
    expect(told(to('a'), [], smallPipeline, { zone: null })).toEqual([['unknown-zone', ['options', 'zone']]])
  })

  it('places that the pipeline has not', () => {
    expect(told(to('z'), [to('toString'), to('a', { at: '2024-03-01' })])).toEqual([
      ['not-allowed', ['change', 'to']],
      ['not-allowed', ['history', 0, 'to']],
    ])
  })

  it('changes of other deals; a number and its text name the same', () => {
    expect(told(to('b'), [on('2024-03-01', 'a', { deal: 'E' }), on('2024-03-02', 'a', { deal: 1 })])).toEqual([
      ['not-allowed', ['history', 0, 'deal']],
      ['not-allowed', ['history', 1, 'deal']],
    ])
    expect(told(to('b', { deal: '1' }), [on('2024-03-01', 'a', { deal: 1 })])).toBe('nothing was thrown')
  })

  it('a history that no log can be: copies, and outcomes right after the other', () => {
    const copies = [on('2024-03-02', 'b'), on('2024-03-01', 'a'), on('2024-03-02', 'b'), on('2024-03-03', 'won'), on('2024-03-04', 'lost')]
    expect(told(to('c'), copies)).toEqual([
      ['duplicate', ['history', 2, 'at']],
      ['already-closed', ['history', 4, 'to']],
    ])
  })

  it('a change before the last of the history, by moments where both have one, in the zone', () => {
    const before = [['too-small', ['change', 'at']]]
    expect(told(on('2024-03-01', 'b'), [on('2024-03-02', 'a')])).toEqual(before)
    expect(told(on('2024-03-02T09:59:59Z', 'b'), [on('2024-03-02T18:00:00+08:00', 'a')])).toEqual(before)
    expect(told(on('2024-03-02T10:00:01Z', 'b'), [on('2024-03-02T18:00:00+08:00', 'a')])).toBe('nothing was thrown')
    const late = [on('2024-03-01T23:30:00Z', 'a')]
    expect(told(on('2024-03-01', 'b'), late)).toBe('nothing was thrown')
    expect(told(on('2024-03-01', 'b'), late, smallPipeline, { zone: 'Asia/Shanghai' })).toEqual(before)
    const [issue] = issuesOfVerb(() => advance(on('2024-03-01', 'b'), [on('2024-03-02', 'a')]))
    expect(issue?.params).toEqual({ minimum: '2024-03-02', actual: '"2024-03-01"' })
  })

  it('a change that is in the history already', () => {
    const history = [on('2024-03-02', 'b'), on('2024-03-01', 'a'), on('2024-03-02', 'c')]
    expect(told(on('2024-03-02', 'c'), history)).toEqual([['duplicate', ['change', 'at']]])
    expect(told(on('2024-03-02', 'b', { amount: 5 }), history)).toEqual([['duplicate', ['change', 'at']]])
    expect(told(on('2024-03-02T18:00:00+08:00', 'a'), [on('2024-03-02T10:00:00Z', 'a')])).toEqual([['duplicate', ['change', 'at']]])
  })

  it('a change that is allowed, but of which no log could tell that it came last: by days, stages are passed in their order', () => {
    const untold = [['too-small', ['change', 'at']]]
    expect(told(on('2024-03-02', 'a'), [on('2024-03-02', 'c')])).toEqual(untold)
    expect(told(on('2024-03-02T12:00:00Z', 'a'), [on('2024-03-02', 'c')])).toEqual(untold)
    expect(told(on('2024-03-02', 'c'), [on('2024-03-02T12:00:00Z', 'c')])).toEqual(untold)
    expect(told(on('2024-03-02', 'c'), [on('2024-03-02', 'won')])).toEqual(untold)
    // A change that is known only to the day takes the order of the others of that day away.
    const lostAgain = [on('2024-03-02T10:00:00Z', 'won'), on('2024-03-02T11:00:00Z', 'b')]
    expect(told(on('2024-03-02T12:00:00Z', 'lost'), lostAgain)).toBe('nothing was thrown')
    expect(told(on('2024-03-02', 'lost'), lostAgain)).toEqual(untold)
    expect(told(on('2024-03-03', 'lost'), lostAgain)).toBe('nothing was thrown')
    // What is refused is refused all the same.
    expect(reasonsOf(advance(on('2024-03-02', 'lost'), [on('2024-03-02', 'won')]))).toMatchObject([{ code: 'closed' }])
    expect(reasonsOf(advance(on('2024-03-02', 'a'), [on('2024-03-02', 'c')], withRules({ regressions: 'refuse' })))).toMatchObject([
      { code: 'regression' },
    ])
  })
})
