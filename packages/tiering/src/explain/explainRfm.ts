import type { Issue } from '@clientele/core'
import { throwIssues } from '@clientele/core/checks'
import { formatMessage, listTexts, titleOf } from '@clientele/core/explain'
import { en } from '../locales/en.js'
import type { TieringLocale } from '../locales/types.js'
import { type ReadRfmScheme, readRfmScheme } from '../rfm/readRfmScheme.js'
import type { Rfm, RfmDiagnosis, RfmScheme, SegmentSummary } from '../rfm/types.js'
import { checkRfmOfScheme } from './checkRfm.js'
import type { CustomerSentences } from './customerSentences.js'
import { explainScoredCustomer } from './explainScoredCustomer.js'
import { type SegmentText, segmentTexts } from './segmentTexts.js'
import { shownAmount } from './shownAmount.js'
import { shownShare } from './shownShare.js'

/**
 * Says in sentences how customers are scored by recency, frequency and monetary value and which segments they are in; and of each customer why it has its
 * scores, what a better score takes, and what is to be done.
 *
 * @param rfm - What {@link scoreRfm} returned.
 * @param scheme - The RFM scheme that made it; its titles and actions are taken from it.
 * @param locale - The language; English unless given.
 * @returns `sentences` about all: as of which day, by which rule, each segment that somebody is in with its action, those that nobody is in, and what is to
 * be known about the scores; and in `customers` the sentences about each: its segment and action, and its three scores, each between its cuts.
 * @throws {@link InputError} if the scheme is not one, or not the one that made the result: one of other cuts or segments is refused, also of the same
 * version.
 * @example
 * import { scoreRfm } from '@clientele/tiering'
 * import { explainRfm } from '@clientele/tiering/explain'
 * import { textbookRfm } from '@clientele/tiering/templates'
 *
 * const summaries = [98, 205, 140, 700].map((recencyDays, index) => ({ customer: `C-${index}`, recencyDays, frequency: 7 - index, monetary: 596 - index }))
 * const { customers } = explainRfm(scoreRfm(summaries, textbookRfm, { asOf: '2006-12-31' }), textbookRfm)
 * customers[2].sentences[1] //=> 'Recency 4 of 5: 140 days since the last purchase, which is fewer than 205 days; fewer than 140 days would score 5.'
 */
export function explainRfm(
  rfm: Rfm,
  scheme: RfmScheme,
  locale: TieringLocale = en,
): { readonly sentences: readonly string[]; readonly customers: readonly CustomerSentences[] } {
  const issues: Issue[] = []
  checkRfmOfScheme(rfm, scheme, issues)
  throwIssues(issues)
  const found = { ...rfm }
  const own = { ...scheme }
  const { customers, diagnoses } = found
  const read = readRfmScheme(own)
  const segments = segmentTexts(own, locale)
  return {
    sentences: [
      formatMessage(locale.rfm.scores, { asOf: found.asOf, scheme: titleOf(own, locale), bins: read.bins, count: customers.length }),
      ...explainRules(read, locale),
      ...explainSegments(found, segments, locale),
      ...diagnoses.map((diagnosis) => explainDiagnosis(diagnosis, found, locale)),
    ],
    customers: customers.map((one) => ({ customer: one.customer, sentences: explainScoredCustomer(one, found, read.monetary, segments, locale) })),
  }
}

/** What monetary value is, and how scores come about. */
function explainRules({ cuts, isCompatible, monetary }: ReadRfmScheme, { rfm }: TieringLocale): string[] {
  const rule = cuts !== undefined ? 'cuts' : isCompatible ? 'r-rfm' : 'bins'
  return [rfm.monetary[monetary.measure][monetary.statistic], rfm.rules[rule]]
}

/** The segments that somebody is in, and those that nobody is in. */
function explainSegments(rfm: Rfm, segments: ReadonlyMap<string, SegmentText>, locale: TieringLocale): string[] {
  if (rfm.customers.length === 0) return []
  const isFilled = new Set(rfm.segments.filter(({ count }) => count > 0).map(({ segment }) => segment))
  const empty = [...segments].filter(([id]) => !isFilled.has(id)).map(([, { segment }]) => segment)
  return [
    ...rfm.segments.filter(({ segment }) => isFilled.has(segment)).map((one) => explainSegment(one, rfm, segments, locale)),
    ...(empty.length === 0 ? [] : [formatMessage(locale.rfm.emptySegments, { segments: listTexts(empty, locale.core) })]),
  ]
}

function explainSegment(summary: SegmentSummary, { currency }: Rfm, segments: ReadonlyMap<string, SegmentText>, locale: TieringLocale): string {
  const { segment: id, count, shareOfCustomers, shareOfValue } = summary
  const { noSegment, noSegmentWithoutShare, segment, segmentWithoutShare } = locale.rfm
  const templates = id === null ? [noSegment, noSegmentWithoutShare] : [segment, segmentWithoutShare]
  return formatMessage(templates[shareOfValue === null ? 1 : 0] as string, {
    count,
    customerPercent: shownShare(shareOfCustomers ?? 0),
    value: shownAmount(summary.value, { currency }, locale),
    valuePercent: shareOfValue === null ? '' : shownShare(shareOfValue),
    ...(id === null ? {} : segments.get(id)),
  })
}

function explainDiagnosis({ code, params }: RfmDiagnosis, { currency }: Rfm, locale: TieringLocale): string {
  const { diagnoses, measures } = locale.rfm
  if (code === 'total-not-positive') return formatMessage(diagnoses[code], { total: shownAmount(params.total, { currency }, locale) })
  if (code === 'one-distinct-value' || code === 'fewer-scores')
    return formatMessage(diagnoses[code], { ...params, measure: measures[params.measure] })
  return formatMessage(diagnoses[code], params)
}
