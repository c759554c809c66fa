import type { Issue } from '@clientele/core'
import {
  EMPTY_SIZE,
  inOneLine,
  labelLines,
  labelsOf,
  rowHeight,
  rowsOf,
  titleLines,
  type VegaLiteSpecification,
  vegaLiteSchema,
  WIDE_PADDING,
} from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, titleOf } from '@clientele/core/explain'
import type { ClockPolicy, ComplaintClock, ComplaintClocks } from '../clocks/types.js'
import { type ClocksPolicy, checkClocksOfPolicy } from '../explain/checkClocks.js'
import type { TitledPolicy } from '../explain/readTitled.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { drawMoments, drawNow, drawStretches, drawTracks, inMilliseconds, type Row } from './clockLayers.js'

/** Pixels; characters of a line of a label. */
const WIDTH = 640
const LABEL_WIDTH = 24

/** Pixels between the picture and its title, for what is written at the line of now. */
const TITLE_OFFSET = 24

/**
 * Draws the clocks of a complaint over time: from the start of each to its deadline, coloured by whether time counts, and why it does not; when it is due, when to
 * warn, when it stopped, and what it is overdue; and now.
 *
 * @param result - What {@link complaintClocks} returned.
 * @param policy - The clock policy that made it, or a list with it, such as `explainClocks` takes: what clocks are called is taken from it.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: `data` has a row for each clock and cycle. The axis is in UTC; tooltips of the time up to a
 * deadline tell it in the zone of the clock's calendar.
 * @throws {@link InputError} if `result` or `policy` is none, the policy is not the one that made it, or figures of the result disagree.
 * @example
 * import { type ClockPolicy, complaintClocks, openComplaint } from '@clientele/complaints'
 * import { complaintClocksChart } from '@clientele/complaints/charts'
 * import { eightSteps } from '@clientele/complaints/templates'
 *
 * const reply = { id: 'reply', title: 'First reply', starts: 'ComplaintRecorded', stops: 'ComplaintAccepted', target: 'PT8H', mayWait: false }
 * const policy: ClockPolicy = { kind: 'clock-policy', id: 'desk', version: '1', clocks: [reply] }
 *
 * const by = { id: 'li', role: 'agent' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const decision = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00Z', by, ...told }, eightSteps)
 * const events = decision.ok ? decision.events : []
 * const clocks = complaintClocks(events, policy, { at: '2024-03-01T12:00:00Z', definition: eightSteps })
 * const { clock, due } = complaintClocksChart(clocks, policy).data.values[0]
 * clock //=> 'First reply'
 * due //=> '2024-03-01T17:00:00Z'
 */
export function complaintClocksChart(
  result: ComplaintClocks,
  policy: ClockPolicy | readonly TitledPolicy[],
  locale: ComplaintsLocale = en,
): VegaLiteSpecification {
  const issues: Issue[] = []
  const made = checkClocksOfPolicy(result, policy, issues) as ClocksPolicy
  throwIssues(issues)
  const { clocks: texts } = locale.charts
  const { complaint, at, clocks, notStarted } = result
  const titles = labelsOf(made.document.clocks.map((rule) => ({ id: rule.id, title: inOneLine(titleOf({ ...rule }, locale)) })))
  const isLinked = clocks.some(({ cycle }) => cycle > 1)
  const nameOf = ({ clock, cycle }: ComplaintClock): string => {
    const title = titles.get(clock) as string
    return isLinked ? formatMessage(texts.cycle, { clock: title, cycle }) : title
  }
  const rows = clocks.map((clock, place): Row => ({ clock, place, name: nameOf(clock) }))
  const values = rows.map(drawRow)
  const isEmpty = rows.length === 0
  const sleeping = notStarted.map((id) => titles.get(id) as string)
  const notes = [
    ...(isEmpty ? [texts.nothing] : []),
    ...(sleeping.length === 0 ? [] : [formatMessage(texts.notStarted, { clocks: listTexts(sleeping, locale.core) })]),
  ]
  const title = titleLines(formatMessage(texts.title, { complaint, at }), notes)
  return {
    $schema: vegaLiteSchema,
    title: { ...(title as { readonly text: string }), offset: TITLE_OFFSET },
    data: { name: 'clocks', values },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: isEmpty ? EMPTY_SIZE : { step: rowHeight(values.map(({ label }) => label)) },
    encoding: { y: { ...rowsOf('clocks', rows.length), title: texts.clock } },
    layer: isEmpty ? [drawNow(at, locale)] : [drawTracks(locale), ...drawStretches(rows, at, locale), drawNow(at, locale), drawMoments(rows, locale)],
    resolve: { scale: { color: 'independent', shape: 'independent' } },
  }
}

function drawRow({ clock: { cycle, status, startedAt, due }, place, name }: Row) {
  return { place, clock: name, cycle, status, startedAt: inMilliseconds(startedAt), due: inMilliseconds(due), label: labelLines(name, LABEL_WIDTH) }
}
