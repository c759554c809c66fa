import { moneyText } from '../money/readMoney.js'
import type { ReadWorkflow } from '../workflow/compiled.js'
import { compareMoves } from './compareMoves.js'
import { changedFields, meaningsOfOpening, meaningsOfStep } from './meanings.js'
import type { DefinitionChange, LimitText } from './types.js'

/** What differs between two definitions: of steps and limits first those that are gone, then the others in the order of the later definition. */
export function compareWorkflows(before: ReadWorkflow, after: ReadWorkflow): readonly DefinitionChange[] {
  return [...compareBeginnings(before, after), ...compareSteps(before, after), ...compareLimits(before, after)]
}

function compareBeginnings(before: ReadWorkflow, after: ReadWorkflow): readonly DefinitionChange[] {
  const changes: DefinitionChange[] = []
  if (before.initial !== after.initial) changes.push({ code: 'initial-changed', params: { before: before.initial, after: after.initial } })
  const fields = changedFields(meaningsOfOpening(before.opening), meaningsOfOpening(after.opening))
  if (fields.length > 0) changes.push({ code: 'opening-changed', params: { fields } })
  return changes
}

function compareSteps(before: ReadWorkflow, after: ReadWorkflow): readonly DefinitionChange[] {
  const removed = [...before.steps.keys()].filter((step) => !after.steps.has(step))
  const others = [...after.steps.values()].flatMap((later): readonly DefinitionChange[] => {
    const earlier = before.steps.get(later.id)
    if (earlier === undefined) return [{ code: 'step-added', params: { step: later.id } }]
    const fields = changedFields(meaningsOfStep(earlier), meaningsOfStep(later))
    const changes: DefinitionChange[] = fields.length === 0 ? [] : [{ code: 'step-changed', params: { step: later.id, fields } }]
    return [...changes, ...compareMoves(earlier, later)]
  })
  return [...removed.map((step): DefinitionChange => ({ code: 'step-removed', params: { step } })), ...others]
}

interface StatedLimit extends LimitText {
  readonly role: string
  readonly currency: string
}

function compareLimits(before: ReadWorkflow, after: ReadWorkflow): readonly DefinitionChange[] {
  const earlier = statedLimits(before)
  const later = statedLimits(after)
  const names = [...earlier.keys()].filter((name) => !later.has(name))
  return [...names, ...later.keys()].flatMap((name): DefinitionChange[] => {
    const [was, is] = [earlier.get(name), later.get(name)]
    if (was?.amount === is?.amount && was?.cumulative === is?.cumulative) return []
    const { role, currency } = (is ?? was) as StatedLimit
    return [{ code: 'limit-changed', params: { role, currency, before: limitText(was), after: limitText(is) } }]
  })
}

function statedLimits({ limits }: ReadWorkflow): ReadonlyMap<string, StatedLimit> {
  const all = [...limits.values()].flat().map(({ role, upTo: { amount, currency, digits }, cumulative }) => {
    return { role, currency, amount: moneyText(amount, digits), cumulative }
  })
  return new Map(all.map((limit) => [JSON.stringify([limit.role, limit.currency]), limit]))
}

function limitText(limit: StatedLimit | undefined): LimitText | null {
  return limit === undefined ? null : { amount: limit.amount, cumulative: limit.cumulative }
}
