import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuesOfVerb } from '../../../core/testing/schemaTests.js'
import { isValid, spoil } from '../../testing/describeSchema.js'
import { after } from '../../testing/desk.js'
import { complaintClocks } from '../index.js'
import { keptDeadlineSchema } from '../schemas.js'
import { chinaOfficeHours, chinaOfficeHours2026, eightSteps, officeHours, ukDispClocks } from '../templates.js'

const options = {
  at: '2024-03-04T09:00:00+08:00',
  definition: eightSteps,
  calendars: { office: [officeHours, chinaOfficeHours, chinaOfficeHours2026] },
}
const look = (deadlines: readonly unknown[]) => complaintClocks(after([]), ukDispClocks, { ...options, deadlines: deadlines as [] })
const { clocks } = look([])

/** Whole clocks of a result, and only what a host must keep. */
const kept = fc
  .constantFrom(
    ...clocks,
    ...clocks.map(({ clock, cycle }) => ({ clock, cycle, calendar: { kind: 'business-calendar', id: 'china', version: '2026' } })),
    { clock: 'resolution', cycle: 2, calendar: null },
  )
  .map((deadline) => structuredClone(deadline))

describe('the schema of kept deadlines', () => {
  it('takes the clocks of every result, as complaintClocks does, and gives them back', () => {
    fc.assert(
      fc.property(kept, (deadline) => {
        expect(look([deadline]).clocks.length).toBe(clocks.length)
        expect(keptDeadlineSchema.parse(deadline)).toEqual(deadline)
        expect(isValid('kept-deadline', deadline)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  it('refuses nothing that complaintClocks takes', () => {
    const counts = { taken: 0, refused: 0 }
    fc.assert(
      fc.property(kept.chain(spoil), (deadline) => {
        const isTaken = issuesOfVerb(() => look([deadline])).length === 0
        if (isTaken) expect(keptDeadlineSchema.safeParse(deadline).success && isValid('kept-deadline', deadline)).toBe(true)
        counts[isTaken ? 'taken' : 'refused'] += 1
      }),
      { numRuns: 250, seed: 10 },
    )
    expect(Math.min(counts.taken, counts.refused)).toBeGreaterThan(10)
  })

  it('tells what is wrong with one where it is, and leaves the rest of it alone', () => {
    const issuesOf = (value: unknown) => keptDeadlineSchema.safeParse(value).error?.issues.map(({ path }) => path.join('.'))
    expect(issuesOf({ clock: '', cycle: 0, calendar: { version: Number.NaN }, colour: 'red' })).toEqual([
      'clock',
      'cycle',
      'calendar.id',
      'calendar.version',
    ])
    expect(issuesOf({ clock: 'resolution', cycle: 1 })).toEqual(['calendar'])
    expect(issuesOf(null)).toEqual([''])
    expect(isValid('kept-deadline', { clock: 'resolution', cycle: 1 })).toBe(false)
    expect(isValid('kept-deadline', { clock: 'resolution', cycle: 1.5, calendar: null })).toBe(false)
  })
})
