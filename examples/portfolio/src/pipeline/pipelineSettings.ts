import type { PortfolioConfig } from '../config/types.js'
import type { PipelineSettings } from './types.js'

/** What a config says of a sales pipeline, with what it leaves to the rest of the config or unsaid; undefined where it says nothing. */
export function pipelineSettings({ asOf, pipeline }: PortfolioConfig): PipelineSettings | undefined {
  return pipeline === undefined ? undefined : { by: 'region', cohorts: { by: 'quarter' }, asOf, ...pipeline }
}
