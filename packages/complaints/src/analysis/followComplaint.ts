import type { JsonValue } from '@clientele/core'
import { type Instant, secondsOf } from '@clientele/core/clocks'
import { isBlank } from '../fields/readFields.js'
import { migratedReturnTo, migratedStep } from '../history/applyMigration.js'
import { returnToAfter } from '../history/returnToAfter.js'
import type { DefinitionReference } from '../history/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { migrating } from '../workflow/wellKnown.js'
import { approves, comesBack, EVALUATED, EXTENDED, isClosedAfter, MERGED, proposes, RESPONDED, SENT_BACK } from './meanings.js'
import type { LogEvent } from './readLog.js'

/** A stay of an open complaint in a step; `to` is null where it stands there still. */
interface Visit {
  readonly step: string
  readonly from: Instant
  readonly to: Instant | null
}

/** An amount as an event told it, in canonical form. */
interface ToldMoney {
  readonly amount: string
  readonly currency: string
}

/** What a complaint's history comes to, as far as it is analysed. */
export interface FollowedComplaint {
  readonly openedAt: Instant
  readonly counted: { readonly [field in CountedField]: string | null }
  readonly isClosed: boolean
  readonly wasClosed: boolean
  readonly wasReopened: boolean
  readonly isMerged: boolean
  readonly visits: readonly Visit[]
  /** The steps that were entered again in their cycle, each as often as it was. */
  readonly reentered: readonly string[]
  /** How long each cycle that is closed took: elapsed seconds. */
  readonly resolutions: readonly number[]
  readonly extensions: number
  /** What was approved in the end, cycle by cycle; free solutions are left out. */
  readonly approved: readonly ToldMoney[]
  readonly accepted: number
  readonly disputed: number
  readonly ratings: readonly JsonValue[]
  readonly evaluatedAt: Instant | null
  readonly steppedBack: number
}

/** The fields that complaints are counted by. */
export type CountedField = 'cause' | 'content' | 'department'

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] extends readonly (infer One)[] ? One[] : Value[Key] }

interface Found extends Omit<Mutable<FollowedComplaint>, 'counted'> {
  counted: { [field in CountedField]: string | null }
}

/** A complaint that is being followed: what was found out, and what is only needed on the way. */
interface Draft {
  readonly found: Found
  step: string
  enteredAt: Instant
  /** Whether its stay there began while it was open. */
  isOpen: boolean
  definition: DefinitionReference
  returnTo: readonly string[]
  cycle: number
  cycleOpenedAt: Instant
  cycleClosedAt: Instant | null
  /** The steps entered in this cycle. */
  entered: Set<string>
  proposal: ToldMoney | null
  approval: ToldMoney | null
  /** What the command told whose events these are, and how many more of them follow. */
  told: ToldMoney | null
  following: number
}

/** Follows a complaint through its events, of which there must be one. */
export function followComplaint(events: readonly LogEvent[], extending: ReadonlySet<string>): FollowedComplaint {
  const draft = begin(events[0] as LogEvent)
  for (const event of events) {
    move(draft, event)
    note(draft, event)
    if (event.type === EXTENDED || extending.has(event.type)) draft.found.extensions += 1
  }
  endVisit(draft, null)
  endCycle(draft)
  return draft.found
}

/** Where a complaint stands right before its first event, which leads nowhere else. */
function begin(first: LogEvent): Draft {
  const { instant, step, inCycle, definition } = first
  return {
    found: nothingSince(instant),
    step,
    enteredAt: instant,
    isOpen: !isClosedAfter(first, false, false),
    definition,
    returnTo: [],
    cycle: inCycle,
    cycleOpenedAt: instant,
    cycleClosedAt: null,
    entered: new Set([step]),
    proposal: null,
    approval: null,
    told: null,
    following: 0,
  }
}

function nothingSince(openedAt: Instant): Found {
  return {
    openedAt,
    counted: { cause: null, content: null, department: null },
    isClosed: false,
    wasClosed: false,
    wasReopened: false,
    isMerged: false,
    visits: [],
    reentered: [],
    resolutions: [],
    extensions: 0,
    approved: [],
    accepted: 0,
    disputed: 0,
    ratings: [],
    evaluatedAt: null,
    steppedBack: 0,
  }
}

function move(draft: Draft, event: LogEvent): void {
  const { found } = draft
  const { isClosed: wasClosed } = found
  const isClosed = isClosedAfter(event, wasClosed, event.inCycle > draft.cycle)
  if (event.inCycle > draft.cycle) beginCycle(draft, event.instant, event.inCycle)
  if (event.type === migrating.event && event.workflow !== undefined) migrate(draft, event, event.workflow)
  // A complaint that is opened again handles nothing before it leaves the step that it was closed in.
  if (event.step !== draft.step || (isClosed && draft.isOpen)) {
    endVisit(draft, event.instant)
    draft.enteredAt = event.instant
    draft.isOpen = !isClosed
  }
  if (event.step !== draft.step) enter(draft, event)
  draft.definition = event.definition
  if (isClosed !== wasClosed) {
    draft.cycleClosedAt = isClosed ? event.instant : null
    if (!isClosed) found.wasReopened = true
  }
  found.isClosed = isClosed
  found.wasClosed ||= isClosed
}

function beginCycle(draft: Draft, instant: Instant, cycle: number): void {
  endCycle(draft)
  draft.cycle = cycle
  draft.cycleOpenedAt = instant
  draft.cycleClosedAt = null
  draft.entered = new Set()
  draft.found.isMerged = false
  draft.proposal = null
  draft.approval = null
}

function endCycle({ cycleOpenedAt, cycleClosedAt, approval, found }: Draft): void {
  if (cycleClosedAt !== null) found.resolutions.push(secondsOf(cycleClosedAt - cycleOpenedAt))
  if (approval !== null) found.approved.push(approval)
}

function enter(draft: Draft, event: LogEvent): void {
  const { step, type, workflow } = event
  const { entered, found } = draft
  const migrates = type === migrating.event
  if (entered.has(step) && !migrates && !comesBack(event, draft)) found.reentered.push(step)
  entered.add(step)
  if (workflow !== undefined && !migrates) draft.returnTo = returnToAfter(draft.returnTo, draft.step, step, workflow)
  draft.step = step
}

/** Ends a stay; what comes after the closing of a complaint is none. */
function endVisit({ step, enteredAt, isOpen, found }: Draft, to: Instant | null): void {
  if (isOpen) found.visits.push({ step, from: enteredAt, to })
}

/** Gives the steps that a complaint was in, and goes back to, the names they have under another definition. */
function migrate(draft: Draft, { step }: LogEvent, workflow: ReadWorkflow): void {
  const { definition, returnTo, entered } = draft
  for (const one of [...entered]) entered.add(migratedStep(one, definition, workflow))
  draft.returnTo = migratedReturnTo(returnTo, step, definition, workflow)
}

/** Notes what an event says besides where it leads. */
function note(draft: Draft, event: LogEvent): void {
  const { type, fields, instant, isSteppedBack, following = 0 } = event
  const { found } = draft
  if (isSteppedBack) found.steppedBack += 1
  for (const field of ['cause', 'content', 'department'] as const) {
    const told = fields[field]
    if (told !== undefined) found.counted[field] = isBlank(told) ? null : (told as string)
  }
  if (fields['satisfaction'] !== undefined) found.ratings.push(fields['satisfaction'])
  if (type === MERGED) found.isMerged = true
  if (type === EVALUATED) found.evaluatedAt ??= instant
  if (type === RESPONDED) noteResponse(found, event)
  noteSolution(draft, event)
  draft.following = following
}

/** As the eight steps read it: whoever says both accepts. */
function noteResponse(found: Found, { fields: { response, accepted, disputed } }: LogEvent): void {
  if (response === 'accepted' || accepted === true) found.accepted += 1
  else if (response === 'disputed' || disputed === true) found.disputed += 1
}

function noteSolution(draft: Draft, event: LogEvent): void {
  // What a command tells stands in its first event.
  if (draft.following === 0) draft.told = moneyOf(event)
  if (proposes(event)) draft.proposal = draft.told
  // An approval need not repeat the amount that was proposed.
  if (approves(event)) draft.approval = draft.told ?? draft.proposal
  else if (event.type === SENT_BACK) draft.approval = null
}

function moneyOf({ fields: { amount, currency } }: LogEvent): ToldMoney | null {
  return typeof amount === 'string' && typeof currency === 'string' ? { amount, currency } : null
}
