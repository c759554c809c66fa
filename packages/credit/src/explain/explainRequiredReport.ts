import type { Issue, LocalizedText } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, shownDuration, titleOf } from '@clientele/core/explain'
import { isAsDeepAs } from '../investigation/reportDepths.js'
import type { DepthReason, InvestigationScheme, ReportDepth, RequiredReport, SectionRule } from '../investigation/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkRequiredOfScheme } from './checkInvestigation.js'

/**
 * Says in sentences which report a customer needs, and why.
 *
 * @param required - What {@link requiredReport} returned.
 * @param scheme - The investigation scheme that made it; its titles, and what its sections must have, are taken from it.
 * @param locale - The language; English unless given.
 * @returns How deep the report must be; what the customer's size and risk each call for; which sections it has; and a sentence for each section that
 * must state facts, rest on certain sources or be of a recent date.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the requirement: one that asks for something else is refused, also of
 * the same version.
 * @example
 * import { requiredReport } from '@clientele/credit'
 * import { explainRequiredReport } from '@clientele/credit/explain'
 * import { threeDepthInvestigation } from '@clientele/credit/templates'
 *
 * const required = requiredReport({ size: 'small', risk: 'moderate' }, threeDepthInvestigation)
 * const { sentences } = explainRequiredReport(required, threeDepthInvestigation)
 * sentences.slice(0, 4)
 * //=> ['Under the scheme "Reports of three depths", a standard report is required.', 'The customer is small, which calls for at least a brief report.', 'The risk is moderate, which calls for at least a standard report.', 'Sections of the report: "Basics", "State of trade", "Characteristics", "State of business", "The five Cs (rated 1 to 5)".']
 * sentences[5]
 * //=> 'The section "State of trade" must state reputation, credit state, credit problems that appeared; rest on a direct source (inquiry, observation or questionnaire); be no older than 1 year.'
 */
export function explainRequiredReport(
  required: RequiredReport,
  scheme: InvestigationScheme,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkRequiredOfScheme(required, scheme, issues)
  throwIssues(issues)
  const { investigation } = locale
  const { depth, reasons } = required
  const own = { ...scheme }
  const sections = own.sections.map((section) => ({ ...section })).filter(({ from }) => isAsDeepAs(depth, from))
  return {
    sentences: [
      formatMessage(investigation.required, { scheme: titleOf(own, locale), depth: investigation.depths[depth] }),
      ...reasons.map((reason) => explainReason(reason, locale)),
      formatMessage(investigation.sections, { sections: shownSections(sections, locale) }),
      ...sections.flatMap((section) => explainSection(section, depth, locale)),
    ],
  }
}

function explainReason({ code, params }: DepthReason, { investigation }: CreditLocale): string {
  const { depths, sizes, risks, reasons } = investigation
  const customer = code === 'depth-by-size' ? { size: sizes[params.size] } : { risk: risks[params.risk] }
  return formatMessage(reasons[code], { ...customer, depth: depths[params.depth] })
}

/** What a section must have in a report of a depth, where that is something in particular. */
function explainSection(section: SectionRule, depth: ReportDepth, locale: CreditLocale): string[] {
  const { investigation, core } = locale
  const { section: template, demands, demandSeparator } = investigation
  const { from, facts = [], sources = [], validFor } = section
  const needed = facts.map((fact) => ({ ...fact })).filter((fact) => isAsDeepAs(depth, fact.from ?? from))
  const demanded = [
    ...(needed.length === 0 ? [] : [formatMessage(demands.facts, { facts: shownFacts(needed, locale) })]),
    ...(sources.length === 0 ? [] : [formatMessage(demands.sources, { sources: shownSources(sources, locale) })]),
    ...(validFor === undefined ? [] : [formatMessage(demands.validFor, { validFor: shownDuration(validFor, core) })]),
  ]
  return demanded.length === 0 ? [] : [formatMessage(template, { section: titleOf(section, locale), demands: demanded.join(demandSeparator) })]
}

/** Sections by their titles, as a list. */
export function shownSections(sections: readonly Pick<SectionRule, 'id' | 'title'>[], locale: CreditLocale): string {
  const { investigation, core } = locale
  return listTexts(
    sections.map((section) => formatMessage(investigation.sectionName, { section: titleOf(section, locale) })),
    core,
  )
}

/** Facts by their titles, as a list. */
export function shownFacts(facts: readonly { readonly id: string; readonly title?: LocalizedText | undefined }[], locale: CreditLocale): string {
  return listTexts(
    facts.map((fact) => titleOf(fact, locale)),
    locale.core,
  )
}

/** Types of sources, of which there are two at most. */
export function shownSources(types: NonNullable<SectionRule['sources']>, { investigation }: CreditLocale): string {
  const { sources, sourceSeparator } = investigation
  return types.map((type) => sources[type]).join(sourceSeparator)
}
