import type { Issue, Path, PolicyReference } from '@clientele/core'
import type { BusinessCalendar } from '@clientele/core/business-time'
import { addIssuesAt, checkChoice, checkRecord, listOf, ownValue } from '@clientele/core/checks'
import { readCalendar, type Zone } from '@clientele/core/clocks'
import { type Title, titleOf, titlesOf } from '@clientele/core/explain'
import { checkClockPolicy } from '../clocks/checkClockPolicy.js'
import type { ClockPolicy } from '../clocks/types.js'
import type { ComplaintsLocale } from '../locales/types.js'
import { checkTaxonomy } from '../taxonomy/checkTaxonomy.js'
import type { ComplaintTaxonomy } from '../taxonomy/types.js'
import { readWorkflow } from '../workflow/readWorkflow.js'
import type { WorkflowDefinition } from '../workflow/types.js'
import { type Vocabulary, vocabularyOf } from './vocabulary.js'

/** A policy that tells what things are called. */
export type TitledPolicy = ClockPolicy | WorkflowDefinition | ComplaintTaxonomy | BusinessCalendar

/** Policies that nothing is wrong with, by their kind. */
export interface TitledPolicies {
  readonly clockPolicies: readonly ClockPolicy[]
  readonly workflows: readonly WorkflowDefinition[]
  readonly taxonomies: readonly ComplaintTaxonomy[]
  readonly calendars: readonly TitledCalendar[]
}

/** A calendar with its zone. */
interface TitledCalendar {
  readonly document: BusinessCalendar
  readonly zone: Zone
}

/** What things are called by policies. */
export interface Titles extends Vocabulary {
  readonly clock: Title
  readonly cause: Title
  readonly content: Title
  readonly priority: Title
  /** What a calendar is called, and its zone where it is known. */
  readonly calendar: (calendar: PolicyReference) => { readonly title: string; readonly zone: Zone | undefined }
}

const KINDS = ['clock-policy', 'complaint-workflow', 'complaint-taxonomy', 'business-calendar'] as const

/** Reads a policy or a list of them, of any kind that tells what things are called; what it returns holds only where no issue is added. */
export function readTitled(value: unknown, path: Path, issues: Issue[]): TitledPolicies {
  const [clockPolicies, workflows, taxonomies, calendars]: [ClockPolicy[], WorkflowDefinition[], ComplaintTaxonomy[], TitledCalendar[]] = [
    [],
    [],
    [],
    [],
  ]
  const read = (one: unknown, place: Path): void => {
    if (!checkRecord(one, place, issues)) return
    const kind = ownValue(one, 'kind')
    if (!checkChoice(kind, KINDS, [...place, 'kind'], issues)) return
    const document: unknown = { ...one }
    if (kind === 'complaint-workflow') {
      readWorkflow(one, place, issues)
      workflows.push(document as WorkflowDefinition)
    } else if (kind === 'complaint-taxonomy') {
      addIssuesAt(place, checkTaxonomy(one), issues)
      taxonomies.push(document as ComplaintTaxonomy)
    } else if (kind === 'business-calendar') {
      const calendar = readCalendar(one, place, issues)
      if (calendar !== undefined) calendars.push({ document: document as BusinessCalendar, zone: calendar.zone })
    } else {
      addIssuesAt(place, checkClockPolicy(one), issues)
      clockPolicies.push(document as ClockPolicy)
    }
  }
  if (Array.isArray(value)) listOf(read)(value, path, issues)
  else read(value, path)
  return { clockPolicies, workflows, taxonomies, calendars }
}

/** What things are called; where several versions say it, by the last of them. */
export function titlesBy({ clockPolicies, workflows, taxonomies, calendars }: TitledPolicies, locale: ComplaintsLocale): Titles {
  const joined = { terms: {}, steps: {} }
  for (const { terms, steps } of workflows) {
    joined.terms = { ...joined.terms, ...terms }
    joined.steps = { ...joined.steps, ...steps }
  }
  const vocabulary = vocabularyOf(joined, locale)
  const contents = titlesOf(
    taxonomies.flatMap((taxonomy) => taxonomy.contents),
    locale,
  )
  return {
    ...vocabulary,
    clock: titlesOf(
      clockPolicies.flatMap((policy) => policy.clocks),
      locale,
    ),
    cause: titlesOf(
      taxonomies.flatMap((taxonomy) => taxonomy.causes),
      locale,
    ),
    content: (id) => {
      const title = contents(id)
      return title === id ? vocabulary.coded('content', id) : title
    },
    priority: titlesOf(
      taxonomies.flatMap((taxonomy) => taxonomy.priorities),
      locale,
    ),
    calendar: (reference) => {
      const known = calendars.find(({ document }) => isSamePolicy(document, reference))
      return known === undefined ? { title: reference.id, zone: undefined } : { title: titleOf(known.document, locale), zone: known.zone }
    },
  }
}

/** Whether two policies are the same version of one. */
export function isSamePolicy(one: PolicyReference, other: PolicyReference): boolean {
  return one.kind === other.kind && one.id === other.id && one.version === other.version
}
