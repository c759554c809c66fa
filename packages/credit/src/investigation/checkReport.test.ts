import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badLists, badRecords } from '../../testing/badInput.js'
import { investigations, type RandomInvestigation } from '../../testing/creditReports.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type CreditReport, checkReport, type InvestigationScheme, type ReportCheck, type ReportCheckOptions, requiredReport } from '../index.js'
import { threeDepthInvestigation } from '../templates.js'

const scheme: InvestigationScheme = {
  kind: 'credit-investigation',
  id: 'usual',
  version: 1,
  depthBySize: { small: 'brief', ordinary: 'standard', important: 'in-depth' },
  depthByRisk: { low: 'brief', moderate: 'standard', high: 'in-depth' },
  sections: [
    { id: 'basics', from: 'brief', facts: [{ id: 'name' }, { id: 'founded', from: 'standard' }], sources: ['direct'], validFor: 'P1Y' },
    { id: 'background', from: 'standard', facts: [{ id: 'size' }], validFor: 'P1M' },
    { id: 'finances', from: 'in-depth', facts: [{ id: '__proto__' }, { id: 'assets' }], sources: ['indirect', 'direct'] },
  ],
}
const basics = { id: 'basics', facts: { name: 'Example Ltd' }, sources: [{ type: 'direct', means: 'observation' }] } as const
const brief: CreditReport = { customer: 'C-1', depth: 'brief', date: '2024-01-31', sections: [basics] }
const text = (value: string): never => JSON.parse(value) as never

const withSection = (change: Readonly<Record<string, unknown>>): CreditReport => ({ ...brief, sections: [{ ...basics, ...change }] }) as never
const missing = (report: CreditReport, options?: ReportCheckOptions): unknown => checkReport(report, scheme, options).missing
const stale = (report: CreditReport, options?: ReportCheckOptions): unknown => checkReport(report, scheme, options).stale
const found = (report: unknown, options?: unknown, policy: unknown = scheme): unknown =>
  issuesOf(() => checkReport(report as never, policy as never, options as never))
const inSection = (change: Readonly<Record<string, unknown>>): unknown => found(withSection(change))

describe('checkReport: what is missing', () => {
  it('finds nothing wrong with a report that has what one of its depth must have', () => {
    const check = checkReport(deepFreeze(structuredClone(brief)), deepFreeze(structuredClone(scheme)), { asOf: '2024-01-31' })
    expect(check).toStrictEqual({
      customer: 'C-1',
      asOf: '2024-01-31',
      depth: 'brief',
      complete: true,
      missing: [],
      stale: [],
      diagnoses: [],
      policies: [{ kind: 'credit-investigation', id: 'usual', version: 1 }],
    })
  })

  it('names missing sections, facts and sources in the order of the scheme', () => {
    const sections = [
      { id: 'finances', facts: { assets: '1e6' }, sources: [{ type: 'direct', means: 'inquiry' }] },
      { id: 'basics', facts: {} },
    ] as const
    expect(missing({ ...brief, depth: 'in-depth', sections })).toEqual([
      { type: 'facts', section: 'basics', facts: ['name', 'founded'] },
      { type: 'sources', section: 'basics', sources: ['direct'] },
      { type: 'section', section: 'background' },
      { type: 'facts', section: 'finances', facts: ['__proto__'] },
      { type: 'sources', section: 'finances', sources: ['indirect'] },
    ])
    expect(checkReport({ ...brief, sections: [] }, scheme)).toMatchObject({ complete: false, missing: [{ type: 'section', section: 'basics' }] })
  })

  it('asks for facts from their own depth on, and for what the depth of the question requires', () => {
    expect(missing(brief, { depth: 'standard' })).toEqual([
      { type: 'facts', section: 'basics', facts: ['founded'] },
      { type: 'section', section: 'background' },
    ])
    expect(missing({ ...brief, depth: 'in-depth' }, { depth: 'brief' })).toEqual([])
    expect(checkReport(brief, scheme, { depth: 'in-depth' }).depth).toBe('in-depth')
  })

  it.each(['name', '__proto__', 'toString'])('takes a fact only where the section has it: %s', (id) => {
    const asking = { ...scheme, sections: [{ id: 'basics', from: 'brief', facts: [{ id }] }] } as const
    const report = (facts: CreditReport['sections'][number]['facts']): CreditReport => ({ ...brief, sections: [{ id: 'basics', facts }] })
    const lacking = [{ type: 'facts', section: 'basics', facts: [id] }]
    expect(checkReport(report({}), asking).missing).toEqual(lacking)
    expect(checkReport(report({ [id]: undefined }), asking).missing).toEqual(lacking)
    expect(checkReport(report(Object.create({ name: 'x' })), asking).missing).toEqual(lacking)
    for (const fact of ['"x"', '0', 'false']) expect(checkReport(report(text(`{"${id}":${fact}}`)), asking).missing).toEqual([])
    const elsewhere = {
      ...brief,
      sections: [
        { id: 'basics', facts: {} },
        { id: 'more', facts: text(`{"${id}":1}`) },
      ],
    }
    expect(checkReport(elsewhere, asking).missing).toEqual(lacking)
  })

  it('needs one source of each type', () => {
    const cited = (...sources: readonly unknown[]): unknown => missing(withSection({ sources }))
    const lacking = [{ type: 'sources', section: 'basics', sources: ['direct'] }]
    for (const means of ['inquiry', 'observation', 'questionnaire']) expect(cited({ type: 'direct', means })).toEqual([])
    for (const means of ['bank', 'agency', 'authority']) expect(cited({ type: 'indirect', means, name: 'N' })).toEqual(lacking)
    expect(cited()).toEqual(lacking)
    expect(missing(withSection({ sources: undefined }))).toEqual(lacking)
  })

  it('finds in a report on the template what the template asks for', () => {
    const { sections } = requiredReport({ size: 'ordinary', risk: 'moderate' }, threeDepthInvestigation)
    const check = checkReport({ ...brief, depth: 'standard', sections: [] }, threeDepthInvestigation)
    expect(check.missing).toEqual(sections.map((section) => ({ type: 'section', section })))
  })
})

describe('checkReport: what is stale', () => {
  it.each([
    ['2024-12-31', []],
    ['2025-01-31', []],
    ['2025-02-01', [{ type: 'too-old', section: 'basics', date: '2024-01-31', validUntil: '2025-01-31' }]],
  ])('a section that is valid for a year, on %s', (asOf, expected) => expect(stale(brief, { asOf })).toEqual(expected))

  it("counts from the section's own date, and ends a month on its last day", () => {
    const report: CreditReport = {
      ...brief,
      depth: 'standard',
      sections: [
        { ...basics, date: '2022-06-01' },
        { id: 'background', facts: { size: 5 } },
      ],
    }
    expect(stale(report, { asOf: '2024-02-29' })).toEqual([{ type: 'too-old', section: 'basics', date: '2022-06-01', validUntil: '2023-06-01' }])
    expect(stale(report, { asOf: '2024-03-01' })).toContainEqual({
      type: 'too-old',
      section: 'background',
      date: '2024-01-31',
      validUntil: '2024-02-29',
    })
  })

  it('is out of date after a change of the credit state, whatever its age', () => {
    const change = { type: 'before-change', section: 'basics', date: '2024-01-31', changedOn: '2024-02-01' }
    expect(stale(brief, { changedOn: '2024-01-31', asOf: '2024-02-01' })).toEqual([])
    expect(stale(brief, { changedOn: '2024-02-01', asOf: '2024-02-01' })).toEqual([change])
    expect(stale(brief, { changedOn: '2024-02-01', asOf: '2026-01-01' })).toMatchObject([{ type: 'too-old' }, change])
    expect(checkReport(brief, scheme, { changedOn: '2024-02-01', asOf: '2024-02-02' }).complete).toBe(false)
  })

  it('does not know of a change after the day of the question, unless no day is asked about', () => {
    expect(checkReport(brief, scheme, { changedOn: '2024-02-02', asOf: '2024-02-01' })).toMatchObject({ complete: true, stale: [] })
    expect(stale(brief, { changedOn: '2024-02-02', asOf: '2024-01-31' })).toEqual([])
    expect(stale(brief, { changedOn: '2024-02-02' })).toMatchObject([{ type: 'before-change', changedOn: '2024-02-02' }])
    expect(stale(brief, { changedOn: '9999-12-31' })).toMatchObject([{ type: 'before-change', changedOn: '9999-12-31' }])
  })

  it('is fresh for ever without a duration, and beyond the calendar', () => {
    const report = (validFor?: string): unknown => {
      const sections = [{ id: 'basics', from: 'brief' as const, validFor }]
      return checkReport({ ...brief, date: '0001-01-01' }, { ...scheme, sections }, { asOf: '9999-12-31' }).stale
    }
    expect(report()).toEqual([])
    expect(report('P99999Y')).toEqual([])
    expect(report('P9998Y11M30D')).toEqual([])
    expect(report('P9998Y11M29D')).toEqual([{ type: 'too-old', section: 'basics', date: '0001-01-01', validUntil: '9999-12-30' }])
  })

  it('looks at no section that is not required', () => {
    const sections = [basics, { id: 'background', date: '2020-01-01', facts: {} }]
    expect(checkReport({ ...brief, sections }, scheme, { asOf: '2024-02-01', changedOn: '2024-01-31' })).toMatchObject({
      complete: true,
      diagnoses: [],
    })
  })
})

describe('checkReport: diagnoses', () => {
  it('names unknown sections and those dated after the question, by id', () => {
    const later = ['b', 'a', '客', 'B'].map((id) => ({ id, date: '2024-03-01', facts: {} }))
    const report = { ...brief, sections: [...later, { ...basics, date: '2024-02-29' }] }
    expect(checkReport(report, scheme, { asOf: '2024-02-28' }).diagnoses).toEqual([
      { code: 'sections-unknown', params: { sections: ['B', 'a', 'b', '客'] } },
      { code: 'sections-after-as-of', params: { sections: ['B', 'a', 'b', 'basics', '客'] } },
    ])
    expect(checkReport(report, scheme, { asOf: '2024-02-29' }).diagnoses[1]).toEqual({
      code: 'sections-after-as-of',
      params: { sections: ['B', 'a', 'b', '客'] },
    })
  })

  it('takes a section for missing until its day, which is its own or that of the report, and never for stale', () => {
    const missingSection = [{ type: 'section', section: 'basics' }]
    const early = checkReport({ ...brief, sections: [{ ...basics, facts: {}, sources: [] }] }, scheme, {
      asOf: '2024-01-30',
      changedOn: '2024-01-30',
    })
    expect(early).toMatchObject({
      asOf: '2024-01-30',
      complete: false,
      missing: missingSection,
      stale: [],
      diagnoses: [{ code: 'sections-after-as-of', params: { sections: ['basics'] } }],
    })
    expect(missing(brief, { asOf: '2024-01-31' })).toEqual([])
    const own = withSection({ date: '2024-01-20' })
    expect(checkReport(own, scheme, { asOf: '2024-01-19' })).toMatchObject({ missing: missingSection, stale: [] })
    expect(checkReport(own, scheme, { asOf: '2024-01-20' })).toMatchObject({ complete: true, diagnoses: [] })
    const later = withSection({ date: '2024-02-01' })
    expect(missing(later)).toEqual(missingSection)
    expect(checkReport(later, scheme, { changedOn: '2024-03-01' })).toMatchObject({ missing: missingSection, stale: [] })
    expect(missing(later, { asOf: '2024-02-01' })).toEqual([])
  })

  it('says that no later day was asked about, where none was given', () => {
    const unchecked = { code: 'age-not-checked', params: { date: '2024-01-31' } }
    expect(checkReport(brief, scheme)).toMatchObject({ asOf: '2024-01-31', complete: true, diagnoses: [unchecked] })
    expect(checkReport(brief, scheme, { changedOn: '2025-01-01', depth: 'brief' }).diagnoses).toEqual([unchecked])
    expect(checkReport(brief, scheme, { asOf: '2024-01-31' }).diagnoses).toEqual([])
    const sections = [{ id: 'more', facts: {}, date: '2024-02-01' }]
    expect(checkReport({ ...brief, sections }, scheme).diagnoses.map(({ code }) => code)).toEqual([
      'sections-unknown',
      'sections-after-as-of',
      'age-not-checked',
    ])
  })
})

/** The same by JavaScript's own dates, section by section. */
function naiveCheck({ report, scheme: rules, options }: RandomInvestigation): Pick<ReportCheck, 'missing' | 'stale'> {
  const order = ['brief', 'standard', 'in-depth']
  const rank = order.indexOf(options.depth ?? report.depth)
  const asOf = options.asOf ?? report.date
  const result = { missing: [] as unknown[], stale: [] as unknown[] }
  for (const rule of rules.sections) {
    if (order.indexOf(rule.from) > rank) continue
    const section = report.sections.find(({ id }) => id === rule.id)
    if (section === undefined || (section.date ?? report.date) > asOf) {
      result.missing.push({ type: 'section', section: rule.id })
      continue
    }
    const stated = Object.keys(section.facts)
    const facts = (rule.facts ?? []).filter(({ id, from }) => order.indexOf(from ?? rule.from) <= rank && !stated.includes(id)).map(({ id }) => id)
    if (facts.length > 0) result.missing.push({ type: 'facts', section: rule.id, facts })
    const types = (section.sources ?? []).map(({ type }) => type)
    const sources = (rule.sources ?? []).filter((type) => !types.includes(type))
    if (sources.length > 0) result.missing.push({ type: 'sources', section: rule.id, sources })
    const date = section.date ?? report.date
    const validUntil = rule.validFor === undefined ? '9999-12-31' : naiveEnd(date, rule.validFor)
    if (validUntil < asOf) result.stale.push({ type: 'too-old', section: rule.id, date, validUntil })
    const { changedOn } = options
    const isKnown = changedOn !== undefined && (options.asOf === undefined || changedOn <= asOf)
    if (isKnown && date < changedOn) result.stale.push({ type: 'before-change', section: rule.id, date, changedOn })
  }
  return result as never
}

function naiveEnd(date: string, duration: string): string {
  const part = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(duration)?.[1] ?? 0)
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  if (part('Y') > 7000) return '9999-12-31'
  const first = new Date(Date.UTC(year + part('Y'), month - 1 + part('M'), 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, length))
  first.setUTCDate(first.getUTCDate() + 7 * part('W') + part('D'))
  return first.toISOString().slice(0, 10)
}

describe('checkReport: laws', () => {
  it('finds what a naive check finds, and gives JSON', () => {
    fc.assert(
      fc.property(investigations, (random) => {
        const check = checkReport(deepFreeze(random.report), deepFreeze(random.scheme), deepFreeze(random.options))
        const expected = naiveCheck(random)
        expect(check).toMatchObject(expected)
        expect(check.complete).toBe(expected.missing.length + expected.stale.length === 0)
        expect(JSON.parse(JSON.stringify(check))).toStrictEqual(check)
      }),
      { numRuns: 400 },
    )
  })

  it("does not depend on the order of the report's sections", () => {
    const shuffled = investigations.chain((random) =>
      fc.tuple(fc.constant(random), fc.shuffledSubarray([...random.report.sections], { minLength: random.report.sections.length })),
    )
    fc.assert(
      fc.property(shuffled, ([{ report, scheme: rules, options }, sections]) => {
        expect(checkReport({ ...report, sections }, rules, options)).toEqual(checkReport(report, rules, options))
      }),
    )
  })

  it('never lacks less for a deeper report', () => {
    fc.assert(
      fc.property(investigations, ({ report, scheme: rules, options }) => {
        const [less, more, most] = (['brief', 'standard', 'in-depth'] as const).map((depth) => checkReport(report, rules, { ...options, depth }))
        const sizes = [less, more, most].map((check) => (check?.missing.length ?? 0) + (check?.stale.length ?? 0))
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
      }),
    )
  })
})

describe('checkReport: what is wrong', () => {
  it.each(badRecords)('no report, %o', (value, code) => expect(found(value)).toEqual([[code, ['report']]]))

  it.each([...badRecords].filter(([value]) => value !== undefined))('no options, no scheme: %o', (value, code) => {
    expect(found(brief, value, value)).toEqual([
      [code, ['scheme']],
      [code, ['options']],
    ])
  })

  it.each([
    ['asOf', null, 'not-a-calendar-date'],
    ['asOf', '2024-02-30', 'not-a-calendar-date'],
    ['asOf', new Date(0), 'not-a-calendar-date'],
    ['changedOn', '', 'not-a-calendar-date'],
    ['changedOn', 20240101, 'not-a-calendar-date'],
    ['depth', 'full', 'not-allowed'],
    ['depth', null, 'not-allowed'],
    ['at', '2024-01-01', 'unknown-key'],
  ])('the option %s: %o', (key, value, code) => expect(found(brief, { [key]: value })).toEqual([[code, ['options', key]]]))

  it('takes options that are undefined as left out', () => {
    expect(checkReport(brief, scheme, { asOf: undefined, changedOn: undefined, depth: undefined })).toEqual(checkReport(brief, scheme))
  })

  it.each([
    ['customer', undefined, 'missing'],
    ['customer', '', 'empty'],
    ['customer', 7, 'wrong-type'],
    ['depth', undefined, 'missing'],
    ['depth', 'deep', 'not-allowed'],
    ['date', undefined, 'missing'],
    ['date', '2023-02-29', 'not-a-calendar-date'],
    ['sections', undefined, 'missing'],
    ['sections', {}, 'wrong-type'],
    ['grade', 'A', 'unknown-key'],
  ])('%s: %o', (key, value, code) => expect(found({ ...brief, [key]: value })).toEqual([[code, ['report', key]]]))

  it.each(badLists)('sections or sources %o', (value, code) => {
    expect(found({ ...brief, sections: value })).toEqual([[code, ['report', 'sections']]])
    expect(inSection({ sources: value })).toEqual([[code, ['report', 'sections', 0, 'sources']]])
  })

  it.each(badRecords)('a section, facts or a source %o', (value, code) => {
    expect(found({ ...brief, sections: [basics, value] })).toEqual([[code, ['report', 'sections', 1]]])
    expect(inSection({ facts: value })).toEqual([[code, ['report', 'sections', 0, 'facts']]])
    expect(inSection({ sources: [value] })).toEqual([[code, ['report', 'sections', 0, 'sources', 0]]])
  })

  it('names holes', () => {
    expect(found({ ...brief, sections: Array(1) })).toEqual([['missing', ['report', 'sections', 0]]])
    expect(inSection({ sources: Array(1) })).toEqual([['missing', ['report', 'sections', 0, 'sources', 0]]])
  })

  it.each([
    ['id', undefined, 'missing'],
    ['id', '', 'empty'],
    ['date', null, 'not-a-calendar-date'],
    ['date', '2024-1-1', 'not-a-calendar-date'],
    ['title', 'Basics', 'unknown-key'],
  ])('in a section, %s: %o', (key, value, code) => expect(inSection({ [key]: value })).toEqual([[code, ['report', 'sections', 0, key]]]))

  it.each([
    [null, 'wrong-type'],
    ['', 'empty'],
    [Number.NaN, 'wrong-type'],
    [Number.NEGATIVE_INFINITY, 'wrong-type'],
    [[], 'wrong-type'],
    [{}, 'wrong-type'],
    [1n, 'wrong-type'],
    [new Date(0), 'wrong-type'],
  ])('a fact %o', (fact, code) => expect(inSection({ facts: { name: fact } })).toEqual([[code, ['report', 'sections', 0, 'facts', 'name']]]))

  it.each([' 1 ', '0x3', 'abc', '１２', 'P1Y', -1e300, 5e-324])('takes the fact %o, which need not be a decimal', (fact) => {
    expect(missing(withSection({ facts: { name: fact } }))).toEqual([])
  })

  it.each([
    [{ type: 'direct' }, [['missing', 'means']]],
    [{ type: 'direct', means: 'bank' }, [['not-allowed', 'means']]],
    [{ type: 'indirect', means: 'inquiry' }, [['not-allowed', 'means']]],
    [{ means: 'bank' }, [['missing', 'type']]],
    [
      { type: 'hearsay', means: 'rumour' },
      [
        ['not-allowed', 'type'],
        ['not-allowed', 'means'],
      ],
    ],
    [{ type: '__proto__', means: 'bank' }, [['not-allowed', 'type']]],
    [{ type: 'direct', means: 'inquiry', name: '' }, [['empty', 'name']]],
    [{ type: 'direct', means: 'inquiry', name: 5 }, [['wrong-type', 'name']]],
    [{ type: 'direct', means: 'inquiry', on: '2024-01-01' }, [['unknown-key', 'on']]],
  ])('a source %o', (source, issues) => {
    expect(inSection({ sources: [basics.sources[0], source] })).toEqual(
      issues.map(([code, key]) => [code, ['report', 'sections', 0, 'sources', 1, key]]),
    )
  })

  it('names a section and a fact that stand in the report already', () => {
    const sections = [basics, { id: 'more', facts: text('{"age":1,"__proto__":2}') }, { ...basics, facts: text('{"__proto__":3,"x":4,"name":null}') }]
    expect(found({ ...brief, sections })).toEqual([
      ['given-elsewhere', ['report', 'sections', 2, 'facts', '__proto__']],
      ['given-elsewhere', ['report', 'sections', 2, 'facts', 'name']],
      ['wrong-type', ['report', 'sections', 2, 'facts', 'name']],
      ['duplicate', ['report', 'sections', 2, 'id']],
    ])
    expect(() => checkReport({ ...brief, sections: [...sections.slice(0, 2), { id: 'x', facts: { age: 2 } }] }, scheme)).toThrow(
      'report.sections[2].facts.age must be given once, but "age" already stands at report.sections[1].facts.age',
    )
    expect(missing({ ...brief, sections: [basics, { id: 'more', facts: { name: undefined } }] })).toEqual([])
  })

  it('names everything at once, and reads own properties only', () => {
    expect(found(Object.create(brief), { asOf: 'x' }, { ...scheme, id: 5 })).toEqual([
      ['wrong-type', ['scheme', 'id']],
      ['not-a-calendar-date', ['options', 'asOf']],
      ['missing', ['report', 'customer']],
      ['missing', ['report', 'depth']],
      ['missing', ['report', 'date']],
      ['missing', ['report', 'sections']],
    ])
    expect(found({ ...brief, sections: [Object.create(basics)] })).toEqual([
      ['missing', ['report', 'sections', 0, 'id']],
      ['missing', ['report', 'sections', 0, 'facts']],
    ])
  })
})
