import type { InvalidRows, Issue } from '@clientele/core'
import { readOptions, reportType, throwIssues } from '@clientele/core/checks'
import { compileWeightedSum } from '@clientele/core/decimal'
import { prepareScorecard } from '../scorecard/prepareScorecard.js'
import type { Scorecard } from '../scorecard/types.js'
import { readColumns } from './readColumns.js'
import { readRows } from './readRows.js'
import { type ReadyScorecard, scoreInput } from './scoreInput.js'
import type { ChunkScores, Chunks, CompiledScorecard } from './types.js'

/**
 * Makes a scorecard ready for millions of candidates: the same totals as {@link scoreCandidate}, to the last digit.
 *
 * `scoreColumns` takes one list or typed array of ratings per criterion, `scoreRows` candidates, `scoreChunks` a stream of lists of
 * candidates, of which it holds one at a time. Totals come as integers with a common number of decimal places; ids need not differ.
 * Explanations are made only when asked for, from the input as it then is. It takes O(n) for n candidates.
 *
 * @param scorecard - The criteria, their weights and scales.
 * @returns The three functions; each takes `invalid`: `throw` (default) or `collect`, which leaves NaN where a row was rejected.
 * @throws {@link InputError} if the scorecard is not one. The functions throw it, naming the rows, where a rating is missing, unknown,
 * out of scale or off its step, and where a total has more decimal places than 53 bits can hold for this scorecard's greatest total.
 * @example
 * import { compileScorecard } from '@clientele/scoring'
 * import { customerScreening } from '@clientele/scoring/templates'
 *
 * const columns = { demand: [5, 4], 'gross-profit': [5, 3], prospects: [4, 5], payment: [3, 4], cooperation: [4, 2] }
 * const { totals, explain } = compileScorecard(customerScreening).scoreColumns(columns)
 * Array.from(totals.values) //=> [67, 57]
 * totals.digits //=> 0
 * explain(1).total //=> '57'
 */
export function compileScorecard(scorecard: Scorecard): CompiledScorecard {
  const card = prepareScorecard(scorecard)
  const ready: ReadyScorecard = { card, sum: compileWeightedSum(card.criteria) }
  return {
    scoreColumns: (columns, options = {}) => scoreInput(ready, readColumns(columns, card), readInvalid(options)),
    scoreRows: (candidates, options = {}) => scoreInput(ready, readRows(candidates, card, ['candidates']), readInvalid(options)),
    scoreChunks: (chunks, options = {}) => scoreEach(ready, checkStream(chunks), readInvalid(options)),
  }
}

async function* scoreEach(ready: ReadyScorecard, chunks: Chunks, invalid: InvalidRows): AsyncGenerator<ChunkScores, void, undefined> {
  let offset = 0
  let number = 0
  for await (const chunk of chunks) {
    yield { offset, ...scoreInput(ready, readRows(chunk, ready.card, ['chunks', number]), invalid) }
    offset += chunk.length
    number += 1
  }
}

function checkStream(chunks: Chunks): Chunks {
  const isStream = typeof chunks === 'object' && chunks !== null && (Symbol.asyncIterator in chunks || Symbol.iterator in chunks)
  const issues: Issue[] = []
  if (!isStream) reportType(chunks, ['chunks'], issues, 'stream')
  throwIssues(issues)
  return chunks
}

function readInvalid(options: unknown): InvalidRows {
  const issues: Issue[] = []
  const invalid = readOptions(options, ['invalid'], issues)
  throwIssues(issues)
  return invalid
}
