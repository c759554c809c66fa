import type { Issue } from '@clientele/core'
import { checkChoice, checkInteger, createIssue, throwIssues } from '@clientele/core/checks'
import type { MonetaryRule, RfmScheme, RfmSegment } from '@clientele/tiering'
import { textbookRfm, usualRfm } from '@clientele/tiering/templates'
import { numberOf } from '../../fields/numberOf.js'
import { exampleText } from './example.js'

type Cuts = 'recency' | 'frequency' | 'monetary'

/** The purchases, how they are scored, and what is looked at. */
export type RfmFields = {
  readonly [field in 'csv' | 'file' | 'asOf' | 'segments' | 'rule' | 'scores' | 'high' | 'statistic' | 'top' | 'customer' | 'segment' | Cuts]: string
}

export const measures: readonly Cuts[] = ['recency', 'frequency', 'monetary']
export const segmentations = ['textbook', 'usual'] as const
export const rules = ['groups', 'cuts'] as const
export const statistics = ['sum', 'mean'] as const

export const defaults: RfmFields = {
  csv: exampleText,
  /** The name of the file that was opened, for a link may not hold what is in it. */
  file: '',
  asOf: '2024-06-30',
  segments: 'textbook',
  rule: 'groups',
  scores: '5',
  high: '4',
  recency: '14, 45, 120, 200',
  frequency: '2, 3, 4, 5',
  monetary: '1000, 2000, 5000, 20000',
  statistic: 'sum',
  top: '18',
  /** Whose scores are explained. */
  customer: 'A1',
  /** Whose customers are listed; all unless a segment is named. */
  segment: '',
}

/** What a scheme is made from. */
export const schemeFields = ['segments', 'rule', 'scores', 'high', 'recency', 'frequency', 'monetary', 'statistic'] as const

export type SchemeTexts = Pick<RfmFields, (typeof schemeFields)[number]>

const FEWEST_SCORES = 2
const MOST_SCORES = 20

/** Whether a score is a high one is asked of the textbook's segments alone; the usual ones have bounds of their own. */
export function highFrom({ segments, high }: RfmFields): number {
  return segments === 'usual' ? Number(defaults.high) : numberOf(high)
}

/** The scheme that is typed; the textbook's own where nothing is changed. Whether cuts are right, the packages say. */
export function schemeOf(fields: SchemeTexts): RfmScheme {
  const issues: Issue[] = []
  checkChoice(fields.segments, segmentations, ['segments'], issues)
  checkChoice(fields.rule, rules, ['rule'], issues)
  checkChoice(fields.statistic, statistics, ['statistic'], issues)
  throwIssues(issues)
  return fields.segments === 'usual' ? usualScheme(fields) : textbookScheme(fields)
}

function usualScheme(fields: SchemeTexts): RfmScheme {
  const scored = scoring(fields, usualRfm.bins as number)
  const issues: Issue[] = []
  const expected = (usualRfm.bins as number) - 1
  for (const measure of measures) {
    const { length: actual } = scored.cuts?.[measure] ?? { length: expected }
    if (actual !== expected) issues.push(createIssue('wrong-length', [measure], { expected, actual }))
  }
  throwIssues(issues)
  return changed(usualRfm, fields, scored, usualRfm.segments)
}

/** High is from a score on, low is below it. */
function textbookScheme(fields: SchemeTexts): RfmScheme {
  const issues: Issue[] = []
  const bins = fields.rule === 'cuts' ? countScores(fields) : numberOf(fields.scores)
  const isCounted = checkInteger(bins, ['scores'], issues, { minimum: FEWEST_SCORES, maximum: MOST_SCORES })
  const from = numberOf(fields.high)
  checkInteger(from, ['high'], issues, { minimum: FEWEST_SCORES, maximum: isCounted ? bins : MOST_SCORES })
  throwIssues(issues)
  const [high, low] = [[from, bins] as const, [1, from - 1] as const]
  const [important, nurtured, ...others] = textbookRfm.segments as readonly [RfmSegment, RfmSegment, ...RfmSegment[]]
  const segments = [{ ...important, r: high, f: high, m: high }, { ...nurtured, r: low, f: high, m: low }, ...others]
  return changed(textbookRfm, fields, scoring(fields, bins), segments)
}

type Scoring = Pick<RfmScheme, 'bins' | 'cuts'>

function scoring(fields: SchemeTexts, bins: number): Scoring {
  if (fields.rule === 'groups') return { bins }
  return { cuts: { recency: cutsOf(fields.recency), frequency: cutsOf(fields.frequency), monetary: cutsOf(fields.monetary) } }
}

/** A list of numbers, with any commas or blanks between them; of too long a list so much that its length is said to be wrong. */
function cutsOf(text: string): readonly string[] {
  return text
    .split(/[\s,，;；、]+/)
    .filter((cut) => cut !== '')
    .slice(0, MOST_SCORES)
}

/** As many as the cuts make; where the cuts are wrong they are said to be, not this. */
function countScores({ recency }: SchemeTexts): number {
  return Math.min(Math.max(cutsOf(recency).length + 1, FEWEST_SCORES), MOST_SCORES)
}

/** A template with what is typed in the place of its own; what differs from a template is another scheme. */
function changed(template: RfmScheme, { statistic }: SchemeTexts, scored: Scoring, segments: readonly RfmSegment[]): RfmScheme {
  const monetary: MonetaryRule = { measure: 'net', statistic: statistic as MonetaryRule['statistic'] }
  const { bins: _, cuts: __, compatible: ___, ...head } = template
  const scheme = { ...head, ...scored, monetary, segments } as RfmScheme
  const isTemplate = JSON.stringify(Object.entries(scheme).sort()) === JSON.stringify(Object.entries(template).sort())
  return isTemplate ? template : { ...scheme, id: `${template.id}-changed` }
}
