import { checkCondition, type Issue, type Path } from '@clientele/core'
import {
  addIssuesAt,
  type Check,
  type CodeChecks,
  checkAgrees,
  checkAmong,
  checkCount,
  checkCurrency,
  checkFigure,
  checkFlag,
  checkLocalizedText,
  checkText,
  codedBy,
  createIssue,
  isRecord,
  listOf,
  membersOf,
  oneOf,
  optional,
  orNull,
  ownValue,
  readJson,
} from '@clientele/core/checks'
import { Decimal } from '@clientele/core/decimal'
import type { OverLimit, RefusalReason } from '../commands/types.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { migrating, recording } from '../workflow/wellKnown.js'
import { comparisonsOf } from './vocabulary.js'

const why = optional(checkLocalizedText)
const texts = listOf(checkText)

const checkJson: Check = (value, path, issues) => {
  if (value === undefined) issues.push(createIssue('missing', path, {}))
  else readJson(value, path, issues)
}

const checkWhen: Check = (value, path, issues) => addIssuesAt(path, checkCondition(value), issues)

const entry = membersOf({ actual: checkJson, met: checkFlag, reason: optional(oneOf(['missing', 'not-comparable'])) })

const reasons: CodeChecks<RefusalReason> = {
  conflict: { expected: checkCount, actual: checkCount },
  'unknown-command': { command: checkText, known: texts },
  closed: { command: checkText, step: checkText },
  'not-in-this-step': { command: checkText, step: checkText, steps: texts },
  condition: { condition: checkWhen, trace: listOf(entry), why },
  evidence: { need: checkText, type: oneOf(['field', 'event']), why },
  role: { role: checkText, allowed: texts, why },
  'same-person': { person: checkText, as: checkText, why },
  'over-limit': {
    role: checkText,
    amount: checkFigure,
    currency: (value, path, issues) => {
      checkCurrency(value, path, issues)
    },
    paidToCustomer: orNull(checkFigure),
    total: checkFigure,
    upTo: orNull(checkFigure),
    roles: texts,
    why,
  },
}

/** Checks a reason by itself. */
export const checkReason: Check = (value, path, issues) => {
  const before = issues.length
  codedBy<RefusalReason>(reasons)(value, path, issues)
  if (issues.length > before || !isRecord(value)) return
  const { code, params } = { ...value } as unknown as RefusalReason
  const place = [...path, 'params']
  if (code === 'condition') {
    const asked = comparisonsOf(params.condition)
    checkAgrees(
      params.trace,
      asked.map(({ field, operator, value: required }) => ({ path: field.split('.'), operator, required })),
      [...place, 'trace'],
      issues,
    )
  } else if (code === 'evidence' && params.type === 'event') texts(ownValue(params, 'commands'), [...place, 'commands'], issues)
}

/** Adds an issue for what a reason names and the definition does not know: another definition gave it, also one of the same version. */
export function checkReasonOfWorkflow({ code, params }: RefusalReason, workflow: ReadWorkflow, path: Path, issues: Issue[]): void {
  const place = [...path, 'params']
  const steps = [...workflow.steps.keys()]
  const commands = [recording.command, ...workflow.commands.keys()]
  const among = (names: readonly string[], known: readonly string[], key: string): void =>
    names.forEach((name, index) => checkAmong(name, known, [...place, key, index], issues))
  if (code === 'unknown-command') among(params.known, commands, 'known')
  else if (code === 'closed') checkAmong(params.step, steps, [...place, 'step'], issues)
  else if (code === 'not-in-this-step' && params.command !== migrating.command) {
    checkAmong(params.command, commands, [...place, 'command'], issues)
    checkAmong(params.step, steps, [...place, 'step'], issues)
    among(params.steps, steps, 'steps')
  } else if (code === 'evidence' && params.type === 'event') {
    checkAmong(params.need, [...workflow.events.keys()], [...place, 'need'], issues)
    among(params.commands, commands, 'commands')
  } else if (code === 'over-limit') checkOverLimit(params, workflow, place, issues)
}

function checkOverLimit(
  { role, currency, amount, paidToCustomer, total, upTo }: OverLimit,
  { limits }: ReadWorkflow,
  path: Path,
  issues: Issue[],
): void {
  const before = issues.length
  checkAmong(role, [...limits.keys()], [...path, 'role'], issues)
  if (issues.length > before) return
  const limit = limits.get(role)?.find((one) => one.upTo.currency === currency)?.upTo.amount
  checkAmount(upTo, limit ?? null, [...path, 'upTo'], issues)
  checkAmount(total, new Decimal(amount).plus(paidToCustomer ?? 0), [...path, 'total'], issues)
}

function checkAmount(actual: string | null, expected: Decimal | null, path: Path, issues: Issue[]): void {
  if (actual !== null && expected?.eq(actual) === true) return
  checkAgrees(actual, expected === null ? null : expected.toFixed(), path, issues)
}
