import type { Issue, Path } from '@clientele/core'
import {
  checkKeys,
  checkLocalizedText,
  checkPolicyHeader,
  checkRecord,
  copyData,
  createIssue,
  describeValue,
  formatPath,
  isRecord,
  ownValue,
  policyKeys,
  policyReference,
} from '@clientele/core/checks'
import { checkTarget } from './checkTarget.js'
import type { EmittedEvent, ReadMove, ReadPerson, ReadStep, ReadWorkflow } from './compiled.js'
import { readLimits } from './readLimits.js'
import { checkFilledNames, checkName, checkNames, type StatedMove } from './readMove.js'
import { readStep } from './readStep.js'
import type { WorkflowDefinition } from './types.js'
import { eventKeys, migrating, PREVIOUS, people, proposing, recording, STAY } from './wellKnown.js'

const KEYS = [...policyKeys, 'title', 'initial', 'steps', 'opening', 'limits', 'migrate', 'terms']
const MOST_STEPS = 1_000
const NONE: ReadonlyMap<string, unknown> = new Map()

/** What was read of a definition when it said the same, for reading takes many times as long as comparing. */
const remembered = new WeakMap<object, { readonly text: string; readonly workflow: ReadWorkflow }>()

/** Reads a definition, or adds issues and returns undefined. One that says what it said the last time is not read again. */
export function readWorkflow(value: unknown, path: Path, issues: Issue[]): ReadWorkflow | undefined {
  const last = isRecord(value) ? remembered.get(value) : undefined
  if (last !== undefined && last.text === textOf(value)) return last.workflow
  const workflow = readAnew(value, path, issues)
  const text = workflow === undefined ? undefined : textOf(value)
  if (workflow === undefined || text === undefined) return workflow
  // What is remembered must not change with the document.
  const copy = readAnew(copyData(value), path, issues) as ReadWorkflow
  remembered.set(value as object, { text, workflow: copy })
  return copy
}

/** All that a definition says; undefined where it cannot be said. */
function textOf(definition: unknown): string | undefined {
  try {
    return JSON.stringify(definition)
  } catch {
    return undefined
  }
}

/**
 * Reads a definition whatever is remembered, or adds issues and returns undefined.
 *
 * @param value - Anything.
 * @param path - Where it stands.
 * @param issues - What is found wrong is added to them.
 * @param eventsBefore - Types of events that an earlier version knows: a need so named is one of these, also where nothing emits it any more.
 */
export function readAnew(value: unknown, path: Path, issues: Issue[], eventsBefore: ReadonlyMap<string, unknown> = NONE): ReadWorkflow | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const found: Issue[] = []
  const document = { ...value }
  checkKeys(document, KEYS, path, found)
  checkPolicyHeader(document, 'complaint-workflow', path, found)
  if (document['title'] !== undefined) checkLocalizedText(document['title'], [...path, 'title'], found)
  const steps = readSteps(document['steps'], [...path, 'steps'], found)
  const ids = new Set(steps.keys())
  checkTarget(document['initial'], ids, [...path, 'initial'], found)
  checkOpening(document['opening'], [...path, 'opening'], found)
  const limits = readLimits(document['limits'], [...path, 'limits'], found)
  const migrate = readMigrations(document['migrate'], ids, [...path, 'migrate'], found)
  checkTerms(document['terms'], [...path, 'terms'], found)
  if (found.length === 0) {
    checkPeople(document as unknown as WorkflowDefinition, steps, path, found)
    checkProposals(steps, [...path, 'steps'], found)
  }
  for (const issue of found) issues.push(issue)
  return found.length === 0 ? compile(document as unknown as WorkflowDefinition, steps, { limits, migrate, eventsBefore }) : undefined
}

type StatedSteps = ReadonlyMap<string, readonly StatedMove[]>

function readSteps(value: unknown, path: Path, issues: Issue[]): StatedSteps {
  const steps = new Map<string, readonly StatedMove[]>()
  if (!checkRecord(value, path, issues)) return steps
  const ids = Object.keys(value)
  if (ids.length === 0) issues.push(createIssue('empty', path, {}))
  if (ids.length > MOST_STEPS) {
    issues.push(createIssue('too-many-parts', path, { maximum: MOST_STEPS }))
    return steps
  }
  const known = new Set(ids)
  for (const id of ids) {
    checkName(id, [STAY, PREVIOUS], [...path, id], issues)
    steps.set(id, readStep(ownValue(value, id), known, [...path, id], issues))
  }
  return steps
}

function checkOpening(value: unknown, path: Path, issues: Issue[]): void {
  if (!checkRecord(value, path, issues)) return
  const opening = { ...value }
  checkKeys(opening, ['needs', 'emits'], path, issues)
  checkNames(opening['needs'], eventKeys, [...path, 'needs'], issues)
  checkFilledNames(opening['emits'], [migrating.event], [...path, 'emits'], issues)
}

function readMigrations(value: unknown, steps: ReadonlySet<string>, path: Path, issues: Issue[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const migrations = new Map<string, ReadonlyMap<string, string>>()
  if (value === undefined || !checkRecord(value, path, issues)) return migrations
  for (const version of Object.keys(value)) {
    const renamed = ownValue(value, version)
    const place = [...path, version]
    checkName(version, [], place, issues)
    if (!checkRecord(renamed, place, issues)) continue
    for (const [from, to] of Object.entries(renamed)) {
      if (checkName(from, [], [...place, from], issues)) checkTarget(to, steps, [...place, from], issues)
    }
    migrations.set(version, new Map(Object.entries(renamed) as [string, string][]))
  }
  return migrations
}

function checkTerms(value: unknown, path: Path, issues: Issue[]): void {
  if (value === undefined || !checkRecord(value, path, issues)) return
  for (const name of Object.keys(value)) {
    if (checkName(name, [], [...path, name], issues)) checkLocalizedText(ownValue(value, name), [...path, name], issues)
  }
}

/** Checks that everyone named in `notBy` is someone: a person that is known, or whoever gave a command or brought an event about. */
function checkPeople({ opening }: WorkflowDefinition, steps: StatedSteps, path: Path, issues: Issue[]): void {
  const names = namesOf(opening.emits, steps)
  for (const [step, moves] of steps) {
    moves.forEach(({ notBy }, move) => {
      notBy.forEach((name, index) => {
        const person = people.get(name)
        if (names.has(name) || (person !== undefined && (names.has(person.command) || names.has(person.event)))) return
        const place = [...path, 'steps', step, 'moves', move, 'notBy', index]
        issues.push(createIssue('not-allowed', place, { allowed: [...people.keys(), '…'], actual: describeValue(name) }))
      })
    })
  }
}

/** Checks that the first event of a command tells whether it proposes: a history says no more of which of two moves was made. */
function checkProposals(steps: StatedSteps, path: Path, issues: Issue[]): void {
  for (const [step, moves] of steps) {
    const first = new Map<string, { readonly index: number; readonly proposes: boolean }>()
    moves.forEach(({ on, emits, proposes }, index) => {
      const name = JSON.stringify([on, emits[0], emits.length])
      const earlier = first.get(name)
      if (earlier === undefined) first.set(name, { index, proposes })
      else if (earlier.proposes !== proposes) {
        const place = formatPath([...path, step, 'moves', earlier.index, 'emits'])
        issues.push(createIssue('given-elsewhere', [...path, step, 'moves', index, 'emits', 0], { value: emits[0] as string, place }))
      }
    })
  }
}

/** The commands and events of a definition. */
function namesOf(opened: readonly string[], steps: StatedSteps): ReadonlySet<string> {
  const moves = [...steps.values()].flat()
  return new Set([recording.command, ...opened, ...moves.flatMap(({ on, emits }) => [on, ...emits])])
}

interface Rest extends Pick<ReadWorkflow, 'limits' | 'migrate'> {
  readonly eventsBefore: ReadonlyMap<string, unknown>
}

function compile(document: WorkflowDefinition, stated: StatedSteps, { eventsBefore, ...rest }: Rest): ReadWorkflow {
  const { opening, initial } = document
  const all = [...stated.values()].flat()
  const events = gather([
    ...opening.emits.map((event) => [event, recording.command] as const),
    ...all.flatMap(({ on, emits }) => emits.map((event) => [event, on] as const)),
  ])
  const first = gather([[recording.command, opening.emits[0]], ...all.map(({ on, emits }) => [on, emits[0] as string] as const)])
  const persons = new Map<string, ReadPerson>()
  const personOf = (name: string): ReadPerson => {
    const { command, event } = people.get(name) ?? { command: name, event: name }
    const person = persons.get(name) ?? { name, events: new Set([event, ...(first.get(command) ?? [])]) }
    persons.set(name, person)
    return person
  }
  const isEvent = (need: string): boolean => events.has(need) || eventsBefore.has(need)
  const isFinal = (step: string): boolean => document.steps[step]?.final === true
  const resolve = (step: string, move: StatedMove): ReadMove => ({
    ...move,
    fields: move.needs.filter((need) => !isEvent(need)),
    events: move.needs.filter(isEvent),
    notBy: move.notBy.map(personOf),
    startsCycle: move.startsCycle ?? (isFinal(step) && Object.hasOwn(document.steps, move.to) && !isFinal(move.to)),
  })
  const compiled = ([id, moves]: readonly [string, readonly StatedMove[]]): [string, ReadStep] => {
    const resolved = moves.map((move) => resolve(id, move))
    return [id, compileStep(id, resolved, document)]
  }
  const steps = new Map([...stated].map(compiled))
  return {
    policy: policyReference(document),
    initial,
    steps,
    opening,
    ...rest,
    commands: gather([...stated].flatMap(([id, moves]) => moves.map(({ on }) => [on, id] as const))),
    events,
    proposals: new Set([proposing.event, ...(first.get(proposing.command) ?? [])]),
    document,
  }
}

function compileStep(id: string, moves: readonly ReadMove[], { steps }: WorkflowDefinition): ReadStep {
  const document = steps[id] as WorkflowDefinition['steps'][string]
  const on = new Map<string, ReadMove[]>()
  const emitted = new Map<string, EmittedEvent[]>()
  for (const move of moves) {
    addTo(on, move.on, move)
    move.emits.forEach((event, index) => addTo(emitted, event, { move, index }))
  }
  return { id, final: document.final === true, moves, on, emitted, returns: moves.some(({ to }) => to === PREVIOUS), document }
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** The values of every key, each once, in the order in which they come. */
function gather(pairs: readonly (readonly [key: string, value: string])[]): ReadonlyMap<string, readonly string[]> {
  const gathered = new Map<string, Set<string>>()
  for (const [key, value] of pairs) gathered.set(key, (gathered.get(key) ?? new Set()).add(value))
  return new Map([...gathered].map(([key, values]) => [key, [...values]]))
}
