import type { Issue, Path } from '@clientele/core'
import {
  checkChoice,
  checkFlag,
  checkInteger,
  checkKeys,
  checkList,
  checkMoment,
  checkRecord,
  checkText,
  checkUnique,
  createIssue,
  describeValue,
  LOST_KEY,
  ownValue,
  readJson,
} from '@clientele/core/checks'
import { moneyText, readMoney } from '../money/readMoney.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { isText } from './isText.js'
import { readActor } from './readActor.js'
import { definitionText, isSameDefinition, readDefinitionReference } from './readDefinitionReference.js'
import type { Actor, ComplaintFact, ComplaintState, DefinitionReference, ProposedSolution } from './types.js'

const FACT_KEYS = ['sequence', 'at', 'by']
const KEYS = [
  'complaint',
  'definition',
  'sequence',
  'following',
  'step',
  'closed',
  'returnTo',
  'cycle',
  'openedAt',
  'enteredAt',
  'updatedAt',
  'facts',
  'record',
  'proposal',
]

/**
 * Reads where a complaint stands, or adds issues and returns undefined.
 *
 * @param value - Anything.
 * @param workflow - The definition that the complaint is handled by; undefined where something is wrong with it, which is told elsewhere.
 * @param path - Where the value stands.
 * @param issues - What is found wrong is added to them.
 */
export function readState(value: unknown, workflow: ReadWorkflow | undefined, path: Path, issues: Issue[]): ComplaintState | undefined {
  if (!checkRecord(value, path, issues)) return undefined
  const before = issues.length
  const state = { ...value }
  checkKeys(state, KEYS, path, issues)
  checkText(state['complaint'], [...path, 'complaint'], issues)
  const definition = readDefinitionReference(state['definition'], [...path, 'definition'], issues)
  const isOurs = definition !== undefined && workflow !== undefined && checkDefinition(definition, workflow, [...path, 'definition'], issues)
  for (const key of ['sequence', 'cycle']) checkInteger(state[key], [...path, key], issues, { minimum: 1 })
  checkInteger(state['following'], [...path, 'following'], issues, { minimum: 0 })
  checkFlag(state['closed'], [...path, 'closed'], issues)
  for (const key of ['openedAt', 'enteredAt', 'updatedAt']) checkMoment(state[key], [...path, key], issues)
  const returnTo = readSteps(state['returnTo'], [...path, 'returnTo'], issues)
  checkText(state['step'], [...path, 'step'], issues)
  if (isOurs) checkPlace({ step: state['step'], closed: state['closed'], returnTo }, workflow, path, issues)
  const facts = readFacts(state['facts'], [...path, 'facts'], issues)
  const record = readRecord(state['record'], [...path, 'record'], issues)
  const proposal = state['proposal'] === null ? null : readProposal(state['proposal'], [...path, 'proposal'], issues)
  if (issues.length > before) return undefined
  const following = state['following'] === 0 ? 0 : state['following']
  return { ...state, definition, following, returnTo, facts, record, proposal } as unknown as ComplaintState
}

function checkDefinition(definition: DefinitionReference, { policy }: ReadWorkflow, path: Path, issues: Issue[]): boolean {
  if (isSameDefinition(definition, policy)) return true
  issues.push(createIssue('other-policy', path, { expected: definitionText(policy), actual: definitionText(definition) }))
  return false
}

interface StatedPlace {
  readonly step: unknown
  readonly closed: unknown
  readonly returnTo: readonly unknown[]
}

/** Checks that steps that have a name are those of the definition, and that the complaint is closed where its step is final. */
function checkPlace({ step, closed, returnTo }: StatedPlace, { steps }: ReadWorkflow, path: Path, issues: Issue[]): void {
  const ids = [...steps.keys()]
  returnTo.forEach((one, index) => {
    if (isText(one)) checkChoice(one, ids, [...path, 'returnTo', index], issues)
  })
  if (!isText(step) || !checkChoice(step, ids, [...path, 'step'], issues)) return
  const final = steps.get(step)?.final === true
  if (closed === !final) issues.push(createIssue('outdated-input', [...path, 'closed'], { expected: String(final), actual: String(closed) }))
}

function readSteps(value: unknown, path: Path, issues: Issue[]): readonly string[] {
  if (!checkList(value, path, issues)) return []
  const steps = Array.from(value)
  steps.forEach((step, index) => checkText(step, [...path, index], issues))
  checkUnique(
    steps.map((step) => (typeof step === 'string' ? step : undefined)),
    (index) => [...path, index],
    issues,
  )
  return steps as string[]
}

/** Reads values by name with what reads one of them, or adds issues; a name that is lost as a key is none. */
function readNamed<Value>(
  value: unknown,
  read: (one: unknown, path: Path) => Value,
  path: Path,
  issues: Issue[],
): { readonly [name: string]: Value } {
  if (!checkRecord(value, path, issues)) return {}
  const names = Object.keys(value)
  if (names.includes(LOST_KEY)) issues.push(createIssue('reserved-name', [...path, LOST_KEY], { actual: describeValue(LOST_KEY) }))
  return Object.fromEntries(names.map((name) => [name, read(ownValue(value, name), [...path, name])]))
}

function readFacts(value: unknown, path: Path, issues: Issue[]): ComplaintState['facts'] {
  return readNamed(value, (fact, place) => readFact(fact, FACT_KEYS, place, issues), path, issues)
}

/** Reads what commands told, each field by itself, as it was told: together they may be more than one command can tell. */
function readRecord(value: unknown, path: Path, issues: Issue[]): ComplaintState['record'] {
  const known = checkRecord(value, path, issues) ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) : {}
  return readNamed(known, (one, place) => readJson(one, place, issues), path, issues)
}

function readFact(value: unknown, keys: readonly string[], path: Path, issues: Issue[]): ComplaintFact {
  const fact = checkRecord(value, path, issues) ? { ...value } : undefined
  if (fact === undefined) return {} as ComplaintFact
  checkKeys(fact, keys, path, issues)
  const { sequence, at } = fact
  checkInteger(sequence, [...path, 'sequence'], issues, { minimum: 1 })
  checkMoment(at, [...path, 'at'], issues)
  return { sequence: sequence as number, at: at as string, by: readActor(fact['by'], [...path, 'by'], issues) as Actor }
}

function readProposal(value: unknown, path: Path, issues: Issue[]): ProposedSolution | null {
  const fact = readFact(value, [...FACT_KEYS, 'remedy', 'amount', 'currency'], path, issues)
  if (!checkRecord(value, path, [])) return null
  const { remedy, amount, currency } = { ...value }
  const isFree = amount === null && currency === null
  const money = isFree ? null : readMoney({ amount, currency }, path, issues)
  return {
    remedy: readJson(remedy, [...path, 'remedy'], issues),
    amount: money ? moneyText(money.amount, money.digits) : null,
    currency: money ? money.currency : null,
    ...fact,
  }
}
