import { formatMessage, isNil } from '@clientele/core/explain'
import type { PeriodForecast, SalesForecast } from '../forecast/types.js'
import type { FunnelLocale } from '../locales/types.js'
import { explainPeriod } from './explainPeriod.js'

/** So many sentences are told of periods. */
const TOLD = 12

/** Periods that follow each other, and of which the same is said. */
interface Run {
  readonly periods: PeriodForecast[]
  /** What is said but for when that is; null where something is expected. */
  readonly said: string | null
}

/** Says what each period brings; those that follow each other and of which nothing else is to be said than that they bring nothing, in one sentence. */
export function explainPeriods(forecast: SalesForecast, locale: FunnelLocale): string[] {
  const runs: Run[] = []
  for (const period of forecast.periods) {
    const said = isNil(period.expected) ? explainPeriod(period, '', forecast, locale) : null
    const last = runs.at(-1)
    if (said !== null && last?.said === said) last.periods.push(period)
    else runs.push({ periods: [period], said })
  }
  const rest = runs.slice(TOLD).reduce((sum, { periods }) => sum + periods.length, 0)
  return [
    ...runs.slice(0, TOLD).map(({ periods }) => explainPeriod(periods[0] as PeriodForecast, spanOf(periods, locale), forecast, locale)),
    ...(rest > 0 ? [formatMessage(locale.forecast.morePeriods, { number: rest })] : []),
  ]
}

/** When that is: from the first day to the last. */
function spanOf(periods: readonly PeriodForecast[], { forecast: { spans } }: FunnelLocale): string {
  const from = periods.map((period) => period.from).sort()[0] as string
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1) as string
  return formatMessage(periods.length === 1 ? spans.one : spans.many, { from, to, number: periods.length })
}
