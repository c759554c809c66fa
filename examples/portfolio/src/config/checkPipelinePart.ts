import { InputError, type Issue, type Path } from '@clientele/core'
import { addIssuesAt, checkCalendarDate, checkChoice, checkKeys, checkList, checkRecord, checkText } from '@clientele/core/checks'
import { type CohortOptions, checkPipeline, measureFunnel, type Pipeline } from '@clientele/funnel'

/** Finds everything that is wrong with the part of a config that speaks of a sales pipeline. */
export function checkPipelinePart(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  checkKeys(value, ['document', 'by', 'cohorts', 'sectors', 'asOf'], path, issues)
  const { document, by, cohorts, sectors, asOf } = value
  const wrong = checkPipeline(document)
  addIssuesAt([...path, 'document'], wrong, issues)
  if (by !== undefined) checkChoice(by, ['region', 'product', 'account', 'owner'], [...path, 'by'], issues)
  if (wrong.length === 0 && cohorts !== undefined) addIssuesAt([...path, 'cohorts'], tryCohorts(cohorts, document as Pipeline), issues)
  if (sectors !== undefined && checkList(sectors, [...path, 'sectors'], issues, { filled: true }))
    sectors.forEach((sector, index) => checkText(sector, [...path, 'sectors', index], issues))
  if (asOf !== undefined) checkCalendarDate(asOf, [...path, 'asOf'], issues)
}

/** The library itself is asked whether it takes the periods. */
function tryCohorts(cohorts: unknown, document: Pipeline): Issue[] {
  try {
    measureFunnel([], document, { asOf: '2000-01-01', cohorts: cohorts as CohortOptions })
    return []
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return error.issues.map((issue) => ({ ...issue, path: issue.path.slice(2) }))
  }
}
