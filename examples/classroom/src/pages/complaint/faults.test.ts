import { replayComplaint } from '@clientele/complaints'
import { eightSteps } from '@clientele/complaints/templates'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf } from '../../../testing/showPage.js'
import { commands, way } from './chapter.js'
import { defaults } from './fields.js'
import { type Entry, LONGEST, MOST, writeLog } from './log.js'
import { page } from './page.js'

describe('faults', () => {
  const isFree = { form: 'proposeSolution', log: writeLog(way.slice(0, 4)) }

  it('are said where they are typed, at once', () => {
    expect(
      faultsOf(page, { at: 'soon', log: '[', actor: 'x', pace: 'x', clock: '__proto__', form: 'proposeSolution', amount: '12x', currency: 'CN' }),
    ).toEqual({
      at: ['unreadable'],
      log: ['unreadable'],
      actor: ['not-allowed'],
      pace: ['not-allowed'],
      clock: ['not-allowed'],
      amount: ['not-a-decimal'],
      currency: ['unknown-currency'],
    })
    expect(faultsOf(page, { ...isFree, amount: '-1' })).toEqual({ amount: ['too-small'] })
    expect(faultsOf(page, { ...isFree, amount: '1', currency: '' })).toEqual({ currency: ['unknown-currency'] })
    expect(faultsOf(page, { ...isFree, amount: '', currency: 'x' })).toEqual({})
    expect(faultsOf(page, { form: 'approveSolution', paidToCustomer: 'x' })).toEqual({ paidToCustomer: ['not-a-decimal'] })
    expect(faultsOf(page, { form: 'mergeInto', into: 'C-1' })).toEqual({ into: ['reserved-name'] })
    expect(faultsOf(page, { form: 'extendDeadline', until: '9999-12-01', actor: 'chen' })).toEqual({ until: ['too-large'] })
    expect(faultsOf(page, { form: 'extendDeadline', until: '2024-13-40', actor: 'chen' })).toEqual({ until: ['not-a-calendar-date'] })
    expect(faultsOf(page, { form: 'approveSolution', paidToCustomer: '1e999' })).toEqual({ paidToCustomer: ['too-many-digits'] })
    expect(faultsOf(page, { at: '2024-02-29 09:00' })).toEqual({ at: ['too-small'] })
    expect(faultsOf(page, { at: '9999-12-01 09:00' })).toEqual({ at: ['too-large'] })
    expect(faultsOf(page, { at: '2024-02-30 09:00' })).toEqual({ at: ['unreadable'] })
  })

  it.each([
    ['null', 'unreadable'],
    ['{}', 'unreadable'],
    ['[1]', 'unreadable'],
    ['[["escalate","li"]]', 'unreadable'],
    ['[["escalate","li",5]]', 'unreadable'],
    ['[["escalate","li","2024-03-01 09:00",[]]]', 'unreadable'],
    ['[["escalate","wang","2024-03-01 09:00"]]', 'not-allowed'],
    ['[["escalate","__proto__","2024-03-01 09:00"]]', 'not-allowed'],
    ['[["","li","2024-03-01 09:00"]]', 'empty'],
    ['[["escalate","li","tomorrow"]]', 'unreadable'],
    ['[["escalate","li","2025-01-01 00:00"]]', 'too-large'],
    ['[["extendDeadline","chen","2024-03-01 09:00",{"until":"9999-12-01"}]]', 'too-large'],
    ['[["escalate","li","2024-03-01 09:00",{"__proto__":1}]]', 'reserved-name'],
    ['[["escalate","li","2024-03-01 09:00",{"complaint":"C-9"}]]', 'not-allowed'],
    [
      `[${Array(MOST + 1)
        .fill('["escalate","li","2024-03-01 09:00"]')
        .join()}]`,
      'too-many-parts',
    ],
    ['['.repeat(LONGEST + 1), 'unreadable'],
    ['['.repeat(LONGEST), 'unreadable'],
  ])('of commands as data, such as no. %#, are %2$s', (log, code) => expect(faultsOf(page, { log })).toEqual({ log: [code] }))

  it('are no way around who gives a command, and when', () => {
    const { events } = resultOf(page, { log: '[["escalate","li","2024-03-01 09:10",{"by":{"id":"x","role":"director"},"type":"reopen","at":"x"}]]' })
    expect(events.at(-1)).toMatchObject({ type: 'ComplaintEscalated', by: { id: 'li', role: 'agent' }, at: '2024-03-01T09:10+08:00' })
  })

  it('are found quickly in what goes on and on', () => {
    const round: Entry[] = [
      ['extendDeadline', 'chen', '2024-03-01 10:00', { until: '2024-12-31' }],
      ['withdraw', 'li', '2024-03-01 10:00'],
      ['reopen', 'li', '2024-03-01 10:00'],
    ]
    const start = performance.now()
    resultOf(page, { log: writeLog(Array.from({ length: 33 }, () => round).flat()), at: '2024-12-31 10:00' })
    expect(performance.now() - start).toBeLessThan(5000)
  })

  it('are all that comes of any text', () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '',
        '__proto__',
        'NaN',
        '1e999',
        '-1',
        '<script>',
        '0',
        'null',
        '[]',
        '2024-03-01',
        '[["judgeComplaint","li","2024-03-01 09:01"]]',
      ),
      fc.constantFrom(...commands, ...Object.values(defaults)),
      fc.json({ maxDepth: 3 }),
    )
    const changes = fc.dictionary(fc.constantFrom(...Object.keys(defaults)), strange, { noNullPrototype: true })
    fc.assert(
      fc.property(changes, (changed) => {
        const { result, issues } = computeWith(page, changed)
        expect(result === undefined).toBe(issues.size > 0)
        for (const field of issues.keys()) expect(defaults).toHaveProperty(field)
        if (result !== undefined) expect(page.code({ ...defaults, ...changed }, result)).not.toMatch(/undefined|NaN/)
      }),
      { numRuns: 150 },
    )
  })

  it('are all that comes of any commands', () => {
    const entry = fc.tuple(
      fc.constantFrom(...commands, 'recordComplaint', 'constructor'),
      fc.constantFrom('li', 'chen', 'zhao'),
      fc.constantFrom('2024-03-01 09:30', '2024-03-04 12:00', '2024-02-01 00:00', 'x'),
      fc.dictionary(
        fc.constantFrom('verdict', 'amount', 'currency', 'paidToCustomer', 'until', 'into', 'response', 'priority'),
        fc.oneof(fc.json(), fc.constantFrom('upheld', '5', 'CNY', 'accepted', 'disputed', '2024-04-01')),
      ),
    )
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (log) => {
        const { result, issues } = computeWith(page, { log: JSON.stringify(log) })
        if (result === undefined) expect([...issues.keys()]).toEqual(['log'])
        else expect(result.state).toEqual(replayComplaint(result.events, eightSteps))
      }),
      { numRuns: 100 },
    )
  })
})
