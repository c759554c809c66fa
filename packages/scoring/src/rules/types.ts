import type { CalendarDate, Condition, ConditionTraceEntry, LocalizedText, PolicyReference } from '@clientele/core'

/** What a rulebook grants. */
export interface RuleOutcome {
  readonly grade: string
  /** Where the subject goes next: a person's role, a queue, a programme. */
  readonly route?: string
}

/** One rule: whoever meets the condition gets the grade. */
export interface GradingRule extends RuleOutcome {
  /** Unique among the rulebook's rules. */
  readonly id: string
  readonly title?: LocalizedText
  readonly when: Condition
}

/** The title of a grade or a route. */
export interface TitledId {
  /** Unique among the grades, or among the routes. */
  readonly id: string
  readonly title?: LocalizedText
}

/** Grading rules as a document: the first rule whose condition is met grants its grade. */
export interface Rulebook {
  readonly kind: 'rulebook'
  readonly id: string
  /** The host's version of this document. */
  readonly version: string | number
  /** The version of this document's format; 1 where it is left out. */
  readonly format?: 1
  readonly title?: LocalizedText
  /** At least one; they are tried in this order. */
  readonly rules: readonly GradingRule[]
  /** What is granted where no rule is met. */
  readonly otherwise: RuleOutcome
  /** Where it is given, every grade that is granted must be in it. */
  readonly grades?: readonly TitledId[]
  /** Where it is given, every route must be in it. */
  readonly routes?: readonly TitledId[]
}

/** How one rule came out. */
export interface TriedRule {
  readonly rule: string
  readonly met: boolean
  /** Every comparison of the rule's condition, in the order they are written. */
  readonly comparisons: readonly ConditionTraceEntry[]
}

/** The grade of a subject, and why it is this one. */
export interface Grading {
  readonly grade: string
  /** The rule that granted it; null where none is met, and `otherwise` did. */
  readonly rule: string | null
  readonly route?: string
  readonly asOf: CalendarDate
  /** The rules that were tried, in their order, up to the one that granted the grade. */
  readonly trace: readonly TriedRule[]
  readonly policies: readonly PolicyReference[]
}

/** A rulebook, checked once for many subjects. */
export interface CompiledRulebook {
  /** As the verb of the same name. */
  readonly gradeSubject: (subject: object, options: { readonly asOf: CalendarDate }) => Grading
}
