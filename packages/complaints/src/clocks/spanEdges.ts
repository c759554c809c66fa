import { formatLocalMoment, formatMoment, type Instant, localDay, splitInstant, type Zone } from '@clientele/core/clocks'
import { formatDay } from '@clientele/core/days'

/** A moment where a span begins or ends, as results have it. */
export interface SpanEdge {
  readonly utc: string
  readonly local: string
  readonly date: string
}

/** Opening hours begin and end at round times, and the same ones for every complaint; other moments hardly ever come twice. */
const ROUND = 900
const MOST_KNOWN = 20_000

/** Words moments in a zone; those at round times are remembered. */
export function createEdges(zone: Zone): (instant: Instant) => SpanEdge {
  const known = new Map<number, SpanEdge>()
  return (instant) => {
    const { seconds, nanoseconds } = splitInstant(instant)
    if (nanoseconds !== 0 || seconds % ROUND !== 0) return edgeOf(zone, instant, seconds)
    let edge = known.get(seconds)
    if (edge === undefined) {
      edge = edgeOf(zone, instant, seconds)
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(seconds, edge)
    }
    return edge
  }
}

function edgeOf(zone: Zone, instant: Instant, seconds: number): SpanEdge {
  const local = formatLocalMoment(instant, zone.offsetAt(seconds))
  return { utc: formatMoment(instant), local, date: formatDay(localDay(zone, seconds)) as string }
}
