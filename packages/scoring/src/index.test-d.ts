import type { DecimalString, PolicyReference } from '@clientele/core'
import { expectTypeOf } from 'vitest'
import type * as z from 'zod'
import {
  auditTotals,
  type Candidate,
  type CandidateScore,
  compileScorecard,
  criticWeights,
  type DecisionTable,
  estimateOutcome,
  type FoundWeights,
  type GradingRule,
  gradeSubject,
  learnOutcomeOdds,
  type MethodRanking,
  type OutcomeOdds,
  type PairwiseMatrix,
  type PrintedTotal,
  pairwiseWeights,
  type Rulebook,
  rankByTopsis,
  rankByVikor,
  rankByWeightedProduct,
  rankCandidates,
  type Scorecard,
  scaleToPoints,
  scoreCandidate,
} from './index.js'
import type {
  candidateSchema,
  decisionTableSchema,
  outcomeOddsSchema,
  pairwiseMatrixSchema,
  printedTotalSchema,
  rulebookSchema,
  scorecardSchema,
} from './schemas.js'
import { customerScreening, leadGrading } from './templates.js'

// The schemas give the interfaces.
expectTypeOf<z.output<typeof scorecardSchema>>().toEqualTypeOf<Scorecard>()
expectTypeOf<z.output<typeof candidateSchema>>().toEqualTypeOf<Candidate>()
expectTypeOf<z.output<typeof printedTotalSchema>>().toEqualTypeOf<PrintedTotal>()
expectTypeOf<z.output<typeof pairwiseMatrixSchema>>().toEqualTypeOf<PairwiseMatrix>()

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

// A method's result is told by `method`, and a table needs weights.
expectTypeOf<z.output<typeof decisionTableSchema>>().toEqualTypeOf<DecisionTable>()
const table: DecisionTable = { alternatives: ['A'], criteria: [{ id: 'x', weight: '0.5', direction: 'cost' }], values: [[1]] }
const byMethod = [rankByVikor(table, { v: '0.5' }), rankByTopsis(table, { normalisation: undefined })] as readonly MethodRanking[]
for (const ranking of byMethod) if (ranking.method === 'vikor') expectTypeOf(ranking.compromise).toEqualTypeOf<readonly string[]>()
// @ts-expect-error The ranked are not to be changed.
byMethod[0]?.ranked.push()
// @ts-expect-error A product takes no values of which one is 0.
rankByWeightedProduct(table, { normalisation: 'min-max' })
// @ts-expect-error VIKOR has a normalisation of its own.
rankByVikor(table, { normalisation: 'sum' })
// @ts-expect-error A weight is needed.
rankByTopsis({ ...table, criteria: [{ id: 'x' }] })

// Found weights are told apart by their method.
expectTypeOf<FoundWeights['weights']>().toEqualTypeOf<readonly number[]>()
expectTypeOf<Extract<FoundWeights, { method: 'gini' }>['criteria'][number]['giniCoefficient']>().toEqualTypeOf<number>()
expectTypeOf(pairwiseWeights([[1]]).worstJudgement?.implied).toEqualTypeOf<number | undefined>()
// @ts-expect-error Pairwise judgements have no diagnoses.
pairwiseWeights([[1, '3'] as const, ['0.33', 1]]).diagnoses
// @ts-expect-error A correlation is of a known kind.
criticWeights({ alternatives: [], criteria: [], values: [] }, { correlation: 'kendall' })

// A rulebook may be written as a constant, and a grading needs a date.
expectTypeOf<z.output<typeof rulebookSchema>>().toEqualTypeOf<Rulebook>()
const rule = { id: 'rich', when: { not: { field: 'budget', operator: 'below', value: 5 } }, grade: 'A', route: 'desk' } as const
expectTypeOf(rule).toExtend<GradingRule>()
expectTypeOf(gradeSubject({ budget: 1 }, leadGrading, { asOf: '2024-03-01' }).rule).toEqualTypeOf<string | null>()
// @ts-expect-error The date in question must be said.
gradeSubject({}, leadGrading)
// @ts-expect-error A rulebook is no scorecard.
gradeSubject({}, customerScreening, { asOf: '2024-03-01' })
// @ts-expect-error A rule grants a grade.
expectTypeOf({ id: 'rich', when: rule.when }).toExtend<GradingRule>()

// Past leads may be of any interface that tells an outcome, and a document that was just learned is one that may be stored.
interface PastLead {
  readonly outcome: 'won' | 'lost'
  readonly source?: string
}
expectTypeOf<z.output<typeof outcomeOddsSchema>>().toEqualTypeOf<OutcomeOdds>()
const learned = learnOutcomeOdds([] as readonly PastLead[], { fields: ['source'], stage: { field: 'step', order: ['talk', 2] } })
expectTypeOf(learned).toExtend<OutcomeOdds>()
learnOutcomeOdds([{ outcome: 'won', source: 'fair', size: 3 }], { fields: ['source'] })
for (const { code, params } of estimateOutcome({ source: 'fair' }, learned).reasons)
  if (code === 'stage-below-minimum-count') expectTypeOf(params.count).toEqualTypeOf<number>()
// @ts-expect-error What is to be learned must be said.
learnOutcomeOdds([], {})
// @ts-expect-error An outcome is won or lost.
learnOutcomeOdds([{ outcome: 'open' }], { fields: ['source'] })
// @ts-expect-error A lead is an object.
estimateOutcome('fair', learned)
// @ts-expect-error A scale says how often the odds double.
scaleToPoints({ probability: 0.1 }, { doubles: 20 })
