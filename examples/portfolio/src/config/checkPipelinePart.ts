import { InputError, type Issue, type Path } from '@clientele/core'
import { addIssuesAt, checkCalendarDate, checkChoice, checkInteger, checkKeys, checkList, checkRecord, checkText } from '@clientele/core/checks'
import { type BottleneckOptions, type CohortOptions, checkPipeline, measureFunnel, type Pipeline, rankBottlenecks } from '@clientele/funnel'
import { checkForecastPart } from './checkForecastPart.js'

const KEYS = ['document', 'by', 'cohorts', 'sectors', 'listPrices', 'forecast', 'minimumSample', 'benchmarks', 'change', 'asOf']

/** A day to ask the verbs with: nothing of it is in any answer. */
const SOME_DAY = '2000-01-01'

/** Finds everything that is wrong with the part of a config that speaks of a sales pipeline. */
export function checkPipelinePart(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, KEYS, path, issues)
  const { document, by, sectors, listPrices, minimumSample, change, asOf } = value
  const wrong = checkPipeline(document)
  addIssuesAt([...path, 'document'], wrong, issues)
  if (by !== undefined) checkChoice(by, ['region', 'product', 'account', 'owner'], [...path, 'by'], issues)
  if (wrong.length === 0) checkByDocument(value, document as Pipeline, path, issues)
  if (sectors !== undefined && checkList(sectors, [...path, 'sectors'], issues, { filled: true }))
    sectors.forEach((sector, index) => checkText(sector, [...path, 'sectors', index], issues))
  if (listPrices !== undefined) checkListPrices(listPrices, [...path, 'listPrices'], issues)
  if (minimumSample !== undefined) checkInteger(minimumSample, [...path, 'minimumSample'], issues, { minimum: 1 })
  if (change !== undefined) checkChange(change, [...path, 'change'], issues)
  if (asOf !== undefined) checkCalendarDate(asOf, [...path, 'asOf'], issues)
}

/** What only the library can say, and with a pipeline alone, it is asked itself. */
function checkByDocument(value: { readonly [key: string]: unknown }, document: Pipeline, path: Path, issues: Issue[]): void {
  const { cohorts, forecast, benchmarks } = value
  const measure = (options: { readonly cohorts?: CohortOptions } = {}) => measureFunnel([], document, { asOf: SOME_DAY, ...options })
  if (cohorts !== undefined)
    addIssuesAt(
      [...path, 'cohorts'],
      tryOption(() => measure({ cohorts: cohorts as CohortOptions })),
      issues,
    )
  if (forecast !== undefined) checkForecastPart(forecast, document, [...path, 'forecast'], issues)
  if (benchmarks !== undefined) {
    const options = { benchmarks: benchmarks as BottleneckOptions['benchmarks'] }
    addIssuesAt(
      [...path, 'benchmarks'],
      tryOption(() => rankBottlenecks(measure(), options)),
      issues,
    )
  }
}

/** What a verb finds wrong with one of its options, with paths that begin at it. */
function tryOption(verb: () => unknown): Issue[] {
  try {
    verb()
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((issue) => ({ ...issue, path: issue.path.slice(2) }))
  }
}

function checkListPrices(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, ['names'], path, issues)
  const { names } = value
  if (names === undefined || !checkRecord(names, [...path, 'names'], issues)) return
  for (const [product, listed] of Object.entries(names)) checkText(listed, [...path, 'names', product], issues)
}

function checkChange(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, ['by'], path, issues)
  checkChoice(value['by'], ['month', 'quarter', 'year'], [...path, 'by'], issues)
}
