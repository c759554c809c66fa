import { formatMessage, titlesOf } from '@clientele/core/explain'
import type { PipelineInput } from '../../page/types.js'
import { folderFiles } from '../../pipeline/folderFiles.js'
import { formatShareTo, groupThousands } from '../formatNumber.js'

/** How the rows of the folder became deals, sentence by sentence. */
export function describeMapping({ report, settings, texts }: PipelineInput): string[] {
  const { enters, currency } = report.mapping
  const { deals, teams } = folderFiles
  const { pipeline: words } = texts.page
  const stage = titlesOf(settings.document.stages, texts)(enters)
  const { date, closed, amount, owner } = deals.columns
  const names = { dealsFile: deals.file, teamsFile: teams.file, date, closed, amount, owner, region: teams.columns.group, stage }
  const rules = words.mappingRules.map((rule) => formatMessage(rule, names))
  return [...rules, ...describeListPrices(report, texts), currency === null ? words.noCurrency : formatMessage(words.currency, { currency })]
}

/** What deals are worth before they are closed, and how near to that they were won. */
function describeListPrices({ listed }: PipelineInput['report'], { page }: PipelineInput['texts']): string[] {
  if (listed === undefined) return []
  const { pipeline: words } = page
  const { file, columns } = folderFiles.prices
  return [
    formatMessage(words.listPrices, { price: columns.price, productsFile: file }),
    ...Object.entries(listed.names).map(([product, name]) => formatMessage(words.listName, { product, listed: name })),
    ...(listed.share === null
      ? []
      : [formatMessage(words.listShare, { deals: groupThousands(listed.deals), share: formatShareTo(listed.share, 1) })]),
  ]
}
