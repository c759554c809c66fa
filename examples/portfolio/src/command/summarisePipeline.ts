import { formatMessage, titlesOf } from '@clientele/core/explain'
import { describeDiagnosis } from '../page/findings.js'
import type { PipelineInput } from '../page/types.js'
import { describeEquation } from '../texts/describeEquation.js'
import { formatDays, formatShareTo, groupThousands } from '../texts/formatNumber.js'
import { describeAmounts } from '../texts/pipeline/describeAmounts.js'
import { summariseOutlook } from './summariseOutlook.js'

const LISTED = 10
const DIGITS = 2

/** What deals were read, what share is won, counted in four ways, how long it took, and where and when, in a few lines for a terminal. */
export function summarisePipeline(input: PipelineInput, title: string): string[] {
  const { report, settings, texts } = input
  const { asOf, rows, undated, measure, mapping, diagnoses } = report
  const words = texts.command.pipeline
  const stage = titlesOf(settings.document.stages, texts)(mapping.enters)
  const { won, lost, open } = measure
  return [
    formatMessage(words.heading, { title, asOf }),
    describeEquation(rows, asOf, texts),
    formatMessage(words.undated, { stage, dated: groupThousands(rows.used - undated.length), undated: groupThousands(undated.length) }),
    formatMessage(words.counts, { won: groupThousands(won.count), lost: groupThousands(lost.count), open: groupThousands(open.count) }),
    ...(measure.entered === 0 ? [] : [...describeRates(input), ...describeGroups(input), ...describeCohorts(input)]),
    ...summariseOutlook(input),
    ...(diagnoses.length === 0 ? [] : [words.findings]),
    ...diagnoses.map((diagnosis) => formatMessage(words.finding, { sentence: describeDiagnosis(diagnosis, texts) })),
  ]
}

function percent(share: number | null): string {
  return formatShareTo(share, DIGITS)
}

function describeRates({ report, texts }: PipelineInput): string[] {
  const { measure, rows, wonOfRows } = report
  const words = texts.command.pipeline
  const { conversion, entered, won, lost } = measure
  const { ofEntered, ofClosed, eventual, interval } = conversion
  const closed = {
    all: groupThousands(won.count + lost.count),
    share: percent(ofClosed),
    low: percent(interval?.[0] ?? null),
    high: percent(interval?.[1] ?? null),
  }
  const end = { share: percent(eventual.rate), unresolved: percent(eventual.unresolved), days: eventual.throughDays ?? '–' }
  return [
    formatMessage(words.ofClosed, closed),
    formatMessage(words.ofEntered, { all: groupThousands(entered), share: percent(ofEntered) }),
    formatMessage(words.ofRows, { all: groupThousands(rows.used), share: percent(wonOfRows) }),
    formatMessage(words.eventual, end),
    formatMessage(words.cycle, { mean: formatDays(won.meanDays), median: won.medianDays ?? '–' }),
  ]
}

function describeGroups({ report, texts }: PipelineInput): string[] {
  const words = texts.command.pipeline
  const groups = (report.measure.groups ?? []).map(({ group, entered, won, conversion }) => ({
    group: group ?? texts.funnel.names.noGroup,
    won: groupThousands(won.count),
    entered: groupThousands(entered),
    amount: describeAmounts(won.amounts, texts),
    ofClosed: percent(conversion.ofClosed),
  }))
  const heading = texts.page.pipeline.groups[report.by]
  return [formatMessage(words.groups, { heading }), ...groups.slice(0, LISTED).map((group) => formatMessage(words.group, group))]
}

function describeCohorts({ report, texts }: PipelineInput): string[] {
  const words = texts.command.pipeline
  const lines = (report.measure.cohorts ?? []).slice(-LISTED).map(({ from, to, mature, entered, won, conversion }) => {
    const line = formatMessage(words.cohort, {
      from,
      to,
      won: groupThousands(won),
      entered: groupThousands(entered),
      ofClosed: percent(conversion.ofClosed),
    })
    return mature ? line : formatMessage(words.immature, { line })
  })
  return [formatMessage(words.cohorts, { heading: texts.page.pipeline.cohorts }), ...lines]
}
