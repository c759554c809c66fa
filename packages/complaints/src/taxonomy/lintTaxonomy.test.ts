import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepFreeze } from '../../testing/deepFreeze.js'
import { codesAndPaths, issuesOf } from '../../testing/issuesOf.js'
import { type ComplaintTaxonomy, lintTaxonomy } from '../index.js'
import { complaintTaxonomy } from '../templates.js'

/** A taxonomy by the places of its priorities, a row for each severity. */
function taxonomyOf(rows: readonly (readonly number[])[]): ComplaintTaxonomy {
  const entries = (start: string, count: number) => Array.from({ length: count }, (_, index) => ({ id: `${start}${index}` }))
  const impacts = entries('i', rows[0]?.length ?? 0)
  const matrix = Object.fromEntries(
    rows.map((row, severity) => [`s${severity}`, Object.fromEntries(impacts.map(({ id }, impact) => [id, `p${row[impact]}`]))]),
  )
  return { ...complaintTaxonomy, severities: entries('s', rows.length), impacts, priorities: entries('p', 5), matrix }
}

describe('lintTaxonomy', () => {
  it('finds nothing where priorities rise, or stay', () => {
    expect(lintTaxonomy(deepFreeze(structuredClone(complaintTaxonomy)))).toEqual([])
    expect(lintTaxonomy(taxonomyOf([[2]]))).toEqual([])
    expect(
      lintTaxonomy(
        taxonomyOf([
          [1, 1, 1],
          [1, 1, 4],
        ]),
      ),
    ).toEqual([])
  })

  it('finds a worse severity and a wider impact that are less urgent', () => {
    const issues = lintTaxonomy(
      taxonomyOf([
        [1, 3],
        [0, 4],
        [4, 2],
      ]),
    )
    expect(codesAndPaths(issues)).toEqual([
      ['less-urgent', ['matrix', 's0', 'i0']],
      ['less-urgent', ['matrix', 's1', 'i1']],
      ['less-urgent', ['matrix', 's2', 'i0']],
    ])
    expect(issues.map(({ params }) => params)).toEqual([
      { actual: 'p1', value: 'p0', place: 'matrix.s1.i0' },
      { actual: 'p4', value: 'p2', place: 'matrix.s2.i1' },
      { actual: 'p4', value: 'p2', place: 'matrix.s2.i1' },
    ])
  })

  it('finds something exactly where any worse complaint, neighbour or not, is less urgent than a lesser one', () => {
    const rows = fc.integer({ min: 1, max: 3 }).chain((width) => {
      const row = fc.array(fc.nat(4), { minLength: width, maxLength: width })
      return fc.array(row, { minLength: 1, maxLength: 3 })
    })
    const seen = { clean: 0, falling: 0 }
    fc.assert(
      fc.property(rows, (table) => {
        const cells = table.flatMap((row, severity) => row.map((rank, impact) => ({ severity, impact, rank })))
        const falls = cells.some((worse) =>
          cells.some((lesser) => worse.severity <= lesser.severity && worse.impact <= lesser.impact && worse.rank > lesser.rank),
        )
        seen[falls ? 'falling' : 'clean'] += 1
        expect(lintTaxonomy(taxonomyOf(table)).length > 0).toBe(falls)
      }),
      { numRuns: 300, seed: 9 },
    )
    expect(Math.min(seen.clean, seen.falling)).toBeGreaterThan(10)
  })

  it('throws what is wrong with the taxonomy', () => {
    expect(issuesOf(() => lintTaxonomy({ ...complaintTaxonomy, causes: [] }))).toEqual([['empty', ['taxonomy', 'causes']]])
    expect(issuesOf(() => lintTaxonomy(null as never))).toEqual([['wrong-type', ['taxonomy']]])
  })
})
