import { complaintClocks, decideComplaint, openComplaint, replayComplaint, shortestPath } from '@clientele/complaints'
import { explainHistory } from '@clientele/complaints/explain'
import { zhCN } from '@clientele/complaints/locales/zh-CN'
import { chinaClocks, chinaOfficeHours, eightSteps } from '@clientele/complaints/templates'
import { describe, expect, it } from 'vitest'
import { resultOf, runCode } from '../../../testing/showPage.js'
import { commands, trials, way } from './chapter.js'
import type { ComplaintFields } from './fields.js'
import { eventsIn, refusalIn } from './inLanguage.js'
import { type Entry, writeLog } from './log.js'
import { page } from './page.js'

const played = (log: readonly Entry[], changes: Partial<ComplaintFields> = {}) => resultOf(page, { log: writeLog(log), ...changes })
const tried = (trial: keyof typeof trials) => {
  const { log, ...changes } = trials[trial]
  return played(log, changes as Partial<ComplaintFields>)
}
const codesOf = ({ outcomes }: ReturnType<typeof played>) => {
  const last = outcomes.at(-1)?.decision
  return last === undefined || last.ok ? [] : last.reasons.map(({ code }) => code)
}
const dueOf = ({ clocks }: ReturnType<typeof played>) =>
  Object.fromEntries(clocks.clocks.map(({ clock, due, status }) => [clock, `${due} ${status}`]))

describe('the complaint', () => {
  it('begins with the call, and nothing else (S1, 客戶投訴管理, step 1)', () => {
    const { state, steps, next, events } = resultOf(page)
    expect(events.map(({ type }) => type)).toEqual(['ComplaintRecorded', 'ReceiptAcknowledged'])
    expect(state.step).toBe('recorded')
    expect(steps.map(({ standing }) => standing).slice(0, 2)).toEqual(['done', 'ahead'])
    expect(steps.find(({ isCurrent }) => isCurrent)?.number).toBe(2)
    expect(next?.command).toBe('expressSympathy')
    expect(page.policy(page.defaults, resultOf(page))).toEqual(eightSteps)
  })

  it('is refused before a word of sympathy: first the feelings, then the matter', () => {
    const result = tried('early')
    expect(result.outcomes.at(-1)?.decision).toMatchObject({
      ok: false,
      reasons: [{ code: 'evidence', params: { need: 'SympathyExpressed', why: { 'zh-CN': '先处理感情，再处理事情。' } } }],
    })
    expect(result.state).toEqual(resultOf(page).state)
  })

  it('lets nobody approve their own proposal, and no manager more than 5,000 with what was paid before', () => {
    expect(codesOf(tried('own'))).toEqual(['role', 'same-person'])
    const limit = tried('limit')
    expect(limit.outcomes.at(-1)?.decision).toMatchObject({
      reasons: [{ code: 'over-limit', params: { total: '5020.00', upTo: '5000.00', roles: ['director'] } }],
    })
    expect(limit.next).toMatchObject({ command: 'approveSolution', people: [{ id: 'zhao' }] })
    const proposed = way.slice(0, 5)
    expect(played(proposed, { paidToCustomer: '4880' }).next?.people.map(({ id }) => id)).toEqual(['chen', 'zhao'])
    expect(played(proposed, { paidToCustomer: '4880.01' }).next?.people.map(({ id }) => id)).toEqual(['zhao'])
    expect(
      codesOf(played([...proposed.slice(0, 4), ['proposeSolution', 'chen', '2024-03-04 15:00'], ['approveSolution', 'chen', '2024-03-04 16:00']])),
    ).toEqual(['same-person'])
  })

  it('comes to its end as in the textbook example, as the package says step by step', () => {
    const result = tried('whole')
    expect(result.outcomes.every(({ decision }) => decision.ok)).toBe(true)
    expect(result.state).toMatchObject({ step: 'closed', closed: true, sequence: 13 })
    expect(result.steps.every(({ standing, isCurrent }) => standing === 'done' && !isCurrent)).toBe(true)
    expect(result.next).toBeUndefined()
    expect(dueOf(result)).toMatchObject({ 'first-response': '2024-03-01T10:00:00Z met', resolution: '2024-03-07T10:00:00Z met' })
  })

  it('is played on where the commands lead, whatever is refused on the way', () => {
    const log: Entry[] = [
      ...trials.early.log,
      ...way.slice(0, 3),
      ['approveSolution', 'zhao', '2024-03-01 10:00'],
      ['nothing', 'li', '2024-03-01 10:00'],
    ]
    const result = played(log)
    expect(result.outcomes.map(({ decision }) => decision.ok)).toEqual([false, true, true, true, false, false])
    expect(result.state).toEqual(replayComplaint(result.events, eightSteps))
    expect(result.state).toEqual(played(way.slice(0, 3)).state)
    expect(result.path).toEqual(shortestPath({ state: result.state, to: 'closed' }, eightSteps))
    expect(codesOf(result)).toEqual(['unknown-command'])
  })
})

describe('the eight steps', () => {
  const sentBack: Entry[] = [...way.slice(0, 5), ['sendBack', 'chen', '2024-03-04 16:00']]

  it('show what was sent back, what comes next, and what was left out', () => {
    expect(played(sentBack).steps[4]).toEqual({ number: 5, standing: 'ahead', isCurrent: true, isSentBack: true })
    expect(played([...sentBack, ['proposeSolution', 'li', '2024-03-04 17:00']]).steps[4]).toMatchObject({ standing: 'done', isSentBack: false })
    const rejected = played([way[0] as Entry, ['judgeComplaint', 'li', '2024-03-01 09:20', { verdict: 'rejected' }]])
    expect(rejected.next?.command).toBe('notifyCustomer')
    const filed = played([...rejected.outcomes.map(({ entry }) => entry), ['notifyCustomer', 'li', '2024-03-01 09:30']])
    expect(filed.state.step).toBe('rejection-filed')
    expect(filed.steps.map(({ standing }) => standing)).toEqual(['done', 'done', ...Array(6).fill('left-out')])
  })

  it('begin anew in another round, where a word of sympathy is due again', () => {
    const disputed = tried('disputed')
    expect(disputed.next?.command).toBe('reopen')
    const again = played([...trials.disputed.log, ['reopen', 'li', '2024-03-06 11:15']], { at: '2024-03-06 11:30' })
    expect(again.state).toMatchObject({ step: 'recorded', cycle: 2 })
    expect(again.next?.command).toBe('expressSympathy')
    expect(again.steps.filter(({ standing }) => standing === 'done')).toHaveLength(1)
    expect(again.clocks.clocks.filter(({ clock }) => clock === 'first-response')).toHaveLength(2)
    expect(again.chosen.clocks.clocks.map(({ clock }) => clock)).toEqual(['resolution', 'resolution'])
  })

  it('stand still while the customer is waited for', () => {
    const waiting = played([...way.slice(0, 3), ['awaitCustomer', 'li', '2024-03-01 10:00']])
    expect(waiting.steps.filter(({ standing }) => standing === 'done')).toHaveLength(3)
    expect(waiting.next?.command).toBe('customerReplied')
  })

  it('can be walked through by what comes next alone, by whoever may', () => {
    const log: Entry[] = []
    const walked: string[] = []
    for (let next = resultOf(page).next; next !== undefined && log.length < 20; next = played(log).next) {
      const told = next.command === 'judgeComplaint' ? { verdict: 'upheld' } : next.command === 'analyseCause' ? { cause: 'leisure' } : {}
      const more =
        next.command === 'approveSolution' ? { paidToCustomer: '0' } : next.command === 'recordCustomerResponse' ? { response: 'accepted' } : told
      log.push([next.command, next.people[0]?.id ?? 'li', '2024-03-01 10:00', more])
      walked.push(next.command)
    }
    expect(walked).toEqual(way.map(([command]) => command))
  })

  it('have every command of the workflow on the page, those of the way first', () => {
    expect(new Set(commands)).toEqual(new Set(Object.values(eightSteps.steps).flatMap(({ moves }) => moves.map(({ on }) => on))))
    expect(commands.slice(0, 3)).toEqual(['expressSympathy', 'judgeComplaint', 'assignDepartment'])
    expect(commands.at(-1)).toBe('correctRecord')
  })
})

describe('deadlines', () => {
  it('are those of the package, all of them and each by itself', () => {
    const log = way.slice(0, 4)
    const result = played(log, { at: '2024-03-04 15:30', clock: 'china-authority-7-working-days' })
    const options = { at: '2024-03-04T15:30+08:00', definition: eightSteps, calendars: { china: chinaOfficeHours } }
    expect(result.clocks).toEqual(complaintClocks(result.events, chinaClocks, options))
    for (const [clock, { clocks }] of Object.entries(result.oneByOne)) {
      expect(clocks.clocks).toEqual(result.clocks.clocks.filter((one) => one.clock === clock))
    }
    expect(result.chosen.clocks.clocks[0]?.dueDate).toBe('2024-03-12')
  })

  it('wait with the customer: what was due on Friday at 18:00 is due on Monday at 18:00', () => {
    expect(dueOf(resultOf(page))).toMatchObject({ 'first-response': '2024-03-01T10:00:00Z running', resolution: '2024-03-07T10:00:00Z running' })
    const waited = played([
      ['awaitCustomer', 'li', '2024-03-01 10:00'],
      ['customerReplied', 'li', '2024-03-04 10:00'],
    ])
    const later = played(
      waited.outcomes.map(({ entry }) => entry),
      { at: '2024-03-04 10:00' },
    )
    expect(dueOf(later)['first-response']).toBe('2024-03-04T10:00:00Z running')
  })
})

describe('texts', () => {
  const { events } = tried('whole')

  it('that nobody typed are in the language shown', () => {
    const inChinese = explainHistory(eventsIn('zh-CN', events), eightSteps, zhCN).sentences.join('\n')
    expect(inChinese).toContain('李（客服专员）')
    expect(inChinese).toContain('水壶漏水')
    expect(inChinese).toContain('商品或服务的缺陷')
    expect(inChinese).not.toMatch(/@case|[a-z]{4,}|Wang/)
    expect(JSON.stringify(eventsIn('en', events))).toMatch(/It does leak/)
    const { decision } = tried('own').outcomes.at(-1) ?? {}
    if (decision === undefined || decision.ok) throw new Error('is refused')
    expect(JSON.stringify(refusalIn('zh-CN', decision))).toContain('"person":"李"')
  })

  it('that were typed stay as they are', () => {
    const typed = played([way[0] as Entry, ['judgeComplaint', 'li', '2024-03-01 09:20', { verdict: 'upheld', grounds: 'Seen <b>by</b> me' }]])
    expect(eventsIn('zh-CN', typed.events).at(-1)).toMatchObject({ grounds: 'Seen <b>by</b> me' })
    expect(codesOf(played([way[0] as Entry, ['judgeComplaint', 'li', '2024-03-01 09:20', { verdict: 'upheld', grounds: '' }]]))).toEqual(['evidence'])
  })
})

describe('code', () => {
  it.each(['early', 'own', 'limit', 'disputed', 'whole'] as const)('computes what is shown: %s', (trial) => {
    const { log, ...changes } = trials[trial]
    return runCode(page, { log: writeLog(log), ...changes } as Partial<ComplaintFields>)
  })

  it('computes the beginning, and what was typed', async () => {
    await runCode(page)
    await runCode(page, { log: '[["expressSympathy","li","2024-03-01 09:02",{"note":"it\'s \\"sad\\"\\n"}]]', at: '2024-03-01T02:00Z' })
  })
})

it('a command is decided as by the verb itself', () => {
  const call = { at: '2024-03-01T09:00+08:00', by: { id: 'li', role: 'agent' } }
  const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
  const opened = openComplaint({ type: 'recordComplaint', ...call, ...told }, eightSteps)
  const state = replayComplaint(opened.ok ? opened.events : [], eightSteps)
  for (const type of commands) {
    const { outcomes } = played([
      [type, 'li', '2024-03-01 09:00', { until: '2024-03-09', into: 'C-2', priority: 'low', verdict: 'upheld', grounds: 'x' }],
    ])
    const command = { ...call, type, until: '2024-03-09', into: 'C-2', priority: 'low', verdict: 'upheld', grounds: 'x' }
    const decision = decideComplaint({ command, state }, eightSteps)
    expect(outcomes[0]?.decision.ok).toBe(decision.ok)
    if (!decision.ok) expect(codesOf({ outcomes } as ReturnType<typeof played>)).toEqual(decision.reasons.map(({ code }) => code))
  }
})
