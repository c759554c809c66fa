import type { DecimalInput, DecimalString, Issue } from '@clientele/core'
import {
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkCurrency,
  checkDay,
  checkFigure,
  checkFlag,
  checkMadeByPolicy,
  checkNumber,
  checkShare,
  checkText,
  codedBy,
  filled,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
  variantsOf,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import { digitsOf } from '@clientele/core/explain'
import { applyingRules } from '../deterioration/applyingRules.js'
import { checkDeteriorationPolicy } from '../deterioration/checkDeteriorationPolicy.js'
import { factsOf, type MeasuredFact } from '../deterioration/diagnoseFacts.js'
import type { ReadCreditState } from '../deterioration/readCreditState.js'
import { type ReadDeteriorationCase, type ReadDeteriorationPolicy, readDeteriorationPolicy } from '../deterioration/readDeterioration.js'
import { seeSigns } from '../deterioration/seeSigns.js'
import type {
  CreditState,
  DeteriorationDiagnosis,
  DeteriorationMeasure,
  DeteriorationReason,
  DeteriorationResponse,
  ProposedMeasure,
} from '../deterioration/types.js'
import { readAmount } from '../money/readAmount.js'

type Measure = ProposedMeasure['measure']

const sign = { sign: checkText }
const rise = (figure: Check): { readonly [Name in 'sign' | 'before' | 'after']: Check } => ({ ...sign, before: figure, after: figure })

const reasonChecks: CodeChecks<DeteriorationReason> = {
  'grade-fell': { ...rise(checkText), grades: checkCount },
  'loss-rate-rose': rise(checkShare),
  'standard-lost': sign,
  'dunning-level-rose': rise(checkCount),
  'overdue-rose': rise(checkFigure),
  'days-delinquent-rose': rise(checkNumber),
}

const FACTS: readonly (keyof CreditState)[] = ['grade', 'expectedBadDebtRate', 'meetsStandard', 'dunningLevel', 'overdue', 'daysDelinquent']
const MEASURES: readonly Measure[] = ['guarantor', 'joint-guarantor', 'raise-deposit', 'notarise-contract', 'reduce-supply', 'restrict-shipments']

const securities = { part: oneOf(['deposits', 'guarantees']), count: checkCount }

const diagnosisChecks: CodeChecks<DeteriorationDiagnosis> = {
  'not-comparable': { ...sign, fact: oneOf(FACTS) },
  'rated-by-different-policies': { before: filled(checkText), after: filled(checkText) },
  'in-place': { measure: oneOf(MEASURES) },
  'security-without-day': securities,
  'security-not-in-force': securities,
  'deposits-in-other-currencies': { currencies: filled(checkText) },
  'limit-expired': { validUntil: checkDay },
}

const measureCheck = variantsOf<Measure>('measure', {
  guarantor: {},
  'joint-guarantor': {},
  'notarise-contract': {},
  'raise-deposit': { from: checkFigure, to: orNull(checkFigure), amount: orNull(checkFigure) },
  'reduce-supply': { from: orNull(checkFigure), to: orNull(checkFigure) },
  'restrict-shipments': { to: orNull(checkText) },
})

const checkShape: Check = membersOf({
  customer: checkText,
  company: optional(checkText),
  currency: checkText,
  deteriorated: checkFlag,
  report: checkFlag,
  reportTo: orNull(checkText),
  decidedBy: listOf(checkText),
  measures: listOf(measureCheck),
  reasons: listOf(codedBy<DeteriorationReason>(reasonChecks)),
  diagnoses: listOf(codedBy<DeteriorationDiagnosis>(diagnosisChecks)),
})

/** Adds an issue for all that is wrong with a response or its policy, and where another policy made it, also one of the same version. */
export function checkResponseOfPolicy(response: unknown, policy: unknown, issues: Issue[]): void {
  checkMadeByPolicy(response, 'response', checkShape, { name: 'policy', document: policy, check: checkDeteriorationPolicy }, issues)
  if (issues.length > 0) return
  const own = readDeteriorationPolicy(policy, issues) as ReadDeteriorationPolicy
  const found = response as DeteriorationResponse
  const deteriorated = found.reasons.length > 0
  const answer = { deteriorated, report: deteriorated, reportTo: deteriorated ? own.reportTo : null, decidedBy: deteriorated ? own.decidedBy : [] }
  checkAgrees(found, answer, ['response'], issues)
  checkSigns(found, own, issues)
  checkMeasures(found, own, issues)
}

/** Adds an issue where the policy sees other signs in what got worse, and for what is said not to be comparable and is. */
function checkSigns({ currency, reasons, diagnoses }: DeteriorationResponse, policy: ReadDeteriorationPolicy, issues: Issue[]): void {
  const digits = checkCurrency(currency, ['response', 'currency'], issues)
  const { grades = [] } = policy
  const ranked = new Set(grades)
  reasons.forEach(({ code, params }, index) => {
    const path = ['response', 'reasons', index, 'params']
    if (code === 'grade-fell')
      for (const key of ['before', 'after'] as const) if (!ranked.has(params[key])) checkAmong(params[key], grades, [...path, key], issues)
    if (code === 'overdue-rose' && digits !== undefined)
      for (const key of ['before', 'after'] as const) readAmount(params[key], digits, [...path, key], issues)
  })
  if (digits === undefined || issues.length > 0) return
  const [before, after] = (['before', 'after'] as const).map((time) => stateOf(time, reasons, digits)) as [ReadCreditState, ReadCreditState]
  const seen = seeSigns({ before, after, account: { digits } as ReadDeteriorationCase['account'] }, policy)
  checkAgrees(reasons, seen.reasons, ['response', 'reasons'], issues)
  const unseen = seen.diagnoses.flatMap(({ code, params }) => (code === 'not-comparable' ? [params] : []))
  const factOfSign = new Map(unseen.map((params) => [params.sign, params.fact]))
  diagnoses.forEach(({ code, params }, index) => {
    if (code !== 'not-comparable' || factOfSign.get(params.sign) === params.fact) return
    const known = unseen.filter(({ fact }) => fact === params.fact).map(({ sign }) => sign)
    checkAmong(params.sign, known, ['response', 'diagnoses', index, 'params', 'sign'], issues)
  })
}

/** What the signs that were seen tell of a customer's state before or after. */
function stateOf(time: 'before' | 'after', reasons: readonly DeteriorationReason[], digits: number): Partial<ReadCreditState> {
  const facts = reasons.map(({ code, params }): Partial<ReadCreditState> => {
    switch (code) {
      case 'grade-fell':
        return { grade: params[time] }
      case 'loss-rate-rose':
        return { expectedBadDebtRate: new Decimal(params[time]) }
      case 'standard-lost':
        return { meetsStandard: time === 'before' }
      case 'dunning-level-rose':
        return { dunningLevel: params[time] }
      case 'overdue-rose':
        return { overdue: readAmount(params[time], digits, [], []) }
      default:
        return { daysDelinquent: new Decimal(params[time]) }
    }
  })
  return facts.reduce((state, fact) => Object.assign(state, fact), {})
}

/** Adds an issue where other measures than the policy's for the signs that were seen are proposed or in place, or other amounts than it gives. */
function checkMeasures({ measures, reasons, diagnoses }: DeteriorationResponse, policy: ReadDeteriorationPolicy, issues: Issue[]): void {
  const applying = applyingRules(policy.measures, new Set(reasons.map(({ params }) => params.sign)))
  checkFacts(diagnoses, [...applying.values()], issues)
  const inPlace = diagnoses.flatMap(({ code, params }, index) => (code === 'in-place' ? [{ measure: params.measure, index }] : []))
  for (const { measure, index } of inPlace) checkAmong(measure, [...applying.keys()], ['response', 'diagnoses', index, 'params', 'measure'], issues)
  const expected = [...applying.keys()].filter((name) => inPlace.every(({ measure }) => measure !== name))
  checkAgrees(
    measures,
    expected.map((measure) => ({ measure })),
    ['response', 'measures'],
    issues,
  )
  measures.forEach((measure, index) => {
    const rule = applying.get(measure.measure)
    if (rule !== undefined) checkAgrees(measure, extentOf({ ...measure }, rule), ['response', 'measures', index], issues)
  })
}

/** Adds an issue for what is said of a fact that no measure which applies rests on. */
function checkFacts(diagnoses: DeteriorationResponse['diagnoses'], rules: readonly DeteriorationMeasure[], issues: Issue[]): void {
  const known = [...new Set(rules.flatMap(factsOf))]
  diagnoses.forEach((diagnosis, index) => {
    const fact = factIn(diagnosis)
    if (fact !== undefined) checkAmong(fact, known, ['response', 'diagnoses', index], issues)
  })
}

function factIn({ code, params }: DeteriorationDiagnosis): MeasuredFact | undefined {
  if (code === 'security-without-day' || code === 'security-not-in-force') return params.part
  if (code === 'deposits-in-other-currencies') return 'deposits'
  return code === 'limit-expired' ? 'limit' : undefined
}

/** How far a measure goes under its rule, as far as the response tells what that depends on. */
function extentOf(measure: ProposedMeasure, rule: DeteriorationMeasure): object {
  if (measure.measure === 'restrict-shipments' && rule.measure === measure.measure) return { to: rule.to ?? null }
  if (measure.measure === 'reduce-supply' && rule.measure === measure.measure) return { to: cutLimit(measure.from, rule.toPercentOfLimit) }
  if (measure.measure !== 'raise-deposit' || rule.measure !== measure.measure) return {}
  const { from, to } = measure
  if (to === null || rule.toPercentOfLimit === undefined) return { to: null, amount: null }
  return { amount: new Decimal(to).minus(from).toFixed(digitsOf(from)) }
}

/** So many percent of a limit, rounded down to its digits. */
function cutLimit(limit: DecimalString | null, percent: DecimalInput | undefined): DecimalString | null {
  if (limit === null || percent === undefined) return null
  const digits = digitsOf(limit)
  return new Decimal(limit).times(percent).div(100).toDecimalPlaces(digits, Decimal.ROUND_DOWN).toFixed(digits)
}
