import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { measureLog } from '../measure/measureFunnel.js'
import { type ReadFunnelOptions, readFunnelOptions } from '../measure/readFunnelOptions.js'
import { type ReadPipeline, readPipeline } from '../pipeline/readPipeline.js'
import type { Pipeline } from '../pipeline/types.js'
import { createWorkroom } from './gatherChanges.js'
import { measureTable } from './measureTable.js'
import { type ReadColumnOptions, readColumnOptions } from './readColumnOptions.js'
import { readStageColumns, type StageTable } from './readStageColumns.js'
import type { CompiledFunnel } from './types.js'

/**
 * Makes a pipeline ready for millions of stage changes: the same answers as {@link measureFunnel}, to the last digit.
 *
 * `measureColumns` takes a stage log as columns, in any order: which deal, as integers of 32 bits; on which day, in days since 1970-01-01; to which stage, as its index, as many as there are
 * stages standing for won and one more for lost; and, where it is told, what the deal is worth from then on, as integers of so many decimal places, at most 15, NaN where a change says
 * nothing of it. It takes O(n + d × s) for n changes of d deals and s stages, however ids are scattered and changes ordered, and least where they come deal by deal. It is quickest with
 * an `Int32Array` of deals, an `Int32Array` of days, a `Uint8Array` of stages and a `Float64Array` of amounts. It works in 21 bytes for each change, 37
 * with amounts, which stay for the next call until memory is needed, and in about 35 + 5 × s for each deal.
 *
 * @param pipeline - The pipeline.
 * @returns `measure`, which is {@link measureFunnel} with the pipeline, and `measureColumns`, which says the same of columns as that does of rows with dates; without reasons of losses,
 * which columns do not tell, groups and lists of deals. Its options: `asOf`, the last date looked at; `entered`, a range of dates of the first change; `cohorts`, the
 * periods of entering by which deals are told apart; `currency`, that of the amounts, the pipeline's unless given.
 * @throws {@link InputError} if the pipeline is none, with every issue. The functions throw it as {@link measureFunnel} does; `measureColumns` names the cells, up to 10,000 bad ones of
 * each column. Once no cell is bad, it refuses copies, at their row of `day`, and an outcome right after the other outcome, at its row of `stage`: up to 10,000 of each, of up to 10,000 deals.
 * @see Textbook S1 漏斗理论, S3 漏斗分析.
 * @example
 * import { compileFunnel, type Pipeline } from '@clientele/funnel'
 *
 * const rules = { won: 'won', lost: 'lost', lossReasons: [], skips: 'allow', regressions: 'allow', currency: 'EUR' } as const
 * const pipeline: Pipeline = { kind: 'pipeline', id: 'sales', version: 1, stages: [{ id: 'quoted' }, { id: 'negotiating' }], ...rules }
 * const { measureColumns } = compileFunnel(pipeline)
 * const deal = Int32Array.of(17, 17, 4, 4, 90)
 * const day = Int32Array.of(19_783, 19_793, 19_784, 19_790, 19_802)
 * const stage = Uint8Array.of(0, 2, 0, 3, 0)
 * const amount = { values: Float64Array.of(80_000, NaN, NaN, NaN, 12_000), digits: 2 }
 *
 * const { stages, conversion, won } = measureColumns({ deal, day, stage, amount }, { asOf: '2024-03-31' })
 * stages.map(({ stage, entered, advanced, lost, open }) => [stage, entered, advanced, lost, open]) //=> [['quoted', 3, 1, 1, 1], ['negotiating', 1, 1, 0, 0]]
 * conversion.ofClosed //=> 0.5
 * won.amounts //=> [{ currency: 'EUR', amount: '800.00' }]
 */
export function compileFunnel(pipeline: Pipeline): CompiledFunnel {
  const issues: Issue[] = []
  const found = readPipeline(pipeline, ['pipeline'], issues)
  throwIssues(issues)
  const read = found as ReadPipeline
  const room = createWorkroom()
  return {
    measure: (log, options) => {
      const wrong: Issue[] = []
      const asked = readFunnelOptions(options, wrong)
      throwIssues(wrong)
      return measureLog(log, read, asked as ReadFunnelOptions)
    },
    measureColumns: (columns, options) => {
      const wrong: Issue[] = []
      const table = readStageColumns(columns, wrong)
      const asked = readColumnOptions(options, read.currency, wrong)
      throwIssues(wrong)
      return measureTable(table as StageTable, read, asked as ReadColumnOptions, room)
    },
  }
}
