import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { badRecords } from '../../testing/badInput.js'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { issuesOf } from '../../testing/issuesOf.js'
import { type ClassificationCase, classifyComplaint } from '../index.js'
import { complaintTaxonomy } from '../templates.js'

const policies = [{ kind: 'complaint-taxonomy', id: 'complaint-taxonomy', version: '1' }]
const wrongWith = (complaint: unknown, taxonomy: unknown): unknown =>
  issuesOf(() => classifyComplaint(complaint as ClassificationCase, taxonomy as typeof complaintTaxonomy))
const wrong = (complaint: unknown): unknown => wrongWith(complaint, complaintTaxonomy)

describe('classifyComplaint', () => {
  it.each([
    ['product-or-service-defect', 'ours'],
    ['misleading-promotion', 'ours'],
    ['poor-management', 'ours'],
    ['economic-means', 'customers'],
    ['leisure', 'customers'],
    ['character', 'customers'],
  ] as const)('textbook S1, 客戶投訴管理: the cause %s is %s', (cause, side) => {
    expect(classifyComplaint({ cause }, complaintTaxonomy)).toEqual({
      content: null,
      cause,
      side,
      priority: null,
      reasons: [{ code: `cause-${side}`, params: { cause } }],
      policies,
    })
  })

  it.each(['product-quality', 'purchase-contract', 'goods-transport', 'service'])('textbook S1, 客戶投訴管理: the content %s', (content) => {
    expect(classifyComplaint({ content }, complaintTaxonomy)).toEqual({ content, cause: null, side: null, priority: null, reasons: [], policies })
  })

  it("lays priorities out as ITIL's three by three does: 1 2 3, 2 3 4, 3 4 5", () => {
    const rank = (severity: string, impact: string): number =>
      complaintTaxonomy.priorities.findIndex(({ id }) => id === classifyComplaint({ severity, impact }, complaintTaxonomy).priority) + 1
    expect(complaintTaxonomy.severities.map(({ id }) => complaintTaxonomy.impacts.map((impact) => rank(id, impact.id)))).toEqual([
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
    ])
  })

  it('tells the side first, then the priority', () => {
    const complaint = deepFreeze({ content: 'service', cause: 'leisure', severity: 'slight', impact: 'many-customers' })
    const result = classifyComplaint(complaint, deepFreeze(structuredClone(complaintTaxonomy)))
    expect(result).toEqual({
      content: 'service',
      cause: 'leisure',
      side: 'customers',
      priority: 'medium',
      reasons: [
        { code: 'cause-customers', params: { cause: 'leisure' } },
        { code: 'priority', params: { severity: 'slight', impact: 'many-customers', priority: 'medium' } },
      ],
      policies,
    })
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('says nothing of what is not known yet', () => {
    const nothing = { content: null, cause: null, side: null, priority: null, reasons: [], policies }
    expect(classifyComplaint({}, complaintTaxonomy)).toEqual(nothing)
    const undefineds = { content: undefined, cause: undefined, severity: undefined, impact: undefined }
    expect(classifyComplaint(undefineds, complaintTaxonomy)).toEqual(nothing)
  })

  it('looks up any taxonomy, whatever its ids', () => {
    const ids = fc.uniqueArray(fc.oneof(fc.constantFrom('constructor', 'toString', '1', '0', '客'), fc.string({ minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    })
    const cases = fc.record({ severities: ids, impacts: ids, priorities: ids, picks: fc.infiniteStream(fc.nat(1000)) })
    fc.assert(
      fc.property(cases, ({ severities, impacts, priorities, picks }) => {
        const entries = (list: readonly string[]) => list.map((id) => ({ id }))
        const table = severities.map((severity) => impacts.map((impact) => ({ severity, impact, pick: picks.next().value % priorities.length })))
        const matrix = Object.fromEntries(
          table.map((row) => [row[0]?.severity, Object.fromEntries(row.map(({ impact, pick }) => [impact, priorities[pick]]))]),
        ) as Record<string, Record<string, string>>
        const scales = { severities: entries(severities), impacts: entries(impacts), priorities: entries(priorities) }
        const taxonomy = { ...complaintTaxonomy, ...scales, matrix }
        for (const { severity, impact, pick } of table.flat()) {
          expect(classifyComplaint({ severity, impact }, taxonomy).priority).toBe(priorities[pick])
        }
      }),
    )
  })

  it.each(badRecords)('refuses %o', (value, code) => {
    expect(wrong(value)).toEqual([[code, ['complaint']]])
    expect(wrongWith({}, value)).toEqual([[code, ['taxonomy']]])
  })

  it('refuses what the taxonomy does not know', () => {
    for (const bad of ['other', '', null, 7, 'toString', '__proto__', ['service']]) {
      expect(wrong({ content: bad, cause: bad, severity: bad, impact: bad })).toEqual([
        ['not-allowed', ['complaint', 'content']],
        ['not-allowed', ['complaint', 'cause']],
        ['not-allowed', ['complaint', 'severity']],
        ['not-allowed', ['complaint', 'impact']],
      ])
    }
    expect(wrong({ kind: 'service' })).toEqual([['unknown-key', ['complaint', 'kind']]])
  })

  it('refuses a severity without an impact, and the other way round', () => {
    expect(wrong({ severity: 'severe' })).toEqual([['missing', ['complaint', 'impact']]])
    expect(wrong({ impact: 'one-customer' })).toEqual([['missing', ['complaint', 'severity']]])
    expect(wrong({ impact: 'x', severity: undefined })).toEqual([
      ['not-allowed', ['complaint', 'impact']],
      ['missing', ['complaint', 'severity']],
    ])
  })

  it('names what is wrong with the taxonomy and the complaint at once', () => {
    expect(wrongWith({ cause: 7, content: 'any', colour: 1 }, { ...complaintTaxonomy, contents: [] })).toEqual([
      ['empty', ['taxonomy', 'contents']],
      ['unknown-key', ['complaint', 'colour']],
      ['wrong-type', ['complaint', 'cause']],
    ])
  })
})
