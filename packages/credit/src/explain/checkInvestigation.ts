import type { Issue, Path } from '@clientele/core'
import {
  type CalendarDuration,
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkDay,
  checkFlag,
  checkMadeByPolicy,
  checkText,
  codedBy,
  createIssue,
  filled,
  listOf,
  membersOf,
  oneOf,
  variantsOf,
} from '@clientele/core/checks'
import { dayAfter, formatDay, LAST_DAY, parseDay } from '@clientele/core/days'
import { checkInvestigationScheme } from '../investigation/checkInvestigationScheme.js'
import {
  CUSTOMER_RISKS,
  CUSTOMER_SIZES,
  type ReadInvestigation,
  type ReadSectionRule,
  readInvestigation,
} from '../investigation/readInvestigation.js'
import { isAsDeepAs, REPORT_DEPTHS } from '../investigation/reportDepths.js'
import { requiredReport } from '../investigation/requiredReport.js'
import type {
  DepthReason,
  InvestigationScheme,
  MissingPart,
  ReportCheck,
  ReportDiagnosis,
  RequiredReport,
  StaleSection,
} from '../investigation/types.js'

const depth = oneOf(REPORT_DEPTHS)

const depthReasons: CodeChecks<DepthReason> = {
  'depth-by-size': { size: oneOf(CUSTOMER_SIZES), depth },
  'depth-by-risk': { risk: oneOf(CUSTOMER_RISKS), depth },
}

const checkRequired: Check = membersOf({ depth, sections: listOf(checkText), reasons: listOf(codedBy<DepthReason>(depthReasons)) })

/** Adds an issue for all that is wrong with a requirement or its scheme, and where another scheme made it, also one of the same version. */
export function checkRequiredOfScheme(required: unknown, scheme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(required, 'required', checkRequired, { name: 'scheme', document: scheme, check: checkInvestigationScheme }, issues)
  if (issues.length > 0) return
  const { reasons } = required as RequiredReport
  const customer = Object.assign({}, ...reasons.map(({ code, params }) => (code === 'depth-by-size' ? { size: params.size } : { risk: params.risk })))
  const lacking = (['depth-by-size', 'depth-by-risk'] as const).filter((code) => reasons.every((reason) => reason.code !== code))
  if (lacking.length > 0) issues.push(createIssue('incomplete', ['required', 'reasons'], { missing: lacking.map((code) => `"${code}"`) }))
  else checkAgrees(required, requiredReport(customer, scheme as InvestigationScheme), ['required'], issues)
}

const section = { section: checkText }

const checkShape: Check = membersOf({
  customer: checkText,
  asOf: checkDay,
  depth,
  complete: checkFlag,
  missing: listOf(
    variantsOf<MissingPart['type']>('type', {
      section,
      facts: { ...section, facts: filled(checkText) },
      sources: { ...section, sources: filled(oneOf(['direct', 'indirect'])) },
    }),
  ),
  stale: listOf(
    variantsOf<StaleSection['type']>('type', {
      'too-old': { ...section, date: checkDay, validUntil: checkDay },
      'before-change': { ...section, date: checkDay, changedOn: checkDay },
    }),
  ),
  diagnoses: listOf(
    codedBy<ReportDiagnosis>({
      'sections-unknown': { sections: filled(checkText) },
      'sections-after-as-of': { sections: filled(checkText) },
      'age-not-checked': { date: checkDay },
    }),
  ),
})

/** Adds an issue for all that is wrong with the check of a report or its scheme, and where another scheme made it, also one of the same version. */
export function checkCheckOfScheme(check: unknown, scheme: unknown, issues: Issue[]): void {
  checkMadeByPolicy(check, 'check', checkShape, { name: 'scheme', document: scheme, check: checkInvestigationScheme }, issues)
  if (issues.length === 0) checkParts(check as ReportCheck, readInvestigation(scheme, ['scheme'], issues) as ReadInvestigation, issues)
}

function checkParts(
  { depth: needed, complete, missing, stale, diagnoses, asOf }: ReportCheck,
  { sections }: ReadInvestigation,
  issues: Issue[],
): void {
  const rules = new Map(sections.filter(({ from }) => isAsDeepAs(needed, from)).map((rule) => [rule.id, rule]))
  const check = (id: string, path: Path, of: (rule: ReadSectionRule) => void): void => {
    const rule = rules.get(id)
    if (rule === undefined) checkAmong(id, [...rules.keys()], [...path, 'section'], issues)
    else of(rule)
  }
  checkAgrees(complete, missing.length === 0 && stale.length === 0, ['check', 'complete'], issues)
  missing.forEach((part, index) => {
    const path = ['check', 'missing', index]
    check(part.section, path, ({ facts, sources }) => {
      const required = facts.filter(({ from }) => isAsDeepAs(needed, from)).map(({ id }) => id)
      if (part.type === 'facts') part.facts.forEach((fact, at) => checkAmong(fact, required, [...path, 'facts', at], issues))
      if (part.type === 'sources') part.sources.forEach((type, at) => checkAmong(type, sources, [...path, 'sources', at], issues))
    })
  })
  stale.forEach((part, index) => {
    const path = ['check', 'stale', index]
    check(part.section, path, ({ validFor }) => checkStale(part, validFor, parseDay(asOf), path, issues))
  })
  diagnoses.forEach(({ code, params }, index) => {
    if (code === 'age-not-checked') checkAgrees(params.date, asOf, ['check', 'diagnoses', index, 'params', 'date'], issues)
  })
}

/** Adds an issue where a section was fresh until another day, or was not out of date. */
function checkStale(stale: StaleSection, validFor: CalendarDuration | undefined, asOf: number, path: Path, issues: Issue[]): void {
  const day = parseDay(stale.date)
  if (stale.type === 'before-change') {
    if (parseDay(stale.changedOn) <= day)
      issues.push(createIssue('not-above', [...path, 'changedOn'], { bound: stale.date, actual: stale.changedOn }))
    return
  }
  const last = validFor === undefined ? null : (formatDay(Math.min(dayAfter(day, validFor), LAST_DAY)) as string)
  checkAgrees(stale.validUntil, last, [...path, 'validUntil'], issues)
  if (parseDay(stale.validUntil) >= asOf) {
    issues.push(createIssue('not-below', [...path, 'validUntil'], { bound: formatDay(asOf) as string, actual: stale.validUntil }))
  }
}
