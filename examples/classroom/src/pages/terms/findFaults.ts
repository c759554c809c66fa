import { type Issue, isInputError } from '@clientele/core'
import { parseTerms } from '@clientele/credit'

/** A stretch of a notation as it is typed. */
interface Stretch {
  readonly text: string
  readonly isFaulty: boolean
}

/** What a fault of terms that can be read is about. */
const faultyMembers = ['percent', 'withinDays', 'netDays'] as const

export type FaultyMember = (typeof faultyMembers)[number]

/** Where a notation is at fault: its stretches in order, whether something is missing behind them, and what the faults are about. */
export interface FoundFaults {
  readonly members: readonly FaultyMember[]
  readonly stretches: readonly Stretch[]
  readonly isIncomplete: boolean
}

/** Longer notations are not searched: it would take too long at each key stroke, and nobody would find the mark. */
const LONGEST = 120

/** Words, and what stands between commas, which may be several words. */
const PIECES = [/[^\s,;、，；]+/g, /[^\s,;、，；](?:[^,;、，；]*[^\s,;、，；])?/g]

/** More than there can be of other issues. */
const UNREADABLE = 1000

type Span = readonly [from: number, to: number]

/**
 * Finds which pieces of a notation are at fault; nothing if none is, or if that cannot be shown.
 *
 * The package names what it cannot read, and otherwise the discount by its rank, but no place in the text. So it is asked again without each
 * piece: a piece is at fault if without it there is least to complain of. Of two pieces that contradict each other, both are.
 */
export function findFaults(notation: string): FoundFaults | undefined {
  if (notation.trim() === '' || notation.length > LONGEST) return undefined
  const issues = issuesOf(notation)
  if (issues.length === 0) return undefined
  const members = faultyMembers.filter((member) => issues.some(({ path }) => path.at(-1) === member))
  for (const pieces of PIECES) {
    const faulty = faultyOf(notation, pieces, weigh(issues))
    if (faulty.length > 0) return { stretches: stretchesOf(notation, faulty), isIncomplete: false, members }
  }
  const isIncomplete = issues.every(({ code }) => code === 'missing')
  return { stretches: stretchesOf(notation, isIncomplete ? [] : [[0, notation.length]]), isIncomplete, members }
}

function issuesOf(notation: string): readonly Issue[] {
  try {
    parseTerms(notation)
    return []
  } catch (error) {
    if (isInputError(error)) return error.issues
    throw error
  }
}

/** How much there is to complain of. Only what can be read is looked at for contradictions: so what cannot be read counts more. */
function weigh(issues: readonly Issue[]): number {
  return issues.length + issues.filter(({ code }) => code === 'unreadable').length * UNREADABLE
}

/** The pieces without which there is least to complain of, if it is less than with them. */
function faultyOf(notation: string, pieces: RegExp, weight: number): Span[] {
  const spans = spansOf(notation, pieces).map((span) => ({ span, left: weigh(issuesOf(without(notation, span))) }))
  const least = Math.min(...spans.map(({ left }) => left))
  return least < weight ? spans.filter(({ left }) => left === least).map(({ span }) => span) : []
}

function spansOf(notation: string, pieces: RegExp): Span[] {
  return [...notation.matchAll(pieces)].map(({ index, 0: piece }) => [index, index + piece.length])
}

function without(notation: string, [from, to]: Span): string {
  return `${notation.slice(0, from)} ${notation.slice(to)}`
}

/** Both the faulty stretches and what stands between them. */
function stretchesOf(notation: string, faulty: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const [from, to] of faulty) {
    stretches.push({ text: notation.slice(at, from), isFaulty: false }, { text: notation.slice(from, to), isFaulty: true })
    at = to
  }
  return [...stretches, { text: notation.slice(at), isFaulty: false }].filter(({ text }) => text !== '')
}
