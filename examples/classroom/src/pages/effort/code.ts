import { literal } from '../../code/literal.js'
import { CURRENCY, LAST_DAY } from './book.js'
import type { Effort } from './computeEffort.js'
import type { EffortFields } from './fields.js'

/** TypeScript that divides the hours as they are on the screen. */
export function code({ hours, worth }: EffortFields, { measure, costs, allocation }: Effort): string {
  const stages = measure.stages.map(({ stage, entered, advanced, lost, open }) => ({ stage, entered, advanced, lost, open }))
  const divided = allocation.stages.map((stage) => [stage.stage, stage.hours, stage.deals, stage.marginal])
  const lines = (list: readonly unknown[]) => list.map((one) => `  ${literal(one)},\n`).join('')
  return `import { allocateEffort } from '@clientele/funnel'

const stages = [
${lines(stages)}]
const costs = [
${lines(costs)}]
const options = { hours: ${literal(hours.trim())}, costs, values: ${literal(worth.trim())}, currency: '${CURRENCY}' }
const allocation = allocateEffort({ asOf: '${LAST_DAY}', stages, policies: [] }, options)
allocation.stages.map(({ stage, hours, deals, marginal }) => [stage, hours, deals, marginal])
//=> ${literal(divided)}
allocation.expectedValue //=> ${literal(allocation.expectedValue)}
allocation.nextHour //=> ${literal(allocation.nextHour)}
`
}
