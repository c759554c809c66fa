import { formatMessage, titlesOf } from '@clientele/core/explain'
import type { PipelineInput } from '../../page/types.js'
import { folderFiles } from '../../pipeline/folderFiles.js'

/** How the rows of the folder became deals, sentence by sentence. */
export function describeMapping({ report, settings, texts }: PipelineInput): string[] {
  const { enters, currency } = report.mapping
  const { deals, teams } = folderFiles
  const { pipeline: words } = texts.page
  const stage = titlesOf(settings.document.stages, texts)(enters)
  const { date, closed, amount, owner } = deals.columns
  const names = { dealsFile: deals.file, teamsFile: teams.file, date, closed, amount, owner, region: teams.columns.group, stage }
  const rules = words.mappingRules.map((rule) => formatMessage(rule, names))
  return [...rules, currency === null ? words.noCurrency : formatMessage(words.currency, { currency })]
}
