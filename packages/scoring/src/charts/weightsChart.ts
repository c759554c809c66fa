import type { Issue } from '@clientele/core'
import { labelsOf, type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { checkList, formatMessage, throwIssues } from '@clientele/core/checks'
import { checkFoundWeights, checkNamedCriteria, type NamedCriterion, titlesOf } from '../explain/readWeights.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { FoundWeights } from '../weights/types.js'

/**
 * Draws what each criterion weighs by several methods, as grouped bars.
 *
 * @param results - What the ways to find weights returned, such as {@link entropyWeights} and {@link criticWeights}, in the order of the bars.
 * @param criteria - Where titles are taken from: the criteria of the table or of a scorecard, each with `id` and `title`. A criterion that
 * is not there is called by its id; none is there unless given.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside; a method that comes again is numbered.
 * @throws {@link InputError} if `results` are no weights, or `criteria` no criteria.
 * @example
 * import { equalWeights, rankOrderCentroidWeights } from '@clientele/scoring'
 * import { weightsChart } from '@clientele/scoring/charts'
 *
 * const order = ['demand', 'payment']
 * weightsChart([equalWeights(order), rankOrderCentroidWeights(order)]).data.values[2]
 * //=> { method: 'Rank order centroid', criterion: 'demand', weight: 0.75 }
 */
export function weightsChart(
  results: readonly FoundWeights[],
  criteria: readonly NamedCriterion[] = [],
  locale: ScoringLocale = en,
): VegaLiteSpecification {
  checkInput(results, criteria)
  const ids = [...new Set(results.flatMap((found) => found.criteria.map(({ criterion }) => criterion)))]
  const titles = titlesOf(criteria, locale.languageTag)
  const labels = labelsOf(ids.map((id) => ({ id, title: titles.get(id) ?? id })))
  const methods = nameMethods(results, locale)
  const values = results.flatMap((found, index) =>
    found.criteria.map(({ criterion, weight }) => ({ method: methods[index] as string, criterion: labels.get(criterion) as string, weight })),
  )
  const { charts } = locale
  return {
    $schema: vegaLiteSchema,
    title: charts.weights,
    data: { values },
    mark: { type: 'bar', tooltip: true },
    encoding: {
      y: { field: 'criterion', type: 'nominal', title: charts.criterion, sort: [...labels.values()], axis: { labelLimit: 300 } },
      yOffset: { field: 'method', sort: methods },
      x: { field: 'weight', type: 'quantitative', title: charts.weight, axis: { format: '.0%' } },
      color: { field: 'method', type: 'nominal', title: charts.method, sort: methods },
    },
  }
}

function checkInput(results: unknown, criteria: unknown): void {
  const issues: Issue[] = []
  if (checkList(results, ['results'], issues)) {
    Array.from(results).forEach((found, index) => checkFoundWeights(found, ['results', index], issues))
  }
  checkNamedCriteria(criteria, issues)
  throwIssues(issues)
}

/** The methods' names; one that comes again is numbered, for bars of one name would be stacked. */
function nameMethods(results: readonly FoundWeights[], { weights: { methods, correlations } }: ScoringLocale): string[] {
  const times = new Map<string, number>()
  return results.map((found) => {
    const correlation = found.method === 'critic' ? correlations[found.correlation] : ''
    const name = formatMessage(methods[found.method], { correlation })
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} ${time}`
  })
}
