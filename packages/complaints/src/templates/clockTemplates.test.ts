import type { BusinessCalendar } from '@clientele/core/business-time'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { after, agent, at, opened, settled } from '../../testing/desk.js'
import { type ClockPolicy, type ClockRule, checkClockPolicy, complaintClocks, openComplaint } from '../index.js'
import {
  chinaClocks,
  chinaOfficeHours,
  chinaOfficeHours2026,
  companyClocks,
  complaintTaxonomy,
  eightSteps,
  officeHours,
  ukDispClocks,
  usCfpbClocks,
} from '../templates.js'

const packs = { companyClocks, ukDispClocks, usCfpbClocks, chinaClocks }
const calendars: { readonly [id: string]: BusinessCalendar } = { office: officeHours, china: chinaOfficeHours }

const stopsOf = ({ stops }: ClockRule): readonly string[] => (typeof stops === 'string' ? [stops] : stops)
const isStatutory = ({ source }: ClockRule): boolean => source !== undefined
const languages = (text: unknown): readonly string[] => Object.keys(text as object).sort()

const emitted = new Set([...eightSteps.opening.emits, ...Object.values(eightSteps.steps).flatMap(({ moves }) => moves.flatMap(({ emits }) => emits))])
const pausing = new Set(
  Object.values(eightSteps.steps).flatMap(({ clocks = {} }) => Object.entries(clocks).flatMap(([id, state]) => (state === 'pause' ? [id] : []))),
)

describe.each(Object.entries<ClockPolicy>(packs))('%s', (_, policy) => {
  it('is a clock policy with nothing wrong in it, plain data, and says in both languages that it is an example', () => {
    expect(checkClockPolicy(policy)).toEqual([])
    expect(checkClockPolicy(deepFreeze(structuredClone(policy)))).toEqual([])
    expect(JSON.parse(JSON.stringify(policy))).toEqual(policy)
    for (const text of [policy.title, policy.note, ...policy.clocks.map(({ title }) => title)]) expect(languages(text)).toEqual(['en', 'zh-CN'])
    const { en, 'zh-CN': chinese } = policy.note as { readonly en: string; readonly 'zh-CN': string }
    expect([en.startsWith('An example'), chinese.startsWith('示例')]).toEqual([true, true])
  })

  it('starts, stops and extends its clocks by events of the eight steps', () => {
    for (const clock of policy.clocks) {
      for (const event of [clock.starts, ...stopsOf(clock), ...(clock.extendedBy === undefined ? [] : [clock.extendedBy])]) {
        expect([clock.id, event, emitted.has(event)]).toEqual([clock.id, event, true])
      }
    }
  })

  it('lets wait exactly the clocks that the eight steps pause, which are the company’s own', () => {
    expect(pausing).toEqual(new Set(['first-response', 'resolution']))
    for (const clock of policy.clocks)
      expect([clock.id, clock.mayWait, isStatutory(clock)]).toEqual([clock.id, pausing.has(clock.id), !clock.mayWait])
    expect(new Set(policy.clocks.flatMap(({ id, mayWait }) => (mayWait ? [id] : [])))).toEqual(pausing)
  })

  it('names a calendar among the templates, and of every statutory clock where it is written, in both languages, and as of when', () => {
    for (const { id, calendar = '', source } of policy.clocks) {
      expect([id, calendars[calendar]?.id]).toEqual([id, calendar])
      if (source === undefined) continue
      expect([id, languages(source.title), /^20\d\d-/.test(source.asOf)]).toEqual([id, ['en', 'zh-CN'], true])
      expect(source.url ?? 'https://').toMatch(/^https:\/\//)
    }
    expect(policy.clocks.some(isStatutory)).toBe(policy !== companyClocks)
  })

  it('looks at a complaint of every priority, just recorded', () => {
    for (const { id: priority } of complaintTaxonomy.priorities) {
      const told = { complaint: 'C-1', customer: 'Wang', content: 'service', description: 'Nobody called.', priority } as const
      const decision = openComplaint({ type: 'recordComplaint', at: '2026-01-09T09:00:00Z', by: agent, ...told }, eightSteps)
      const result = complaintClocks(decision.ok ? decision.events : [], policy, { at: '2026-01-09T09:00:00Z', definition: eightSteps, calendars })
      expect(result.clocks.map(({ clock, status, priority: found }) => [clock, status, found])).toEqual(
        policy.clocks.map(({ id }) => [id, 'running', priority]),
      )
      expect(result.notStarted).toEqual([])
    }
  })
})

describe('companyClocks', () => {
  it('have a target for every priority of the template taxonomy, shorter for the more urgent, and less for the response than for the resolution', () => {
    const priorities = complaintTaxonomy.priorities.map(({ id }) => id)
    const [response = [], resolution = []] = companyClocks.clocks.map(({ target }) => {
      const { otherwise, ...byPriority } = target as { readonly [priority: string]: string }
      expect(Object.keys(byPriority)).toEqual(priorities)
      expect(otherwise).toBe(byPriority['medium'])
      return Object.values(byPriority).map((duration) => Number(/^PT(\d+)H$/.exec(duration)?.[1]))
    })
    for (const hours of [response, resolution]) expect(hours).toEqual([...new Set(hours)].sort((a, b) => a - b))
    expect(response.every((hours, index) => hours < (resolution[index] as number))).toBe(true)
  })
})

/** When statutory clocks of a complaint fall due that is received on Friday, 9 January 2026, at noon. */
function dueDates(policy: ClockPolicy, noon: string, used: { readonly [id: string]: BusinessCalendar }): { readonly [clock: string]: string | null } {
  const events = opened().map((event) => ({ ...event, at: noon }))
  const { clocks } = complaintClocks(events, policy, { at: noon, definition: eightSteps, calendars: used })
  return Object.fromEntries(clocks.flatMap(({ clock, dueDate }) => (dueDate === null ? [] : [[clock, dueDate]])))
}

describe('statutory deadlines (vectors 20 to 22)', () => {
  it('20: FCA DISP 1.5 and 1.6: 3, 15 and 35 business days and 8 weeks after the day of receipt', () => {
    expect(dueDates(ukDispClocks, '2026-01-09T12:00:00Z', calendars)).toEqual({
      'uk-disp-3-business-days': '2026-01-14',
      'uk-disp-8-weeks': '2026-03-06',
      'uk-disp-payments-15-business-days': '2026-01-30',
      'uk-disp-payments-35-business-days': '2026-02-27',
    })
  })

  it('21: CFPB: 15 and 60 calendar days, in whichever zone the office is', () => {
    const expected = { 'us-cfpb-15-days': '2026-01-24', 'us-cfpb-60-days': '2026-03-10' }
    expect(dueDates(usCfpbClocks, '2026-01-09T12:00:00-05:00', { office: { ...officeHours, zone: 'America/New_York' } })).toEqual(expected)
    expect(dueDates(usCfpbClocks, '2026-01-09T12:00:00Z', calendars)).toEqual(expected)
  })

  it('22: SAMR Order 20 (2019), article 14: 7 working days, which are the authority’s; with the holidays of 2026 too', () => {
    for (const china of [chinaOfficeHours, chinaOfficeHours2026]) {
      expect(dueDates(chinaClocks, '2026-01-09T12:00:00+08:00', { china })).toEqual({
        'china-authority-7-working-days': '2026-01-20',
        'china-banking-15-days': '2026-01-24',
      })
    }
    const authority = chinaClocks.clocks.filter(({ whose }) => whose === 'authority')
    expect(authority.map(({ id }) => id)).toEqual(['china-authority-7-working-days'])
    for (const text of [authority[0]?.title, chinaClocks.note]) {
      expect(JSON.stringify(text)).toMatch(/not the firm's.*(而非企业|不是企业)/s)
    }
  })

  it('the Spring Festival moves the authority’s deadline, and its make-up workday counts', () => {
    // Received on Thursday, 12 February: the 13th, the 14th (a Saturday, worked), then from the 24th to the 27th, and the 28th (a Saturday, worked).
    const noon = '2026-02-12T12:00:00+08:00'
    expect(dueDates(chinaClocks, noon, { china: chinaOfficeHours2026 })['china-authority-7-working-days']).toBe('2026-02-28')
    expect(dueDates(chinaClocks, noon, { china: chinaOfficeHours })['china-authority-7-working-days']).toBe('2026-02-23')
  })
})

describe('what stops the clocks', () => {
  const statutory = [...ukDispClocks.clocks, ...usCfpbClocks.clocks, ...chinaClocks.clocks].filter(isStatutory)
  const policy: ClockPolicy = { ...ukDispClocks, clocks: [...ukDispClocks.clocks.filter(({ mayWait }) => mayWait), ...statutory] }
  const stoppedBy = (events: ReturnType<typeof after>) =>
    Object.fromEntries(
      complaintClocks(events, policy, { at, definition: eightSteps, calendars }).clocks.map(({ clock, stoppedBy: by }) => [clock, by]),
    )

  it('of a complaint that is settled: the verdict, the notice, the customer’s acceptance and the end', () => {
    expect(stoppedBy(after(settled))).toEqual({
      'first-response': 'ComplaintAccepted',
      resolution: 'ComplaintClosed',
      'uk-disp-3-business-days': 'CustomerResponseRecorded',
      'uk-disp-8-weeks': 'CustomerNotified',
      'uk-disp-payments-15-business-days': 'CustomerNotified',
      'uk-disp-payments-35-business-days': 'CustomerNotified',
      'us-cfpb-15-days': 'CustomerNotified',
      'us-cfpb-60-days': 'CustomerNotified',
      'china-authority-7-working-days': 'ComplaintAccepted',
      'china-banking-15-days': 'CustomerNotified',
    })
  })

  it('of one that is rejected, the customer being told: nothing runs on', () => {
    const rejection = { type: 'judgeComplaint', verdict: 'rejected', grounds: 'It is dry.', appealRoute: 'the ombudsman' }
    const stops = stoppedBy(after([{ type: 'expressSympathy' }, rejection, { type: 'notifyCustomer' }]))
    expect([stops['first-response'], stops['resolution'], stops['uk-disp-8-weeks']]).toEqual([
      'ComplaintRejected',
      'RejectionFiled',
      'CustomerNotified',
    ])
    expect(Object.values(stops).filter((event) => event === undefined)).toEqual([])
  })
})

describe('waiting for the customer', () => {
  it('stops the company’s clocks, and no statutory one', () => {
    const events = after([{ type: 'awaitCustomer' }]).map((event) => ({ ...event, priority: 'high' }))
    for (const policy of Object.values(packs)) {
      for (const { clock, status } of complaintClocks(events, policy, { at, definition: eightSteps, calendars }).clocks) {
        expect([clock, status]).toEqual([clock, pausing.has(clock) ? 'waiting' : 'running'])
      }
    }
  })
})
