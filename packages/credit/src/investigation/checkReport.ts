import type { CalendarDate, Issue } from '@clientele/core'
import { checkChoice, checkKeys, checkRecord, throwIssues } from '@clientele/core/checks'
import { dayAfter, formatDay } from '@clientele/core/days'
import { readDay } from '../invoices/readInvoice.js'
import { type ReadCreditReport, type ReadSection, readCreditReport } from './readCreditReport.js'
import { type ReadInvestigation, type ReadSectionRule, readInvestigation } from './readInvestigation.js'
import { isAsDeepAs, REPORT_DEPTHS } from './reportDepths.js'
import type {
  CreditReport,
  InvestigationScheme,
  MissingPart,
  ReportCheck,
  ReportCheckOptions,
  ReportDepth,
  ReportDiagnosis,
  StaleSection,
} from './types.js'

/** A section, whose day is the report's where it has none of its own. */
interface DatedSection extends ReadSection {
  readonly day: number
}

/** The options, checked and read; days are since 1970-01-01. */
interface ReadOptions {
  readonly asOf: number | undefined
  readonly changedOn: number | undefined
  readonly depth: ReportDepth | undefined
}

/**
 * Checks whether a report has all that one of its depth must have, and whether it is up to date.
 *
 * - Each section that the depth requires must be there, with its facts (those that are required from that depth on; what a report states beyond them
 *   is no fault) and at least one source of each type that the scheme asks for.
 * - A section is there from its date on, which is the report's unless it has its own: before, it is missing.
 * - A required section is fresh through the day that lies the scheme's `validFor` after its date, and stale from the next day on. Whatever its age,
 *   it is stale if the customer's credit state changed after its date.
 *
 * @param report - The report: sections of different ids, and each fact in one of them only.
 * @param scheme - The investigation scheme.
 * @param options - `asOf`: the day of the question, the report's date unless given; `changedOn`: the day on which the customer's credit state last
 * changed, which is ignored where it is after a given `asOf`, and counts whatever it is where none is given; `depth`: how deep the report must be, as
 * deep as it says it is unless given.
 * @returns `missing` and `stale` in the scheme's order, where a section may have several entries; `complete` where both are empty. Sections that the
 * scheme does not know, or that are dated after `asOf`, are named in `diagnoses`, by id; `age-not-checked` tells that no `asOf` was given.
 * @throws {@link InputError} if the report, the scheme or an option is not as stated, with every issue.
 * @see Textbook S1, 客戶信用管理: a brief, a standard and an in-depth report, kept up to date when the credit state changes.
 * @example
 * import { checkReport } from '@clientele/credit'
 * import { threeDepthInvestigation } from '@clientele/credit/templates'
 *
 * const sections = [
 *   {
 *     id: 'basics',
 *     facts: { name: 'Example Ltd', address: '1 Main Street', legalForm: 'limited company', founded: '2009-05-01' },
 *     sources: [{ type: 'direct', means: 'inquiry' }],
 *   },
 * ] as const
 * const report = { customer: 'C-1', depth: 'brief', date: '2024-03-01', sections } as const
 * const { missing, stale } = checkReport(report, threeDepthInvestigation, { asOf: '2026-03-02' })
 * missing //=> [{ type: 'facts', section: 'basics', facts: ['legalRepresentative'] }]
 * stale //=> [{ type: 'too-old', section: 'basics', date: '2024-03-01', validUntil: '2026-03-01' }]
 */
export function checkReport(report: CreditReport, scheme: InvestigationScheme, options: ReportCheckOptions = {}): ReportCheck {
  const issues: Issue[] = []
  const rules = readInvestigation(scheme, ['scheme'], issues)
  const asked = readOptions(options, issues)
  const read = readCreditReport(report, ['report'], issues)
  throwIssues(issues)
  const { sections, policy } = rules as ReadInvestigation
  return { ...compare(read as ReadCreditReport, sections, asked as ReadOptions), policies: [policy] }
}

function readOptions(value: unknown, issues: Issue[]): ReadOptions | undefined {
  if (!checkRecord(value, ['options'], issues)) return undefined
  const { asOf, changedOn, depth, ...others } = { ...value }
  checkKeys(others, ['asOf', 'changedOn', 'depth'], ['options'], issues)
  const isDepth = depth !== undefined && checkChoice(depth, REPORT_DEPTHS, ['options', 'depth'], issues)
  return {
    asOf: asOf === undefined ? undefined : readDay(asOf, ['options', 'asOf'], issues),
    changedOn: changedOn === undefined ? undefined : readDay(changedOn, ['options', 'changedOn'], issues),
    depth: isDepth ? depth : undefined,
  }
}

function compare(report: ReadCreditReport, rules: readonly ReadSectionRule[], options: ReadOptions): Omit<ReportCheck, 'policies'> {
  const { asOf = report.day, depth = report.depth } = options
  const dated = report.sections.map((section) => ({ ...section, day: section.day ?? report.day }))
  const sections = new Map(dated.filter(({ day }) => day <= asOf).map((section) => [section.id, section]))
  const changedOn = knownChange(options)
  const required = rules.filter(({ from }) => isAsDeepAs(depth, from))
  const missing = required.flatMap((rule) => missingIn(sections.get(rule.id), rule, depth))
  const stale = required.flatMap((rule) => {
    const section = sections.get(rule.id)
    return section === undefined ? [] : staleIn(rule, section.day, asOf, changedOn)
  })
  return {
    customer: report.customer,
    asOf: dateOf(asOf),
    depth,
    complete: missing.length === 0 && stale.length === 0,
    missing,
    stale,
    diagnoses: [
      ...diagnose(dated, new Set(rules.map(({ id }) => id)), asOf),
      ...(options.asOf === undefined ? [{ code: 'age-not-checked' as const, params: { date: dateOf(report.day) } }] : []),
    ],
  }
}

/** The day of the last change of the credit state, unless it is after the day of the question. */
function knownChange({ asOf, changedOn }: ReadOptions): number | undefined {
  return asOf !== undefined && changedOn !== undefined && changedOn > asOf ? undefined : changedOn
}

function missingIn(section: ReadSection | undefined, rule: ReadSectionRule, depth: ReportDepth): MissingPart[] {
  const { id } = rule
  if (section === undefined) return [{ type: 'section', section: id }]
  const facts = rule.facts.filter((fact) => isAsDeepAs(depth, fact.from) && !section.facts.has(fact.id)).map((fact) => fact.id)
  const sources = rule.sources.filter((type) => !section.sources.has(type))
  return [
    ...(facts.length === 0 ? [] : [{ type: 'facts' as const, section: id, facts }]),
    ...(sources.length === 0 ? [] : [{ type: 'sources' as const, section: id, sources }]),
  ]
}

function staleIn({ id, validFor }: ReadSectionRule, day: number, asOf: number, changedOn: number | undefined): StaleSection[] {
  const last = validFor === undefined ? Number.POSITIVE_INFINITY : dayAfter(day, validFor)
  const date = dateOf(day)
  return [
    ...(last < asOf ? [{ type: 'too-old' as const, section: id, date, validUntil: dateOf(last) }] : []),
    ...(changedOn !== undefined && day < changedOn ? [{ type: 'before-change' as const, section: id, date, changedOn: dateOf(changedOn) }] : []),
  ]
}

function diagnose(sections: readonly DatedSection[], known: ReadonlySet<string>, asOf: number): ReportDiagnosis[] {
  const unknown = sections.filter(({ id }) => !known.has(id))
  const later = sections.filter(({ day }) => day > asOf)
  return [
    ...(unknown.length === 0 ? [] : [{ code: 'sections-unknown' as const, params: { sections: idsOf(unknown) } }]),
    ...(later.length === 0 ? [] : [{ code: 'sections-after-as-of' as const, params: { sections: idsOf(later) } }]),
  ]
}

/** The ids in an order that does not depend on the report's. */
function idsOf(sections: readonly ReadSection[]): string[] {
  return sections.map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1))
}

function dateOf(day: number): CalendarDate {
  return formatDay(day) as CalendarDate
}
