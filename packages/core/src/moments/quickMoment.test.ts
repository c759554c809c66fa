import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Issue } from '../issues/types.js'
import { splitInstant } from './instant.js'
import { writeQuickMoment } from './quickMoment.js'
import { readMoment } from './readMoment.js'

/** What is written, or undefined where it is left to `readMoment`. */
function quick(text: string): unknown {
  const columns = { seconds: new Float64Array(1), nanoseconds: new Int32Array(1) }
  return writeQuickMoment(text, columns, 0) ? { seconds: columns.seconds[0], nanoseconds: columns.nanoseconds[0] } : undefined
}

/** What `readMoment` reads, or undefined where it refuses. */
function slow(text: string): unknown {
  const issues: Issue[] = []
  const moment = readMoment(text, [], issues)
  return moment === undefined ? undefined : splitInstant(moment)
}

describe('writeQuickMoment', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0, 0],
    ['2012-10-09T14:50:17.000+02:00', 1_349_787_017, 0],
    ['1969-12-31T23:59:59.5Z', -1, 500_000_000],
    ['2026-01-01T00:00:00.123456789-03:30', 1_767_238_200, 123_456_789],
  ])('writes %s', (text, seconds, nanoseconds) => {
    expect(quick(text)).toEqual({ seconds, nanoseconds })
    expect(slow(text)).toEqual({ seconds, nanoseconds })
  })

  it('reads what readMoment reads, or leaves it alone', () => {
    const number = (minimum: number, maximum: number, width: number) =>
      fc.integer({ min: minimum, max: maximum }).map((value) => String(value).padStart(width, '0'))
    const two = (maximum: number) => fc.oneof({ weight: 30, arbitrary: number(0, maximum, 2) }, fc.constantFrom('60', '24', '1', ' 1', '１'))
    const fraction = fc.oneof(fc.constant(''), fc.stringMatching(/^[.,]\d{0,11}$/))
    const offset = fc.oneof(
      fc.constant('Z'),
      fc.tuple(fc.constantFrom('+', '-', '−'), two(23), fc.constantFrom(':', ''), two(59)).map((parts) => parts.join('')),
    )
    const year = fc.oneof(number(1960, 2040, 4), fc.constantFrom('0000', '0001', '9999', '99999'))
    const texts = fc
      .tuple(
        year,
        two(12),
        two(31),
        fc.constantFrom('T', 'T', 'T', ' ', 't'),
        two(23),
        two(59),
        two(59),
        fraction,
        offset,
        fc.constantFrom('', '', '', ' '),
      )
      .map(
        ([y, month, day, t, hours, minutes, seconds, part, zone, rest]) =>
          `${y}-${month}-${day}${t}${hours}:${minutes}:${seconds}${part}${zone}${rest}`,
      )
    const seen = { quick: 0, left: 0, refused: 0 }
    fc.assert(
      fc.property(texts, (text) => {
        const [one, other] = [quick(text), slow(text)]
        if (one !== undefined) expect(one).toEqual(other)
        seen[one !== undefined ? 'quick' : other !== undefined ? 'left' : 'refused'] += 1
      }),
      { numRuns: 20_000, seed: 10 },
    )
    expect(Math.min(seen.quick, seen.left, seen.refused)).toBeGreaterThan(200)
  })
})
