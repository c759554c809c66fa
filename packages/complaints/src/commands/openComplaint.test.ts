import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { agent, at, eventsOf, outcome } from '../../testing/desk.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type Decision, openComplaint, type RecordComplaint, replayComplaint } from '../index.js'
import { counterService, eightSteps } from '../templates.js'

const good: RecordComplaint = {
  type: 'recordComplaint',
  at,
  by: agent,
  complaint: 'C-1',
  customer: 'Wang',
  content: 'product-quality',
  description: 'The kettle leaks.',
}
const open = (told: object, definition: unknown = eightSteps): Decision => openComplaint({ ...good, ...told } as never, definition as never)
const bare = { ...counterService, opening: { needs: [], emits: ['Opened'] } } as const

describe('openComplaint', () => {
  it('records the complaint and acknowledges receipt (textbook §5, step 1)', () => {
    const place = {
      at,
      by: agent,
      complaint: 'C-1',
      definition: { id: 'eight-steps', version: '1' },
      step: 'recorded',
      cycle: 1,
      command: 'recordComplaint',
    }
    const { type, at: moment, by, complaint, ...told } = good
    expect(open({ by: { ...agent, department: 'desk' }, amount: 1e2, currency: 'CNY', note: undefined })).toEqual({
      ok: true,
      events: [
        {
          ...place,
          by: { ...agent, department: 'desk' },
          type: 'ComplaintRecorded',
          sequence: 1,
          following: 1,
          ...told,
          amount: '100.00',
          currency: 'CNY',
        },
        { ...place, by: { ...agent, department: 'desk' }, type: 'ReceiptAcknowledged', sequence: 2, following: 0 },
      ],
      policies: [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }],
    })
  })

  it.each(['product-quality', 'purchase-contract', 'goods-transport', 'service'])('takes complaints about %s (textbook §5)', (content) => {
    expect(open({ content }).ok).toBe(true)
  })

  it.each<[object, readonly string[]]>([
    [{ description: undefined }, ['evidence description']],
    [{ description: null, customer: '', content: undefined }, ['evidence customer', 'evidence content', 'evidence description']],
    [{ complaint: '' }, ['evidence complaint']],
    [{ complaint: null }, ['evidence complaint']],
    [{ complaint: undefined, content: '' }, ['evidence complaint', 'evidence content']],
    [{ expectedSequence: 1 }, ['conflict 1 0']],
    [{ expectedSequence: 7, description: '' }, ['conflict 7 0', 'evidence description']],
    [{ type: 'reopen' }, ['unknown-command reopen']],
    [{ type: 'toString', expectedSequence: 7, description: '' }, ['conflict 7 0', 'unknown-command toString']],
  ])('refuses %j with every reason', (told, reasons) => {
    expect(outcome(open(told))).toEqual(reasons)
  })

  it('knows no other command', () => {
    expect(open({ type: 'escalate' })).toEqual({
      ok: false,
      reasons: [{ code: 'unknown-command', params: { command: 'escalate', known: ['recordComplaint'] } }],
      policies: [{ kind: 'complaint-workflow', id: 'eight-steps', version: '1' }],
    })
  })

  it('takes a history of no events for what it expects', () => {
    expect(open({ expectedSequence: 0 })).toEqual(open({}))
    expect(open({ expectedSequence: -0 })).toEqual(open({}))
    expect(eventsOf(open({ expectedSequence: 0 }))[0]).not.toHaveProperty('expectedSequence')
  })

  it('needs of objects what is told, and not what they are born with', () => {
    const definition = { ...bare, opening: { needs: ['constructor', 'toString'], emits: ['Opened'] } }
    expect(outcome(open({}, definition))).toEqual(['evidence constructor', 'evidence toString'])
    expect(outcome(open({ constructor: 1, toString: 'x' }, definition))).toEqual(['Opened → heard'])
  })

  it('needs a name for the complaint in any case', () => {
    expect(issuesOf(() => open({ complaint: undefined }, bare))).toEqual([['missing', ['command', 'complaint']]])
    expect(issuesOf(() => open({ complaint: '' }, bare))).toEqual([['missing', ['command', 'complaint']]])
    expect(outcome(open({ complaint: '__proto__', customer: undefined }, bare))).toEqual(['Opened → heard'])
  })

  it('tells everything that is wrong with its input', () => {
    expect(issuesOf(() => open({ type: 7, at: 'now', by: null, content: 'price', step: 'closed' }, { ...eightSteps, initial: 'x' }))).toEqual([
      ['not-allowed', ['definition', 'initial']],
      ['wrong-type', ['command', 'type']],
      ['not-a-moment', ['command', 'at']],
      ['wrong-type', ['command', 'by']],
      ['not-allowed', ['command', 'content']],
      ['reserved-name', ['command', 'step']],
    ])
    for (const value of [null, 'x', [], new Map()]) {
      expect(issuesOf(() => openComplaint(value as never, eightSteps))).toEqual([['wrong-type', ['command']]])
      expect(issuesOf(() => openComplaint(good, value as never))).toEqual([['wrong-type', ['definition']]])
    }
    expect(issuesOf(() => openComplaint(undefined as never, undefined as never))).toEqual([
      ['missing', ['definition']],
      ['missing', ['command']],
    ])
  })

  it('gives plain data of frozen input, which replays, whatever it is told', () => {
    const fields = fc.dictionary(
      fc
        .string({ minLength: 1 })
        .filter(
          (key) =>
            !['__proto__', 'sequence', 'definition', 'step', 'cycle', 'command', 'following', ...Object.keys(good)].includes(key) &&
            !/amount|currency|paidToCustomer|into|expectedSequence/.test(key),
        ),
      fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(fields, (told) => {
        const decision = openComplaint(deepFreeze({ ...told, ...good }) as never, deepFreeze(structuredClone(eightSteps)))
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
        const { record } = replayComplaint(eventsOf(decision), eightSteps)
        const { customer, content, description } = good
        expect(record).toEqual(JSON.parse(JSON.stringify({ ...told, customer, content, description })))
      }),
      { numRuns: 50 },
    )
  })
})
