import type { Issue } from '@clientele/core'
import { addIssuesAt, createIssue, throwIssues } from '@clientele/core/checks'
import { checkRfmScheme } from './checkRfmScheme.js'
import { readRfmScheme } from './readRfmScheme.js'
import { rfmCode } from './rfmCode.js'
import { assignCells, cellsOf, NO_SEGMENT, type SegmentCells, scoresOf } from './segmentCells.js'
import type { RfmScheme, RfmSegment } from './types.js'

/** So many combinations that no segment has are named. */
const MOST_EXAMPLES = 5

/**
 * Finds what is allowed in an RFM scheme's segments and yet hardly meant: a segment that nobody can be in, because earlier ones take all of its
 * combinations of scores, and combinations that no segment has.
 *
 * @param scheme - The scheme; where it is malformed, that is thrown and not told among the issues.
 * @returns The issues, none for segments of which each has a combination of its own, and which have them all; their paths start at the scheme.
 * `never-reached` names the segments that take the combinations, in their order, and `not-covered` the first five of those that are left out.
 * @throws {@link InputError} if the scheme is not as {@link checkRfmScheme} has it, with every issue.
 * @example
 * import { lintRfmScheme } from '@clientele/tiering'
 *
 * const segments = [{ id: 'recent', r: [2, 3] }, { id: 'frequent', f: [3, 3] }, { id: 'best', r: [3, 3], f: [3, 3] }] as const
 * const [hidden, gaps] = lintRfmScheme({ kind: 'rfm-scheme', id: 'usual', version: 1, bins: 3, segments })
 * hidden?.path //=> ['segments', 2]
 * hidden?.message //=> 'is never reached: whatever it would take, recent takes before'
 * gaps?.message //=> 'must cover all combinations; it leaves out 6, such as 111, 112, 113, 121, 122'
 */
export function lintRfmScheme(scheme: RfmScheme): Issue[] {
  const issues: Issue[] = []
  addIssuesAt(['scheme'], checkRfmScheme(scheme), issues)
  throwIssues(issues)
  const { segments, bins } = readRfmScheme(scheme)
  const cells = assignCells(segments, bins)
  return [...findHidden(segments, cells), ...findGaps(cells)]
}

function findHidden(segments: readonly RfmSegment[], { bins, segments: owners }: SegmentCells): Issue[] {
  return segments.flatMap((segment, index) => {
    const hiding = new Set(cellsOf(segment, bins).map((cell) => owners[cell] as number))
    if (hiding.has(index)) return []
    const hiddenBy = segments.filter((_, other) => hiding.has(other)).map(({ id }) => id)
    return [createIssue('never-reached', ['segments', index], { hiddenBy })]
  })
}

function findGaps({ bins, segments }: SegmentCells): Issue[] {
  const gaps = [...segments.keys()].filter((cell) => segments[cell] === NO_SEGMENT)
  if (gaps.length === 0) return []
  const examples = gaps.slice(0, MOST_EXAMPLES).map((cell) => rfmCode(...scoresOf(cell, bins), bins))
  return [createIssue('not-covered', ['segments'], { count: gaps.length, examples })]
}
