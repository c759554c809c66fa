import type { Issue } from '@clientele/core'
import { type VegaLiteSpecification, vegaLiteSchema } from '@clientele/core/charts'
import { checkList, checkUnique, createIssue, describeValue, throwIssues } from '@clientele/core/checks'
import { nameMethod } from '../explain/nameMethod.js'
import { checkMethodRanking } from '../explain/readMethodRanking.js'
import { en } from '../locales/en.js'
import type { ScoringLocale } from '../locales/types.js'
import type { MethodRanking } from '../methods/types.js'

/** Pixels from one method to the next: what the longest normalisation needs. */
const STEP = 150

/** A name's parenthesis, in the writing of either language, on a line of its own. */
const LABEL_LINES = "split(replace(datum.label, /\\s*([(（])/, '\\n$1'), '\\n')"

/**
 * Draws the ranks that several methods give the same alternatives, as one line for each alternative; the first rank is at the top.
 *
 * @param rankings - What the methods returned, such as {@link rankByTopsis} and {@link rankByVikor}, at least one, in the order of the axis.
 * @param locale - The language; English unless given.
 * @returns A Vega-Lite specification, with its data inside; a method that comes again is numbered.
 * @throws {@link InputError} if `rankings` are no such rankings, or not of the same alternatives.
 * @example
 * import { rankByTopsis, rankByVikor } from '@clientele/scoring'
 * import { methodsChart } from '@clientele/scoring/charts'
 *
 * const table = { alternatives: ['A', 'B'], criteria: [{ id: 'price', weight: 1 }], values: [[2], [3]] }
 * methodsChart([rankByTopsis(table), rankByVikor(table)]).data.values[0] //=> { method: 'TOPSIS', alternative: 'B', rank: 1 }
 */
export function methodsChart(rankings: readonly MethodRanking[], locale: ScoringLocale = en): VegaLiteSpecification {
  checkRankings(rankings)
  const methods = nameMethods(rankings, locale)
  const values = rankings.flatMap(({ ranked }, index) =>
    ranked.map(({ alternative, rank }) => ({ method: methods[index] as string, alternative, rank })),
  )
  const alternatives = rankings[0]?.ranked.map(({ alternative }) => alternative) ?? []
  const { charts } = locale
  const axis = { labelAngle: 0, labelExpr: LABEL_LINES, labelLimit: STEP }
  return {
    $schema: vegaLiteSchema,
    title: charts.methods,
    width: { step: STEP },
    data: { values },
    mark: { type: 'line', point: true, tooltip: true },
    encoding: {
      x: { field: 'method', type: 'nominal', title: charts.method, sort: methods, axis },
      y: { field: 'rank', type: 'quantitative', title: charts.rank, scale: { reverse: true, zero: false }, axis: { format: 'd', tickMinStep: 1 } },
      color: { field: 'alternative', type: 'nominal', title: charts.alternative, sort: alternatives },
    },
  }
}

function checkRankings(rankings: unknown): void {
  const issues: Issue[] = []
  if (checkList(rankings, ['rankings'], issues, { filled: true })) {
    Array.from(rankings).forEach((ranking, index) => checkMethodRanking(ranking, ['rankings', index], issues))
  }
  throwIssues(issues)
  const listed = Array.from(rankings as readonly MethodRanking[], ({ ranked }) => ranked.map(({ alternative }) => alternative))
  listed.forEach((ids, index) => checkUnique(ids, (place) => ['rankings', index, 'ranked', place, 'alternative'], issues))
  const [first, ...others] = listed
  const known = new Set(first)
  others.forEach((ids, index) => {
    const path = ['rankings', index + 1, 'ranked']
    if (ids.length !== known.size) issues.push(createIssue('wrong-length', path, { expected: known.size, actual: ids.length }))
    ids.forEach((id, place) => {
      if (known.has(id)) return
      const allowed = [...known].map((one) => JSON.stringify(one))
      issues.push(createIssue('not-allowed', [...path, place, 'alternative'], { allowed, actual: describeValue(id) }))
    })
  })
  throwIssues(issues)
}

/** The methods' names; one that comes again is numbered, for lines of one name would be one line. */
function nameMethods(rankings: readonly MethodRanking[], locale: ScoringLocale): string[] {
  const times = new Map<string, number>()
  return rankings.map((ranking) => {
    const name = nameMethod(ranking, locale)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} ${time}`
  })
}
