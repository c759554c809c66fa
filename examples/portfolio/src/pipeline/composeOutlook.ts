import { compareGroups, type FunnelMeasure, rankBottlenecks, type StageChange } from '@clientele/funnel'
import { composeChange } from '../change/composeChange.js'
import { composeForecast } from '../forecast/composeForecast.js'
import type { Deal, OutlookReport, PipelineSettings } from './types.js'

/** What follows of a pipeline's past for its future, each as far as the config asks for it. */
export function composeOutlook(
  log: readonly StageChange[],
  measure: FunnelMeasure,
  { deals, groupOf }: { readonly deals: readonly Deal[]; readonly groupOf: (deal: Deal) => string | null },
  settings: PipelineSettings,
): OutlookReport {
  const { minimumSample, benchmarks } = settings
  return {
    ...composeForecast(log, settings),
    ...(minimumSample === undefined ? {} : { comparison: compareGroups(measure, { minimumSample }) }),
    ...(benchmarks === undefined ? {} : { bottlenecks: rankBottlenecks(measure, { benchmarks }) }),
    ...composeChange(deals, groupOf, settings),
  }
}
