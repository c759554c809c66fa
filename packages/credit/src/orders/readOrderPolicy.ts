import type { DecimalInput, Issue, Path, PolicyReference } from '@clientele/core'
import { addIssuesAt, type CalendarDuration, checkDecimal, parseDuration, policyReference } from '@clientele/core/checks'
import type { Decimal } from '@clientele/core/decimal'
import { type ReadExposureRule, readExposureRule } from '../exposure/readExposureRule.js'
import type { ReportDepth } from '../investigation/types.js'
import { nothing, type PreparedAmount, readAmountByCurrency } from '../money/readAmountByCurrency.js'
import { checkOrderPolicy } from './checkOrderPolicy.js'
import type { BreachCode, BreachResponse, BreachRules, OrderPolicy, PlainRule, ReleaseRule } from './policyTypes.js'

/** A rule for what is overdue, read. */
export interface PreparedOverdueRule extends PlainRule {
  readonly days: number
  readonly minimum: PreparedAmount
  readonly skipDisputed: boolean
  /** Where the minimum stands in the policy. */
  readonly path: Path
}

/** A rule for the credit standard, read. */
interface PreparedStandardRule extends PlainRule {
  /** Null where a rating tells. */
  readonly grades: readonly string[] | null
  /** What becomes of an order where the account does not tell; undefined where it passes. */
  readonly unknown: BreachResponse | undefined
}

/** The rules for each breach, read; none where it is not looked at. */
export interface PreparedRules {
  readonly overLimit: readonly PlainRule[]
  readonly limitExpired: readonly PlainRule[]
  readonly overdue: readonly PreparedOverdueRule[]
  readonly dunningLevel: readonly (PlainRule & { readonly from: number })[]
  readonly guaranteeExpired: readonly PlainRule[]
  readonly reportMissing: readonly (PlainRule & { readonly depth: ReportDepth | null })[]
  readonly reportStale: readonly (PlainRule & { readonly validFor: CalendarDuration })[]
  readonly belowStandard: readonly PreparedStandardRule[]
  readonly accountBlocked: readonly PlainRule[]
}

/** Who may release a breach, read. */
export interface PreparedReleaseRule {
  readonly breach: BreachCode
  readonly role: string
  /** In percent of the limit; undefined where there is no end. */
  readonly upTo: Decimal | undefined
  readonly validFor: CalendarDuration
}

/** An order policy, checked and read. */
export interface PreparedOrderPolicy {
  readonly exposure: ReadExposureRule
  readonly rules: PreparedRules
  readonly release: readonly PreparedReleaseRule[]
  readonly reference: PolicyReference
}

/** Checks and reads an order policy, or adds issues and returns undefined. */
export function readOrderPolicy(value: unknown, path: Path, issues: Issue[]): PreparedOrderPolicy | undefined {
  const found = checkOrderPolicy(value)
  addIssuesAt(path, found, issues)
  return found.length === 0 ? prepare({ ...(value as OrderPolicy) }) : undefined
}

function prepare(policy: OrderPolicy): PreparedOrderPolicy {
  return {
    exposure: readExposureRule(policy.exposure, [], []) as ReadExposureRule,
    rules: prepareRules({ ...policy.breaches }),
    release: Array.from(policy.release ?? [], (rule) => prepareRelease({ ...rule })),
    reference: policyReference(policy),
  }
}

function prepareRules(rules: BreachRules): PreparedRules {
  return {
    overLimit: listed(rules['over-limit']),
    limitExpired: listed(rules['limit-expired']),
    overdue: listed(rules.overdue).map(({ response, days = 1, minimumAmount, skipDisputed = false }, index) => {
      const minimum = minimumAmount === undefined ? nothing : readAmountByCurrency(minimumAmount, [], [])
      const place = Array.isArray(rules.overdue) ? ['overdue', index] : ['overdue']
      return { response, days: days + 0, minimum, skipDisputed, path: ['policy', 'breaches', ...place, 'minimumAmount'] }
    }),
    dunningLevel: listed(rules['dunning-level']).map(({ response, from = 1 }) => ({ response, from })),
    guaranteeExpired: listed(rules['guarantee-expired']),
    reportMissing: listed(rules['report-missing']).map(({ response, depth = null }) => ({ response, depth })),
    reportStale: listed(rules['report-stale']).map(({ response, validFor = 'P1Y' }) => ({ response, validFor: durationOf(validFor) })),
    belowStandard: listed(rules['below-standard']).map(({ response, grades, unknown }) => {
      return { response, grades: grades === undefined ? null : [...grades], unknown }
    }),
    accountBlocked: listed(rules['account-blocked']),
  }
}

/** The rules for one breach; a response alone is a rule with nothing else. */
function listed<Rule extends PlainRule>(given: BreachResponse | Rule | readonly Rule[] | undefined): Rule[] {
  if (given === undefined) return []
  if (typeof given === 'string') return [{ response: given } as Rule]
  return Array.from(Array.isArray(given) ? given : [given], (rule: Rule) => ({ ...rule }))
}

function prepareRelease({ breach, role, upToPercentOverLimit, validFor }: ReleaseRule): PreparedReleaseRule {
  return { breach, role, upTo: read(upToPercentOverLimit), validFor: durationOf(validFor) }
}

function read(value: DecimalInput | undefined): Decimal | undefined {
  return value === undefined ? undefined : checkDecimal(value, [], [])
}

function durationOf(text: string): CalendarDuration {
  return parseDuration(text) as CalendarDuration
}
