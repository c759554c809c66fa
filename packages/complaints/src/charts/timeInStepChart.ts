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
import { type Check, listOf, throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, type Title, titlesOf } from '@clientele/core/explain'
import type { ComplaintAnalysis, StepTime } from '../analysis/types.js'
import { checkAnalysis } from '../explain/checkAnalysis.js'
import { en } from '../locales/en.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'

const SECONDS_AN_HOUR = 3600

/** Pixels; characters of a line of a label. */
const WIDTH = 420
const LABEL_WIDTH = 28
const MEDIAN_THICKNESS = 8
const P90_THICKNESS = 18

const MEDIAN_COLOUR = '#084594'
const P90_COLOUR = '#9ecae1'

/** What a screen reader says of a bar. */
const SAID = "datum.step + ': ' + datum.median + '; ' + datum.p90"

/**
 * Draws how long complaints stand in each step: a bar up to the median, and a wider one behind it up to the 90th percentile.
 *
 * @param analysis - What {@link analyseComplaints} returned.
 * @param definition - The workflow that the complaints were handled by, or several versions of it, the last of which goes before: what steps are called is taken from
 * it. Without it, steps are called by their ids.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside: hours, of business time where the analysis counts that. Steps in which no stay has ended have no bar, and are
 * named below the title.
 * @throws {@link InputError} if `analysis` or `definition` is none, if figures of the analysis disagree, or another definition made it.
 * @example
 * import { analyseComplaints, compileWorkflow } from '@clientele/complaints'
 * import { timeInStepChart } from '@clientele/complaints/charts'
 * import { counterService } from '@clientele/complaints/templates'
 *
 * const { openComplaint, decideComplaint, replayComplaint } = compileWorkflow(counterService)
 * const by = { id: 'li', role: 'shift-leader' }
 * const told = { complaint: 'C-1', customer: 'Wang', content: 'product-quality', description: 'The kettle leaks.' } as const
 * const opened = openComplaint({ type: 'recordComplaint', at: '2024-03-01T09:00:00Z', by, ...told })
 * const heard = opened.ok ? opened.events : []
 * const remedy = { remedy: 'a new kettle', amount: '20', currency: 'CNY' }
 * const command = { type: 'settleOnTheSpot', at: '2024-03-01T10:30:00Z', by, ...remedy }
 * const settled = decideComplaint({ command, state: replayComplaint(heard) })
 * const log = [...heard, ...(settled.ok ? settled.events : [])]
 * const analysis = analyseComplaints([log], { asOf: '2024-03-31', definition: counterService })
 * const [bar] = timeInStepChart(analysis, counterService).data.values
 * bar.step //=> 'Heard'
 * bar.median //=> 1.5
 */
export function timeInStepChart(
  analysis: ComplaintAnalysis,
  definition?: WorkflowDefinition | readonly WorkflowDefinition[],
  locale: ComplaintsLocale = en,
): VegaLiteSpecification {
  const issues: Issue[] = []
  const workflows = readDefinitions(definition, issues)
  checkAnalysis(
    analysis,
    'analysis',
    workflows.map(({ policy }) => policy),
    issues,
  )
  throwIssues(issues)
  const { steps: texts } = locale.charts
  const { asOf, timeInStep } = analysis
  const names = namesOf(timeInStep, titlesOfSteps(workflows, locale))
  const values = timeInStep.filter(({ count }) => count > 0).map((time, place) => drawStep(time, place, names))
  const isEmpty = values.length === 0
  const waiting = timeInStep.filter(({ count }) => count === 0).map(({ step }) => names.get(step) as string)
  const notes = [
    ...(isEmpty ? [texts.nothing] : []),
    ...(waiting.length === 0 ? [] : [formatMessage(texts.notEnded, { steps: listTexts(waiting, locale.core) })]),
  ]
  return {
    $schema: vegaLiteSchema,
    title: titleLines(formatMessage(texts.title, { asOf }), notes),
    data: { name: 'steps', values },
    padding: WIDE_PADDING,
    width: WIDTH,
    height: isEmpty ? EMPTY_SIZE : { step: rowHeight(values.map(({ label }) => label)) },
    encoding: {
      y: { ...rowsOf('steps', values.length), title: texts.step },
      tooltip: tooltipOf(texts),
    },
    layer: (['p90', 'median'] as const).map((measure) => drawBars(measure, isEmpty, locale)),
  }
}

/** A definition, or a list of versions. */
function readDefinitions(value: unknown, issues: Issue[]): readonly ReadWorkflow[] {
  if (value === undefined) return []
  const read: ReadWorkflow[] = []
  const add: Check = (one, path, found) => {
    const workflow = readWorkflow(one, path, found)
    if (workflow !== undefined) read.push(workflow)
  }
  if (Array.isArray(value)) listOf(add)(value, ['definition'], issues)
  else add(value, ['definition'], issues)
  return read
}

/** What steps are called by the last version that has them. */
function titlesOfSteps(workflows: readonly ReadWorkflow[], locale: ComplaintsLocale): Title {
  const steps = workflows.flatMap((workflow) => [...workflow.steps.values()])
  return titlesOf(
    steps.map(({ id, document }) => ({ id, title: document.title })),
    locale,
  )
}

function namesOf(times: readonly StepTime[], title: Title): ReadonlyMap<string, string> {
  return labelsOf(times.map(({ step }) => ({ id: step, title: inOneLine(title(step)) })))
}

function drawStep({ step, median, p90, count, open }: StepTime, place: number, names: ReadonlyMap<string, string>) {
  const name = names.get(step) as string
  const [middle, most] = [median, p90].map((seconds) => (seconds as number) / SECONDS_AN_HOUR) as [number, number]
  return { place, step: name, median: middle, p90: most, stays: count, open, label: labelLines(name, LABEL_WIDTH) }
}

function drawBars(measure: 'median' | 'p90', isEmpty: boolean, { charts }: ComplaintsLocale) {
  const { hours, median, p90 } = charts.steps
  return {
    mark: { type: 'bar', size: measure === 'median' ? MEDIAN_THICKNESS : P90_THICKNESS, description: { expr: SAID } },
    encoding: {
      // Without bars there are no hours that the axis could span.
      x: { field: measure, type: 'quantitative', title: hours, stack: null, ...(isEmpty ? { scale: { domain: [0, 1] } } : {}) },
      color: {
        datum: charts.steps[measure],
        type: 'nominal',
        title: null,
        scale: { domain: [median, p90], range: [MEDIAN_COLOUR, P90_COLOUR] },
        legend: { labelLimit: 0 },
      },
    },
  }
}

function tooltipOf({ step, median, p90, visits, open, hours }: ComplaintsLocale['charts']['steps']) {
  const time = (field: string, title: string) => ({ field, title: `${title} (${hours})`, type: 'quantitative', format: ',.2~f' })
  return [
    { field: 'step', title: step, type: 'nominal' },
    time('median', median),
    time('p90', p90),
    { field: 'stays', title: visits, type: 'quantitative' },
    { field: 'open', title: open, type: 'quantitative' },
  ]
}
