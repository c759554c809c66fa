import type { DecimalString, PolicyReference } from '@clientele/core'
import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import {
  auditTotals,
  type Candidate,
  type CandidateScore,
  compileScorecard,
  type PrintedTotal,
  rankCandidates,
  type Scorecard,
  scoreCandidate,
} from './index.js'
import type { candidateSchema, printedTotalSchema, scorecardSchema } from './schemas.js'
import { customerScreening } from './templates.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof scorecardSchema>>().toEqualTypeOf<Scorecard>()
expectTypeOf<z.output<typeof candidateSchema>>().toEqualTypeOf<Candidate>()
expectTypeOf<z.output<typeof printedTotalSchema>>().toEqualTypeOf<PrintedTotal>()

// Results are readonly and JSON.
const score = scoreCandidate({ id: 'A', ratings: { demand: 5, payment: '4.5' } }, customerScreening)
expectTypeOf(score).toEqualTypeOf<CandidateScore>()
expectTypeOf(score.total).toEqualTypeOf<DecimalString>()
expectTypeOf(score.average).toEqualTypeOf<number | null>()
expectTypeOf(score.policies).toEqualTypeOf<readonly PolicyReference[]>()
// @ts-expect-error A result is not to be changed.
score.total = '1'

// Reasons are told apart by their code.
for (const reason of score.reasons) {
  if (reason.code === 'grade-reached') expectTypeOf(reason.params).toEqualTypeOf<{ readonly grade: string; readonly from: DecimalString }>()
}

// Wrong documents and options do not compile.
// @ts-expect-error A selection is of a known type.
expectTypeOf<Scorecard>().toExtend<{ select: { type: 'best' } }>()
// @ts-expect-error Ties are ranked in one of three ways.
rankCandidates([], customerScreening, { ties: 'random' })
// @ts-expect-error A printed total is needed.
auditTotals([{ id: 'A', ratings: {} }], customerScreening)

// Columns may be lists or typed arrays, with holes and strings.
compileScorecard(customerScreening).scoreColumns({ demand: Float64Array.of(1), payment: [1, '2', undefined] })
