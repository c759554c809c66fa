import type { Issue } from '@clientele/core'
import { inOneLine, labelsOf, type VegaLiteSpecification } from '@clientele/core/charts'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, shownElapsedTime, shownPercent } from '@clientele/core/explain'
import { checkStepFunnel } from '../explain/checkSteps.js'
import { en } from '../locales/en.js'
import type { FunnelLocale } from '../locales/types.js'
import { readWindow } from '../steps/readWindow.js'
import type { StepFunnel } from '../steps/types.js'
import { COLOURS } from './colours.js'
import { drawFunnel, type FunnelRow } from './funnelBars.js'

/** In the order of the parts of a bar; of who may yet get on nothing is known without `open`. */
const PARTS = ['advanced', 'open', 'stopped', 'last'] as const
const PART_COLOURS = { advanced: COLOURS.advanced, open: COLOURS.open, stopped: COLOURS.lost, last: COLOURS.won }

/** In a second. */
const NANOSECONDS = 1e9

type Part = (typeof PARTS)[number]

/**
 * Draws how many took each step: a bar for each, of those who took it, in parts: those who got on and who stopped; where the counts have `open` also those who may yet get
 * on. Of steps in any order a bar is of those who took at least so many different ones.
 *
 * @param funnel - What {@link countSteps} returned.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside.
 * @throws {@link InputError} if `funnel` is none, or its figures disagree, such as more actors at a step than at the one before it.
 * @example
 * import { countSteps } from '@clientele/funnel'
 * import { stepFunnelChart } from '@clientele/funnel/charts'
 *
 * const events = [
 *   { actor: 'Li', at: '2026-01-05T09:00:00Z', step: 'visit' },
 *   { actor: 'Li', at: '2026-01-05T09:10:00Z', step: 'order' },
 *   { actor: 'Wu', at: '2026-01-06T09:00:00Z', step: 'visit' },
 * ]
 * const rows = stepFunnelChart(countSteps(events, { steps: ['visit', 'order'] })).data.values
 * rows.map(({ text }) => text) //=> ['2; 50% got on', '1; 50% of the first step']
 */
export function stepFunnelChart(funnel: StepFunnel, locale: FunnelLocale = en): VegaLiteSpecification {
  const issues: Issue[] = []
  checkStepFunnel(funnel, issues)
  throwIssues(issues)
  const { steps: words } = locale.charts
  const parts = PARTS.filter((part) => part !== 'open' || funnel.open !== undefined)
  return drawFunnel(rowsOf(funnel, parts, locale), {
    title: funnel.asOf === undefined ? words.title : formatMessage(words.titleAsOf, { asOf: funnel.asOf }),
    notes: notesOf(funnel, locale),
    row: words.step,
    count: words.actors,
    part: { names: parts.map((part) => words.parts[part]), colours: parts.map((part) => PART_COLOURS[part]), share: words.share },
    facts: [words.ofFirst, words.median],
  })
}

function notesOf({ steps, mode, window, counts, open }: StepFunnel, locale: FunnelLocale): string[] {
  const { steps: words } = locale.charts
  const reading = open === undefined ? [] : [words.reading]
  return [
    ...(mode === 'ordered' || steps.length === 1 ? [] : [words.modes[mode]]),
    ...(window === undefined ? [] : [formatMessage(words.window, { window: shownWindow(window, locale) })]),
    ...(counts[0] === 0 ? [words.nothing] : reading),
  ]
}

function rowsOf({ steps, mode, counts, conversion, timeToConvert, open }: StepFunnel, parts: readonly Part[], locale: FunnelLocale): FunnelRow[] {
  const { steps: words, funnel } = locale.charts
  const isUnordered = steps.length > 1 && mode === 'unordered'
  const titles = steps.map((step, index) => (isUnordered ? formatMessage(words.different, { count: index + 1 }) : inOneLine(step)))
  const names = labelsOf(steps.map((id, index) => ({ id, title: titles[index] as string })))
  const last = steps.length - 1
  return steps.map((step, index) => {
    const count = counts[index] as number
    const next = index === last ? 0 : (counts[index + 1] as number)
    const still = open?.[index] ?? 0
    const share = conversion[index] ?? null
    const rest = count - next - still
    const sizes = index === last ? { advanced: 0, open: 0, stopped: 0, last: count } : { advanced: next, open: still, stopped: rest, last: 0 }
    const median = timeToConvert[index]?.median ?? null
    return {
      name: names.get(step) as string,
      count,
      text: textOf(count, index === last ? share : next / count, index === last ? words.lastLabel : words.label, words.nobody),
      counts: parts.map((part) => sizes[part]),
      facts: [share === null ? funnel.unknown : `${shownPercent(share)}%`, median === null ? funnel.unknown : shownElapsedTime(median, locale.core)],
    }
  })
}

function textOf(count: number, share: number | null, label: string, nobody: string): string {
  return count === 0 || share === null ? nobody : formatMessage(label, { count, percent: shownPercent(share) })
}

function shownWindow(window: string, { core }: FunnelLocale): string {
  const nanoseconds = readWindow(window, ['funnel', 'window'], []) as bigint
  return shownElapsedTime(Number(nanoseconds) / NANOSECONDS, core)
}
