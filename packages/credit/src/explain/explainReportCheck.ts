import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatDay, parseDay } from '@clientele/core/days'
import { formatMessage, shownDuration, titleOf } from '@clientele/core/explain'
import type { InvestigationScheme, MissingPart, ReportCheck, ReportDiagnosis, SectionRule, StaleSection } from '../investigation/types.js'
import { en } from '../locales/en.js'
import type { CreditLocale } from '../locales/types.js'
import { checkCheckOfScheme } from './checkInvestigation.js'
import { shownFacts, shownSections, shownSources } from './explainRequiredReport.js'

type Sections = ReadonlyMap<string, SectionRule>

/**
 * Says in sentences whether a report has all it must have and is up to date: what is missing, and what has been out of date since when.
 *
 * @param check - What {@link checkReport} returned.
 * @param scheme - The investigation scheme that made it; its titles and periods are taken from it.
 * @param locale - The language; English unless given.
 * @returns Whether the report is in order; a sentence for each section, and for the facts and sources of each, that is missing; one for each section
 * that is out of date; and what is to be known about the report.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the check: one of other sections, facts, sources or periods is refused,
 * also of the same version.
 * @example
 * import { checkReport } from '@clientele/credit'
 * import { explainReportCheck } from '@clientele/credit/explain'
 * import { threeDepthInvestigation } from '@clientele/credit/templates'
 *
 * const facts = { name: 'Example Ltd', address: '1 Main Street', legalForm: 'limited company', founded: '2009-05-01' }
 * const sections = [{ id: 'basics', facts, sources: [{ type: 'direct', means: 'inquiry' }] }] as const
 * const report = { customer: 'C-1', depth: 'brief', date: '2022-01-10', sections } as const
 * const check = checkReport(report, threeDepthInvestigation, { asOf: '2024-03-31' })
 * explainReportCheck(check, threeDepthInvestigation).sentences.slice(1)
 * //=> ['The section "Basics" does not state: legal representative.', 'The section "Basics" of 2022-01-10 has been out of date since 2024-01-11: it must be no older than 2 years.']
 */
export function explainReportCheck(
  check: ReportCheck,
  scheme: InvestigationScheme,
  locale: CreditLocale = en,
): { readonly sentences: readonly string[] } {
  const issues: Issue[] = []
  checkCheckOfScheme(check, scheme, issues)
  throwIssues(issues)
  const { customer, asOf, depth, missing, stale, diagnoses } = check
  const { outcomes, depths } = locale.investigation
  const own = { ...scheme }
  const sections: Sections = new Map(own.sections.map((section) => [section.id, { ...section }]))
  const facts = { asOf, customer, depth: depths[depth], scheme: titleOf(own, locale) }
  return {
    sentences: [
      formatMessage(outcomes[outcomeOf(check)], facts),
      ...missing.map((part) => explainMissing({ ...part }, sections, locale)),
      ...stale.map((section) => explainStale({ ...section }, sections, locale)),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, sections, locale)),
    ],
  }
}

function outcomeOf({ missing, stale }: ReportCheck): keyof CreditLocale['investigation']['outcomes'] {
  if (missing.length === 0) return stale.length === 0 ? 'complete' : 'stale'
  return stale.length === 0 ? 'missing' : 'missing-and-stale'
}

function explainMissing(part: MissingPart, sections: Sections, locale: CreditLocale): string {
  const rule = sections.get(part.section) as SectionRule
  const titles = new Map((rule.facts ?? []).map((fact) => [fact.id, { ...fact }]))
  const lacking = {
    ...(part.type === 'facts'
      ? {
          facts: shownFacts(
            part.facts.map((id) => titles.get(id) ?? { id }),
            locale,
          ),
        }
      : {}),
    ...(part.type === 'sources' ? { sources: shownSources(part.sources, locale) } : {}),
  }
  return formatMessage(locale.investigation.missing[part.type], { section: titleOf(rule, locale), ...lacking })
}

function explainStale(stale: StaleSection, sections: Sections, locale: CreditLocale): string {
  const rule = sections.get(stale.section) as SectionRule
  const since = stale.type === 'too-old' ? formatDay(parseDay(stale.validUntil) + 1) : stale.changedOn
  return formatMessage(locale.investigation.stale[stale.type], {
    section: titleOf(rule, locale),
    date: stale.date,
    since: since as string,
    validFor: shownDuration(rule.validFor ?? '', locale.core),
  })
}

function explainDiagnosis({ code, params }: ReportDiagnosis, sections: Sections, locale: CreditLocale): string {
  const texts = locale.investigation.diagnoses
  if (code === 'age-not-checked') return formatMessage(texts[code], params)
  const named = params.sections.map((id) => sections.get(id) ?? { id })
  return formatMessage(texts[code], { sections: shownSections(named, locale) })
}
