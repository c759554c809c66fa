import { roundDecimal } from '@clientele/core'
import { Decimal, decimalText } from '@clientele/core/decimal'
import { formatMessage, listTexts, shown, shownDays, shownPart, shownPercent } from '@clientele/core/explain'
import type { AnalysisDiagnosis, ComplaintAnalysis } from '../analysis/types.js'
import type { ComplaintsLocale } from '../locales/types.js'
import type { Titles } from './readTitled.js'
import { shownMeasured } from './shownMeasured.js'
import { shownMoney } from './vocabulary.js'

/** From which share on the first bars are said to make up most of all. */
const MOST = 0.8
const DIGITS = 2

interface Bar {
  readonly name: string
  readonly count: number
  readonly cumulative: number
}

/** Says which bars there are, and after which of them most complaints are told. */
export function explainBars(
  bars: readonly Bar[],
  template: string,
  { complaints }: ComplaintAnalysis,
  { analysis, core }: ComplaintsLocale,
): string[] {
  if (bars.length === 0) return []
  const percentOf = (count: number): string => shownPart(String(count), String(complaints))
  const texts = bars.map(({ name, count }) => formatMessage(analysis.bar, { name, count, percent: percentOf(count) }))
  const sentence = formatMessage(template, { bars: listTexts(texts, core) })
  const place = bars.findIndex(({ cumulative }) => cumulative >= MOST)
  const last = bars[place]
  if (last === undefined || place === 0 || place >= bars.length - 1) return [sentence]
  return [formatMessage(analysis.vital, { sentence, name: last.name, percent: shownPercent(last.cumulative) })]
}

/** Says which deadlines were kept, and how long it took. */
export function explainTimeliness({ timeliness, reopenRate }: ComplaintAnalysis, { locale, clock: titleOf }: Titles): string[] {
  const { kept, keptUndecided, resolution, extensions, reopened } = locale.analysis
  const { median, p90, count } = timeliness.resolution
  return [
    ...timeliness.clocks.map(({ clock, metRate, ...counts }) =>
      formatMessage(metRate === null ? keptUndecided : kept, { ...counts, clock: titleOf(clock), percent: shownPercent(metRate ?? 0) }),
    ),
    ...(timeliness.extensions === 0 ? [] : [formatMessage(extensions, { count: timeliness.extensions })]),
    ...(median === null || p90 === null
      ? []
      : [formatMessage(resolution, { median: shownMeasured(median, locale), p90: shownMeasured(p90, locale), count })]),
    ...(reopenRate === null ? [] : [formatMessage(reopened, { percent: shownPercent(reopenRate) })]),
  ]
}

/** Says what was done over again. */
export function explainRework(
  { complaints, rework: { complaints: count, rate, steps } }: ComplaintAnalysis,
  { locale, step: titleOf }: Titles,
): string[] {
  if (complaints === 0) return []
  const { counted, rework, reworkAtSteps } = locale.analysis
  const texts = steps.map(({ step, count: times }) => formatMessage(counted, { name: titleOf(step), count: times }))
  const facts = { percent: shownPercent(rate), count, steps: listTexts(texts, locale.core) }
  return [formatMessage(steps.length === 0 ? rework : reworkAtSteps, facts)]
}

/** Says how long complaints stood in each step. */
export function explainTimes({ timeInStep, policies }: ComplaintAnalysis, { locale, step: titleOf }: Titles): string[] {
  const { time, timeOpen } = locale.analysis
  const isBusinessTime = policies.some(({ kind }) => kind === 'business-calendar')
  return timeInStep.map(({ step, median, p90, count, open }) => {
    const facts = { step: titleOf(step), count, open }
    if (median === null || p90 === null) return formatMessage(timeOpen, facts)
    const [half, most] = [shownMeasured(median, locale, isBusinessTime), shownMeasured(p90, locale, isBusinessTime)]
    return formatMessage(time, { ...facts, median: half, p90: most })
  })
}

/** Says which causes recur. */
export function explainRecurrence({ recurrence }: ComplaintAnalysis, { locale, cause: titleOf }: Titles): string[] {
  const { fewer, more, same } = locale.analysis.recurrence
  return recurrence.map(({ cause, date, days, before, after }) => {
    const facts = { cause: titleOf(cause), date, days: shownDays(days, locale.core), before, after }
    return formatMessage(after < before ? fewer : after > before ? more : same, facts)
  })
}

/** Says what was approved for customers. */
export function explainCompensation({ compensation }: ComplaintAnalysis, locale: ComplaintsLocale): string[] {
  return compensation.map(({ currency, amount, count }) =>
    formatMessage(locale.analysis.compensation, { amount: shownMoney(amount, currency, locale), count }),
  )
}

/** Says how customers took it. */
export function explainSatisfaction({ satisfaction }: ComplaintAnalysis, { analysis }: ComplaintsLocale): string[] {
  const { accepted, disputed, acceptedRate, mean, ratings } = satisfaction
  return [
    ...(acceptedRate === null ? [] : [formatMessage(analysis.responses, { percent: shownPercent(acceptedRate), accepted, disputed })]),
    ...(mean === null
      ? []
      : [formatMessage(analysis.ratings, { mean: shown(decimalText(new Decimal(roundDecimal(mean, DIGITS)))), count: ratings })]),
  ]
}

/** Says what to bear in mind. */
export function explainDiagnosis({ code, params }: AnalysisDiagnosis, { locale, cause }: Titles): string {
  const template = locale.analysis.diagnoses[code]
  if (code === 'recurrence-untold') return formatMessage(template, { causes: listTexts(params.causes.map(cause), locale.core) })
  return formatMessage(template, { count: params.count })
}
