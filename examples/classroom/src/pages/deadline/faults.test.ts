import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWith, faultsOf, resultOf } from '../../../testing/showPage.js'
import { type DeadlineFields, defaults } from './fields.js'
import { page } from './page.js'
import { datesInBoth, datesOf, windowsOf } from './readCalendar.js'

describe('what is wrong', () => {
  it('is said of all fields at once, beside each', () => {
    const wrong = {
      date: '2026-02-30',
      time: '25:00',
      hours: 'ten',
      minutes: '1.5',
      weekdays: '18-9',
      saturday: 'morning',
      sunday: '9-12-15',
      closed: 'soon',
      open: '2026-13-01',
    }
    expect(faultsOf(page, { ...wrong, zone: 'Asia/Peking', template: 'mars', kind: '', law: 'moon' })).toEqual({
      date: ['not-a-calendar-date'],
      time: ['not-a-time'],
      hours: ['not-an-integer'],
      minutes: ['not-an-integer'],
      weekdays: ['not-above'],
      saturday: ['not-a-time', 'not-a-time'],
      sunday: ['not-a-time'],
      closed: ['not-a-calendar-date'],
      open: ['not-a-calendar-date'],
      zone: ['unknown-zone'],
      template: ['not-allowed'],
      kind: ['not-allowed'],
      law: ['not-allowed'],
    })
  })

  it.each([
    [{ time: '17:00:00' }, { time: ['not-a-time'] }],
    [{ time: '' }, { time: ['not-a-time'] }],
    [{ time: '25:00+08:00' }, { time: ['not-a-moment'] }],
    [{ date: '' }, { date: ['not-a-calendar-date'] }],
    [{ date: '9999-12-31' }, { date: ['out-of-range'] }],
    [{ hours: '1.5' }, { hours: ['not-an-integer'] }],
    [{ hours: '' }, { hours: ['not-an-integer'] }],
    [{ kind: 'days', days: '-1' }, { days: ['too-small'] }],
    [{ kind: 'days', days: '1.5' }, { days: ['not-an-integer'] }],
    [{ kind: 'days', days: 'two' }, { days: ['not-an-integer'] }],
    [{ weekdays: '', saturday: '', ...{ template: 'china' } }, { weekdays: ['empty'] }],
    [{ open: '2026-03-07, 2026-03-07' }, { open: ['duplicate'] }],
  ])('%j', (changes, faults) => {
    expect(faultsOf(page, changes as Partial<DeadlineFields>)).toEqual(faults)
  })

  it.each([
    ['y', '"y"'],
    ['1.5', '1.5'],
    ['', '""'],
    ['999999999', '999999999'],
  ])('shows of hours and minutes what was typed: %s', (typed, actual) => {
    for (const field of ['hours', 'minutes']) {
      const [issue] = computeWith(page, { [field]: typed }).issues.get(field) ?? []
      expect(issue?.params).toMatchObject({ actual })
    }
  })

  it('of a very long text is said once, and shortly', () => {
    for (const field of ['closed', 'open', 'weekdays', 'sunday', 'date', 'time', 'hours', 'minutes'] as const) {
      const { issues } = computeWith(page, { [field]: 'x,y-'.repeat(25_000) })
      expect([...issues.keys()]).toEqual([field])
      expect(JSON.stringify([...issues.values()]).length).toBeLessThan(1000)
    }
  })

  it('with hours that are hardly any, the rules are said to be out of reach, and nothing else fails', () => {
    const { rules, due } = resultOf(page, { weekdays: '', sunday: '00:00-00:01', date: '9990-01-01', hours: '0', minutes: '1' })
    expect(due).toMatch(/^9990/)
    expect(rules).toBeUndefined()
  })
})

describe('lists', () => {
  it('are read as people type them', () => {
    expect(windowsOf('9-12，13:00 – 18:00')).toEqual([
      ['09:00', '12:00'],
      ['13:00', '18:00'],
    ])
    expect(windowsOf('9：30至17：00')).toEqual([['09:30', '17:00']])
    expect(windowsOf(' ')).toEqual([])
    expect(datesInBoth({ closed: '2026-02-24, 2026-02-25', open: '2026-02-25；2026-03-01' })).toEqual(['2026-02-25'])
    expect(datesOf('2026-02-25、2026-02-26; ')).toEqual(['2026-02-25', '2026-02-26'])
  })
})

it('explains whatever is typed, or shows it, and never fails', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e999',
      'NaN',
      '__proto__',
      '<script>',
      '24:00',
      '00:00',
      '9-5',
      '2026-02-24',
      '0001-01-01',
      '0001-01-03',
      '9999-12-30',
      '100000',
    ),
    fc.constantFrom(
      'Pacific/Apia',
      'constructor',
      'days',
      'time',
      'uk',
      'us',
      'office',
      '01:30-03:30',
      '00:00-24:00',
      '2011-12-30',
      '2026-03-08',
      '02:30',
      'America/New_York',
    ),
  )
  const names = Object.keys(defaults)
  const changes = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4, noNullPrototype: true })
  fc.assert(
    fc.property(changes, fc.constantFrom('en' as const, 'zh-CN' as const), (typed, language) => {
      const fields = { ...defaults, ...typed }
      const { result, issues } = computeWith(page, fields)
      expect(result === undefined).toBe(issues.size > 0)
      for (const field of issues.keys()) expect(names).toContain(field)
      const shown = {
        language,
        isLarge: false,
        fields,
        result: result ?? resultOf(page),
        isStale: issues.size > 0,
        issuesOf: () => [],
        change: () => undefined,
      }
      expect(page.view(shown)).toBeDefined()
      expect(page.handout(shown)).toBeDefined()
      if (result !== undefined) expect(page.code(fields, result)).not.toMatch(/NaN|undefined|Infinity/)
    }),
    { numRuns: 300 },
  )
})
